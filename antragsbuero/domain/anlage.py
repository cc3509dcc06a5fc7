"""Files that belong to a Vorgang or a Fassung."""

from __future__ import annotations

from dataclasses import dataclass, field

from antragsbuero.domain.kennung import neue_kennung


@dataclass(frozen=True, slots=True)
class Anlage:
    """A file by the hash of its bytes; `groesse` in bytes."""

    name: str
    sha256: str
    groesse: int
    kennung: str = field(default_factory=neue_kennung)
