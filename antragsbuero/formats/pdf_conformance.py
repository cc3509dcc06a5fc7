"""Makes a drawn file a tagged one: PDF/UA-1 and PDF/A-2a (ISO 14289-1, ISO 19005-2)."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Pdf,
    Stream,
    String,
)

from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.arabic import plain_letter
from antragsbuero.formats.pdf_canvas import Drawn
from antragsbuero.formats.pdf_pages import Bookmark, Flow
from antragsbuero.formats.pdf_structure import Content, Element, LinkArea
from antragsbuero.resources import resource

_NAMED = {"Scope", "ListNumbering", "TextDecorationType", "Placement"}
"""Attributes whose values are names, not texts or numbers."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>{creator}
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_TOOL = "Antragsbüro"
_CMAP_PAIR = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]+)>")


def finish(drawn: Drawn, root: Element, flow: Flow, dokument: Dokument, title: str) -> bytes:
    """The file with structure, links, outline, metadata and colour profile."""
    with pikepdf.open(io.BytesIO(drawn.content)) as pdf:
        _Structure(pdf, drawn, flow.anchors).write(root)
        _outline(pdf, flow.bookmarks)
        pdf.Root.Lang = String(dokument.sprache)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _metadata(pdf, dokument, title)
        _colors(pdf)
        _repair(pdf)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The file; no stream ends with a carriage return.

    With the line feed before "endstream" it would be taken for one line end, and the length
    of the stream for wrong (ISO 19005-2, 6.1.7.1). The last byte of a compressed stream is
    one of a checksum, so one stream in 256 would; so would those compressed while saving.
    """
    for item in pdf.objects:
        pruefe_abbruch()
        if isinstance(item, Stream) and _ends_as_a_line(item):
            _lengthen(item)
    for mode in (ObjectStreamMode.generate, ObjectStreamMode.disable):
        target = io.BytesIO()
        pdf.save(
            target, min_version="1.7", fix_metadata_version=False, object_stream_mode=mode,
            progress=lambda _: pruefe_abbruch(),
        )  # fmt: skip
        if b"\r\nendstream" not in target.getvalue():
            break
    return target.getvalue()


def _ends_as_a_line(stream: Stream) -> bool:
    """Asked of what this program writes; other ways of packing come with pictures only."""
    packing = stream.get(Name.Filter)
    if packing is None:
        return zlib.adler32(stream.read_raw_bytes()) & 0xFF == ord("\r")
    flate = packing in (Name.FlateDecode, Array([Name.FlateDecode]))
    return flate and stream.read_raw_bytes()[-1:] == b"\r"


def _lengthen(stream: Stream) -> None:
    """Adds bytes without meaning until the checksum ends otherwise."""
    program = Name.Length1 in stream
    data = stream.read_bytes()
    while zlib.adler32(data) & 0xFF == ord("\r"):
        data += b"\0\0\0\1" if program else b"\n"  # a zero alone would not change the sum
    stream.write(data)
    if program:
        stream.Length1 = len(data)


class _Structure:
    """Writes the structure tree, the parent tree and the links."""

    def __init__(self, pdf: Pdf, drawn: Drawn, anchors: Mapping[str, tuple[int, float]]) -> None:
        self._pdf = pdf
        self._drawn = drawn
        self._anchors = anchors
        self._pages = [page.obj for page in pdf.pages]
        self._parents: list[list[Object | None]] = [[None] * len(m) for m in drawn.marked]
        self._links: list[Object] = []

    def write(self, root: Element) -> None:
        pdf = self._pdf
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        numbers = Array()
        for n, page in enumerate(self._pages):
            page.StructParents = n
            page.Tabs = Name.S
            numbers.append(n)
            numbers.append(pdf.make_indirect(Array(self._parents[n])))
        for n, link in enumerate(self._links, len(self._pages)):
            numbers.append(n)
            numbers.append(link)
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._pages) + len(self._links)
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        pruefe_abbruch()
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        if len(element.attributes) > 1:
            made.A = _attributes(element.attributes)
        if element.alt:
            made.Alt = String(element.alt)
        kids: list[Any] = []
        home: int | None = None
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._element(kid, made))
            elif isinstance(kid, Content):
                self._parents[kid.page][kid.mcid] = made
                if home is None:
                    home = kid.page
                    made.Pg = self._pages[home]
                kids.append(
                    kid.mcid
                    if kid.page == home
                    else Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.mcid)
                )
            else:
                kids.append(self._link(kid, made))
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _link(self, area: LinkArea, element: Object) -> Object:
        page = self._pages[area.page]
        note = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([round(v, 2) for v in area.rect]),
                Border=Array([0, 0, 0]), F=4, Contents=String(_spoken(area.target)),
                StructParent=len(self._pages) + len(self._links),
            )
        )  # fmt: skip
        if area.target.startswith("#"):
            number, y = self._anchors[area.target[1:]]
            note.Dest = Array([self._pages[number], Name.XYZ, None, round(y, 2), None])
        else:
            note.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(area.target))
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(note)
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=note)


def _attributes(attributes: Mapping[str, str | int | tuple[float, ...]]) -> Object:
    made = Dictionary()
    for key, value in attributes.items():
        if isinstance(value, int):
            made[f"/{key}"] = value
        elif isinstance(value, tuple):
            made[f"/{key}"] = Array([round(number, 2) for number in value])
        elif key in _NAMED or key == "O":
            made[f"/{key}"] = Name(f"/{value}")
        else:
            made[f"/{key}"] = String(value)
    return made


def _spoken(target: str) -> str:
    return "Verweis in diesem Dokument" if target.startswith("#") else f"Verweis auf {target}"


def _outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    if not bookmarks:
        return
    with pdf.open_outline() as outline:
        path: list[OutlineItem] = []
        for mark in bookmarks:
            item = OutlineItem(mark.title or "–", mark.page, "XYZ", top=round(mark.y, 2))
            path = path[: mark.level - 1]
            (path[-1].children if path else outline.root).append(item)
            path.append(item)
    pdf.Root.PageMode = Name.UseOutlines if len(bookmarks) > 1 else Name.UseNone


def _metadata(pdf: Pdf, dokument: Dokument, title: str) -> None:
    """The same facts in the XMP packet and in the old information dictionary."""
    now = datetime.now(UTC).replace(microsecond=0)
    creator = (
        f"\n<dc:creator><rdf:Seq><rdf:li>{escape(dokument.verfasser)}</rdf:li></rdf:Seq>"
        "</dc:creator>"
    )
    packet = _XMP.format(
        title=escape(title), lang=dokument.sprache, creator=creator * bool(dokument.verfasser),
        tool=_TOOL, producer=_TOOL, date=now.isoformat(),
    )  # fmt: skip
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    stamp = String(f"{now:D:%Y%m%d%H%M%S}+00'00'")
    pdf.docinfo.Title = String(title)
    if dokument.verfasser:
        pdf.docinfo.Author = String(dokument.verfasser)
    pdf.docinfo.Creator = pdf.docinfo.Producer = String(_TOOL)
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = stamp


def _colors(pdf: Pdf) -> None:
    """Says what red, green and blue mean (ISO 19005-2, 6.2.3)."""
    profile = pdf.make_stream(resource("color", "sRGB.icc").read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, DestOutputProfile=profile,
        OutputConditionIdentifier=String("sRGB"), Info=String("sRGB IEC61966-2.1"),
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _repair(pdf: Pdf) -> None:
    """Corrects what the canvas writes and strict readers reject.

    Empty page transitions go; the maps from codes to characters are written anew, without
    entries for unused codes and with UTF-16 beyond the basic plane.
    """
    for page in pdf.pages:
        if Name.Trans in page.obj:
            del page.obj[Name.Trans]
    for item in pdf.objects:
        font = isinstance(item, Dictionary) and item.get(Name.Type) == Name.Font
        if font and Name.ToUnicode in item:
            item.ToUnicode.write(_cmap(item.ToUnicode.read_bytes().decode("latin-1")))


def _cmap(old: str) -> bytes:
    pairs = [
        (code, plain_letter(chr(int(char, 16))).encode("utf-16-be").hex().upper())
        for code, char in _CMAP_PAIR.findall(old.partition("beginbfchar")[2])
        if int(char, 16)
    ]
    lines = [old[: old.index("endcodespacerange")] + "endcodespacerange"]
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code}> <{char}>" for code, char in block]
        lines.append("endbfchar")
    lines.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return "\n".join(lines).encode("latin-1")
