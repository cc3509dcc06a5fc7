"""The Frist that a resolution sets for one of its points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Genauigkeit(StrEnum):
    """How far the words of a Frist fix a day."""

    GENAU = "GENAU"
    """A day, or the last day of a named span (quarter, half-year, „bis Ende 2021“)."""
    UNSCHARF = "UNSCHARF"
    """A day read into loose words: „zum II. Quartal“, „Mitte 2024“, „im Herbst“."""
    BEGINN = "BEGINN"
    """„ab …“: the first day; never overdue."""
    RELATIV = "RELATIV"
    """„innerhalb von sechs Monaten“: counted from the resolution; no date without one."""
    SERIE = "SERIE"
    """„jährlich“: no date of its own, the next one stands in `naechste`."""
    EREIGNIS = "EREIGNIS"
    """„vor Durchführung des …“, „zum Schuljahr“: a date only by hand or by the Ratsprofil."""
    DRINGLICH = "DRINGLICH"
    """„schnellstmöglich“, „zeitnah“: urgency without a date."""


@dataclass(frozen=True, slots=True)
class Frist:
    """The words of a deadline as written and what they mean.

    `datum` is the last day (for BEGINN the first), None where the words fix none.
    `naechste` is the next day of a SERIE that is known, else None.
    `von`/`bis` are the place of the words in the text of the point.
    """

    wortlaut: str
    datum: date | None
    genauigkeit: Genauigkeit
    naechste: date | None = None
    von: int = 0
    bis: int = 0

    def ueberfaellig(self, stichtag: date) -> bool:
        """Whether the day has passed; BEGINN never is, and words without a date never are."""
        tag = self.datum or self.naechste
        return tag is not None and self.genauigkeit is not Genauigkeit.BEGINN and tag < stichtag


class Verlustart(StrEnum):
    """How a resolution lost a deadline that the voted Fassung had."""

    GEAENDERT = "GEAENDERT"
    """Words without a day took its place: „im 2. Quartal 2020“ became „schnellstmöglich“."""
    ENTFALLEN = "ENTFALLEN"
    """No deadline is left."""


@dataclass(frozen=True, slots=True)
class Fristverlust:
    """A dated deadline of Fassung `fassung` that `beschluss` (both kennungen) no longer has.

    `punkt` is the bare number of the point in the earlier Fassung, "" for an implicit one.
    `nachher` are the words that took its place, None for ENTFALLEN.
    """

    art: Verlustart
    beschluss: str
    fassung: str
    punkt: str
    vorher: Frist
    nachher: Frist | None = None
