"""Where the window of the preview stands: whole on its screen, with its title bar."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QWidget

_WUNSCH = QSize(1060, 900)
_RAND = QMargins(6, 40, 6, 8)
"""Title bar and edges are known only once a window is shown: what they take at most."""


def passe_ein(fenster: QRect, bild: QRect, rand: QMargins) -> QRect:
    """The inner rectangle of a window cut and moved so that its frame lies within the screen."""
    frei = bild.marginsRemoved(rand)
    neu = QRect(fenster.topLeft(), fenster.size().boundedTo(frei.size()))
    neu.moveLeft(max(frei.left(), min(neu.left(), frei.right() - neu.width() + 1)))
    neu.moveTop(max(frei.top(), min(neu.top(), frei.bottom() - neu.height() + 1)))
    return neu


def stelle_auf(fenster: QWidget, *, gemerkt: bool) -> None:
    """Places a window that is not yet shown: where it was, else in the middle of its parent."""
    if fenster.isMaximized():
        return
    bild = fenster.screen().availableGeometry()
    platz = fenster.geometry()
    if not gemerkt:
        eltern = fenster.parentWidget()
        mitte = eltern.window().geometry().center() if eltern is not None else bild.center()
        platz = QRect(platz.topLeft(), _WUNSCH)
        platz.moveCenter(mitte)
    fenster.setGeometry(passe_ein(platz, bild, _RAND))
