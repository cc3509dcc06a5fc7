"""A Fassung with its points, their deadlines and its files."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Integer, String, Table, Text, UniqueConstraint

from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Genauigkeit
from antragsbuero.storage.tabellen.basis import METADATA, pflicht, pruefsumme, schluessel, teil_von
from antragsbuero.storage.tabellen.spaltentypen import KENNUNG, Absaetze, Liste, enum

FASSUNG = Table(
    "fassung",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang", index=False),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG, index=True),
    pflicht("art", enum(Fassungsart)),
    Column("datum", Date),
    pflicht("nummer", Text),
    pflicht("urheber", Liste),
    Column("zu", KENNUNG),
    pflicht("eingereicht", Boolean),
    pflicht("betreff", Text),
    pflicht("vorspann", Absaetze),
    pflicht("begruendung", Absaetze),
    pflicht("quelltext", Text),
    pruefsumme(),
    UniqueConstraint("vorgang_id", "kennung"),
)
"""The wordings inside a Vorgang."""

BESCHLUSSPUNKT = Table(
    "beschlusspunkt",
    METADATA,
    schluessel(),
    teil_von("fassung_id", "fassung"),
    pflicht("position", Integer),
    pflicht("ebene", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("herkunft", KENNUNG),
    pflicht("nummer", Text),
    pflicht("absaetze", Absaetze),
    pruefsumme(),
)
"""Points; `position` counts in preorder, `ebene` is the depth: both make the tree."""

FRIST = Table(
    "frist",
    METADATA,
    schluessel(),
    teil_von("punkt_id", "beschlusspunkt"),
    pflicht("position", Integer),
    pflicht("wortlaut", Text),
    Column("datum", Date),
    pflicht("genauigkeit", enum(Genauigkeit)),
    Column("naechste", Date),
    pflicht("von", Integer),
    pflicht("bis", Integer),
    Column("tag", Date, index=True),
    pruefsumme(),
)
"""Deadlines of a point; `tag` is the day or the next of a series, for sorting."""

FASSUNGSANLAGE = Table(
    "fassungsanlage",
    METADATA,
    schluessel(),
    teil_von("fassung_id", "fassung"),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("name", Text),
    pflicht("sha256", String(64), index=True),
    pflicht("groesse", Integer),
    pruefsumme(),
)
"""Files that belong to one Fassung."""
