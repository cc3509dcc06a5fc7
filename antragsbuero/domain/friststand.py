"""What became of a deadline."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from antragsbuero.domain.frist import Frist
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand


class Friststand(StrEnum):
    """What became of a deadline on the day one looks."""

    UEBERFAELLIG = "UEBERFAELLIG"
    OFFEN = "OFFEN"
    OHNE_DATUM = "OHNE_DATUM"
    ERLEDIGT = "ERLEDIGT"
    GEAENDERT = "GEAENDERT"
    """The resolution put words without a day in its place."""
    ENTFALLEN = "ENTFALLEN"
    """The resolution lost it."""


_ERLEDIGT = (Umsetzungsstand.UMGESETZT, Umsetzungsstand.UEBERHOLT)


def friststand(frist: Frist, umsetzung: Umsetzung | None, stichtag: date) -> Friststand:
    """The state of a deadline; only the faction's own judgement settles it."""
    if umsetzung is not None and umsetzung.fraktion in _ERLEDIGT:
        return Friststand.ERLEDIGT
    if frist.datum is None and frist.naechste is None:
        return Friststand.OHNE_DATUM
    return Friststand.UEBERFAELLIG if frist.ueberfaellig(stichtag) else Friststand.OFFEN
