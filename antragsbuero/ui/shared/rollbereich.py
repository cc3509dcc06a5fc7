"""Pages and dialogs that scroll up and down where the screen is too low, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_NIEDRIGSTE = 60
"""Pixels of height that a page needs at least to be read."""

_RAHMEN = QSize(24, 48)
"""What a system puts around a dialog: title, frame, shadow."""


class Rollbereich(QScrollArea):
    """As narrow as its page can be; the page is told the height that is there."""

    def __init__(self, inhalt: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("art", "seite")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inhalt)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt, which tells nobody that the page needs more room, and never less."""
        fertig = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.setWidgetResizable(True)  # fits the page anew
            self.updateGeometry()
        return fertig

    def minimumSizeHint(self) -> QSize:
        """See Qt: nothing of the page may be cut at its right edge."""
        inhalt = self.widget()
        if inhalt is None:
            return super().minimumSizeHint()
        klein = inhalt.minimumSizeHint().expandedTo(inhalt.minimumSize())
        breite = klein.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(breite, min(_NIEDRIGSTE, klein.height()))

    def sizeHint(self) -> QSize:
        """See Qt."""
        inhalt = self.widget()
        return inhalt.sizeHint() if inhalt is not None else super().sizeHint()


def passe_in_bildschirm(dialog: QWidget, breite: int, hoehe: int) -> None:
    """Gives a dialog this size, or less where the screen has less beside its frame."""
    platz = dialog.screen().availableSize()
    dialog.resize(
        min(breite, platz.width() - _RAHMEN.width()), min(hoehe, platz.height() - _RAHMEN.height())
    )
