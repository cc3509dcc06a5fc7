"""Steps in the text of the draft that keep its parts, levels and identities whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.kennung import neue_kennung
from antragsbuero.ui.editor.einfuegen import ohne_nummer
from antragsbuero.ui.editor.rows import Abschnitt, Zeile
from antragsbuero.ui.editor.textform import (
    absatzform,
    abschnitt,
    ist_folge,
    schreibe,
    zeichenform,
    zeile_von,
)

_BIS = QTextCursor.MoveMode.KeepAnchor


def erster(dokument: QTextDocument, teil: Abschnitt) -> QTextBlock:
    """The first paragraph of a part."""
    block = dokument.begin()
    while block.isValid() and abschnitt(block) < teil:
        block = block.next()
    return block


def letzter(dokument: QTextDocument, teil: Abschnitt) -> QTextBlock:
    """The last paragraph of a part."""
    block = dokument.lastBlock()
    while block.isValid() and abschnitt(block) > teil:
        block = block.previous()
    return block


def neue_zeile(cursor: QTextCursor, *, folge: bool) -> None:
    """A new paragraph at the cursor; in points a new point unless `folge`."""
    alt = zeile_von(cursor.block())
    punkt = alt.abschnitt is Abschnitt.PUNKTE
    kennung, herkunft = "", ""
    if punkt and not folge:
        kennung, herkunft = neue_kennung(), neue_kennung()
    am_anfang = cursor.atBlockStart() and bool(alt.text) and punkt and not folge
    neu = Zeile(alt.abschnitt, "", alt.ebene, punkt and folge, alt.art, (), kennung, herkunft)
    erste = cursor.block().blockFormat().topMargin() > 0
    cursor.beginEditBlock()
    if am_anfang:  # the words keep their identity, the new empty point stands before them
        cursor.insertBlock(absatzform(alt, erste=False))
        davor = QTextCursor(cursor.block().previous())
        davor.setBlockFormat(absatzform(neu, erste=erste))
    else:
        cursor.insertBlock(absatzform(neu, erste=False), zeichenform(alt.abschnitt))
    cursor.endEditBlock()


def verbinde(oben: QTextBlock, unten: QTextBlock) -> QTextCursor:
    """Two paragraphs become one; the identity is that of the one that has words."""
    bleibt = zeile_von(unten if not oben.text().strip() and unten.text().strip() else oben)
    if bleibt.folge and not ist_folge(oben):
        bleibt = zeile_von(oben)
    erste = oben.blockFormat().topMargin() > 0
    cursor = QTextCursor(oben)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.beginEditBlock()
    if oben.text() and unten.text() and not oben.text().endswith(" "):
        cursor.insertText(" ")
    cursor.deleteChar()
    cursor.setBlockFormat(absatzform(bleibt, erste=erste))
    cursor.endEditBlock()
    return cursor


def loesche(dokument: QTextDocument, auswahl: QTextCursor) -> QTextCursor:
    """Deletes a selection part by part, so that each part keeps a paragraph."""
    von, bis = auswahl.selectionStart(), auswahl.selectionEnd()
    cursor = QTextCursor(dokument)
    cursor.beginEditBlock()
    for teil in reversed(Abschnitt):
        ende = letzter(dokument, teil)
        a = max(von, erster(dokument, teil).position())
        b = min(bis, ende.position() + ende.length() - 1)
        if a < b:
            form = dokument.findBlock(a).blockFormat()
            cursor.setPosition(a)
            cursor.setPosition(b, _BIS)
            cursor.removeSelectedText()
            cursor.setBlockFormat(form)
    cursor.endEditBlock()
    cursor.setPosition(von)
    return cursor


def fuege_ein(cursor: QTextCursor, absaetze: Sequence[Absatz]) -> None:
    """Inserts paragraphs at the cursor; each further one is a row of the same kind."""
    alt = zeile_von(cursor.block())
    if alt.abschnitt is Abschnitt.BETREFF:
        cursor.insertText(" ".join(" ".join(a.text.split()) for a in absaetze))
        return
    punkt = alt.abschnitt is Abschnitt.PUNKTE
    leer = not alt.text.strip()
    cursor.beginEditBlock()
    for nummer, absatz in enumerate(absaetze):
        if punkt and (nummer or leer) and len(absaetze) > 1:
            absatz = ohne_nummer(absatz)
        kennung, herkunft = (neue_kennung(), neue_kennung()) if punkt else ("", "")
        neu = Zeile(
            alt.abschnitt, absatz.text, alt.ebene, False, alt.art, absatz.auszeichnungen,
            kennung, herkunft,
        )  # fmt: skip
        if nummer:
            cursor.insertBlock(absatzform(neu, erste=False), zeichenform(alt.abschnitt))
        schreibe(cursor, neu)
    cursor.endEditBlock()
    cursor.setCharFormat(zeichenform(alt.abschnitt))
