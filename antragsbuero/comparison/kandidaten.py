"""Which points may belong together, found by the rare words that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from antragsbuero.comparison.abbruch import Abbruch, pruefen
from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.zuordnung import Zuordnung

_BESTE = 5
"""How many candidates a point gets by its words."""
_ANTEIL_DES_BESTEN = 0.2
"""What a candidate must share, measured by what the best one shares."""
_UMKREIS = 1
"""How far from its expected place a point also looks."""
_HAEUFIG = 60
"""Words in more points than this tell nothing."""
_BESUCHE = 300
"""How many entries of the index a point may visit; keeps the whole linear."""


class Naehe(NamedTuple):
    """How alike the texts of point i (left) and point j (right) are; all shares from 0 to 1.

    `worte` is the weighted share of common words, `enthalten` the same against the smaller
    text, `ordnung` and `ordnung_enthalten` count the words common in the same order.
    """

    i: int
    j: int
    worte: float
    enthalten: float
    ordnung: float
    ordnung_enthalten: float
    widerspruch: bool
    """Each names product or file numbers, and none of them is common."""

    @property
    def wert(self) -> float:
        """The rank of a pair that stands for itself."""
        wert = 0.6 * self.worte + 0.4 * self.ordnung
        if self.enthalten >= 0.85 and self.ordnung_enthalten >= 0.85:
            wert = max(wert, 0.6 * self.enthalten)
        return wert - 0.2 if self.widerspruch else wert


def naehe(zuordnung: Zuordnung, gewichtung: Gewichtung, i: int, j: int) -> Naehe | None:
    """The Naehe of two points, None if they have next to nothing in common."""
    a, b = zuordnung.a, zuordnung.b
    links, rechts = gewichtung.merkmale(a.texte[i]), gewichtung.merkmale(b.texte[j])
    kleiner = min(links.gewicht, rechts.gewicht)
    if not kleiner:
        return None
    gemeinsam = gewichtung.gemeinsam(links.zahl, rechts.zahl)
    worte = 2 * gemeinsam / (links.gewicht + rechts.gewicht)
    enthalten = gemeinsam / kleiner
    if worte < 0.12 and enthalten < 0.3:
        return None
    folge_a, folge_b = a.folgen[i], b.folgen[j]
    gleich = LCSseq.similarity(folge_a, folge_b)
    return Naehe(
        i,
        j,
        worte,
        enthalten,
        2 * gleich / (len(folge_a) + len(folge_b)),
        gleich / min(len(folge_a), len(folge_b)),
        links.widerspricht(rechts),
    )


def suche(
    zuordnung: Zuordnung,
    gewichtung: Gewichtung,
    frei_a: Sequence[int],
    frei_b: Sequence[int],
    abbruch: Abbruch | None,
) -> list[Naehe]:
    """The candidates between these points of the left and of the right column."""
    verzeichnis = _verzeichnis(frei_b, zuordnung, gewichtung)
    erwartet = zuordnung.erwartet()
    offen = set(frei_b)
    ergebnis = []
    for nummer, i in enumerate(frei_a):
        if nummer % 64 == 0:
            pruefen(abbruch)
        kandidaten = _nach_worten(zuordnung.a.texte[i], verzeichnis, gewichtung)
        ort = erwartet[i]
        kandidaten += [j for j in range(ort - _UMKREIS, ort + _UMKREIS + 1) if j in offen]
        for j in dict.fromkeys(kandidaten):
            fund = naehe(zuordnung, gewichtung, i, j)
            if fund is not None:
                ergebnis.append(fund)
    return ergebnis


def _verzeichnis(
    frei_b: Iterable[int], zuordnung: Zuordnung, gewichtung: Gewichtung
) -> dict[int, list[int]]:
    """For each word that is not frequent the free points of the right column that have it."""
    verzeichnis: dict[int, list[int]] = defaultdict(list)
    for j in frei_b:
        for wort in gewichtung.merkmale(zuordnung.b.texte[j]).zahl:
            verzeichnis[wort].append(j)
    return {wort: punkte for wort, punkte in verzeichnis.items() if len(punkte) <= _HAEUFIG}


def _nach_worten(text: str, verzeichnis: dict[int, list[int]], gewichtung: Gewichtung) -> list[int]:
    """The points that share the most of the rarest words."""
    worte = [wort for wort in gewichtung.merkmale(text).zahl if wort in verzeichnis]
    worte.sort(key=lambda wort: len(verzeichnis[wort]))
    punkte: dict[int, float] = defaultdict(float)
    besuche = _BESUCHE
    for wort in worte:
        fundorte = verzeichnis[wort]
        besuche -= len(fundorte)
        if besuche < 0:
            break
        gewicht = gewichtung.worte[wort]
        for j in fundorte:
            punkte[j] += gewicht
    if not punkte:
        return []
    mindestens = _ANTEIL_DES_BESTEN * max(punkte.values())
    beste = [j for j, wert in punkte.items() if wert >= mindestens]
    beste.sort(key=punkte.__getitem__, reverse=True)
    return beste[:_BESTE]
