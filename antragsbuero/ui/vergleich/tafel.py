"""All that the table shows of a comparison; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.ui.vergleich.auswahl import Spaltenkopf, spaltenkoepfe
from antragsbuero.ui.vergleich.namen import Namen
from antragsbuero.ui.vergleich.rows import Anzeige, Stelle, VergleichRow, rows, stellen
from antragsbuero.ui.vergleich.zellen import Zellenbau


@dataclass(frozen=True, slots=True)
class Tafel:
    """Heads, rows, changes; cells are built when asked for."""

    koepfe: tuple[Spaltenkopf, ...]
    rows: tuple[VergleichRow, ...]
    zellen: Zellenbau
    namen: Namen
    synopse: Synopse
    stellen: tuple[Stelle, ...]
    gleiche_fassungen: bool
    """Whether the same columns were shown before, so that the place is kept."""


def baue_tafel(
    vorgang: Vorgang,
    fassungen: Sequence[Fassung],
    synopse: Synopse,
    anzeige: Anzeige,
    *,
    gleiche_fassungen: bool = False,
) -> Tafel:
    """What is shown of a Synopse of these Fassungen."""
    namen = Namen(synopse, fassungen)
    alle = stellen(synopse, replace(anzeige, gestrichenes=True))
    return Tafel(
        koepfe=spaltenkoepfe(vorgang, fassungen, synopse, alle),
        rows=rows(synopse, namen, anzeige),
        zellen=Zellenbau(synopse, namen, anzeige),
        namen=namen,
        synopse=synopse,
        stellen=alle if anzeige.gestrichenes else stellen(synopse, anzeige),
        gleiche_fassungen=gleiche_fassungen,
    )
