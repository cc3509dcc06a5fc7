"""Vorgänge: loading, listing, finding, storing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete as loesche
from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt, NichtGefunden
from antragsbuero.services.ports import (
    FristverlustZeile,
    FristZeile,
    Standzahl,
    Suchergebnis,
    TerminZeile,
    VorgangZeile,
)
from antragsbuero.storage.fehler import Beschaedigt, konflikt
from antragsbuero.storage.mapping.vorgang import (
    alle_zeilen,
    suchnummer,
    uebertrage_vorgang,
    vorgang_aus,
)
from antragsbuero.storage.repositories.fristen import fristen, fristverluste
from antragsbuero.storage.repositories.termine import termine
from antragsbuero.storage.repositories.treffer import suche
from antragsbuero.storage.rows.bericht import BerichtRow
from antragsbuero.storage.rows.buero import AenderungsstandRow, KorrekturRow
from antragsbuero.storage.rows.fassung import BeschlusspunktRow, FassungRow
from antragsbuero.storage.rows.vorgang import NummerRow, VorgangRow
from antragsbuero.storage.search.index import Suchindex

UNLESBAR = (ValueError, TypeError, LookupError)
"""What loading raises where a damaged row holds no date, no name of an enum or no JSON."""


class SqlVorgangReader:
    """Reading side; what it returns are plain domain objects."""

    def __init__(self, sitzung: Session, index: Suchindex) -> None:
        self._sitzung = sitzung
        self._index = index

    def get(self, kennung: str) -> Vorgang:
        """The whole Vorgang, by a number of statements that does not grow with it.

        Raises:
            NichtGefunden: nothing has that Kennung.
            Beschaedigt: a text does not agree with its hash.
        """
        return self._geprueft(self._lade(kennung, mit_nummern=False))

    def find(self, kennung_oder_nummer: str) -> tuple[str, ...]:
        """Kennungen of the Vorgänge with that Kennung or number, the oldest first."""
        gesucht = suchnummer(kennung_oder_nummer)
        passend = select(NummerRow.vorgang_id).where(NummerRow.nummer == gesucht)
        frage = select(VorgangRow.kennung).where(VorgangRow.id.in_(passend)).order_by(VorgangRow.id)
        return tuple(self._sitzung.scalars(frage))

    def rows(self) -> Sequence[VorgangZeile]:
        """All Vorgänge, the last changed first, by one statement over one table."""
        # The table itself: the mapped classes would have to be configured while a person waits.
        v = VorgangRow.__table__.c
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
            for z in self._sitzung.execute(frage)
        ]

    def staende(self) -> Sequence[Standzahl]:
        """How many Vorgänge and drafts there are at each Stand that occurs, by one statement."""
        v = VorgangRow.__table__.c
        frage = select(v.stand, func.count(), func.sum(v.entwurfszahl)).group_by(v.stand)
        return [Standzahl(*z) for z in self._sitzung.execute(frage)]

    def count(self) -> int:
        """How many Vorgänge there are."""
        return self._sitzung.scalar(select(func.count()).select_from(VorgangRow)) or 0

    def beispiele(self) -> tuple[str, ...]:
        """Kennungen of the stored sample Vorgänge."""
        frage = select(VorgangRow.kennung).where(VorgangRow.beispiel).order_by(VorgangRow.id)
        return tuple(self._sitzung.scalars(frage))

    def arbeitsnummern(self, jahr: int) -> int:
        """The highest counter of working numbers of that year, 0 for none."""
        frage = select(func.max(VorgangRow.arbeitszaehler)).where(VorgangRow.arbeitsjahr == jahr)
        return self._sitzung.scalar(frage) or 0

    def fristen(self) -> Sequence[FristZeile]:
        """The deadlines of all points of resolutions, by date, undated last."""
        return fristen(self._sitzung)

    def fristverluste(self) -> Sequence[FristverlustZeile]:
        """The deadlines that resolutions lost, by date."""
        return fristverluste(self._sitzung)

    def termine(self) -> Sequence[TerminZeile]:
        """Last days for answers that are missing, and Wiedervorlagen, by date."""
        return termine(self._sitzung)

    def search(self, ausdruck: str, grenze: int = 50) -> Suchergebnis:
        """Full-text search; compounds are found from inside."""
        return suche(self._sitzung, self._index, ausdruck, grenze)

    def _lade(self, kennung: str, *, mit_nummern: bool) -> VorgangRow:
        optionen = [*MIT_ALLEM]
        if mit_nummern:
            optionen.append(selectinload(VorgangRow.suchnummern))
        frage = select(VorgangRow).where(VorgangRow.kennung == kennung).options(*optionen)
        try:
            zeile = self._sitzung.scalars(frage).one_or_none()
        except UNLESBAR as fehler:
            raise Beschaedigt(f"Der Vorgang {kennung} enthält unlesbare Angaben.") from fehler
        if zeile is None:
            raise NichtGefunden(f"Es gibt keinen Vorgang mit der Kennung „{kennung}“.")
        return zeile

    def _geprueft(self, zeile: VorgangRow) -> Vorgang:
        for teil in alle_zeilen(zeile):
            if not teil.unversehrt:
                raise Beschaedigt(
                    f"Im Vorgang {zeile.kennung} stimmt {teil.BEZEICHNUNG} nicht mit der "
                    "Prüfsumme überein."
                )
        return vorgang_aus(zeile)


class SqlVorgangRepository(SqlVorgangReader):
    """Reading and writing side, inside one transaction."""

    def add(self, vorgang: Vorgang) -> None:
        """Stores a new Vorgang with the `aenderungszaehler` it has.

        Raises:
            Abgelehnt: its Kennung is stored already.
        """
        self._warte_auf_andere()
        frage = select(VorgangRow.id).where(VorgangRow.kennung == vorgang.kennung)
        if self._sitzung.scalar(frage) is not None:
            raise Abgelehnt(
                f"Der Vorgang mit der Kennung „{vorgang.kennung}“ ist schon gespeichert. "
                "Es wurde nichts geändert."
            )
        zeile = VorgangRow(
            geaendert=self._naechster_rang(), aenderungszaehler=vorgang.aenderungszaehler
        )
        uebertrage_vorgang(zeile, vorgang)
        self._sitzung.add(zeile)
        self._sitzung.flush()
        self._index.aktualisiere(zeile.id, None, vorgang)
        self._sitzung.expunge_all()

    def save(self, vorgang: Vorgang) -> Vorgang:
        """Stores what differs and returns the Vorgang with its new `aenderungszaehler`.

        A Vorgang equal to the stored one is returned as it is.

        Raises:
            NichtGefunden: it is not stored (any more).
            Konflikt: it was changed since it was loaded.
            Abgelehnt: the wording of a submitted Fassung would change.
        """
        self._warte_auf_andere()
        zeile = self._lade(vorgang.kennung, mit_nummern=True)
        alt = self._geprueft(zeile)
        if alt.aenderungszaehler != vorgang.aenderungszaehler:
            raise konflikt()
        if alt == vorgang:
            return vorgang
        _pruefe_wortlaute(alt, vorgang)
        uebertrage_vorgang(zeile, vorgang)
        zeile.geaendert = self._naechster_rang()
        zeile.aenderungszaehler = alt.aenderungszaehler + 1
        self._sitzung.flush()
        self._index.aktualisiere(zeile.id, alt, vorgang)
        self._sitzung.expunge_all()
        return replace(vorgang, aenderungszaehler=alt.aenderungszaehler + 1)

    def remove(self, kennung: str) -> None:
        """Deletes a Vorgang with all its parts, search entries and corrected pairings.

        Raises:
            NichtGefunden: nothing has that Kennung.
        """
        self._warte_auf_andere()
        zeile = self._lade(kennung, mit_nummern=True)
        self._index.aktualisiere(zeile.id, self._geprueft(zeile), None)
        fassungen = [fassung.kennung for fassung in zeile.fassungen]
        self._sitzung.execute(
            loesche(KorrekturRow).where(
                or_(KorrekturRow.fassung_a.in_(fassungen), KorrekturRow.fassung_b.in_(fassungen))
            )
        )
        self._sitzung.delete(zeile)
        self._naechster_rang()
        self._sitzung.flush()

    def _warte_auf_andere(self) -> None:
        """Lets writers on a server take turns; SQLite's transaction holds the lock already."""
        self._sitzung.scalar(select(AenderungsstandRow.wert).with_for_update())

    def _naechster_rang(self) -> int:
        frage = update(AenderungsstandRow).values(wert=AenderungsstandRow.wert + 1)
        return self._sitzung.execute(
            frage.returning(AenderungsstandRow.wert),
            execution_options={"synchronize_session": False},
        ).scalar_one()


