"""Sums of money in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_ZAHL = r"\d{1,3}(?:[.\u00a0\u202f' ]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:,\d+)?"
_WAEHRUNG = r"(?:Euro\b|EUR\b|€)"
_STUFEN = {
    "mio": 1_000_000, "million": 1_000_000, "millionen": 1_000_000,
    "mrd": 1_000_000_000, "milliarde": 1_000_000_000, "milliarden": 1_000_000_000,
    "tsd": 1_000, "tausend": 1_000, "t": 1_000,
}  # fmt: skip
_STUFE = r"(?P<stufe{n}>Mio|Mrd|Tsd|Million(?:en)?|Milliarden?|[Tt]ausend|T)\.?"
_BETRAG = re.compile(
    rf"(?<![\w.,])(?:"
    rf"(?P<zahl1>{_ZAHL})(?:,[-–—]+)?\s*(?:{_STUFE.format(n=1)}\s*)?{_WAEHRUNG}"
    rf"|{_WAEHRUNG}\s*(?P<zahl2>{_ZAHL})(?:,[-–—]+)?(?:\s*{_STUFE.format(n=2)}(?!\w))?"
    rf"|(?P<zahl3>{_ZAHL})\s*Cent\b)"
)


@dataclass(frozen=True, slots=True)
class Betrag:
    """A sum of money: its words, its value in Euro, its place in the text."""

    wortlaut: str
    euro: Fraction
    von: int
    bis: int


def betraege(text: str) -> list[Betrag]:
    """All sums in Euro or Cent, in their order ("1,5 Mio. Euro", "EUR 3.000", "5 TEUR")."""
    ergebnis = []
    for treffer in _BETRAG.finditer(text):
        ziffern = treffer["zahl1"] or treffer["zahl2"] or treffer["zahl3"]
        zahl = Fraction(re.sub(r"[.\s']", "", ziffern).replace(",", "."))
        stufe = treffer["stufe1"] or treffer["stufe2"]
        if stufe:
            zahl *= _STUFEN[stufe.lower()]
        elif treffer["zahl3"]:
            zahl /= 100
        ergebnis.append(Betrag(treffer.group(), zahl, treffer.start(), treffer.end()))
    return ergebnis
