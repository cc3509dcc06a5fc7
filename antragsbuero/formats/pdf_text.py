"""Breaks runs of text into measured lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from antragsbuero.formats.bidi import runs_from_right
from antragsbuero.formats.characters import right_to_left
from antragsbuero.formats.pdf_direction import reordered
from antragsbuero.formats.pdf_pieces import Line, Piece, Run, TextStyle

_TOKEN = re.compile(r"([^ \t\n]*)([ \t\n]?)")
_HANGING_HYPHEN = re.compile(r"[^\W\d_][-\u00ad]\Z")
_UNBROKEN = re.compile(r"(?:[^\W\d_][-\u00ad]{1,3})?.", re.DOTALL)
_EPS = 0.01


class _Word(NamedTuple):
    text: str
    style: TextStyle
    font: str
    width: float
    actual: str | None


class LineBreaker:
    """Fills lines of one width, greedily, flush left.

    Lines break at blanks and, in words wider than the line, anywhere; but no line ends with
    a hyphen ("Rad-|und Fußweg"): readers of the text layer would take it for a word division
    and drop it. The blank at a break stays at the end of its line, unmeasured, so that the text
    layer keeps it. `hang` is where lines after the first begin and where the first tab goes.
    """

    def __init__(self, width: float, hang: float = 0.0) -> None:
        self._width = width
        self._hang = hang if hang < width * 0.6 else 0.0
        self._lines: list[Line] = []
        self._start = 0.0
        self._x = 0.0
        self._begun = False
        self._gap = ""
        self._gap_style: TextStyle | None = None
        self._gap_width = 0.0
        self._line: Line = []
        self._open: tuple[float, TextStyle, str] | None = None
        self._texts: list[str] = []
        self._glued: list[_Word] = []
        self._base = 0

    def lines(self, runs: Sequence[Run]) -> list[Line]:
        """The lines of all runs; one empty line for no text."""
        if any(right_to_left(text) for text, _ in runs if not text.isascii()):
            self._base = int(runs_from_right("".join(text for text, _ in runs)))
        for text, style in runs:
            self._run(text, style)
        self._place_glued()
        self._end_line()
        return self._lines

    def _run(self, text: str, style: TextStyle) -> None:
        scale = style.size / 1000.0
        measure, name = style.face.measure, style.face.name
        blank = measure(" ").width * scale
        for word, after in _TOKEN.findall(text):
            if word:
                width, parts = measure(word)
                width *= scale
                if parts is None and after and not self._glued and "-" not in word:
                    # the common case: a whole plain word of one style
                    if self._begun and self._x + self._gap_width + width > self._width + _EPS:
                        self._end_line()
                    if width <= self._width - self._start:
                        self._append(word, style, name, width, None)
                    else:
                        self._split([_Word(word, style, name, width, None)])
                else:
                    self._glue(word, style)
            if not after:
                continue
            if self._glued:
                if after == " " and _HANGING_HYPHEN.search(self._glued[-1].text):
                    self._glued.append(_Word(" ", style, name, blank, None))
                    continue
                self._place_glued()
            if after == " ":
                self._blank(" ", style, blank)
            elif after == "\n":
                self._end_line()
            else:
                self._tab(style, blank)

    def _glue(self, word: str, style: TextStyle) -> None:
        """Keeps a word back until it is known that no other run goes on with it."""
        self._glued.extend(_parts(word, style))

    def _place_glued(self) -> None:
        if not self._glued:
            return
        words, self._glued = self._glued, []
        width = sum(word.width for word in words)
        if self._begun and self._x + self._gap_width + width > self._width + _EPS:
            self._end_line()
        if width > self._width - self._start:
            self._split(words)
            return
        for word in words:
            self._append(*word[:4], word.actual)

    def _split(self, words: Sequence[_Word]) -> None:
        """Sets a word wider than a line, broken wherever the line is full."""
        for word in words:
            for single in _single_characters(word):
                if self._begun and self._x + self._gap_width + single.width > self._width + _EPS:
                    self._end_line()
                self._append(*single[:4], single.actual)

    def _append(
        self, text: str, style: TextStyle, font: str, width: float, actual: str | None
    ) -> None:
        if self._gap:
            self._close_gap()
        opened = self._open
        if opened is None or opened[1] is not style or opened[2] != font or actual:
            self._flush()
            self._open = (self._x, style, font)
        self._texts.append(text)
        self._x += width
        self._begun = True
        if actual:
            self._flush(actual)

    def _blank(self, text: str, style: TextStyle, width: float) -> None:
        if self._gap and self._gap_style is not style:
            self._close_gap()
        self._gap += text
        self._gap_style = style
        self._gap_width += width

    def _tab(self, style: TextStyle, blank: float) -> None:
        here = self._x + self._gap_width
        stop = self._hang if self._hang and here < self._hang else (here // 36 + 1) * 36
        if stop > self._width:
            self._blank(" ", style, blank)
            return
        self._append(" ", style, style.face.name, 0.0, None)
        self._flush()
        self._x = max(stop, self._x)

    def _close_gap(self) -> None:
        """Puts the waiting blanks into the line."""
        gap, style, width = self._gap, self._gap_style, self._gap_width
        self._gap, self._gap_width = "", 0.0
        if style is None:
            return
        if self._open is None or self._open[1] is not style or self._open[2] != style.face.name:
            self._flush()
            self._open = (self._x, style, style.face.name)
        self._texts.append(gap)
        self._x += width
        self._begun = True

    def _flush(self, actual: str | None = None) -> None:
        if self._open is not None:
            x0, style, font = self._open
            self._line.append(Piece(x0, self._x, "".join(self._texts), font, style, actual))
            self._open = None
            self._texts = []

    def _end_line(self) -> None:
        if self._gap and self._open is not None:
            self._texts.append(self._gap)
        self._flush()
        self._gap, self._gap_width = "", 0.0
        if any(right_to_left(piece.text) for piece in self._line if not piece.text.isascii()):
            self._line = reordered(self._line, self._base)
        self._lines.append(self._line)
        self._line = []
        self._start = self._x = self._hang
        self._begun = False


def _parts(word: str, style: TextStyle) -> Iterator[_Word]:
    scale = style.size / 1000.0
    width, parts = style.face.measure(word)
    if parts is None:
        yield _Word(word, style, style.face.name, width * scale, None)
        return
    for part in parts:
        yield _Word(part.text, style, part.font, part.width * scale, part.actual)


def _single_characters(word: _Word) -> Iterator[_Word]:
    for piece in _UNBROKEN.findall(word.text):
        yield from _parts(piece, word.style)
