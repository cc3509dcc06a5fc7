"""Shows the wording of a paper, read-only; nothing is ever loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from antragsbuero.domain.absatz import Auszeichnungsart
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.shared.wortlaut import Blockart, Wortblock
from antragsbuero.ui.shared.zeichenort import qt_ort

_EINZUG = 28
"""Pixels from the number to the words of a point."""
_BREITE = 780
"""Widest line of wording, about 90 characters."""
_RAND = 24
_TEIL = 600
"""Paragraphs that are written at once."""
_LEISE = frozenset((Blockart.ABSCHNITT, Blockart.LEISE))
_BIS = QTextCursor.MoveMode.KeepAnchor


class WortlautView(QTextEdit):
    """Numbers hang, deadlines are underlined in amber, lines stay readable."""

    def __init__(self, ui: UiContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bloecke: tuple[Wortblock, ...] = ()
        self._fertig = 0
        self._uhr = QTimer(self)
        self._uhr.setSingleShot(True)
        self._uhr.setInterval(0)
        self._uhr.timeout.connect(self._weiter)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_RAND, 10, 12, 10)
        ui.theme.faerbe(self, self._faerbe_um)

    def loadResource(self, art: int, name: QUrl | str) -> None:
        """Loads nothing: pasted or imported text must not reach for files or the network."""

    def zeige(self, bloecke: Sequence[Wortblock]) -> None:
        """Shows other words, from the top."""
        self._bloecke = tuple(bloecke)
        self._neu()

    def _faerbe_um(self) -> None:
        """Plain words have the colour of the palette; the others get theirs where they stand."""
        if self.document().blockCount() != max(1, len(self._bloecke)):  # half written
            self._neu()
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for nummer, block in enumerate(self._bloecke):
            if block.art not in _LEISE and not block.fristen:
                continue
            absatz = self.document().findBlockByNumber(nummer)
            if block.art in _LEISE:
                cursor.setPosition(absatz.position())
                cursor.setPosition(absatz.position() + absatz.length() - 1, _BIS)
                cursor.mergeCharFormat(self._leise())
            vorn = f"{block.zeichen}\t" if block.zeichen else ""
            anfang = absatz.position() + qt_ort(vorn, len(vorn))
            self._markiere_fristen(cursor, anfang, block)
        cursor.endEditBlock()

    def _neu(self) -> None:
        self.clear()
        self.document().setDefaultFont(schrift(10.5))
        oben = self.textCursor()
        oben.setKeepPositionOnInsert(True)  # else Qt lays all out to follow it to the end
        self.setTextCursor(oben)
        self._fertig = 0
        self._weiter()
        oben.setKeepPositionOnInsert(False)
        oben.setPosition(0)  # its other end has gone with the words
        self.setTextCursor(oben)

    def _weiter(self) -> None:
        """Writes the next part; thousands of points at once would hold the window."""
        formen: dict[tuple[Blockart, int, bool], QTextBlockFormat] = {}
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for nummer in range(self._fertig, min(self._fertig + _TEIL, len(self._bloecke))):
            block = self._bloecke[nummer]
            wie = (block.art, block.ebene, bool(block.zeichen))
            form = formen.get(wie) or formen.setdefault(wie, self._absatzform(block))
            if nummer:
                cursor.insertBlock(form)
            else:
                cursor.setBlockFormat(form)
            self._schreibe(cursor, block)
            self._fertig = nummer + 1
        cursor.endEditBlock()
        if self._fertig < len(self._bloecke):
            self._uhr.start()

    def _schreibe_fertig(self) -> None:
        """Whoever marks or copies has the whole."""
        while self._fertig < len(self._bloecke):
            self._weiter()
        self._uhr.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        self._schreibe_fertig()
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """See Qt."""
        self._schreibe_fertig()
        super().contextMenuEvent(event)

    def _absatzform(self, block: Wortblock) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(9)
        if block.art is Blockart.ABSCHNITT:
            form.setTopMargin(8)
            form.setBottomMargin(4)
        links = _EINZUG * block.ebene
        if block.art is Blockart.ZITAT:
            links += _EINZUG
        if block.zeichen:
            links += _EINZUG
            form.setTextIndent(-_EINZUG)
            # counted from where the first line begins, left of the margin by the indent
            tab = QTextOption.Tab(_EINZUG, QTextOption.TabType.LeftTab)
            form.setTabPositions([tab])
        form.setLeftMargin(links)
        breite = self.viewport().width()
        form.setRightMargin(max(0, breite - _BREITE))
        return form

    def _schreibe(self, cursor: QTextCursor, block: Wortblock) -> None:
        grund = self._leise() if block.art in _LEISE else QTextCharFormat()
        if block.art is Blockart.ABSCHNITT:
            grund.setFont(schrift(9, QFont.Weight.DemiBold))
        if block.zeichen:
            fett = QTextCharFormat(grund)
            fett.setFontWeight(QFont.Weight.DemiBold)
            cursor.insertText(f"{block.zeichen}\t", fett)
        anfang = cursor.position()
        cursor.insertText(block.text.replace("\n", "\u2028"), grund)
        self._zeichne_aus(cursor, anfang, block)

    def _leise(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._ui.theme.farben.text2))
        return form

    def _zeichne_aus(self, cursor: QTextCursor, anfang: int, block: Wortblock) -> None:
        ende = cursor.position()
        for auszeichnung in block.auszeichnungen:
            form = QTextCharFormat()
            match auszeichnung.art:
                case Auszeichnungsart.FETT:
                    form.setFontWeight(QFont.Weight.DemiBold)
                case Auszeichnungsart.KURSIV:
                    form.setFontItalic(True)
                case Auszeichnungsart.UNTERSTRICHEN:
                    form.setFontUnderline(True)
            _waehle(cursor, anfang, block.text, auszeichnung.von, auszeichnung.bis)
            cursor.mergeCharFormat(form)
        self._markiere_fristen(cursor, anfang, block)
        cursor.setPosition(ende)

    def _markiere_fristen(self, cursor: QTextCursor, anfang: int, block: Wortblock) -> None:
        farben = self._ui.theme.farben
        for wort in block.fristen:
            form = QTextCharFormat()
            form.setBackground(QColor(farben.gelbf))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(QColor(farben.gelb))
            form.setToolTip(wort.hinweis)
            _waehle(cursor, anfang, block.text, wort.von, wort.bis)
            cursor.mergeCharFormat(form)


def _waehle(cursor: QTextCursor, anfang: int, text: str, von: int, bis: int) -> None:
    """Selects characters of the text that begins at `anfang`."""
    cursor.setPosition(anfang + qt_ort(text, von))
    cursor.setPosition(anfang + qt_ort(text, bis), _BIS)
