"""Writes a Dokument as a Word file."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Mm
from lxml import etree

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_body import Body, fill
from antragsbuero.formats.docx_styles import styles_xml
from antragsbuero.formats.docx_tables import table
from antragsbuero.formats.docx_xml import (
    add_field,
    add_text,
    child,
    detached,
    from_xml,
    refill,
    twips,
    w,
)
from antragsbuero.formats.look import (
    LINE_NUMBER_GAP_MM,
    LINE_NUMBERS_EACH,
    head_right,
    measures,
)
from antragsbuero.formats.safe_write import write_file

_LONG, _SHORT = 297.0, 210.0
_ABOVE_TEXT, _BELOW_TEXT, _FOR_LINES = 7.0, 3.0, 6.0
"""Millimetres: from the head to the text, from there to the foot, a further line of those."""
_KEPT = {RT.STYLES, RT.NUMBERING, RT.SETTINGS}
_SETTINGS = (
    '<w:defaultTabStop w:val="709"/><w:autoHyphenation w:val="0"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="{lang}"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>Antragsb\xc3\xbcro</Application></Properties>'
)


def schreibe_docx(dokument: Dokument, ziel: Path) -> list[str]:
    """Writes the Word file safely and returns German hints.

    Raises:
        Dateifehler: the target cannot be written; an old file stays whole.
    """
    log = CharacterLog()
    write_file(ziel, docx_bytes(dokument, log))
    return log.hints()


def docx_bytes(dokument: Dokument, log: CharacterLog) -> bytes:
    """The file as bytes."""
    return package_bytes(dokument, log, lambda body: fill(body, dokument.bloecke, table))


def package_bytes(
    dokument: Dokument, log: CharacterLog, build: Callable[[Body], list[etree._Element]]
) -> bytes:
    """The file with page, styles, head and foot of `dokument` around the elements built."""
    package = docx.Document()
    _strip(package)
    _page(package, dokument)
    body = Body(
        log, _links(package), _text_width(dokument),
        embed=lambda data: package.part.get_or_add_image(io.BytesIO(data))[0],
        height=_text_height(dokument),
    )  # fmt: skip
    root = package.element.body
    section = root.sectPr
    for name in [a for a in section.attrib if "rsid" in str(a)]:  # who edited the library's file
        del section.attrib[name]
    logo = [] if dokument.logo is None else [body.logo(dokument.logo)]
    refill(root, [*logo, *build(body)])
    root.append(section)
    _restyle(package, dokument)
    refill(package.part.numbering_part.element, body.numbering.elements())
    _head_and_foot(package, dokument, log)
    _properties(package, dokument, log)
    buffer = io.BytesIO()
    package.save(buffer)
    return buffer.getvalue()


def _strip(package: docx.document.Document) -> None:
    """Takes away what the library's own template brings along."""
    rels = package.part.rels
    for ident in [key for key, rel in rels.items() if rel.reltype not in _KEPT]:
        del rels[ident]
    outer = package.part.package.rels
    for ident in [key for key, rel in outer.items() if rel.reltype.endswith("thumbnail")]:
        del outer[ident]
    for rel in outer.values():
        if rel.reltype == RT.EXTENDED_PROPERTIES:
            rel.target_part._blob = _APP  # noqa: SLF001 - the library has no setter


def _page(package: docx.document.Document, dokument: Dokument) -> None:
    section = package.sections[0]
    wide = dokument.querformat
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (Mm(_LONG), Mm(_SHORT)) if wide else (Mm(_SHORT), Mm(_LONG))
    )
    top, right, bottom, left = measures(dokument).margins
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(top + _ABOVE_TEXT), Mm(bottom + _BELOW_TEXT)
    if dokument.zeilennummern:
        _number_lines(section)
    section.header_distance, section.footer_distance = Mm(top), Mm(bottom - 4)


def _number_lines(section: docx.section.Section) -> None:
    numbers = detached(
        "lnNumType",
        countBy=LINE_NUMBERS_EACH,
        distance=twips(LINE_NUMBER_GAP_MM),
        restart="newPage",
    )
    columns = next(section._sectPr.iter(w("cols")))  # noqa: SLF001 - the library has no setter
    columns.addprevious(numbers)


def _text_width(dokument: Dokument) -> int:
    _, right, _, left = measures(dokument).margins
    return twips((_LONG if dokument.querformat else _SHORT) - left - right)


def _text_height(dokument: Dokument) -> int:
    """What is left between head and foot; a head of several lines takes some more."""
    top, _, bottom, _ = measures(dokument).margins
    lines = dokument.kopfzeile[0].count("\n") + dokument.fusszeile.count("\n")
    rest = _ABOVE_TEXT + _BELOW_TEXT + _FOR_LINES * (1 + lines)
    return twips((_SHORT if dokument.querformat else _LONG) - top - bottom - rest)


def _links(package: docx.document.Document) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def relate(address: str) -> str:
        if address not in known:
            known[address] = package.part.relate_to(address, RT.HYPERLINK, is_external=True)
        return known[address]

    return relate


def _restyle(package: docx.document.Document, dokument: Dokument) -> None:
    refill(package.styles.element, from_xml(styles_xml(dokument)))
    refill(package.settings.element, from_xml(_SETTINGS.format(lang=dokument.sprache)))


def _head_and_foot(package: docx.document.Document, dokument: Dokument, log: CharacterLog) -> None:
    section, width = package.sections[0], _text_width(dokument)
    head = section.header.paragraphs[0]._p  # noqa: SLF001 - the element under the paragraph
    first, *more = log.clean(dokument.kopfzeile[0]).split("\n")
    # a neutral head may be empty: then no line hangs above the paper
    rule = "bottom" if dokument.kopfzeile[0] or head_right(dokument) else None
    _line(head, "Header", width, first, rule=rule)
    run = child(head, "r")
    if dokument.entwurf:
        child(child(run, "rPr"), "b")
    add_text(run, f"\t{log.clean(head_right(dokument))}")
    add_text(child(head, "r"), "".join(f"\n{line}" for line in more))
    foot = section.footer.paragraphs[0]._p  # noqa: SLF001
    _line(foot, "Footer", width, log.clean(dokument.fusszeile))
    add_text(child(foot, "r"), "\tSeite ")
    add_field(foot, "PAGE", "1")
    add_text(child(foot, "r"), " von ")
    add_field(foot, "NUMPAGES", "1")


def _line(
    paragraph: etree._Element, style: str, width: int, text: str, rule: str | None = None
) -> None:
    refill(paragraph, ())
    ppr = child(paragraph, "pPr")
    child(ppr, "pStyle", val=style)
    if rule:
        child(child(ppr, "pBdr"), rule, val="single", sz=4, space=4, color="888888")
    child(child(ppr, "tabs"), "tab", val="right", pos=width)
    add_text(child(paragraph, "r"), text)


def _properties(package: docx.document.Document, dokument: Dokument, log: CharacterLog) -> None:
    properties = package.core_properties
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = log.clean(dokument.titel)[:255]
    properties.author = properties.last_modified_by = log.clean(dokument.verfasser)[:255]
    properties.language = dokument.sprache
    properties.comments = ""
    properties.created = properties.modified = now
    properties.revision = 1
