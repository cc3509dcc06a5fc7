"""The way of a Vorgang through the bodies of the council."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from antragsbuero.domain.kennung import neue_kennung


class Beratungsrolle(StrEnum):
    """What a body does with the matter in one session (section 3.4 of the Ratspapiere)."""

    VERWEISUNG = "VERWEISUNG"
    ERSTE_LESUNG = "ERSTE_LESUNG"
    ZWEITE_LESUNG = "ZWEITE_LESUNG"
    VORBERATUNG = "VORBERATUNG"
    ANHOERUNG = "ANHOERUNG"
    BESTAETIGUNG = "BESTAETIGUNG"
    BESCHLUSSFASSUNG = "BESCHLUSSFASSUNG"
    BEANTWORTUNG = "BEANTWORTUNG"
    KENNTNISNAHME = "KENNTNISNAHME"
    SONSTIGE = "SONSTIGE"


@dataclass(frozen=True, slots=True)
class Beratung:
    """One row of the Beratungsfolge; `zustaendigkeit` as written, `rolle` as understood."""

    gremium: str
    datum: date | None = None
    top: str = ""
    rolle: Beratungsrolle = Beratungsrolle.SONSTIGE
    zustaendigkeit: str = ""
    votum: str = ""
    kennung: str = field(default_factory=neue_kennung)
