"""Deadlines and placeholders marked in the text; undo knows nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit

from antragsbuero.ui.editor.pruefung import Pruefung
from antragsbuero.ui.shared.farben import Farben
from antragsbuero.ui.shared.zeichenort import qt_ort

_WORTE = QTextFormat.Property.UserProperty.value + 30
"""Property of a mark: the words it was made for."""
_HOECHSTENS = 500
"""Marks at once; a draft has a dozen."""


def auswahlen(
    dokument: QTextDocument, pruefung: Pruefung | None, farben: Farben
) -> list[QTextEdit.ExtraSelection]:
    """Deadlines, then placeholders."""
    if pruefung is None:
        return []
    fristen = ((f.zeile, f.von, f.bis) for f in pruefung.fristen)
    return list(
        islice(
            chain(
                _marken(dokument, fristen, farben.gelbf, farben.gelb),
                _marken(dokument, pruefung.platzhalter, farben.rotf, farben.rot),
            ),
            _HOECHSTENS,
        )
    )


def passende(marken: Sequence[QTextEdit.ExtraSelection]) -> list[QTextEdit.ExtraSelection]:
    """The marks that still lie on their words: rows that move leave them behind."""
    return [m for m in marken if m.cursor.selectedText() == m.format.property(_WORTE)]


def _marken(
    dokument: QTextDocument, orte: Iterable[tuple[int, int, int]], grund: str, farbe: str
) -> Iterator[QTextEdit.ExtraSelection]:
    form = QTextCharFormat()
    form.setBackground(QColor(grund))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    form.setUnderlineColor(QColor(farbe))
    for zeile, von, bis in orte:
        block = dokument.findBlockByNumber(zeile)
        text = block.text()
        if not block.isValid() or bis > len(text):
            continue  # typed on since the check
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + qt_ort(text, von))
        cursor.setPosition(
            min(block.position() + qt_ort(text, bis), block.position() + block.length() - 1),
            QTextCursor.MoveMode.KeepAnchor,
        )
        cursor.setKeepPositionOnInsert(True)  # words typed behind it do not belong to it
        auswahl = QTextEdit.ExtraSelection()
        auswahl.cursor = cursor
        auswahl.format = QTextCharFormat(form)
        auswahl.format.setProperty(_WORTE, cursor.selectedText())
        yield auswahl
