"""How the council decided."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from antragsbuero.domain.abstimmung import Abstimmungsergebnis, Mehrheit
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.spaltentypen import KENNUNG, Liste, enum


class AbstimmungRow(Geprueft, Basis):
    """One outcome."""

    __tablename__ = "abstimmung"
    GEPRUEFT = (
        "vorgang_id", "position", "ergebnis", "wortlaut", "mehrheit", "fassung", "beschluss",
        "punkte", "ja", "nein", "enthaltung", "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Abstimmung"

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(
        ForeignKey("vorgang.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kennung: Mapped[str] = mapped_column(KENNUNG)
    ergebnis: Mapped[Abstimmungsergebnis] = mapped_column(enum(Abstimmungsergebnis))
    wortlaut: Mapped[str] = mapped_column(Text)
    mehrheit: Mapped[Mehrheit] = mapped_column(enum(Mehrheit))
    fassung: Mapped[str | None] = mapped_column(KENNUNG)
    beschluss: Mapped[str | None] = mapped_column(KENNUNG)
    punkte: Mapped[tuple[str, ...]] = mapped_column(Liste)
    ja: Mapped[int | None]
    nein: Mapped[int | None]
    enthaltung: Mapped[int | None]
