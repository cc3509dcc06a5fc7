"""Opening a written file, or its folder, outside of this program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def oeffne_pfad(pfad: Path) -> None:
    """Opens a file or a folder with what the system knows for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(pfad)))
