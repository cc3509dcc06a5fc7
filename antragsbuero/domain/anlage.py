"""Files that belong to a Vorgang or a Fassung."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from antragsbuero.domain.kennung import neue_kennung

STUECK = 1 << 20
"""Bytes of one piece of a stored file."""
HOECHSTGROESSE = 50 * STUECK
"""The largest file that is taken, in bytes."""
_ANSEHBAR = frozenset(
    (".pdf", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".txt",
     ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
)  # fmt: skip
"""Endings whose files hold neither programs nor macros."""


@dataclass(frozen=True, slots=True)
class Anlage:
    """A file by the hash of its bytes; `groesse` in bytes."""

    name: str
    sha256: str
    groesse: int
    kennung: str = field(default_factory=neue_kennung)

    @property
    def ist_pdf(self) -> bool:
        """Whether its name says that it is a PDF."""
        return PurePath(self.name).suffix.lower() == ".pdf"

    @property
    def nur_speichern(self) -> bool:
        """Whether opening it could start a program or a macro: it is saved, never opened.

        What may be opened is listed: a list of what may not would always miss something.
        """
        return PurePath(self.name).suffix.lower() not in _ANSEHBAR
