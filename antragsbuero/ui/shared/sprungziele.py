"""What Ctrl+K can jump to, and what of it fits the words typed; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from antragsbuero.ui.shared.navigation import Ort

HOECHSTENS = 12
"""Targets shown at a time; who does not find it types another letter."""


@dataclass(frozen=True, slots=True)
class Sprungziel:
    """A place (`ort`) or a command (`tue`); `zusatz` is a number or a shortcut.

    `suchtext` is what typed words are looked for in, casefolded.
    """

    titel: str
    zusatz: str
    icon: str
    suchtext: str
    ort: Ort | None = None
    tue: Callable[[], None] | None = None


def sprungziel(
    titel: str,
    zusatz: str,
    icon: str,
    *,
    ort: Ort | None = None,
    tue: Callable[[], None] | None = None,
) -> Sprungziel:
    """A target with its text to search in."""
    return Sprungziel(titel, zusatz, icon, f"{titel} {zusatz}".casefold(), ort, tue)


def passende(ziele: Sequence[Sprungziel], eingabe: str) -> tuple[Sprungziel, ...]:
    """Targets that hold every word typed, beginnings of titles first, at most HOECHSTENS."""
    worte = eingabe.casefold().split()
    if not worte:
        return tuple(ziele[:HOECHSTENS])
    vorn: list[Sprungziel] = []
    hinten: list[Sprungziel] = []
    for ziel in ziele:
        if all(wort in ziel.suchtext for wort in worte):
            if ziel.suchtext.startswith(worte[0]):
                vorn.append(ziel)
                if len(vorn) == HOECHSTENS:
                    break
            elif len(hinten) < HOECHSTENS:
                hinten.append(ziel)
    return tuple((vorn + hinten)[:HOECHSTENS])
