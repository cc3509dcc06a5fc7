"""The head of a Vorgang and what hangs on it directly."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from antragsbuero.domain.beratung import Beratungsrolle
from antragsbuero.domain.frist import Frist, Verlustart
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgangsart
from antragsbuero.storage.rows.abstimmung import AbstimmungRow
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.bericht import BerichtRow
from antragsbuero.storage.rows.fassung import FassungRow
from antragsbuero.storage.rows.nachfrage import NachfrageRow
from antragsbuero.storage.rows.spaltentypen import KENNUNG, Fristwert, Liste, Zeitpunkt, enum


class VorgangRow(Geprueft, Basis):
    """Head of a Vorgang; the columns after `geaendert` are derived, for the list."""

    __tablename__ = "vorgang"
    __table_args__ = (Index(None, "arbeitsjahr", "arbeitszaehler"),)
    GEPRUEFT = (
        "betreff", "art", "stand", "arbeitsnummer", "nummern", "einreicher", "zustaendig",
        "schlagworte", "ortsteile", "notizen", "bezuege", "nichtoeffentlich", "beispiel",
        "kennung", "aenderungszaehler", "geaendert", "letztes_datum", "fassungszahl",
        "entwurfszahl", "arbeitsjahr", "arbeitszaehler",
    )  # fmt: skip
    BEZEICHNUNG = "der Kopf des Vorgangs"

    id: Mapped[int] = mapped_column(primary_key=True)
    kennung: Mapped[str] = mapped_column(KENNUNG, unique=True)
    betreff: Mapped[str] = mapped_column(Text)
    art: Mapped[Vorgangsart] = mapped_column(enum(Vorgangsart))
    stand: Mapped[Stand] = mapped_column(enum(Stand))
    arbeitsnummer: Mapped[str] = mapped_column(Text)
    nummern: Mapped[tuple[str, ...]] = mapped_column(Liste)
    einreicher: Mapped[tuple[str, ...]] = mapped_column(Liste)
    zustaendig: Mapped[str] = mapped_column(Text)
    schlagworte: Mapped[tuple[str, ...]] = mapped_column(Liste)
    ortsteile: Mapped[tuple[str, ...]] = mapped_column(Liste)
    notizen: Mapped[str] = mapped_column(Text)
    bezuege: Mapped[tuple[str, ...]] = mapped_column(Liste)
    nichtoeffentlich: Mapped[bool]
    beispiel: Mapped[bool] = mapped_column(index=True)
    aenderungszaehler: Mapped[int] = mapped_column()
    geaendert: Mapped[int] = mapped_column(index=True)
    letztes_datum: Mapped[date | None]
    fassungszahl: Mapped[int]
    entwurfszahl: Mapped[int]
    arbeitsjahr: Mapped[int | None]
    arbeitszaehler: Mapped[int | None]

    # The repository counts; the mapper only refuses to overwrite another count.
    __mapper_args__ = {  # noqa: RUF012
        "version_id_col": aenderungszaehler,
        "version_id_generator": False,
    }

    suchnummern: Mapped[list[NummerRow]] = relationship(
        cascade="all, delete-orphan", lazy="raise", passive_deletes=True
    )
    beratungen: Mapped[list[BeratungRow]] = relationship(
        order_by="BeratungRow.position", cascade="all, delete-orphan", lazy="raise"
    )
    anlagen: Mapped[list[VorgangsanlageRow]] = relationship(
        order_by="VorgangsanlageRow.position", cascade="all, delete-orphan", lazy="raise"
    )
    fassungen: Mapped[list[FassungRow]] = relationship(
        order_by=FassungRow.position, cascade="all, delete-orphan", lazy="raise"
    )
    abstimmungen: Mapped[list[AbstimmungRow]] = relationship(
        order_by=AbstimmungRow.position, cascade="all, delete-orphan", lazy="raise"
    )
    berichte: Mapped[list[BerichtRow]] = relationship(
        order_by=BerichtRow.position, cascade="all, delete-orphan", lazy="raise"
    )
    nachfragen: Mapped[list[NachfrageRow]] = relationship(
        order_by=NachfrageRow.position, cascade="all, delete-orphan", lazy="raise"
    )
    umsetzungen: Mapped[list[UmsetzungRow]] = relationship(
        order_by="UmsetzungRow.position", cascade="all, delete-orphan", lazy="raise"
    )
    fristverluste: Mapped[list[FristverlustRow]] = relationship(
        order_by="FristverlustRow.position", cascade="all, delete-orphan", lazy="raise"
    )
    verlauf: Mapped[list[VerlaufRow]] = relationship(
        order_by="VerlaufRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class _Teil:
    """A part of a Vorgang at its place among its like."""

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(
        ForeignKey("vorgang.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]


class NummerRow(Basis):
    """One name by which a Vorgang is found, folded: Kennung and all numbers."""

    __tablename__ = "nummer"

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(
        ForeignKey("vorgang.id", ondelete="CASCADE"), index=True
    )
    nummer: Mapped[str] = mapped_column(Text, index=True)


class BeratungRow(Geprueft, _Teil, Basis):
    """One row of the Beratungsfolge."""

    __tablename__ = "beratung"
    GEPRUEFT = (
        "vorgang_id", "position", "gremium", "datum", "top", "rolle", "zustaendigkeit", "votum",
        "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Beratung"

    kennung: Mapped[str] = mapped_column(KENNUNG)
    gremium: Mapped[str] = mapped_column(Text)
    datum: Mapped[date | None]
    top: Mapped[str] = mapped_column(Text)
    rolle: Mapped[Beratungsrolle] = mapped_column(enum(Beratungsrolle))
    zustaendigkeit: Mapped[str] = mapped_column(Text)
    votum: Mapped[str] = mapped_column(Text)


class VorgangsanlageRow(Geprueft, _Teil, Basis):
    """A file that belongs to the whole Vorgang."""

    __tablename__ = "vorgangsanlage"
    GEPRUEFT = ("vorgang_id", "position", "name", "sha256", "groesse", "kennung")
    BEZEICHNUNG = "eine Anlage"

    kennung: Mapped[str] = mapped_column(KENNUNG)
    name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    groesse: Mapped[int]


class UmsetzungRow(Geprueft, _Teil, Basis):
    """The judgements on one point of a BESCHLUSS."""

    __tablename__ = "umsetzung"
    GEPRUEFT = (
        "vorgang_id", "position", "punkt", "verwaltung", "fraktion", "notiz", "wiedervorlage",
    )  # fmt: skip
    BEZEICHNUNG = "ein Umsetzungsstand"

    punkt: Mapped[str] = mapped_column(KENNUNG, index=True)
    verwaltung: Mapped[Umsetzungsstand] = mapped_column(enum(Umsetzungsstand))
    fraktion: Mapped[Umsetzungsstand] = mapped_column(enum(Umsetzungsstand))
    notiz: Mapped[str] = mapped_column(Text)
    wiedervorlage: Mapped[date | None]


class FristverlustRow(Geprueft, _Teil, Basis):
    """A deadline that a resolution lost; `tag` repeats its day, for sorting."""

    __tablename__ = "fristverlust"
    GEPRUEFT = (
        "vorgang_id", "position", "art", "beschluss", "fassung", "punkt", "vorher", "nachher",
        "tag",
    )  # fmt: skip
    BEZEICHNUNG = "eine verlorene Frist"

    art: Mapped[Verlustart] = mapped_column(enum(Verlustart))
    beschluss: Mapped[str] = mapped_column(KENNUNG)
    fassung: Mapped[str] = mapped_column(KENNUNG)
    punkt: Mapped[str] = mapped_column(Text)
    vorher: Mapped[Frist] = mapped_column(Fristwert)
    nachher: Mapped[Frist | None] = mapped_column(Fristwert)
    tag: Mapped[date | None] = mapped_column(index=True)


class VerlaufRow(Geprueft, _Teil, Basis):
    """One entry of the Verlauf."""

    __tablename__ = "verlauf"
    GEPRUEFT = ("vorgang_id", "position", "zeitpunkt", "text")
    BEZEICHNUNG = "ein Eintrag im Verlauf"

    zeitpunkt: Mapped[datetime] = mapped_column(Zeitpunkt)
    text: Mapped[str] = mapped_column(Text)
