"""Points that were rewritten so far that only their place tells where they belong."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import fsum

from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.zuordnung import Zuordnung

_MINDESTENS = 0.06
"""Least share of common word pairs between two points at the same place."""
_GROESSTE_TAFEL = 2_500
"""Above this many cells a gap is only looked at near its diagonal."""
_BAND = 12

Wortpaare = tuple[Counter[tuple[int, int]], float]
"""Two neighbouring words each, with the sum of their weights."""


def fuelle_luecken(zuordnung: Zuordnung, gewichtung: Gewichtung) -> None:
    """Pairs free points in order inside each gap between two pairs that kept their order."""
    a, b = zuordnung.a, zuordnung.b
    fest = [(-1, -1), *zuordnung.geordnet(), (len(a), len(b))]
    for (i0, j0), (i1, j1) in pairwise(fest):
        links = [i for i in range(i0 + 1, i1) if not a.partner[i] and a.folgen[i]]
        rechts = [j for j in range(j0 + 1, j1) if not b.partner[j] and b.folgen[j]]
        if links and rechts:
            _fuelle(zuordnung, gewichtung, links, rechts)


def _fuelle(
    zuordnung: Zuordnung, gewichtung: Gewichtung, links: list[int], rechts: list[int]
) -> None:
    """The best pairing in order of two short lists, by the word pairs that they share."""
    paare_a = [wortpaare(zuordnung.a.folgen[i], gewichtung) for i in links]
    paare_b = [wortpaare(zuordnung.b.folgen[j], gewichtung) for j in rechts]
    merkmale_a = [gewichtung.merkmale(zuordnung.a.texte[i]) for i in links]
    merkmale_b = [gewichtung.merkmale(zuordnung.b.texte[j]) for j in rechts]
    eng = len(links) * len(rechts) > _GROESSTE_TAFEL
    steigung = len(rechts) / len(links)
    bisher: dict[int, float] = {}
    wahl: list[dict[int, int]] = []
    for zeile, paar_a in enumerate(paare_a):
        mitte = int(zeile * steigung)
        von, bis = (max(0, mitte - _BAND), mitte + _BAND + 1) if eng else (0, len(rechts))
        neu: dict[int, float] = {}
        schritte: dict[int, int] = {}
        oben_links = bisher.get(von - 1, 0.0)
        links_davon = oben_links
        for spalte in range(von, min(bis, len(rechts))):
            oben = bisher.get(spalte, oben_links)
            gewinn = aehnlich(paar_a, paare_b[spalte], gewichtung) - _MINDESTENS
            if merkmale_a[zeile].widerspricht(merkmale_b[spalte]):
                gewinn = 0.0
            bestes, schritt = max((links_davon, 0), (oben, 1))
            if gewinn > 0 and oben_links + gewinn > bestes:
                bestes, schritt = oben_links + gewinn, 2
            neu[spalte], schritte[spalte] = bestes, schritt
            oben_links, links_davon = oben, bestes
        bisher = neu
        wahl.append(schritte)
    zeile, spalte = len(links) - 1, max(wahl[-1], default=-1)
    while zeile >= 0 and spalte >= 0:
        schritt = wahl[zeile].get(spalte, 1 if spalte < min(wahl[zeile], default=0) else 0)
        if schritt == 2:
            zuordnung.verbinde_freie(links[zeile], rechts[spalte])
        zeile -= schritt > 0
        spalte -= schritt != 1


def wortpaare(folge: tuple[int, ...], gewichtung: Gewichtung) -> Wortpaare:
    """The pairs of neighbouring words of a text."""
    zahl = Counter(pairwise(folge))
    return zahl, fsum(_gewicht(paar, gewichtung) * anzahl for paar, anzahl in zahl.items())


def aehnlich(links: Wortpaare, rechts: Wortpaare, gewichtung: Gewichtung) -> float:
    """The weighted share of common pairs of words, from 0 to 1."""
    gesamt = links[1] + rechts[1]
    return 2 * _gemeinsam(links, rechts, gewichtung) / gesamt if gesamt else 0.0


def enthalten(teil: Wortpaare, ganzes: Wortpaare, gewichtung: Gewichtung) -> float:
    """The weighted share of the pairs of words of `teil` that `ganzes` has, from 0 to 1."""
    return _gemeinsam(teil, ganzes, gewichtung) / teil[1] if teil[1] else 0.0


def _gemeinsam(links: Wortpaare, rechts: Wortpaare, gewichtung: Gewichtung) -> float:
    return fsum(
        _gewicht(paar, gewichtung) * min(links[0][paar], rechts[0][paar])
        for paar in links[0].keys() & rechts[0].keys()
    )


def _gewicht(paar: tuple[int, int], gewichtung: Gewichtung) -> float:
    return gewichtung.worte[paar[0]] + gewichtung.worte[paar[1]]
