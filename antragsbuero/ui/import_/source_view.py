"""The source text, read-only, with a painted margin that names what was recognised."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from antragsbuero.ui.import_.fundort import Stelle
from antragsbuero.ui.import_.quellzeilen import Quellzeile, zeile_an
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift

_NUMMER = 46
_NAME = 142
_BALKEN = 4


class SourceView(QPlainTextEdit):
    """Shows plain text only: nothing of a pasted page is ever loaded.

    `ort_gewaehlt` tells the place in the source where a person put the cursor;
    `gewaehlte_zeilen` are the lines of the selected part, by their place.
    """

    ort_gewaehlt = Signal(int)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._quelltext = ""
        self._zeilen: tuple[Quellzeile, ...] = ()
        self.gewaehlte_zeilen: frozenset[int] = frozenset()
        self._ruhig = False
        self.bei_undo: Callable[[], None] = lambda: None
        self.setAccessibleName("Quelltext")
        self.setAccessibleDescription(
            "Der unveränderte Text der Quelle. Pfeiltasten wählen die erkannte Stelle."
        )
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(schrift(10))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        self._rand = _Margin(self)
        self.blockCountChanged.connect(lambda _: self._rand.update())
        self.updateRequest.connect(self._rolle_mit)
        self.cursorPositionChanged.connect(self._bewegt)
        ui.theme.geaendert.connect(self._faerbe)
        self._richte_rand()

    # ---- content

    def zeige_quelltext(self, quelltext: str, zeilen: Sequence[Quellzeile]) -> None:
        """Shows another text."""
        self._ruhig = True
        self._quelltext = quelltext
        self._zeilen = tuple(zeilen)
        self.gewaehlte_zeilen = frozenset()
        self.setExtraSelections([])
        self.setPlainText("\n".join(_sichtbar(quelltext[z.von : z.bis]) for z in zeilen))
        self._ruhig = False
        self._rand.update()

    def zeige_zeilen(self, zeilen: Sequence[Quellzeile]) -> None:
        """Shows what was recognised on the same lines."""
        self._zeilen = tuple(zeilen)
        self.viewport().update()
        self._rand.update()

    def zeige_teil(self, schluessel: str, stelle: Stelle | None, *, rolle: bool) -> None:
        """Marks the lines of a part; one that shares its lines with another has a place alone."""
        eigene = [z.von for z in self._zeilen if z.teil == schluessel] if schluessel else []
        if not eigene and stelle is not None:
            eigene = [z.von for z in self._zeilen if z.von < stelle.bis and stelle.von < z.bis]
        self.gewaehlte_zeilen = frozenset(eigene)
        if stelle is not None and rolle:
            self._springe(stelle)
        self.viewport().update()
        self._rand.update()

    def zeige_stelle(self, stelle: Stelle) -> None:
        """Brings a place into sight and selects its words."""
        self._springe(stelle)
        auswahl = QTextEdit.ExtraSelection()
        auswahl.cursor = self._cursor(stelle)
        auswahl.format.setBackground(QColor(self._ui.theme.farben.gelbf))
        auswahl.format.setForeground(QColor(self._ui.theme.farben.gelb))
        auswahl.format.setFontUnderline(True)
        if stelle.bis - stelle.von < len(self._quelltext):
            self.setExtraSelections([auswahl])

    def _springe(self, stelle: Stelle) -> None:
        self._ruhig = True
        cursor = self._cursor(stelle)
        ende = QTextCursor(cursor)
        ende.setPosition(cursor.selectionEnd())
        cursor.setPosition(cursor.selectionStart())
        zu_sehen = self.viewport().rect().contains(self.cursorRect(cursor).center())
        self.setTextCursor(ende)  # first the end, so that all of it is in sight where it fits
        self.setTextCursor(cursor)
        if not zu_sehen:
            self.centerCursor()
        self._ruhig = False

    def _cursor(self, stelle: Stelle) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position(stelle.von))
        cursor.setPosition(self._position(stelle.bis), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _position(self, ort: int) -> int:
        """The position in the document: lines are blocks, counted in UTF-16."""
        n = zeile_an(self._zeilen, ort)
        zeile = self._zeilen[n]
        davor = _sichtbar(self._quelltext[zeile.von : min(ort, zeile.bis)])
        block = self.document().findBlockByNumber(n)
        spalte = min(len(davor.encode("utf-16-le")) // 2, max(0, block.length() - 1))
        return block.position() + spalte

    def _bewegt(self) -> None:
        self._rand.update()
        if self._ruhig or not self._zeilen:
            return
        cursor = self.textCursor()
        zeile = self._zeilen[min(cursor.blockNumber(), len(self._zeilen) - 1)]
        stueck = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        spalte = len(stueck.decode("utf-16-le", "replace"))
        self.ort_gewaehlt.emit(min(zeile.von + spalte, max(zeile.von, zeile.bis - 1)))

    def undo(self) -> None:
        """See Qt: Ctrl+Z from the menu takes a correction back, the text itself never changes."""
        self.bei_undo()

    def createMimeDataFromSelection(self) -> QMimeData:
        """See Qt: copies plain text."""
        daten = QMimeData()
        daten.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return daten

    # ---- painting

    def rand_breite(self) -> int:
        """Pixels of the margin; in a narrow view it holds numbers and colours alone."""
        namen = _NAME if self.width() >= 520 else 0
        return _NUMMER + _BALKEN + namen

    def _richte_rand(self) -> None:
        self.setViewportMargins(self.rand_breite(), 0, 0, 0)
        inhalt = self.contentsRect()
        self._rand.setGeometry(inhalt.left(), inhalt.top(), self.rand_breite(), inhalt.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._richte_rand()

    def _rolle_mit(self, rect: QRect, dy: int) -> None:
        if dy:
            self._rand.scroll(0, dy)
        else:
            self._rand.update(0, rect.y(), self._rand.width(), rect.height())

    def _faerbe(self) -> None:
        self.setExtraSelections([])
        self.viewport().update()
        self._rand.update()

    def bloecke(self) -> list[tuple[QTextBlock, QRectF, Quellzeile]]:
        """The visible blocks with their place and line."""
        ergebnis = []
        block = self.firstVisibleBlock()
        hoehe = self.viewport().height()
        while block.isValid() and block.blockNumber() < len(self._zeilen):
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > hoehe:
                break
            ergebnis.append((block, rect, self._zeilen[block.blockNumber()]))
            block = block.next()
        return ergebnis

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt: areas behind the words, then the words."""
        farben = self._ui.theme.farben
        maler = QPainter(self.viewport())
        breite = self.viewport().width()
        for _, rect, zeile in self.bloecke():
            feld = QRectF(0, rect.top(), breite, rect.height())
            if zeile.von in self.gewaehlte_zeilen:
                maler.fillRect(feld, QColor(farben.akzentflaeche))
            elif zeile.flaeche:
                maler.fillRect(feld, QColor(str(getattr(farben, zeile.flaeche))))
        maler.end()
        super().paintEvent(event)

    def male_rand(self, maler: QPainter, breite: int) -> None:
        """Paints numbers, bars and names beside the visible lines."""
        farben = self._ui.theme.farben
        fett = schrift(9, QFont.Weight.DemiBold)
        masse = QFontMetrics(fett)
        maler.fillRect(QRect(0, 0, _NUMMER, self.height()), QColor(farben.flaeche2))
        maler.fillRect(QRect(_NUMMER, 0, breite, self.height()), QColor(farben.flaeche))
        for _, rect, zeile in self.bloecke():
            oben, hoehe = round(rect.top()), round(rect.height())
            if zeile.nummer:
                maler.setFont(schrift(9))
                maler.setPen(QColor(farben.text2))
                feld = QRect(0, oben, _NUMMER - 8, 20)
                rechts = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                maler.drawText(feld, rechts, str(zeile.nummer))
            if not zeile.farbe:
                continue
            farbe = QColor(str(getattr(farben, zeile.farbe)))
            maler.fillRect(QRect(_NUMMER, oben, _BALKEN, hoehe), farbe)
            if zeile.von in self.gewaehlte_zeilen:
                flaeche = QColor(farben.akzentflaeche)
                maler.fillRect(QRect(_NUMMER + _BALKEN, oben, breite, hoehe), flaeche)
            if zeile.name and breite > _NUMMER + _BALKEN:
                leise = zeile.farbe in ("linie", "linie2")
                maler.setPen(QColor(farben.text2) if leise else farbe)
                maler.setFont(schrift(9) if leise else fett)
                feld = QRect(_NUMMER + _BALKEN + 8, oben + 1, _NAME - 14, 18)
                text = masse.elidedText(zeile.name, Qt.TextElideMode.ElideRight, feld.width())
                maler.drawText(feld, Qt.AlignmentFlag.AlignLeft, text)


class _Margin(QWidget):
    """The strip left of the words."""

    def __init__(self, text: SourceView) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(self._text.rand_breite(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        maler = QPainter(self)
        self._text.male_rand(maler, self.width())
        maler.end()


_UNSICHTBAR = frozenset("\t\u00a0\u00ad\u200b\u2060\ufeff")


def _sichtbar(text: str) -> str:
    """The same number of characters, without those that a document cannot show."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _UNSICHTBAR else _ersatz(c) for c in text)


def _ersatz(zeichen: str) -> str:
    """A bullet for signs of private use (lists of Word), else a blank."""
    return "•" if "\ue000" <= zeichen <= "\uf8ff" else "\u00a0"
