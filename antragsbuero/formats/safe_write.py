"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.systemfehler import grund

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_IN_USE = {5, 32, 33}
"""Windows: access denied, sharing violation, lock violation."""


def write_file(ziel: Path, inhalt: bytes) -> None:
    """Replaces `ziel` by `inhalt` in one step; see `write_by`."""
    write_by(ziel, lambda datei: datei.write(inhalt))


def write_by(ziel: Path, schreibe: Callable[[BinaryIO], object]) -> None:
    """Replaces `ziel` by what `schreibe` writes; an old file stays whole until then.

    Raises:
        Dateifehler: folder missing or read-only, disk full, file open elsewhere.
    """
    echt = Path(os.path.realpath(ziel))
    if echt.is_dir():
        raise Dateifehler(
            f"„{ziel}“ ist ein Ordner. Es wurde nichts geschrieben. "
            "Geben Sie einen Dateinamen in diesem Ordner an."
        )
    vorlaeufig = echt.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        _write_synced(vorlaeufig, schreibe)
        os.replace(vorlaeufig, echt)
        _sync_folder(echt.parent)
    except OSError as fehler:
        raise Dateifehler(_message(ziel, echt.parent, fehler)) from fehler
    finally:
        with contextlib.suppress(OSError):
            vorlaeufig.unlink(missing_ok=True)


def _write_synced(pfad: Path, schreibe: Callable[[BinaryIO], object]) -> None:
    with open(pfad, "xb") as datei:
        schreibe(datei)
        datei.flush()
        os.fsync(datei.fileno())


def _sync_folder(ordner: Path) -> None:
    """Makes the new name durable; folders that cannot be opened so (Windows) are left."""
    with contextlib.suppress(OSError):
        griff = os.open(ordner, os.O_RDONLY)
        try:
            os.fsync(griff)
        finally:
            os.close(griff)


def _message(ziel: Path, ordner: Path, fehler: OSError) -> str:
    alt = " Die bisherige Datei ist unverändert." if ziel.exists() else ""
    if getattr(fehler, "winerror", None) in _IN_USE and ziel.exists():
        return (
            f"„{ziel.name}“ ist in einem anderen Programm geöffnet oder schreibgeschützt.{alt} "
            "Schließen Sie die Datei dort und speichern Sie noch einmal."
        )
    if fehler.errno in _FULL:
        return (
            f"Auf dem Datenträger ist kein Platz mehr für „{ziel.name}“.{alt} "
            "Schaffen Sie Platz oder wählen Sie einen anderen Ordner."
        )
    if isinstance(fehler, FileNotFoundError | NotADirectoryError):
        return (
            f"Den Ordner „{ordner}“ gibt es nicht. Es wurde nichts geschrieben. "
            "Legen Sie ihn an oder wählen Sie einen anderen."
        )
    if fehler.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            f"In den Ordner „{ordner}“ darf nicht geschrieben werden.{alt} "
            "Wählen Sie einen anderen Ordner."
        )
    if fehler.errno == errno.ENAMETOOLONG:
        return f"Der Dateiname „{ziel.name}“ ist zu lang. Wählen Sie einen kürzeren."
    return (
        f"„{ziel.name}“ konnte nicht geschrieben werden ({grund(fehler)}).{alt} "
        "Versuchen Sie es noch einmal oder wählen Sie einen anderen Ordner."
    )
