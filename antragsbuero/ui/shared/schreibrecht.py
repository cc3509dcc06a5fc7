"""A window that only reads: what would change something is greyed and says why."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

WARUM = "Die Datenbank ist nur zum Lesen geöffnet: Hier lässt sich jetzt nichts ändern."
_FENSTER = "nurLesen"
"""Property of a window that only reads."""
_MARKE = "schreibt"
"""Property of what changes something."""
_ANLAESSE = (
    QEvent.Type.Show, QEvent.Type.Polish, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange,
    QEvent.Type.ToolTipChange,
)  # fmt: skip

Ding = TypeVar("Ding", bound=QObject)
_TEXTE = (QLineEdit, QPlainTextEdit, QTextEdit)
"""Fields whose words stay to be read and copied."""


def sperre(fenster: QWidget) -> None:
    """From now on this window only reads."""
    fenster.setProperty(_FENSTER, True)


def nur_lesen(widget: QWidget) -> bool:
    """Whether the window around it only reads."""
    return bool(widget.window().property(_FENSTER))


def ist_markiert(ding: QObject) -> bool:
    """Whether `schreibt` was called for it."""
    return bool(ding.property(_MARKE))


def schreibt(ding: Ding) -> Ding:
    """Marks a control, a field or an action that changes something.

    A window that only reads greys it, whatever its screen says of it later; words stay to be
    read and copied.
    """
    ding.setProperty(_MARKE, True)
    _Waechter(ding)
    return ding


class _Waechter(QObject):
    """Looks after one thing and belongs to it."""

    def __init__(self, ding: QObject) -> None:
        super().__init__(ding)
        if not isinstance(ding, QWidget | QAction):
            raise TypeError(type(ding))
        self._ding: QWidget | QAction = ding
        if isinstance(ding, QAction):
            ding.changed.connect(self._pruefe)
        ort = self._ort()
        if ort is not None:
            ort.installEventFilter(self)

    def _ort(self) -> QWidget | None:
        ding = self._ding
        if isinstance(ding, QWidget):
            return ding
        oben = ding.parent()
        return oben if isinstance(oben, QWidget) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() in _ANLAESSE:
            self._pruefe()
        return False

    def _pruefe(self) -> None:
        ort, ding = self._ort(), self._ding
        if ort is None or not nur_lesen(ort):
            return
        if ding.toolTip() != WARUM:
            ding.setToolTip(WARUM)
        if isinstance(ding, _TEXTE):
            if not ding.isReadOnly():
                ding.setReadOnly(True)
        elif ding.isEnabled():
            ding.setEnabled(False)
