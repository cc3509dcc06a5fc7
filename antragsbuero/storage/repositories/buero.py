"""Settings of the office and corrected pairings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, select

from antragsbuero.comparison.korrektur import Korrektur
from antragsbuero.storage.tabellen.buero import EINSTELLUNG, KORREKTUR

if TYPE_CHECKING:  # the mapped classes load with the first change
    from sqlalchemy.orm import Session


class SqlEinstellungen:
    """Settings by key."""

    def __init__(self, verbindung: Connection, sitzung: Callable[[], Session]) -> None:
        self._verbindung = verbindung
        self._sitzung = sitzung

    def get(self, schluessel: str) -> str | None:
        """The stored value, None if never set."""
        e = EINSTELLUNG.c
        return self._verbindung.scalar(select(e.wert).where(e.schluessel == schluessel))

    def set(self, schluessel: str, wert: str) -> None:
        """Stores a value."""
        from antragsbuero.storage.rows.buero import EinstellungRow

        sitzung = self._sitzung()
        zeile = sitzung.get(EinstellungRow, schluessel)
        if zeile is None:
            sitzung.add(EinstellungRow(schluessel=schluessel, wert=wert))
        elif zeile.wert != wert:
            zeile.wert = wert
        sitzung.flush()


class SqlKorrekturen:
    """Corrected pairings of two Fassungen."""

    def __init__(self, verbindung: Connection, sitzung: Callable[[], Session]) -> None:
        self._verbindung = verbindung
        self._sitzung = sitzung

    def get(self, fassung_a: str, fassung_b: str) -> tuple[Korrektur, ...]:
        """The corrections of that pair, in the order they were made."""
        k = KORREKTUR.c
        frage = (
            select(k.art, k.punkte_a, k.punkte_b)
            .where(k.fassung_a == fassung_a, k.fassung_b == fassung_b)
            .order_by(k.position)
        )
        return tuple(Korrektur(*zeile) for zeile in self._verbindung.execute(frage))

    def set(self, fassung_a: str, fassung_b: str, korrekturen: Sequence[Korrektur]) -> None:
        """Replaces the corrections of that pair."""
        from antragsbuero.storage.rows.buero import KorrekturRow

        k, sitzung = KORREKTUR.c, self._sitzung()
        self._verbindung.execute(
            delete(KORREKTUR).where(k.fassung_a == fassung_a, k.fassung_b == fassung_b)
        )
        sitzung.add_all(
            KorrekturRow(
                fassung_a=fassung_a,
                fassung_b=fassung_b,
                position=platz,
                art=korrektur.art,
                punkte_a=korrektur.punkte_a,
                punkte_b=korrektur.punkte_b,
            )
            for platz, korrektur in enumerate(korrekturen)
        )
        sitzung.flush()
