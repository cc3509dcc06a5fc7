"""One writing program for each database file."""

from __future__ import annotations

import errno
import getpass
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from antragsbuero.dokument.systemfehler import grund
from antragsbuero.services.errors import Ablagefehler, Buerofehler, Gesperrt, NurLesen

_NUR_FUER_MICH = 0o600


class Datenbanksperre:
    """A lock of the operating system beside the database; it ends with the process.

    The lock file itself is empty: on Windows nobody else can read a locked file. Who holds it
    stands as text in a second file, `….halter`.
    """

    def __init__(self, datenbank: Path) -> None:
        self._datenbank = datenbank
        self._halter = _halter(datenbank)
        self._sperre = FileLock(
            datenbank.with_name(f"{datenbank.name}.sperre"),
            mode=_NUR_FUER_MICH,
            blocking=False,
            thread_local=False,
        )

    def __enter__(self) -> Datenbanksperre:
        """Takes the lock.

        Raises:
            Gesperrt: another program holds it; the message names who.
            NurLesen: the folder cannot be written.
            Ablagefehler: the file system refuses locks.
        """
        try:
            self._sperre.acquire()
        except Timeout as fehler:
            raise Gesperrt(
                f"Auf der Datenbank „{self._datenbank}“ arbeitet schon ein Antragsbüro: "
                f"{self._lies_halter()}. Es wurde nichts geändert. Beenden Sie es dort und "
                "versuchen Sie es noch einmal; lesen und sichern können Sie auch jetzt."
            ) from fehler
        except OSError as fehler:
            raise self._deute(fehler) from fehler
        try:
            self._schreibe_halter()
        except OSError:
            # The lock counts, not its label; a full disk is reported when something is stored.
            self._halter.unlink(missing_ok=True)
        return self

    def __exit__(
        self,
        _art: type[BaseException] | None,
        _fehler: BaseException | None,
        _spur: TracebackType | None,
    ) -> None:
        """Gives the lock back."""
        with suppress(OSError):
            self._halter.unlink(missing_ok=True)
        self._sperre.release()

    def _schreibe_halter(self) -> None:
        kanal = os.open(self._halter, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, _NUR_FUER_MICH)
        with os.fdopen(kanal, "w", encoding="utf-8") as datei:
            datei.write(
                f"Benutzer „{_benutzer()}“ am Rechner „{socket.gethostname()}“, "
                f"Prozess {os.getpid()}, seit {datetime.now().astimezone():%d.%m.%Y %H:%M}\n"
            )

    def _lies_halter(self) -> str:
        try:
            text = self._halter.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            text = ""
        return text or "ein Programm, das seinen Namen nicht hinterlassen hat"

    def _deute(self, fehler: OSError) -> Buerofehler:
        if fehler.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            return NurLesen(
                f"Der Ordner „{self._datenbank.parent}“ ist schreibgeschützt. Es wurde nichts "
                "geändert. Lesen können Sie weiter; zum Schreiben lassen Sie sich bitte Rechte "
                "auf den Ordner geben oder wählen Sie mit „--daten“ einen anderen."
            )
        return Ablagefehler(
            f"Neben der Datenbank „{self._datenbank}“ lässt sich keine Sperre anlegen "
            f"({grund(fehler)}). Es wurde nichts geändert. Bitte prüfen Sie den "
            "Ordner und den freien Platz oder wählen Sie mit „--daten“ einen anderen."
        )


def wird_beschrieben(datenbank: Path) -> bool:
    """Whether a program says that it writes on this database; one that was killed still does."""
    return _halter(datenbank).exists()


def _halter(datenbank: Path) -> Path:
    return datenbank.with_name(f"{datenbank.name}.halter")


def _benutzer() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unbekannt"
