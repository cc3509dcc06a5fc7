"""Other papers of a Vorgang: outcomes, reports, queries."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text

from antragsbuero.domain.abstimmung import Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.storage.tabellen.basis import METADATA, pflicht, pruefsumme, schluessel, teil_von
from antragsbuero.storage.tabellen.spaltentypen import KENNUNG, Absaetze, Liste, enum

ABSTIMMUNG = Table(
    "abstimmung",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("ergebnis", enum(Abstimmungsergebnis)),
    pflicht("wortlaut", Text),
    pflicht("mehrheit", enum(Mehrheit)),
    Column("fassung", KENNUNG),
    Column("beschluss", KENNUNG),
    pflicht("punkte", Liste),
    Column("ja", Integer),
    Column("nein", Integer),
    Column("enthaltung", Integer),
    pruefsumme(),
)
"""How the council decided."""

BERICHT = Table(
    "bericht",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("art", enum(Berichtsart)),
    Column("datum", Date),
    pflicht("nummer", Text),
    pflicht("urheber", Liste),
    Column("zu", KENNUNG),
    pflicht("quelltext", Text),
    pruefsumme(),
)
"""Reports of the administration."""

BERICHTSTEIL = Table(
    "berichtsteil",
    METADATA,
    schluessel(),
    teil_von("bericht_id", "bericht"),
    pflicht("position", Integer),
    pflicht("punkt", Text),
    pflicht("absaetze", Absaetze),
    pflicht("bestaetigt", Boolean),
    pruefsumme(),
)
"""The statement of a report on one point."""

NACHFRAGE = Table(
    "nachfrage",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("beschluss", KENNUNG),
    pflicht("punkte", Liste),
    pflicht("fragen", Liste),
    pflicht("einleitung", Text),
    pflicht("nummer", Text),
    Column("erstellt", Date),
    Column("eingereicht", Date),
    Column("antwortfrist", Date),
    Column("antwort", KENNUNG),
    Column("zu_antwort", KENNUNG),
    pruefsumme(),
)
"""Queries on named points of a resolution."""
