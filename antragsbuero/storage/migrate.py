"""Bringing an older or empty database to the form of this program."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from antragsbuero.services.errors import Ablagefehler

SKRIPTE = Path(__file__).with_name("migrations")
AUSGENOMMEN = re.compile(r"suche(_.*)?$")
"""Tables of the search index, which differ by database and are no part of the models."""
_SCHLUESSEL = 0x416E7472
"""Number of the lock by which two programs that migrate one server take turns."""


def migriere(engine: Engine, ziel: str = "head", skripte: Path = SKRIPTE) -> None:
    """Runs the missing revisions in one transaction: all of them or none.

    Raises:
        Ablagefehler: afterwards rows without owners were found; nothing was changed.
    """
    with engine.connect() as roh:
        sqlite = engine.dialect.name == "sqlite"
        verbindung = roh.execution_options(antragsbuero_schreibt=True)
        if sqlite:
            # Rebuilding a table would otherwise delete what hangs on its rows; the switch
            # works only outside a transaction.
            _treiber(verbindung, "PRAGMA foreign_keys=OFF")
        try:
            with verbindung.begin():
                if not sqlite:
                    verbindung.execute(text("SELECT pg_advisory_xact_lock(:s)"), {"s": _SCHLUESSEL})
                fuehre_aus(verbindung, ziel, skripte)
                if sqlite and verbindung.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise Ablagefehler(
                        "Die Datenbank ließ sich nicht auf die Form dieser Programmversion "
                        "bringen, weil ihr Bestand nicht stimmig ist. Es wurde nichts geändert. "
                        "Der Befehl „pruefen“ nennt, was beschädigt ist."
                    )
        finally:
            if sqlite:
                _treiber(verbindung, "PRAGMA foreign_keys=ON")


def fuehre_aus(verbindung: Connection, ziel: str, skripte: Path) -> None:
    """Runs the revisions up to `ziel` inside the open transaction."""
    # Alembic takes a quarter of a second to load and is needed only here.
    from alembic import command
    from alembic.config import Config

    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(skripte).replace("%", "%%"))
    konfiguration.attributes["verbindung"] = verbindung
    command.upgrade(konfiguration, ziel)


def _treiber(verbindung: Connection, anweisung: str) -> None:
    """Runs a statement past SQLAlchemy's transactions."""
    treiber = verbindung.connection.dbapi_connection
    if treiber is not None:
        treiber.cursor().execute(anweisung)
