"""Tables as WordprocessingML, built row by row so that thousands of rows stay quick."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from antragsbuero.dokument.dokument import Marke, Tabelle, Textabsatz, Zelle
from antragsbuero.formats import docx_styles as styles
from antragsbuero.formats.docx_body import Body, keep_with_next
from antragsbuero.formats.docx_xml import child, detached, twips, w
from antragsbuero.formats.grid import Place, grid
from antragsbuero.formats.look import (
    HEAD_GROUND,
    MARKS,
    NARROWEST_COLUMN_MM,
    TIGHT_COLUMN_MM,
    TIGHT_SIZE,
)

_TIGHT_MARGIN = 54
_KEEP_WHOLE = 900
"""Characters in a cell up to which a row is not torn apart at the end of a page."""


def table(body: Body, tabelle: Tabelle, left: int = 0) -> etree._Element:
    """The table; header rows repeat, the description becomes its alternative text.

    It is set in by `left` twips, by fewer where its columns would become too narrow.
    """
    columns_count = len(tabelle.breiten)
    left = max(0, min(left, body.width - columns_count * twips(NARROWEST_COLUMN_MM)))
    tight = (body.width - left) / columns_count < twips(TIGHT_COLUMN_MM)
    shares = sum(tabelle.breiten)
    widths = [round((body.width - left) * share / shares) for share in tabelle.breiten]
    root = detached("tbl")
    _properties(root, tabelle, sum(widths), left, body, tight=tight)
    columns = child(root, "tblGrid")
    for width in widths:
        child(columns, "gridCol", w=width)
    for places in grid(tabelle.kopf, len(widths)):
        _row(root, body, places, widths, head=True)
    for places in grid(tabelle.zeilen, len(widths)):
        _row(root, body, places, widths, head=False)
    shrink(root)
    return root


def shrink(root: etree._Element) -> None:
    """Sets the words of a table with many columns smaller; others stay as they are."""
    if root.find(f"{w('tblPr')}/{w('tblCellMar')}") is not None:
        for run in root.iter(w("r")):
            _make_small(run)


def _make_small(run: etree._Element) -> None:
    """A smaller size for the words of one run."""
    properties = run.find(w("rPr"))
    if properties is None:
        properties = detached("rPr")
        run.insert(0, properties)
    if properties.find(w("sz")) is not None:
        return
    size = detached("sz", val=round(2 * TIGHT_SIZE))
    line = properties.find(w("u"))
    if line is None:
        properties.append(size)
    else:
        line.addprevious(size)


def _properties(
    root: etree._Element, tabelle: Tabelle, width: int, left: int, body: Body, *, tight: bool
) -> None:
    properties = child(root, "tblPr")
    child(properties, "tblStyle", val=styles.TABLE)
    child(properties, "tblW", w=width, type="dxa")
    if left:
        child(properties, "tblInd", w=left, type="dxa")
    child(properties, "tblLayout", type="fixed")
    if tight:
        margins = child(properties, "tblCellMar")
        for side in ("left", "right"):
            child(margins, side, w=_TIGHT_MARGIN, type="dxa")
    first_column = any(zeile and zeile[0].kopf for zeile in tabelle.zeilen[:1])
    look = {"firstRow": bool(tabelle.kopf), "firstColumn": first_column}
    child(
        properties, "tblLook", val="04A0" if first_column else "0420",
        firstRow=int(look["firstRow"]), lastRow=0, firstColumn=int(first_column),
        lastColumn=0, noHBand=0, noVBand=1,
    )  # fmt: skip
    if text := body.log.clean(tabelle.beschreibung):
        child(properties, "tblDescription", val=text)


def _row(
    root: etree._Element, body: Body, places: Sequence[Place], widths: Sequence[int], *, head: bool
) -> None:
    row = child(root, "tr")
    longest = max((_length(place.zelle) for place in places if place.zelle), default=0)
    if head or longest <= _KEEP_WHOLE:
        properties = child(row, "trPr")
        child(properties, "cantSplit")
        if head:
            child(properties, "tblHeader")
    for place in places:
        cell = child(row, "tc")
        width = sum(widths[place.column : place.column + place.columns])
        _cell_properties(cell, place, width, head=head)
        _fill_cell(cell, body, place.zelle, head=head)


def _cell_properties(cell: etree._Element, place: Place, width: int, *, head: bool) -> None:
    properties = child(cell, "tcPr")
    child(properties, "tcW", w=width, type="dxa")
    if place.columns > 1:
        child(properties, "gridSpan", val=place.columns)
    if place.zelle is None:
        child(properties, "vMerge")
        return
    if place.rows > 1:
        child(properties, "vMerge", val="restart")
    marke = place.zelle.marke
    look = MARKS[marke] if marke else None
    if look and look.bar:
        sides = child(properties, "tcBorders")
        child(sides, "left", val="single", sz=18, space=0, color=look.bar)
    if head or (look and look.tint):
        fill = HEAD_GROUND if head or not look else look.tint or HEAD_GROUND
        child(properties, "shd", val="clear", color="auto", fill=fill)
    if marke is Marke.LEISE:
        child(properties, "vAlign", val="center")


def _fill_cell(cell: etree._Element, body: Body, zelle: Zelle | None, *, head: bool) -> None:
    absaetze = zelle.absaetze if zelle else ()
    for absatz in absaetze or (Textabsatz(()),):
        strong = head or (zelle is not None and zelle.kopf)
        default = styles.TABLE_HEAD if strong else styles.TABLE_TEXT
        style = styles.IN_TABLES.get(absatz.rolle, default)
        centred = zelle is not None and zelle.marke is Marke.LEISE
        paragraph = body.paragraph(absatz, style, centred)
        if head:
            keep_with_next(paragraph)
        cell.append(paragraph)


def _length(zelle: Zelle) -> int:
    return sum(len(absatz.text) for absatz in zelle.absaetze)
