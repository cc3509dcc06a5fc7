"""Draws laid-out pages and marks every piece of content for the structure tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import NoEncryption
from reportlab.pdfgen.canvas import Canvas

from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.formats.arabic import HIDDEN
from antragsbuero.formats.fonts import font
from antragsbuero.formats.pdf_pages import Geometry, Page, Placed, PlacedPicture
from antragsbuero.formats.pdf_pieces import Piece, Stroke, TextStyle
from antragsbuero.formats.pdf_structure import Content, Element, LinkArea

rl_config.useA85 = 0  # compressed streams as they are: text around them costs a sixth of the time


@dataclass(slots=True)
class Drawn:
    """The drawn file with what the structure needs: marked elements and links by page."""

    content: bytes
    marked: list[list[Element]]
    links: list[tuple[LinkArea, Element]] = field(default_factory=list)


class _Watched(NoEncryption):
    """Passes every stream through as it is; so saving, which is one call, can be stopped."""

    def encode(self, t: bytes) -> bytes:
        """The stream itself."""
        pruefe_abbruch()
        return t


class PageDrawer:
    """Draws pages one after the other."""

    def __init__(self, geometry: Geometry, first_font: str, title: str) -> None:
        self._buffer = BytesIO()
        font(first_font)
        self._canvas = Canvas(
            self._buffer,
            pagesize=(geometry.width, geometry.height),
            pageCompression=1,
            initialFontName=first_font,  # type: ignore[arg-type]  # stubs: float
        )
        self._canvas.setTitle(title)
        # font subsets belong to a document, which the canvas keeps to itself
        self._document = self._canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        self._document.encrypt = _Watched()
        self._names: dict[tuple[str, int], str] = {}
        self._out: list[str] = []
        self._marked: list[list[Element]] = []
        self._links: list[tuple[LinkArea, Element]] = []

    def page(self, page: Page, furniture: Sequence[Placed]) -> None:
        """Draws a page: areas, lines, pictures, the texts in order, head and foot at the end."""
        pruefe_abbruch()
        self._out = []
        self._marked.append([])
        self._out.append("/Artifact BMC")
        self._areas(page)
        for placed in (*page.texts, *furniture):
            self._decorate(placed)
        self._out.append("EMC")
        for picture in page.pictures:
            self._picture(picture)
        for placed in page.texts:
            self._text(placed)
        if furniture:
            self._out.append("/Artifact <</Type /Pagination>> BDC")
            for placed in furniture:
                self._lines(placed, tagged=False)
            self._out.append("EMC")
        self._canvas.addLiteral("\n".join(self._out))
        self._canvas.showPage()

    def finish(self) -> Drawn:
        """The whole file."""
        self._canvas.save()
        return Drawn(self._buffer.getvalue(), self._marked, self._links)

    def _picture(self, placed: PlacedPicture) -> None:
        self._begin(placed.element)
        self._canvas.addLiteral("\n".join(self._out))
        self._out = ["EMC"]
        image = ImageReader(BytesIO(placed.data))
        self._canvas.drawImage(image, placed.x, placed.y, placed.width, placed.height)

    def _areas(self, page: Page) -> None:
        color = None
        for rect in page.rects:
            if rect.color != color:
                color = rect.color
                self._out.append(f"{_rgb(color)} rg")
            self._out.append(f"{rect.x:.2f} {rect.y:.2f} {rect.width:.2f} {rect.height:.2f} re f")
        look = None
        for rule in page.rules:
            if (rule.width, rule.color) != look:
                look = (rule.width, rule.color)
                self._out.append(f"{_rgb(rule.color)} RG {rule.width:.2f} w")
            self._out.append(f"{rule.x0:.2f} {rule.y0:.2f} m {rule.x1:.2f} {rule.y1:.2f} l S")

    def _decorate(self, placed: Placed) -> None:
        """Grounds and lines of words, and the areas of links."""
        paragraph, y = placed.paragraph, placed.y
        for line in paragraph.lines[placed.first : placed.last]:
            for piece in line:
                if piece.style.ground or piece.style.stroke:
                    self._decorate_piece(piece, placed.x + _shift(placed, line), y)
            y -= paragraph.leading

    def _decorate_piece(self, piece: Piece, x: float, y: float) -> None:
        style, size = piece.style, piece.style.size
        x0, x1 = x + piece.x0, x + piece.x1
        if style.ground:
            self._out.append(
                f"{_rgb(style.ground)} rg {x0:.2f} {y - size * 0.24:.2f} "
                f"{x1 - x0:.2f} {size * 1.16:.2f} re f"
            )
        if style.stroke is None:
            return
        height = y + size * (0.27 if style.stroke is Stroke.THROUGH else -0.16)
        dash = "[1.2 1.2] 0 d" if style.stroke is Stroke.DOTTED else "[] 0 d"
        self._out.append(
            f"{_rgb(style.color)} RG {size * 0.08:.2f} w {dash} "
            f"{x0:.2f} {height:.2f} m {x1:.2f} {height:.2f} l S [] 0 d"
        )

    def _text(self, placed: Placed) -> None:
        if placed.artifact or placed.paragraph.element is None:
            self._out.append("/Artifact BMC")
            self._lines(placed, tagged=False)
            self._out.append("EMC")
        else:
            self._lines(placed, tagged=True)

    def _lines(self, placed: Placed, *, tagged: bool) -> None:
        """Shows the lines; each run with an element of its own becomes a piece of its own."""
        out, paragraph = self._out, placed.paragraph
        owner: Element | None = None
        style: TextStyle | None = None
        where = None
        y = placed.y
        for line in paragraph.lines[placed.first : placed.last]:
            left = placed.x + _shift(placed, line)
            for piece in line:
                if tagged:
                    element = self._owner(placed, piece.style)
                    if element is not owner:
                        if owner is not None:
                            out.append("ET EMC")
                        self._begin(element)
                        owner, style, where = element, None, None
                        out.append("BT")
                    if piece.style.target:
                        self._link(piece, left, y, element)
                elif owner is None and where is None:
                    out.append("BT")
                if piece.style is not style or piece.font != where:
                    if style is None or piece.style.color != style.color:
                        out.append(f"{_rgb(piece.style.color)} rg")
                    style, where = piece.style, piece.font
                self._show(piece, left + piece.x0, y)
            y -= paragraph.leading
        if owner is not None:
            out.append("ET EMC")
        elif where is not None:
            out.append("ET")

    def _owner(self, placed: Placed, style: TextStyle) -> Element:
        paragraph = placed.paragraph
        base = paragraph.element
        if base is None:
            raise AssertionError("only tagged paragraphs have an owner")
        if style.tag is None:
            return base
        known = paragraph.spans.get(style)
        if known is None:
            known = paragraph.spans[style] = base.add(style.tag)
            if style.tag == "Span" and style.stroke:
                through = style.stroke is Stroke.THROUGH
                kind = "LineThrough" if through else "Underline"
                known.attributes = {"O": "Layout", "TextDecorationType": kind}
        return known

    def _begin(self, element: Element) -> None:
        marked = self._marked[-1]
        mcid = len(marked)
        self._out.append(f"/{element.tag} <</MCID {mcid}>> BDC")
        element.kids.append(Content(len(self._marked) - 1, mcid))
        marked.append(element)

    def _show(self, piece: Piece, x: float, y: float) -> None:
        out, size = self._out, piece.style.size
        if piece.actual:
            code = piece.actual.encode("utf-16-be").hex()
            out.append(f"/Span <</ActualText <FEFF{code}>>> BDC")
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        if piece.text in HIDDEN:
            out.append("3 Tr")
        face = font(piece.font)
        for subset, codes in face.splitString(piece.text, self._document):
            key = (piece.font, subset)
            name = self._names.get(key)
            if name is None:
                name = self._names[key] = face.getSubsetInternalName(subset, self._document)
            out.append(f"{name} {size:g} Tf <{codes.hex()}> Tj")
        if piece.text in HIDDEN:
            out.append("0 Tr")
        if piece.actual:
            out.append("EMC")

    def _link(self, piece: Piece, left: float, y: float, element: Element) -> None:
        size = piece.style.size
        rect = (left + piece.x0, y - size * 0.25, left + piece.x1, y + size * 0.9)
        area = LinkArea(len(self._marked) - 1, rect, piece.style.target)
        element.kids.append(area)
        self._links.append((area, element))


def _shift(placed: Placed, line: Sequence[Piece]) -> float:
    paragraph = placed.paragraph
    if not paragraph.align or not line:
        return 0.0
    return (paragraph.width - max(piece.x1 for piece in line)) * paragraph.align


def _rgb(color: str) -> str:
    known = _COLORS.get(color)
    if known is None:
        parts = (int(color[n : n + 2], 16) / 255 for n in (0, 2, 4))
        known = _COLORS[color] = " ".join(f"{part:.3f}" for part in parts)
    return known


_COLORS: dict[str, str] = {}
"""Colours as operands, remembered."""
