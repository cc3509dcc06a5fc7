"""The keys on the side of a mouse: back and forward, wherever the pointer is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWindow

_WEG = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)
_DRUECKEN = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Weg(Protocol):
    """What goes back and forward."""

    def zurueck(self) -> None:
        """Goes back."""
        ...

    def vor(self) -> None:
        """Goes forward."""
        ...


class Maustasten(QObject):
    """Listens where the system hands its events over, before lists and fields take them."""

    def __init__(self, fenster: QWindow, weg: Weg, parent: QObject) -> None:
        super().__init__(parent)
        self._weg = weg
        fenster.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if isinstance(event, QMouseEvent) and event.button() in _WEG:
            if event.type() in _DRUECKEN:
                zurueck = event.button() is Qt.MouseButton.BackButton
                (self._weg.zurueck if zurueck else self._weg.vor)()
            return True
        return super().eventFilter(watched, event)
