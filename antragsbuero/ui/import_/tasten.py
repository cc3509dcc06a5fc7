"""Keys that belong to the review, though a field has the cursor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

ZURUECKNEHMEN = "Ctrl+Shift+Z"
"""Takes the last correction back."""


class Tastenweiche(QObject):
    """Keeps fields from taking Ctrl+Shift+Z as their own redo."""

    def haenge_an(self, *felder: QWidget) -> None:
        """Watches these fields."""
        for feld in felder:
            feld.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            gedrueckt = QKeySequence(event.keyCombination())
            if gedrueckt == QKeySequence(ZURUECKNEHMEN):
                event.ignore()
                return True
        return super().eventFilter(watched, event)
