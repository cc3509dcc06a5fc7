"""Accepts or rejects tracked changes as Word does, for tests: an own, simple reader."""

from __future__ import annotations

import io
import zipfile

from docx.oxml.ns import qn
from lxml import etree

_WEG = frozenset({qn("w:del"), qn("w:moveFrom")})
_NEU = frozenset({qn("w:ins"), qn("w:moveTo")})


def absaetze(inhalt: bytes, *, angenommen: bool) -> list[str]:
    """The paragraphs of the body after accepting or rejecting everything, cells included.

    Empty paragraphs behind tables are left out.
    """
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        wurzel = etree.fromstring(paket.read("word/document.xml"))
    fort = _WEG if angenommen else _NEU
    texte: list[str] = []
    offen = ""
    for absatz in wurzel.iter(qn("w:p")):
        reihe = next(absatz.iterancestors(qn("w:tr")), None)
        if reihe is not None and _hat(reihe, "w:trPr", fort):
            continue
        offen += _text(absatz, fort)
        if _hat(absatz, "w:pPr", fort):
            continue
        stil = absatz.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        luecke = reihe is None and stil is not None and stil.get(qn("w:val")) == "Tabellentext"
        if offen or not luecke:
            texte.append(offen)
        offen = ""
    if offen:
        raise AssertionError("Der letzte Absatz hat kein Ende.")
    return texte


def _hat(knoten: etree._Element, angaben: str, fort: frozenset[str]) -> bool:
    stelle = knoten.find(qn(angaben))
    return stelle is not None and any(True for _ in stelle.iter(*fort))


def _text(absatz: etree._Element, fort: frozenset[str]) -> str:
    teile = []
    for knoten in absatz.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br")):
        vorfahren = [v.tag for v in knoten.iterancestors()]
        if fort & set(vorfahren) or qn("w:pPr") in vorfahren:
            continue
        teile.append(
            {"tab": "\t", "br": "\n"}.get(etree.QName(knoten).localname, knoten.text or "")
        )
    return "".join(teile)
