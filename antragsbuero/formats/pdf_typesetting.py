"""Turns neutral paragraphs into set ones: which face, size and colour each run gets."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import Dokument, Marke, Textabsatz, Textlauf, Textrolle
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.fonts import SANS, SERIF, Fonts
from antragsbuero.formats.links import is_address
from antragsbuero.formats.look import (
    HEAD_TAB_MM,
    INK,
    LINE_NUMBER_SIZE,
    LINK,
    MARKS,
    QUIET,
    TIGHT_SIZE,
    Measures,
    measures,
)
from antragsbuero.formats.pdf_pages import MM, SetParagraph
from antragsbuero.formats.pdf_pieces import Run, Stroke, TextStyle
from antragsbuero.formats.pdf_structure import Element
from antragsbuero.formats.pdf_text import LineBreaker

_STROKES = {
    Marke.EINGEFUEGT: Stroke.UNDER,
    Marke.GESTRICHEN: Stroke.THROUGH,
    Marke.VERSCHOBEN: Stroke.DOTTED,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set; measures in points."""

    size: float
    leading: float
    color: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 0.0
    hang: float = 0.0
    align: float = 0.0
    counted: bool = False


class Typesetter:
    """Sets texts for one document."""

    def __init__(self, dokument: Dokument, log: CharacterLog) -> None:
        self.log = log
        self.measures: Measures = measures(dokument)
        self._fonts = Fonts(SERIF if dokument.serifen else SANS, log)
        self._plain: dict[tuple[Setting, bool, bool], TextStyle] = {}
        self._anchors = _anchors(dokument)

    @property
    def body_face(self) -> str:
        """Name of the face of plain text."""
        return self._fonts.face().name

    def body(self, rolle: Textrolle) -> Setting:
        """Setting of a paragraph outside tables."""
        m = self.measures
        match rolle:
            case Textrolle.KOPFZEILE:
                return Setting(m.body, m.leading, after=2, hang=HEAD_TAB_MM * MM)
            case Textrolle.HINWEIS:
                return Setting(m.note, m.note * 1.35, QUIET, after=3)
            case Textrolle.ZITAT:
                return Setting(m.body, m.leading, italic=True, after=6, counted=True)
            case Textrolle.UNTERSCHRIFT:
                return Setting(m.body, m.leading, before=12, after=6)
            case _:
                return Setting(m.body, m.leading, after=6, counted=True)

    def cell(
        self, rolle: Textrolle, *, strong: bool, centred: bool, tight: bool = False
    ) -> Setting:
        """Setting of a paragraph in a table; `tight` where there are many columns."""
        m = self.measures
        align = 0.5 if centred else 0.0
        if rolle is Textrolle.HINWEIS:
            return Setting(m.small, m.small * 1.34, QUIET, after=1, align=align)
        italic = rolle is Textrolle.ZITAT
        if tight:
            leading = TIGHT_SIZE * 1.3
            return Setting(TIGHT_SIZE, leading, bold=strong, italic=italic, after=2, align=align)
        return Setting(m.table, m.table_leading, bold=strong, italic=italic, after=2, align=align)

    def heading(self, level: int) -> Setting:
        """Setting of a heading."""
        sizes = self.measures.headings
        size = sizes[min(level, len(sizes)) - 1]
        before = 0.0 if level == 1 else size * 1.1
        return Setting(size, size * 1.25, bold=True, before=before, after=size * 0.35)

    def furniture(self, *, right: bool = False, bold: bool = False) -> Setting:
        """Setting of the head and foot of pages."""
        size = 8.0
        return Setting(size, size * 1.3, QUIET, bold=bold, align=1.0 if right else 0.0)

    def line_number(self) -> Setting:
        """Setting of the numbers beside the text."""
        return Setting(LINE_NUMBER_SIZE, LINE_NUMBER_SIZE * 1.3, QUIET, align=1.0)

    def plain(
        self, text: str, setting: Setting, width: float, element: Element | None
    ) -> SetParagraph:
        """Sets a text of one look."""
        return self.runs((Textlauf(text),), setting, width, element)

    def paragraph(
        self, absatz: Textabsatz, setting: Setting, width: float, element: Element | None
    ) -> SetParagraph:
        """Sets a paragraph; its own mark becomes a bar."""
        paragraph = self.runs(absatz.laeufe, setting, width, element)
        if absatz.marke is not None and (bar := MARKS[absatz.marke].bar):
            paragraph.bar = bar
            paragraph.before = max(paragraph.before, 3.5)
        return paragraph

    def runs(
        self, laeufe: Sequence[Textlauf], setting: Setting, width: float, element: Element | None
    ) -> SetParagraph:
        """Sets runs; what the user wrote never passes through any markup."""
        pruefe_abbruch()
        runs: list[Run] = []
        for lauf in laeufe:
            text = unicodedata.normalize("NFC", self.log.clean(lauf.text))
            if text:
                runs.append((text, self._style(lauf, setting)))
        lines = LineBreaker(width, setting.hang).lines(runs)
        return SetParagraph(
            lines, setting.size, setting.leading, width, element,
            setting.align, setting.before, setting.after, counted=setting.counted,
        )  # fmt: skip

    def _style(self, lauf: Textlauf, setting: Setting) -> TextStyle:
        bold = setting.bold or lauf.fett
        italic = setting.italic or lauf.kursiv
        linked = self._leads_somewhere(lauf.verweis)
        if not (lauf.marke or lauf.unterstrichen or linked):
            key = (setting, bold, italic)
            if key not in self._plain:
                face = self._fonts.face(bold, italic)
                self._plain[key] = TextStyle(face, setting.size, setting.color)
            return self._plain[key]
        look = MARKS[lauf.marke] if lauf.marke else None
        stroke = _STROKES.get(lauf.marke) if lauf.marke else None
        if stroke is None and (lauf.unterstrichen or linked):
            stroke = Stroke.UNDER
        return TextStyle(
            self._fonts.face(bold, italic),
            setting.size,
            look.text if look else LINK if linked else setting.color,
            look.ground if look else None,
            stroke,
            "Link" if linked else "Span" if stroke else None,
            lauf.verweis if linked else "",
        )

    def _leads_somewhere(self, verweis: str) -> bool:
        return bool(verweis) and (verweis in self._anchors or is_address(verweis))


def _anchors(dokument: Dokument) -> frozenset[str]:
    return frozenset(f"#{a}" for block in dokument.bloecke if (a := getattr(block, "anker", "")))
