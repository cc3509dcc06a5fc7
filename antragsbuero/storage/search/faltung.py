"""How words are folded, so that both databases find the same."""

from __future__ import annotations

import unicodedata
from itertools import groupby

LAENGSTES_WORT = 100
"""Characters of a word that count; PostgreSQL refuses lexemes of more than 2,046 bytes."""
MEISTE_TEILE = 16
"""Words of a search that count."""

_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "\u00ad": None, "\u200b": None})


def falte(text: str) -> str:
    """The text without case, accents and soft hyphens; ß as ss, ä ö ü as ae oe ue."""
    gefaltet = unicodedata.normalize("NFKC", text).casefold()
    gefaltet = unicodedata.normalize("NFC", gefaltet).translate(_UMLAUTE)
    zerlegt = unicodedata.normalize("NFKD", gefaltet)
    return "".join(zeichen for zeichen in zerlegt if not unicodedata.combining(zeichen))


def worte(text: str) -> list[str]:
    """The folded words in their order: runs of letters and digits."""
    return [
        "".join(lauf)[:LAENGSTES_WORT]
        for ist_wort, lauf in groupby(falte(text), str.isalnum)
        if ist_wort
    ]


def suchteile(ausdruck: str) -> tuple[str, ...]:
    """The different parts of a search that must all occur; parts of one letter are left out."""
    teile = dict.fromkeys(wort for wort in worte(ausdruck) if len(wort) > 1)
    return tuple(teile)[:MEISTE_TEILE]
