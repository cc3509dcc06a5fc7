"""Arabic letters joined as they are written: each in the form that its neighbours ask for.

The forms have code points of their own (Arabic Presentation Forms), which the fonts hold and the
tables of Unicode lead back to the letters. So no library is needed, and the text layer of a PDF
gets the letters themselves.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_FORMS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD))
_ARABIC = re.compile("[\u0620-\u06ff]")
_LAM, _JOINER, _STRETCH = "\u0644", "\u200d", "\u0640"
_ALEFS = "\u0622\u0623\u0625\u0627"
HIDDEN = dict(zip("\ufdd0\ufdd1\ufdd2\ufdd3", _ALEFS, strict=True))
"""The alef of a sign for lam and alef, which the sign before it shows; no characters of Unicode.

One sign of two letters in the text layer would do as well, but readers that turn the letters of a
line around would turn these two.
"""
_OF_ALEF = {alef: hidden for hidden, alef in HIDDEN.items()}


@cache
def _tables() -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """Forms by kind and letters, and the letter that each form stands for."""
    forms: dict[tuple[str, str], str] = {}
    letters = dict(HIDDEN)
    for code in _FORMS:
        kind, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        plain = "".join(chr(int(part, 16)) for part in rest.split())
        sign = len(plain) == 2 and plain[0] == _LAM and plain[1] in _ALEFS
        if kind in ("<isolated>", "<final>", "<initial>", "<medial>") and (len(plain) == 1 or sign):
            forms[kind[1:-1], plain] = chr(code)
            letters[chr(code)] = plain[0]
    return forms, letters


def plain_letter(char: str) -> str:
    """The letter that a joined form stands for; every other character itself."""
    return char if char < "\ufb50" else _tables()[1].get(char, char)


def joined(word: str) -> str:
    """The word in the forms that its letters take beside each other, in the order of reading."""
    if _ARABIC.search(word) is None:
        return word
    forms, _ = _tables()
    letters = _with_signs(word)
    out = list(letters)
    solid = [n for n, letter in enumerate(letters) if unicodedata.category(letter[0]) != "Mn"]
    for place, n in enumerate(solid):
        letter = letters[n]
        before = letters[solid[place - 1]] if place else ""
        after = letters[solid[place + 1]] if place + 1 < len(solid) else ""
        left = _joins("initial", before, forms) and _joins("final", letter, forms)
        right = _joins("initial", letter, forms) and _joins("final", after, forms)
        kind = ("isolated", "initial", "final", "medial")[right + 2 * left]
        hidden = _OF_ALEF[letter[1]] if len(letter) == 2 else ""
        out[n] = forms.get((kind, letter), letter) + hidden
    return "".join(out)


def _with_signs(word: str) -> list[str]:
    """The letters; lam and alef, which must be written as one, stand together."""
    letters: list[str] = []
    for char in word:
        if letters and letters[-1] == _LAM and char in _ALEFS:
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _joins(form: str, letter: str, forms: dict[tuple[str, str], str]) -> bool:
    """Whether it holds on to the letter after it ("initial") or before it ("final")."""
    return letter in (_JOINER, _STRETCH) or (form, letter) in forms
