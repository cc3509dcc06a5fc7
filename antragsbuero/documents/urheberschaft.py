"""Whose paper it is: our own faction among its Einreicher, however its name is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from antragsbuero.documents.einreicher import lies_urheber

_WORT = re.compile(r"[^\W_]+")
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_FRAKTION = re.compile(
    r"(?:stadtrats|stadt|gemeinderats|rats|kreistags|buergerschafts)?fraktion(?:en)?$"
)
_FUELLWORT = frozenset((
    "der", "die", "das", "den", "dem", "des", "von", "vom", "im", "in", "am", "an", "fuer", "und",
    "mit", "zur", "zum", "rat", "rates", "stadtrat", "stadtrates", "stadtrats", "gemeinderat",
    "gemeinderates", "kreistag", "stadt", "landeshauptstadt", "gemeinschaft",
    "fraktionsgemeinschaft",
))  # fmt: skip
"""Words that stand around the name and tell no faction from another."""
_FORMEN = {
    "gruene": "gruen", "gruenen": "gruen", "grue": "gruen",
    "linke": "link", "linken": "link", "links": "link",
    "demokraten": "demokrat", "sozialdemokraten": "spd", "christdemokraten": "cdu",
    "waehlern": "waehler", "freien": "freie", "piraten": "pirat", "piratenpartei": "pirat",
}  # fmt: skip
"""Forms of one word, by how it is told apart."""
_ALLGEMEIN = frozenset((
    "freie", "buendnis", "partei", "liste", "buerger", "buergerinnen", "waehler", "neue",
    "unabhaengige", "alternative", "soziale", "demokrat", "bund", "union",
))  # fmt: skip
"""Words that several factions share: one of them alone is no name."""
_VOR_GRUEN = frozenset(("b", "b90", "90", "buendnis"))
"""Left away as often as not: „B90/GRÜNE“, „Grüne“."""
_LANGFORM = {"fw": ["freie", "waehler"], "fdp": ["freie", "demokrat"]}
"""Abbreviations that the first letters do not give in every form of the name."""


def unser(einreicher: Sequence[str], fraktion: str) -> bool:
    """Whether the faction is among those who hand a paper in.

    True as well where nobody is named or the office has not told its own name: then the paper
    is taken for our own, as an office writes it.
    """
    return _unser(tuple(einreicher), fraktion)


@lru_cache(maxsize=4096)  # lists of thousands of Vorgänge name the same few factions
def _unser(einreicher: tuple[str, ...], fraktion: str) -> bool:
    if not fraktion.strip() or not any(name.strip() for name in einreicher):
        return True
    return any(
        _gleich(teil, fraktion) for name in einreicher for teil in (lies_urheber(name) or (name,))
    )


def _gleich(name: str, fraktion: str) -> bool:
    """Whether both mean one faction: „SPD“, „SPD-Fraktion“, „Stadträtin Ahrens (SPD)“."""
    links, rechts = _worte(name), _worte(fraktion)
    if not links or not rechts:  # „Fraktion“ alone names no other
        return True
    kurz, lang = sorted((set(links), set(rechts)), key=len)
    if kurz == lang or (kurz <= lang and (len(kurz) > 1 or not kurz <= _ALLGEMEIN)):
        return True
    return _abgekuerzt(links, rechts, fraktion) or _abgekuerzt(rechts, links, name)


def _abgekuerzt(kuerzel: Sequence[str], worte: Sequence[str], ganz: str) -> bool:
    """Whether one word stands for the others: „BSW“, „AfD“, „FW“."""
    if len(kuerzel) != 1 or len(worte) < 2:
        return False
    kurz = kuerzel[0]
    alle = [w for w in _WORT.findall(_schrift(ganz)) if not _FRAKTION.search(w)]
    folgen = (_anfaenge(worte), _anfaenge(alle))
    return len(kurz) >= 3 and any(folge.startswith(kurz) for folge in folgen)


def _anfaenge(worte: Iterable[str]) -> str:
    return "".join(wort[0] for wort in worte)


def _worte(name: str) -> list[str]:
    """The words that tell a faction from another, each in one form."""
    alle = [_FRAKTION.sub("", wort) for wort in _WORT.findall(_schrift(name))]
    kern = [wort for wort in alle if wort and wort not in _FUELLWORT] or [w for w in alle if w]
    worte = [w for wort in kern for w in _LANGFORM.get(wort, [_FORMEN.get(wort, wort)])]
    return [w for w in worte if w not in _VOR_GRUEN] if "gruen" in worte else worte


def _schrift(name: str) -> str:
    """Small letters, umlauts written out."""
    return unicodedata.normalize("NFKC", name).casefold().translate(_UMLAUTE)
