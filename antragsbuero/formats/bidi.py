"""Which way letters run, after the bidirectional algorithm of Unicode (UAX #9).

Left out are explicit embeddings and the pairing of brackets: papers of a German council hold
single words and sentences in Arabic or Hebrew, not typeset pages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

from antragsbuero.formats.arabic import HIDDEN

T = TypeVar("T")
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN", "LRE", "RLE", "LRO", "RLO", "PDF",
                      "LRI", "RLI", "FSI", "PDI"})  # fmt: skip
_NUMBERS = ("EN", "AN")


def runs_from_right(text: str) -> bool:
    """Whether a whole paragraph does: it holds letters of the one direction and none of the other.

    One German word makes it a German paragraph, whatever comes first in it.
    """
    kinds = {unicodedata.bidirectional(char) for char in text}
    return not kinds.isdisjoint({"R", "AL"}) and "L" not in kinds


def levels(text: str, base: int = 0) -> list[int]:
    """The level of each character of one line: odd ones run from right to left."""
    kinds = [_kind(char) for char in text]
    outside = "R" if base else "L"
    _settle_weak(kinds, outside)
    _settle_neutral(kinds, outside)
    out = []
    for kind in kinds:
        if kind == "R":
            out.append(base | 1)
        elif kind in _NUMBERS:
            out.append(base + 2 - base % 2)
        else:
            out.append(base + base % 2)
    for n in reversed(range(len(text))):  # blanks at the end of a line belong to the paragraph
        if not text[n].isspace():
            break
        out[n] = base
    return out


def _kind(char: str) -> str:
    """The class of a character; that of a hidden letter is the one it stands for."""
    return unicodedata.bidirectional(char) or ("AL" if char in HIDDEN else "L")


def _settle_weak(kinds: list[str], outside: str) -> None:
    """Numbers and signs beside them (rules W1 to W7)."""
    strong = before = outside
    for n, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[n] = before = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for n in range(1, len(kinds) - 1):
        left, right = kinds[n - 1], kinds[n + 1]
        if left == right and ((kinds[n] == "ES" and left == "EN")
                              or (kinds[n] == "CS" and left in _NUMBERS)):  # fmt: skip
            kinds[n] = left
    for order in (range(len(kinds)), reversed(range(len(kinds)))):
        before = ""
        for n in order:
            if kinds[n] == "ET" and before == "EN":
                kinds[n] = "EN"
            before = kinds[n]
    strong = outside
    for n, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[n] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[n] = "L"
        elif kind in ("L", "R"):
            strong = kind


def _settle_neutral(kinds: list[str], outside: str) -> None:
    """Blanks and signs go with their neighbours where these agree (rules N1 and N2)."""
    n = 0
    while n < len(kinds):
        if kinds[n] not in _NEUTRAL:
            n += 1
            continue
        end = n
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        left = kinds[n - 1] if n else outside
        right = kinds[end] if end < len(kinds) else outside
        left, right = ("R" if side in _NUMBERS else side for side in (left, right))
        kinds[n:end] = [left if left == right else outside] * (end - n)
        n = end


def seen_order(items: Sequence[T], of_level: Sequence[int]) -> list[T]:
    """The items of one line from left to right (rule L2)."""
    order = list(range(len(items)))
    for level in range(max(of_level, default=0), 0, -1):
        n = 0
        while n < len(order):
            end = n
            while end < len(order) and of_level[order[end]] >= level:
                end += 1
            order[n:end] = reversed(order[n:end])
            n = end + 1
    return [items[n] for n in order]
