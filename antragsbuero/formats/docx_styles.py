"""The named styles of our Word files."""

from __future__ import annotations

from antragsbuero.dokument.dokument import Dokument, Marke, Textrolle
from antragsbuero.formats.docx_xml import twips
from antragsbuero.formats.look import (
    HEAD_TAB_MM,
    INK,
    LINE_NUMBER_SIZE,
    LINK,
    MARKS,
    QUIET,
    Measures,
    measures,
)

PARAGRAPHS = {
    Textrolle.TEXT: "Normal",
    Textrolle.ZITAT: "Quote",
    Textrolle.KOPFZEILE: "Kopfangabe",
    Textrolle.HINWEIS: "Hinweis",
    Textrolle.UNTERSCHRIFT: "Signature",
}
"""Style of a paragraph by its role."""
IN_TABLES = {Textrolle.HINWEIS: "Tabellenhinweis"}
TABLE_TEXT = "Tabellentext"
TABLE_HEAD = "Tabellenkopf"
TABLE = "Papiertabelle"
LIST_ENTRY = "Listenpunkt"
PICTURE = "Bild"
CHARACTERS = {
    Marke.EINGEFUEGT: "Eingefuegt",
    Marke.GESTRICHEN: "Gestrichen",
    Marke.VERSCHOBEN: "Verschoben",
    Marke.FRIST: "Frist",
    Marke.LEISE: "Leise",
}
"""Style of a run by its mark."""
_CHARACTER_NAMES = {
    Marke.EINGEFUEGT: "Eingefügt",
    Marke.GESTRICHEN: "Gestrichen",
    Marke.VERSCHOBEN: "Verschoben",
    Marke.FRIST: "Frist",
    Marke.LEISE: "Leise",
}
_LINES = {
    Marke.EINGEFUEGT: '<w:u w:val="single"/>',
    Marke.GESTRICHEN: "",
    Marke.VERSCHOBEN: '<w:u w:val="dotted"/>',
    Marke.FRIST: "",
    Marke.LEISE: "",
}
_UNCOUNTED = "<w:suppressLineNumbers/>"
"""In styles of what is no text of the paper: its lines have no numbers."""


def styles_xml(dokument: Dokument) -> str:
    """All styles with the sizes for that orientation; Arial and Times are Liberation's twins."""
    m = measures(dokument)
    font = "Times New Roman" if dokument.serifen else "Arial"
    leading = round(m.leading * 20)
    parts = [
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" '
        f'w:eastAsia="{font}" w:cs="{font}"/>{_size(m.body)}'
        f'<w:lang w:val="{dokument.sprache}" w:eastAsia="{dokument.sprache}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        _paragraph(
            "Normal",
            "Normal",
            default=True,
            based="",
            p=f'<w:spacing w:after="120" w:line="{leading}" w:lineRule="atLeast"/>',
            r=f'<w:color w:val="{INK}"/>',
        ),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/></w:style>',
    ]
    parts += [_heading(level, size) for level, size in enumerate(_sizes(m.headings), 1)]
    parts += _named(m)
    parts += [_character(marke) for marke in Marke]
    parts.append(_table())
    return "".join(parts)


def _named(m: Measures) -> list[str]:
    """The styles of paragraphs by their role, of tables, head and foot, and of links."""
    table_leading = round(m.table_leading * 20)
    tab = twips(HEAD_TAB_MM)
    quiet = f'<w:color w:val="{QUIET}"/>'
    small, note = quiet + _size(m.small), quiet + _size(m.note)
    tight = '<w:spacing w:after="{}" w:line="240" w:lineRule="auto"/>'
    even = f'<w:spacing w:after="30" w:line="{table_leading}" w:lineRule="atLeast"/>'
    return [
        _paragraph(
            "Kopfangabe", "Kopfangabe",
            p=f'{_UNCOUNTED}<w:tabs><w:tab w:val="left" w:pos="{tab}"/></w:tabs>'
            '<w:spacing w:after="40"/>'
            f'<w:ind w:left="{tab}" w:hanging="{tab}"/>',
        ),
        _paragraph("Quote", "Quote", p='<w:ind w:left="425" w:right="425"/>', r="<w:i/>"),
        _paragraph(LIST_ENTRY, "Listenpunkt", p='<w:spacing w:after="80"/>'),
        _paragraph(PICTURE, "Bild", p=_UNCOUNTED + '<w:spacing w:line="240" w:lineRule="auto"/>'),
        _paragraph("Hinweis", "Hinweis", p=_UNCOUNTED + tight.format(60), r=note),
        _paragraph(
            "Signature", "Signature", p=f'<w:keepLines/>{_UNCOUNTED}<w:spacing w:before="240"/>'
        ),
        _paragraph(TABLE_TEXT, "Tabellentext", p=_UNCOUNTED + even, r=_size(m.table)),
        _paragraph(
            TABLE_HEAD, "Tabellenkopf", based=TABLE_TEXT, r="<w:b/>"
        ),
        _paragraph(
            "Tabellenhinweis", "Tabellenhinweis", based=TABLE_TEXT,
            p=tight.format(20), r=small,
        ),
        _paragraph("Header", "header", p=tight.format(160), r=small),
        _paragraph("Footer", "footer", p=tight.format(0), r=small),
        '<w:style w:type="character" w:styleId="LineNumber"><w:name w:val="line number"/>'
        f"<w:rPr>{quiet}{_size(LINE_NUMBER_SIZE)}</w:rPr></w:style>",
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{LINK}"/><w:u w:val="single"/></w:rPr></w:style>',
    ]  # fmt: skip


def _sizes(headings: tuple[float, ...]) -> tuple[float, ...]:
    return (*headings, *[headings[-1]] * (6 - len(headings)))


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _paragraph(
    ident: str, name: str, *, p: str = "", r: str = "", based: str = "Normal", default: bool = False
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ' w:customStyle="1"' if name == ident else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{ident}"><w:name w:val="{name}"/>{base}'
        f"<w:qFormat/><w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
    )


def _heading(level: int, size: float) -> str:
    before = 0 if level == 1 else 240
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:keepLines/>{_UNCOUNTED}<w:spacing w:before="{before}" w:after="80" w:line="240" '
        f'w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr><w:b/>{_size(size)}</w:rPr></w:style>"
    )


def _character(marke: Marke) -> str:
    look = MARKS[marke]
    strike = "<w:strike/>" if marke is Marke.GESTRICHEN else ""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.ground}"/>' if look.ground else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{CHARACTERS[marke]}">'
        f'<w:name w:val="{_CHARACTER_NAMES[marke]}"/><w:qFormat/><w:rPr>{strike}'
        f'<w:color w:val="{look.text}"/>{_LINES[marke]}{ground}</w:rPr></w:style>'
    )


def _table() -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="777777"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="68" w:type="dxa"/><w:left w:w="113" w:type="dxa"/>'
        '<w:bottom w:w="79" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )
