"""The text of the draft: one editor whose paragraphs know their part, level and identity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)

from antragsbuero.domain.absatz import Absatz
from antragsbuero.ui.editor.einfuegen import ZU_LANG, lies_einfuegung
from antragsbuero.ui.editor.entwurf_text import EntwurfText
from antragsbuero.ui.editor.rows import Abschnitt, ruecke, verschiebe
from antragsbuero.ui.editor.schritte import fuege_ein, letzter, loesche, neue_zeile, verbinde
from antragsbuero.ui.editor.tasten import hat_dateien, ist_befehl
from antragsbuero.ui.editor.textform import abschnitt, ebene, ist_folge


class EntwurfEdit(EntwurfText):
    """Keys, commands and pastes; `abgelehnt` tells why a paste was refused."""

    abgelehnt = Signal(str)

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