def _pruefe_wortlaute(alt: Vorgang, neu: Vorgang) -> None:
    fassungen = {fassung.kennung: fassung for fassung in neu.fassungen}
    for vorher in alt.fassungen:
        nachher = fassungen.get(vorher.kennung)
        if nachher is None or not vorher.eingereicht:
            continue
        if not nachher.eingereicht or nachher.wortlaut() != vorher.wortlaut():
            raise Abgelehnt(
                "Der Wortlaut einer eingereichten Fassung bleibt, wie er eingereicht wurde. "
                "Es wurde nichts geändert. Legen Sie aus ihr eine neue Fassung an, um den Text "
                "zu ändern."
            )


MIT_ALLEM: tuple[ORMOption, ...] = (
    selectinload(VorgangRow.beratungen),
    selectinload(VorgangRow.anlagen),
    selectinload(VorgangRow.fassungen).options(
        selectinload(FassungRow.anlagen),
        selectinload(FassungRow.punkte).selectinload(BeschlusspunktRow.fristen),
    ),
    selectinload(VorgangRow.abstimmungen),
    selectinload(VorgangRow.berichte).selectinload(BerichtRow.teile),
    selectinload(VorgangRow.nachfragen),
    selectinload(VorgangRow.umsetzungen),
    selectinload(VorgangRow.fristverluste),
    selectinload(VorgangRow.verlauf),
)
"""How a whole Vorgang is loaded: one statement for each kind of part."""
