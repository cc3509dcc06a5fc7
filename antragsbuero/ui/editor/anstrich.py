"""What is drawn around the words of the draft: titles of the parts, numbers, the bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollBar, QWidget

from antragsbuero.ui.editor.rows import Abschnitt
from antragsbuero.ui.editor.textform import EINZUG, TITELHOEHE, abschnitt, ist_folge
from antragsbuero.ui.shared.farben import Farben
from antragsbuero.ui.shared.theme import schrift

RAND = 24
"""Pixels left of the words."""
_LEER = {
    Abschnitt.BETREFF: "Worum geht es?",
    Abschnitt.VORSPANN: "Einleitung vor den Punkten, falls nötig",
    Abschnitt.PUNKTE: "Was soll beschlossen werden?",
    Abschnitt.BEGRUENDUNG: "Warum?",
}
"""Shown in grey where a part has no words."""
_RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class Editor(Protocol):
    """What is needed of the editor."""

    def document(self) -> QTextDocument:
        """Its document."""
        ...

    def viewport(self) -> QWidget:
        """Where it is drawn."""
        ...

    def verticalScrollBar(self) -> QScrollBar:
        """How far it is scrolled."""
        ...

    def textCursor(self) -> QTextCursor:
        """The cursor."""
        ...

    def cursorForPosition(self, pos: QPoint, /) -> QTextCursor:
        """The cursor at a place."""
        ...

    def isReadOnly(self) -> bool:
        """Whether nothing can be typed."""
        ...

    def nummer(self, zeile: int) -> str:
        """The number of a row."""
        ...


def sichtbare(editor: Editor) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The visible paragraphs and their areas in the viewport, margins left out."""
    layout = editor.document().documentLayout()
    schub = -editor.verticalScrollBar().value()
    block = editor.cursorForPosition(QPoint(0, 0)).block()
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        feld = layout.blockBoundingRect(block).translated(0, schub)
        if feld.top() > editor.viewport().height() + TITELHOEHE:
            return
        yield block, feld
        block = block.next()


def zeichne_grund(editor: Editor, painter: QPainter, farben: Farben) -> None:
    """Draws the area and the bar of the point with the cursor."""
    hier = editor.textCursor().block()
    if abschnitt(hier) is not Abschnitt.PUNKTE or editor.isReadOnly():
        return
    layout = editor.document().documentLayout()
    feld = layout.blockBoundingRect(hier).translated(0, -editor.verticalScrollBar().value())
    breite = editor.viewport().width()
    painter.fillRect(
        QRectF(0, feld.top() - 3, breite, feld.height() + 6), QColor(farben.akzentflaeche)
    )
    painter.fillRect(QRectF(0, feld.top() - 3, 3, feld.height() + 6), QColor(farben.akzent))


def zeichne_rand(editor: Editor, painter: QPainter, farben: Farben, begruendung: str) -> None:
    """Draws titles and numbers of the visible rows."""
    titel = {
        Abschnitt.BETREFF: "Betreff",
        Abschnitt.VORSPANN: "Vorspann",
        Abschnitt.PUNKTE: "Beschlusspunkte",
        Abschnitt.BEGRUENDUNG: begruendung,
    }
    for block, feld in sichtbare(editor):
        form = block.blockFormat()
        if form.topMargin() > 0:
            painter.setFont(schrift(9, QFont.Weight.DemiBold))
            painter.setPen(QColor(farben.text2))
            ort = QRectF(0, feld.top() - TITELHOEHE, 400, TITELHOEHE - 5)
            painter.drawText(ort, int(_LINKS), titel[abschnitt(block)])
        if not block.text() and form.topMargin() > 0 and not editor.isReadOnly():
            painter.setFont(schrift(10.5))
            painter.setPen(QColor(farben.text2))
            anfang = QPointF(form.leftMargin(), feld.top() + _grundlinie(block))
            painter.drawText(anfang, _LEER[abschnitt(block)])
        if abschnitt(block) is not Abschnitt.PUNKTE:
            continue
        nummer = editor.nummer(block.blockNumber())
        if nummer and not ist_folge(block):
            painter.setFont(schrift(10.5, QFont.Weight.DemiBold))
            painter.setPen(QColor(farben.text))
            grundlinie = _grundlinie(block)
            breite = EINZUG - 6
            x = form.leftMargin() - EINZUG
            if painter.fontMetrics().horizontalAdvance(nummer) > breite:
                painter.drawText(QRectF(x - 60, feld.top(), breite + 60, 40), int(_RECHTS), nummer)
            else:
                painter.drawText(QPointF(max(6.0, x + 4), feld.top() + grundlinie), nummer)


def _grundlinie(block: QTextBlock) -> float:
    """From the top of the paragraph to the base line of its first words."""
    zeile = block.layout().lineAt(0)
    return zeile.y() + zeile.ascent() if zeile.isValid() else 16.0
