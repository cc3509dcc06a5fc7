"""Sentences of a text."""

from __future__ import annotations

import re

_GRENZE = re.compile(r"[.!?:;\n](?:(?<=\n)\s*|\s+(?=[\"„“»(]?[A-ZÄÖÜ0-9]))")


def saetze(text: str) -> list[str]:
    """The text cut after its sentences; joined again it is the text to the letter."""
    stuecke = []
    anfang = 0
    for treffer in _GRENZE.finditer(text):
        if treffer.end() > anfang:
            stuecke.append(text[anfang : treffer.end()])
            anfang = treffer.end()
    if anfang < len(text):
        stuecke.append(text[anfang:])
    return stuecke


def satz_um(text: str, stelle: int) -> str:
    """The sentence that holds this place of the text."""
    anfang = 0
    for satz in saetze(text):
        anfang += len(satz)
        if stelle < anfang:
            return satz
    return text
