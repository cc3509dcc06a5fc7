"""Deadlines over all Vorgänge, each list by one statement."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, and_, select

from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Frist, Fristverlust
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.services.ports import FristverlustZeile, FristZeile
from antragsbuero.storage.tabellen.fassung import BESCHLUSSPUNKT, FASSUNG, FRIST
from antragsbuero.storage.tabellen.vorgang import FRISTVERLUST, UMSETZUNG, VORGANG


def fristen(verbindung: Connection) -> Sequence[FristZeile]:
    """The deadlines of points of resolutions, by date, undated last, then in stored order."""
    v, f, p, t, u = VORGANG, FASSUNG, BESCHLUSSPUNKT, FRIST, UMSETZUNG
    frage = (
        select(
            v.c.kennung,
            v.c.betreff,
            f.c.kennung,
            f.c.art,
            p.c.nummer,
            p.c.kennung,
            t.c.wortlaut,
            t.c.datum,
            t.c.genauigkeit,
            t.c.naechste,
            t.c.von,
            t.c.bis,
            u.c.punkt,
            u.c.verwaltung,
            u.c.fraktion,
            u.c.notiz,
            u.c.wiedervorlage,
        )
        .select_from(t)
        .join(p, p.c.id == t.c.punkt_id)
        .join(f, f.c.id == p.c.fassung_id)
        .join(v, v.c.id == f.c.vorgang_id)
        .outerjoin(u, and_(u.c.punkt == p.c.kennung, u.c.vorgang_id == v.c.id))
        .where(f.c.art == Fassungsart.BESCHLUSS)
        .order_by(
            t.c.tag.is_(None),
            t.c.tag,
            v.c.id,
            f.c.position,
            p.c.position,
            t.c.position,
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
        for z in verbindung.execute(frage)
    ]


def fristverluste(verbindung: Connection) -> Sequence[FristverlustZeile]:
    """The deadlines that resolutions lost, by their old date, then in stored order."""
    v, x = VORGANG.c, FRISTVERLUST.c
    frage = (
        select(
            v.kennung, v.betreff,
            x.art, x.beschluss, x.fassung, x.punkt, x.vorher, x.nachher,
        )
        .join_from(FRISTVERLUST, VORGANG, x.vorgang_id == v.id)
        .order_by(x.tag.is_(None), x.tag, v.id, x.position)
    )  # fmt: skip
    return [
        FristverlustZeile(kennung, betreff, Fristverlust(*verlust))
        for kennung, betreff, *verlust in verbindung.execute(frage)
    ]
