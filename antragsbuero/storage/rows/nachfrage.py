"""A query to the administration."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.rows.spaltentypen import KENNUNG, Liste


class NachfrageRow(Geprueft, Basis):
    """A query on named points of a resolution."""

    __tablename__ = "nachfrage"
    GEPRUEFT = (
        "vorgang_id", "position", "beschluss", "punkte", "fragen", "einleitung", "nummer",
        "erstellt", "eingereicht", "antwortfrist", "antwort", "zu_antwort", "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Nachfrage"

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(
        ForeignKey("vorgang.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    kennung: Mapped[str] = mapped_column(KENNUNG)
    beschluss: Mapped[str] = mapped_column(KENNUNG)
    punkte: Mapped[tuple[str, ...]] = mapped_column(Liste)
    fragen: Mapped[tuple[str, ...]] = mapped_column(Liste)
    einleitung: Mapped[str] = mapped_column(Text)
    nummer: Mapped[str] = mapped_column(Text)
    erstellt: Mapped[date | None]
    eingereicht: Mapped[date | None]
    antwortfrist: Mapped[date | None]
    antwort: Mapped[str | None] = mapped_column(KENNUNG)
    zu_antwort: Mapped[str | None] = mapped_column(KENNUNG)
