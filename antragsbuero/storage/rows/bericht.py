"""A report with its statements."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.spaltentypen import KENNUNG, Absaetze, Liste, enum


class BerichtRow(Geprueft, Basis):
    """A report of the administration."""

    __tablename__ = "bericht"
    GEPRUEFT = (
        "vorgang_id", "position", "art", "datum", "nummer", "urheber", "zu", "quelltext",
        "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "ein Bericht"

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(
        ForeignKey("vorgang.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kennung: Mapped[str] = mapped_column(KENNUNG)
    art: Mapped[Berichtsart] = mapped_column(enum(Berichtsart))
    datum: Mapped[date | None]
    nummer: Mapped[str] = mapped_column(Text)
    urheber: Mapped[tuple[str, ...]] = mapped_column(Liste)
    zu: Mapped[str | None] = mapped_column(KENNUNG)
    quelltext: Mapped[str] = mapped_column(Text)

    teile: Mapped[list[BerichtsteilRow]] = relationship(
        order_by="BerichtsteilRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class BerichtsteilRow(Geprueft, Basis):
    """The statement on one point."""

    __tablename__ = "berichtsteil"
    GEPRUEFT = ("bericht_id", "position", "punkt", "absaetze", "bestaetigt")
    BEZEICHNUNG = "ein Teil eines Berichts"

    id: Mapped[int] = mapped_column(primary_key=True)
    bericht_id: Mapped[int] = mapped_column(
        ForeignKey("bericht.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    punkt: Mapped[str] = mapped_column(Text)
    absaetze: Mapped[tuple[Absatz, ...]] = mapped_column(Absaetze)
    bestaetigt: Mapped[bool]
