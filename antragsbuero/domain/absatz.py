"""Paragraphs of a Fassung with their emphasis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Absatzart(StrEnum):
    """What a paragraph is in the paper it stands in."""

    ABSATZ = "ABSATZ"
    AUFZAEHLUNG = "AUFZAEHLUNG"
    ZITAT = "ZITAT"
    TABELLE = "TABELLE"


class Auszeichnungsart(StrEnum):
    """Emphasis of words; it is never a change of text."""

    FETT = "FETT"
    KURSIV = "KURSIV"
    UNTERSTRICHEN = "UNTERSTRICHEN"


@dataclass(frozen=True, slots=True, order=True)
class Auszeichnung:
    """Emphasis of the characters from `von` up to, not including, `bis` of one Absatz."""

    von: int
    bis: int
    art: Auszeichnungsart

    def __post_init__(self) -> None:
        if not 0 <= self.von < self.bis:
            raise ValueError(f"Auszeichnung ohne Länge: {self.von} bis {self.bis}")


@dataclass(frozen=True, slots=True)
class Absatz:
    """One paragraph: plain text (NFC) and the emphasis over it.

    A TABELLE holds its rows as lines, the cells joined by tabs.
    """

    text: str
    art: Absatzart = Absatzart.ABSATZ
    auszeichnungen: tuple[Auszeichnung, ...] = ()

    def __post_init__(self) -> None:
        if any(a.bis > len(self.text) for a in self.auszeichnungen):
            raise ValueError("Auszeichnung reicht über den Absatz hinaus")


def absaetze(texte: Iterable[str]) -> tuple[Absatz, ...]:
    """Plain paragraphs from plain texts."""
    return tuple(Absatz(text) for text in texte)
