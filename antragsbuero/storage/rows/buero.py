"""What belongs to the office as a whole: settings and corrected pairings."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from antragsbuero.comparison.korrektur import Korrekturart
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.tabellen.buero import EINSTELLUNG, KORREKTUR


class EinstellungRow(Geprueft, Basis):
    """One setting as JSON text."""

    __table__ = EINSTELLUNG
    GEPRUEFT = ("schluessel", "wert")
    BEZEICHNUNG = "eine Einstellung"

    schluessel: Mapped[str]
    wert: Mapped[str]


class KorrekturRow(Geprueft, Basis):
    """One correction of a pair of Fassungen, at its place in their order."""

    __table__ = KORREKTUR
    GEPRUEFT = ("fassung_a", "fassung_b", "position", "art", "punkte_a", "punkte_b")
    BEZEICHNUNG = "eine von Hand gesetzte Zuordnung"

    id: Mapped[int]
    fassung_a: Mapped[str]
    fassung_b: Mapped[str]
    position: Mapped[int]
    art: Mapped[Korrekturart]
    punkte_a: Mapped[tuple[str, ...]]
    punkte_b: Mapped[tuple[str, ...]]
