"""Settings of the office and corrected pairings."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from antragsbuero.comparison.korrektur import Korrektur
from antragsbuero.storage.rows.buero import EinstellungRow, KorrekturRow


class SqlEinstellungen:
    """Settings by key."""

    def __init__(self, sitzung: Session) -> None:
        self._sitzung = sitzung

    def get(self, schluessel: str) -> str | None:
        """The stored value, None if never set."""
        frage = select(EinstellungRow.wert).where(EinstellungRow.schluessel == schluessel)
        return self._sitzung.scalar(frage)

    def set(self, schluessel: str, wert: str) -> None:
        """Stores a value."""
        zeile = self._sitzung.get(EinstellungRow, schluessel)
        if zeile is None:
            self._sitzung.add(EinstellungRow(schluessel=schluessel, wert=wert))
        elif zeile.wert != wert:
            zeile.wert = wert
        self._sitzung.flush()


class SqlKorrekturen:
    """Corrected pairings of two Fassungen."""

    def __init__(self, sitzung: Session) -> None:
        self._sitzung = sitzung

    def get(self, fassung_a: str, fassung_b: str) -> tuple[Korrektur, ...]:
        """The corrections of that pair, in the order they were made."""
        frage = (
            select(KorrekturRow.art, KorrekturRow.punkte_a, KorrekturRow.punkte_b)
            .where(KorrekturRow.fassung_a == fassung_a, KorrekturRow.fassung_b == fassung_b)
            .order_by(KorrekturRow.position)
        )
        return tuple(Korrektur(*zeile) for zeile in self._sitzung.execute(frage))

    def set(self, fassung_a: str, fassung_b: str, korrekturen: Sequence[Korrektur]) -> None:
        """Replaces the corrections of that pair."""
        self._sitzung.execute(
            delete(KorrekturRow).where(
                KorrekturRow.fassung_a == fassung_a, KorrekturRow.fassung_b == fassung_b
            )
        )
        self._sitzung.add_all(
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
        self._sitzung.flush()
