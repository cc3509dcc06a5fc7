"""Days of Nachfragen and Wiedervorlagen over all Vorgänge, each list by one statement."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.services.ports import Terminart, TerminZeile
from antragsbuero.storage.rows.fassung import BeschlusspunktRow
from antragsbuero.storage.rows.nachfrage import NachfrageRow
from antragsbuero.storage.rows.vorgang import UmsetzungRow, VorgangRow


def termine(sitzung: Session) -> Sequence[TerminZeile]:
    """Last days for answers that are missing, and Wiedervorlagen, by date."""
    zeilen = [*_antworten(sitzung), *_wiedervorlagen(sitzung)]
    return sorted(zeilen, key=lambda zeile: zeile.datum)


def _antworten(sitzung: Session) -> Sequence[TerminZeile]:
    frage = (
        select(
            VorgangRow.kennung,
            VorgangRow.betreff,
            NachfrageRow.antwortfrist,
            NachfrageRow.punkte,
            NachfrageRow.nummer,
            NachfrageRow.kennung,
        )
        .join(NachfrageRow, NachfrageRow.vorgang_id == VorgangRow.id)
        .where(NachfrageRow.antwortfrist.is_not(None), NachfrageRow.antwort.is_(None))
        .order_by(NachfrageRow.antwortfrist, VorgangRow.id, NachfrageRow.position)
    )
    return [
        TerminZeile(vorgang, betreff, Terminart.ANTWORT, tag, tuple(punkte), "", nummer, kennung)
        for vorgang, betreff, tag, punkte, nummer, kennung in sitzung.execute(frage)
        if tag is not None
    ]


def _wiedervorlagen(sitzung: Session) -> Sequence[TerminZeile]:
    frage = (
        select(
            VorgangRow.kennung,
            VorgangRow.betreff,
            UmsetzungRow.wiedervorlage,
            UmsetzungRow.punkt,
            BeschlusspunktRow.nummer,
            UmsetzungRow.notiz,
        )
        .join(UmsetzungRow, UmsetzungRow.vorgang_id == VorgangRow.id)
        .outerjoin(BeschlusspunktRow, BeschlusspunktRow.kennung == UmsetzungRow.punkt)
        .where(UmsetzungRow.wiedervorlage.is_not(None))
        .order_by(UmsetzungRow.wiedervorlage, VorgangRow.id, UmsetzungRow.position)
    )
    return [
        TerminZeile(
            vorgang, betreff, Terminart.WIEDERVORLAGE, tag, (punkt,),
            Beschlusspunkt(nummer=nummer or "", absaetze=()).bezeichnung, notiz, None,
        )
        for vorgang, betreff, tag, punkt, nummer, notiz in sitzung.execute(frage)
        if tag is not None
    ]  # fmt: skip
