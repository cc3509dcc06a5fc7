"""The part of the search index that both databases share.

The table `suche` itself differs (FTS5 or tsvector) and is made by the migrations.
"""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from antragsbuero.storage.suchart import Suchart
from antragsbuero.storage.tabellen.basis import METADATA, pflicht, schluessel, teil_von
from antragsbuero.storage.tabellen.spaltentypen import KENNUNG, enum

SUCHTEXT = Table(
    "suchtext",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("art", enum(Suchart)),
    pflicht("teil", KENNUNG),
    sqlite_autoincrement=True,
)
"""Which paper an entry of the index stands for; a higher id is newer and never used again."""

SUCHWORT = Table(
    "suchwort",
    METADATA,
    Column("wort", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Every word of the index once, to find compounds from inside."""
