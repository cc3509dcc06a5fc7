"""Comparing two to four Fassungen: the Synopse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from antragsbuero.comparison.abbruch import Abbruch
from antragsbuero.comparison.aenderungen import betragsaenderungen, fristaenderungen
from antragsbuero.comparison.spalten import Korrekturen, spalte, vorgaben
from antragsbuero.comparison.synopse import (
    Bereich,
    Synopse,
    SynopsenSpalte,
    SynopsenZeile,
)
from antragsbuero.comparison.zeichen import Wortschatz
from antragsbuero.comparison.zeilen import Stellen, zeilen
from antragsbuero.comparison.zellen import verglichene_zellen, zellen
from antragsbuero.comparison.zuordnung import Punkttext
from antragsbuero.domain.fassung import Fassung

_HOECHSTENS_SPALTEN = 4


def vergleiche(
    fassungen: Sequence[Fassung],
    *,
    titel: Sequence[str] | None = None,
    basen: Sequence[int | None] | None = None,
    korrekturen: Korrekturen | None = None,
    abbruch: Callable[[], bool] | None = None,
) -> Synopse:
    """Compares Fassungen in columns, in the order given.

    Args:
        fassungen: two to four Fassungen.
        titel: one for each column, "" for all if None.
        basen: for each column the index of the column it is compared with, None for no
            comparison; by default each with its left neighbour.
        korrekturen: corrections by hand, by the kennungen of two Fassungen.
        abbruch: asked now and then whether to stop.

    Returns:
        The rows of Betreff, Vorspann, Beschlusspunkte and Begründung, in this order.

    Raises:
        ValueError: the number of Fassungen, titel or basen does not fit.
        Abgebrochen: `abbruch` returned True.
    """
    anzahl = len(fassungen)
    if not 2 <= anzahl <= _HOECHSTENS_SPALTEN:
        raise ValueError(f"Verglichen werden zwei bis vier Fassungen, nicht {anzahl}.")
    basen = tuple(basen) if basen is not None else (None, *range(anzahl - 1))
    titel = tuple(titel) if titel is not None else ("",) * anzahl
    if len(basen) != anzahl or len(titel) != anzahl:
        raise ValueError("Jede Spalte braucht einen Titel und eine Basis.")
    if any(basis is not None and not 0 <= basis < anzahl for basis in basen):
        raise ValueError("Die Basis einer Spalte ist eine der Spalten.")
    wortschatz = Wortschatz()
    ergebnis: list[SynopsenZeile] = []
    for bereich in Bereich:
        punkte = [spalte(fassung, bereich) for fassung in fassungen]
        if bereich is Bereich.BETREFF and not _betreff_gehoert_dazu(punkte):
            continue
        if bereich is Bereich.BETREFF:
            reihen = [tuple(tuple(range(len(reihe))) for reihe in punkte)]
        else:
            bekannt = vorgaben(fassungen, punkte, korrekturen or {})
            reihen = zeilen(punkte, wortschatz, bekannt, abbruch)
        ergebnis += _zeilen(bereich, punkte, reihen, basen, wortschatz, len(ergebnis), abbruch)
    kopf = zip(titel, fassungen, basen, strict=True)
    return Synopse(
        spalten=tuple(SynopsenSpalte(name, fassung.kennung, b) for name, fassung, b in kopf),
        zeilen=tuple(ergebnis),
        fristen=fristaenderungen(ergebnis, fassungen, basen, wortschatz),
        betraege=betragsaenderungen(ergebnis, basen, wortschatz),
    )


def _betreff_gehoert_dazu(punkte: Sequence[Sequence[Punkttext]]) -> bool:
    """Whether all have a Betreff, or those that have one differ."""
    vorhanden = [reihe[0].text for reihe in punkte if reihe]
    return len(vorhanden) == len(punkte) or len(set(vorhanden)) > 1


def _zeilen(
    bereich: Bereich,
    punkte: Sequence[Sequence[Punkttext]],
    reihen: Sequence[Stellen],
    basen: Sequence[int | None],
    wortschatz: Wortschatz,
    erste_zeile: int,
    abbruch: Abbruch | None,
) -> list[SynopsenZeile]:
    """The rows of one Bereich with all cells."""
    spalten = []
    for nummer, basis in enumerate(basen):
        if basis is None:
            spalten.append(zellen(punkte[nummer], [stellen[nummer] for stellen in reihen]))
        else:
            spalten.append(
                verglichene_zellen(reihen, punkte, nummer, basis, wortschatz, erste_zeile, abbruch)
            )
    return [SynopsenZeile(bereich, zeile) for zeile in zip(*spalten, strict=True)]
