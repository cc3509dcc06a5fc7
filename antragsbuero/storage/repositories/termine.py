"""Days of Nachfragen and Wiedervorlagen over all Vorgänge, each list by one statement."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.services.ports import Terminart, TerminZeile
from antragsbuero.storage.tabellen.fassung import BESCHLUSSPUNKT
from antragsbuero.storage.tabellen.papiere import NACHFRAGE
from antragsbuero.storage.tabellen.vorgang import UMSETZUNG, VORGANG


def termine(verbindung: Connection) -> Sequence[TerminZeile]:
    """Last days for answers that are missing, and Wiedervorlagen, by date."""
    zeilen = [*_antworten(verbindung), *_wiedervorlagen(verbindung)]
    return sorted(zeilen, key=lambda zeile: zeile.datum)


def _antworten(verbindung: Connection) -> Sequence[TerminZeile]:
    v, n = VORGANG, NACHFRAGE
    frage = (
        select(
            v.c.kennung,
            v.c.betreff,
            n.c.antwortfrist,
            n.c.punkte,
            n.c.nummer,
            n.c.kennung,
        )
        .select_from(v)
        .join(n, n.c.vorgang_id == v.c.id)
        .where(n.c.antwortfrist.is_not(None), n.c.antwort.is_(None))
        .order_by(n.c.antwortfrist, v.c.id, n.c.position)
    )
    return [
        TerminZeile(vorgang, betreff, Terminart.ANTWORT, tag, tuple(punkte), "", nummer, kennung)
        for vorgang, betreff, tag, punkte, nummer, kennung in verbindung.execute(frage)
        if tag is not None
    ]


def _wiedervorlagen(verbindung: Connection) -> Sequence[TerminZeile]:
    v, u, p = VORGANG, UMSETZUNG, BESCHLUSSPUNKT
    frage = (
        select(
            v.c.kennung,
            v.c.betreff,
            u.c.wiedervorlage,
            u.c.punkt,
            p.c.nummer,
            u.c.notiz,
        )
        .select_from(v)
        .join(u, u.c.vorgang_id == v.c.id)
        .outerjoin(p, p.c.kennung == u.c.punkt)
        .where(u.c.wiedervorlage.is_not(None))
        .order_by(u.c.wiedervorlage, v.c.id, u.c.position)
    )
    return [
        TerminZeile(
            vorgang, betreff, Terminart.WIEDERVORLAGE, tag, (punkt,),
            Beschlusspunkt(nummer=nummer or "", absaetze=()).bezeichnung, notiz, None,
        )
        for vorgang, betreff, tag, punkt, nummer, notiz in verbindung.execute(frage)
        if tag is not None
    ]  # fmt: skip
