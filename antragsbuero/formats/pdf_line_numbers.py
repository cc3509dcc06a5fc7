"""Numbers the lines of the text in the margin, every fifth, each page from 1."""

from __future__ import annotations

from antragsbuero.formats.look import LINE_NUMBER_GAP_MM, LINE_NUMBERS_EACH
from antragsbuero.formats.pdf_pages import MM, Geometry, Page, Placed, SetParagraph
from antragsbuero.formats.pdf_typesetting import Typesetter

_WIDTH = 8 * MM


class LineNumbers:
    """Puts numbers beside the counted lines of pages; to readers aloud they are no content."""

    def __init__(self, typesetter: Typesetter, geometry: Geometry) -> None:
        self._set = typesetter
        self._x = geometry.left - LINE_NUMBER_GAP_MM * MM - _WIDTH
        self._known: dict[int, SetParagraph] = {}

    def put(self, page: Page) -> None:
        """Numbers the lines of one page, in the order in which they are read."""
        count = 0
        numbers: list[Placed] = []
        for placed in page.texts:
            if placed.artifact or not placed.paragraph.counted:
                continue
            for n in range(placed.last - placed.first):
                count += 1
                if count % LINE_NUMBERS_EACH == 0:
                    y = placed.y - n * placed.paragraph.leading
                    numbers.append(Placed(self._number(count), 0, 1, self._x, y, artifact=True))
        page.texts += numbers

    def _number(self, number: int) -> SetParagraph:
        if number not in self._known:
            setting = self._set.line_number()
            self._known[number] = self._set.plain(str(number), setting, _WIDTH, None)
        return self._known[number]
