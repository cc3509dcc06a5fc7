"""Anlagen as lists show them, and looking at them or saving them; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.domain.anlage import Anlage
from antragsbuero.services.anlagen import Anlagen
from antragsbuero.services.anlagendatei import groesse_als_text
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class AnlageZeile:
    """One row: „Anlage 1: Lageplan.pdf, 245 KB“."""

    kennung: str
    name: str
    text: str
    nur_speichern: bool


def anlage_zeilen(anlagen: Sequence[Anlage]) -> tuple[AnlageZeile, ...]:
    """The rows in their order."""
    return tuple(
        AnlageZeile(
            anlage.kennung,
            anlage.name,
            f"Anlage {nr}: {anlage.name}, {groesse_als_text(anlage.groesse)}",
            anlage.nur_speichern,
        )
        for nr, anlage in enumerate(anlagen, 1)
    )


class LeserView(Protocol):
    """What is asked of the part of a screen that lists Anlagen."""

    def zeige_anlagen(self, zeilen: Sequence[AnlageZeile], bearbeitbar: bool) -> None:
        """Shows these rows."""
        ...

    def zeige_datei(self, pfad: Path) -> None:
        """Hands a file to the program that shows it."""
        ...

    def zeige_meldung(
        self, text: str, art: str, aktion: str = "", bei_aktion: Callable[[], None] | None = None
    ) -> None:
        """Shows a message at its place; `art` is "info", "gelb" or "rot"."""
        ...


class AnlagenLeser:
    """Holds the Anlagen shown; opens and saves them in the background."""

    def __init__(
        self, dienst: Anlagen, runner: TaskRunner, fehlertext: Callable[[Exception], str]
    ) -> None:
        self._dienst = dienst
        self._runner = runner
        self._fehlertext = fehlertext
        self._anlagen: tuple[Anlage, ...] = ()
        self._bearbeitbar = False
        self._view = cast("LeserView", NullView())

    def verbinde(self, view: LeserView) -> None:
        """Takes the view."""
        self._view = view

    def zeige(self, anlagen: Sequence[Anlage], *, bearbeitbar: bool = False) -> None:
        """Shows the Anlagen of another Fassung, or the same ones changed."""
        self._anlagen, self._bearbeitbar = tuple(anlagen), bearbeitbar
        self._view.zeige_anlagen(anlage_zeilen(self._anlagen), bearbeitbar)

    def _suche(self, kennung: str) -> Anlage | None:
        return next((a for a in self._anlagen if a.kennung == kennung), None)

    def oeffne(self, kennung: str) -> None:
        """Shows a copy in the program of its kind; programs and macros are refused."""
        anlage = self._suche(kennung)
        if anlage is not None:
            self._runner.run(
                lambda _: self._dienst.oeffne_kopie(anlage),
                on_done=lambda pfad: self._view.zeige_datei(pfad),
                on_error=self._melde,
            )

    def speichere(self, kennung: str, ziel: Path) -> None:
        """Writes a file of its own."""
        anlage = self._suche(kennung)
        if anlage is not None:
            self._runner.run(
                lambda _: self._dienst.speichere_unter(anlage, ziel),
                on_done=lambda _: self._view.zeige_meldung(f"Gespeichert: {ziel}", "info"),
                on_error=self._melde,
                titel=f"{ziel.name} schreiben",
            )

    def _melde(self, fehler: Exception) -> None:
        self._view.zeige_meldung(self._fehlertext(fehler), "rot")

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("LeserView", NullView())
