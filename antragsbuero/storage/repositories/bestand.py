"""All Vorgänge one after the other, for work on the whole of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.storage.mapping.vorgang import alle_zeilen, vorgang_aus
from antragsbuero.storage.repositories.laden import MIT_ALLEM, UNLESBAR
from antragsbuero.storage.rows.vorgang import VorgangRow

BUENDEL = 100
"""Vorgänge loaded at a time."""


def unversehrte_vorgaenge(sitzung: Session) -> Iterator[tuple[int, Vorgang]]:
    """All Vorgänge with their row ids, the oldest first; damaged ones are left out."""
    letzte = 0
    while ids := sitzung.scalars(
        select(VorgangRow.id).where(VorgangRow.id > letzte).order_by(VorgangRow.id).limit(BUENDEL)
    ).all():
        yield from _lade(sitzung, ids)
        letzte = ids[-1]


def _lade(sitzung: Session, ids: Sequence[int]) -> Iterator[tuple[int, Vorgang]]:
    frage = select(VorgangRow).where(VorgangRow.id.in_(ids)).order_by(VorgangRow.id)
    try:
        zeilen = sitzung.scalars(frage.options(*MIT_ALLEM)).all()
    except UNLESBAR:
        if len(ids) > 1:
            mitte = len(ids) // 2
            yield from _lade(sitzung, ids[:mitte])
            yield from _lade(sitzung, ids[mitte:])
        return
    for zeile in zeilen:
        if all(teil.unversehrt for teil in alle_zeilen(zeile)):
            yield zeile.id, vorgang_aus(zeile)
    sitzung.expunge_all()
