"""What is open inside one short look at or change of the database."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from antragsbuero.storage.repositories.buero import SqlEinstellungen, SqlKorrekturen
from antragsbuero.storage.repositories.vorgaenge import SqlVorgangReader, SqlVorgangRepository
from antragsbuero.storage.search.index import Suchadapter, Suchindex
from antragsbuero.storage.search.postgres import PostgresSuche
from antragsbuero.storage.search.sqlite import SqliteSuche

if TYPE_CHECKING:  # loaded where Anlagen are read: it brings in the dialects of all databases
    from antragsbuero.storage.repositories.anlagen import SqlAnlagen, SqlAnlagenReader


class SqlReadWork:
    """ReadWork over one session; of no use once the session is closed."""

    def __init__(self, sitzung: Session) -> None:
        self.vorgaenge = SqlVorgangReader(sitzung, suchindex(sitzung.connection()))
        self.einstellungen = SqlEinstellungen(sitzung)
        self.korrekturen = SqlKorrekturen(sitzung)
        self._sitzung = sitzung

    @cached_property
    def anlagen(self) -> SqlAnlagenReader:
        """The bytes of Anlagen."""
        from antragsbuero.storage.repositories.anlagen import SqlAnlagenReader

        return SqlAnlagenReader(self._sitzung)


class SqlWriteWork:
    """WriteWork over one session."""

    def __init__(self, sitzung: Session) -> None:
        self.vorgaenge = SqlVorgangRepository(sitzung, suchindex(sitzung.connection()))
        self.einstellungen = SqlEinstellungen(sitzung)
        self.korrekturen = SqlKorrekturen(sitzung)
        self._sitzung = sitzung

    @cached_property
    def anlagen(self) -> SqlAnlagen:
        """The bytes of Anlagen."""
        from antragsbuero.storage.repositories.anlagen import SqlAnlagen

        return SqlAnlagen(self._sitzung)


def suchindex(verbindung: Connection) -> Suchindex:
    """The search index over a connection, with the adapter of its database."""
    adapter: Suchadapter
    adapter = SqliteSuche() if verbindung.dialect.name == "sqlite" else PostgresSuche()
    return Suchindex(verbindung, adapter)
