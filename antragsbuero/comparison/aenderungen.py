"""Changed, lost and new Fristen and sums of money between columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from antragsbuero.comparison.angaben import Angabe, Wandel, Zeilenangaben, wandel
from antragsbuero.comparison.betraege import betraege
from antragsbuero.comparison.synopse import (
    Aenderungsart,
    Bereich,
    Betragsaenderung,
    Fristaenderung,
    SynopsenZeile,
    SynopsenZelle,
)
from antragsbuero.comparison.wanderung import Teile
from antragsbuero.comparison.zeichen import Wortschatz
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist

T = TypeVar("T")
Leser = Callable[[int, SynopsenZelle], list[Angabe[T]]]
"""Reads the statements of a cell of the column with that index."""


def fristaenderungen(
    zeilen: Sequence[SynopsenZeile],
    fassungen: Sequence[Fassung],
    basen: Sequence[int | None],
    wortschatz: Wortschatz,
) -> tuple[Fristaenderung, ...]:
    """What became of the Fristen; by column, then by row.

    Other words for the same day are no change, nor is a Frist that moved with its sentence.
    """
    punkte = [list(fassung.alle_punkte()) for fassung in fassungen]

    def lies(spalte: int, zelle: SynopsenZelle) -> list[Angabe[Frist]]:
        angaben = []
        anfang = 0
        for ort in zelle.punkte:
            punkt = punkte[spalte][ort]
            for frist in punkt.fristen:
                von, bis = frist.von, frist.bis
                if punkt.text[von:bis] != frist.wortlaut:
                    von = max(punkt.text.find(frist.wortlaut), 0)
                    bis = von + len(frist.wortlaut)
                gleich = _fristschluessel(frist)
                angaben.append(Angabe(frist, gleich, anfang + von, anfang + bis, zelle.text))
            anfang += len(punkt.text) + 1
        return angaben

    return tuple(
        Fristaenderung(_art(was), _wert(was.vorher), _wert(was.nachher), zeile, spalte)
        for spalte, zeile, was in _alle(zeilen, basen, lies, wortschatz)
    )


def betragsaenderungen(
    zeilen: Sequence[SynopsenZeile], basen: Sequence[int | None], wortschatz: Wortschatz
) -> tuple[Betragsaenderung, ...]:
    """What became of the sums of money in the Beschlusspunkte; by column, then by row."""

    def lies(_spalte: int, zelle: SynopsenZelle) -> list[Angabe[str]]:
        return [
            Angabe(betrag.wortlaut, (betrag.euro,), betrag.von, betrag.bis, zelle.text)
            for betrag in betraege(zelle.text)
        ]

    return tuple(
        Betragsaenderung(
            _art(was), _wert(was.vorher) or "", _wert(was.nachher) or "", zeile, spalte
        )
        for spalte, zeile, was in _alle(zeilen, basen, lies, wortschatz)
    )


def _fristschluessel(frist: Frist) -> tuple[Hashable, ...]:
    """Equal words first, else the same day read with the same certainty."""
    worte = " ".join(frist.wortlaut.casefold().split())
    tag = frist.datum or frist.naechste
    return (worte, (tag, frist.genauigkeit) if tag else None)


def _alle(
    zeilen: Sequence[SynopsenZeile],
    basen: Sequence[int | None],
    lies: Leser[T],
    wortschatz: Wortschatz,
) -> Iterator[tuple[int, int, Wandel[T]]]:
    """Every change as (column, row, Wandel), in the rows of the Beschlusspunkte."""
    nummern = [n for n, zeile in enumerate(zeilen) if zeile.bereich is Bereich.PUNKTE]
    for spalte, basis in enumerate(basen):
        if basis is None:
            continue
        angaben = []
        for nummer in nummern:
            alt, neu = zeilen[nummer].zellen[basis], zeilen[nummer].zellen[spalte]
            if alt.text == neu.text:
                angaben.append(Zeilenangaben[T]([], [], ()))
                continue
            teile = neu.teile or ()
            gewandert = _gewandert(teile)
            angaben.append(
                Zeilenangaben(
                    [a for a in lies(basis, alt) if not _in(a.von, gewandert[0])],
                    [a for a in lies(spalte, neu) if not _in(a.von, gewandert[1])],
                    teile,
                )
            )
        for ort, was in wandel(angaben, wortschatz):
            yield spalte, nummern[ort], was


def _gewandert(teile: Teile) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The places of wandered sentences in the old and in the new text."""
    orte: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    alt = neu = 0
    for teil in teile:
        if teil.wanderung is not None:
            orte[0].append((alt, alt + len(teil.alt)))
            orte[1].append((neu, neu + len(teil.neu)))
        alt += len(teil.alt)
        neu += len(teil.neu)
    return orte


def _in(stelle: int, orte: Sequence[tuple[int, int]]) -> bool:
    return any(von <= stelle < bis for von, bis in orte)


def _art(was: Wandel[T]) -> Aenderungsart:
    if was.vorher is None:
        return Aenderungsart.NEU
    return Aenderungsart.ENTFALLEN if was.nachher is None else Aenderungsart.GEAENDERT


def _wert(angabe: Angabe[T] | None) -> T | None:
    return angabe.wert if angabe is not None else None
