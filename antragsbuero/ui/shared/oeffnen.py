"""Opening a written file, or its folder, outside of this program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def oeffne_pfad(pfad: Path) -> None:
    """Opens a file or a folder with what the system knows for it."""
    wird_geoeffnet(pfad)


def wird_geoeffnet(pfad: Path) -> bool:
    """Opens it and tells whether the system knows a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(pfad)))


def kein_programm(anlage: Path) -> str:
    """What to say where an Anlage cannot be opened."""
    return (
        f"Auf diesem Rechner ist kein Programm für „{anlage.name}“ eingerichtet. Speichern "
        "Sie die Anlage stattdessen."
    )
