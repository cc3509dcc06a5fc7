"""What the administration reports on a resolution or answers to questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.kennung import neue_kennung


class Berichtsart(StrEnum):
    """Kinds of report."""

    ENDBERICHT = "ENDBERICHT"
    ZWISCHENBERICHT = "ZWISCHENBERICHT"
    SACHSTAND = "SACHSTAND"
    ANTWORT = "ANTWORT"


@dataclass(frozen=True, slots=True)
class Berichtsteil:
    """The statement on one Beschlusspunkt or Frage.

    `punkt` is its bare number, "" for words on the whole. `bestaetigt` is False while the
    mapping is only proposed by likeness.
    """

    punkt: str
    absaetze: tuple[Absatz, ...]
    bestaetigt: bool = True


@dataclass(frozen=True, slots=True)
class Bericht:
    """A report: statements mapped to Beschlusspunkte of `zu` (kennung of a Fassung)."""

    art: Berichtsart
    datum: date | None = None
    nummer: str = ""
    urheber: tuple[str, ...] = ()
    zu: str | None = None
    teile: tuple[Berichtsteil, ...] = ()
    quelltext: str = ""
    kennung: str = field(default_factory=neue_kennung)
