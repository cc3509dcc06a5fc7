"""Fassung <-> rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist
from antragsbuero.storage.mapping.abgleich import gleiche_ab, lies, setze, setze_wert
from antragsbuero.storage.rows.fassung import (
    BeschlusspunktRow,
    FassungRow,
    FassungsanlageRow,
    FristRow,
)


def fassung_aus(zeile: FassungRow) -> Fassung:
    """The domain object of a loaded row."""
    return Fassung(
        art=zeile.art,
        datum=zeile.datum,
        nummer=zeile.nummer,
        urheber=zeile.urheber,
        zu=zeile.zu,
        eingereicht=zeile.eingereicht,
        betreff=zeile.betreff,
        vorspann=zeile.vorspann,
        punkte=_baum(zeile.punkte),
        begruendung=zeile.begruendung,
        anlagen=tuple(lies(Anlage, anlage) for anlage in zeile.anlagen),
        quelltext=zeile.quelltext,
        kennung=zeile.kennung,
    )


def uebertrage_fassung(zeile: FassungRow, fassung: Fassung) -> None:
    """Carries a Fassung into its row and the rows below it."""
    setze(zeile, fassung, ausser=("punkte", "anlagen"))
    gleiche_ab(zeile.anlagen, fassung.anlagen, FassungsanlageRow)
    gleiche_ab(zeile.punkte, list(fassung.alle_punkte()), BeschlusspunktRow, _uebertrage_punkt)
    for punkt, ebene in zip(zeile.punkte, _ebenen(fassung.punkte), strict=True):
        setze_wert(punkt, "ebene", ebene)


def uebertrage_frist(zeile: FristRow, frist: Frist) -> None:
    """Carries a Frist into its row, with the day it is sorted by."""
    setze(zeile, frist)
    setze_wert(zeile, "tag", frist.datum or frist.naechste)


def _uebertrage_punkt(zeile: BeschlusspunktRow, punkt: Beschlusspunkt) -> None:
    setze(zeile, punkt, ausser=("punkte", "fristen"))
    gleiche_ab(zeile.fristen, punkt.fristen, FristRow, uebertrage_frist, schluessel=None)


def _ebenen(punkte: Sequence[Beschlusspunkt], ebene: int = 0) -> Iterator[int]:
    """The depth of each point in preorder."""
    for punkt in punkte:
        yield ebene
        yield from _ebenen(punkt.punkte, ebene + 1)


def _baum(zeilen: Sequence[BeschlusspunktRow]) -> tuple[Beschlusspunkt, ...]:
    """The tree of rows in preorder with their depths."""
    rest = list(reversed(zeilen))

    def lies_ebene(ebene: int) -> tuple[Beschlusspunkt, ...]:
        punkte = []
        while rest and rest[-1].ebene >= ebene:
            zeile = rest.pop()
            kinder = lies_ebene(zeile.ebene + 1)
            punkte.append(
                Beschlusspunkt(
                    nummer=zeile.nummer,
                    absaetze=zeile.absaetze,
                    punkte=kinder,
                    fristen=tuple(lies(Frist, frist) for frist in zeile.fristen),
                    kennung=zeile.kennung,
                    herkunft=zeile.herkunft,
                )
            )
        return tuple(punkte)

    return lies_ebene(0)
