"""How far a Beschlusspunkt is carried out: two judgements kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Umsetzungsstand(StrEnum):
    """States of carrying out a Beschlusspunkt."""

    OFFEN = "OFFEN"
    IN_UMSETZUNG = "IN_UMSETZUNG"
    TEILWEISE = "TEILWEISE"
    UMGESETZT = "UMGESETZT"
    VERZOEGERT = "VERZOEGERT"
    NICHT_UMGESETZT = "NICHT_UMGESETZT"
    UEBERHOLT = "UEBERHOLT"
    FRIST_UNKLAR = "FRIST_UNKLAR"


@dataclass(frozen=True, slots=True)
class Umsetzung:
    """The judgements of administration and faction on one point of a BESCHLUSS.

    `punkt` is the kennung of the Beschlusspunkt. The two are never merged: in a dispute the
    administration may say UMGESETZT while the faction does not.
    """

    punkt: str
    verwaltung: Umsetzungsstand = Umsetzungsstand.OFFEN
    fraktion: Umsetzungsstand = Umsetzungsstand.OFFEN
    notiz: str = ""
    wiedervorlage: date | None = None
