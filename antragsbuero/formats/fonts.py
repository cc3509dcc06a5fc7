"""The fonts that go into a PDF: faces, widths, and what stands in for a missing character."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from antragsbuero.formats.arabic import HIDDEN, joined
from antragsbuero.formats.characters import CharacterLog, unjoined
from antragsbuero.resources import resource

SANS = "LiberationSans"
SERIF = "LiberationSerif"
_FALLBACK = {False: "DejaVuSans", True: "DejaVuSans-Bold"}
_BOX = 0x25A1
_BLANK = 0x200B
"""Code points whose glyphs stand in: for characters without a glyph, for invisible ones."""
_REMEMBERED = 30_000
"""Words a face remembers before it begins anew."""
_INVISIBLE = frozenset(
    (
        *(0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
        *(*range(0x2060, 0x2065), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)),
    )
)
"""Soft hyphens, joiners, marks of direction, variation selectors: kept, but never seen."""
_BYTE_ORDER_MARK = "\ufeff"
"""The one character that a text layer may not hold (ISO 14289-1, 7.21.7); it means nothing."""


class Part(NamedTuple):
    """Characters drawn in one font; the width in thousandths of the size.

    `actual` is the text again where PDF/A wants it beside the glyphs (private use), else None.
    """

    font: str
    text: str
    width: float
    actual: str | None = None


class Measure(NamedTuple):
    """A word as one face draws it; `parts` is None when the face has every character."""

    width: float
    parts: tuple[Part, ...] | None = None


class Face:
    """One face (family, weight, slope) with its fallback; remembers words it has measured."""

    def __init__(self, name: str, bold: bool, log: CharacterLog) -> None:
        self.name = name
        self._widths = _widths(name)
        self._fallback = _FALLBACK[bold]
        self._log = log
        self._words: dict[str, Measure] = {}

    def measure(self, word: str) -> Measure:
        """Width and parts of a word."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            known = self._words[word] = self._measure(word)
        return known

    def _measure(self, word: str) -> Measure:
        try:
            return Measure(sum([self._widths[ord(char)] for char in word]))
        except KeyError:
            return self._mixed(word)

    def _mixed(self, word: str) -> Measure:
        if unjoined(word):
            self._log.note_unjoined()
        parts: list[Part] = []
        for char in joined(word.replace(_BYTE_ORDER_MARK, "")):
            part = self._part(char)
            if parts and parts[-1].font == part.font and not part.actual and not parts[-1].actual:
                last = parts.pop()
                part = Part(part.font, last.text + char, last.width + part.width)
            parts.append(part)
        return Measure(sum(part.width for part in parts), tuple(parts))

    def _part(self, char: str) -> Part:
        code = ord(char)
        if char in HIDDEN:
            _adopt(self._fallback, code, ord(HIDDEN[char]))
            return Part(self._fallback, char, 0.0)
        if code in _INVISIBLE:
            return Part(self.name, char, _adopt(self.name, code, _BLANK))
        if unicodedata.category(char) == "Co":
            self._log.missing(char)
            return Part(self.name, char, _adopt(self.name, code, _BOX), actual=char)
        for name in (self.name, self._fallback):
            if (width := _widths(name).get(code)) is not None:
                return Part(name, char, width)
        self._log.missing(char)
        return Part(self.name, char, _adopt(self.name, code, _BOX))


class Fonts:
    """The four faces of one family."""

    def __init__(self, family: str, log: CharacterLog) -> None:
        self._family = family
        self._log = log
        self._faces: dict[tuple[bool, bool], Face] = {}

    def face(self, bold: bool = False, italic: bool = False) -> Face:
        """The face of that weight and slope."""
        key = (bold, italic)
        if key not in self._faces:
            cut = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
            self._faces[key] = Face(f"{self._family}-{cut}", bold, self._log)
        return self._faces[key]


def font(name: str) -> TTFont:
    """The registered font of that name, read from resources/fonts at its first use."""
    if name not in _FONTS:
        _FONTS[name] = TTFont(name, str(resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(_FONTS[name])
    return _FONTS[name]


def _widths(name: str) -> dict[int, float]:
    """Widths by code point, of the characters that the font can show itself."""
    if name not in _WIDTHS:
        face = font(name).face
        _WIDTHS[name] = {
            code: width
            for code, width in face.charWidths.items()
            if code in face.charToGlyph and code not in _INVISIBLE
        }
    return _WIDTHS[name]


def _adopt(name: str, code: int, glyph_of: int) -> float:
    """Lets a font draw `code` with another glyph; the text layer keeps the character itself.

    ActualText would say the same, but readers drop it beyond the basic plane.
    """
    face = font(name).face
    face.charToGlyph[code] = face.charToGlyph[glyph_of]
    face.charWidths[code] = face.charWidths[glyph_of]
    return float(face.charWidths[code])


_FONTS: dict[str, TTFont] = {}
_WIDTHS: dict[str, dict[int, float]] = {}
"""Tables of the font files as they were read, which never change while the program runs."""
