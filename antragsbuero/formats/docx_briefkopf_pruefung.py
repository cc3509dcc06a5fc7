"""Looks at a Briefkopf before it is used: is it Word, is it harmless, has it its controls?"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from lxml import etree

from antragsbuero.dokument.briefkopf import Briefkopfbefund
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats import docx_styles as styles
from antragsbuero.formats.docx_xml import w

RUMPF, LOGO = "ab.rumpf", "ab.logo"
"""Controls that take more than words."""
PRAEFIX = "ab."
_GROESSE = 50_000_000
_VERHAELTNIS, _TEILE = 200, 2_000
_ARTEN = "[Content_Types].xml"
_VORLAGE = b"wordprocessingml.template.main+xml"
_DOKUMENT = b"wordprocessingml.document.main+xml"
_GESCHICHTEN = (RT.HEADER, RT.FOOTER, RT.FOOTNOTES, RT.ENDNOTES)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OHNE_PLATZ = {w("tbl"): "in einer Tabelle", w("txbxContent"): "in einem Textfeld"}
_GELESEN = {
    "Kopfangabe": "Kopfangabe",
    styles.LIST_ENTRY: "Listenpunkt",
    styles.TABLE_TEXT: "Tabellentext",
    styles.TABLE: styles.TABLE,
}
"""Our own styles that a faction may want to shape, by id."""


@dataclass(frozen=True, slots=True)
class Teil:
    """A part with text: the body, a head, a foot, the footnotes."""

    part: Part
    wurzel: etree._Element

    def schliesse(self) -> None:
        """Writes changes back into a part that the library keeps as bytes."""
        if not isinstance(self.part, XmlPart):
            self.part._blob = etree.tostring(  # noqa: SLF001 - the library has no setter
                self.wurzel, xml_declaration=True, encoding="UTF-8", standalone=True
            )


def oeffne(inhalt: bytes) -> Document:
    """The template, after everything that could harm was looked for.

    Raises:
        Dateifehler: no Word file, a macro, too large, broken.
    """
    try:
        return _oeffne(inhalt)
    except (
        zipfile.BadZipFile, zlib.error, etree.LxmlError, OpcError, KeyError, ValueError,
        AttributeError, TypeError, NotImplementedError, EOFError, OSError, RuntimeError,
    ) as fehler:  # fmt: skip
        raise Dateifehler(
            "Der Briefkopf ist beschädigt und lässt sich nicht lesen. Bitte öffnen Sie ihn in "
            "Word und speichern Sie ihn neu als .docx."
        ) from fehler


def _oeffne(inhalt: bytes) -> Document:
    if inhalt.startswith(b"\xd0\xcf\x11\xe0"):
        raise Dateifehler(
            "Der Briefkopf ist eine ältere Word-Datei (.doc) oder mit einem Kennwort geschützt. "
            "Bitte speichern Sie ihn ohne Kennwort als .docx."
        )
    if not zipfile.is_zipfile(io.BytesIO(inhalt)):
        raise Dateifehler("Der Briefkopf ist keine Word-Datei. Gebraucht wird eine .docx-Datei.")
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        teile = paket.infolist()
        ganz, gepackt = sum(t.file_size for t in teile), sum(t.compress_size for t in teile)
        if len(teile) > _TEILE or ganz > _GROESSE or ganz > _VERHAELTNIS * max(gepackt, 1):
            raise Dateifehler("Der Briefkopf ist entpackt zu groß (höchstens 50 MB).")
        namen = {teil.filename for teil in teile}
        if _ARTEN not in namen or "word/document.xml" not in namen:
            raise Dateifehler(
                "Der Briefkopf ist keine Word-Datei. Gebraucht wird eine .docx-Datei."
            )
        arten = paket.read(_ARTEN)
        if b"macroEnabled" in arten or any("vbaproject" in name.lower() for name in namen):
            raise Dateifehler(
                "Der Briefkopf enthält Makros (.docm oder .dotm). Makros werden nie ausgeführt "
                "und nicht übernommen. Bitte speichern Sie ihn als .docx ohne Makros."
            )
        for name in namen:
            if name.lower().endswith((".xml", ".rels")) and _hat_doctype(paket.read(name)):
                raise Dateifehler("Der Briefkopf enthält eine DOCTYPE-Angabe und wird abgelehnt.")
        if _VORLAGE in arten:
            inhalt = _als_dokument(paket, arten)
    vorlage = docx.Document(io.BytesIO(inhalt))
    if vorlage.element.body is None or vorlage.element.body.sectPr is None:
        raise ValueError("no body or no section")
    if vorlage.settings.element is None or vorlage.styles.element is None:
        raise ValueError("parts of another kind")  # mostly they have no such member at all
    return vorlage


def _hat_doctype(text: bytes) -> bool:
    return b"<!DOCTYPE" in text.replace(b"\x00", b"").upper()


def _als_dokument(paket: zipfile.ZipFile, arten: bytes) -> bytes:
    """A .dotx is a .docx but for this one word."""
    ziel = io.BytesIO()
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as neu:
        for teil in paket.infolist():
            alt = arten if teil.filename == _ARTEN else paket.read(teil)
            neu.writestr(teil.filename, alt.replace(_VORLAGE, _DOKUMENT))
    return ziel.getvalue()


def teile(vorlage: Document) -> list[Teil]:
    """The body first, then every other part with text."""
    gefunden = [Teil(vorlage.part, vorlage.element)]
    for beziehung in vorlage.part.rels.values():
        if beziehung.reltype in _GESCHICHTEN and not beziehung.is_external:
            part = beziehung.target_part
            wurzel = part.element if isinstance(part, XmlPart) else _gelesen(part.blob)
            if all(teil.part is not part for teil in gefunden):
                gefunden.append(Teil(part, wurzel))
    return gefunden


def _gelesen(blob: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(blob, parser)


def attribut(element: etree._Element, name: str) -> str:
    """An attribute of WordprocessingML, "" where it is missing."""
    return element.get(w(name)) or ""


def ueber(element: etree._Element) -> etree._Element:
    """The element around it. Raises ValueError for a root."""
    eltern = element.getparent()
    if eltern is None:
        raise ValueError(element.tag)
    return eltern


def steuerelemente(wurzel: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Our content controls with their tags, lower case, in the order of the text."""
    for sdt in wurzel.iter(w("sdt")):
        if name := marke(sdt):
            yield name, sdt


