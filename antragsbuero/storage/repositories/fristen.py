"""Deadlines over all Vorgänge, each list by one statement."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Frist, Fristverlust
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.services.ports import FristverlustZeile, FristZeile
from antragsbuero.storage.mapping.abgleich import lies
from antragsbuero.storage.rows.fassung import BeschlusspunktRow, FassungRow, FristRow
from antragsbuero.storage.rows.vorgang import FristverlustRow, UmsetzungRow, VorgangRow


def fristen(sitzung: Session) -> Sequence[FristZeile]:
    """The deadlines of points of resolutions, by date, undated last, then in stored order."""
    frage = (
        select(
            VorgangRow.kennung,
            VorgangRow.betreff,
            FassungRow.kennung,
            FassungRow.art,
            BeschlusspunktRow.nummer,
            BeschlusspunktRow.kennung,
            FristRow.wortlaut,
            FristRow.datum,
            FristRow.genauigkeit,
            FristRow.naechste,
            FristRow.von,
            FristRow.bis,
            UmsetzungRow.punkt,
            UmsetzungRow.verwaltung,
            UmsetzungRow.fraktion,
            UmsetzungRow.notiz,
            UmsetzungRow.wiedervorlage,
        )
        .select_from(FristRow)
        .join(BeschlusspunktRow, BeschlusspunktRow.id == FristRow.punkt_id)
        .join(FassungRow, FassungRow.id == BeschlusspunktRow.fassung_id)
        .join(VorgangRow, VorgangRow.id == FassungRow.vorgang_id)
        .outerjoin(
            UmsetzungRow,
            and_(
                UmsetzungRow.punkt == BeschlusspunktRow.kennung,
                UmsetzungRow.vorgang_id == VorgangRow.id,
            ),
        )
        .where(FassungRow.art == Fassungsart.BESCHLUSS)
        .order_by(
            FristRow.tag.is_(None),
            FristRow.tag,
            VorgangRow.id,
            FassungRow.position,
            BeschlusspunktRow.position,
            FristRow.position,
        )
    )
    return [
        FristZeile(
            vorgang=z[0],
            betreff=z[1],
            fassung=z[2],
            fassungsart=z[3],
            punkt=Beschlusspunkt(nummer=z[4], absaetze=()).bezeichnung,
            punkt_kennung=z[5],
            frist=Frist(z[6], z[7], z[8], z[9], von=z[10], bis=z[11]),
            umsetzung=None if z[12] is None else Umsetzung(z[12], z[13], z[14], z[15], z[16]),
        )
        for z in sitzung.execute(frage)
    ]


def fristverluste(sitzung: Session) -> Sequence[FristverlustZeile]:
    """The deadlines that resolutions lost, by their old date, then in stored order."""
    frage = (
        select(VorgangRow.kennung, VorgangRow.betreff, FristverlustRow)
        .join(FristverlustRow, FristverlustRow.vorgang_id == VorgangRow.id)
        .order_by(
            FristverlustRow.tag.is_(None),
            FristverlustRow.tag,
            VorgangRow.id,
            FristverlustRow.position,
        )
    )
    return [
        FristverlustZeile(kennung, betreff, lies(Fristverlust, zeile))
        for kennung, betreff, zeile in sitzung.execute(frage)
    ]
