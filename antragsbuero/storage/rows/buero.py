"""What belongs to the office as a whole: settings, corrected pairings, the count of changes."""

from __future__ import annotations

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from antragsbuero.comparison.korrektur import Korrekturart
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.spaltentypen import KENNUNG, Liste, enum


class EinstellungRow(Geprueft, Basis):
    """One setting as JSON text."""

    __tablename__ = "einstellung"
    GEPRUEFT = ("schluessel", "wert")
    BEZEICHNUNG = "eine Einstellung"

    schluessel: Mapped[str] = mapped_column(String(200), primary_key=True)
    wert: Mapped[str] = mapped_column(Text)


class KorrekturRow(Geprueft, Basis):
    """One correction of a pair of Fassungen, at its place in their order."""

    __tablename__ = "korrektur"
    __table_args__ = (Index(None, "fassung_a", "fassung_b"),)
    GEPRUEFT = ("fassung_a", "fassung_b", "position", "art", "punkte_a", "punkte_b")
    BEZEICHNUNG = "eine von Hand gesetzte Zuordnung"

    id: Mapped[int] = mapped_column(primary_key=True)
    fassung_a: Mapped[str] = mapped_column(KENNUNG)
    fassung_b: Mapped[str] = mapped_column(KENNUNG, index=True)
    position: Mapped[int]
    art: Mapped[Korrekturart] = mapped_column(enum(Korrekturart))
    punkte_a: Mapped[tuple[str, ...]] = mapped_column(Liste)
    punkte_b: Mapped[tuple[str, ...]] = mapped_column(Liste)


class AenderungsstandRow(Basis):
    """The one row that counts stored changes; writers on a server take turns at it."""

    __tablename__ = "aenderungsstand"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wert: Mapped[int]
