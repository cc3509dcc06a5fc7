"""A composed paper before it is written, shown or printed, and what can be chosen for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.domain.anlage import Anlage


class Stueck(StrEnum):
    """What leaves the office; the values are the words of the command line."""

    FASSUNG = "fassung"
    ANSCHREIBEN = "anschreiben"
    NACHFRAGE = "nachfrage"
    SYNOPSE = "synopse"
    REGISTER = "register"
    AKTE = "akte"
    WEBSEITE = "webseite"


class Briefkopfart(StrEnum):
    """Kinds of papers that have a Briefkopf of their own."""

    ANTRAG = "ANTRAG"
    """Ursprungsantrag and Neufassung."""
    AENDERUNGSANTRAG = "AENDERUNGSANTRAG"
    """Änderungs- and Ergänzungsantrag."""
    ANFRAGE = "ANFRAGE"
    """Anfrage and Nachfrage."""
    ANSCHREIBEN = "ANSCHREIBEN"
    SYNOPSE = "SYNOPSE"
    AKTE = "AKTE"
    """Akte and Register."""


@dataclass(frozen=True, slots=True)
class Exportwahl:
    """What a person chooses for one export.

    `briefkopf` is a Word file; None takes the one of the settings, `ohne_briefkopf` none at
    all. `anlagen` puts the Anlagen
    behind the motion in one PDF.
    """

    zeilennummern: bool = False
    unterschriften: bool = False
    anlagen: bool = False
    briefkopf: Path | None = None
    ohne_briefkopf: bool = False


OHNE_WAHL = Exportwahl()


@dataclass(frozen=True, slots=True)
class Papier:
    """A composed paper; `briefkopf` is None where none applies (Webseite, papers of others).

    `gemeinsam` papers come from several Einreicher: no head of one faction stands on them.
    """

    stueck: Stueck
    dokument: Dokument
    briefkopf: Briefkopfart | None = None
    anlagen: tuple[Anlage, ...] = ()
    gemeinsam: bool = False
