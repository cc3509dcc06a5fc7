"""Paragraphs and tables with tracked changes as WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from lxml import etree

from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import Marke, Tabelle, Textabsatz, Textlauf, Zelle
from antragsbuero.dokument.korrektur import (
    Absatzform,
    Korrekturabsatz,
    Korrekturtabelle,
    Korrekturzeile,
)
from antragsbuero.formats import docx_styles as styles
from antragsbuero.formats.docx_body import Body
from antragsbuero.formats.docx_tables import shrink, table
from antragsbuero.formats.docx_xml import child, detached, w

_INDENT = 567
"""Twips that each level of a list is set in; its label hangs in them."""
_DEEPEST = 8
_APART = timedelta(minutes=2)
"""Between the changes of neighbouring paragraphs: LibreOffice takes changes of one author within
a minute for one, over the end of a paragraph that itself did not change."""
_TAGS = {Marke.EINGEFUEGT: "ins", Marke.GESTRICHEN: "del"}
_MOVES = {Marke.EINGEFUEGT: "moveTo", Marke.GESTRICHEN: "moveFrom"}


class RedlineBody:
    """Builds the elements of a body; `author` and `moment` (UTC) sign each change."""

    def __init__(self, body: Body, author: str, moment: datetime) -> None:
        self._body = body
        self._author = author or "Fraktion"
        self._moments = moment, moment - _APART
        self._changes = 0
        self._paragraphs = 0
        self._left = 0  # of the words before: a table of a point stands below them

    def elements(
        self, blocks: Sequence[Korrekturabsatz | Korrekturtabelle]
    ) -> list[etree._Element]:
        """The elements of all blocks, in order."""
        out: list[etree._Element] = []
        for move, group in groupby(blocks, key=_move_of):
            built = [self._block(block) for block in group]
            out += built if move is None else self._enclosed(built, *move)
        return out

    def _block(self, block: Korrekturabsatz | Korrekturtabelle) -> etree._Element:
        if isinstance(block, Korrekturtabelle):
            return self._table(block)
        if not block.form.luecke:
            self._left = (min(block.form.ebene, _DEEPEST) + 1) * _INDENT
        return self._paragraph(block)

    def _enclosed(
        self, built: Sequence[etree._Element], number: int, marke: Marke
    ) -> list[etree._Element]:
        """Says that these paragraphs moved, by marks of one name at the old and new place.

        The end stands behind the last paragraph: its own end moved too.
        """
        tag = _MOVES[marke]
        start = self._change(detached("body"), f"{tag}RangeStart", name=f"Verschiebung{number}")
        end = detached(f"{tag}RangeEnd", id=start.get(w("id")) or "")
        built[0].insert(1, start)
        return [*built, end]

    def _paragraph(self, absatz: Korrekturabsatz) -> etree._Element:
        pruefe_abbruch()
        self._paragraphs += 1
        paragraph = detached("p")
        ppr = child(paragraph, "pPr")
        _form(ppr, absatz.form)
        if absatz.ende is not None:
            self._change(child(ppr, "rPr"), _tag(absatz.ende, absatz))
        for marke, laeufe in groupby(absatz.laeufe, key=lambda lauf: lauf.marke):
            place = paragraph if marke is None else self._change(paragraph, _tag(marke, absatz))
            self._runs(place, tuple(laeufe), struck=place.tag == w("del"))
        return paragraph

    def _change(self, parent: etree._Element, tag: str, **more: str) -> etree._Element:
        self._changes += 1
        moment = self._moments[self._paragraphs % 2]
        return child(
            parent,
            tag,
            id=self._changes,
            author=self._author,
            date=f"{moment:%Y-%m-%dT%H:%M:%SZ}",
            **more,
        )

    def _runs(self, place: etree._Element, laeufe: Sequence[Textlauf], *, struck: bool) -> None:
        # the mark is told by the change itself; links have no place inside one
        plain = [Textlauf(z.text, z.fett, z.kursiv, z.unterstrichen) for z in laeufe]
        self._body.runs(place, plain)
        if struck:
            for text in list(place.iter(w("t"))):
                text.tag = w("delText")

    def _table(self, tabelle: Korrekturtabelle) -> etree._Element:
        rows = tuple(
            tuple(Zelle((Textabsatz(zelle.laeufe),)) for zelle in zeile.zellen)
            for zeile in tabelle.zeilen
        )
        head, rest = rows[: tabelle.kopfzeilen], rows[tabelle.kopfzeilen :]
        plain = Tabelle(head, rest, tabelle.breiten, tabelle.beschreibung)
        root = table(self._body, plain, self._left)
        for row, zeile in zip(root.iter(w("tr")), tabelle.zeilen, strict=True):
            self._refill(row, zeile)
        shrink(root)
        return root

    def _refill(self, row: etree._Element, zeile: Korrekturzeile) -> None:
        for cell, absatz in zip(row.iter(w("tc")), zeile.zellen, strict=False):
            new = self._paragraph(absatz)
            (old,) = cell.iterchildren(w("p"))
            new.replace(new[0], old[0])
            if zeile.marke is not None:
                self._change(child(new[0], "rPr"), _TAGS[zeile.marke])
            cell.replace(old, new)
        if zeile.marke is not None:
            properties = row.find(w("trPr"))
            if properties is None:
                properties = detached("trPr")
                row.insert(0, properties)
            self._change(properties, _TAGS[zeile.marke])


def _move_of(block: Korrekturabsatz | Korrekturtabelle) -> tuple[int, Marke] | None:
    if isinstance(block, Korrekturabsatz) and block.umzug and block.ende is not None:
        return block.umzug, block.ende
    return None


def _tag(marke: Marke, absatz: Korrekturabsatz) -> str:
    return _MOVES[marke] if absatz.umzug else _TAGS[marke]


def _form(ppr: etree._Element, form: Absatzform) -> None:
    style = styles.TABLE_TEXT if form.luecke else styles.PARAGRAPHS[form.rolle]
    if form.stufe:
        style = f"Heading{min(form.stufe, 6)}"
    elif form.ebene >= 0 and style == "Normal":
        style = styles.LIST_ENTRY
    if style != "Normal":
        child(ppr, "pStyle", val=style)
    if form.ebene >= 0:
        left = (min(form.ebene, _DEEPEST) + 1) * _INDENT
        tabs = child(ppr, "tabs")
        child(tabs, "tab", val="left", pos=left)
        if form.mit_zeichen:
            child(ppr, "ind", left=left, hanging=_INDENT)
        else:
            child(ppr, "ind", left=left)
