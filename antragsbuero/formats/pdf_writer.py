"""Writes a Dokument as an accessible and archivable PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.look import RULE, head_right
from antragsbuero.formats.pdf_blocks import BlockLayout
from antragsbuero.formats.pdf_canvas import PageDrawer
from antragsbuero.formats.pdf_conformance import finish
from antragsbuero.formats.pdf_line_numbers import LineNumbers
from antragsbuero.formats.pdf_pages import MM, Flow, Geometry, Page, Placed, Rule, SetParagraph
from antragsbuero.formats.pdf_structure import Element
from antragsbuero.formats.pdf_typesetting import Typesetter
from antragsbuero.formats.safe_write import write_file

_LONG, _SHORT = 297 * MM, 210 * MM
_HEAD_SHARE, _FOOT_SHARE = 0.6, 0.8
"""Part of the width for the left side; the right of the foot holds no more than its page."""


def schreibe_pdf(dokument: Dokument, ziel: Path) -> list[str]:
    """Writes the PDF safely and returns German hints, as characters that no font has.

    Raises:
        Dateifehler: the target cannot be written; an old file stays whole.
    """
    log = CharacterLog()
    write_file(ziel, pdf_bytes(dokument, log))
    return log.hints()


def pdf_bytes(dokument: Dokument, log: CharacterLog) -> bytes:
    """The file as bytes."""
    typesetter = Typesetter(dokument, log)
    furniture = _Furniture(dokument, typesetter)
    flow = Flow(furniture.geometry)
    root = Element("Document")
    layout = BlockLayout(flow, typesetter, root)
    if dokument.logo is not None:
        layout.logo(dokument.logo)
    layout.add(dokument.bloecke)
    title = log.clean(dokument.titel) or "Dokument ohne Titel"
    drawer = PageDrawer(furniture.geometry, typesetter.body_face, title)
    count = len(flow.pages)
    numbers = LineNumbers(typesetter, flow.geometry) if dokument.zeilennummern else None
    for n in range(count):
        page, flow.pages[n] = flow.pages[n], Page()  # what is drawn need not be kept
        page.rules += furniture.rules
        if numbers is not None:
            numbers.put(page)
        drawer.page(page, furniture.of_page(n + 1, count))
    clean = replace(dokument, verfasser=log.clean(dokument.verfasser))
    return finish(drawer.finish(), root, flow, clean, title)


class _Furniture:
    """Head and foot of the pages; the text between them gets what height they leave."""

    def __init__(self, dokument: Dokument, typesetter: Typesetter) -> None:
        self._set = typesetter
        width, height = (_LONG, _SHORT) if dokument.querformat else (_SHORT, _LONG)
        top, right, bottom, left = (side * MM for side in typesetter.measures.margins)
        inner = width - left - right
        self._left, self._inner = left, inner
        self._head = self._pair(dokument.kopfzeile[0], head_right(dokument), bold=dokument.entwurf)
        self._foot_text = dokument.fusszeile
        foot = self._pair(self._foot_text, "Seite", _FOOT_SHARE)
        self._head_top = height - top
        self._foot_top = bottom - 2 * MM
        lines = max(part.height for part in self._head)
        under = self._head_top - lines - 1.5 * MM
        heads = dokument.kopfzeile[0] or head_right(dokument)
        self.rules = [Rule(left, under, width - right, under, 0.5, RULE)] if heads else []
        # a foot of more lines than one grows upwards
        self._foot_top += max(part.height for part in foot) - foot[1].height
        self.geometry = Geometry(
            width, height, left, width - right, under - 4 * MM, self._foot_top + 4 * MM
        )

    def of_page(self, number: int, count: int) -> list[Placed]:
        """Head and foot of one page."""
        foot = self._pair(self._foot_text, f"Seite {number} von {count}", _FOOT_SHARE)
        return [
            *self._placed(self._head, self._head_top),
            *self._placed(foot, self._foot_top),
        ]

    def _pair(
        self, left: str, right: str, part: float = _HEAD_SHARE, *, bold: bool = False
    ) -> tuple[SetParagraph, SetParagraph]:
        share = self._inner * part
        right_setting = self._set.furniture(right=True, bold=bold)
        return (
            self._set.plain(left, self._set.furniture(), share if right else self._inner, None),
            self._set.plain(right, right_setting, self._inner - share - 6, None),
        )

    def _placed(self, pair: tuple[SetParagraph, SetParagraph], top: float) -> list[Placed]:
        left, right = pair
        away = self._left + self._inner - right.width
        return [
            Placed(left, 0, len(left.lines), self._left, top - left.drop, artifact=True),
            Placed(right, 0, len(right.lines), away, top - right.drop, artifact=True),
        ]
