"""The head of a Vorgang and what hangs on it directly."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text

from antragsbuero.domain.beratung import Beratungsrolle
from antragsbuero.domain.frist import Verlustart
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgangsart
from antragsbuero.storage.tabellen.basis import METADATA, pflicht, pruefsumme, schluessel, teil_von
from antragsbuero.storage.tabellen.spaltentypen import KENNUNG, Fristwert, Liste, Zeitpunkt, enum

VORGANG = Table(
    "vorgang",
    METADATA,
    schluessel(),
    pflicht("kennung", KENNUNG, unique=True),
    pflicht("betreff", Text),
    pflicht("art", enum(Vorgangsart)),
    pflicht("stand", enum(Stand)),
    pflicht("arbeitsnummer", Text),
    pflicht("nummern", Liste),
    pflicht("einreicher", Liste),
    pflicht("zustaendig", Text),
    pflicht("schlagworte", Liste),
    pflicht("ortsteile", Liste),
    pflicht("notizen", Text),
    pflicht("bezuege", Liste),
    pflicht("nichtoeffentlich", Boolean),
    pflicht("beispiel", Boolean, index=True),
    pflicht("aenderungszaehler", Integer),
    pflicht("geaendert", Integer, index=True),
    Column("letztes_datum", Date),
    pflicht("fassungszahl", Integer),
    pflicht("entwurfszahl", Integer),
    Column("arbeitsjahr", Integer),
    Column("arbeitszaehler", Integer),
    pruefsumme(),
    Index(None, "arbeitsjahr", "arbeitszaehler"),
)
"""The head; the columns after `geaendert` are derived, for the list."""

NUMMER = Table(
    "nummer",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("nummer", Text, index=True),
)
"""The names by which a Vorgang is found, folded: Kennung and all numbers."""

BERATUNG = Table(
    "beratung",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("gremium", Text),
    Column("datum", Date),
    pflicht("top", Text),
    pflicht("rolle", enum(Beratungsrolle)),
    pflicht("zustaendigkeit", Text),
    pflicht("votum", Text),
    pruefsumme(),
)
"""The Beratungsfolge."""

VORGANGSANLAGE = Table(
    "vorgangsanlage",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("kennung", KENNUNG),
    pflicht("name", Text),
    pflicht("sha256", String(64), index=True),
    pflicht("groesse", Integer),
    pruefsumme(),
)
"""Files that belong to the whole Vorgang."""

UMSETZUNG = Table(
    "umsetzung",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("punkt", KENNUNG, index=True),
    pflicht("verwaltung", enum(Umsetzungsstand)),
    pflicht("fraktion", enum(Umsetzungsstand)),
    pflicht("notiz", Text),
    Column("wiedervorlage", Date),
    pruefsumme(),
)
"""The judgements on each point of a BESCHLUSS."""

FRISTVERLUST = Table(
    "fristverlust",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("art", enum(Verlustart)),
    pflicht("beschluss", KENNUNG),
    pflicht("fassung", KENNUNG),
    pflicht("punkt", Text),
    pflicht("vorher", Fristwert),
    Column("nachher", Fristwert),
    Column("tag", Date, index=True),
    pruefsumme(),
)
"""Deadlines that a resolution lost; `tag` repeats the day, for sorting."""

VERLAUF = Table(
    "verlauf",
    METADATA,
    schluessel(),
    teil_von("vorgang_id", "vorgang"),
    pflicht("position", Integer),
    pflicht("zeitpunkt", Zeitpunkt),
    pflicht("text", Text),
    pruefsumme(),
)
"""What happened to the Vorgang."""
