"""Backups: whole copies, verified before they count."""

from __future__ import annotations

import logging
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, text

from antragsbuero.services.errors import Ablagefehler, Buerofehler
from antragsbuero.storage.dateien import (
    dateifehler,
    ersetze,
    lege_ordner_an,
    sichere_auf_datentraeger,
)
from antragsbuero.storage.fehler import gedeutet
from antragsbuero.storage.migrate import AUSGENOMMEN, migriere
from antragsbuero.storage.schema import REVISIONEN
from antragsbuero.storage.suchpflege import stelle_suche_her
from antragsbuero.storage.verbindung import lesend, sqlite_engine, verbinde_sqlite

SEITEN_JE_SCHRITT = 500
"""Pages copied at a time (2 MB); between the steps others may write."""
PAUSE_S = 0.005
NEUSTARTS = 3
"""How often the copy may start again because somebody wrote meanwhile."""

LOG = logging.getLogger(__name__)
_VORSATZ = "antragsbuero-"


class Gestoert(Exception):
    """Others write too often for a copy in steps."""


def sicherungsziel(ziel: Path | None, ordner: Path, anlass: str = "") -> Path:
    """Where a backup goes: `ziel`, in `ziel` if that is a folder, else a new name in `ordner`."""
    if ziel is not None and not ziel.is_dir():
        return ziel.absolute()
    ort = (ziel or ordner).absolute()
    stempel = datetime.now(UTC).astimezone().strftime("%Y-%m-%d-%H%M%S")
    name = f"{_VORSATZ}{stempel}{f'-{anlass}' if anlass else ''}"
    zusatz, nr = "", 1
    while (pfad := ort / f"{name}{zusatz}.db").exists():
        nr += 1
        zusatz = f"-{nr}"
    return pfad


def neueste_sicherung(ordner: Path) -> Path | None:
    """The newest backup that opens as a database of the program, None without one."""
    try:
        dateien = sorted(ordner.glob(f"{_VORSATZ}*.db"), key=lambda d: d.stem, reverse=True)
    except OSError:
        return None
    return next((datei for datei in dateien if _oeffnet_sich(datei)), None)


def sichere_sqlite(
    quelle: Path, ziel: Path, *, am_stueck: bool = False, inhalt: bool = True
) -> Path:
    """Copies a live database through SQLite's own interface and verifies the copy.

    Args:
        quelle: the database; others may read and write it meanwhile.
        ziel: an old file there stays until the new one is verified.
        am_stueck: copies without pauses; writers wait meanwhile.
        inhalt: whether the hashes are verified too (the newest form of the tables only).

    Raises:
        Gestoert: others wrote too often and `am_stueck` is off.
        Ablagefehler: no room, not writable, or the copy is damaged.
    """
    with _vorlaeufig(ziel, inhalt=inhalt) as vorlaeufig:
        von = verbinde_sqlite(quelle, nur_lesen=True)
        nach = sqlite3.connect(vorlaeufig)
        try:
            von.backup(
                nach,
                pages=-1 if am_stueck else SEITEN_JE_SCHRITT,
                sleep=PAUSE_S,
                progress=_zaehle_neustarts(),
            )
        finally:
            nach.close()
            von.close()
    return ziel


def sichere_postgres(engine: Engine, ziel: Path, *, inhalt: bool = True) -> Path:
    """Copies one state of a server's database into a SQLite file and verifies it.

    The file opens as a database of its own, so a backup needs no server to be read.
    """
    with _vorlaeufig(ziel, inhalt=inhalt) as vorlaeufig:
        nach = sqlite_engine(vorlaeufig, nur_lesen=False)
        try:
            with lesend(engine) as von:
                von.execute(text("SET LOCAL TIME ZONE 'UTC'"))
                revision = von.execute(text("SELECT version_num FROM alembic_version")).scalar()
                migriere(nach, str(revision))
                _kopiere(von, nach)
            if inhalt:
                stelle_suche_her(nach)
        finally:
            nach.dispose()
    return ziel


def _kopiere(von: Connection, nach_engine: Engine) -> None:
    """Copies all rows except the search index, which is made anew."""
    quelle, ziel = MetaData(), MetaData()
    with nach_engine.execution_options(antragsbuero_schreibt=True).begin() as nach:
        ziel.reflect(nach)
        tabellen = [t for t in ziel.sorted_tables if not _nur_verzeichnis(t.name)]
        quelle.reflect(von, only=[tabelle.name for tabelle in tabellen])
        nach.exec_driver_sql("DELETE FROM aenderungsstand")
        for tabelle in tabellen:
            # Pieces of Anlagen are of 1 MiB each: only a few of them at a time.
            zeilen = von.execution_options(
                yield_per=4 if tabelle.name == "anlageninhalt" else 500
            ).execute(quelle.tables[tabelle.name].select())
            for teil in zeilen.mappings().partitions():
                nach.execute(tabelle.insert(), [dict(zeile) for zeile in teil])


def _nur_verzeichnis(tabelle: str) -> bool:
    return tabelle in {"alembic_version", "suchtext", "suchwort"} or bool(
        AUSGENOMMEN.match(tabelle)
    )


@contextmanager
def _vorlaeufig(ziel: Path, *, inhalt: bool) -> Iterator[Path]:
    """A file beside `ziel` that takes its place once it is written and verified."""
    ort = f"Sicherung „{ziel}“"
    lege_ordner_an(ziel.parent)
    try:
        with tempfile.NamedTemporaryFile(
            dir=ziel.parent, prefix=f".{ziel.stem}-", suffix=".tmp", delete=False
        ) as datei:
            vorlaeufig = Path(datei.name)
    except OSError as fehler:
        raise dateifehler(fehler, ort) from fehler
    from antragsbuero.storage.check import pruefe_datei  # the start does without

    try:
        yield vorlaeufig
        if befunde := pruefe_datei(vorlaeufig, inhalt=inhalt):
            raise Ablagefehler(
                f"Die {ort} wurde verworfen, weil die Prüfung Schäden fand: {befunde[0]} "
                "Frühere Sicherungen sind unverändert. Der Befehl „pruefen“ untersucht die "
                "Datenbank selbst."
            )
        sichere_auf_datentraeger(vorlaeufig)
        ersetze(vorlaeufig, ziel)
        LOG.info("Sicherung %s geschrieben und geprüft", ziel)
    except sqlite3.Error as fehler:
        raise _sicherungsfehler(fehler, ort) from fehler
    except OSError as fehler:
        raise dateifehler(fehler, ort) from fehler
    finally:
        for rest in (vorlaeufig, Path(f"{vorlaeufig}-journal")):
            rest.unlink(missing_ok=True)


def _sicherungsfehler(fehler: sqlite3.Error, ort: str) -> Buerofehler:
    return gedeutet(fehler, ort, lambda: "Frühere Sicherungen sind unverändert.", fehler)


def _zaehle_neustarts() -> Callable[[int, int, int], None]:
    letzter_rest: int | None = None
    neustarts = 0

    def fortschritt(_zustand: int, rest: int, _gesamt: int) -> None:
        nonlocal letzter_rest, neustarts
        if letzter_rest is not None and rest >= letzter_rest:
            neustarts += 1
            if neustarts > NEUSTARTS:
                raise Gestoert
        letzter_rest = rest

    return fortschritt


def _oeffnet_sich(datei: Path) -> bool:
    try:
        verbindung = verbinde_sqlite(datei.absolute(), nur_lesen=True)
        try:
            zeile = verbindung.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            verbindung.close()
    except sqlite3.Error:
        return False
    return zeile is not None and zeile[0] in REVISIONEN
