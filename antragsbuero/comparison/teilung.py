"""Points that were split into several or merged into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.zuordnung import Seite, Zuordnung

_FERN = 0.6
"""Least share for a part that does not stand beside another part of the same point."""


def verbinde_teile(
    zuordnung: Zuordnung,
    gewichtung: Gewichtung,
    zu_b: Mapping[int, Sequence[int]],
    zu_a: Mapping[int, Sequence[int]],
    schwelle: float,
) -> None:
    """Gives free points to a paired one whose text they complete.

    `zu_b` and `zu_a` name for a point of the right and of the left column the points of the
    other one that share rare words. `schwelle` is the share of the free text that must be
    found in what the partners of the paired point leave over.
    """
    a, b = zuordnung.a, zuordnung.b
    for j in b.freie():
        ganzes = _ganzes(j, b, a, zu_b.get(j, ()), gewichtung, schwelle)
        if ganzes is not None:
            zuordnung.verbinde(ganzes, j)
    for i in a.freie():
        ganzes = _ganzes(i, a, b, zu_a.get(i, ()), gewichtung, schwelle)
        if ganzes is not None:
            zuordnung.verbinde(i, ganzes)


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
    if not folge:
        return None
    merkmale = gewichtung.merkmale(seite.texte[teil])
    nachbarn = [gegen_ for n in (teil - 1, teil + 1) if (gegen_ := seite.haupt(n)) >= 0]
    bestes, beste_deckung = None, 0.0
    for ganzes in dict.fromkeys((*nachbarn, *kandidaten)):
        haupt = gegen.haupt(ganzes)
        if haupt < 0 or ganzes in gegen.fest or gegen.folgen[ganzes] == seite.folgen[haupt]:
            continue
        verlangt = merkmale.gewicht * (schwelle if ganzes in nachbarn else max(schwelle, _FERN))
        alles = gewichtung.merkmale(gegen.texte[ganzes]).zahl
        if gewichtung.gemeinsam(merkmale.zahl, alles) < verlangt:
            continue
        rest = _rest(ganzes, gegen, seite, gewichtung)
        deckung = gewichtung.gemeinsam(merkmale.zahl, rest)
        if deckung < verlangt or deckung <= beste_deckung:
            continue
        if LCSseq.similarity(gegen.folgen[ganzes], folge) >= schwelle * len(folge):
            bestes, beste_deckung = ganzes, deckung
    return bestes


def _rest(ganzes: int, gegen: Seite, seite: Seite, gewichtung: Gewichtung) -> Counter[int]:
    """The words of the point that its partners do not have."""
    rest = gewichtung.merkmale(gegen.texte[ganzes]).zahl
    for partner in gegen.partner[ganzes]:
        rest = rest - gewichtung.merkmale(seite.texte[partner]).zahl
    return rest
