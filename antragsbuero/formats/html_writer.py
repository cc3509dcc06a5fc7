"""Writes a Dokument as one web page: no scripts, nothing to fetch, every text escaped."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import (
    Bild,
    Block,
    Dokument,
    Liste,
    Listenpunkt,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    Zelle,
)
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.html_style import STYLE
from antragsbuero.formats.links import is_address
from antragsbuero.formats.look import LOGO_WIDTH_MM, head_right
from antragsbuero.formats.pictures import read_picture
from antragsbuero.formats.safe_write import write_file

_NUMBER = re.compile(r"([1-9]\d{0,8})\.")
_BULLETS = frozenset("•◦▪")
_COLLAPSING = re.compile(r"[ \t]{2,}|\t")
_MARKS = {
    Marke.EINGEFUEGT: ("<ins>", "</ins>"),
    Marke.GESTRICHEN: ("<del>", "</del>"),
    Marke.VERSCHOBEN: ('<span class="verschoben">', "</span>"),
    Marke.FRIST: ('<span class="frist">', "</span>"),
    Marke.LEISE: ('<span class="leise">', "</span>"),
}


def schreibe_html(dokument: Dokument, ziel: Path) -> list[str]:
    """Writes the page safely and returns German hints.

    Raises:
        Dateifehler: the target cannot be written; an old file stays whole.
    """
    log = CharacterLog()
    write_file(ziel, html_text(dokument, log).encode("utf-8"))
    return log.hints()


def html_text(dokument: Dokument, log: CharacterLog) -> str:
    """The page. Paragraphs of the role HINWEIS stand aside from its main part."""
    page = _Page(log)
    head = [text for text in (dokument.kopfzeile[0], head_right(dokument)) if text]
    foot = [*head, dokument.fusszeile] if dokument.fusszeile else head
    lines = "".join(f"<p>{page.text(line)}</p>\n" for line in foot)
    logo = dokument.logo
    above = page.picture(logo, logo.breite or LOGO_WIDTH_MM, "logo") if logo else ""
    wide = ' class="quer"' if dokument.querformat else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(dokument.sprache.split("-")[0])}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{page.line(dokument.titel)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body{wide}>\n<main>\n{above}{page.blocks(dokument.bloecke)}</main>\n"
        + (f"<footer>\n{lines}</footer>\n" if lines else "")
        + "</body>\n</html>\n"
    )


class _Page:
    """Builds the pieces of one page."""

    def __init__(self, log: CharacterLog) -> None:
        self._log = log

    def text(self, text: str) -> str:
        """Escaped, with line breaks; blanks that a browser would drop are kept."""
        parts = []
        for line in self._log.clean(text).split("\n"):
            safe = escape(line, quote=True)
            parts.append(_COLLAPSING.sub(_kept, safe))
        return "<br>\n".join(parts)

    def line(self, text: str) -> str:
        """Escaped, in one line, where no element may stand."""
        return escape(" ".join(self._log.clean(text).split()), quote=True)

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "".join(
            f"<aside>\n{inner}</aside>\n" if aside else inner
            for aside, group in groupby(blocks, key=_is_note)
            for inner in ["".join(self._block(block) for block in group)]
        )

    def _block(self, block: Block) -> str:
        match block:
            case Ueberschrift():
                tag = f"h{min(max(block.stufe, 1), 6)}"
                anchor = f' id="{escape(block.anker)}"' if block.anker else ""
                return f"<{tag}{anchor}>{self.text(block.text)}</{tag}>\n"
            case Textabsatz():
                return self._paragraph(block) + "\n"
            case Liste():
                return self._list(block.punkte)
            case Tabelle():
                return self._table(block)
            case Bild():
                return self.picture(block, block.breite, "bild")

    def picture(self, bild: Bild, breite: float, kind: str) -> str:
        """A picture inside the page itself; `breite` in mm, 0 for the whole width."""
        picture = read_picture(bild)
        source = b64encode(picture.data).decode("ascii")
        width = f"{breite:.1f}mm" if breite else "100%"
        label = escape(self._log.clean(picture.description), quote=True)
        return (
            f'<p class="{kind}"><img src="data:image/{"jpeg" if picture.photo else "png"};base64,'
            f'{source}" alt="{label}" width="{picture.width}" height="{picture.height}" '
            f'style="width:{width}"></p>\n'
        )

    def _paragraph(self, absatz: Textabsatz) -> str:
        words = self._runs(absatz.laeufe)
        if absatz.rolle is Textrolle.ZITAT:
            return f"<blockquote><p>{words}</p></blockquote>"
        kinds = [_CLASSES[absatz.rolle]] if absatz.rolle in _CLASSES else []
        kinds += [f"balken {absatz.marke.value.lower()}"] if absatz.marke else []
        if absatz.rolle is Textrolle.KOPFZEILE:
            words = self._head_line(absatz)
        attribute = f' class="{" ".join(kinds)}"' if kinds else ""
        return f"<p{attribute}>{words}</p>"

    def _head_line(self, absatz: Textabsatz) -> str:
        """The name and its value, without the tab between them."""
        first, *rest = absatz.laeufe
        name = Textlauf(first.text.rstrip("\t"), fett=True)
        return f"{self._runs((name,))} {self._runs(rest)}"

    def _runs(self, laeufe: Sequence[Textlauf]) -> str:
        pruefe_abbruch()
        return "".join(self._run(lauf) for lauf in laeufe if lauf.text)

    def _run(self, lauf: Textlauf) -> str:
        words = self.text(lauf.text)
        for set_, tag in ((lauf.unterstrichen, "u"), (lauf.kursiv, "em"), (lauf.fett, "strong")):
            words = f"<{tag}>{words}</{tag}>" if set_ else words
        if lauf.marke is not None:
            before, after = _MARKS[lauf.marke]
            words = before + words + after
        if lauf.verweis.startswith("#") or is_address(lauf.verweis):
            words = f'<a href="{escape(lauf.verweis)}">{words}</a>'
        return words

    def _list(self, punkte: Sequence[Listenpunkt]) -> str:
        """Real numbers and bullets where a browser shows just these labels, else words."""
        out = []
        for kind, group in groupby(punkte, key=lambda punkt: _kind(punkt.zeichen)):
            tag, attribute = _LISTS[kind]
            entries = "".join(self._entries(tuple(group), kind))
            out.append(f"<{tag}{attribute}>\n{entries}</{tag}>\n")
        return "".join(out)

    def _entries(self, punkte: Sequence[Listenpunkt], kind: str) -> Iterator[str]:
        for punkt in punkte:
            number = _NUMBER.fullmatch(punkt.zeichen)
            value = f' value="{number[1]}"' if kind == "number" and number else ""
            label = f"{self.text(punkt.zeichen)} " if kind == "words" and punkt.zeichen else ""
            absaetze = punkt.absaetze
            if not absaetze or isinstance(absaetze[0], Tabelle):
                absaetze = (Textabsatz(()), *absaetze)
            body = self._block(absaetze[0]).rstrip("\n")
            if label and body.startswith("<p>"):
                body = f'<p><span class="nummer">{label}</span>' + body.removeprefix("<p>")
            else:
                body = label + body
            body += "".join("\n" + self._block(teil).rstrip("\n") for teil in absaetze[1:])
            below = "\n" + self._list(punkt.punkte) if punkt.punkte else ""
            yield f"<li{value}>{body}{below}</li>\n"

    def _table(self, tabelle: Tabelle) -> str:
        shares = sum(tabelle.breiten) or 1.0
        columns = "".join(f'<col style="width:{share / shares:.1%}">' for share in tabelle.breiten)
        head = "".join(self._row(zeile, head=True) for zeile in tabelle.kopf)
        rest = "".join(self._row(zeile, head=False) for zeile in tabelle.zeilen)
        label = escape(self._log.clean(tabelle.beschreibung), quote=True).replace("\n", " ")
        return (
            f'<table aria-label="{label}">\n<colgroup>{columns}</colgroup>\n'
            + (f"<thead>\n{head}</thead>\n" if head else "")
            + f"<tbody>\n{rest}</tbody>\n</table>\n"
        )

    def _row(self, zeile: Sequence[Zelle], *, head: bool) -> str:
        return f"<tr>{''.join(self._cell(zelle, head=head) for zelle in zeile)}</tr>\n"

    def _cell(self, zelle: Zelle, *, head: bool) -> str:
        strong = head or zelle.kopf
        attributes = f' scope="{"col" if head else "row"}"' if strong else ""
        attributes += f' colspan="{zelle.spalten}"' if zelle.spalten > 1 else ""
        attributes += f' rowspan="{zelle.zeilen}"' if zelle.zeilen > 1 else ""
        attributes += f' class="{zelle.marke.value.lower()}"' if zelle.marke else ""
        tag = "th" if strong else "td"
        body = "".join(self._paragraph(absatz) for absatz in zelle.absaetze)
        return f"<{tag}{attributes}>{body}</{tag}>"


_CLASSES = {
    Textrolle.KOPFZEILE: "kopfangabe",
    Textrolle.HINWEIS: "hinweis",
    Textrolle.UNTERSCHRIFT: "unterschrift",
}
_LISTS = {
    "number": ("ol", ""),
    "bullet": ("ul", ""),
    "words": ("ul", ' class="worte" style="list-style:none"'),
}


def _kind(zeichen: str) -> str:
    if _NUMBER.fullmatch(zeichen):
        return "number"
    return "bullet" if zeichen in _BULLETS else "words"


def _is_note(block: Block) -> bool:
    return isinstance(block, Textabsatz) and block.rolle is Textrolle.HINWEIS


def _kept(match: re.Match[str]) -> str:
    return f'<span style="white-space:pre-wrap">{match.group()}</span>'
