"""The part of the search index that both databases share.

The table `suche` itself differs (FTS5 or tsvector) and is made by the migrations.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from antragsbuero.storage.rows.basis import Basis
from antragsbuero.storage.rows.spaltentypen import KENNUNG, enum
from antragsbuero.storage.suchart import Suchart


class SuchtextRow(Basis):
    """Which paper an entry of the index stands for; a higher id is newer and never used again."""

    __tablename__ = "suchtext"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    id: Mapped[int] = mapped_column(primary_key=True)
    vorgang_id: Mapped[int] = mapped_column(
        ForeignKey("vorgang.id", ondelete="CASCADE"), index=True
    )
    art: Mapped[Suchart] = mapped_column(enum(Suchart))
    teil: Mapped[str] = mapped_column(KENNUNG)


class SuchwortRow(Basis):
    """Every word of the index once, to find compounds from inside."""

    __tablename__ = "suchwort"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    wort: Mapped[str] = mapped_column(Text, primary_key=True)
