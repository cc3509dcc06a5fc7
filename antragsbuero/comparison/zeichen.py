"""Words and signs of a text as numbers, so that typographic variants are equal."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum

Folge = tuple[int, ...]
"""A text as the numbers of its words and signs."""

_UNSICHTBAR = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_ZEICHEN = re.compile(
    rf"[\w\u0300-\u036f][\w\u0300-\u036f{_UNSICHTBAR}]*|[^\w\s\u0300-\u036f{_UNSICHTBAR}]"
)
_STUECKE = re.compile(rf"(?:{_ZEICHEN.pattern})[\s{_UNSICHTBAR}]*")
_VARIANTEN = str.maketrans(
    {
        **dict.fromkeys("„“”‟«»″", '"'),
        **dict.fromkeys("‚‘’‛‹›′`´", "'"),
        **dict.fromkeys("–—‐‑‒―−", "-"),
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        **dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF], ""),
    }
)
_FUELLWOERTER = frozenset(
    re.split(
        r"\s+",
        "der die das den dem des ein eine einer eines einem einen und oder in im an am auf aus bei "
        "beim mit nach von vom zu zum zur für über um unter durch ist sind war wird werden wurde "
        "worden nicht sich als auch dass es er sie so wie hat haben kann können soll sollen nur "
        "sowie bis ab vor bzw dieser diese dieses diesem diesen",
    )
)


class Wortart(IntEnum):
    """How much a token tells about what a text is about."""

    SATZZEICHEN = 0
    FUELLWORT = 1
    WORT = 2


class Wortschatz(dict[str, int]):
    """Gives every spelling its number; spellings that differ only in typography share one.

    Asked for a spelling it does not know, it learns it. Numbers start at 0 without gaps.
    """

    __slots__ = ("_folgen", "_nummern", "arten", "formen")

    def __init__(self) -> None:
        super().__init__()
        self.formen: list[str] = []
        self.arten: list[Wortart] = []
        self._nummern: dict[str, int] = {}
        self._folgen: dict[str, Folge] = {}

    def __missing__(self, schreibung: str) -> int:
        form = schreibung
        if not form.isascii():
            form = unicodedata.normalize("NFC", form).translate(_VARIANTEN)
        nummer = self._nummern.get(form)
        if nummer is None:
            nummer = self._nummern[form] = len(self.formen)
            self.formen.append(form)
            self.arten.append(_wortart(form))
        self[schreibung] = nummer
        return nummer

    def folge(self, text: str) -> Folge:
        """The numbers of all words and signs of the text."""
        folge = self._folgen.get(text)
        if folge is None:
            folge = tuple(map(self.__getitem__, _ZEICHEN.findall(text)))
            self._folgen[text] = folge
        return folge


def wortstuecke(text: str) -> list[str]:
    """The text cut into the pieces of its words and signs, in the order of Wortschatz.folge.

    Blanks belong to the piece before them, at the start of the text to the first. A text
    without words is one piece.
    """
    stuecke: list[str] = _STUECKE.findall(text)
    rand = len(text) - sum(map(len, stuecke))
    if not stuecke:
        return [text]
    if rand:
        stuecke[0] = text[:rand] + stuecke[0]
    return stuecke


def _wortart(form: str) -> Wortart:
    if not form[:1].isalnum():
        return Wortart.SATZZEICHEN
    if form.lower() in _FUELLWOERTER or (len(form) <= 2 and form.isdigit()):
        return Wortart.FUELLWORT
    return Wortart.WORT
