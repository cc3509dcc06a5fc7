"""Which words two texts have in common, in order."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from antragsbuero.comparison.kette import kette
from antragsbuero.comparison.zeichen import Folge

_GROESSTE_TAFEL = 60_000_000
"""Above this many cells (bits) the texts are first cut at words that occur once in each."""


class Lauf(NamedTuple):
    """A run of `laenge` equal words, from word `i` of the left and word `j` of the right text."""

    i: int
    j: int
    laenge: int


def gleiche_laeufe(x: Folge, y: Folge) -> list[Lauf]:
    """The common words as runs in order, as many as possible.

    Texts too long for that are cut at words that occur once in each; a stretch that is too
    long and has no such word counts as changed as a whole, so that time stays bounded.
    """
    laeufe: list[Lauf] = []
    _suche(x, y, 0, 0, laeufe)
    return verschmolzen(laeufe)


def verschmolzen(laeufe: list[Lauf]) -> list[Lauf]:
    """The same runs, touching ones joined."""
    ergebnis: list[Lauf] = []
    for lauf in laeufe:
        if ergebnis:
            i, j, laenge = ergebnis[-1]
            if i + laenge == lauf.i and j + laenge == lauf.j:
                ergebnis[-1] = Lauf(i, j, laenge + lauf.laenge)
                continue
        ergebnis.append(lauf)
    return ergebnis


def _suche(x: Folge, y: Folge, i0: int, j0: int, laeufe: list[Lauf]) -> None:
    kurz = min(len(x), len(y))
    anfang = 0
    while anfang < kurz and x[anfang] == y[anfang]:
        anfang += 1
    ende = 0
    while ende < kurz - anfang and x[-1 - ende] == y[-1 - ende]:
        ende += 1
    if anfang:
        laeufe.append(Lauf(i0, j0, anfang))
    mitte_x, mitte_y = x[anfang : len(x) - ende], y[anfang : len(y) - ende]
    if mitte_x and mitte_y:
        if len(mitte_x) * len(mitte_y) <= _GROESSTE_TAFEL:
            laeufe.extend(
                Lauf(o.src_start + i0 + anfang, o.dest_start + j0 + anfang, o.src_end - o.src_start)
                for o in Indel.opcodes(mitte_x, mitte_y)
                if o.tag == "equal"
            )
        else:
            _zerlege(mitte_x, mitte_y, i0 + anfang, j0 + anfang, laeufe)
    if ende:
        laeufe.append(Lauf(i0 + len(x) - ende, j0 + len(y) - ende, ende))


def _zerlege(x: Folge, y: Folge, i0: int, j0: int, laeufe: list[Lauf]) -> None:
    """Cuts two long texts at words that occur once in each and kept their order."""
    einmal_x = {wort for wort, zahl in Counter(x).items() if zahl == 1}
    einmal = {wort for wort, zahl in Counter(y).items() if zahl == 1 and wort in einmal_x}
    ort_y = {wort: j for j, wort in enumerate(y) if wort in einmal}
    orte = [(i, ort_y[wort]) for i, wort in enumerate(x) if wort in einmal]
    i1 = j1 = 0
    for k in kette(orte, [1.0] * len(orte)):
        i, j = orte[k]
        _suche(x[i1:i], y[j1:j], i0 + i1, j0 + j1, laeufe)
        laeufe.append(Lauf(i0 + i, j0 + j, 1))
        i1, j1 = i + 1, j + 1
    if orte:
        _suche(x[i1:], y[j1:], i0 + i1, j0 + j1, laeufe)
