"""The bytes of Anlagen, in pieces, by the hash of the whole file."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from antragsbuero.storage.tabellen.basis import METADATA, pflicht

ANLAGENINHALT = Table(
    "anlageninhalt",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("nr", Integer, primary_key=True, autoincrement=False),
    pflicht("inhalt", LargeBinary),
)
"""The hash of the whole is the check of its pieces, so they carry none of their own."""
