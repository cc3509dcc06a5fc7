"""All that the screen shows of a Vorgang, in one frozen piece; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang, nach_datum
from antragsbuero.services.vorgaenge import Kopfdaten
from antragsbuero.ui.shared.stationen import Zeitstrahl, zeitstrahl
from antragsbuero.ui.shared.wortlaut import Wortblock
from antragsbuero.ui.vorgang.rows import (
    BeratungRow,
    KopfRow,
    TeilRow,
    VerlaufRow,
    beratung_rows,
    kopf_row,
    teil_rows,
    verlauf_rows,
)


@dataclass(frozen=True, slots=True)
class VorgangBild:
    """All that the screen shows of a Vorgang besides a wording."""

    kennung: str
    kopf: KopfRow
    kopfdaten: Kopfdaten
    personen: tuple[str, ...]
    zeitstrahl: Zeitstrahl
    teile: tuple[TeilRow, ...]
    beratungen: tuple[BeratungRow, ...]
    verlauf: tuple[VerlaufRow, ...]


@dataclass(frozen=True, slots=True)
class WortlautBild:
    """The wording of one paper; what can be done with it."""

    kennung: str
    titel: str
    bloecke: tuple[Wortblock, ...]
    ist_fassung: bool
    entwurf: bool
    hat_quelltext: bool
    quelltext: bool


def vorgang_bild(vorgang: Vorgang, personen: Sequence[str], heute: date) -> VorgangBild:
    """Everything the screen shows of a Vorgang."""
    return VorgangBild(
        vorgang.kennung,
        kopf_row(vorgang),
        Kopfdaten.von(vorgang),
        tuple(personen),
        zeitstrahl(vorgang, heute),
        teil_rows(vorgang, heute),
        beratung_rows(vorgang),
        verlauf_rows(vorgang),
    )


def neu_eingereicht(alt: Vorgang | None, neu: Vorgang) -> str | None:
    """The draft that was submitted since the Vorgang was last shown, if there is one."""
    if alt is None:
        return None
    entwuerfe = {f.kennung for f in alt.fassungen if f.ist_entwurf}
    return next(
        (f.kennung for f in neu.fassungen if f.eingereicht and f.kennung in entwuerfe), None
    )


def neueste(vorgang: Vorgang) -> str | None:
    """The Fassung one most likely wants to read: the newest draft, else the newest dated one."""
    geordnet = nach_datum(vorgang.fassungen)
    return geordnet[-1].kennung if geordnet else None


def vorherige(vorgang: Vorgang, fassung: Fassung) -> Fassung | None:
    """The Fassung that this one answers, else the one before it by date."""
    geordnet = nach_datum(vorgang.fassungen)
    for andere in geordnet:
        if andere.kennung == fassung.zu:
            return andere
    stelle = [f.kennung for f in geordnet].index(fassung.kennung)
    return geordnet[stelle - 1] if stelle else None
