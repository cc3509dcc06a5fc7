"""Which form the tables have, known without loading Alembic."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, inspect, text

REVISIONEN = ("0001", "0002")
"""All revisions in their order; a test compares them with the scripts."""
HEAD = REVISIONEN[-1]
"""The form this program works with."""
VERSIONSTABELLE = "alembic_version"


class Schemastand(StrEnum):
    """How the stored form relates to this program."""

    LEER = "LEER"
    """No tables at all."""
    FREMD = "FREMD"
    """Tables of another program."""
    AELTER = "AELTER"
    AKTUELL = "AKTUELL"
    NEUER = "NEUER"
    """A form that this program does not know."""


def schemastand(verbindung: Connection) -> Schemastand:
    """Reads the form of the tables."""
    tabellen = inspect(verbindung).get_table_names()
    if not tabellen:
        return Schemastand.LEER
    if VERSIONSTABELLE not in tabellen:
        return Schemastand.FREMD
    revision = verbindung.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision == HEAD:
        return Schemastand.AKTUELL
    return Schemastand.AELTER if revision in (None, *REVISIONEN) else Schemastand.NEUER
