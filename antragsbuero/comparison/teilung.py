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
_REST = 0.6
"""Share of the shorter text that two paired points must have in common beside their partners."""


def verbinde_teile(
    zuordnung: Zuordnung,
    gewichtung: Gewichtung,
    funde: Iterable[Naehe],
    reste: Reste,
    schwelle: float,
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
            ganzes = _ganzes(j, b, a, von_b.get(j, ()), gewichtung, reste, schwelle)
            if ganzes is not None:
                zuordnung.verbinde(ganzes, j)
        for i in a.freie():
            ganzes = _ganzes(i, a, b, von_a.get(i, ()), gewichtung, reste, schwelle)
            if ganzes is not None:
                zuordnung.verbinde(i, ganzes)


def verbinde_mit_nachbarn(
    zuordnung: Zuordnung, gewichtung: Gewichtung, fund: Naehe, reste: Reste
) -> bool:
    """Gives the smaller point of a pair to a partner of its neighbours that lacks it as well.

    So a set phrase that was cut off one point is not taken for the rest of another.
    """
    a, b = zuordnung.a, zuordnung.b
    if a.partner[fund.i] or b.partner[fund.j]:
        return False
    schwelle = max(TEIL_MOEGLICH, fund.enthalten)
    if len(a.folgen[fund.i]) > len(b.folgen[fund.j]):
        ganzes = _ganzes(fund.j, b, a, (), gewichtung, reste, schwelle)
        return ganzes is not None and zuordnung.verbinde(ganzes, fund.j)
    ganzes = _ganzes(fund.i, a, b, (), gewichtung, reste, schwelle)
    return ganzes is not None and zuordnung.verbinde(fund.i, ganzes)


def verbinde_reste(
    zuordnung: Zuordnung, gewichtung: Gewichtung, funde: Iterable[Naehe], reste: Reste
) -> None:
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
        gemeinsam = gewichtung.gemeinsam(reste.rest(i, a, b), reste.rest(j, b, a))
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
    reste: Reste,
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
        rest = reste.rest(ganzes, gegen, seite)
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


class Reste:
    """What the partners of each point leave over of its words, kept up to date cheaply."""

    def __init__(self, gewichtung: Gewichtung) -> None:
        self._gewichtung = gewichtung
        self._stand: dict[tuple[int, int], tuple[int, Counter[int]]] = {}

    def rest(self, punkt: int, seite: Seite, gegen: Seite) -> Counter[int]:
        """The words of a point of `seite` that its partners in `gegen` do not have."""
        partner = seite.partner[punkt]
        schluessel = (id(seite), punkt)
        abgezogen, rest = self._stand.get(schluessel, (0, None))
        if rest is None:
            rest = self._gewichtung.merkmale(seite.texte[punkt]).zahl.copy()
        for anderer in partner[abgezogen:]:
            zahl = self._gewichtung.merkmale(gegen.texte[anderer]).zahl
            for wort in zahl.keys() & rest.keys():
                rest[wort] = max(0, rest[wort] - zahl[wort])
        self._stand[schluessel] = (len(partner), rest)
        return rest
