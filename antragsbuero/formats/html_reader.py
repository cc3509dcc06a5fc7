"""Reads a saved web page. Nothing is fetched, no entity is resolved, no script is run.

The source text of such a Dokument is the page's text as a browser shows it, with the labels
of lists; places point into that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from antragsbuero.dokument.dokument import Dokument, Textrolle
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.reinigung import reinige
from antragsbuero.formats.dekodierung import TEXTGRENZE, dekodiere
from antragsbuero.formats.html_darstellung import Satz, Schrift
from antragsbuero.formats.listenzeichen import nummer, stil_aus, strich

SEITENGRENZE = 30_000_000
"""Bytes; a page saved as one file carries its pictures inside."""

_UNSICHTBAR = frozenset({"script", "style", "template", "noscript", "head", "svg", "math"})
_BLOECKE = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center"),
        *("dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
        *("legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section"),
        *("select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead"),
        *("tr", "ul"),
    }
)
_TITEL = ("h1", "h2", "h3", "h4", "h5", "h6")
_RAHMEN = frozenset({"nav", "footer", "aside"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?([\w-]{2,30})", re.IGNORECASE)


def lies_html(inhalt: bytes, name: str) -> Dokument:
    """The page with headings, paragraphs, lists and tables of data.

    Text outside the main part (menus, footers) has the role HINWEIS; nothing that a person
    reads is dropped. Raises Dateifehler for empty, oversized and binary files.
    """
    angabe = _CHARSET.search(inhalt[:4096])
    quelle = dekodiere(
        inhalt, name, angabe=angabe[1].decode("ascii") if angabe else None, grenze=SEITENGRENZE
    )
    wurzel = _parse(quelle, name)
    satz = _Setzer(wurzel).setze() if wurzel is not None else Satz()
    text = satz.quelltext
    if not text.strip():
        raise Dateifehler(
            f"Die Seite „{name}“ enthält keinen lesbaren Text. Es wurde nichts übernommen. "
            "Bitte den Text der Seite kopieren und als Textdatei speichern."
        )
    if len(text) > TEXTGRENZE:
        raise Dateifehler(
            f"Die Seite „{name}“ enthält zu viel Text; gelesen werden bis zu "
            f"{TEXTGRENZE // 1_000_000} Millionen Zeichen. Es wurde nichts übernommen. "
            "Bitte nur den Teil speichern, der den Vorgang enthält."
        )
    titel = wurzel.findtext(".//title") if wurzel is not None else None
    titel = " ".join(reinige(titel or "").split())
    return Dokument(titel=titel, bloecke=tuple(satz.bloecke), quelltext=text)


def _parse(quelle: str, name: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    roh = re.sub("[\x00-\x08\x0b\x0e-\x1f]", "", quelle).encode("utf-8", "ignore")
    wurzel = etree.fromstring(roh, parser)
    if any("depth" in eintrag.message for eintrag in parser.error_log):
        raise Dateifehler(
            f"Die Seite „{name}“ ist zu tief verschachtelt und wäre nicht ganz zu lesen. Es wurde "
            "nichts übernommen. Bitte den Text der Seite kopieren und als Textdatei speichern."
        )
    return wurzel


class _Setzer:
    """Walks over the tree without recursion and sets what a person reads."""

    def __init__(self, wurzel: etree._Element) -> None:
        self._wurzel = wurzel
        self._satz = Satz()
        self._schriften = [Schrift()]
        self._roh = 0
        self._listen: list[_Liste] = []
        self._rahmen = 0
        self._zitat = 0
        self._aufloesen = _aufzuloesen(wurzel)
        self._haupt = _hauptteil(wurzel)
        self._im_haupt = self._haupt is None

    def setze(self) -> Satz:
        """The whole page."""
        lauf = etree.iterwalk(self._wurzel, events=("start", "end"))
        for ereignis, element in lauf:
            tag = element.tag
            if not isinstance(tag, str) or tag in _UNSICHTBAR:
                if ereignis == "start":
                    lauf.skip_subtree()
                else:
                    self._nachtext(element)
            elif ereignis == "start":
                if tag == "table" and element not in self._aufloesen:
                    self._tabelle(element)
                    lauf.skip_subtree()
                else:
                    self._beginne(element, tag)
            else:
                self._beende(element, tag)
        self._ende_absatz(0)
        return self._satz

    def _beginne(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOECKE:
            self._ende_absatz(0)
        if element is self._haupt:
            self._im_haupt = True
        self._rahmen += _ist_rahmen(element, tag)
        self._zitat += tag == "blockquote"
        self._roh += _bewahrt_leerraum(element, tag)
        if tag == "br":
            self._satz.umbruch()
        elif tag in ("ol", "ul", "menu") and element not in self._aufloesen:
            self._listen.append(_Liste(element, tag == "ol"))
        elif tag == "li" and self._listen and element.getparent() not in self._aufloesen:
            liste = self._listen[-1]
            zeichen = liste.naechstes(element, len(self._listen))
            self._satz.beginne_punkt(zeichen, nummeriert=liste.nummeriert)
        self._schriften.append(_schrift(tag, self._schriften[-1]))
        self._text(element.text)

    def _beende(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOECKE:
            self._ende_absatz(_TITEL.index(tag) + 1 if tag in _TITEL else 0)
        if tag != "table" or element in self._aufloesen:
            self._schriften.pop()
            self._roh -= _bewahrt_leerraum(element, tag)
            self._zitat -= tag == "blockquote"
            self._rahmen -= _ist_rahmen(element, tag)
            self._schliesse_liste(element, tag)
            if element is self._haupt:
                self._im_haupt = False
        self._nachtext(element)

    def _schliesse_liste(self, element: etree._Element, tag: str) -> None:
        if tag == "li" and self._listen and element.getparent() not in self._aufloesen:
            self._satz.ende_punkt()
        elif tag in ("ol", "ul", "menu") and element not in self._aufloesen:
            self._listen.pop()
            if not self._listen:
                self._satz.ende_liste()

    def _text(self, text: str | None) -> None:
        if text:
            self._satz.text(text, self._schriften[-1], roh=bool(self._roh))

    def _nachtext(self, element: etree._Element) -> None:
        self._text(element.tail)

    @property
    def _rolle(self) -> Textrolle:
        if self._rahmen or not self._im_haupt:
            return Textrolle.HINWEIS
        return Textrolle.ZITAT if self._zitat else Textrolle.TEXT

    def _ende_absatz(self, stufe: int) -> None:
        rolle = self._rolle
        if stufe and not self._rahmen:
            rolle = Textrolle.TEXT
        self._satz.absatz(stufe, rolle)

    def _tabelle(self, element: etree._Element) -> None:
        self._ende_absatz(0)
        zeilen: list[list[str]] = []
        kopf = 0
        for reihe in element.iter("tr"):
            zellen = [zelle for zelle in reihe if zelle.tag in ("td", "th")]
            if kopf == len(zeilen) and zellen and all(zelle.tag == "th" for zelle in zellen):
                kopf += 1
            zeilen.append([_zellentext(zelle) for zelle in zellen])
        titel = "".join(t for c in element.iter("caption") for t in _texte(c))
        if titel.strip():
            self._text(titel)
            self._ende_absatz(0)
        zeilen = [zeile for zeile in zeilen if any(text.strip() for text in zeile)]
        if zeilen:
            self._satz.tabelle(zeilen, min(kopf, len(zeilen)), self._rolle)


class _Liste:
    """A list that is open, with the value of its next entry."""

    def __init__(self, element: etree._Element, nummeriert: bool) -> None:
        self.nummeriert = nummeriert
        self._stil = stil_aus(element.get("type"), element.get("style"))
        self._schritt = -1 if element.get("reversed") is not None else 1
        anfang = _zahl(element.get("start"))
        if anfang is None and self._schritt < 0:
            anfang = sum(1 for kind in element if kind.tag == "li")
        self._wert = 1 if anfang is None else anfang

    def naechstes(self, element: etree._Element, tiefe: int) -> str:
        """The label of the next entry."""
        if not self.nummeriert:
            return "" if self._stil == "none" else strich(tiefe)
        gesetzt = _zahl(element.get("value"))
        wert = self._wert if gesetzt is None else gesetzt
        self._wert = wert + self._schritt
        return nummer(wert, self._stil)


def _zahl(text: str | None) -> int | None:
    treffer = re.fullmatch(r"\s*(-?\d{1,9})\s*", text or "")
    return int(treffer[1]) if treffer is not None else None


def _schrift(tag: str, schrift: Schrift) -> Schrift:
    if tag in ("b", "strong"):
        return replace(schrift, fett=True)
    if tag in ("i", "em"):
        return replace(schrift, kursiv=True)
    return replace(schrift, unterstrichen=True) if tag in ("u", "ins") else schrift


def _bewahrt_leerraum(element: etree._Element, tag: str) -> bool:
    return tag == "pre" or re.search(r"white-space:\s?pre", element.get("style") or "") is not None


def _ist_rahmen(element: etree._Element, tag: str) -> bool:
    return tag in _RAHMEN or element.get("role") in ("navigation", "contentinfo", "search")


def _aufzuloesen(wurzel: etree._Element) -> set[etree._Element]:
    """Lists and tables that only arrange a page: those that hold headings, lists or tables."""
    gefunden: set[etree._Element] = set()
    gesehen: dict[bool, set[etree._Element]] = {True: set(), False: set()}
    for element in wurzel.iter():
        titel = element.tag in _TITEL
        if not titel and element.tag not in ("ul", "ol", "table"):
            continue
        eltern = element.getparent()
        while eltern is not None and eltern not in gesehen[titel]:
            gesehen[titel].add(eltern)
            if eltern.tag == "table" or (titel and eltern.tag in ("ul", "ol", "menu")):
                gefunden.add(eltern)
            eltern = eltern.getparent()
    gefunden.update(tabelle for tabelle in wurzel.iter("table") if _ist_einspaltig(tabelle))
    return gefunden


def _ist_einspaltig(tabelle: etree._Element) -> bool:
    for reihe in tabelle.iter("tr"):
        if sum(1 for zelle in reihe if zelle.tag in ("td", "th")) > 1:
            return False
    return True


def _hauptteil(wurzel: etree._Element) -> etree._Element | None:
    """The main part, if the page names one and it holds a good share of the words."""
    gesamt = sum(len(text) for text in _texte(wurzel))
    kandidaten = [
        *wurzel.iter("main"),
        *(element for element in wurzel.iter() if element.get("role") == "main"),
        *wurzel.iter("article"),
    ]
    for kandidat in kandidaten[:3]:
        if sum(len(text) for text in _texte(kandidat)) > 0.4 * gesamt:
            return kandidat
    return None


def _texte(element: etree._Element) -> Iterator[str]:
    """The words of an element without scripts and their like."""
    for teil in element.iter():
        if isinstance(teil.tag, str) and teil.tag not in _UNSICHTBAR and teil.text:
            yield teil.text
        if teil is not element and teil.tail:
            yield teil.tail


def _zellentext(zelle: etree._Element) -> str:
    """The words of a cell; line breaks and paragraphs become blanks."""
    teile: list[str] = []
    for teil in zelle.iter():
        if teil.tag in _BLOECKE or teil.tag == "br":
            teile.append(" ")
        if isinstance(teil.tag, str) and teil.tag not in _UNSICHTBAR and teil.text:
            teile.append(teil.text)
        if teil is not zelle and teil.tail:
            teile.append((" " if teil.tag in _BLOECKE else "") + teil.tail)
    return "".join(teile)
