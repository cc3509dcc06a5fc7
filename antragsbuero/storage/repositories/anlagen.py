"""The bytes of Anlagen: one piece at a time, stored once for each hash."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from antragsbuero.domain.anlage import Anlage
from antragsbuero.storage.rows.anlage import AnlageninhaltRow
from antragsbuero.storage.rows.buero import AenderungsstandRow
from antragsbuero.storage.rows.fassung import FassungsanlageRow
from antragsbuero.storage.rows.vorgang import VorgangsanlageRow

_BUENDEL = 500
"""Hashes in one statement."""


class SqlAnlagenReader:
    """Reading side."""

    def __init__(self, sitzung: Session) -> None:
        self._sitzung = sitzung

    def ist_vollstaendig(self, anlage: Anlage) -> bool:
        """Whether all bytes are stored; looks at sizes, not at the content."""
        frage = select(func.coalesce(func.sum(func.length(AnlageninhaltRow.inhalt)), 0)).where(
            AnlageninhaltRow.sha256 == anlage.sha256
        )
        return int(self._sitzung.scalars(frage).one()) == anlage.groesse

    def stueck(self, sha256: str, nr: int) -> bytes | None:
        """One piece, None behind the last."""
        frage = select(AnlageninhaltRow.inhalt).where(
            AnlageninhaltRow.sha256 == sha256, AnlageninhaltRow.nr == nr
        )
        return self._sitzung.scalar(frage)


class SqlAnlagen(SqlAnlagenReader):
    """Reading and writing side, inside one transaction."""

    def lege_ab(self, sha256: str, nr: int, inhalt: bytes) -> None:
        """Stores one piece; one that is there already stays."""
        # Loaded here: opening an office must not wait for the dialects of all databases.
        from sqlalchemy.dialects import postgresql, sqlite

        bauart = self._sitzung.connection().dialect.name
        einfuegen = sqlite.insert if bauart == "sqlite" else postgresql.insert
        zeile = {"sha256": sha256, "nr": nr, "inhalt": inhalt}
        self._sitzung.execute(einfuegen(AnlageninhaltRow).on_conflict_do_nothing(), zeile)

    def entferne_verwaiste(self, unter: Collection[str] | None = None) -> int:
        """Deletes the bytes that no Anlage names; `unter` looks at these hashes alone.

        Returns how many files went.
        """
        # Whoever stores a name of this content waits here or is waited for.
        self._sitzung.scalar(select(AenderungsstandRow.wert).with_for_update())
        self._sitzung.flush()
        frage = verwaiste()
        if unter is None:
            hashes = list(self._sitzung.scalars(frage))
        else:
            hashes = [
                sha256
                for teil in _buendel(list(unter))
                for sha256 in self._sitzung.scalars(frage.where(AnlageninhaltRow.sha256.in_(teil)))
            ]
        for teil in _buendel(hashes):
            self._sitzung.execute(
                delete(AnlageninhaltRow).where(AnlageninhaltRow.sha256.in_(teil)),
                execution_options={"synchronize_session": False},
            )
        return len(hashes)


def _buendel(hashes: Sequence[str]) -> Iterator[Sequence[str]]:
    for stelle in range(0, len(hashes), _BUENDEL):
        yield hashes[stelle : stelle + _BUENDEL]


def verwaiste() -> Select[str]:
    """The hashes that no Anlage names; reads indexes, not the bytes."""
    hashes = AnlageninhaltRow.sha256
    return (
        select(hashes)
        .distinct()
        .where(
            ~select(FassungsanlageRow.id).where(FassungsanlageRow.sha256 == hashes).exists(),
            ~select(VorgangsanlageRow.id).where(VorgangsanlageRow.sha256 == hashes).exists(),
        )
    )
