"""Official numbers of papers and how they hang together (section 3.3 of the Ratspapiere)."""

from __future__ import annotations

import re
from functools import lru_cache

from antragsbuero.domain.fassung import Fassungsart

_ALLGEMEIN = (
    r"(?:[IVX]{1,5}-)?(?:A|F|EF|DF|DS|Ifo|P|HP|WA)-\d{4,5}(?:/\d{2})?"
    r"(?:-(?:NF|VSP|ÄA|AE|AW|DS|Ifo|EA)-\d{2,3}){0,6}"
)
_BENANNT = re.compile(
    r"(?:Vorlagen?|Antrags?|Anfragen?|Drucksachen?|Beschluss|Verwaltungsstandpunkt|Neufassung|DS)"
    r"(?:\s?-?\s?(?:Nr\.?|Nummer)\s{0,12}:?|\s?:)\s{0,12}"
    r"(?P<nummer>[A-ZÄ0-9][\wÄ]{0,12}(?:[./-]\w{1,8}){1,8}|[A-Z]\s?\d{3,5}|\d{4,6})(?![\w/])",
    re.IGNORECASE,
)
_KETTE = re.compile(r"-(NF|VSP|ÄA|AE|AW|EA)-\d{2,3}$|(?<=^\d{4}/\d{4})/\d{1,3}$")

_ART_DER_KETTE = {
    "NF": Fassungsart.NEUFASSUNG,
    "VSP": Fassungsart.VERWALTUNGSSTANDPUNKT,
    "ÄA": Fassungsart.AENDERUNGSANTRAG,
    "AE": Fassungsart.AENDERUNGSANTRAG,
    "EA": Fassungsart.ERGAENZUNGSANTRAG,
}


@lru_cache(maxsize=8)
def _sucher(muster: str) -> re.Pattern[str]:
    """A pattern for the council's own numbers anywhere in a line."""
    kern = muster.removeprefix("^").removesuffix("$") or _ALLGEMEIN
    return re.compile(rf"(?<![\w/-])(?:{kern})(?![\w/-])")


def finde_nummern(text: str, muster: str) -> tuple[tuple[int, int], ...]:
    """Places of official numbers: those of the council's pattern, and others with their name."""
    stellen = [treffer.span() for treffer in _sucher(muster).finditer(text)]
    stellen += [treffer.span("nummer") for treffer in _BENANNT.finditer(text)]
    ohne_doppel: list[tuple[int, int]] = []
    for von, bis in sorted(stellen, key=lambda s: (s[0], -s[1])):
        if not ohne_doppel or von >= ohne_doppel[-1][1]:
            ohne_doppel.append((von, bis))
    return tuple(ohne_doppel)


def lies_nummer(text: str, muster: str) -> str:
    """The first official number of the line, "" without one."""
    for von, bis in finde_nummern(text, muster):
        return text[von:bis].strip()
    return ""


def stamm(nummer: str) -> str:
    """The paper that this number hangs on, "" for a root: „…-NF-02“ hangs on the motion."""
    treffer = _KETTE.search(nummer)
    return nummer[: treffer.start()] if treffer else ""


def wurzel(nummer: str) -> str:
    """The number of the first paper of the whole matter."""
    while eltern := stamm(nummer):
        nummer = eltern
    return nummer


def art_nach_nummer(nummer: str) -> Fassungsart | None:
    """The art that the end of the chain tells, None if it tells none."""
    treffer = _KETTE.search(nummer)
    return _ART_DER_KETTE.get(treffer.group(1) or "") if treffer else None
