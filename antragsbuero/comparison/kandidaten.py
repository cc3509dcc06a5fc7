"""Which points may belong together, found by the rare words that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from antragsbuero.comparison.abbruch import Abbruch, pruefen
from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.zuordnung import Seite, Zuordnung

_BESTE = 5
"""How many candidates a point gets by its words."""
_ANTEIL_DES_BESTEN = 0.2
"""What a candidate must share, measured by what the best one shares."""
_TEIL = 0.41
"""Share of both texts together below which the smaller one may be a mere part."""
_UMKREIS = 1
"""How far from its expected place a point also looks."""
_HAEUFIG = 60
"""Words in more points than this tell nothing."""
_BESUCHE = 80
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
    def teil(self) -> bool:
        """Whether the smaller text may be no more than a part of the larger one."""
        return self.enthalten >= 0.6 and self.worte < 2 * _TEIL * self.enthalten

    @property
    def wert(self) -> float:
        """The rank of a pair that stands for itself."""
        wert = 0.6 * self.worte + 0.4 * self.ordnung
        if self.enthalten >= 0.85 and self.ordnung_enthalten >= 0.85:
            wert = max(wert, 0.55 * self.enthalten)
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
    punkte_a: Sequence[int],
    punkte_b: Sequence[int],
    abbruch: Abbruch | None,
) -> list[Naehe]:
    """For each of these left points its candidates among these right ones."""
    verzeichnis = _verzeichnis(zuordnung.b, punkte_b, None, gewichtung)
    erwartet = zuordnung.erwartet()
    offen = set(punkte_b)
    ergebnis = []
    for nummer, i in enumerate(punkte_a):
        if nummer % 64 == 0:
            pruefen(abbruch)
        orte = [j for ort in erwartet[i] for j in range(ort - _UMKREIS, ort + _UMKREIS + 1)]
        kandidaten = _nach_worten(zuordnung.a.texte[i], verzeichnis, gewichtung)
        for j in dict.fromkeys(kandidaten + [j for j in orte if j in offen]):
            fund = naehe(zuordnung, gewichtung, i, j)
            if fund is not None:
                ergebnis.append(fund)
    return ergebnis


def suche_rueckwaerts(
    zuordnung: Zuordnung,
    gewichtung: Gewichtung,
    punkte_a: Sequence[int],
    funde: Sequence[Naehe],
) -> list[Naehe]:
    """For each right point still free its candidates among these left ones, but for `funde`.

    Finds small parts of large points, which the large ones had too many others for.
    """
    frei = zuordnung.b.freie()
    gesucht = {w for j in frei for w in gewichtung.merkmale(zuordnung.b.texte[j]).zahl}
    verzeichnis = _verzeichnis(zuordnung.a, punkte_a, gesucht, gewichtung)
    bekannt = {(fund.i, fund.j) for fund in funde}
    neue = (
        naehe(zuordnung, gewichtung, i, j)
        for j in frei
        for i in _nach_worten(zuordnung.b.texte[j], verzeichnis, gewichtung)
        if (i, j) not in bekannt
    )
    return [fund for fund in neue if fund is not None]


def _verzeichnis(
    seite: Seite, punkte: Iterable[int], gesucht: set[int] | None, gewichtung: Gewichtung
) -> dict[int, list[int]]:
    """For each word that is not frequent (of those `gesucht`, if given) the points with it."""
    verzeichnis: dict[int, list[int]] = defaultdict(list)
    for punkt in punkte:
        worte = gewichtung.merkmale(seite.texte[punkt]).zahl
        for wort in worte if gesucht is None else worte.keys() & gesucht:
            verzeichnis[wort].append(punkt)
    return {wort: orte for wort, orte in verzeichnis.items() if len(orte) <= _HAEUFIG}


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