def marke(sdt: etree._Element) -> str:
    """The tag of one of our controls, "" for those of others.

    The title counts as well: LibreOffice loses the tag where it saves as .docx.
    """
    for art in ("tag", "alias"):
        zeile = sdt.find(f"{w('sdtPr')}/{w(art)}")
        name = "" if zeile is None else attribut(zeile, "val").strip().lower()
        if name.startswith(PRAEFIX):
            return name
    return ""


def im_ersatz(element: etree._Element) -> bool:
    """Whether it stands in the copy of a text box for old programs."""
    return next(element.iterancestors(_FALLBACK), None) is not None


def pruefe_briefkopf(
    inhalt: bytes, pflicht: Sequence[str] = (RUMPF,), bekannt: Sequence[str] = ()
) -> Briefkopfbefund:
    """What is wrong with a Briefkopf, in German.

    Args:
        inhalt: the bytes of the file.
        pflicht: tags without which it cannot be used.
        bekannt: all tags that are ever filled; others are hinted at. None given, none hinted.
    """
    try:
        vorlage = oeffne(inhalt)
    except Dateifehler as grund:
        return Briefkopfbefund((str(grund),))
    fehler: list[str] = []
    gesehen: set[str] = set()
    for nr, teil in enumerate(teile(vorlage)):
        anzahl = Counter(n for n, sdt in steuerelemente(teil.wurzel) if not im_ersatz(sdt))
        gesehen |= set(anzahl)
        wo = "im Text" if nr == 0 else "in derselben Kopf- oder Fußzeile"
        for name, wie_oft in anzahl.items():
            if wie_oft > 1:
                fehler.append(f"Das Steuerelement „{name}“ steht {wo} {wie_oft}-mal, nicht einmal.")
        fehler += [
            f"Das Steuerelement „{name}“ steht in einer Kopf- oder Fußzeile; es gehört in den Text."
            for name in (RUMPF, LOGO)
            if nr and name in anzahl
        ]
    fehler = [f"Das Steuerelement „{n}“ fehlt." for n in pflicht if n not in gesehen] + fehler
    for name, sdt in steuerelemente(vorlage.element):
        if name in (RUMPF, LOGO) and (wo := _falscher_ort(sdt)):
            fehler.append(
                f"Das Steuerelement „{name}“ steht {wo}; es gehört allein in einen Absatz."
            )
    hinweise = [
        f"Das Steuerelement „{name}“ kennt das Programm nicht; es wird geleert."
        for name in sorted(gesehen)
        if bekannt and name not in bekannt
    ]
    vorhanden = {style.get(w("styleId")) for style in vorlage.styles.element.iter(w("style"))}
    hinweise += [
        f"Die Formatvorlage „{name}“ fehlt; beim Schreiben wird die des Programms ergänzt."
        for ident, name in _GELESEN.items()
        if ident not in vorhanden
    ]
    return Briefkopfbefund(tuple(fehler), tuple(hinweise))


def _falscher_ort(sdt: etree._Element) -> str:
    for vorfahr in sdt.iterancestors():
        if vorfahr.tag in _OHNE_PLATZ:
            return _OHNE_PLATZ[vorfahr.tag]
        if vorfahr.tag == w("p"):
            andere = [
                lauf
                for lauf in vorfahr.iter(w("t"), w("drawing"), w("pict"), w("sectPr"))
                if sdt not in lauf.iterancestors() and (lauf.text or lauf.tag != w("t"))
            ]
            if andere:
                return "zwischen anderem Text"
    return ""
