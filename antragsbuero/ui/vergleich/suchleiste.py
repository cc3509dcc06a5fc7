"""Finds words in the comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import icon_knopf, label


class Suchleiste(QFrame):
    """Ctrl+F: a field, back and forward, how many rows; hidden until asked for.

    `gesucht` hands out the words ("" for none), `schritt` 1 or -1.
    """

    gesucht = Signal(str)
    schritt = Signal(int)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flaeche", "neben")
        self.feld = QLineEdit()
        self.feld.setPlaceholderText("Im Vergleich suchen")
        self.feld.setAccessibleName("Im Vergleich suchen")
        self.feld.setMaximumWidth(360)
        self.feld.textChanged.connect(self.gesucht)
        self.feld.returnPressed.connect(lambda: self.schritt.emit(1))
        self._stand = label("", ton="leise")
        vorige = icon_knopf("Vorige Fundstelle", lambda: self.schritt.emit(-1), icons=ui.icons,
                            icon="arrow_up")  # fmt: skip
        naechste = icon_knopf("Nächste Fundstelle (Eingabetaste)", lambda: self.schritt.emit(1),
                              icons=ui.icons, icon="arrow_down")  # fmt: skip
        zu = icon_knopf("Suche schließen (Esc)", self.schliesse, icons=ui.icons, icon="dismiss")
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(12, 4, 12, 4)
        reihe.setSpacing(8)
        reihe.addWidget(self.feld, 1)
        for widget in (vorige, naechste, self._stand):
            reihe.addWidget(widget)
        reihe.addStretch(1)
        reihe.addWidget(zu)
        self.hide()

    def oeffne(self) -> None:
        """Shows the line with the cursor in it."""
        self.show()
        self.feld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.feld.selectAll()

    def schliesse(self) -> None:
        """Hides the line; nothing is marked any more."""
        self.feld.clear()
        self.hide()

    def zeige_stand(self, text: str) -> None:
        """How many rows hold the words."""
        self._stand.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self.schliesse()
        else:
            super().keyPressEvent(event)
