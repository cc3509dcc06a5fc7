"""The words around a hit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antragsbuero.storage.search.faltung import falte

DAVOR = 60
"""Characters shown before a hit."""
LAENGE = 200
"""Characters of a whole excerpt."""

_WORT = re.compile(r"[^\W_]+(?:[\u00ad\u200b]+[^\W_]+)*")
_LEERRAUM = re.compile(r"\s+")


def auszug(text: str, teile: Sequence[str]) -> str:
    """About 200 characters around the first word that holds one of the folded `teile`.

    Line breaks become blanks; "…" marks what is cut off. Without a hit the beginning.
    """
    flach = _LEERRAUM.sub(" ", text).strip()
    stelle = next(
        (
            fund.start()
            for fund in _WORT.finditer(flach)
            if any(teil in falte(fund.group()) for teil in teile)
        ),
        0,
    )
    von = 0 if stelle <= DAVOR else flach.rfind(" ", 0, stelle - DAVOR) + 1
    bis = von + LAENGE
    if bis >= len(flach):
        bis = len(flach)
    else:
        leer = flach.rfind(" ", stelle + 1, bis)
        bis = leer if leer > stelle else bis
    return ("… " if von else "") + flach[von:bis] + (" …" if bis < len(flach) else "")
