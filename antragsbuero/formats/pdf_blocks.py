"""Lays out headings, paragraphs and lists, and builds their structure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from antragsbuero.dokument.dokument import (
    Bild,
    Block,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textrolle,
    Ueberschrift,
)
from antragsbuero.formats.labels import Counting, read_label
from antragsbuero.formats.look import LOGO_HEIGHT_MM, LOGO_WIDTH_MM, PICTURE_SHARE
from antragsbuero.formats.pdf_pages import MM, Bookmark, Flow, SetParagraph
from antragsbuero.formats.pdf_structure import Element
from antragsbuero.formats.pdf_tables import TableLayout
from antragsbuero.formats.pdf_typesetting import Typesetter
from antragsbuero.formats.pictures import Picture, read_picture

_QUOTE_INDENT = 7.5 * MM
_MIN_HANG = 7.5 * MM
_MAX_HANG = 24 * MM
_LABEL_GAP = 6.0
_NARROWEST = 60 * MM
"""Deeply nested lists stop indenting where the text would become narrower."""
_UNDER_PICTURE = 8.0
_FIRST_LINES = 32.0
"""Points of a text that a heading must have below it on its page."""
_LINES_OF_HEADING, _LINES_OF_NOTE = 2.6, 1.2
_NUMBERING = {
    Counting.DECIMAL: "Decimal",
    Counting.LOWER_LETTER: "LowerAlpha",
    Counting.UPPER_LETTER: "UpperAlpha",
    Counting.LOWER_ROMAN: "LowerRoman",
    Counting.UPPER_ROMAN: "UpperRoman",
    Counting.BULLET: "Disc",
}


class BlockLayout:
    """Places the blocks of one document."""

    def __init__(self, flow: Flow, typesetter: Typesetter, root: Element) -> None:
        self._flow = flow
        self._set = typesetter
        self._root = root
        self._level = 0
        self._after_head = False

    def add(self, blocks: Sequence[Block]) -> None:
        """Places all blocks in order."""
        waiting: list[Ueberschrift | Textabsatz] = []
        for block in blocks:
            if isinstance(block, Ueberschrift) or _is_note(block):
                waiting.append(block)
                continue
            table = (
                TableLayout(self._flow, self._set, block) if isinstance(block, Tabelle) else None
            )
            figure = self._sized(block) if isinstance(block, Bild) else None
            start = table.start if table else figure[1][1] if figure else _FIRST_LINES
            self._introduce(waiting, start)
            waiting = []
            if table:
                table.place(self._root)
                self._after_head = False
            elif figure:
                self._end_head()
                self._figure(*figure, self._flow.geometry.left)
                self._flow.skip(_UNDER_PICTURE)
            elif isinstance(block, Textabsatz):
                self._paragraph(block)
            elif isinstance(block, Liste):
                self._end_head()
                self._flow.skip(2)
                self._list(block.punkte, self._root, self._flow.geometry.left)
                self._flow.skip(4)
        self._introduce(waiting, 0.0)

    def logo(self, bild: Bild) -> None:
        """Places the logo on the right, above everything."""
        picture = read_picture(bild)
        wanted = (bild.breite or LOGO_WIDTH_MM) * MM
        size = picture.fit(wanted, self._flow.geometry.text_width, LOGO_HEIGHT_MM * MM)
        self._figure(picture, size, self._flow.geometry.right - size[0])
        self._flow.skip(2 * _UNDER_PICTURE)

    def _sized(self, bild: Bild) -> tuple[Picture, tuple[float, float]]:
        picture, geometry = read_picture(bild), self._flow.geometry
        height = (geometry.top - geometry.bottom) * PICTURE_SHARE
        return picture, picture.fit(bild.breite * MM, geometry.text_width, height)

    def _figure(self, picture: Picture, size: tuple[float, float], x: float) -> None:
        element = self._root.add("Figure")
        element.alt = self._set.log.clean(picture.description)
        self._flow.picture(picture.data, element, size, x)

    def _introduce(self, blocks: Sequence[Ueberschrift | Textabsatz], start: float) -> None:
        """Places headings and notes with the begin of what they introduce."""
        from_heading = next((n for n, b in enumerate(blocks) if isinstance(b, Ueberschrift)), None)
        for n, block in enumerate(blocks):
            if n == from_heading:
                lines = sum(
                    _LINES_OF_NOTE if _is_note(b) else _LINES_OF_HEADING for b in blocks[n:]
                )
                self._flow.need(lines * self._set.measures.leading + start)
            if isinstance(block, Ueberschrift):
                self._heading(block)
            else:
                self._paragraph(block)

    def _end_head(self) -> None:
        """Parts the lines of the head from what follows."""
        if self._after_head:
            self._flow.skip(8)
        self._after_head = False

    def _heading(self, block: Ueberschrift) -> None:
        # levels may not be left out (ISO 14289-1, 7.4.2), whatever the source counts
        self._level = min(max(block.stufe, 1), self._level + 1, 6)
        flow = self._flow
        element = self._root.add(f"H{self._level}")
        setting = self._set.heading(self._level)
        paragraph = self._set.plain(block.text, setting, flow.geometry.text_width, element)
        self._after_head = False
        flow.need(paragraph.before + paragraph.height)
        top = flow.y
        flow.place(paragraph, flow.geometry.left)
        page = len(flow.pages) - 1
        where = flow.geometry.top if top < flow.y else top
        flow.bookmarks.append(Bookmark(self._level, self._set.log.clean(block.text), page, where))
        if block.anker:
            flow.anchors[block.anker] = (page, where)

    def _paragraph(self, absatz: Textabsatz) -> None:
        flow = self._flow
        if absatz.rolle is not Textrolle.KOPFZEILE:
            self._end_head()
        self._after_head = absatz.rolle is Textrolle.KOPFZEILE
        element, left, width = self._root, flow.geometry.left, flow.geometry.text_width
        if absatz.rolle is Textrolle.ZITAT:
            element = element.add("BlockQuote")
            left, width = left + _QUOTE_INDENT, width - 2 * _QUOTE_INDENT
        if absatz.marke is not None:
            left, width = left + 8, width - 8
        setting = self._set.body(absatz.rolle)
        flow.place(self._set.paragraph(absatz, setting, width, element.add("P")), left)

    def _list(self, punkte: Sequence[Listenpunkt], parent: Element, left: float) -> None:
        if not punkte:
            return
        first = next((punkt.zeichen for punkt in punkte if punkt.zeichen), "")
        counting = read_label(first)[0].counting if first else None
        element = parent.add(
            "L", O="List", ListNumbering=_NUMBERING[counting] if counting else "None"
        )
        labels = [self._label(punkt) for punkt in punkte]
        widest = max((_width(label) for label in labels if label), default=0.0)
        hang = min(max(widest + _LABEL_GAP, _MIN_HANG), _MAX_HANG)
        if self._flow.geometry.right - left - hang < _NARROWEST:
            hang = 0.0
        for punkt, label in zip(punkte, labels, strict=True):
            self._entry(punkt, label, element.add("LI"), left, hang)

    def _label(self, punkt: Listenpunkt) -> SetParagraph | None:
        if not punkt.zeichen:
            return None
        setting = self._set.body(Textrolle.TEXT)
        return self._set.plain(punkt.zeichen, setting, self._flow.geometry.text_width, None)

    def _entry(
        self, punkt: Listenpunkt, label: SetParagraph | None, element: Element,
        left: float, hang: float,
    ) -> None:  # fmt: skip
        flow = self._flow
        if label is not None:
            label.element = element.add("Lbl")
            # beside its paragraph a label is no line of its own
            label.counted = False
            beside = punkt.absaetze and isinstance(punkt.absaetze[0], Textabsatz)
            if _width(label) + _LABEL_GAP > hang or not beside:
                label.counted = True
                label.after = 0.0 if punkt.absaetze or punkt.punkte else label.after
                flow.place(label, left)
                label = None
        body = element.add("LBody")
        inner, width = left + hang, flow.geometry.right - left - hang
        for absatz in punkt.absaetze:
            if isinstance(absatz, Tabelle):
                TableLayout(flow, self._set, absatz, inner).place(body)
                continue
            quote = absatz.rolle is Textrolle.ZITAT
            setting = self._set.body(absatz.rolle if quote else Textrolle.TEXT)
            place = body.add("BlockQuote").add("P") if quote else body.add("P")
            paragraph = self._set.paragraph(absatz, setting, width, place)
            paragraph.after = 4.0
            flow.place(paragraph, inner, (label, left) if label else None)
            label = None
        self._list(punkt.punkte, body, inner)


def _width(paragraph: SetParagraph) -> float:
    if len(paragraph.lines) > 1:
        return paragraph.width
    return max((piece.x1 for piece in paragraph.lines[0]), default=0.0)


def _is_note(block: Block) -> TypeGuard[Textabsatz]:
    return isinstance(block, Textabsatz) and block.rolle is Textrolle.HINWEIS
