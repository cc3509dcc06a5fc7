"""Takes the keyboard back where a closed dialog leaves it with no window."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_WEILE = 150
"""Milliseconds that the window manager has to hand the keyboard on by itself."""


class Fokuswache(QObject):
    """Two dialogs that close at once leave some window managers of X11 without a next one.

    Nothing is taken from other programs: the window last used here must be gone.
    """

    def __init__(self, fenster: QWidget) -> None:
        super().__init__(fenster)  # ends with the window
        self._fenster = fenster
        self._zuletzt: QWindow | None = QGuiApplication.focusWindow()
        self._uhr = QTimer(self)
        self._uhr.setSingleShot(True)
        self._uhr.setInterval(_WEILE)
        self._uhr.timeout.connect(self._sieh_nach)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._gewechselt)

    def _gewechselt(self, fenster: QWindow | None) -> None:
        if fenster is None:
            self._uhr.start()
            return
        self._uhr.stop()
        if fenster is not self._fenster.windowHandle() and fenster is not self._zuletzt:
            # Qt tells of no change when the window with the keyboard goes away for good.
            fenster.visibleChanged.connect(self._erscheint)
        self._zuletzt = fenster

    def _erscheint(self, sichtbar: bool) -> None:
        if not sichtbar:
            self._uhr.start()

    def _sieh_nach(self) -> None:
        zuletzt = self._zuletzt
        da = zuletzt is not None and shiboken6.isValid(zuletzt) and zuletzt.isVisible()
        if da or QGuiApplication.focusWindow() is not None or not self._fenster.isVisible():
            return
        (QApplication.activeModalWidget() or self._fenster).activateWindow()
