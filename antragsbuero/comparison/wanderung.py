"""Sentences that left one place and appeared in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from antragsbuero.comparison.saetze import saetze
from antragsbuero.comparison.synopse import Teilart, Textteil
from antragsbuero.comparison.zeichen import Folge, Wortart, Wortschatz

Teile = tuple[Textteil, ...]


class Fundort(NamedTuple):
    """A sentence that was deleted or inserted in a row."""

    zeile: int
    satz: str


_MINDESTWORTE = 3
"""A sentence needs that many words beside fillers to be recognised again."""


def mit_wanderungen(
    zeilen: Sequence[Teile], texte: Iterable[str], erste_zeile: int, wortschatz: Wortschatz
) -> list[Teile]:
    """The pieces of one column with moved sentences apart and linked to the other row.

    `zeilen` are the pieces of each row, the first with the index `erste_zeile`; `texte` all
    texts of the column and its base: a sentence that stands there more often than once on
    each side is a set phrase and links nothing.
    """
    weg = _fundorte(zeilen, Teilart.WEG, wortschatz)
    neu = _fundorte(zeilen, Teilart.NEU, wortschatz)
    beide = [f for f in weg if f in neu and len(weg[f]) == len(neu[f]) == 1]
    if not beide:
        return list(zeilen)
    haeufig: dict[str, int] = defaultdict(int)
    for text, anzahl in Counter(texte).items():
        for satz in saetze(text):
            haeufig[satz.strip()] += anzahl
    ziele = {
        folge: (weg[folge][0].zeile, neu[folge][0].zeile)
        for folge in beide
        if haeufig[weg[folge][0].satz] <= 2 and haeufig[neu[folge][0].satz] <= 2
    }
    ergebnis = list(zeilen)
    for zeile in sorted({zeile for orte in ziele.values() for zeile in orte}):
        ergebnis[zeile] = tuple(
            stueck
            for teil in zeilen[zeile]
            for stueck in _zerlegt(teil, ziele, erste_zeile, wortschatz)
        )
    return ergebnis


def _fundorte(
    zeilen: Sequence[Teile], art: Teilart, wortschatz: Wortschatz
) -> dict[Folge, list[Fundort]]:
    """Where each whole sentence was deleted or inserted."""
    orte: dict[Folge, list[Fundort]] = defaultdict(list)
    for zeile, teile in enumerate(zeilen):
        for teil in teile:
            if teil.art is art:
                for satz in saetze(teil.alt or teil.neu):
                    folge = wortschatz.folge(satz)
                    if sum(wortschatz.arten[w] is Wortart.WORT for w in folge) >= _MINDESTWORTE:
                        orte[folge].append(Fundort(zeile, satz.strip()))
    return orte


def _zerlegt(
    teil: Textteil,
    ziele: dict[Folge, tuple[int, int]],
    erste_zeile: int,
    wortschatz: Wortschatz,
) -> list[Textteil]:
    """One piece with its wandered sentences apart."""
    if teil.art not in (Teilart.WEG, Teilart.NEU):
        return [teil]
    weg = teil.art is Teilart.WEG
    stuecke: list[tuple[str, int | None]] = []
    for satz in saetze(teil.alt if weg else teil.neu):
        orte = ziele.get(wortschatz.folge(satz))
        ziel = erste_zeile + orte[weg] if orte is not None else None
        if stuecke and ziel is None and stuecke[-1][1] is None:
            stuecke[-1] = (stuecke[-1][0] + satz, None)
        else:
            stuecke.append((satz, ziel))
    return [
        Textteil(teil.art, text if weg else "", "" if weg else text, ziel) for text, ziel in stuecke
    ]
