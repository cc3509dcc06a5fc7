"""Blocks of a Dokument as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from lxml import etree

from antragsbuero.dokument.abbruch import pruefe_abbruch
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
)
from antragsbuero.formats import docx_styles as styles
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_lists import MAX_LEVEL, ListNumbering, hangings
from antragsbuero.formats.docx_pictures import drawing
from antragsbuero.formats.docx_xml import R, add_text, child, detached, twips, w
from antragsbuero.formats.links import is_address
from antragsbuero.formats.look import LOGO_HEIGHT_MM, LOGO_WIDTH_MM, MARKS, PICTURE_SHARE
from antragsbuero.formats.pictures import Picture, read_picture


class TableBuilder(Protocol):
    """Builds a table, set in by `left` twips."""

    def __call__(self, body: Body, tabelle: Tabelle, left: int = 0) -> etree._Element:
        """The element of the table."""
        ...


class Body:
    """Builds the elements of one document's body.

    `relate` registers an address outside and returns its relationship id, `embed` a picture
    file; without that a picture is told in words. `width` and `height` are those of the text in
    twips.
    """

    def __init__(
        self, log: CharacterLog, relate: Callable[[str], str], width: int,
        *, embed: Callable[[bytes], str] | None = None, height: int = 0,
    ) -> None:  # fmt: skip
        self.numbering = ListNumbering()
        self.log = log
        self.width = width
        self.height = height or width
        self._embed = embed
        self._pictures = 0
        self._relate = relate
        self._bookmarks = 0

    def heading(self, block: Ueberschrift) -> etree._Element:
        """A heading; its anchor becomes a bookmark."""
        paragraph = detached("p")
        ppr = child(paragraph, "pPr")
        child(ppr, "pStyle", val=f"Heading{min(max(block.stufe, 1), 6)}")
        if block.anker:
            self._bookmarks += 1
            child(paragraph, "bookmarkStart", id=self._bookmarks, name=_bookmark(block.anker))
        add_text(child(paragraph, "r"), self.log.clean(block.text))
        if block.anker:
            child(paragraph, "bookmarkEnd", id=self._bookmarks)
        return paragraph

    def paragraph(
        self, absatz: Textabsatz, style: str | None = None, centred: bool = False
    ) -> etree._Element:
        """A paragraph in the style of its role, or in the one given."""
        paragraph = detached("p")
        self._properties(paragraph, absatz, style or styles.PARAGRAPHS[absatz.rolle])
        if centred:
            child(paragraph[0], "jc", val="center")
        self.runs(paragraph, absatz.laeufe)
        return paragraph

    def _properties(self, paragraph: etree._Element, absatz: Textabsatz, style: str) -> None:
        ppr = child(paragraph, "pPr")
        if style != "Normal":
            child(ppr, "pStyle", val=style)
        if absatz.marke is not None and (bar := MARKS[absatz.marke].bar):
            sides = child(ppr, "pBdr")
            child(sides, "left", val="single", sz=16, space=4, color=bar)
            child(ppr, "spacing", before=60)
            child(ppr, "ind", left=120)

    def runs(self, paragraph: etree._Element, laeufe: Sequence[Textlauf]) -> None:
        """Appends runs; a Verweis becomes a link."""
        pruefe_abbruch()
        for lauf in laeufe:
            text = self.log.clean(lauf.text)
            if not text:
                continue
            parent = self._link(paragraph, lauf.verweis) if lauf.verweis else None
            run = child(paragraph if parent is None else parent, "r")
            _look(run, lauf, linked=parent is not None)
            add_text(run, text)

    def _link(self, paragraph: etree._Element, verweis: str) -> etree._Element | None:
        if verweis.startswith("#"):
            return child(paragraph, "hyperlink", anchor=_bookmark(verweis[1:]))
        if not is_address(verweis):
            return None
        link = child(paragraph, "hyperlink")
        link.set(f"{{{R}}}id", self._relate(verweis))
        return link

    def picture(self, bild: Bild) -> etree._Element:
        """A paragraph that holds a picture and nothing else."""
        picture = read_picture(bild)
        height = self.height * PICTURE_SHARE
        return self._picture(picture, picture.fit(twips(bild.breite), self.width, height))

    def logo(self, bild: Bild) -> etree._Element:
        """The paragraph of the logo, on the right."""
        picture = read_picture(bild)
        wanted = twips(bild.breite or LOGO_WIDTH_MM)
        paragraph = self._picture(picture, picture.fit(wanted, self.width, twips(LOGO_HEIGHT_MM)))
        child(paragraph[0], "jc", val="right")
        return paragraph

    def _picture(self, picture: Picture, size: tuple[float, float]) -> etree._Element:
        self._pictures += 1
        paragraph = detached("p")
        child(child(paragraph, "pPr"), "pStyle", val=styles.PICTURE)
        description = self.log.clean(picture.description)
        if self._embed is None:
            add_text(child(paragraph, "r"), f"[{description}]")
            return paragraph
        relation = self._embed(picture.data)
        child(paragraph, "r").append(drawing(self._pictures, relation, description, size))
        return paragraph

    def list_entries(self, liste: Liste, table: TableBuilder) -> list[etree._Element]:
        """The paragraphs and tables of a list; each list counts for itself."""
        self.numbering.restart()
        rooms = hangings(liste.punkte)
        out: list[etree._Element] = []
        stack = [(punkt, 0) for punkt in reversed(liste.punkte)]
        while stack:
            punkt, level = stack.pop()
            out += self._entry(punkt, level, rooms, table)
            stack += [(unter, level + 1) for unter in reversed(punkt.punkte)]
        return out

    def _entry(
        self, punkt: Listenpunkt, level: int, rooms: Sequence[int], table: TableBuilder
    ) -> list[etree._Element]:
        shown = min(level, MAX_LEVEL)
        left, hanging = sum(rooms[: shown + 1]), rooms[shown]
        zeichen = self.log.clean(punkt.zeichen).replace("\n", " ").replace("\t", " ")
        num = self.numbering.number(zeichen, level, left, hanging)
        absaetze = punkt.absaetze
        if zeichen and not (absaetze and isinstance(absaetze[0], Textabsatz)):
            absaetze = (Textabsatz(()), *absaetze)
        out: list[etree._Element] = []
        for n, absatz in enumerate(absaetze):
            if isinstance(absatz, Tabelle):
                if out and out[-1].tag == w("p"):
                    keep_with_next(out[-1])
                out += [table(self, absatz, left), _gap(small=True)]
                continue
            paragraph = detached("p")
            ppr = child(paragraph, "pPr")
            quote = absatz.rolle is Textrolle.ZITAT
            child(ppr, "pStyle", val="Quote" if quote else styles.LIST_ENTRY)
            if n == 0 and num is not None:
                reference = child(ppr, "numPr")
                child(reference, "ilvl", val=level)
                child(reference, "numId", val=num)
            elif n == 0 and zeichen:
                child(ppr, "ind", left=left, hanging=hanging)
                add_text(child(paragraph, "r"), f"{zeichen}\t")
            else:
                child(ppr, "ind", left=left)
            self.runs(paragraph, absatz.laeufe)
            out.append(paragraph)
        return out


def _look(run: etree._Element, lauf: Textlauf, *, linked: bool) -> None:
    if not (lauf.fett or lauf.kursiv or lauf.unterstrichen or lauf.marke or linked):
        return
    rpr = child(run, "rPr")
    if lauf.marke is not None:
        child(rpr, "rStyle", val=styles.CHARACTERS[lauf.marke])
    elif linked:
        child(rpr, "rStyle", val="Hyperlink")
    if lauf.fett:
        child(rpr, "b")
    if lauf.kursiv:
        child(rpr, "i")
    if lauf.unterstrichen:
        child(rpr, "u", val="single")


def _bookmark(anker: str) -> str:
    """A bookmark's name: letters, digits and "_", at most 40 characters."""
    return "".join(char if char.isalnum() else "_" for char in f"m_{anker}")[:40]


