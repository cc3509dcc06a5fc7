"""Reads labels of list entries ("1.", "a)", "BP 2:") as a kind of counting and a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

BULLETS = frozenset("•-–—*·▪●○◦➢►■□⁃‣")
_COUNTED = re.compile(
    r"^(?P<before>.*?)(?P<count>\d{1,5}|[ivxlcdm]+|[IVXLCDM]+|[a-z]{1,2}|[A-Z]{1,2})(?P<after>[^\w]*)$"
)
_HIGHEST = 32_767
"""Word counts no further; programs begin anew or below nought."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Counting(StrEnum):
    """Kinds of counting; the values are those of Word's numFmt."""

    DECIMAL = "decimal"
    LOWER_LETTER = "lowerLetter"
    UPPER_LETTER = "upperLetter"
    LOWER_ROMAN = "lowerRoman"
    UPPER_ROMAN = "upperRoman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: `before` and `after` stand around the counted number.

    BULLET has its whole sign in `before` and the number 1.
    """

    counting: Counting
    number: int
    before: str = ""
    after: str = ""


def read_label(text: str) -> tuple[Label, ...]:
    """All readings of a label, the likeliest first; signs that count nothing are bullets.

    "i)" is the letter after "h)" or the first Roman numeral: who knows the neighbours chooses.
    """
    match = None if text in BULLETS else _COUNTED.match(text)
    if match is None:
        return (Label(Counting.BULLET, 1, text),)
    before, count, after = match["before"], match["count"], match["after"]
    if before[-1:].isalnum():  # the tail of a word or of a very long number counts nothing
        return (Label(Counting.BULLET, 1, text),)
    if count.isdecimal():
        plain = str(int(count)) == count and int(count) <= _HIGHEST
        return (
            (Label(Counting.DECIMAL, int(count), before, after),)
            if plain
            else (Label(Counting.BULLET, 1, text),)
        )
    readings = []
    upper = count.isupper()
    if (number := _letters(count.lower())) is not None:
        kind = Counting.UPPER_LETTER if upper else Counting.LOWER_LETTER
        readings.append(Label(kind, number, before, after))
    if (number := _roman(count.lower())) is not None:
        kind = Counting.UPPER_ROMAN if upper else Counting.LOWER_ROMAN
        likely = count.lower() in {"i", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi"}
        readings.insert(0 if likely else len(readings), Label(kind, number, before, after))
    return tuple(readings) or (Label(Counting.BULLET, 1, text),)


def _letters(count: str) -> int | None:
    """1 for "a", 26 for "z", 27 for "aa": Word repeats the letter and so do offices."""
    if len(set(count)) != 1:
        return None
    return ord(count[0]) - ord("a") + 1 + 26 * (len(count) - 1)


def _roman(count: str) -> int | None:
    number, rest = 0, count
    for value, digits in _ROMAN:
        while rest.startswith(digits):
            number, rest = number + value, rest.removeprefix(digits)
    return number if not rest and number <= _HIGHEST and roman(number) == count else None


def roman(number: int) -> str:
    """Lower-case Roman numeral."""
    digits = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        digits += sign * times
    return digits
