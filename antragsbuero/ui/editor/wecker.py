"""The timer of the presenter, on Qt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class QtWecker(QObject):
    """Rings once on the thread of the window; see presenter.Wecker."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tun: Callable[[], None] = _nichts
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._tun())

    @property
    def laeuft(self) -> bool:
        """Whether it will ring."""
        return self._timer.isActive()

    def starte(self, millisekunden: int, tun: Callable[[], None]) -> None:
        """Rings after that time; a running one starts anew."""
        self._tun = tun
        self._timer.start(millisekunden)

    def halte_an(self) -> None:
        """Does not ring."""
        self._timer.stop()


def _nichts() -> None:
    return None
