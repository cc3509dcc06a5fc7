"""The database of an office: opened, read, written, cared for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine

from antragsbuero.services.errors import Ablagefehler, NurLesen, Verschoben
from antragsbuero.services.ports import ReadWork, WriteWork
from antragsbuero.storage.adresse import Adresse, lies_adresse
from antragsbuero.storage.backup import (
    Gestoert,
    neueste_sicherung,
    sichere_postgres,
    sichere_sqlite,
    sicherungsziel,
)
from antragsbuero.storage.bereitstellung import bereite_vor, bringe_auf_stand, engine_fuer
from antragsbuero.storage.fehler import sicherungsrat, uebersetzt
from antragsbuero.storage.schreiber import Schreiber
from antragsbuero.storage.unit_of_work import SqlReadWork, SqlWriteWork
from antragsbuero.storage.verbindung import lesend, schreibend

T = TypeVar("T")


class Ablage:
    """UnitOfWork and Pflege over one open database; made by `oeffne`."""

    def __init__(
        self, engine: Engine, adresse: Adresse, sicherungsordner: Path, *, nur_lesen: bool
    ) -> None:
        self.nur_lesen = nur_lesen
        self._engine = engine
        self._adresse = adresse
        self._sicherungsordner = sicherungsordner
        self._schreiber = Schreiber()
        self._faden = threading.local()

    @property
    def ort(self) -> str:
        """Where it is, for people: the path, or the URL without its password."""
        return self._adresse.ort

    @contextmanager
    def read(self) -> Iterator[ReadWork]:
        """Opens for reading; everything read is of one state.

        Raises:
            RuntimeError: called inside `write`.
        """
        if self._schreiber.ist_hier:
            raise RuntimeError("read() inside write(): use the work that was handed in.")
        self._faden.offen = getattr(self._faden, "offen", 0) + 1
        try:
            with self._uebersetzt(), lesend(self._engine) as verbindung:
                work = SqlReadWork(verbindung)
                try:
                    yield work
                finally:
                    work.schliesse()
        finally:
            self._faden.offen -= 1

    def write(self, arbeit: Callable[[WriteWork], T]) -> T:
        """Runs `arbeit` in one transaction on the writer thread and waits for it.

        Raises:
            NurLesen: opened for reading only.
            RuntimeError: called inside `write`, or inside `read` of the same thread, which
                would block the commit.
        """
        if getattr(self._faden, "offen", 0):
            raise RuntimeError("write() inside read(): leave the reading first.")
        return self.submit(arbeit).result()

    def submit(self, arbeit: Callable[[WriteWork], T]) -> Future[T]:
        """Like `write` but returns at once."""
        if self.nur_lesen:
            raise NurLesen(
                f"Die {self._adresse.name} ist nur zum Lesen geöffnet. Es wurde nichts geändert."
            )
        return self._schreiber.submit(lambda: self._schreibe(arbeit))

    def backup(self, ziel: Path | None) -> Path:
        """Writes and verifies a backup; None puts it into the folder of backups.

        Raises:
            Ablagefehler, NurLesen: it cannot be written; older files there stay whole.
        """
        pfad = sicherungsziel(ziel, self._sicherungsordner)
        with self._uebersetzt():
            if self._adresse.pfad is None:
                return sichere_postgres(self._engine, pfad)
            if pfad.exists() and pfad.samefile(self._adresse.pfad):
                raise Ablagefehler(
                    "Die Sicherung kann nicht an die Stelle der Datenbank selbst geschrieben "
                    "werden. Es wurde nichts geändert. Bitte geben Sie ein anderes Ziel an."
                )
            return self._sichere_datei(self._adresse.pfad, pfad)

    def check(self) -> list[str]:
        """German findings, empty when all is well."""
        from antragsbuero.storage.check import pruefe_datei, pruefe_inhalt  # rarely needed

        if self._adresse.pfad is not None:
            return pruefe_datei(self._adresse.pfad)
        with self._uebersetzt(), lesend(self._engine) as verbindung:
            return pruefe_inhalt(verbindung)

    def close(self) -> None:
        """Finishes queued writes and closes all connections."""
        self._schreiber.close()
        self._engine.dispose()

    def _schreibe(self, arbeit: Callable[[WriteWork], T]) -> T:
        try:
            with self._uebersetzt(), schreibend(self._engine) as verbindung:
                work = SqlWriteWork(verbindung)
                try:
                    return arbeit(work)
                finally:
                    work.schliesse()
        except Verschoben:
            # The open connections hold on to the file that is gone: the next try opens anew.
            self._engine.dispose()
            raise

    def _sichere_datei(self, quelle: Path, ziel: Path) -> Path:
        try:
            return sichere_sqlite(quelle, ziel)
        except Gestoert:
            # Between the writes of this program there is quiet; other programs wait a moment.
            def am_stueck() -> Path:
                return sichere_sqlite(quelle, ziel, am_stueck=True)

            return am_stueck() if self.nur_lesen else self._schreiber.submit(am_stueck).result()

    def _uebersetzt(self) -> AbstractContextManager[None]:
        return uebersetzt(
            self._adresse.name,
            lambda: sicherungsrat(neueste_sicherung(self._sicherungsordner)),
        )


def oeffne(url_or_path: str | Path, *, nur_lesen: bool, sicherungsordner: Path) -> Ablage:
    """Opens a database, makes it if it is missing, and brings an older one up to date.

    Args:
        url_or_path: path of a SQLite file, or a URL of SQLite or PostgreSQL.
        nur_lesen: never writes, makes or migrates anything.
        sicherungsordner: where backups go; one is made before each migration.

    Raises:
        NichtGefunden: opened for reading, and there is no database yet.
        NurLesen: file or folder cannot be written, and writing was asked for.
        Ablagefehler: damaged, foreign, of a newer program, in a bad place, server away.
    """
    adresse = lies_adresse(url_or_path)
    neu = adresse.pfad is not None and bereite_vor(adresse.pfad, adresse.name, nur_lesen=nur_lesen)
    engine = engine_fuer(adresse, nur_lesen=nur_lesen)
    try:
        with uebersetzt(adresse.name, lambda: sicherungsrat(neueste_sicherung(sicherungsordner))):
            bringe_auf_stand(engine, adresse, sicherungsordner, nur_lesen=nur_lesen, neu=neu)
    except BaseException:
        engine.dispose()
        if neu and adresse.pfad is not None:
            adresse.pfad.unlink(missing_ok=True)
        raise
    return Ablage(engine, adresse, sicherungsordner, nur_lesen=nur_lesen)
