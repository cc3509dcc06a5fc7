"""Points that are equal to the letter, but for typography: the anchors of a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from antragsbuero.comparison.zeichen import Folge
from antragsbuero.comparison.zuordnung import Paar, Zuordnung

K = TypeVar("K", bound=Hashable)

_GROESSTE_TAFEL = 40_000
"""Above this many cells equal texts are simply paired in their order."""


def setze_anker(zuordnung: Zuordnung) -> None:
    """Pairs texts that are equal and occur once on each side, then their equal neighbours."""
    a, b = zuordnung.a, zuordnung.b
    if a.folgen == b.folgen:
        for k in range(len(a)):
            zuordnung.verbinde_freie(k, k)
        return
    links, rechts = _freie_stellen(zuordnung)
    for folge, stellen in links.items():
        gegen = rechts.get(folge, ())
        if len(stellen) == 1 and len(gegen) == 1:
            zuordnung.verbinde(stellen[0], gegen[0])
    if any(oben >= 0 for oben in a.eltern) and any(oben >= 0 for oben in b.eltern):
        _unter_gleichen_eltern(zuordnung)
    verlaengere(zuordnung, nur_geordnete=True)


def verlaengere(zuordnung: Zuordnung, *, nur_geordnete: bool = False) -> None:
    """Pairs equal texts that stand beside a pair, both forwards and backwards.

    With `nur_geordnete` only beside pairs that did not move.
    """
    a, b = zuordnung.a, zuordnung.b
    frei = a.freie()
    bewegt: set[int] = set()
    if nur_geordnete and frei:
        bewegt = set(range(len(a))) - {i for i, _ in zuordnung.geordnet()}
    for schritt, reihe in ((1, frei), (-1, frei[::-1])):
        for i in reihe:
            j = a.haupt(i - schritt)
            if j < 0 or not 0 <= j + schritt < len(b) or i - schritt in bewegt:
                continue
            gleich = a.folgen[i] == b.folgen[j + schritt] and bool(a.folgen[i])
            if gleich and zuordnung.verbinde_freie(i, j + schritt):
                bewegt.discard(i)


def verbinde_gleiche(zuordnung: Zuordnung) -> None:
    """Pairs the equal texts that are left, in their order, each at the likeliest place.

    Those below partners come first; below points that do not belong together a text that
    occurs several times tells nothing.
    """
    a, b = zuordnung.a, zuordnung.b
    links: dict[tuple[Folge, int], list[int]] = defaultdict(list)
    rechts: dict[tuple[Folge, int], list[int]] = defaultdict(list)
    for i in a.freie():
        links[a.folgen[i], a.haupt(a.eltern[i]) if a.eltern[i] >= 0 else -1].append(i)
    for j in b.freie():
        rechts[b.folgen[j], b.eltern[j]].append(j)
    _verbinde_reihen(zuordnung, links, rechts)
    _verbinde_reihen(zuordnung, *_freie_stellen(zuordnung))


def _verbinde_reihen(
    zuordnung: Zuordnung, links: Mapping[K, list[int]], rechts: Mapping[K, list[int]]
) -> None:
    """Pairs the points under equal keys in their order."""
    erwartet: list[Paar] | None = None
    for schluessel, stellen in links.items():
        gegen = rechts.get(schluessel)
        if not gegen or not zuordnung.a.folgen[stellen[0]]:
            continue
        if len(stellen) == len(gegen) or len(stellen) * len(gegen) > _GROESSTE_TAFEL:
            reihe = list(zip(stellen, gegen, strict=False))
        else:
            erwartet = erwartet or zuordnung.erwartet()
            orte = [sum(erwartet[i]) / 2 for i in stellen]
            reihe = [(stellen[k], gegen[n]) for k, n in _naechste(orte, gegen)]
        for i, j in reihe:
            if not zuordnung.eltern_widersprechen(i, j):
                zuordnung.verbinde(i, j)


def _naechste(orte: Sequence[float], stellen: Sequence[float]) -> list[tuple[int, int]]:
    """Pairs all of the shorter list in order with the longer, for the least sum of distances."""
    if len(orte) > len(stellen):
        return [(k, n) for n, k in _naechste(stellen, orte)]
    breite = len(stellen)
    kosten = [[0.0] * (breite + 1)]
    for k, ort in enumerate(orte):
        zeile = [float("inf")] * (breite + 1)
        for n in range(k, breite):
            zeile[n + 1] = min(zeile[n], kosten[k][n] + abs(ort - stellen[n]))
        kosten.append(zeile)
    paare: list[tuple[int, int]] = []
    n = breite
    for k in range(len(orte), 0, -1):
        while kosten[k][n - 1] == kosten[k][n]:
            n -= 1
        paare.append((k - 1, n - 1))
        n -= 1
    return paare[::-1]


def _unter_gleichen_eltern(zuordnung: Zuordnung) -> None:
    """Pairs equal texts that occur once below two points that are partners."""
    a, b = zuordnung.a, zuordnung.b
    links: dict[tuple[int, Folge], list[int]] = defaultdict(list)
    rechts: dict[tuple[int, Folge], list[int]] = defaultdict(list)
    for j in b.freie():
        rechts[b.eltern[j], b.folgen[j]].append(j)
    for i in a.freie():
        links[a.eltern[i], a.folgen[i]].append(i)
    # Preorder: a pair found here serves the points below it.
    for (oben, folge), stellen in sorted(links.items(), key=lambda eintrag: eintrag[1][0]):
        if oben < 0 or not folge or len(stellen) > 1:
            continue
        gegen = rechts.get((a.haupt(oben), folge), ()) if a.partner[oben] else ()
        if len(gegen) == 1:
            zuordnung.verbinde_freie(stellen[0], gegen[0])


def _freie_stellen(
    zuordnung: Zuordnung,
) -> tuple[dict[Folge, list[int]], dict[Folge, list[int]]]:
    """Where each text stands among the points that have no partner yet."""
    ergebnis: tuple[dict[Folge, list[int]], dict[Folge, list[int]]] = ({}, {})
    for seite, stellen in zip((zuordnung.a, zuordnung.b), ergebnis, strict=True):
        for punkt in seite.freie():
            if seite.folgen[punkt]:
                stellen.setdefault(seite.folgen[punkt], []).append(punkt)
    return ergebnis
