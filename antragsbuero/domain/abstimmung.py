"""How the council decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from antragsbuero.domain.kennung import neue_kennung


class Abstimmungsergebnis(StrEnum):
    """Outcome of a vote or of a matter without one."""

    BESCHLOSSEN = "BESCHLOSSEN"
    GEAENDERT_BESCHLOSSEN = "GEAENDERT_BESCHLOSSEN"
    ABGELEHNT = "ABGELEHNT"
    ZURUECKGESTELLT = "ZURUECKGESTELLT"
    VERTAGT = "VERTAGT"
    ZURUECKGEZOGEN = "ZURUECKGEZOGEN"
    ZUR_KENNTNIS = "ZUR_KENNTNIS"
    VERWIESEN = "VERWIESEN"
    ERLEDIGT = "ERLEDIGT"
    OFFEN = "OFFEN"


class Mehrheit(StrEnum):
    """How clear the vote was, where the source says so."""

    EINSTIMMIG = "EINSTIMMIG"
    MEHRHEITLICH = "MEHRHEITLICH"
    UNBEKANNT = "UNBEKANNT"


@dataclass(frozen=True, slots=True)
class Abstimmung:
    """One outcome, for all points of a Fassung or for those named.

    `fassung` is the kennung of the Fassung put to the vote, None if not known.
    `beschluss` is the kennung of the Fassung BESCHLUSS that resulted, None without one.
    `punkte` are bare numbers; empty means the whole. Figures are None where not stated.
    """

    ergebnis: Abstimmungsergebnis
    wortlaut: str
    mehrheit: Mehrheit = Mehrheit.UNBEKANNT
    fassung: str | None = None
    beschluss: str | None = None
    punkte: tuple[str, ...] = ()
    ja: int | None = None
    nein: int | None = None
    enthaltung: int | None = None
    kennung: str = field(default_factory=neue_kennung)
