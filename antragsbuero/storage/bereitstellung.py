"""Getting a database ready to be worked with: its place, its file, the form of its tables."""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from antragsbuero.services.errors import Ablagefehler, NichtGefunden, NurLesen
from antragsbuero.storage.adresse import Adresse
from antragsbuero.storage.anlagenpflege import raeume_anlagen_auf
from antragsbuero.storage.backup import (
    neueste_sicherung,
    sichere_postgres,
    sichere_sqlite,
    sicherungsziel,
)
from antragsbuero.storage.dateien import lege_datei_an, pruefe_schreibbar
from antragsbuero.storage.fehler import sicherungsrat
from antragsbuero.storage.migrate import migriere
from antragsbuero.storage.ort import pruefe_ort
from antragsbuero.storage.schema import HEAD, Schemastand, schemastand
from antragsbuero.storage.suchpflege import stelle_suche_her
from antragsbuero.storage.verbindung import (
    lesend,
    liegengeblieben,
    postgres_engine,
    sqlite_engine,
    verbinde_sqlite,
)

LOG = logging.getLogger(__name__)


def bereite_vor(pfad: Path, ort: str, *, nur_lesen: bool) -> bool:
    """Checks the place of the file; makes it if it is missing and says whether it did."""
    pruefe_ort(pfad)
    if pfad.is_dir():
        raise Ablagefehler(f"„{pfad}“ ist ein Ordner und keine Datenbankdatei.")
    if pfad.exists():
        if not nur_lesen:
            pruefe_schreibbar(pfad, ort)
        return False
    if nur_lesen:
        raise _keine_datenbank(ort)
    lege_datei_an(pfad, ort)
    return True


def engine_fuer(adresse: Adresse, *, nur_lesen: bool) -> Engine:
    """The engine for an address; nothing is connected yet."""
    if adresse.pfad is not None:
        return sqlite_engine(adresse.pfad, nur_lesen=nur_lesen)
    if adresse.url is None:
        raise ValueError("Adresse ohne Ort")
    return postgres_engine(adresse.url, nur_lesen=nur_lesen)


def bringe_auf_stand(
    engine: Engine, adresse: Adresse, sicherungsordner: Path, *, nur_lesen: bool, neu: bool
) -> None:
    """Makes sure that the tables have the form of this program; migrates after a backup.

    `neu` says that the file was made just now. Raises what `ablage.oeffne` raises.
    """
    stand = _lies_stand(engine, adresse)
    if stand is Schemastand.FREMD:
        raise Ablagefehler(
            f"Die {adresse.name} gehört zu einem anderen Programm. Es wurde nichts geändert. "
            "Bitte prüfen Sie den Pfad oder die Adresse."
        )
    if stand is Schemastand.NEUER:
        raise Ablagefehler(
            f"Die {adresse.name} stammt von einer neueren Version des Antragsbüros. Es wurde "
            "nichts geändert. Bitte spielen Sie die neue Version auch auf diesem Rechner ein."
        )
    if nur_lesen:
        if stand is Schemastand.LEER:
            raise _keine_datenbank(adresse.name)
        if stand is Schemastand.AELTER:
            raise NurLesen(
                f"Die {adresse.name} stammt von einer älteren Version und muss erst umgestellt "
                "werden. Starten Sie das Antragsbüro dazu einmal mit Schreibrechten; vorher "
                "wird von selbst eine Sicherung angelegt."
            )
        return
    if stand is Schemastand.LEER:
        if not neu:
            _weise_geleerte_ab(adresse, sicherungsordner)
        migriere(engine)
        LOG.info("Datenbank %s angelegt", adresse.ort)
    elif stand is Schemastand.AELTER:
        ziel = sicherungsziel(None, sicherungsordner, anlass=f"vor-{HEAD}")
        if adresse.pfad is None:
            sichere_postgres(engine, ziel, inhalt=False)
        else:
            sichere_sqlite(adresse.pfad, ziel, am_stueck=True, inhalt=False)
        migriere(engine)
        LOG.info("Datenbank %s auf Stand %s gebracht", adresse.ort, HEAD)
    stelle_suche_her(engine)
    raeume_anlagen_auf(engine)


def _lies_stand(engine: Engine, adresse: Adresse) -> Schemastand:
    try:
        with lesend(engine) as verbindung:
            return schemastand(verbindung)
    except DBAPIError as fehler:
        if not liegengeblieben(fehler) or adresse.pfad is None:
            raise
    # A writer was killed: its unfinished transaction must be rolled back, which only a
    # connection that may write can do.
    schreibende = verbinde_sqlite(adresse.pfad, nur_lesen=False)
    try:
        schreibende.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        schreibende.close()
    with lesend(engine) as verbindung:
        return schemastand(verbindung)


def _weise_geleerte_ab(adresse: Adresse, sicherungsordner: Path) -> None:
    """Refuses to start anew over an emptied file while there are backups."""
    sicherung = None if adresse.pfad is None else neueste_sicherung(sicherungsordner)
    if sicherung is not None and adresse.pfad != sicherung:
        raise Ablagefehler(
            f"Die {adresse.name} ist leer, obwohl es Sicherungen gibt. Es wurde nichts geändert. "
            + sicherungsrat(sicherung)
        )


def _keine_datenbank(ort: str) -> NichtGefunden:
    return NichtGefunden(
        f"Die {ort} gibt es noch nicht. Sie entsteht, sobald Sie etwas speichern, zum Beispiel "
        "mit dem Befehl „importieren“."
    )