def fill(body: Body, blocks: Sequence[Block], table: TableBuilder) -> list[etree._Element]:
    """The elements of all blocks, in order."""
    out: list[etree._Element] = []
    head = False
    for block in blocks:
        if isinstance(block, Ueberschrift):
            out.append(body.heading(block))
        elif isinstance(block, Textabsatz):
            out.append(body.paragraph(block))
            if head and block.rolle is not Textrolle.KOPFZEILE:
                _part(out[-1])
        elif isinstance(block, Liste):
            out += body.list_entries(block, table)
        elif isinstance(block, Bild):
            out.append(body.picture(block))
        else:
            out += [table(body, block), _gap()]
        head = isinstance(block, Textabsatz) and block.rolle is Textrolle.KOPFZEILE
    return out


def keep_with_next(paragraph: etree._Element) -> None:
    """Keeps a paragraph on the page of the next one."""
    ppr = paragraph[0]
    first = 1 if len(ppr) and ppr[0].tag == w("pStyle") else 0
    ppr.insert(first, detached("keepNext"))


def _part(paragraph: etree._Element) -> None:
    """Space between the lines of the head and what follows."""
    ppr = paragraph[0]
    if ppr.find(w("spacing")) is None:
        spacing = detached("spacing", before=200)
        later = [n for n, element in enumerate(ppr) if element.tag in (w("ind"), w("jc"))]
        ppr.insert(later[0] if later else len(ppr), spacing)


def _gap(*, small: bool = False) -> etree._Element:
    """The small paragraph after a table: without one Word glues tables together."""
    paragraph = detached("p")
    ppr = child(paragraph, "pPr")
    child(ppr, "pStyle", val=styles.TABLE_TEXT)
    if small:
        child(ppr, "spacing", after=0, line=160, lineRule="exact")
    return paragraph
