"""Blocks for the clipboard: HTML with real lists and no look of its own, and plain text.

Forms of councils and Word keep their own fonts: nothing here names any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from antragsbuero.dokument.dokument import (
    Bild,
    Block,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    Zelle,
)
from antragsbuero.formats.characters import CharacterLog

_NUMBER = re.compile(r"([1-9]\d{0,8})[.)]")
_LETTER = re.compile(r"([a-z])[.)]")
_ROMAN = re.compile(r"((?:x{0,3})(?:ix|iv|v?i{0,3}))[.)]")
_BULLETS = frozenset("•◦▪-–")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


def fragment(blocks: Sequence[Block]) -> tuple[str, str]:
    """The blocks as HTML and as plain text."""
    page = _Fragment()
    html = "".join(page.block(block) for block in blocks)
    text = "\n".join(line for block in blocks for line in _lines(block))
    return html, CharacterLog().clean(text)


class _Fragment:
    def __init__(self) -> None:
        self._log = CharacterLog()

    def block(self, block: Block) -> str:
        match block:
            case Ueberschrift():
                return f"<p><b>{self._text(block.text)}</b></p>\n"
            case Textabsatz():
                return self._paragraph(block)
            case Liste():
                return self._list(block.punkte, 0)
            case Tabelle():
                rows = "".join(self._row(row) for row in (*block.kopf, *block.zeilen))
                return f'<table border="1">\n{rows}</table>\n'
            case Bild():  # forms take no pictures
                return f"<p>[{self._text(block.beschreibung)}]</p>\n"

    def _text(self, text: str) -> str:
        safe = escape(self._log.clean(text), quote=True)
        return safe.replace("\t", " ").replace("\n", "<br>\n")

    def _paragraph(self, absatz: Textabsatz) -> str:
        words = f"<p>{self._runs(absatz.laeufe)}</p>"
        zitat = absatz.rolle is Textrolle.ZITAT
        return (f"<blockquote>{words}</blockquote>" if zitat else words) + "\n"

    def _runs(self, laeufe: Sequence[Textlauf]) -> str:
        return "".join(self._run(lauf) for lauf in laeufe if lauf.text)

    def _run(self, lauf: Textlauf) -> str:
        words = self._text(lauf.text)
        for set_, tag in ((lauf.unterstrichen, "u"), (lauf.kursiv, "i"), (lauf.fett, "b")):
            words = f"<{tag}>{words}</{tag}>" if set_ else words
        return words

    def _list(self, punkte: Sequence[Listenpunkt], level: int) -> str:
        out = []
        for kind, group in groupby(_kinds(punkte), key=lambda pair: pair[0]):
            entries = [punkt for _, punkt in group]
            if kind == "words":
                out += [self._words(punkt, level) for punkt in entries]
                continue
            tag = "ul" if kind == "bullet" else "ol"
            attribute = "" if kind in ("bullet", "1") else f' type="{kind}"'
            rows = "".join(self._entry(punkt, kind, level) for punkt in entries)
            out.append(f"<{tag}{attribute}>\n{rows}</{tag}>\n")
        return "".join(out)

    def _entry(self, punkt: Listenpunkt, kind: str, level: int) -> str:
        value = "" if kind == "bullet" else f' value="{_value(punkt.zeichen, kind)}"'
        first, rest = _first(punkt)
        body = self._runs(first.laeufe) + "".join("\n" + self.block(part) for part in rest)
        below = "\n" + self._list(punkt.punkte, level + 1) if punkt.punkte else ""
        return f"<li{value}>{body}{below}</li>\n"

    def _words(self, punkt: Listenpunkt, level: int) -> str:
        """An entry whose label no list would show: as a paragraph that begins with it."""
        first, rest = _first(punkt)
        label = f"{self._text(punkt.zeichen)} " if punkt.zeichen else ""
        body = f"<p>{label}{self._runs(first.laeufe)}</p>\n"
        body += "".join(self.block(part) for part in rest)
        return body + (self._list(punkt.punkte, level + 1) if punkt.punkte else "")

    def _row(self, row: Sequence[Zelle]) -> str:
        return f"<tr>{''.join(self._cell(zelle) for zelle in row)}</tr>\n"

    def _cell(self, zelle: Zelle) -> str:
        span = f' colspan="{zelle.spalten}"' if zelle.spalten > 1 else ""
        span += f' rowspan="{zelle.zeilen}"' if zelle.zeilen > 1 else ""
        words = "<br>\n".join(self._runs(absatz.laeufe) for absatz in zelle.absaetze)
        return f"<td{span}>{words}</td>"


def _first(punkt: Listenpunkt) -> tuple[Textabsatz, Sequence[Textabsatz | Tabelle]]:
    """The paragraph that stands beside the label, an empty one before a table, and the rest."""
    parts = punkt.absaetze
    if parts and isinstance(parts[0], Textabsatz):
        return parts[0], parts[1:]
    return Textabsatz(()), parts


def _kinds(punkte: Sequence[Listenpunkt]) -> list[tuple[str, Listenpunkt]]:
    """How each entry is listed: "1", "a" and "i" as in HTML, "bullet", or "words".

    „i.“ is a letter after „h.“ and a number else.
    """
    kinds: list[tuple[str, Listenpunkt]] = []
    for punkt in punkte:
        before = kinds[-1] if kinds else None
        kinds.append((_kind(punkt.zeichen, before), punkt))
    return kinds


def _kind(zeichen: str, before: tuple[str, Listenpunkt] | None) -> str:
    if zeichen in _BULLETS:
        return "bullet"
    if _NUMBER.fullmatch(zeichen):
        return "1"
    letter, roman = _LETTER.fullmatch(zeichen), _ROMAN.fullmatch(zeichen)
    if letter and before and before[0] == "a":
        return "a"
    if roman and roman[1] and (zeichen[0] == "i" or (before and before[0] == "i")):
        return "i"
    return "a" if letter else "words"


def _value(zeichen: str, kind: str) -> int:
    bare = zeichen[:-1]
    if kind == "1":
        return int(bare)
    if kind == "a":
        return ord(bare) - ord("a") + 1
    digits = [_ROMAN_DIGITS[sign] for sign in bare]
    following = [*digits[1:], 0]
    return sum(
        -digit if digit < after else digit for digit, after in zip(digits, following, strict=True)
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Ueberschrift():
            yield block.text
        case Textabsatz():
            yield block.text
        case Liste():
            for punkt in block.punkte:
                yield from _entry_lines(punkt, 0)
        case Tabelle():
            for row in (*block.kopf, *block.zeilen):
                yield "\t".join(" ".join(a.text for a in zelle.absaetze) for zelle in row)
        case Bild():
            yield f"[{block.beschreibung}]"


def _entry_lines(punkt: Listenpunkt, level: int) -> Iterator[str]:
    indent = "   " * level
    first, rest = _first(punkt)
    yield f"{indent}{punkt.zeichen} {first.text}".rstrip()
    for part in rest:
        for line in _lines(part):
            yield f"{indent}   {line}"
    for below in punkt.punkte:
        yield from _entry_lines(below, level + 1)
