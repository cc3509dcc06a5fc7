"""What is open inside one short look at or change of the database."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from antragsbuero.storage.repositories.anlagen import SqlAnlagen, SqlAnlagenReader
from antragsbuero.storage.repositories.buero import SqlEinstellungen, SqlKorrekturen
from antragsbuero.storage.repositories.vorgaenge import SqlVorgangReader
from antragsbuero.storage.search.index import Suchadapter, Suchindex
from antragsbuero.storage.search.postgres import PostgresSuche
from antragsbuero.storage.search.sqlite import SqliteSuche

if TYPE_CHECKING:  # the mapped classes load with the first whole Vorgang
    from sqlalchemy.orm import Session

    from antragsbuero.storage.repositories.aendern import SqlVorgangRepository


class _Work:
    """One connection, and a session over it once something needs the mapped classes."""

    def __init__(self, verbindung: Connection) -> None:
        self._verbindung = verbindung
        self.einstellungen = SqlEinstellungen(verbindung, self._sitzung)
        self.korrekturen = SqlKorrekturen(verbindung, self._sitzung)
        self._offen: Session | None = None

    def schliesse(self) -> None:
        """Lets go of what was loaded; of no use afterwards."""
        if self._offen is not None:
            self._offen.close()

    def _sitzung(self) -> Session:
        if self._offen is None:
            from sqlalchemy.orm import Session

            self._offen = Session(self._verbindung, autoflush=False)
        return self._offen


class SqlReadWork(_Work):
    """ReadWork over one connection."""

    @cached_property
    def vorgaenge(self) -> SqlVorgangReader:
        """The Vorgänge."""
        return SqlVorgangReader(self._verbindung, self._sitzung, suchindex(self._verbindung))

    @cached_property
    def anlagen(self) -> SqlAnlagenReader:
        """The bytes of Anlagen."""
        return SqlAnlagenReader(self._verbindung)


class SqlWriteWork(_Work):
    """WriteWork over one connection; each change is sent to the database at once."""

    @cached_property
    def vorgaenge(self) -> SqlVorgangRepository:
        """The Vorgänge."""
        from antragsbuero.storage.repositories.aendern import SqlVorgangRepository

        return SqlVorgangRepository(self._verbindung, self._sitzung, suchindex(self._verbindung))

    @cached_property
    def anlagen(self) -> SqlAnlagen:
        """The bytes of Anlagen."""
        return SqlAnlagen(self._verbindung)


def suchindex(verbindung: Connection) -> Suchindex:
    """The search index over a connection, with the adapter of its database."""
    adapter: Suchadapter
    adapter = SqliteSuche() if verbindung.dialect.name == "sqlite" else PostgresSuche()
    return Suchindex(verbindung, adapter)
