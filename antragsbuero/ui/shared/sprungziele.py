"""What Ctrl+K can jump to, and what of it fits the words typed; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

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
    """Targets that hold every word typed, at most HOECHSTENS.

    Those that begin with the first word come first; among them those that hold the words
    whole, then those where they begin words: „Vorhaben 512“ stands above 5129 and 9512.
    """
    worte = eingabe.casefold().split()
    if not worte:
        return tuple(ziele[:HOECHSTENS])
    raenge: tuple[list[Sprungziel], ...] = ([], [], [], [], [], [])
    for ziel in ziele:
        if all(wort in ziel.suchtext for wort in worte):
            rang = raenge[3 * (not ziel.suchtext.startswith(worte[0])) + _ferne(ziel, worte)]
            if len(rang) < HOECHSTENS:
                rang.append(ziel)
            if len(raenge[0]) == HOECHSTENS:
                break
    return tuple(chain.from_iterable(raenge))[:HOECHSTENS]


def _ferne(ziel: Sprungziel, worte: Sequence[str]) -> int:
    """0 if each word typed is a word of the target, 1 if it begins one, else 2."""
    text = f" {ziel.suchtext} "
    if all(f" {wort} " in text for wort in worte):
        return 0
    return 1 if all(f" {wort}" in text for wort in worte) else 2
