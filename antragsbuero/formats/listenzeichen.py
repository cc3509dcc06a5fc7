"""The labels of HTML lists as a browser shows them."""

from __future__ import annotations

import re

_ROEMISCH = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STILE = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "none",
}
_AUFZAEHLUNG = ("•", "◦", "▪")


def stil_aus(typ: str | None, css: str | None) -> str:
    """The kind of numbering: "1", "a", "A", "i", "I" or "none", from attribute and style."""
    treffer = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", css or "", re.IGNORECASE)
    if treffer is not None and treffer[1].lower() in _STILE:
        return _STILE[treffer[1].lower()]
    return typ if typ in ("1", "a", "A", "i", "I") else "1"


def nummer(wert: int, stil: str) -> str:
    """The label of a numbered entry: "3." or "c." or "iii."; "" for a list without labels.

    Numbers that a kind cannot show, as a browser does, are shown in digits.
    """
    if stil == "none":
        return ""
    if stil in ("a", "A") and wert > 0:
        return _gross(_buchstaben(wert), stil) + "."
    if stil in ("i", "I") and 0 < wert < 4000:
        return _gross(_roemisch(wert), stil) + "."
    return f"{wert}."


def strich(tiefe: int) -> str:
    """The bullet of an entry at that depth, from 1."""
    return _AUFZAEHLUNG[min(tiefe, len(_AUFZAEHLUNG)) - 1]


def _gross(text: str, stil: str) -> str:
    return text.upper() if stil.isupper() else text


def _buchstaben(wert: int) -> str:
    zeichen = ""
    while wert:
        wert, rest = divmod(wert - 1, 26)
        zeichen = chr(ord("a") + rest) + zeichen
    return zeichen


def _roemisch(wert: int) -> str:
    zeichen = ""
    for stufe, ziffer in _ROEMISCH:
        anzahl, wert = divmod(wert, stufe)
        zeichen += ziffer * anzahl
    return zeichen
