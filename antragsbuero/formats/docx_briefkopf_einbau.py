"""Merges our styles and lists into those of a Briefkopf; what it has already stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart
from lxml import etree

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.docx_briefkopf_pruefung import attribut
from antragsbuero.formats.docx_briefkopf_reinigung import teil_der_art
from antragsbuero.formats.docx_styles import styles_xml
from antragsbuero.formats.docx_xml import child, detached, from_xml, w

_BILD = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VERWEISE = tuple(
    w(n) for n in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink")
)


def ergaenze_formate(
    vorlage: Document, dokument: Dokument, bloecke: Iterable[etree._Element]
) -> None:
    """Adds the styles that the template lacks and points `bloecke` to those it has."""
    wurzel = vorlage.styles.element
    nach_name: dict[tuple[str, str], str] = {}
    vorgabe: dict[str, str] = {}
    kennungen: set[str] = set()
    for style in wurzel.iter(w("style")):
        art, kennung = attribut(style, "type") or "paragraph", attribut(style, "styleId")
        kennungen.add(kennung)
        name = style.find(w("name"))
        if name is not None:
            nach_name.setdefault((art, attribut(name, "val").casefold()), kennung)
        if style.get(w("default")) in ("1", "true", "on"):
            vorgabe[art] = kennung
    umbenannt: dict[str, str] = {}
    neue = []
    for style in from_xml(styles_xml(dokument)):
        if style.tag != w("style"):
            continue  # the defaults stay those of the template
        art, kennung = attribut(style, "type"), attribut(style, "styleId")
        name = "".join(attribut(zeile, "val") for zeile in style.findall(w("name")))
        bekannt = nach_name.get((art, name.casefold()))
        if bekannt is None and style.get(w("default")) == "1":
            bekannt = vorgabe.get(art)
        if bekannt is not None:
            umbenannt[kennung] = bekannt
            continue
        if kennung in kennungen:  # of another kind there
            umbenannt[kennung] = f"Ab{kennung}"
            style.set(w("styleId"), umbenannt[kennung])
        neue.append(style)
    wurzel.extend(neue)
    for stueck in (*neue, *bloecke):
        for verweis in stueck.iter(*_VERWEISE):
            ziel = attribut(verweis, "val")
            verweis.set(w("val"), umbenannt.get(ziel, ziel))


def ergaenze_listen(
    vorlage: Document, listen: Sequence[etree._Element], bloecke: Iterable[etree._Element]
) -> None:
    """Adds our lists behind those of the template; each counts for itself."""
    if not listen:
        return
    wurzel = _nummern(vorlage).element
    muster = _hoechste(wurzel.iter(w("abstractNum")), "abstractNumId") + 1
    nummern = max(_hoechste(wurzel.iter(w("num")), "numId"), 0)
    # the schema wants all definitions before the first list
    ort = next((n for n, kind in enumerate(wurzel) if kind.tag == w("num")), None)
    if ort is None:
        spaetere = (w("numIdMacAtCleanup"),)
        ort = next((n for n, kind in enumerate(wurzel) if kind.tag in spaetere), len(wurzel))
    for element in listen:
        if element.tag == w("abstractNum"):
            _erhoehe(element, "abstractNumId", muster)
            wurzel.insert(ort, element)
            ort += 1
        else:
            _erhoehe(element, "numId", nummern)
            for verweis in element.findall(w("abstractNumId")):
                _erhoehe(verweis, "val", muster)
    ende = [n for n, kind in enumerate(wurzel) if kind.tag == w("num")]
    ort = ende[-1] + 1 if ende else ort
    for nr, element in enumerate(e for e in listen if e.tag == w("num")):
        wurzel.insert(ort + nr, element)
    for stueck in bloecke:
        for verweis in stueck.iter(w("numId")):
            _erhoehe(verweis, "val", nummern)


def _nummern(vorlage: Document) -> XmlPart:
    teil = teil_der_art(vorlage, RT.NUMBERING)
    if teil is None:
        leer = parse_xml(etree.tostring(detached("numbering")))
        ort = PackURI("/word/numbering.xml")
        teil = NumberingPart(ort, CT.WML_NUMBERING, leer, vorlage.part.package)
        vorlage.part.relate_to(teil, RT.NUMBERING)
    return teil


def ergaenze_lesezeichen(wurzel: etree._Element, bloecke: Iterable[etree._Element]) -> None:
    """Counts our bookmarks on from those of the template."""
    mehr = max(_hoechste(wurzel.iter(w("bookmarkStart"), w("bookmarkEnd")), "id"), 0)
    for stueck in bloecke:
        for marke in stueck.iter(w("bookmarkStart"), w("bookmarkEnd")):
            _erhoehe(marke, "id", mehr)


def ergaenze_bilder(wurzel: etree._Element, bloecke: Iterable[etree._Element]) -> None:
    """Counts our pictures on from those of the template."""
    vorhandene = [int(n) for b in wurzel.iter(_BILD) if (n := b.get("id") or "").isdecimal()]
    mehr = max(vorhandene, default=0)
    for stueck in bloecke:
        for bild in stueck.iter(_BILD):
            bild.set("id", str(int(bild.get("id") or 0) + mehr))


def _hoechste(elemente: Iterable[etree._Element], name: str) -> int:
    werte = [attribut(element, name) for element in elemente]
    return max((int(wert) for wert in werte if wert.isdecimal()), default=-1)


def _erhoehe(element: etree._Element, name: str, um: int) -> None:
    element.set(w(name), str(int(attribut(element, name)) + um))


def entwurfszeile(wurzel: etree._Element, wort: str) -> None:
    """Puts the word of a draft above everything in a head."""
    absatz = detached("p")
    lauf = child(absatz, "r")
    child(child(lauf, "rPr"), "b")
    child(lauf, "t").text = wort
    wurzel.insert(0, absatz)
