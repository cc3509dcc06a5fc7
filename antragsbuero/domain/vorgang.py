"""Everything about one matter, from the first draft to the last report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Fristverlust
from antragsbuero.domain.kennung import neue_kennung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung


class Vorgangsart(StrEnum):
    """What kind of matter it is."""

    ANTRAG = "ANTRAG"
    ANFRAGE = "ANFRAGE"
    VORLAGE = "VORLAGE"


class Stand(StrEnum):
    """Where the whole matter stands."""

    ENTWURF = "ENTWURF"
    EINGEREICHT = "EINGEREICHT"
    IN_BERATUNG = "IN_BERATUNG"
    BESCHLOSSEN = "BESCHLOSSEN"
    IN_UMSETZUNG = "IN_UMSETZUNG"
    ABGELEHNT = "ABGELEHNT"
    ZURUECKGEZOGEN = "ZURUECKGEZOGEN"
    BEANTWORTET = "BEANTWORTET"
    ERLEDIGT = "ERLEDIGT"


@dataclass(frozen=True, slots=True)
class Verlaufseintrag:
    """One change after submission or step of the office; `zeitpunkt` in UTC."""

    zeitpunkt: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Vorgang:
    """A matter with its Fassungen, resolutions, reports and queries.

    `nummern` are official ones, the main one first; before that `arbeitsnummer`
    ("Entwurf 2026-017") names it. `bezuege` are kennungen of other Vorgänge.
    `fristverluste` are the deadlines its resolutions lost, found when the resolution came in.
    `beispiel` marks the sample that can be removed in one step.
    `aenderungszaehler` counts stored changes, for optimistic locking.
    """

    betreff: str
    art: Vorgangsart = Vorgangsart.ANTRAG
    stand: Stand = Stand.ENTWURF
    arbeitsnummer: str = ""
    nummern: tuple[str, ...] = ()
    einreicher: tuple[str, ...] = ()
    zustaendig: str = ""
    beratungen: tuple[Beratung, ...] = ()
    schlagworte: tuple[str, ...] = ()
    ortsteile: tuple[str, ...] = ()
    anlagen: tuple[Anlage, ...] = ()
    notizen: str = ""
    bezuege: tuple[str, ...] = ()
    nichtoeffentlich: bool = False
    fassungen: tuple[Fassung, ...] = ()
    abstimmungen: tuple[Abstimmung, ...] = ()
    berichte: tuple[Bericht, ...] = ()
    nachfragen: tuple[Nachfrage, ...] = ()
    umsetzungen: tuple[Umsetzung, ...] = ()
    fristverluste: tuple[Fristverlust, ...] = ()
    verlauf: tuple[Verlaufseintrag, ...] = ()
    beispiel: bool = False
    aenderungszaehler: int = 0
    kennung: str = field(default_factory=neue_kennung)

    @property
    def anzeigenummer(self) -> str:
        """The official number, else the working number."""
        return self.nummern[0] if self.nummern else self.arbeitsnummer

    def fassung(self, kennung: str) -> Fassung:
        """The Fassung of that kennung; KeyError if it is not one of this Vorgang."""
        for fassung in self.fassungen:
            if fassung.kennung == kennung:
                return fassung
        raise KeyError(kennung)

    def beschluesse(self) -> tuple[Fassung, ...]:
        """The resolutions, the oldest first."""
        return tuple(f for f in nach_datum(self.fassungen) if f.art is Fassungsart.BESCHLUSS)


def nach_datum(fassungen: Sequence[Fassung]) -> tuple[Fassung, ...]:
    """Fassungen by date, those without one last; equal days keep their order."""
    return tuple(sorted(fassungen, key=lambda f: f.datum or date.max))
