"""Pasted text through a whitelist: words, bold, italic, underline, nothing else; no Qt."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from antragsbuero.dokument.reinigung import reinige
from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart

_HTML_GRENZE = 400_000
"""Characters of HTML that are read for their emphasis; longer pastes come as plain text."""
_TEXTGRENZE = 150_000
_ABSATZGRENZE = 1_500
"""Characters and paragraphs that may be pasted at once; more would freeze the window."""
ZU_LANG = (
    "Der Text ist zu lang, um ihn in einen Entwurf einzufügen; es ist nichts verändert. Ein ganzes "
    "Papier übernehmen Sie mit „Datei – Importieren“ (Strg+O)."
)
_BLOECKE = frozenset(
    ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table",
     "blockquote", "pre", "hr", "section", "article")
)  # fmt: skip
_STUMM = frozenset(
    ("script", "style", "head", "title", "template", "iframe", "object", "svg", "math")
)
_ARTEN = {
    "b": Auszeichnungsart.FETT, "strong": Auszeichnungsart.FETT,
    "i": Auszeichnungsart.KURSIV, "em": Auszeichnungsart.KURSIV,
    "u": Auszeichnungsart.UNTERSTRICHEN, "ins": Auszeichnungsart.UNTERSTRICHEN,
}  # fmt: skip
_STILE = (
    (re.compile(r"font-weight\s*:\s*(bold|[6-9]00)"), Auszeichnungsart.FETT),
    (re.compile(r"font-style\s*:\s*italic"), Auszeichnungsart.KURSIV),
    (re.compile(r"text-decoration[^;]*underline"), Auszeichnungsart.UNTERSTRICHEN),
)
_LEER = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed",
     "source", "track")
)  # fmt: skip
_NUMMER = re.compile(r"\s*(?:\d{1,3}[.)]|[a-z][.)]|[ivx]{1,5}[.)]|[-–•·*])[\s\u00a0]+")


def lies_einfuegung(text: str, html: str) -> tuple[Absatz, ...] | None:
    """What a paste brings, with emphasis where there is HTML; None if it is too long."""
    if len(text) > _TEXTGRENZE:
        return None
    absaetze = aus_html(html) if html and len(html) <= _HTML_GRENZE else ()
    absaetze = absaetze or aus_text(text)
    return absaetze if len(absaetze) <= _ABSATZGRENZE else None


def aus_text(text: str) -> tuple[Absatz, ...]:
    """Paragraphs of plain text; empty lines fall away."""
    zeilen = (" ".join(z.split(" ")).strip() for z in reinige(text).split("\n"))
    return tuple(Absatz(z) for z in zeilen if z)


def aus_html(html: str) -> tuple[Absatz, ...]:
    """Paragraphs of HTML with bold, italic and underline; nothing is ever loaded."""
    leser = _Leser()
    leser.feed(html)
    leser.close()
    leser.brich_um()
    return tuple(leser.absaetze)


def ohne_nummer(absatz: Absatz) -> Absatz:
    """Without the number or bullet that the program itself will write."""
    fund = _NUMMER.match(absatz.text)
    if not fund or fund.end() == len(absatz.text):
        return absatz
    weg = fund.end()
    auszeichnungen = tuple(
        Auszeichnung(max(0, a.von - weg), a.bis - weg, a.art)
        for a in absatz.auszeichnungen
        if a.bis > weg
    )
    return Absatz(absatz.text[weg:], absatz.art, auszeichnungen)


class _Leser(HTMLParser):
    """Collects words and their emphasis, paragraph by paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.absaetze: list[Absatz] = []
        self._offen: list[tuple[str, frozenset[Auszeichnungsart]]] = []
        self._stumm = 0
        self._text = ""
        self._spannen: list[Auszeichnung] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOECKE:
            self.brich_um()
        if tag in _LEER:
            return
        if tag in _STUMM:
            self._stumm += 1
        arten = {_ARTEN[tag]} if tag in _ARTEN else set()
        stil = dict(attrs).get("style") or ""
        arten |= {art for muster, art in _STILE if muster.search(stil)}
        self._offen.append((tag, frozenset(arten)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOECKE:
            self.brich_um()
        for k in range(len(self._offen) - 1, -1, -1):
            if self._offen[k][0] == tag:
                self._stumm -= sum(t in _STUMM for t, _ in self._offen[k:])
                del self._offen[k:]
                return

    def handle_data(self, data: str) -> None:
        if self._stumm:
            return
        text = re.sub(r"[ \t\r\n]+", " ", reinige(data))
        if not self._text or self._text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        von = len(self._text)
        self._text += text
        arten = frozenset[Auszeichnungsart]().union(*(a for _, a in self._offen))
        for art in sorted(arten):
            self._spannen.append(Auszeichnung(von, len(self._text), art))

    def brich_um(self) -> None:
        """Ends the paragraph."""
        text = self._text.rstrip()
        if text:
            spannen = tuple(
                Auszeichnung(a.von, min(a.bis, len(text)), a.art)
                for a in self._spannen
                if a.von < min(a.bis, len(text))
            )
            self.absaetze.append(Absatz(text, auszeichnungen=spannen))
        self._text, self._spannen = "", []
