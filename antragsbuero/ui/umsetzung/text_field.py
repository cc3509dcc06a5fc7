"""A field for some sentences that is as high as its words."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from antragsbuero.dokument.reinigung import reinige
from antragsbuero.ui.shared.theme import schrift

_HOECHSTENS = 400


class GrowingText(QPlainTextEdit):
    """`getippt` tells the words after each change by a person; Tab leaves the field."""

    getippt = Signal(str)

    def __init__(self, name: str, platzhalter: str, schreiben: bool) -> None:
        super().__init__()
        self.setProperty("feld", "true")
        self.setAccessibleName(name)
        self.setPlaceholderText(platzhalter)
        self.setReadOnly(not schreiben)
        self.setFont(schrift(10.5))
        self.setTabChangesFocus(True)
        self._ruhig = False
        self.textChanged.connect(self._geaendert)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._wachse())
        self._wachse()

    def setze(self, text: str) -> None:
        """Shows words without telling; the same words leave cursor and undo alone."""
        if text != self.toPlainText():
            self._ruhig = True
            self.setPlainText(text)
            self._ruhig = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """See Qt: pasted words are cleaned and plain."""
        self.insertPlainText(reinige(source.text()))

    def _geaendert(self) -> None:
        if not self._ruhig:
            self.getippt.emit(self.toPlainText())

    def _wachse(self) -> None:
        zeilen = max(1, int(self.document().size().height()))
        hoehe = zeilen * self.fontMetrics().lineSpacing() + 20
        self.setFixedHeight(min(max(hoehe, 34), _HOECHSTENS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._wachse()
