"""The text of a draft as rows: what is shown, read, replaced, numbered and drawn beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from antragsbuero.ui.editor.anstrich import RAND, zeichne_grund, zeichne_rand
from antragsbuero.ui.editor.rows import Zeile, nummern
from antragsbuero.ui.editor.textform import (
    TITELHOEHE,
    abschnitt,
    bloecke,
    ebene,
    ist_folge,
    schreibe_alle,
    zeile_von,
)
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift

_BREITE = 800
_BIS = QTextCursor.MoveMode.KeepAnchor


class EntwurfText(QTextEdit):
    """`getippt` tells every change of words or order."""

    getippt = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._laedt = False
        self._nummern: tuple[str, ...] = ()
        self._anzahl = 0
        self._gezaehlt = -1
        self.begruendung = "Begründung"
        self.setAccessibleName("Entwurf")
        self.setAccessibleDescription(
            "Eingabe beginnt einen neuen Punkt, Tabulator rückt ihn ein, F6 verlässt den Text."
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setAutoFormatting(QTextEdit.AutoFormattingFlag.AutoNone)
        self.setTabChangesFocus(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(schrift(10.5))
        self.document().contentsChange.connect(self._geaendert)

    # ---- content

    def zeige(self, zeilen: Sequence[Zeile], gezaehlt: Sequence[str] = ()) -> None:
        """Shows another draft; undo starts here. `gezaehlt` are its numbers where known."""
        self._laedt = True
        try:
            self.setUndoRedoEnabled(False)
            self.clear()
            self.document().setDefaultFont(schrift(10.5))
            rahmen = self.document().rootFrame().frameFormat()
            rahmen.setTopMargin(TITELHOEHE)  # Qt leaves out the margin of the first paragraph
            rahmen.setBottomMargin(TITELHOEHE)
            self.document().rootFrame().setFrameFormat(rahmen)
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            schreibe_alle(cursor, zeilen, davor=None)
            cursor.endEditBlock()
            self.setUndoRedoEnabled(True)
        finally:
            self._laedt = False
        self._gezaehlt = -1
        if len(gezaehlt) == self.document().blockCount():
            self._merke_nummern(gezaehlt)
        else:
            self._zaehle_neu()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def lies(self) -> tuple[Zeile, ...]:
        """All rows as they stand."""
        return tuple(zeile_von(block) for block in bloecke(self.document()))

    def ersetze(self, neu: Sequence[Zeile], cursor_zeile: int | None = None) -> None:
        """Replaces what differs, in one step for undo; the cursor keeps its place in its row."""
        alt = self.lies()
        spalte = self.textCursor().positionInBlock()
        zeile = self.textCursor().blockNumber() if cursor_zeile is None else cursor_zeile
        von = 0
        while von < min(len(alt), len(neu)) and alt[von] == neu[von]:
            von += 1
        if von == len(alt) == len(neu):
            return
        ende = 0
        grenze = min(len(alt), len(neu)) - von - 1  # one row stays to be written into
        while ende < grenze and alt[-1 - ende] == neu[-1 - ende]:
            ende += 1
        if von == min(len(alt), len(neu)):
            von -= 1
        cursor = QTextCursor(self.document().findBlockByNumber(von))
        cursor.beginEditBlock()
        letzter = self.document().findBlockByNumber(len(alt) - 1 - ende)
        cursor.setPosition(letzter.position() + letzter.length() - 1, _BIS)
        cursor.removeSelectedText()
        davor = neu[von - 1].abschnitt if von else None
        schreibe_alle(cursor, neu[von : len(neu) - ende], davor=davor)
        cursor.endEditBlock()
        self._zaehle_neu()
        self.setze_cursor(min(zeile, len(neu) - 1), spalte)

    def setze_cursor(self, zeile: int, spalte: int = 0) -> None:
        """Puts the cursor into a row."""
        block = self.document().findBlockByNumber(zeile)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(spalte, block.length() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def nummer(self, zeile: int) -> str:
        """The number of a row, "" for none."""
        return self._nummern[zeile] if zeile < len(self._nummern) else ""

    def _geaendert(self, _ort: int, _weg: int, _neu: int) -> None:
        if self._laedt:
            return
        if self.document().blockCount() != self._anzahl:
            self._zaehle_neu()
        self.getippt.emit()

    def _zaehle_neu(self) -> None:
        """Numbers all rows anew, unless that was done for this very state of the document."""
        if self._gezaehlt == self.document().revision():
            return
        zeilen = [
            Zeile(abschnitt(block), "", ebene(block), ist_folge(block), kennung=str(platz))
            for platz, block in enumerate(bloecke(self.document()))
        ]
        self._merke_nummern(nummern(zeilen))

    def _merke_nummern(self, gezaehlt: Sequence[str]) -> None:
        self._gezaehlt = self.document().revision()
        self._anzahl = self.document().blockCount()
        self._nummern = tuple(gezaehlt)
        self.viewport().update()

    # ---- undo

    def undo(self) -> None:
        """See Qt; levels and order come back too."""
        super().undo()
        self._zaehle_neu()

    def redo(self) -> None:
        """See Qt."""
        super().redo()
        self._zaehle_neu()

    def _weiter(self, cursor: QTextCursor) -> None:
        """After a step that changed the order: cursor, numbers, view."""
        self.setTextCursor(cursor)
        self._zaehle_neu()
        self.ensureCursorVisible()

    def loadResource(self, art: int, name: QUrl | str) -> None:
        """Loads nothing: pasted text must not reach for files or the network."""

    # ---- picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt; the current point behind the words, titles and numbers beside them."""
        painter = QPainter(self.viewport())
        zeichne_grund(self, painter, self._ui.theme.farben)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        zeichne_rand(self, painter, self._ui.theme.farben, self.begruendung)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: lines stay about 90 characters long."""
        breite = self.width() - RAND - 20
        rechts = max(16, breite - _BREITE)
        self.setViewportMargins(RAND, 8, rechts, 8)
        super().resizeEvent(event)
