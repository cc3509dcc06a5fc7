"""One dated wording inside a Vorgang."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, vorordnung
from antragsbuero.domain.kennung import neue_kennung


class Fassungsart(StrEnum):
    """What a Fassung is; a draft already has the art it will be submitted as."""

    URSPRUNGSANTRAG = "URSPRUNGSANTRAG"
    NEUFASSUNG = "NEUFASSUNG"
    VERWALTUNGSSTANDPUNKT = "VERWALTUNGSSTANDPUNKT"
    AENDERUNGSANTRAG = "AENDERUNGSANTRAG"
    ERGAENZUNGSANTRAG = "ERGAENZUNGSANTRAG"
    BESCHLUSSVORLAGE = "BESCHLUSSVORLAGE"
    ANFRAGE = "ANFRAGE"
    BESCHLUSS = "BESCHLUSS"


class Fassungsfehler(ValueError):
    """A Fassung was asked for something that its state forbids."""


@dataclass(frozen=True, slots=True)
class Fassung:
    """One wording with Vorspann, Beschlusspunkte, Begründung and Anlagen.

    `zu` names the Fassung that this one amends, answers or renews; None for a root.
    `datum` is the day of the paper, None for a draft or where the source names none.
    `eingereicht` freezes wording, points, Begründung and Anlagen for good.
    `quelltext` is the untouched text it was read from, "" if written in the program.
    """

    art: Fassungsart
    datum: date | None = None
    nummer: str = ""
    urheber: tuple[str, ...] = ()
    zu: str | None = None
    eingereicht: bool = False
    betreff: str = ""
    vorspann: tuple[Absatz, ...] = ()
    punkte: tuple[Beschlusspunkt, ...] = ()
    begruendung: tuple[Absatz, ...] = ()
    anlagen: tuple[Anlage, ...] = ()
    quelltext: str = ""
    kennung: str = field(default_factory=neue_kennung)

    @property
    def ist_entwurf(self) -> bool:
        """Whether the wording may still change."""
        return not self.eingereicht

    def alle_punkte(self) -> Iterator[Beschlusspunkt]:
        """All points in preorder, sub-points included."""
        return vorordnung(self.punkte)

    def wortlaut(self) -> tuple[object, ...]:
        """What submission freezes: betreff, Vorspann, points, Begründung, Anlagen."""
        return (self.betreff, self.vorspann, self.punkte, self.begruendung, self.anlagen)
