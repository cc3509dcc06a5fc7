"""From numbers of the search index to what a person sees."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.services.ports import Suchergebnis, Treffer
from antragsbuero.storage.mapping.abgleich import lies
from antragsbuero.storage.mapping.fassung import fassung_aus
from antragsbuero.storage.mapping.vorgang import bericht_aus
from antragsbuero.storage.rows.bericht import BerichtRow
from antragsbuero.storage.rows.fassung import BeschlusspunktRow, FassungRow
from antragsbuero.storage.rows.nachfrage import NachfrageRow
from antragsbuero.storage.rows.vorgang import VorgangRow
from antragsbuero.storage.search.auszug import auszug
from antragsbuero.storage.search.dokumente import (
    berichtstext,
    fassungstext,
    kopftext,
    nachfragetext,
)
from antragsbuero.storage.search.faltung import suchteile
from antragsbuero.storage.search.index import Suchindex
from antragsbuero.storage.suchart import Suchart
from antragsbuero.storage.tabellen.suche import SUCHTEXT

Stelle = tuple[int, str]
"""Row id of a Vorgang and kennung of a paper in it, "" for the head."""


def suche(sitzung: Session, index: Suchindex, ausdruck: str, grenze: int) -> Suchergebnis:
    """Finds papers and cuts an excerpt from each; the number of statements does not grow."""
    nummern, gesamt = index.finde(ausdruck, grenze)
    if not nummern:
        return Suchergebnis((), gesamt)
    frage = (
        select(
            SUCHTEXT.c.id,
            SUCHTEXT.c.art,
            SUCHTEXT.c.teil,
            VorgangRow.id,
            VorgangRow.kennung,
            VorgangRow.betreff,
        )
        .join(VorgangRow, VorgangRow.id == SUCHTEXT.c.vorgang_id)
        .where(SUCHTEXT.c.id.in_(nummern))
    )
    funde = {
        nr: (art, (vorgang, teil), kennung, betreff)
        for nr, art, teil, vorgang, kennung, betreff in sitzung.execute(frage)
    }
    texte: dict[Stelle, str] = {}
    for art, leser in _LESER.items():
        stellen = {stelle for a, stelle, *_ in funde.values() if a is art}
        if stellen:
            texte |= leser(sitzung, stellen)
    teile = suchteile(ausdruck)
    return Suchergebnis(
        tuple(
            Treffer(
                kennung=kennung,
                fassung=stelle[1] if art is Suchart.FASSUNG else None,
                betreff=betreff,
                auszug=auszug(texte.get(stelle, ""), teile, betreff),
            )
            for art, stelle, kennung, betreff in (funde[nr] for nr in nummern)
        ),
        gesamt,
    )


def _koepfe(sitzung: Session, stellen: Iterable[Stelle]) -> dict[Stelle, str]:
    frage = (
        select(VorgangRow)
        .where(VorgangRow.id.in_([vorgang for vorgang, _ in stellen]))
        .options(selectinload(VorgangRow.anlagen), selectinload(VorgangRow.abstimmungen))
    )
    return {
        (z.id, ""): _zeilen(z.betreff, (*z.nummern, z.arbeitsnummer)[0], kopftext(z))
        for z in sitzung.scalars(frage)
    }


def _fassungen(sitzung: Session, stellen: Iterable[Stelle]) -> dict[Stelle, str]:
    frage = (
        select(FassungRow)
        .where(FassungRow.kennung.in_([teil for _, teil in stellen]))
        .options(
            selectinload(FassungRow.punkte).selectinload(BeschlusspunktRow.fristen),
            selectinload(FassungRow.anlagen),
        )
    )
    return {
        (z.vorgang_id, z.kennung): _zeilen(z.nummer, z.betreff, fassungstext(fassung_aus(z)))
        for z in sitzung.scalars(frage)
    }


def _berichte(sitzung: Session, stellen: Iterable[Stelle]) -> dict[Stelle, str]:
    frage = (
        select(BerichtRow)
        .where(BerichtRow.vorgang_id.in_([vorgang for vorgang, _ in stellen]))
        .options(selectinload(BerichtRow.teile))
    )
    return {
        (z.vorgang_id, z.kennung): _zeilen(z.nummer, berichtstext(bericht_aus(z)))
        for z in sitzung.scalars(frage)
    }


def _nachfragen(sitzung: Session, stellen: Iterable[Stelle]) -> dict[Stelle, str]:
    frage = select(NachfrageRow).where(NachfrageRow.vorgang_id.in_([v for v, _ in stellen]))
    return {
        (z.vorgang_id, z.kennung): _zeilen(z.nummer, nachfragetext(lies(Nachfrage, z)))
        for z in sitzung.scalars(frage)
    }


def _zeilen(*texte: str) -> str:
    return "\n".join(texte)


_LESER = {
    Suchart.KOPF: _koepfe,
    Suchart.FASSUNG: _fassungen,
    Suchart.BERICHT: _berichte,
    Suchart.NACHFRAGE: _nachfragen,
}
