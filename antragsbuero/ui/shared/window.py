"""The bare window: shown before anything that fills it is imported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QChildEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

NAME = "Antragsbüro"
KLEINSTE = 680, 320
"""Width and height to which every screen can shrink. A screen of 1024 x 600 at 150 % has
682 x 400, less the title of the window and the bar of the system."""


class Window(QMainWindow):
    """Tells its size and its dialogs, and asks before it closes.

    `bei_schliessen` saves what is open; False keeps the window. `geschlossen` comes once;
    `dialog` comes with each window that opens on this one, before it is seen.
    """

    groesse = Signal()
    geschlossen = Signal()
    dialog = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.setMinimumSize(*KLEINSTE)
        self.bei_schliessen: Callable[[], bool] = lambda: True

    def closeEvent(self, event: QCloseEvent) -> None:
        """See Qt."""
        if not self.bei_schliessen():
            event.ignore()
            return
        event.accept()
        self.geschlossen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self.groesse.emit()

    def childEvent(self, event: QChildEvent) -> None:
        """See Qt."""
        super().childEvent(event)
        if event.polished():
            kind = event.child()
            if isinstance(kind, QWidget) and kind.isWindow():
                self.dialog.emit(kind)
