"""Points that were split into several or merged into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from antragsbuero.comparison.kandidaten import Naehe
from antragsbuero.comparison.luecken import enthalten, wortpaare
from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.wortvergleich import gleiche_laeufe
from antragsbuero.comparison.zeichen import Folge
from antragsbuero.comparison.zuordnung import Seite, Zuordnung

TEIL_SICHER = 0.8
"""Share of a text from which on it is surely a part of another one."""
TEIL_MOEGLICH = 0.5
"""Share from which on it is one if nothing better was found."""
_FERN = 0.6
"""Least share for a part that does not stand beside another part of the same point."""
_UMGESCHRIEBEN = (0.25, 0.15)
"""Least shares of words and of word pairs for a rewritten part that does."""
_AM_STUECK = 8
_ANTEIL_AM_STUECK = 0.25
"""Least length of a common run of words there, and its share of the shorter text."""
_REST = 0.4
"""Share of the shorter text that two paired points must have in common beside their partners."""


def verbinde_teile(
    zuordnung: Zuordnung, gewichtung: Gewichtung, funde: Iterable[Naehe], schwelle: float
) -> None:
    """Gives free points to a paired one whose text they complete.

    `schwelle` is the share of the free text that must be found in what the partners of the
    paired point leave over.
    """
    zu_a: dict[int, list[int]] = defaultdict(list)
    zu_b: dict[int, list[int]] = defaultdict(list)
    for fund in funde:
        if fund.enthalten >= TEIL_MOEGLICH:
            zu_a[fund.i].append(fund.j)
            zu_b[fund.j].append(fund.i)
    a, b = zuordnung.a, zuordnung.b
    # Neighbours first: a set phrase may be found in many points.
    for von_a, von_b in (({}, {}), (zu_a, zu_b)):
        for j in b.freie():
            ganzes = _ganzes(j, b, a, von_b.get(j, ()), gewichtung, schwelle)
            if ganzes is not None:
                zuordnung.verbinde(ganzes, j)
        for i in a.freie():
            ganzes = _ganzes(i, a, b, von_a.get(i, ()), gewichtung, schwelle)
            if ganzes is not None:
                zuordnung.verbinde(i, ganzes)


def verbinde_reste(zuordnung: Zuordnung, gewichtung: Gewichtung, funde: Iterable[Naehe]) -> None:
    """Joins points that both have partners and still share a large part of their text.

    So it is where one half of a split point was merged with another point.
    """
    a, b = zuordnung.a, zuordnung.b
    for fund in funde:
        i, j = fund.i, fund.j
        if fund.enthalten < _REST or fund.widerspruch or j in a.partner[i]:
            continue
        if not a.partner[i] or not b.partner[j] or i in a.fest or j in b.fest:
            continue
        gemeinsam = gewichtung.gemeinsam(_rest(i, a, b, gewichtung), _rest(j, b, a, gewichtung))
        kurz = min(gewichtung.merkmale(t).gewicht for t in (a.texte[i], b.texte[j]))
        if gemeinsam >= _REST * kurz and _am_stueck(a.folgen[i], b.folgen[j]):
            zuordnung.verbinde(i, j)


def _am_stueck(x: Folge, y: Folge) -> bool:
    """Whether a long run of words is common, as a sentence is that was moved."""
    laenge = max((lauf.laenge for lauf in gleiche_laeufe(x, y)), default=0)
    return laenge >= max(_AM_STUECK, _ANTEIL_AM_STUECK * min(len(x), len(y)))


def _ganzes(
    teil: int,
    seite: Seite,
    gegen: Seite,
    kandidaten: Sequence[int],
    gewichtung: Gewichtung,
    schwelle: float,
) -> int | None:
    """The point of `gegen` that the free point `teil` of `seite` is best a part of."""
    folge = seite.folgen[teil]
    merkmale = gewichtung.merkmale(seite.texte[teil])
    if not merkmale.gewicht:
        return None
    nachbarn = [gegen_ for n in (teil - 1, teil + 1) if (gegen_ := seite.haupt(n)) >= 0]
    bestes, beste_deckung = None, 0.0
    for ganzes in dict.fromkeys((*nachbarn, *kandidaten)):
        haupt = gegen.haupt(ganzes)
        if haupt < 0 or ganzes in gegen.fest or gegen.folgen[ganzes] == seite.folgen[haupt]:
            continue
        andere = gewichtung.merkmale(gegen.texte[ganzes])
        nah = ganzes in nachbarn
        umgeschrieben = nah and schwelle <= TEIL_MOEGLICH and not merkmale.widerspricht(andere)
        verlangt = _UMGESCHRIEBEN[0] if umgeschrieben else schwelle if nah else max(schwelle, _FERN)
        if gewichtung.gemeinsam(merkmale.zahl, andere.zahl) < verlangt * merkmale.gewicht:
            continue
        rest = _rest(ganzes, gegen, seite, gewichtung)
        deckung = gewichtung.gemeinsam(merkmale.zahl, rest) / merkmale.gewicht
        if deckung < verlangt or deckung <= beste_deckung:
            continue
        if deckung >= schwelle:
            gut = LCSseq.similarity(gegen.folgen[ganzes], folge) >= schwelle * len(folge)
        else:
            paare = wortpaare(folge, gewichtung), wortpaare(gegen.folgen[ganzes], gewichtung)
            gut = enthalten(*paare, gewichtung) >= _UMGESCHRIEBEN[1]
        if gut:
            bestes, beste_deckung = ganzes, deckung
    return bestes


def _rest(punkt: int, seite: Seite, gegen: Seite, gewichtung: Gewichtung) -> Counter[int]:
    """The words of the point that its partners do not have."""
    rest = gewichtung.merkmale(seite.texte[punkt]).zahl
    for partner in seite.partner[punkt]:
        rest = rest - gewichtung.merkmale(gegen.texte[partner]).zahl
    return rest
