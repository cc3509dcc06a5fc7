"""What a text is about: its words, the rare ones weighing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import fsum, log
from typing import NamedTuple

from antragsbuero.comparison.zeichen import Wortschatz

_VERBUNDEN = re.compile(r"[\dA-ZÄÖÜ]+(?:[./-][\dA-ZÄÖÜ]+)+")
"""A first, fast look for what may be an identifier."""
_KENNZEICHEN = re.compile(
    r"\d+(?:[./]\d+){2,}|\d{4,}\.\d{3,}|[A-ZÄÖÜ]{1,5}(?:[-/][A-ZÄÖÜ]{1,4})*[-/]\d{2,}(?:[-/]\w+)*"
)
_TAG = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}")
_ANTEIL = (0.1, 0.15, 1.0)
"""What a sign, a filler and a word weigh, by Wortart."""
_GEWICHT_KENNZEICHEN = 3.0
_KEINE: frozenset[int] = frozenset()


class Merkmale(NamedTuple):
    """The words of one text with their number, the sum of their weights, its identifiers.

    `kennzeichen` are product numbers, file numbers and the like, as numbers of the
    Wortschatz; they are also counted among `zahl`.
    """

    zahl: Counter[int]
    gewicht: float
    kennzeichen: frozenset[int]

    def widerspricht(self, andere: Merkmale) -> bool:
        """Both name product or file numbers, and none of them is common."""
        return (
            bool(self.kennzeichen and andere.kennzeichen)
            and not self.kennzeichen & andere.kennzeichen
        )


class Gewichtung:
    """How much each word tells, learned from all texts that are compared."""

    def __init__(self, wortschatz: Wortschatz, texte: Iterable[str]) -> None:
        self._wortschatz = wortschatz
        self._cache: dict[str, Merkmale] = {}
        verschiedene = dict.fromkeys(texte)
        self._mit_kennzeichen: dict[str, frozenset[int]] = {}
        haeufigkeit: Counter[int] = Counter()
        for text in verschiedene:
            worte = set(wortschatz.folge(text))
            kennzeichen = self._kennzeichen(text)
            if kennzeichen:
                self._mit_kennzeichen[text] = kennzeichen
                worte |= kennzeichen
            haeufigkeit.update(worte)
        self.worte = [0.0] * len(wortschatz.formen)
        for nummer, anzahl in haeufigkeit.items():
            seltenheit = log((len(verschiedene) + 2) / anzahl) + 0.05
            self.worte[nummer] = seltenheit * _ANTEIL[wortschatz.arten[nummer]]
        for nummer in frozenset[int]().union(*self._mit_kennzeichen.values()):
            self.worte[nummer] *= _GEWICHT_KENNZEICHEN

    def merkmale(self, text: str) -> Merkmale:
        """The Merkmale of one of the texts."""
        merkmale = self._cache.get(text)
        if merkmale is None:
            kennzeichen = self._mit_kennzeichen.get(text, _KEINE)
            zahl = Counter(self._wortschatz.folge(text))
            zahl.update(kennzeichen)
            worte = self.worte
            gewicht = fsum([worte[nummer] * anzahl for nummer, anzahl in zahl.items()])
            merkmale = self._cache[text] = Merkmale(zahl, gewicht, kennzeichen)
        return merkmale

    def gemeinsam(self, links: Counter[int], rechts: Counter[int]) -> float:
        """The weight of what both have."""
        if len(links) > len(rechts):
            links, rechts = rechts, links
        worte = self.worte
        return fsum(
            [
                worte[nummer] * min(links[nummer], rechts[nummer])
                for nummer in links.keys() & rechts.keys()
            ]
        )

    def _kennzeichen(self, text: str) -> frozenset[int]:
        # No word of the Wortschatz holds a dot or dash, so these spellings are free there.
        return frozenset(
            self._wortschatz[zeichen]
            for zeichen in _VERBUNDEN.findall(text)
            if _KENNZEICHEN.fullmatch(zeichen) and not _TAG.fullmatch(zeichen)
        )
