"""Reads the cells of tables back with the mark of each letter, apart from the writers.

A cell is a list of (letter, mark); white space is left out. PDF files are asked by structure
tree and colour, Word files by the styles of runs, pages by their elements.
"""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
from docx.oxml.ns import qn
from lxml import etree
from lxml import html as lxml_html

from antragsbuero.dokument.dokument import Marke, Tabelle
from antragsbuero.formats.docx_styles import CHARACTERS
from antragsbuero.formats.look import MARKS

_FARBEN = {look.text: marke for marke, look in MARKS.items()}
_VORLAGEN = {vorlage: marke for marke, vorlage in CHARACTERS.items()}
_ELEMENTE = {"ins": Marke.EINGEFUEGT, "del": Marke.GESTRICHEN}
_KLASSEN = {marke.value.lower(): marke for marke in Marke}


def _zeichen(text, marke):
    return [(zeichen, marke) for zeichen in text if not zeichen.isspace()]


def aus_absaetzen(absaetze):
    return [z for a in absaetze for lauf in a.laeufe for z in _zeichen(lauf.text, lauf.marke)]


def aus_dokument(dokument):
    """What the paper says."""
    return [
        aus_absaetzen(zelle.absaetze)
        for block in dokument.bloecke
        if isinstance(block, Tabelle)
        for zeile in (*block.kopf, *block.zeilen)
        for zelle in zeile
    ]


def aus_word(inhalt):
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        wurzel = etree.fromstring(paket.read("word/document.xml"))
    zellen = []
    for zelle in wurzel.iter(qn("w:tc")):
        zeichen = []
        for lauf in zelle.iter(qn("w:r")):
            vorlage = lauf.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            marke = _VORLAGEN.get(vorlage.get(qn("w:val"))) if vorlage is not None else None
            zeichen += _zeichen("".join(t.text or "" for t in lauf.iter(qn("w:t"))), marke)
        zellen.append(zeichen)
    return zellen


def aus_html(text):
    def lies(element, marke):
        marke = _ELEMENTE.get(element.tag, marke)
        if element.tag == "span":
            marke = _KLASSEN.get(element.get("class"), marke)
        yield from _zeichen(element.text or "", marke)
        for kind in element:
            yield from lies(kind, marke)
            yield from _zeichen(kind.tail or "", marke)

    seite = lxml_html.document_fromstring(text)
    return [list(lies(zelle, None)) for zelle in seite.iter("td", "th")]


def aus_pdf(inhalt):
    with pikepdf.open(io.BytesIO(inhalt)) as datei:
        seiten = {seite.obj.objgen: _farbige_stuecke(seite) for seite in datei.pages}
        return list(_zellen(datei.Root.StructTreeRoot.K, seiten, None))


def _zellen(knoten, seiten, seite):
    if isinstance(knoten, pikepdf.Array):
        for kind in knoten:
            yield from _zellen(kind, seiten, seite)
    elif isinstance(knoten, pikepdf.Dictionary) and "/S" in knoten:
        if knoten.S in ("/TD", "/TH"):
            yield list(_blaetter(knoten.get("/K", pikepdf.Array()), seiten, knoten.get("/Pg")))
        elif "/K" in knoten:
            yield from _zellen(knoten.K, seiten, knoten.get("/Pg"))


def _blaetter(knoten, seiten, seite):
    if isinstance(knoten, int):
        yield from seiten[seite.objgen].get(knoten, ())
    elif isinstance(knoten, pikepdf.Array):
        for kind in knoten:
            yield from _blaetter(kind, seiten, seite)
    elif knoten.get("/Type") == "/MCR":
        yield from seiten[knoten.Pg.objgen].get(int(knoten.MCID), ())
    elif "/K" in knoten:
        yield from _blaetter(knoten.K, seiten, knoten.get("/Pg"))


def _farbige_stuecke(seite):
    """(Letter, mark) by MCID."""
    karten = {
        name: {
            int(code, 16): bytes.fromhex(zeichen).decode("utf-16-be")
            for code, zeichen in re.findall(
                r"<([0-9A-F]{2})> <([0-9A-F]{4,})>",
                schrift.ToUnicode.read_bytes().decode("latin-1"),
            )
        }
        for name, schrift in seite.Resources.Font.items()
    }
    ergebnis, offen, karte, marke, stapel = {}, [], {}, None, []
    for operanden, operator in pikepdf.parse_content_stream(seite):
        match str(operator):
            case "BDC" | "BMC":
                angaben = operanden[1] if len(operanden) > 1 else {}
                offen.append(angaben.get("/MCID"))
            case "EMC":
                offen.pop()
            case "q":
                stapel.append(marke)
            case "Q":
                marke = stapel.pop()
            case "rg":
                farbe = "".join(f"{round(float(wert) * 255):02X}" for wert in operanden)
                marke = _FARBEN.get(farbe)
            case "Tf":
                karte = karten[str(operanden[0])]
            case "Tj" if (ort := next((n for n in reversed(offen) if n is not None), None)) is not (
                None
            ):
                text = "".join(karte.get(code, "?") for code in bytes(operanden[0]))
                ergebnis.setdefault(int(ort), []).extend(_zeichen(text, marke))
    return ergebnis
