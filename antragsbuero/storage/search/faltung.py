"""How words are folded, so that both databases find the same."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

LAENGSTES_WORT = 100
"""Characters of a word that count; PostgreSQL refuses lexemes of more than 2,046 bytes."""
LAENGSTE_NUMMER = 200
"""Characters of a number that count; an index of PostgreSQL takes no more than 2,700 bytes."""
MEISTE_TEILE = 16
"""Words of a search that count."""

_WORT = re.compile(r"[^\W_]+")
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "\u00ad": None, "\u200b": None})


def falte(text: str) -> str:
    """The text without case, accents and soft hyphens; ß as ss, ä ö ü as ae oe ue."""
    if text.isascii():
        return text.lower()
    gefaltet = unicodedata.normalize("NFKC", text).casefold()
    gefaltet = unicodedata.normalize("NFC", gefaltet).translate(_UMLAUTE)
    zerlegt = unicodedata.normalize("NFKD", gefaltet)
    return "".join(filterfalse(unicodedata.combining, zerlegt))


def worte(text: str) -> list[str]:
    """The folded words in their order: runs of letters and digits."""
    return [wort[:LAENGSTES_WORT] for wort in _WORT.findall(falte(text))]


def suchteile(ausdruck: str) -> tuple[str, ...]:
    """The different parts of a search that must all occur; parts of one letter are left out."""
    teile = dict.fromkeys(wort for wort in worte(ausdruck) if len(wort) > 1)
    return tuple(teile)[:MEISTE_TEILE]


def suchnummer(nummer: str) -> str:
    """A Kennung or number as it is compared: without case, Unicode form and extra blanks."""
    return " ".join(unicodedata.normalize("NFKC", nummer).casefold().split())[:LAENGSTE_NUMMER]
