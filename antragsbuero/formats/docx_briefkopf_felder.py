"""Fills the content controls of a Briefkopf with plain text."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Mapping

from lxml import etree

from antragsbuero.formats.docx_briefkopf_pruefung import RUMPF, marke, steuerelemente, ueber
from antragsbuero.formats.docx_briefkopf_reinigung import packe_aus
from antragsbuero.formats.docx_xml import add_text, child, detached, w

_SICHTBAR = tuple(
    w(name)
    for name in (
        "drawing", "pict", "object", "sym", "fldChar", "fldSimple", "instrText", "sectPr",
        "footnoteReference", "endnoteReference", "ptab", "noBreakHyphen",
    )
)  # fmt: skip
_BESCHRIFTUNG = re.compile(r"\s*[^:\t]{1,30}:\s*|\s*[^\t]{1,30}\t\s*")
"""What may stand in a line whose value is missing: „Nummer:“, or a word and a tab."""


def fuelle(
    wurzel: etree._Element, werte: Mapping[str, str], bleibt: Collection[str] = (RUMPF,)
) -> None:
    """Puts the values into the controls of one part and takes the controls away.

    The look of the control stays. A line that has nothing but empty controls and their label
    goes; so does the row of a table. Controls named in `bleibt` are filled by others.
    """
    leer: list[etree._Element] = []
    besetzt: list[etree._Element] = []
    for name, sdt in list(steuerelemente(wurzel)):
        if name in bleibt or sdt.getroottree().getroot() is not wurzel.getroottree().getroot():
            continue
        wert = werte.get(name, "")
        absatz = _setze(sdt, wert)
        if absatz is not None:
            (besetzt if wert else leer).append(absatz)
    for _, sdt in list(steuerelemente(wurzel)):
        if marke(sdt) not in bleibt:
            inhalt = sdt.find(w("sdtContent"))
            if inhalt is not None:
                packe_aus(inhalt)
            for rest in (sdt.find(w("sdtPr")), sdt.find(w("sdtEndPr"))):
                if rest is not None:
                    sdt.remove(rest)
            packe_aus(sdt)
    for absatz in leer:
        if absatz not in besetzt:
            _nimm_zeile(absatz)


def _setze(sdt: etree._Element, wert: str) -> etree._Element | None:
    """Replaces the content by one run; returns the paragraph around it."""
    inhalt = sdt.find(w("sdtContent"))
    if inhalt is None:
        inhalt = child(sdt, "sdtContent")
    muster = _aussehen(sdt, inhalt)
    lauf = detached("r")
    if muster is not None:
        lauf.append(muster)
    add_text(lauf, wert)
    absaetze = list(inhalt.iter(w("p")))
    if not absaetze and next(sdt.iterancestors(w("p")), None) is not None:
        ziel = inhalt
        for alt in list(inhalt):
            inhalt.remove(alt)
    elif absaetze:
        ziel, *weitere = absaetze
        for alt in weitere:
            eltern = ueber(alt)
            if len(eltern.findall(w("p"))) > 1:
                eltern.remove(alt)
            else:  # the last one of a cell
                _leere(alt)
        _leere(ziel)
    else:
        ziel = child(inhalt, "p")
    if wert:
        ziel.append(lauf)
    return ziel if ziel.tag == w("p") else next(sdt.iterancestors(w("p")), None)


def _leere(absatz: etree._Element) -> None:
    for kind in list(absatz):
        if kind.tag != w("pPr"):
            absatz.remove(kind)


def _aussehen(sdt: etree._Element, inhalt: etree._Element) -> etree._Element | None:
    """The look of the first run; of the control itself while it shows its placeholder."""
    eigenschaften = sdt.find(w("sdtPr"))
    platzhalter = eigenschaften is not None and eigenschaften.find(w("showingPlcHdr")) is not None
    eigenes = None if eigenschaften is None else eigenschaften.find(w("rPr"))
    if platzhalter:
        muster = eigenes
    else:
        laeufe = [lauf for lauf in inhalt.iter(w("r")) if lauf.find(w("t")) is not None]
        erster = laeufe[0] if laeufe else next(inhalt.iter(w("r")), None)
        muster = eigenes if erster is None else erster.find(w("rPr"))
    return None if muster is None else copy.deepcopy(muster)


def _nimm_zeile(absatz: etree._Element) -> None:
    eltern = absatz.getparent()
    if eltern is None or any(next(absatz.iter(tag), None) is not None for tag in _SICHTBAR):
        return
    if eltern.tag == w("tc") and _nimm_reihe(eltern):
        return
    text = _text(absatz)
    if text.strip() and not _BESCHRIFTUNG.fullmatch(text):
        return
    letzter = eltern.tag != w("body") and absatz is eltern[-1]
    if (letzter and eltern.tag != w("sdtContent")) or len(eltern.findall(w("p"))) < 2:
        _leere(absatz)
    else:
        eltern.remove(absatz)


def _nimm_reihe(zelle: etree._Element) -> bool:
    """Takes a row away in which nothing but a label is left; not the only one of its table."""
    reihe = ueber(zelle)
    tabelle = ueber(reihe)
    if tabelle.tag != w("tbl") or len(tabelle.findall(w("tr"))) < 2:
        return False
    if any(next(reihe.iter(tag), None) is not None for tag in (*_SICHTBAR, w("sdt"))):
        return False
    gefuellt = [text for z in reihe.findall(w("tc")) if (text := _text(z).strip())]
    if not gefuellt or (len(gefuellt) == 1 and gefuellt[0].endswith(":")):
        tabelle.remove(reihe)
        return True
    return False


def _text(element: etree._Element) -> str:
    return "".join(
        "\t" if teil.tag == w("tab") else teil.text or ""
        for teil in element.iter(w("t"), w("tab"))
        if ueber(teil).tag == w("r")
    )
