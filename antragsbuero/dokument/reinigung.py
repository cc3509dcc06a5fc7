"""Cleans text from outside: one door for every reader, paste and field."""

from __future__ import annotations

import re
import unicodedata

_UNERWUENSCHT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, soft hyphens, invisible joints and lone surrogates."""

_UMBRUCH = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

ZEILENUMBRUCH = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Everything that ends a line in a source text."""


def reinige(text: str) -> str:
    """NFC, one kind of line break, no control characters, soft hyphens or lone surrogates.

    U+00A0 stays: it counts as white space but belongs to the wording.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNERWUENSCHT.sub("", _UMBRUCH.sub("\n", text)))


def reinige_mit_orten(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The cleaned text and, for each of its characters, the place it came from.

    The places have one entry more than the text, the length of the source. None means that
    nothing was changed, so that every character stands where it stood.
    """
    if reinige(text) == text:
        return text, None
    teile: list[str] = []
    orte: list[int] = []
    ort = 0
    while ort < len(text):
        ende = _ende_des_zeichens(text, ort)
        stueck = reinige(text[ort:ende])
        teile.append(stueck)
        orte.extend([ort] * len(stueck))
        ort = ende
    orte.append(len(text))
    return "".join(teile), tuple(orte)


def _ende_des_zeichens(text: str, ort: int) -> int:
    """Where the written sign at `ort` ends: a base with all that melts into it in NFC."""
    ende = ort + 1
    if text[ort] == "\r" and text[ende : ende + 1] == "\n":
        return ende + 1
    while ende < len(text) and _verschmilzt(text[ende - 1], text[ende]):
        ende += 1
    return ende


def _verschmilzt(links: str, rechts: str) -> bool:
    if rechts < "\u0300":
        return False
    if unicodedata.combining(rechts) or _UNERWUENSCHT.match(rechts):
        return True
    einzeln = unicodedata.normalize("NFC", links) + unicodedata.normalize("NFC", rechts)
    return unicodedata.normalize("NFC", links + rechts) != einzeln
