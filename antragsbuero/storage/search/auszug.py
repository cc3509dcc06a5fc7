"""The words around a hit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antragsbuero.storage.search.faltung import falte

DAVOR = 60
"""Characters shown before a hit."""
LAENGE = 200
"""Characters of a whole excerpt."""
_WEITER = 600
"""Words looked at after the first hit for a place with more of the words."""

_WORT = re.compile(r"[^\W_]+(?:[\u00ad\u200b]+[^\W_]+)*")
_LEERRAUM = re.compile(r"\s+")


def auszug(text: str, teile: Sequence[str], titel: str = "") -> str:
    """About 200 characters where the most of the folded `teile` stand together.

    A hit in `titel`, which is shown anyway, counts only when the rest holds none. Line breaks
    become blanks; "…" marks what is cut off. Without a hit the beginning.
    """
    flach = _LEERRAUM.sub(" ", text).strip()
    kopf = _LEERRAUM.sub(" ", titel).strip()
    ort = flach.find(kopf) if kopf else -1
    stelle = _beste_stelle(flach, teile, ort + len(kopf)) if ort >= 0 else None
    if stelle is None:
        stelle = _beste_stelle(flach, teile, 0) or 0
    von = 0 if stelle <= DAVOR else flach.rfind(" ", 0, stelle - DAVOR) + 1
    bis = von + LAENGE
    if bis >= len(flach):
        bis = len(flach)
    else:
        leer = flach.rfind(" ", stelle + 1, bis)
        bis = leer if leer > stelle else bis
    return ("… " if von else "") + flach[von:bis] + (" …" if bis < len(flach) else "")


def _beste_stelle(flach: str, teile: Sequence[str], ab: int) -> int | None:
    """Where the words begin that hold the most parts within one excerpt; the first such place."""
    funde: list[tuple[int, int]] = []
    """Start of a word and the number of the part it holds, within the last excerpt."""
    beste: tuple[int, int] | None = None
    worte_danach = 0
    for wort in _WORT.finditer(flach, ab):
        gefaltet = falte(wort.group())
        neue = [(wort.start(), n) for n, teil in enumerate(teile) if teil in gefaltet]
        if neue:
            grenze = wort.end() - LAENGE + DAVOR
            funde = [fund for fund in funde if fund[0] >= grenze] + neue
            anzahl = len({n for _, n in funde})
            if beste is None or anzahl > beste[0]:
                beste = (anzahl, funde[0][0])
            if anzahl == len(teile):
                break
        worte_danach += beste is not None
        if worte_danach > _WEITER:
            break
    return None if beste is None else beste[1]
