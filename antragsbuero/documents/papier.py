"""One paper as it was read, before it finds its place in a Vorgang."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from antragsbuero.documents.papierkopf import Betreff
from antragsbuero.documents.papierteile import Teil
from antragsbuero.documents.ueberschriften import Papierart, Papierkopf
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.fassung import Fassung


@dataclass(slots=True)
class Abschnitt:
    """The lines of one paper below its headings; `kopf` is None before the first heading."""

    kopf: Papierkopf | None
    kopfzeilen: list[Zeile] = field(default_factory=list)
    zeilen: list[Zeile] = field(default_factory=list)

    @property
    def art(self) -> Papierart | None:
        """The kind of paper, None before the first heading."""
        return self.kopf.art if self.kopf is not None else None

    @property
    def spanne(self) -> tuple[int, int]:
        """Where the paper stands in the source."""
        alle = [*self.kopfzeilen, *self.zeilen]
        return (min(z.von for z in alle), max(z.bis for z in alle)) if alle else (0, 0)


@dataclass(slots=True)
class Papier:
    """What one paper brought.

    `fassung` is None for reports and minutes, whose `antwortteile` wait until the points they
    speak of are known. `anker` is a line to show when something is doubtful.
    """

    art: Papierart
    anker: Zeile
    datum: date | None
    nummer: str
    urheber: tuple[str, ...]
    betreff: Betreff
    quelltext: str
    fassung: Fassung | None = None
    antwortteile: list[Teil] = field(default_factory=list)
    abstimmungen: list[Abstimmung] = field(default_factory=list)
    beratungen: list[Beratung] = field(default_factory=list)
    nichtoeffentlich: bool = False
