"""Carrying values into rows so that only what differs is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Protocol, TypeVar


class Zeile(Protocol):
    """A row with a place among its like."""

    position: Any


Z = TypeVar("Z", bound=Zeile)
W = TypeVar("W")


def lies(klasse: type[W], zeile: object) -> W:
    """The domain object whose fields are named as the columns of the row."""
    namen = (feld.name for feld in fields(klasse))  # type: ignore[arg-type]
    return klasse(**{name: getattr(zeile, name) for name in namen})


def setze(zeile: object, wert: Any, ausser: Sequence[str] = ()) -> None:  # noqa: ANN401
    """Carries the fields of a domain object into the columns of the same names."""
    for feld in fields(wert):
        if feld.name not in ausser:
            setze_wert(zeile, feld.name, getattr(wert, feld.name))


def setze_wert(zeile: object, name: str, wert: object) -> None:
    """Sets one column if its value differs."""
    if getattr(zeile, name) != wert:
        setattr(zeile, name, wert)


def gleiche_ab(
    zeilen: list[Z],
    werte: Sequence[W],
    neu: type[Z],
    uebertrage: Callable[[Z, W], None] = setze,
    schluessel: str | None = "kennung",
) -> None:
    """Makes the rows stand for the values: changed in place, added or taken out.

    Rows and values belong together by the field `schluessel`, None for by their place.
    """
    vorhanden: dict[object, Z] = {}
    for platz, zeile in enumerate(zeilen):
        vorhanden.setdefault(getattr(zeile, schluessel) if schluessel else platz, zeile)
    ergebnis = []
    for platz, wert in enumerate(werte):
        gefunden = vorhanden.pop(getattr(wert, schluessel) if schluessel else platz, None)
        zeile = neu() if gefunden is None else gefunden
        setze_wert(zeile, "position", platz)
        uebertrage(zeile, wert)
        ergebnis.append(zeile)
    if ergebnis != zeilen:
        zeilen[:] = ergebnis
