"""A search line that waits until a person pauses."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from antragsbuero.ui.shared.icons import Icons

PAUSE = 150
"""Milliseconds of quiet after the last key (design, „Qt at scale“)."""


class SearchField(QLineEdit):
    """`gesucht` tells the words once typing pauses; Return and clearing tell at once.

    `hinab` asks for the list below: the key Down.
    """

    gesucht = Signal(str)
    hinab = Signal()

    def __init__(self, icons: Icons, hinweis: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hinweis)
        self.setAccessibleName(hinweis)
        self.setClearButtonEnabled(True)
        lupe = QAction(hinweis, self)
        icons.setze(lupe, "search", farbe="text2")
        self.addAction(lupe, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            loescht = button.defaultAction() is not lupe
            button.setAccessibleName("Eingabe löschen" if loescht else "Suchen")
            button.setToolTip(button.accessibleName())
        self._uhr = QTimer(self)
        self._uhr.setSingleShot(True)
        self._uhr.setInterval(PAUSE)
        self._uhr.timeout.connect(self._melde)
        self.textEdited.connect(lambda: self._uhr.start())
        self.textChanged.connect(lambda text: self._sofort() if not text else None)
        self.returnPressed.connect(self._sofort)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self._sofort()
            self.hinab.emit()
            return
        super().keyPressEvent(event)

    def _sofort(self) -> None:
        self._uhr.stop()
        self._melde()

    def _melde(self) -> None:
        self.gesucht.emit(self.text().strip())
