"""The bytes of Anlagen, in pieces, by the hash of the whole file."""

from __future__ import annotations

from sqlalchemy import Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from antragsbuero.storage.rows.basis import Basis


class AnlageninhaltRow(Basis):
    """One piece of a file; the hash of the whole is its check, so it carries none of its own."""

    __tablename__ = "anlageninhalt"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    nr: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    inhalt: Mapped[bytes] = mapped_column(LargeBinary)
