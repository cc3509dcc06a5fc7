"""Lays out tables: rows that break over pages, repeated header rows, covered cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from antragsbuero.dokument.dokument import Marke, Tabelle, Zelle
from antragsbuero.formats.grid import Place, grid
from antragsbuero.formats.look import GRID, HEAD_GROUND, MARKS, NARROWEST_COLUMN_MM, TIGHT_COLUMN_MM
from antragsbuero.formats.pdf_pages import MM, Flow, Rect, Rule, SetParagraph
from antragsbuero.formats.pdf_structure import Element
from antragsbuero.formats.pdf_typesetting import Typesetter

_PAD_X, _PAD_TOP, _PAD_BOTTOM = 5.6, 3.4, 4.0
_LINE = 0.5
_BAR = 2.2
_WHOLE = 0.3
"""Rows up to this part of a page are not torn apart."""
_LEAST = 4
"""Lines that must fit on a page before a higher row begins there."""


@dataclass(slots=True)
class _Cell:
    """A cell with its set paragraphs and how far they are placed."""

    place: Place
    x: float
    width: float
    paragraphs: list[SetParagraph]
    rows_left: int
    marke: Marke | None = None
    head: bool = False
    at: int = 0
    line: int = 0

    @property
    def done(self) -> bool:
        return self.at >= len(self.paragraphs)

    @property
    def height(self) -> float:
        """Of what is still to be placed."""
        rest = sum(p.before + p.height + p.after for p in self.paragraphs[self.at :])
        if self.line:
            first = self.paragraphs[self.at]
            rest -= self.line * first.leading + first.before
        return rest


@dataclass(slots=True)
class _Taken:
    """What of a cell goes onto one page: paragraph, lines, distance from the row's top."""

    pieces: list[tuple[SetParagraph, int, int, float]] = field(default_factory=list)
    height: float = 0.0


