"""A Fassung with its points, their deadlines and its files."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, relationship

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Genauigkeit
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.tabellen.fassung import BESCHLUSSPUNKT, FASSUNG, FASSUNGSANLAGE, FRIST


class FassungRow(Geprueft, Basis):
    """One wording inside a Vorgang."""

    __table__ = FASSUNG
    GEPRUEFT = (
        "vorgang_id", "position", "art", "datum", "nummer", "urheber", "zu", "eingereicht",
        "betreff", "vorspann", "begruendung", "quelltext", "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Fassung"

    id: Mapped[int]
    vorgang_id: Mapped[int]
    position: Mapped[int]
    kennung: Mapped[str]
    art: Mapped[Fassungsart]
    datum: Mapped[date | None]
    nummer: Mapped[str]
    urheber: Mapped[tuple[str, ...]]
    zu: Mapped[str | None]
    eingereicht: Mapped[bool]
    betreff: Mapped[str]
    vorspann: Mapped[tuple[Absatz, ...]]
    begruendung: Mapped[tuple[Absatz, ...]]
    quelltext: Mapped[str]

    punkte: Mapped[list[BeschlusspunktRow]] = relationship(
        order_by="BeschlusspunktRow.position", cascade="all, delete-orphan", lazy="raise"
    )
    anlagen: Mapped[list[FassungsanlageRow]] = relationship(
        order_by="FassungsanlageRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class BeschlusspunktRow(Geprueft, Basis):
    """One point; `position` counts in preorder, `ebene` is the depth: both make the tree."""

    __table__ = BESCHLUSSPUNKT
    GEPRUEFT = ("fassung_id", "position", "ebene", "nummer", "absaetze", "kennung", "herkunft")
    BEZEICHNUNG = "ein Beschlusspunkt"

    id: Mapped[int]
    fassung_id: Mapped[int]
    position: Mapped[int]
    ebene: Mapped[int]
    kennung: Mapped[str]
    herkunft: Mapped[str]
    nummer: Mapped[str]
    absaetze: Mapped[tuple[Absatz, ...]]

    fristen: Mapped[list[FristRow]] = relationship(
        order_by="FristRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class FristRow(Geprueft, Basis):
    """One deadline of a point; `tag` is its day or the next of a series, for sorting."""

    __table__ = FRIST
    GEPRUEFT = (
        "punkt_id", "position", "wortlaut", "datum", "genauigkeit", "naechste", "von", "bis",
        "tag",
    )  # fmt: skip
    BEZEICHNUNG = "eine Frist"

    id: Mapped[int]
    punkt_id: Mapped[int]
    position: Mapped[int]
    wortlaut: Mapped[str]
    datum: Mapped[date | None]
    genauigkeit: Mapped[Genauigkeit]
    naechste: Mapped[date | None]
    von: Mapped[int]
    bis: Mapped[int]
    tag: Mapped[date | None]


class FassungsanlageRow(Geprueft, Basis):
    """A file that belongs to one Fassung."""

    __table__ = FASSUNGSANLAGE
    GEPRUEFT = ("fassung_id", "position", "name", "sha256", "groesse", "kennung")
    BEZEICHNUNG = "eine Anlage"

    id: Mapped[int]
    fassung_id: Mapped[int]
    position: Mapped[int]
    kennung: Mapped[str]
    name: Mapped[str]
    sha256: Mapped[str]
    groesse: Mapped[int]
