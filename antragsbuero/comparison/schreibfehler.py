"""Letters inside a word: only where a slip was mended or an ending changed."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

_LAENGE = 5
"""Shorter words are shown as a whole."""
_FEHLER = 2
"""So many letters may differ."""
_ANTEIL = 0.25
"""And no more than this share of the longer word."""


class Wortinneres(NamedTuple):
    """Two spellings of nearly the same word: what both begin and end with, what differs."""

    anfang: str
    alt: str
    neu: str
    ende: str


def wortinneres(alt: str, neu: str) -> Wortinneres | None:
    """Where two single words differ if only a slip or an ending does, else None.

    For views that mark letters: `alt` and `neu` are a deleted and an inserted piece that
    stand side by side. White space at their end goes to `ende` if it is the same.
    """
    kern_alt, kern_neu = alt.rstrip(), neu.rstrip()
    rand_alt, rand_neu = alt[len(kern_alt) :], neu[len(kern_neu) :]
    laenge = max(len(kern_alt), len(kern_neu))
    if rand_alt != rand_neu or min(len(kern_alt), len(kern_neu)) < _LAENGE:
        return None
    if not kern_alt.isalpha() or not kern_neu.isalpha() or kern_alt == kern_neu:
        return None
    hoechstens = min(_FEHLER, int(laenge * _ANTEIL))
    if OSA.distance(kern_alt, kern_neu, score_cutoff=hoechstens) > hoechstens:
        return None
    kurz = min(len(kern_alt), len(kern_neu))
    vorne = 0
    while vorne < kurz and kern_alt[vorne] == kern_neu[vorne]:
        vorne += 1
    hinten = 0
    while hinten < kurz - vorne and kern_alt[-1 - hinten] == kern_neu[-1 - hinten]:
        hinten += 1
    return Wortinneres(
        kern_alt[:vorne],
        kern_alt[vorne : len(kern_alt) - hinten],
        kern_neu[vorne : len(kern_neu) - hinten],
        kern_alt[len(kern_alt) - hinten :] + rand_alt,
    )
