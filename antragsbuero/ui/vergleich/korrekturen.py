"""Corrections of pairings out of what a person selected; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from antragsbuero.comparison.korrektur import Korrektur, Korrekturart
from antragsbuero.comparison.synopse import Bereich, Synopse
from antragsbuero.domain.fassung import Fassung

VERBINDEN_GEHT_NICHT = (
    "Zum Verbinden wählen Sie zwei oder mehr Zeilen mit Beschlusspunkten, von denen mindestens "
    "zwei Spalten Text haben."
)
LOESEN_GEHT_NICHT = (
    "Zum Lösen wählen Sie die Zelle eines Beschlusspunkts, der in seiner Zeile eine Entsprechung "
    "hat."
)


@dataclass(frozen=True, slots=True)
class Paarkorrektur:
    """A correction between two Fassungen, by their kennungen."""

    a: str
    b: str
    korrektur: Korrektur


def verbinde(
    synopse: Synopse, fassungen: Sequence[Fassung], zeilen: Sequence[int]
) -> tuple[Paarkorrektur, ...]:
    """The points of these rows belong together, for every pair of columns; () if they cannot.

    Only rows of Beschlusspunkte can be joined, and only where two columns have points.
    """
    if len(zeilen) < 2 or not _nur_punkte(synopse, zeilen):
        return ()
    kennungen = [
        tuple(k for zeile in zeilen for k in _kennungen(synopse, fassungen, zeile, spalte))
        for spalte in range(len(fassungen))
    ]
    return tuple(
        _paar(fassungen[i], fassungen[j], Korrekturart.VERBUNDEN, kennungen[i], kennungen[j])
        for i, j in combinations(range(len(fassungen)), 2)
        if kennungen[i] and kennungen[j]
    )


def trenne(
    synopse: Synopse, fassungen: Sequence[Fassung], zeile: int, spalte: int
) -> tuple[Paarkorrektur, ...]:
    """The cell's points do not belong to the other points of its row; () if nothing to part."""
    if not _nur_punkte(synopse, [zeile]):
        return ()
    eigene = _kennungen(synopse, fassungen, zeile, spalte)
    ergebnis = []
    for andere in range(len(fassungen)):
        fremde = _kennungen(synopse, fassungen, zeile, andere)
        if andere != spalte and eigene and fremde:
            ergebnis.append(
                _paar(fassungen[spalte], fassungen[andere], Korrekturart.GETRENNT, eigene, fremde)
            )
    return tuple(ergebnis)


def _nur_punkte(synopse: Synopse, zeilen: Sequence[int]) -> bool:
    return all(synopse.zeilen[n].bereich is Bereich.PUNKTE for n in zeilen)


def _kennungen(
    synopse: Synopse, fassungen: Sequence[Fassung], zeile: int, spalte: int
) -> tuple[str, ...]:
    punkte = tuple(fassungen[spalte].alle_punkte())
    return tuple(punkte[ort].kennung for ort in synopse.zeilen[zeile].zellen[spalte].punkte)


def _paar(
    a: Fassung, b: Fassung, art: Korrekturart, von: tuple[str, ...], nach: tuple[str, ...]
) -> Paarkorrektur:
    """Stored under one order of the two Fassungen, however the columns stand."""
    if a.kennung > b.kennung:
        a, b, von, nach = b, a, nach, von
    return Paarkorrektur(a.kennung, b.kennung, Korrektur(art, von, nach))
