"""Brings the services' events to the thread of the window as one queued signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from antragsbuero.services.events import Ereignis, Ereignisse


class EventBridge(QObject):
    """Listens to the services and re-emits each event on the window's thread."""

    ereignis = Signal(object)
    _roh = Signal(object)

    def __init__(self, ereignisse: Ereignisse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roh.connect(self.ereignis, Qt.ConnectionType.QueuedConnection)
        self._abmelden = ereignisse.subscribe(self._melde)

    def _melde(self, ereignis: Ereignis) -> None:
        self._roh.emit(ereignis)

    def schliesse(self) -> None:
        """Stops listening; a second call does nothing."""
        self._abmelden, abmelden = (lambda: None), self._abmelden
        abmelden()
