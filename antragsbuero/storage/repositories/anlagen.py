"""The bytes of Anlagen: one piece at a time, stored once for each hash."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, Select, delete, func, select

from antragsbuero.domain.anlage import Anlage
from antragsbuero.storage.tabellen.anlage import ANLAGENINHALT
from antragsbuero.storage.tabellen.buero import AENDERUNGSSTAND
from antragsbuero.storage.tabellen.fassung import FASSUNGSANLAGE
from antragsbuero.storage.tabellen.vorgang import VORGANGSANLAGE

_BUENDEL = 500
"""Hashes in one statement."""


class SqlAnlagenReader:
    """Reading side."""

    def __init__(self, verbindung: Connection) -> None:
        self._verbindung = verbindung

    def ist_vollstaendig(self, anlage: Anlage) -> bool:
        """Whether all bytes are stored; looks at sizes, not at the content."""
        frage = select(func.coalesce(func.sum(func.length(ANLAGENINHALT.c.inhalt)), 0)).where(
            ANLAGENINHALT.c.sha256 == anlage.sha256
        )
        return int(self._verbindung.scalars(frage).one()) == anlage.groesse

    def stueck(self, sha256: str, nr: int) -> bytes | None:
        """One piece, None behind the last."""
        frage = select(ANLAGENINHALT.c.inhalt).where(
            ANLAGENINHALT.c.sha256 == sha256, ANLAGENINHALT.c.nr == nr
        )
        return self._verbindung.scalar(frage)


class SqlAnlagen(SqlAnlagenReader):
    """Reading and writing side, inside one transaction."""

    def lege_ab(self, sha256: str, nr: int, inhalt: bytes) -> None:
        """Stores one piece; one that is there already stays."""
        # Loaded here: opening an office must not wait for the dialects of all databases.
        from sqlalchemy.dialects import postgresql, sqlite

        bauart = self._verbindung.dialect.name
        einfuegen = sqlite.insert if bauart == "sqlite" else postgresql.insert
        zeile = {"sha256": sha256, "nr": nr, "inhalt": inhalt}
        self._verbindung.execute(einfuegen(ANLAGENINHALT).on_conflict_do_nothing(), zeile)

    def entferne_verwaiste(self, unter: Collection[str] | None = None) -> int:
        """Deletes the bytes that no Anlage names; `unter` looks at these hashes alone.

        Returns how many files went.
        """
        # Whoever stores a name of this content waits here or is waited for.
        self._verbindung.scalar(select(AENDERUNGSSTAND.c.wert).with_for_update())
        frage = verwaiste()
        if unter is None:
            hashes = list(self._verbindung.scalars(frage))
        else:
            hashes = [
                sha256
                for teil in _buendel(list(unter))
                for sha256 in self._verbindung.scalars(
                    frage.where(ANLAGENINHALT.c.sha256.in_(teil))
                )
            ]
        for teil in _buendel(hashes):
            self._verbindung.execute(delete(ANLAGENINHALT).where(ANLAGENINHALT.c.sha256.in_(teil)))
        return len(hashes)


def _buendel(hashes: Sequence[str]) -> Iterator[Sequence[str]]:
    for stelle in range(0, len(hashes), _BUENDEL):
        yield hashes[stelle : stelle + _BUENDEL]


def verwaiste() -> Select[str]:
    """The hashes that no Anlage names; reads indexes, not the bytes."""
    hashes = ANLAGENINHALT.c.sha256
    return (
        select(hashes)
        .distinct()
        .where(
            ~select(FASSUNGSANLAGE.c.id).where(FASSUNGSANLAGE.c.sha256 == hashes).exists(),
            ~select(VORGANGSANLAGE.c.id).where(VORGANGSANLAGE.c.sha256 == hashes).exists(),
        )
    )
