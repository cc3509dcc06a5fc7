"""What belongs to the office as a whole: settings, corrected pairings, the count of changes."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from antragsbuero.comparison.korrektur import Korrekturart
from antragsbuero.storage.tabellen.basis import METADATA, pflicht, pruefsumme, schluessel
from antragsbuero.storage.tabellen.spaltentypen import KENNUNG, Liste, enum

EINSTELLUNG = Table(
    "einstellung",
    METADATA,
    Column("schluessel", String(200), primary_key=True),
    pflicht("wert", Text),
    pruefsumme(),
)
"""Settings as JSON text."""

KORREKTUR = Table(
    "korrektur",
    METADATA,
    schluessel(),
    pflicht("fassung_a", KENNUNG),
    pflicht("fassung_b", KENNUNG, index=True),
    pflicht("position", Integer),
    pflicht("art", enum(Korrekturart)),
    pflicht("punkte_a", Liste),
    pflicht("punkte_b", Liste),
    pruefsumme(),
    Index(None, "fassung_a", "fassung_b"),
)
"""Corrections of a pair of Fassungen, each at its place in their order."""

AENDERUNGSSTAND = Table(
    "aenderungsstand",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    pflicht("wert", Integer),
)
"""One row that counts stored changes; writers on a server take turns at it."""
