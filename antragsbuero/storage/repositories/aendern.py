"""Storing, changing and removing Vorgänge, inside one transaction."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete, or_, select, update

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.storage.fehler import konflikt
from antragsbuero.storage.mapping.vorgang import uebertrage_vorgang
from antragsbuero.storage.repositories.laden import geprueft, lade
from antragsbuero.storage.repositories.vorgaenge import SqlVorgangReader
from antragsbuero.storage.rows.vorgang import VorgangRow
from antragsbuero.storage.tabellen.buero import AENDERUNGSSTAND, KORREKTUR
from antragsbuero.storage.tabellen.vorgang import VORGANG


class SqlVorgangRepository(SqlVorgangReader):
    """Reading and writing side, inside one transaction."""

    def add(self, vorgang: Vorgang) -> None:
        """Stores a new Vorgang with the `aenderungszaehler` it has.

        Raises:
            Abgelehnt: its Kennung is stored already.
        """
        self._warte_auf_andere()
        frage = select(VORGANG.c.id).where(VORGANG.c.kennung == vorgang.kennung)
        if self._verbindung.scalar(frage) is not None:
            raise Abgelehnt(
                f"Der Vorgang mit der Kennung „{vorgang.kennung}“ ist schon gespeichert. "
                "Es wurde nichts geändert."
            )
        zeile = VorgangRow(
            geaendert=self._naechster_rang(), aenderungszaehler=vorgang.aenderungszaehler
        )
        uebertrage_vorgang(zeile, vorgang)
        self._sitzung().add(zeile)
        self._sitzung().flush()
        self._index.aktualisiere(zeile.id, None, vorgang)
        self._sitzung().expunge_all()

    def save(self, vorgang: Vorgang) -> Vorgang:
        """Stores what differs and returns the Vorgang with its new `aenderungszaehler`.

        A Vorgang equal to the stored one is returned as it is.

        Raises:
            NichtGefunden: it is not stored (any more).
            Konflikt: it was changed since it was loaded.
            Abgelehnt: the wording of a submitted Fassung would change.
        """
        self._warte_auf_andere()
        zeile = lade(self._sitzung(), vorgang.kennung, mit_nummern=True)
        alt = geprueft(zeile)
        if alt.aenderungszaehler != vorgang.aenderungszaehler:
            raise konflikt()
        if alt == vorgang:
            return vorgang
        _pruefe_wortlaute(alt, vorgang)
        uebertrage_vorgang(zeile, vorgang)
        zeile.geaendert = self._naechster_rang()
        zeile.aenderungszaehler = alt.aenderungszaehler + 1
        self._sitzung().flush()
        self._index.aktualisiere(zeile.id, alt, vorgang)
        self._sitzung().expunge_all()
        return replace(vorgang, aenderungszaehler=alt.aenderungszaehler + 1)

    def remove(self, kennung: str) -> None:
        """Deletes a Vorgang with all its parts, search entries and corrected pairings.

        Raises:
            NichtGefunden: nothing has that Kennung.
        """
        self._warte_auf_andere()
        zeile = lade(self._sitzung(), kennung, mit_nummern=True)
        self._index.aktualisiere(zeile.id, geprueft(zeile), None)
        fassungen = [fassung.kennung for fassung in zeile.fassungen]
        k = KORREKTUR.c
        self._verbindung.execute(
            delete(KORREKTUR).where(or_(k.fassung_a.in_(fassungen), k.fassung_b.in_(fassungen)))
        )
        self._sitzung().delete(zeile)
        self._naechster_rang()
        self._sitzung().flush()

    def _warte_auf_andere(self) -> None:
        """Lets writers on a server take turns; SQLite's transaction holds the lock already."""
        self._verbindung.execute(select(AENDERUNGSSTAND.c.wert).with_for_update())

    def _naechster_rang(self) -> int:
        wert = AENDERUNGSSTAND.c.wert
        frage = update(AENDERUNGSSTAND).values(wert=wert + 1).returning(wert)
        rang: int = self._verbindung.execute(frage).scalar_one()
        return rang


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
