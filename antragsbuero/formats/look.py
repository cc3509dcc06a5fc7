"""Colours and measures that Word and PDF share, from the drawings of the printed Synopse."""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.dokument.dokument import Dokument, Marke


@dataclass(frozen=True, slots=True)
class MarkLook:
    """Colours (RRGGBB) of a mark; `ground` lies behind words, `tint` behind a whole cell."""

    text: str
    ground: str | None = None
    tint: str | None = None
    bar: str | None = None


MARKS = {
    Marke.EINGEFUEGT: MarkLook("00583E", "E2F5F1", "F1FAF8", "00583E"),
    Marke.GESTRICHEN: MarkLook("97320F", "FDEDE2", "FEF6F0", "97320F"),
    Marke.VERSCHOBEN: MarkLook("5B3A9B", "ECE6F8", "F7F4FC", "5B3A9B"),
    Marke.FRIST: MarkLook("4F3700", bar="6B4A00"),
    Marke.LEISE: MarkLook("555555"),
}
INK = "111111"
QUIET = "444444"
RULE = "888888"
GRID = "777777"
HEAD_GROUND = "EEF0F2"
LINK = "1F4E9E"


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in points, margins in millimetres: top, right, bottom, left."""

    margins: tuple[float, float, float, float]
    body: float
    leading: float
    table: float
    table_leading: float
    small: float
    note: float
    headings: tuple[float, ...]
    """Sizes of headings 1, 2, 3 and deeper. `small` is for notes in tables, `note` for others."""


PORTRAIT = Measures((18, 20, 20, 25), 10.5, 14.5, 9.5, 12.5, 8.5, 8.5, (15.0, 11.5, 10.5))
LANDSCAPE = Measures((12, 14, 14, 14), 8.7, 11.8, 8.7, 11.5, 7.5, 8.5, (12.4, 9.5, 8.7))

HEAD_TAB_MM = 38.0
"""Where the values of the lines of the head begin."""
PICTURE_SHARE = 0.85
"""Of the height of a page, so that the heading of a picture stays on its page."""
LOGO_WIDTH_MM, LOGO_HEIGHT_MM = 50.0, 25.0
NARROWEST_COLUMN_MM = 14.0
"""Of a table inside a list; it moves to the left until its columns have as much."""
TIGHT_COLUMN_MM = 20.0
"""Tables whose columns are narrower on average are set smaller."""
TIGHT_SIZE = 7.5
LINE_NUMBERS_EACH = 5
"""Every such line has its number shown; each page counts from 1."""
LINE_NUMBER_GAP_MM = 5.0
"""From the numbers of lines to the text."""
LINE_NUMBER_SIZE = 7.5
DRAFT_WORD = "ENTWURF"


def measures(dokument: Dokument) -> Measures:
    """The measures for that orientation."""
    return LANDSCAPE if dokument.querformat else PORTRAIT


def head_right(dokument: Dokument) -> str:
    """The right side of the head of every page; a draft is called one first."""
    return " · ".join(
        word for word in (DRAFT_WORD * dokument.entwurf, dokument.kopfzeile[1]) if word
    )
