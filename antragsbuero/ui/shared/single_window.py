"""One running window per database: a second start raises the first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WARTEN = 500
"""Milliseconds that a second start waits for the first window's answer."""


def rufe_laufendes(name: str) -> bool:
    """Asks a running window to come to the front; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WARTEN):
        return False
    antwort = socket.waitForReadyRead(_WARTEN)
    socket.disconnectFromServer()
    return antwort


class SingleWindow(QObject):
    """Listens for second starts; `gerufen` asks the window to come to the front."""

    gerufen = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._antworte)
        if not self._server.listen(name):
            # left over from a process that was killed: nobody answered there before
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def _antworte(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"1")
            socket.flush()
            self.gerufen.emit()

    def schliesse(self) -> None:
        """Stops listening."""
        self._server.close()
