"""The text of the draft: one editor whose paragraphs know their part, level and identity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from antragsbuero.domain.absatz import Absatz
from antragsbuero.ui.editor.anstrich import RAND, zeichne_grund, zeichne_rand
from antragsbuero.ui.editor.einfuegen import ZU_LANG, lies_einfuegung
from antragsbuero.ui.editor.rows import Abschnitt, Zeile, nummern, ruecke, verschiebe
from antragsbuero.ui.editor.schritte import fuege_ein, letzter, loesche, neue_zeile, verbinde
from antragsbuero.ui.editor.tasten import hat_dateien, ist_befehl
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


class EntwurfEdit(QTextEdit):
    """`getippt` tells every change of words or order, `abgelehnt` why a paste was refused."""

    getippt = Signal()
    abgelehnt = Signal(str)

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

    def zeige(self, zeilen: Sequence[Zeile]) -> None:
        """Shows another draft; undo starts here."""
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
        self._gezaehlt = self.document().revision()
        self._anzahl = self.document().blockCount()
        zeilen = [
            Zeile(abschnitt(block), "", ebene(block), ist_folge(block), kennung=str(platz))
            for platz, block in enumerate(bloecke(self.document()))
        ]
        self._nummern = nummern(zeilen)
        self.viewport().update()

    # ---- commands of the tool line

    def neuer_punkt(self) -> None:
        """A point after the one with the cursor (with its sub-points: after them)."""
        if self.isReadOnly():
            return
        block = self.textCursor().block()
        if abschnitt(block) is not Abschnitt.PUNKTE:
            block = letzter(self.document(), Abschnitt.PUNKTE)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._neue_zeile(cursor, folge=False)
        self.setFocus()

    def ruecke(self, schritt: int) -> None:
        """The selected points one level deeper (1) or higher (-1)."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        von = self.document().findBlock(cursor.selectionStart()).blockNumber()
        bis = self.document().findBlock(cursor.selectionEnd()).blockNumber()
        self.ersetze(ruecke(self.lies(), von, bis, schritt))

    def verschiebe(self, schritt: int) -> None:
        """The point with the cursor before (-1) or after (1) its neighbour."""
        if self.isReadOnly():
            return
        ergebnis = verschiebe(self.lies(), self.textCursor().blockNumber(), schritt)
        if ergebnis is not None:
            self.ersetze(*ergebnis)

    def zeichne_aus(self, wie: str) -> None:
        """Bold, italic or underlined on or off: "fett", "kursiv", "unter"."""
        if self.isReadOnly() or abschnitt(self.textCursor().block()) is Abschnitt.BETREFF:
            return
        jetzt, form = self.currentCharFormat(), QTextCharFormat()
        if wie == "fett":
            fett = jetzt.fontWeight() >= QFont.Weight.DemiBold
            form.setFontWeight(QFont.Weight.Normal if fett else QFont.Weight.Bold)
        elif wie == "kursiv":
            form.setFontItalic(not jetzt.fontItalic())
        else:
            form.setFontUnderline(not jetzt.fontUnderline())
        self.mergeCurrentCharFormat(form)

    def undo(self) -> None:
        """See Qt; levels and order come back too."""
        super().undo()
        self._zaehle_neu()

    def redo(self) -> None:
        """See Qt."""
        super().redo()
        self._zaehle_neu()

    def cut(self) -> None:
        """See Qt; the parts of the Fassung stay."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self._loesche_auswahl()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt; keys of structure are handled here, all others by Qt."""
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_F6:
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        for taste, tun in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Bold, lambda: self.zeichne_aus("fett")),
            (QKeySequence.StandardKey.Italic, lambda: self.zeichne_aus("kursiv")),
            (QKeySequence.StandardKey.Underline, lambda: self.zeichne_aus("unter")),
        ):
            if event.matches(taste):
                tun()
                return
        if self._struktur_taste(event):
            event.accept()
            return
        if event.text() and event.text().isprintable() and not ist_befehl(event):
            self._loesche_uebergreifend()
        super().keyPressEvent(event)

    def _struktur_taste(self, event: QKeyEvent) -> bool:
        taste, umschalt = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match taste:
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._tab(zurueck=taste == Qt.Key.Key_Backtab)
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._eingabe(folge=bool(umschalt))
                return True
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.verschiebe(-1 if taste == Qt.Key.Key_Up else 1)
                return True
            case Qt.Key.Key_Backspace:
                return self._loesche_rand(rueckwaerts=True)
            case Qt.Key.Key_Delete:
                return self._loesche_rand(rueckwaerts=False)
        return False

    def _tab(self, *, zurueck: bool) -> None:
        if abschnitt(self.textCursor().block()) is Abschnitt.PUNKTE:
            self.ruecke(-1 if zurueck else 1)
        else:
            self.focusNextPrevChild(not zurueck)

    def _eingabe(self, *, folge: bool) -> None:
        """A new point or paragraph; in the Betreff the cursor goes on to the next part."""
        self._loesche_auswahl()
        cursor = self.textCursor()
        block = cursor.block()
        teil = abschnitt(block)
        if teil is Abschnitt.BETREFF:
            self.setze_cursor(block.blockNumber() + 1)
            return
        leer = not block.text().strip()
        if teil is Abschnitt.PUNKTE and leer and not ist_folge(block) and not folge:
            if ebene(block):
                self.ruecke(-1)
            elif block.next().isValid() and abschnitt(block.next()) is not Abschnitt.PUNKTE:
                self._verlasse_punkte(cursor, block)
            return
        self._neue_zeile(cursor, folge=folge)

    def _verlasse_punkte(self, cursor: QTextCursor, block: QTextBlock) -> None:
        """Enter in the empty last point: it goes, the cursor stands in the next part."""
        ziel = block.blockNumber() + 1
        if abschnitt(block.previous()) is Abschnitt.PUNKTE:
            cursor.beginEditBlock()
            cursor.deletePreviousChar()
            cursor.endEditBlock()
            ziel -= 1
            self._zaehle_neu()
        self.setze_cursor(ziel)

    def _neue_zeile(self, cursor: QTextCursor, *, folge: bool) -> None:
        neue_zeile(cursor, folge=folge)
        self._weiter(cursor)

    def _weiter(self, cursor: QTextCursor) -> None:
        """After a step that changed the order: cursor, numbers, view."""
        self.setTextCursor(cursor)
        self._zaehle_neu()
        self.ensureCursorVisible()

    # ---- deleting without tearing parts down

    def _loesche_rand(self, *, rueckwaerts: bool) -> bool:
        """At the edge of a paragraph joins it with its neighbour of the same part."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._loesche_auswahl()
            return True
        if not (cursor.atBlockStart() if rueckwaerts else cursor.atBlockEnd()):
            return False
        unten = cursor.block() if rueckwaerts else cursor.block().next()
        oben = unten.previous()
        if oben.isValid() and unten.isValid() and abschnitt(oben) is abschnitt(unten):
            self._weiter(verbinde(oben, unten))
        return True

    def _loesche_uebergreifend(self) -> None:
        """Deletes the selection if it covers several paragraphs; Qt does the rest."""
        cursor = self.textCursor()
        erster = self.document().findBlock(cursor.selectionStart())
        letzter = self.document().findBlock(cursor.selectionEnd())
        if cursor.hasSelection() and erster != letzter:
            self._loesche_auswahl()

    def _loesche_auswahl(self) -> None:
        auswahl = self.textCursor()
        if auswahl.hasSelection():
            self._weiter(loesche(self.document(), auswahl))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """See Qt."""
        if event.commitString() and not self.isReadOnly():
            self._loesche_uebergreifend()
        super().inputMethodEvent(event)

    # ---- paste

    def loadResource(self, art: int, name: QUrl | str) -> None:
        """Loads nothing: pasted text must not reach for files or the network."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text, no path of a file."""
        return not hat_dateien(source) and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes over words with bold, italic and underline, paragraph by paragraph."""
        if self.isReadOnly() or hat_dateien(source):
            return
        absaetze = lies_einfuegung(source.text(), source.html() if source.hasHtml() else "")
        if absaetze is None:
            self.abgelehnt.emit(ZU_LANG)
        else:
            self.fuege_ein(absaetze)

    def fuege_ein(self, absaetze: Sequence[Absatz]) -> None:
        """Inserts paragraphs at the cursor; each further one is a row of the same kind."""
        if not absaetze:
            return
        self._loesche_auswahl()
        cursor = self.textCursor()
        self._laedt = True
        try:
            fuege_ein(cursor, absaetze)
        finally:
            self._laedt = False
        self._weiter(cursor)
        self.getippt.emit()

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


_BIS = QTextCursor.MoveMode.KeepAnchor
