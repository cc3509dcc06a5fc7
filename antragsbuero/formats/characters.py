"""Characters that a file cannot carry or no font can show, and how the user is told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029")
_FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(f"[{_FROM_THE_RIGHT}]")
_UNJOINED = re.compile("[\u0700-\u074f\u07c0-\u07ff\u0840-\u086f]")
_NAMED = 8
"""How many different characters a hint names before it only counts the rest."""


def right_to_left(text: str) -> bool:
    """Whether the text holds Hebrew, Arabic or other letters that run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def unjoined(text: str) -> bool:
    """Whether the text holds letters that ought to be joined and are not (Syriac and others)."""
    return _UNJOINED.search(text) is not None


class CharacterLog:
    """Cleans texts for one file and remembers what was lost or replaced on the way."""

    def __init__(self) -> None:
        self._removed: Counter[str] = Counter()
        self._missing: Counter[str] = Counter()
        self._unjoined = False

    def clean(self, text: str) -> str:
        """The text with line feeds for all line ends, without what no file format carries."""
        if text.isascii() and text.isprintable():
            return text
        if _NOT_IN_XML.search(text):
            self._removed.update(_NOT_IN_XML.findall(text))
            text = _NOT_IN_XML.sub("", text)
        return _LINE_ENDS.sub("\n", text)

    def missing(self, char: str) -> None:
        """Notes a character that no font has."""
        self._missing[char] += 1

    def note_unjoined(self) -> None:
        """Notes that letters were set side by side that are written joined."""
        self._unjoined = True

    def hints(self) -> list[str]:
        """German sentences for the user, empty when nothing happened."""
        hints = []
        if self._removed:
            hints.append(
                "Diese Zeichen kann keine Datei aufnehmen, sie wurden weggelassen: "
                f"{_list(self._removed)}."
            )
        if self._missing:
            hints.append(
                "Für diese Zeichen gibt es keine Schrift, gedruckt steht dafür ein Kästchen: "
                f"{_list(self._missing)}. Beim Kopieren aus der PDF bleiben sie erhalten."
            )
        if self._unjoined:
            hints.append(
                "Der Text enthält eine Schrift, deren Buchstaben man verbindet; die PDF setzt sie "
                "unverbunden. Nehmen Sie für diesen Text die Word-Datei."
            )
        return hints


def _list(counts: Counter[str]) -> str:
    named = [_name(char, n) for char, n in counts.most_common(_NAMED)]
    if (rest := len(counts) - _NAMED) > 0:
        named.append(f"{rest} weitere")
    return ", ".join(named)


def _name(char: str, count: int) -> str:
    code = f"U+{ord(char):04X}"
    category = unicodedata.category(char)
    if category == "Cs":
        shown = f"halbes Zeichen {code}"
    elif category == "Cc":
        shown = f"Steuerzeichen {code}"
    elif category in {"Co", "Cn"}:
        shown = f"Zeichen ohne festen Namen {code}"
    else:
        shown = f"{char} ({code} {unicodedata.name(char, '')})".replace(" )", ")")
    return shown if count == 1 else f"{shown} ({count}-mal)"
