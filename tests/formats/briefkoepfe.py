"""Briefköpfe for tests: changed copies of the shipped ones, and what a filled one holds."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_briefkopf import gefuellt

ORDNER = Path(__file__).resolve().parents[2] / "resources" / "briefkoepfe"
DOKUMENT, EINSTELLUNGEN = "word/document.xml", "word/settings.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lies(art: str) -> bytes:
    return (ORDNER / f"{art}.docx").read_bytes()


def veraendert(inhalt: bytes, **neu: object) -> bytes:
    """A copy with other members: a function over the old text, bytes, or None to leave it out.

    Names of members are given with "__" for "/" and "_" for ".".
    """
    return mit_teilen(
        inhalt, {k.replace("__", "/").replace("_xml", ".xml"): v for k, v in neu.items()}
    )


def mit_teilen(inhalt: bytes, neu: dict[str, object]) -> bytes:
    ziel = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhalt)) as alt,
        zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as paket,
    ):
        for name in alt.namelist():
            wert = neu.get(name, b"") if name in neu else alt.read(name)
            if callable(wert):
                wert = wert(alt.read(name).decode()).encode()
            if wert is not None:
                paket.writestr(name, wert)
        for name, wert in neu.items():
            if name not in alt.namelist() and wert is not None:
                paket.writestr(name, wert)
    return ziel.getvalue()


def fuelle(dokument, briefkopf: bytes) -> bytes:
    return gefuellt(dokument, briefkopf, CharacterLog())


def wurzel(inhalt: bytes, name: str = DOKUMENT) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        return etree.fromstring(paket.read(name))


def zeilen(element: etree._Element) -> list[str]:
    """The lines of a part as text."""
    gelesen = []
    for absatz in element.iter(qn("w:p")):
        teile = absatz.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        zeichen = {qn("w:tab"): "\t", qn("w:br"): "\n"}
        gelesen.append(
            "".join(
                zeichen.get(t.tag, t.text or "") for t in teile if t.getparent().tag == qn("w:r")
            )
        )
    return gelesen


def teile(inhalt: bytes, muster: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        return [name for name in paket.namelist() if re.search(muster, name)]


def alles(inhalt: bytes) -> str:
    """Every member of the package in one text."""
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        return "\n".join(paket.read(name).decode("utf-8", "replace") for name in paket.namelist())
