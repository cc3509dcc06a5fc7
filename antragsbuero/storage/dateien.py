"""Making the database file and its folder, readable by nobody else."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from antragsbuero.dokument.systemfehler import grund
from antragsbuero.services.errors import Ablagefehler, Buerofehler, NurLesen
from antragsbuero.storage.fehler import datentraeger_voll, nur_lesen

ORDNERRECHTE = 0o700
DATEIRECHTE = 0o600


def lege_ordner_an(ordner: Path) -> None:
    """Makes a folder with all above it, for this user alone.

    Raises:
        NurLesen, Ablagefehler: it cannot be made.
    """
    fehlend = []
    while not ordner.exists():
        fehlend.append(ordner)
        ordner = ordner.parent
    try:
        for neu in reversed(fehlend):
            neu.mkdir(mode=ORDNERRECHTE, exist_ok=True)
    except OSError as fehler:
        raise dateifehler(fehler, f"Datei im Ordner „{neu}“") from fehler


def lege_datei_an(pfad: Path, ort: str) -> None:
    """Makes an empty file for this user alone, with its folder.

    Raises:
        NurLesen, Ablagefehler: it cannot be made.
    """
    lege_ordner_an(pfad.parent)
    try:
        os.close(os.open(pfad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, DATEIRECHTE))
    except OSError as fehler:
        raise dateifehler(fehler, ort) from fehler


def pruefe_schreibbar(pfad: Path, ort: str) -> None:
    """Makes sure that the file and, for SQLite's journal, its folder can be written.

    Raises:
        NurLesen: they cannot.
    """
    if not (os.access(pfad, os.W_OK) and os.access(pfad.parent, os.W_OK | os.X_OK)):
        raise nur_lesen(ort)


def sichere_auf_datentraeger(pfad: Path) -> None:
    """Waits until a written file lies on the disk."""
    kanal = os.open(pfad, os.O_RDWR)
    try:
        os.fsync(kanal)
    finally:
        os.close(kanal)


def ersetze(quelle: Path, ziel: Path) -> None:
    """Puts a finished file in the place of another: the old or the new one, never a mix."""
    os.replace(quelle, ziel)
    if os.name == "posix":
        ordner = os.open(ziel.parent, os.O_RDONLY)
        try:
            os.fsync(ordner)
        finally:
            os.close(ordner)


def dateifehler(fehler: OSError, ort: str) -> Buerofehler:
    """The Buerofehler for a fault of the file system."""
    match fehler.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return datentraeger_voll(ort)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return nur_lesen(ort)
    if isinstance(fehler, PermissionError):
        return NurLesen(str(nur_lesen(ort)))
    return Ablagefehler(
        f"Die {ort} lässt sich nicht anlegen oder lesen ({grund(fehler)}). Es wurde "
        "nichts geändert. Bitte prüfen Sie den Pfad."
    )
