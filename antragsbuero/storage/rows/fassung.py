"""A Fassung with its points, their deadlines and its files."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Genauigkeit
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.spaltentypen import KENNUNG, Absaetze, Liste, enum


class FassungRow(Geprueft, Basis):
    """One wording inside a Vorgang."""

    __tablename__ = "fassung"
    __table_args__ = (UniqueConstraint("vorgang_id", "kennung"),)
    GEPRUEFT = (
        "vorgang_id", "position", "art", "datum", "nummer", "urheber", "zu", "eingereicht",
        "betreff", "vorspann", "begruendung", "quelltext", "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Fassung"

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(ForeignKey("vorgang.id", ondelete="CASCADE"))
    position: Mapped[int]
    kennung: Mapped[str] = mapped_column(KENNUNG, index=True)
    art: Mapped[Fassungsart] = mapped_column(enum(Fassungsart))
    datum: Mapped[date | None]
    nummer: Mapped[str] = mapped_column(Text)
    urheber: Mapped[tuple[str, ...]] = mapped_column(Liste)
    zu: Mapped[str | None] = mapped_column(KENNUNG)
    eingereicht: Mapped[bool]
    betreff: Mapped[str] = mapped_column(Text)
    vorspann: Mapped[tuple[Absatz, ...]] = mapped_column(Absaetze)
    begruendung: Mapped[tuple[Absatz, ...]] = mapped_column(Absaetze)
    quelltext: Mapped[str] = mapped_column(Text)

    punkte: Mapped[list[BeschlusspunktRow]] = relationship(
        order_by="BeschlusspunktRow.position", cascade="all, delete-orphan", lazy="raise"
    )
    anlagen: Mapped[list[FassungsanlageRow]] = relationship(
        order_by="FassungsanlageRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class BeschlusspunktRow(Geprueft, Basis):
    """One point; `position` counts in preorder, `ebene` is the depth: both make the tree."""

    __tablename__ = "beschlusspunkt"
    GEPRUEFT = ("fassung_id", "position", "ebene", "nummer", "absaetze", "kennung", "herkunft")
    BEZEICHNUNG = "ein Beschlusspunkt"

    id: Mapped[int] = mapped_column(primary_key=True)
    fassung_id: Mapped[int] = mapped_column(
        ForeignKey("fassung.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    ebene: Mapped[int]
    kennung: Mapped[str] = mapped_column(KENNUNG)
    herkunft: Mapped[str] = mapped_column(KENNUNG)
    nummer: Mapped[str] = mapped_column(Text)
    absaetze: Mapped[tuple[Absatz, ...]] = mapped_column(Absaetze)

    fristen: Mapped[list[FristRow]] = relationship(
        order_by="FristRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class FristRow(Geprueft, Basis):
    """One deadline of a point; `tag` is its day or the next of a series, for sorting."""

    __tablename__ = "frist"
    GEPRUEFT = (
        "punkt_id", "position", "wortlaut", "datum", "genauigkeit", "naechste", "von", "bis",
        "tag",
    )  # fmt: skip
    BEZEICHNUNG = "eine Frist"

    id: Mapped[int] = mapped_column(primary_key=True)
    punkt_id: Mapped[int] = mapped_column(
        ForeignKey("beschlusspunkt.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    wortlaut: Mapped[str] = mapped_column(Text)
    datum: Mapped[date | None]
    genauigkeit: Mapped[Genauigkeit] = mapped_column(enum(Genauigkeit))
    naechste: Mapped[date | None]
    von: Mapped[int]
    bis: Mapped[int]
    tag: Mapped[date | None] = mapped_column(index=True)


class FassungsanlageRow(Geprueft, Basis):
    """A file that belongs to one Fassung."""

    __tablename__ = "fassungsanlage"
    GEPRUEFT = ("fassung_id", "position", "name", "sha256", "groesse", "kennung")
    BEZEICHNUNG = "eine Anlage"

    id: Mapped[int] = mapped_column(primary_key=True)
    fassung_id: Mapped[int] = mapped_column(
        ForeignKey("fassung.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kennung: Mapped[str] = mapped_column(KENNUNG)
    name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    groesse: Mapped[int]
