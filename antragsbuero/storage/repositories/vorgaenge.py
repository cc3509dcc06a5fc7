"""Vorgänge: listing and finding by the tables; whole ones load the mapped classes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ports import (
    FristverlustZeile,
    FristZeile,
    Standzahl,
    Suchergebnis,
    TerminZeile,
    VorgangZeile,
)
from antragsbuero.storage.repositories.fristen import fristen, fristverluste
from antragsbuero.storage.repositories.termine import termine
from antragsbuero.storage.search.faltung import suchnummer
from antragsbuero.storage.search.index import Suchindex
from antragsbuero.storage.tabellen.vorgang import NUMMER, VORGANG

if TYPE_CHECKING:  # the mapped classes load with the first whole Vorgang
    from sqlalchemy.orm import Session


class SqlVorgangReader:
    """Reading side; what it returns are plain domain objects."""

    def __init__(
        self, verbindung: Connection, sitzung: Callable[[], Session], index: Suchindex
    ) -> None:
        self._verbindung = verbindung
        self._sitzung = sitzung
        self._index = index

    def get(self, kennung: str) -> Vorgang:
        """The whole Vorgang, by a number of statements that does not grow with it.

        Raises:
            NichtGefunden: nothing has that Kennung.
            Beschaedigt: a text does not agree with its hash.
        """
        # Here and for the search the mapped classes load; lists do not wait for them.
        from antragsbuero.storage.repositories.laden import geprueft, lade

        return geprueft(lade(self._sitzung(), kennung))

    def find(self, kennung_oder_nummer: str) -> tuple[str, ...]:
        """Kennungen of the Vorgänge with that Kennung or number, the oldest first."""
        gesucht = suchnummer(kennung_oder_nummer)
        passend = select(NUMMER.c.vorgang_id).where(NUMMER.c.nummer == gesucht)
        frage = select(VORGANG.c.kennung).where(VORGANG.c.id.in_(passend)).order_by(VORGANG.c.id)
        return tuple(self._verbindung.scalars(frage))

    def rows(self) -> Sequence[VorgangZeile]:
        """All Vorgänge, the last changed first, by one statement over one table."""
        v = VORGANG.c
        frage = select(
            v.kennung,
            v.betreff,
            v.art,
            v.stand,
            v.nummern,
            v.arbeitsnummer,
            v.einreicher,
            v.zustaendig,
            v.letztes_datum,
            v.fassungszahl,
            v.entwurfszahl,
            v.beispiel,
            v.geaendert,
        ).order_by(v.geaendert.desc(), v.id.desc())
        return [
            VorgangZeile(
                kennung=z[0],
                betreff=z[1],
                art=z[2],
                stand=z[3],
                anzeigenummer=z[4][0] if z[4] else z[5],
                einreicher=z[6],
                zustaendig=z[7],
                letztes_datum=z[8],
                fassungen=z[9],
                entwuerfe=z[10],
                beispiel=z[11],
                geaendert=z[12],
            )
            for z in self._verbindung.execute(frage)
        ]

    def staende(self) -> Sequence[Standzahl]:
        """How many Vorgänge and drafts there are at each Stand that occurs, by one statement."""
        v = VORGANG.c
        frage = select(v.stand, func.count(), func.sum(v.entwurfszahl)).group_by(v.stand)
        return [Standzahl(*z) for z in self._verbindung.execute(frage)]

    def count(self) -> int:
        """How many Vorgänge there are."""
        return self._verbindung.scalar(select(func.count()).select_from(VORGANG)) or 0

    def beispiele(self) -> tuple[str, ...]:
        """Kennungen of the stored sample Vorgänge."""
        frage = select(VORGANG.c.kennung).where(VORGANG.c.beispiel).order_by(VORGANG.c.id)
        return tuple(self._verbindung.scalars(frage))

    def arbeitsnummern(self, jahr: int) -> int:
        """The highest counter of working numbers of that year, 0 for none."""
        frage = select(func.max(VORGANG.c.arbeitszaehler)).where(VORGANG.c.arbeitsjahr == jahr)
        return self._verbindung.scalar(frage) or 0

    def fristen(self) -> Sequence[FristZeile]:
        """The deadlines of all points of resolutions, by date, undated last."""
        return fristen(self._verbindung)

    def fristverluste(self) -> Sequence[FristverlustZeile]:
        """The deadlines that resolutions lost, by date."""
        return fristverluste(self._verbindung)

    def termine(self) -> Sequence[TerminZeile]:
        """Last days for answers that are missing, and Wiedervorlagen, by date."""
        return termine(self._verbindung)

    def search(self, ausdruck: str, grenze: int = 50) -> Suchergebnis:
        """Full-text search; compounds are found from inside."""
        from antragsbuero.storage.repositories.treffer import suche

        return suche(self._sitzung(), self._index, ausdruck, grenze)