class TableLayout:
    """Places one table."""

    def __init__(
        self, flow: Flow, typesetter: Typesetter, tabelle: Tabelle, left: float = 0.0
    ) -> None:
        """`left` is where it begins, further left where its columns would be too narrow."""
        self._flow = flow
        self._set = typesetter
        geometry, shares = flow.geometry, sum(tabelle.breiten)
        least = len(tabelle.breiten) * NARROWEST_COLUMN_MM * MM
        self._edges = [max(geometry.left, min(left, geometry.right - least))]
        width = geometry.right - self._edges[0]
        self._tight = width / len(tabelle.breiten) < TIGHT_COLUMN_MM * MM
        self._pad = _PAD_X / 2 if self._tight else _PAD_X
        for share in tabelle.breiten:
            self._edges.append(self._edges[-1] + width * share / shares)
        self._element = Element("Table", {"O": "Table"})
        if tabelle.beschreibung:
            self._element.attributes["Summary"] = typesetter.log.clean(tabelle.beschreibung)
        self._open: list[_Cell] = []
        self._repeated: list[list[_Cell]] = []
        self._repeated_height = 0.0
        # a THead asks for a TBody (ISO 32000-1, 14.8.4.3.4)
        group = "THead" if tabelle.zeilen else "TBody"
        self._head = list(self._rows(tabelle.kopf, group, head=True))
        self._head_height = sum(self._row_height(row) for row in self._head)
        self._body = self._rows(tabelle.zeilen, "TBody", head=False)
        self._first = next(self._body, None)

    def _rows(
        self, zeilen: Sequence[Sequence[Zelle]], group: str, *, head: bool
    ) -> Iterator[list[_Cell]]:
        """Sets row after row, each when it is asked for."""
        if zeilen:
            element = self._element.add(group)
            for places in grid(zeilen, len(self._edges) - 1):
                yield self._cells(places, element.add("TR"), head=head)

    def place(self, parent: Element) -> None:
        """Places header and rows; the header again on each further page."""
        if not self._head and self._first is None:
            return
        parent.kids.append(self._element)
        self._flow.skip(3)
        self._flow.need(self.start)
        for row in self._head:
            self._row(row)
        page = self._flow.geometry.top - self._flow.geometry.bottom
        if self._head_height < page / 2:  # a header as high as a page would leave no room
            self._repeated, self._repeated_height = self._head, self._head_height
        while self._first is not None:
            self._row(self._first)
            self._first = next(self._body, None)
        self._flow.y -= 8

    @property
    def start(self) -> float:
        """Points that the header and the begin of the first row take, to be kept together."""
        if self._first is None:
            return self._head_height
        page = self._flow.geometry.top - self._flow.geometry.bottom - self._head_height
        first = self._row_height(self._first)
        return self._head_height + (first if first <= page * _WHOLE else self._least)

    @property
    def _least(self) -> float:
        return _LEAST * self._set.measures.table_leading + _PAD_TOP + _PAD_BOTTOM

    def _cells(self, places: Sequence[Place], row: Element, *, head: bool) -> list[_Cell]:
        cells = []
        for place in places:
            if place.zelle is None:
                continue
            zelle = place.zelle
            strong = head or zelle.kopf
            element = row.add("TH" if strong else "TD")
            if strong:
                element.attributes = {"O": "Table", "Scope": "Column" if head else "Row"}
            if place.columns > 1:
                element.attributes |= {"O": "Table", "ColSpan": place.columns}
            if place.rows > 1:
                element.attributes |= {"O": "Table", "RowSpan": place.rows}
            x = self._edges[place.column]
            width = self._edges[place.column + place.columns] - x
            paragraphs = self._paragraphs(zelle, width, element, head)
            cells.append(_Cell(place, x, width, paragraphs, place.rows, zelle.marke, head))
        return cells

    def _paragraphs(
        self, zelle: Zelle, width: float, element: Element, head: bool
    ) -> list[SetParagraph]:
        single = len(zelle.absaetze) == 1
        out = []
        for absatz in zelle.absaetze:
            setting = self._set.cell(
                absatz.rolle, strong=head or zelle.kopf,
                centred=zelle.marke is Marke.LEISE, tight=self._tight,
            )  # fmt: skip
            room = width - 2 * self._pad - (6 if absatz.marke else 0)
            target = element if single else element.add("P")
            out.append(self._set.paragraph(absatz, setting, max(room, 8), target))
        if out:
            out[-1].after = 0.0
        return out

    def _row_height(self, cells: Sequence[_Cell]) -> float:
        ending = [cell.height for cell in [*cells, *self._open] if cell.rows_left <= 1]
        least = self._set.measures.table_leading
        return max([*ending, least]) + _PAD_TOP + _PAD_BOTTOM

    def _row(self, own: list[_Cell]) -> None:
        """Places one row, torn over pages where it must be."""
        cells = sorted([*self._open, *own], key=lambda cell: cell.x)
        height = self._row_height(own)
        self._make_room(height)
        while True:
            available = self._flow.room - _PAD_TOP - _PAD_BOTTOM
            rest = self._row_height(own) - _PAD_TOP - _PAD_BOTTOM
            last = rest <= available + 0.01
            inner = rest if last else available
            taken = [_take(cell, inner, force=self._at_top()) for cell in cells]
            if not last and all(
                cell.done for cell in cells if cell.rows_left <= 1
            ):  # the spaces after the last lines were all that did not fit
                last, inner = True, max(part.height for part in taken)
            self._draw(cells, taken, inner + _PAD_TOP + _PAD_BOTTOM, last=last)
            if last:
                break
            self._new_page()
        for cell in cells:
            cell.rows_left -= 1
        self._open = [cell for cell in cells if cell.rows_left > 0]

    def _make_room(self, height: float) -> None:
        page = self._flow.geometry.top - self._flow.geometry.bottom - self._repeated_height
        if height <= self._flow.room or self._at_top():
            return
        if height <= page * _WHOLE or self._flow.room < self._least:
            self._new_page()

    def _at_top(self) -> bool:
        return self._flow.y >= self._flow.geometry.top - self._repeated_height - 0.01

    def _new_page(self) -> None:
        self._flow.new_page()
        for row in self._repeated:
            for cell in row:
                cell.at = cell.line = 0
            inner = self._row_height(row) - _PAD_TOP - _PAD_BOTTOM
            taken = [_take(cell, inner, force=True) for cell in row]
            self._draw(row, taken, inner + _PAD_TOP + _PAD_BOTTOM, last=True, artifact=True)

    def _draw(
        self, cells: Sequence[_Cell], taken: Sequence[_Taken], height: float,
        *, last: bool, artifact: bool = False,
    ) -> None:  # fmt: skip
        flow, top = self._flow, self._flow.y
        bottom = top - height
        for cell, part in zip(cells, taken, strict=True):
            self._frame(cell, top, bottom, closed=not last or cell.rows_left <= 1)
            centre = (height - part.height) / 2 - _PAD_TOP if cell.marke is Marke.LEISE else 0.0
            for paragraph, first, end, down in part.pieces:
                x = cell.x + self._pad + (6 if paragraph.bar else 0)
                y = top - _PAD_TOP - down - centre
                flow.put(paragraph, first, end, x, y, artifact=artifact)
        flow.y = bottom

    def _frame(self, cell: _Cell, top: float, bottom: float, *, closed: bool) -> None:
        page = self._flow.page
        look = MARKS[cell.marke] if cell.marke else None
        ground = HEAD_GROUND if cell.head else look.tint if look else None
        if ground:
            page.rects.append(Rect(cell.x, bottom, cell.width, top - bottom, ground))
        if look and look.bar:
            page.rects.append(Rect(cell.x, bottom, _BAR, top - bottom, look.bar))
        right = cell.x + cell.width
        page.rules += (
            Rule(cell.x, top, cell.x, bottom, _LINE, GRID),
            Rule(right, top, right, bottom, _LINE, GRID),
        )
        if cell.rows_left == cell.place.rows or self._at_top():
            page.rules.append(Rule(cell.x, top, right, top, _LINE, GRID))
        if closed:
            page.rules.append(Rule(cell.x, bottom, right, bottom, _LINE, GRID))


def _take(cell: _Cell, room: float, *, force: bool) -> _Taken:
    """Takes from a cell what fits into `room`; with `force` one line at least."""
    taken = _Taken()
    down = 0.0
    while not cell.done:
        paragraph = cell.paragraphs[cell.at]
        before = paragraph.before if down and not cell.line else 0.0
        rest = len(paragraph.lines) - cell.line
        fit = min(int((room - down - before + 0.01) / paragraph.leading), rest)
        if fit <= 0 and force and not taken.pieces:
            fit = 1
        if fit <= 0:
            break
        taken.pieces.append((paragraph, cell.line, cell.line + fit, down + before))
        down += before + fit * paragraph.leading
        taken.height = down
        cell.line += fit
        if cell.line < len(paragraph.lines):
            break
        cell.at, cell.line = cell.at + 1, 0
        down += paragraph.after
    return taken
