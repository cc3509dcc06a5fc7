"""Likeness of texts by their words, in linear time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORT = re.compile(r"\w+")

Woerter = Counter[str]


def woerter(text: str) -> Woerter:
    """The words of a text with how often they occur, without case."""
    return Counter(_WORT.findall(text.casefold()))


def gleichheit(a: Woerter, b: Woerter, mindestens: float = 0.0) -> float:
    """Share of common words, from 0.0 to 1.0 (Dice); 0.0 if one text has no word.

    Below `mindestens` the answer may be 0.0: lengths alone then rule the texts out.
    """
    gesamt = a.total() + b.total()
    if not a or not b or 2 * min(a.total(), b.total()) < mindestens * gesamt:
        return 0.0
    klein, gross = (a, b) if len(a) <= len(b) else (b, a)
    return 2 * sum(min(n, gross[w]) for w, n in klein.items()) / gesamt


_HOECHSTENS = 80
"""Points compared one by one; longer lists are compared as a whole, to stay linear."""


def punktgleichheit(a: Sequence[Woerter], b: Sequence[Woerter]) -> float:
    """How well the points of `a` are found in `b`: the mean of their best likeness."""
    if not a or not b:
        return 0.0
    if len(a) > _HOECHSTENS or len(b) > _HOECHSTENS:
        return gleichheit(_summe(a), _summe(b))
    return sum(max(gleichheit(x, y) for y in b) for x in a) / len(a)


def _summe(teile: Sequence[Woerter]) -> Woerter:
    summe: Woerter = Counter()
    for teil in teile:
        summe.update(teil)
    return summe
