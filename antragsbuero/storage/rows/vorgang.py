"""The head of a Vorgang and what hangs on it directly."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped, relationship

from antragsbuero.domain.beratung import Beratungsrolle
from antragsbuero.domain.frist import Frist, Verlustart
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgangsart
from antragsbuero.storage.rows.abstimmung import AbstimmungRow
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.bericht import BerichtRow
from antragsbuero.storage.rows.fassung import FassungRow
from antragsbuero.storage.rows.nachfrage import NachfrageRow
from antragsbuero.storage.tabellen.vorgang import (
    BERATUNG,
    FRISTVERLUST,
    NUMMER,
    UMSETZUNG,
    VERLAUF,
    VORGANG,
    VORGANGSANLAGE,
)


class VorgangRow(Geprueft, Basis):
    """Head of a Vorgang; the columns after `geaendert` are derived, for the list."""

    __table__ = VORGANG
    GEPRUEFT = (
        "betreff", "art", "stand", "arbeitsnummer", "nummern", "einreicher", "zustaendig",
        "schlagworte", "ortsteile", "notizen", "bezuege", "nichtoeffentlich", "beispiel",
        "kennung", "aenderungszaehler", "geaendert", "letztes_datum", "fassungszahl",
        "entwurfszahl", "arbeitsjahr", "arbeitszaehler",
    )  # fmt: skip
    BEZEICHNUNG = "der Kopf des Vorgangs"

    id: Mapped[int]
    kennung: Mapped[str]
    betreff: Mapped[str]
    art: Mapped[Vorgangsart]
    stand: Mapped[Stand]
    arbeitsnummer: Mapped[str]
    nummern: Mapped[tuple[str, ...]]
    einreicher: Mapped[tuple[str, ...]]
    zustaendig: Mapped[str]
    schlagworte: Mapped[tuple[str, ...]]
    ortsteile: Mapped[tuple[str, ...]]
    notizen: Mapped[str]
    bezuege: Mapped[tuple[str, ...]]
    nichtoeffentlich: Mapped[bool]
    beispiel: Mapped[bool]
    aenderungszaehler: Mapped[int]
    geaendert: Mapped[int]
    letztes_datum: Mapped[date | None]
    fassungszahl: Mapped[int]
    entwurfszahl: Mapped[int]
    arbeitsjahr: Mapped[int | None]
    arbeitszaehler: Mapped[int | None]

    # The repository counts; the mapper only refuses to overwrite another count.
    __mapper_args__ = {  # noqa: RUF012
        "version_id_col": VORGANG.c.aenderungszaehler,
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

    id: Mapped[int]
    vorgang_id: Mapped[int]
    position: Mapped[int]


class NummerRow(Basis):
    """One name by which a Vorgang is found, folded: Kennung and all numbers."""

    __table__ = NUMMER

    id: Mapped[int]
    vorgang_id: Mapped[int]
    nummer: Mapped[str]


class BeratungRow(Geprueft, _Teil, Basis):
    """One row of the Beratungsfolge."""

    __table__ = BERATUNG
    GEPRUEFT = (
        "vorgang_id", "position", "gremium", "datum", "top", "rolle", "zustaendigkeit", "votum",
        "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Beratung"

    kennung: Mapped[str]
    gremium: Mapped[str]
    datum: Mapped[date | None]
    top: Mapped[str]
    rolle: Mapped[Beratungsrolle]
    zustaendigkeit: Mapped[str]
    votum: Mapped[str]


class VorgangsanlageRow(Geprueft, _Teil, Basis):
    """A file that belongs to the whole Vorgang."""

    __table__ = VORGANGSANLAGE
    GEPRUEFT = ("vorgang_id", "position", "name", "sha256", "groesse", "kennung")
    BEZEICHNUNG = "eine Anlage"

    kennung: Mapped[str]
    name: Mapped[str]
    sha256: Mapped[str]
    groesse: Mapped[int]


class UmsetzungRow(Geprueft, _Teil, Basis):
    """The judgements on one point of a BESCHLUSS."""

    __table__ = UMSETZUNG
    GEPRUEFT = (
        "vorgang_id", "position", "punkt", "verwaltung", "fraktion", "notiz", "wiedervorlage",
    )  # fmt: skip
    BEZEICHNUNG = "ein Umsetzungsstand"

    punkt: Mapped[str]
    verwaltung: Mapped[Umsetzungsstand]
    fraktion: Mapped[Umsetzungsstand]
    notiz: Mapped[str]
    wiedervorlage: Mapped[date | None]


class FristverlustRow(Geprueft, _Teil, Basis):
    """A deadline that a resolution lost; `tag` repeats its day, for sorting."""

    __table__ = FRISTVERLUST
    GEPRUEFT = (
        "vorgang_id", "position", "art", "beschluss", "fassung", "punkt", "vorher", "nachher",
        "tag",
    )  # fmt: skip
    BEZEICHNUNG = "eine verlorene Frist"

    art: Mapped[Verlustart]
    beschluss: Mapped[str]
    fassung: Mapped[str]
    punkt: Mapped[str]
    vorher: Mapped[Frist]
    nachher: Mapped[Frist | None]
    tag: Mapped[date | None]


class VerlaufRow(Geprueft, _Teil, Basis):
    """One entry of the Verlauf."""

    __table__ = VERLAUF
    GEPRUEFT = ("vorgang_id", "position", "zeitpunkt", "text")
    BEZEICHNUNG = "ein Eintrag im Verlauf"

    zeitpunkt: Mapped[datetime]
    text: Mapped[str]
