"""What all mapped rows share: a hash over the content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, ClassVar

from sqlalchemy import Connection, Table, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper

from antragsbuero.storage.tabellen.basis import METADATA
from antragsbuero.storage.tabellen.spaltentypen import json_text, roh


class Basis(DeclarativeBase):
    """Base of all rows."""

    metadata = METADATA


class Geprueft:
    """A row whose content carries a sha256, so that a flipped bit is found.

    SQLite's own check sees 4 of 60 flipped bits, the hash those in the content.
    """

    GEPRUEFT: ClassVar[tuple[str, ...]]
    """Names of the columns under the hash, in the order of hashing: all but the own id.

    A migration that adds a column may leave it out, or else it hashes all rows anew.
    """
    BEZEICHNUNG: ClassVar[str]
    """What the row is, for messages: „ein Beschlusspunkt“."""

    __table__: ClassVar[Table]
    pruefsumme: Mapped[str]

    def berechnete_pruefsumme(self) -> str:
        """The hash of the content as it is now."""
        spalten = self.__table__.columns
        return pruefsumme(roh(spalten[name].type, getattr(self, name)) for name in self.GEPRUEFT)

    @property
    def unversehrt(self) -> bool:
        """Whether content and stored hash agree."""
        return self.pruefsumme == self.berechnete_pruefsumme()


def pruefsumme(werte: Iterable[object]) -> str:
    """The hash of the values of one row as they lie in the database."""
    return hashlib.sha256(json_text(list(werte)).encode()).hexdigest()


@event.listens_for(Geprueft, "before_insert", propagate=True)
@event.listens_for(Geprueft, "before_update", propagate=True)
def _setze_pruefsumme(_mapper: Mapper[Any], _verbindung: Connection, zeile: Geprueft) -> None:
    zeile.pruefsumme = zeile.berechnete_pruefsumme()
