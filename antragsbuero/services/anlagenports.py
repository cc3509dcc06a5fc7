"""What the Anlagen need from the adapters, as protocols."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.domain.anlage import Anlage


class AnlagenReader(Protocol):
    """The bytes of Anlagen, in pieces of STUECK bytes; the last one may be shorter."""

    def ist_vollstaendig(self, anlage: Anlage) -> bool:
        """Whether all bytes are stored; looks at sizes, not at the content."""
        ...

    def stueck(self, sha256: str, nr: int) -> bytes | None:
        """One piece, None behind the last."""
        ...


class AnlagenRepository(AnlagenReader, Protocol):
    """Reading and writing side."""

    def lege_ab(self, sha256: str, nr: int, inhalt: bytes) -> None:
        """Stores one piece; one that is there already stays."""
        ...

    def entferne_verwaiste(self, unter: Collection[str] | None = None) -> int:
        """Deletes the bytes that no Anlage names and says of how many files.

        `unter` looks at these hashes alone.
        """
        ...


class BeilagenWriter(Protocol):
    """Writes neutral text and files behind it into one PDF."""

    def __call__(self, dokument: Dokument, beilagen: Sequence[Beilage], ziel: Path) -> list[str]:
        """Writes safely and returns German hints, as a DokumentWriter.

        Raises Dateifehler, also for a file that cannot be merged.
        """
        ...
