"""A field for a day, written as people write it: 5.3.26, 05.03.2026, 5. März 2026."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from antragsbuero.domain.datumslesung import lies_datum

_KEIN_TAG = "Das ist kein Datum. Bitte so schreiben: 05.03.2026"


class DateField(QLineEdit):
    """`geaendert` tells the new day (None for an empty field) once the entry is finished.

    Words that are no day stay in the field, are marked red and change nothing.
    """

    geaendert = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag: date | None = None
        self._name = name
        self.setAccessibleName(name)
        self.setPlaceholderText("TT.MM.JJJJ")
        self.setMinimumWidth(104)
        self.setMaximumWidth(130)
        self.editingFinished.connect(self._lies)
        self.textEdited.connect(lambda _: self._zeige_gueltig(True))

    @property
    def tag(self) -> date | None:
        """The day in the field, the last one told; None when empty."""
        return self._tag

    def setze(self, tag: date | None) -> None:
        """Shows a day without telling it."""
        self._tag = tag
        self.setText(f"{tag:%d.%m.%Y}" if tag else "")
        self._zeige_gueltig(True)

    def gelesen(self) -> tuple[bool, date | None]:
        """Whether the words are a day or nothing, and the day."""
        text = self.text().strip()
        tag = lies_datum(text) if text else None
        return not text or tag is not None, tag

    def verlange(self) -> None:
        """The words are no day where one is needed: marks them and says so beside the field."""
        self._zeige_gueltig(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), _KEIN_TAG, self)

    def _lies(self) -> None:
        gueltig, tag = self.gelesen()
        self._zeige_gueltig(gueltig)
        if gueltig and tag != self._tag:
            self.setze(tag)
            self.geaendert.emit(tag)

    def _zeige_gueltig(self, gueltig: bool) -> None:
        if bool(self.property("fehler")) is not gueltig:
            return
        self.setProperty("fehler", not gueltig)
        hinweis = "" if gueltig else _KEIN_TAG
        self.setToolTip(hinweis)
        self.setAccessibleDescription(hinweis)
        self.style().unpolish(self)
        self.style().polish(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """See Qt: words that are no day are marked when the cursor leaves."""
        super().focusOutEvent(event)
        self._zeige_gueltig(self.gelesen()[0])
