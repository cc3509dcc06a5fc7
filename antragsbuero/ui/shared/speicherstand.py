"""The state of saving that the status bar tells; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from antragsbuero.services.errors import DatentraegerVoll, Gesperrt, NurLesen, Verschoben

_KURZ: tuple[tuple[type[Exception], str], ...] = (
    (DatentraegerVoll, "Datenträger voll"),
    (Gesperrt, "Daten gerade von anderen benutzt"),
    (NurLesen, "Ordner schreibgeschützt"),
    (Verschoben, "Datenbankdatei fehlt"),
)
"""What the status bar has room for; the whole message stands where one works."""


class Speicherlage(StrEnum):
    """How the last saving stands."""

    RUHE = "RUHE"
    """Everything is saved, nothing was saved since the start."""
    SPEICHERT = "SPEICHERT"
    GESPEICHERT = "GESPEICHERT"
    FEHLER = "FEHLER"
    NUR_LESEN = "NUR_LESEN"


@dataclass(frozen=True, slots=True)
class Speicherstand:
    """The state and, for a fault, why ("Datenträger voll"); `zeitpunkt` in local time."""

    lage: Speicherlage
    zeitpunkt: datetime | None = None
    grund: str = ""

    @property
    def text(self) -> str:
        """What the status bar says."""
        match self.lage:
            case Speicherlage.SPEICHERT:
                return "Wird gespeichert …"
            case Speicherlage.GESPEICHERT:
                return f"Gespeichert {self.zeitpunkt:%H:%M}" if self.zeitpunkt else "Gespeichert"
            case Speicherlage.FEHLER:
                return f"Nicht gespeichert: {self.grund}"
            case Speicherlage.NUR_LESEN:
                return "Nur lesen"
            case _:
                return "Alles gespeichert"


def gespeichert(jetzt: datetime) -> Speicherstand:
    """Saved at this moment."""
    return Speicherstand(Speicherlage.GESPEICHERT, jetzt)


def nicht_gespeichert(fehler: Exception, meldung: str) -> Speicherstand:
    """Not saved, and why in few words: those of the fault, else its first sentence."""
    kurz = next((worte for art, worte in _KURZ if isinstance(fehler, art)), None)
    return Speicherstand(Speicherlage.FEHLER, grund=kurz or meldung.partition(". ")[0])
