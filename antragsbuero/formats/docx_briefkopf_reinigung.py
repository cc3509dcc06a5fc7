"""Takes out of a Briefkopf what a paper for submission must not carry.

Names of staff, comments, tracked changes, hidden data, and every reference to something outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart
from docx.opc.rel import _Relationship
from lxml import etree

from antragsbuero.formats.docx_briefkopf_pruefung import Teil, ueber
from antragsbuero.formats.docx_xml import R, W, w
from antragsbuero.formats.links import is_address

_ERLAUBT = frozenset(
    (
        RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.WEB_SETTINGS,
        RT.HEADER, RT.FOOTER, RT.FOOTNOTES, RT.ENDNOTES, RT.IMAGE, RT.HYPERLINK, RT.FONT,
    )
)  # fmt: skip
"""Relations that a paper may have; all others are cut with what refers to them."""
_WEG = frozenset(
    w(name)
    for name in (
        "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
        "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "rPrChange", "pPrChange",
        "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "dataBinding",
        "altChunk", "subDoc",
    )
)  # fmt: skip
_EINSTELLUNGEN = frozenset(
    w(name)
    for name in (
        "rsids", "attachedTemplate", "docVars", "mailMerge", "trackRevisions", "revisionView",
        "documentProtection", "writeProtection", "linkStyles", "saveThroughXslt",
        "attachedSchema", "schemaLibrary", "activeWritingStyle", "proofState",
    )
)  # fmt: skip
_KENNUNGEN = ("docId",)
"""Elements of later Word versions that follow one file through its life."""


def reinige_text(teil: Teil) -> None:
    """Accepts tracked changes and takes out comments, our bookmarks and traces of editing."""
    wurzel = teil.wurzel
    for element in list(wurzel.iter()):
        if not isinstance(element.tag, str):
            _nimm_heraus(element)  # remarks and instructions
        elif element.tag in _WEG:
            _nimm_heraus(element)
        elif element.tag in (w("commentReference"), w("annotationRef")):
            _nimm_heraus(_lauf(element))
        elif element.tag == w("bookmarkStart"):
            name = (element.get(w("name")) or "").lower()
            if name.startswith("ab_") or name == "_goback":
                nummer = element.get(w("id"))
                for ende in list(wurzel.iter(w("bookmarkEnd"))):
                    if ende.get(w("id")) == nummer:
                        _nimm_heraus(ende)
                _nimm_heraus(element)
    _nimm_aenderungen_an(wurzel)
    for element in wurzel.iter():
        for name in [a for a in map(str, element.attrib) if a.startswith(f"{{{W}}}rsid")]:
            del element.attrib[name]


def _nimm_aenderungen_an(wurzel: etree._Element) -> None:
    for element in list(wurzel.iter(w("del"), w("moveFrom"), w("ins"), w("moveTo"))):
        eltern = element.getparent()
        if eltern is None:
            continue
        weg = element.tag in (w("del"), w("moveFrom"))
        if eltern.tag == w("rPr"):
            absatz = next(eltern.iterancestors(w("p")), None)
            _nimm_heraus(element)
            if weg and absatz is not None and ueber(ueber(eltern)) is absatz:
                _loesche_leeren(absatz)
        elif eltern.tag == w("trPr"):
            _nimm_heraus(ueber(eltern) if weg else element)
        elif weg:
            _nimm_heraus(element)
        else:
            packe_aus(element)


def _loesche_leeren(absatz: etree._Element) -> None:
    """The paragraph whose mark was deleted goes where nothing stands in it."""
    inhalt = any(ueber(lauf).tag not in (w("del"), w("moveFrom")) for lauf in absatz.iter(w("r")))
    eltern = absatz.getparent()
    if eltern is not None and not inhalt and len(eltern.findall(w("p"))) > 1:
        _nimm_heraus(absatz)


def packe_aus(element: etree._Element) -> None:
    """Puts the children of an element in its place."""
    eltern = element.getparent()
    if eltern is None:
        return
    ort = eltern.index(element)
    for nr, kind in enumerate(list(element)):
        eltern.insert(ort + nr, kind)
    _nimm_heraus(element)


def _nimm_heraus(element: etree._Element) -> None:
    eltern = element.getparent()
    if eltern is not None:
        eltern.remove(element)


def _lauf(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(w("r")), element)


def reinige_paket(vorlage: Document, texte: Iterable[Teil]) -> None:
    """Cuts relations to hidden data and to places outside, and the traces in the settings."""
    einstellungen = vorlage.settings.element
    for kind in list(einstellungen):
        fremd = isinstance(kind.tag, str) and kind.tag.rpartition("}")[2] in _KENNUNGEN
        if kind.tag in _EINSTELLUNGEN or fremd:
            einstellungen.remove(kind)
    if (teil_mit_einstellungen := teil_der_art(vorlage, RT.SETTINGS)) is not None:
        _schneide(teil_mit_einstellungen, einstellungen)
    for teil in texte:
        _schneide(teil.part, teil.wurzel)
    if (nummern := teil_der_art(vorlage, RT.NUMBERING)) is not None:
        _schneide(nummern, nummern.element)
    aussen = vorlage.part.package.rels
    for ident in [key for key, rel in aussen.items() if rel.reltype != RT.OFFICE_DOCUMENT]:
        del aussen[ident]


def teil_der_art(vorlage: Document, art: str) -> XmlPart | None:
    """The part of the document that has this relation, None where it has none."""
    for rel in vorlage.part.rels.values():
        if rel.reltype == art and not rel.is_external and isinstance(rel.target_part, XmlPart):
            return rel.target_part
    return None


def _schneide(part: Part, wurzel: etree._Element) -> None:
    weg = {ident for ident, rel in part.rels.items() if not _darf(rel)}
    for element in list(wurzel.iter()):
        for name, wert in list(element.attrib.items()):
            if str(name).startswith(f"{{{R}}}") and (wert in weg or wert not in part.rels):
                _ohne_verweis(element)
                break
    for ident in weg:
        del part.rels[ident]


def _darf(rel: _Relationship) -> bool:
    if rel.is_external:
        return rel.reltype == RT.HYPERLINK and is_address(rel.target_ref)
    return rel.reltype in _ERLAUBT


def _ohne_verweis(element: etree._Element) -> None:
    """A link keeps its words; a picture or an object goes with its run."""
    if element.tag == w("hyperlink"):
        packe_aus(element)
    elif element.tag.startswith(f"{{{W}}}"):
        _nimm_heraus(element)
    else:
        _nimm_heraus(_lauf(element))


def beschrifte(vorlage: Document, titel: str, verfasser: str, sprache: str) -> None:
    """New properties: the faction, the title, this moment; nothing of the old ones."""
    angaben = vorlage.core_properties  # made anew, for the old ones were cut
    jetzt = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    angaben.title = titel[:255]
    angaben.author = angaben.last_modified_by = verfasser[:255]
    angaben.language = sprache
    angaben.comments = ""
    angaben.created = angaben.modified = jetzt
    angaben.revision = 1
