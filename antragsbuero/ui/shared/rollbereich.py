"""A page that scrolls up and down where the window is too low for it, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_NIEDRIGSTE = 60
"""Pixels of height that a page needs at least to be read."""


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
