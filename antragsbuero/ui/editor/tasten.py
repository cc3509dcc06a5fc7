"""What a key means in the text of the draft."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def ist_befehl(event: QKeyEvent) -> bool:
    """Whether a key with Ctrl or Alt; AltGr types signs and counts as neither."""
    tasten = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    return bool(tasten) and tasten != (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
