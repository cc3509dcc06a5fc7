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
    weg, neu = _fundorte(zeilen, wortschatz)
    beide = [
        folge
        for folge, orte in weg.items()
        if len(orte) == len(neu.get(folge, ())) == 1 and _sagt_etwas(folge, wortschatz)
    ]
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
    zeilen: Sequence[Teile], wortschatz: Wortschatz
) -> tuple[dict[Folge, list[Fundort]], dict[Folge, list[Fundort]]]:
    """Where each whole sentence was deleted and where inserted."""
    weg: dict[Folge, list[Fundort]] = defaultdict(list)
    neu: dict[Folge, list[Fundort]] = defaultdict(list)
    for zeile, teile in enumerate(zeilen):
        for teil in teile:
            if teil.art is Teilart.WEG or teil.art is Teilart.NEU:
                orte = weg if teil.art is Teilart.WEG else neu
                for satz in saetze(teil.alt or teil.neu):
                    orte[wortschatz.folge(satz)].append(Fundort(zeile, satz.strip()))
    return weg, neu


def _sagt_etwas(folge: Folge, wortschatz: Wortschatz) -> bool:
    arten = wortschatz.arten
    return sum([arten[wort] is Wortart.WORT for wort in folge]) >= _MINDESTWORTE


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
