"""Accepts or rejects tracked changes as Word does, for tests: an own, simple reader."""

from __future__ import annotations

import io
import zipfile

from docx.oxml.ns import qn
from lxml import etree


def absaetze(inhalt: bytes, *, angenommen: bool) -> list[str]:
    """The paragraphs of the body after accepting or rejecting everything, cells included.

    Empty paragraphs behind tables are left out.
    """
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        wurzel = etree.fromstring(paket.read("word/document.xml"))
    fort = qn("w:del") if angenommen else qn("w:ins")
    texte: list[str] = []
    offen = ""
    for absatz in wurzel.iter(qn("w:p")):
        reihe = next(absatz.iterancestors(qn("w:tr")), None)
        if reihe is not None and reihe.find(f"{qn('w:trPr')}/{fort}") is not None:
            continue
        offen += _text(absatz, fort)
        if absatz.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{fort}") is not None:
            continue
        stil = absatz.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        luecke = reihe is None and stil is not None and stil.get(qn("w:val")) == "Tabellentext"
        if offen or not luecke:
            texte.append(offen)
        offen = ""
    if offen:
        raise AssertionError("Der letzte Absatz hat kein Ende.")
    return texte


def _text(absatz: etree._Element, fort: str) -> str:
    teile = []
    for knoten in absatz.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br")):
        vorfahren = [v.tag for v in knoten.iterancestors()]
        if fort in vorfahren or qn("w:pPr") in vorfahren:
            continue
        teile.append(
            {"tab": "\t", "br": "\n"}.get(etree.QName(knoten).localname, knoten.text or "")
        )
    return "".join(teile)
