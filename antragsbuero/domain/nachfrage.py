"""Queries to the administration on named Beschlusspunkte of a resolution."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from antragsbuero.domain.kennung import neue_kennung


class Nachfragestand(StrEnum):
    """Where a Nachfrage stands."""

    ENTWURF = "ENTWURF"
    EINGEREICHT = "EINGEREICHT"
    BEANTWORTET = "BEANTWORTET"
    UEBERFAELLIG = "UEBERFAELLIG"


@dataclass(frozen=True, slots=True)
class Nachfrage:
    """A query that names each Beschlusspunkt it asks about (OVG Bautzen 4 A 691/21).

    `beschluss` and `punkte` are kennungen. `antwort` is the kennung of the Bericht of art
    ANTWORT, `zu_antwort` that of the answer a second Nachfrage refers to; None without one.
    `antwortfrist` is the last day for the answer, None before submission.
    """

    beschluss: str
    punkte: tuple[str, ...]
    fragen: tuple[str, ...]
    einleitung: str = ""
    nummer: str = ""
    erstellt: date | None = None
    eingereicht: date | None = None
    antwortfrist: date | None = None
    antwort: str | None = None
    zu_antwort: str | None = None
    kennung: str = field(default_factory=neue_kennung)

    def __post_init__(self) -> None:
        if not self.punkte:
            raise ValueError("Eine Nachfrage nennt mindestens einen Beschlusspunkt.")

    def stand(self, stichtag: date) -> Nachfragestand:
        """The state on that day."""
        if self.antwort is not None:
            return Nachfragestand.BEANTWORTET
        if self.eingereicht is None:
            return Nachfragestand.ENTWURF
        if self.antwortfrist is not None and self.antwortfrist < stichtag:
            return Nachfragestand.UEBERFAELLIG
        return Nachfragestand.EINGEREICHT
