"""Puts the letters of a line where the eye meets them when some run from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth

from antragsbuero.formats.arabic import HIDDEN
from antragsbuero.formats.bidi import levels, seen_order
from antragsbuero.formats.characters import right_to_left
from antragsbuero.formats.pdf_pieces import Line, Piece

_TAB = 0.5
"""Points between two pieces from which on they are parted by a tab."""
_LEAST = 0.05
"""Points: what has no width, as a mark, still stands to the left of the letter before it."""
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))


def reordered(line: Line, base: int) -> Line:
    """The line with every piece in its place; the pieces stay in the order of reading.

    So programs that read the content of the file one after the other, as those for the blind,
    get the words as they are said, and those that go by places see them as they stand.
    `base` is 1 where the whole paragraph runs from right to left.
    """
    out: Line = []
    part: Line = []
    for piece in line:
        if part and piece.x0 - part[-1].x1 > _TAB:
            out += _placed(part, base)
            part = []
        part.append(piece)
    return out + _placed(part, base)


def _placed(part: Line, base: int) -> Line:
    """What stands between two tabs."""
    if not any(right_to_left(piece.text) for piece in part):
        return part
    of_char = levels("".join(piece.text for piece in part), base)
    items: list[tuple[int, Piece]] = []
    at = 0
    for piece in part:
        items += _one_way(piece, of_char[at : at + len(piece.text)])
        at += len(piece.text)
    last = items[-1][1]
    if last.text.isspace():  # the blank at the end of a line was never measured
        items[-1] = items[-1][0], last._replace(x1=last.x0)
    x, places = part[0].x0, {}
    for n in seen_order(range(len(items)), [level for level, _ in items]):
        width = items[n][1].x1 - items[n][1].x0
        places[n] = (x, x + width)
        x += width
    return [piece._replace(x0=places[n][0], x1=places[n][1]) for n, (_, piece) in enumerate(items)]


def _one_way(piece: Piece, of_char: list[int]) -> Iterator[tuple[int, Piece]]:
    """The piece in parts of one level; from right to left each letter is one."""
    if piece.actual:
        yield of_char[0], piece
        return
    x = piece.x0
    for level, group in groupby(zip(of_char, piece.text, strict=True), key=lambda pair: pair[0]):
        text = "".join(char for _, char in group)
        for part in _letters(text) if level % 2 else [text]:
            width = max(stringWidth(part, piece.font, piece.style.size), _LEAST)
            if part in HIDDEN:
                width = _LEAST
            yield level, piece._replace(x0=x, x1=x + width, text=part)
            x += width


def _letters(text: str) -> list[str]:
    """Single letters and the marks above and below them; brackets look the other way."""
    return [_MIRRORED.get(char, char) for char in text]
