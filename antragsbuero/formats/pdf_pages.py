"""Pages and the flow of set paragraphs over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from antragsbuero.formats.pdf_pieces import Line, TextStyle
from antragsbuero.formats.pdf_structure import Element

MM = 72 / 25.4
_ASCENT, _HEIGHT = 0.905, 1.117
"""Liberation's ascent and height in parts of the size."""


@dataclass(slots=True, eq=False)
class SetParagraph:
    """Lines ready to be placed, all of one leading; measures in points.

    `element` is its place in the structure, None for artifacts. `spans` are the elements of
    runs that have one of their own, filled while drawing. `bar` is the colour of the line
    on its left, None without one. `counted` lines have numbers where a document shows any.
    """

    lines: list[Line]
    size: float
    leading: float
    width: float
    element: Element | None = None
    align: float = 0.0
    """0 flush left, 0.5 centred, 1 flush right."""
    before: float = 0.0
    after: float = 0.0
    bar: str | None = None
    counted: bool = False
    spans: dict[TextStyle, Element] = field(default_factory=dict)

    @property
    def height(self) -> float:
        """Height of all lines, without the space around them."""
        return len(self.lines) * self.leading

    @property
    def drop(self) -> float:
        """From the top of a line down to its base line."""
        return (self.leading - self.size * _HEIGHT) / 2 + self.size * _ASCENT


class Placed(NamedTuple):
    """Lines `first` up to `last` of a paragraph; `y` is the base line of the first."""

    paragraph: SetParagraph
    first: int
    last: int
    x: float
    y: float
    artifact: bool = False


class Rect(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: str


class Rule(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    color: str


class PlacedPicture(NamedTuple):
    """A picture file with the place of its lower left corner."""

    data: bytes
    element: Element
    x: float
    y: float
    width: float
    height: float


class Bookmark(NamedTuple):
    """An entry of the outline; pages count from 0, `y` is where to look."""

    level: int
    title: str
    page: int
    y: float


@dataclass(slots=True)
class Page:
    """What is drawn on one page: areas and lines, pictures, texts in reading order."""

    texts: list[Placed] = field(default_factory=list)
    rects: list[Rect] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page in points; `top` and `bottom` bound the text between head and foot."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.right - self.left


class Flow:
    """Places paragraphs one below the other and begins pages as they fill."""

    def __init__(self, geometry: Geometry) -> None:
        self.geometry = geometry
        self.pages = [Page()]
        self.y = geometry.top
        self.bookmarks: list[Bookmark] = []
        self.anchors: dict[str, tuple[int, float]] = {}

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """Points left on the page."""
        return self.y - self.geometry.bottom

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y >= self.geometry.top

    def new_page(self) -> None:
        """Begins the next page."""
        self.pages.append(Page())
        self.y = self.geometry.top

    def skip(self, points: float) -> None:
        """Leaves space; none at the top of a page."""
        if not self.fresh:
            self.y -= points

    def need(self, points: float) -> None:
        """Begins a page unless that much room is left; more than a page is never needed."""
        if self.room < points and not self.fresh:
            self.new_page()

    def place(
        self, paragraph: SetParagraph, x: float, label: tuple[SetParagraph, float] | None = None
    ) -> None:
        """Places all lines, over as many pages as it takes, the label beside the first.

        No line is left alone at the end or the head of a page.
        """
        self.skip(paragraph.before)
        count, first = len(paragraph.lines), 0
        while first < count:
            take = self._take(paragraph, count - first)
            if take:
                if label is not None:
                    self.put(label[0], 0, len(label[0].lines), label[1], self.y)
                    label = None
                self.put(paragraph, first, first + take, x, self.y)
                self.y -= take * paragraph.leading
                first += take
            if first < count:
                self.new_page()
        self.y -= paragraph.after

    def picture(self, data: bytes, element: Element, size: tuple[float, float], x: float) -> None:
        """Places a picture whole on one page."""
        width, height = size
        self.need(height)
        self.y -= height
        element.attributes |= {
            "O": "Layout", "Placement": "Block", "BBox": (x, self.y, x + width, self.y + height)
        }  # fmt: skip
        self.page.pictures.append(PlacedPicture(data, element, x, self.y, width, height))

    def _take(self, paragraph: SetParagraph, rest: int) -> int:
        fit = int((self.room + 0.01) / paragraph.leading)
        if fit >= rest:
            return rest
        if rest - fit == 1:
            fit -= 1
        if self.fresh:
            return max(fit, 1)
        return fit if fit >= 2 else 0

    def put(
        self, paragraph: SetParagraph, first: int, last: int, x: float, top: float,
        *, artifact: bool = False,
    ) -> None:  # fmt: skip
        """Puts some lines with their upper edge at `top`, wherever the flow stands."""
        if paragraph.bar:
            height = (last - first) * paragraph.leading
            self.page.rects.append(Rect(x - 6, top - height, 2, height, paragraph.bar))
        self.page.texts.append(Placed(paragraph, first, last, x, top - paragraph.drop, artifact))
