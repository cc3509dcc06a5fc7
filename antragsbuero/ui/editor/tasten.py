"""What a key, a drop or a paste means in the draft."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent


def ist_befehl(event: QKeyEvent) -> bool:
    """Whether a key with Ctrl or Alt; AltGr types signs and counts as neither."""
    tasten = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    return bool(tasten) and tasten != (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )


def dateien(inhalt: QMimeData) -> list[Path]:
    """The files of this computer among what is dropped or pasted."""
    return [Path(url.toLocalFile()) for url in inhalt.urls() if url.isLocalFile()]


def hat_dateien(inhalt: QMimeData) -> bool:
    """Whether it brings files, whose paths are no words of a draft."""
    return bool(dateien(inhalt))
