"""Divides the lines of one paper into its parts: head, decision, reasons, vote, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from antragsbuero.documents.absatzbau import Umbruch
from antragsbuero.documents.abschnittstitel import (
    KOPFBEREICHE,
    Bereich,
    Bereichskopf,
    lies_bereichskopf,
)
from antragsbuero.documents.abstimmungslesung import lies_abstimmung
from antragsbuero.documents.deckung import KOPFANGABE, UEBERSCHRIFT, Deckung
from antragsbuero.documents.nummerierung import lies_marken
from antragsbuero.documents.ueberschriften import Papierart
from antragsbuero.documents.zeilen import Zeile

_ROLLE = re.compile(
    r"\b(?:lesung|verweisung|vorberatung|anhörung|bestätigung|beschlussfassung|beantwortung"
    r"|kenntnisnahme|behandlung|beratung|entscheidung|zuständigkeit|sitzungstermin"
    r"|voraussichtlicher|termin|gremi(?:um|en)|ausfall)\b|^[xX\t ]{1,20}$",
    re.IGNORECASE,
)
_TAG = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b")
_REDNER = re.compile(
    r"(?:Der|Die) Vorsitzende|Stadtr(?:at|ätin)\b|(?:Ober)?[Bb]ürgermeister(?:in)?\b|Herr\b|Frau\b"
)


@dataclass(slots=True)
class Teil:
    """One part with its lines; `nach_kopf` is True behind the last part of the head."""

    bereich: Bereich
    zeilen: list[Zeile] = field(default_factory=list)
    nach_kopf: bool = False
    hoechstens: int = 4
    """How many lines name a submitter: less where the value stands beside its name."""


def teile_papier(
    zeilen: Sequence[Zeile], art: Papierart, umbruch: Umbruch, deckung: Deckung
) -> list[Teil]:
    """The parts in their order. Lines that open a part are named as left out."""
    teile = [Teil(Bereich.RUMPF)]
    letzte: Zeile | None = None
    for zeile in zeilen:
        offen = teile[-1]
        frei = umbruch.steht_frei(letzte, zeile)
        kopf = lies_bereichskopf(zeile) if frei else None
        letzte = zeile
        if kopf is not None and _gilt(kopf, offen, art):
            _oeffne(teile, kopf, zeile, deckung)
        elif _ist_zu_ende(offen, zeile):
            bereich = Bereich.BEURKUNDUNG if offen.bereich is Bereich.ABSTIMMUNG else Bereich.RUMPF
            teile.append(Teil(bereich, [zeile]))
        else:
            offen.zeilen.append(zeile)
    _markiere_kopf(teile)
    return teile


def _gilt(kopf: Bereichskopf, offen: Teil, art: Papierart) -> bool:
    """Whether a heading opens a part here, or is only a line of the part that is open."""
    if offen.bereich is Bereich.BEURKUNDUNG:
        return False
    if offen.bereich is Bereich.BERATUNGSFOLGE and kopf.bereich is Bereich.ANTWORT:
        return False
    if offen.bereich in (Bereich.BEGRUENDUNG, Bereich.ANTWORT):
        if kopf.bereich is offen.bereich and offen.zeilen and not kopf.formel:
            return kopf.bereich is Bereich.ANTWORT
        if kopf.bereich in KOPFBEREICHE and offen.zeilen:
            return False
    if kopf.bereich is Bereich.FORMULAR:
        return art in (Papierart.VERWALTUNGSSTANDPUNKT, Papierart.BESCHLUSSVORLAGE)
    if kopf.bereich is Bereich.ABSTIMMUNG:
        return art in (Papierart.NIEDERSCHRIFT, Papierart.BESCHLUSS) or kopf.rest is None
    return True


def _oeffne(teile: list[Teil], kopf: Bereichskopf, zeile: Zeile, deckung: Deckung) -> None:
    teil = Teil(kopf.bereich)
    grund = KOPFANGABE if kopf.bereich in KOPFBEREICHE else UEBERSCHRIFT
    if kopf.rest is None:
        deckung.lasse(zeile, grund)
    else:
        teil.zeilen.append(kopf.rest)
        teil.hoechstens = 2 if re.search(r"(?:\bund|[,/-])$", kopf.rest.text) else 1
        if kopf.rest is not zeile:
            deckung.lasse(zeile.ausschnitt(0, _vor(zeile, kopf.rest)), grund)
    teile.append(teil)


def _vor(zeile: Zeile, rest: Zeile) -> int:
    """Where in the text of the line the rest starts."""
    return len(zeile.text) - len(rest.text)


def _ist_zu_ende(offen: Teil, zeile: Zeile) -> bool:
    """Whether a part of the head, or the vote, ends before this line."""
    match offen.bereich:
        case Bereich.EINGANG | Bereich.NUMMER | Bereich.STATUS:
            return bool(offen.zeilen)
        case Bereich.BETREFF:
            return bool(offen.zeilen) and bool(zeile.luecke or zeile.stufe)
        case Bereich.EINREICHER:
            return bool(offen.zeilen) and not _setzt_fort(offen, zeile)
        case Bereich.BERATUNGSFOLGE:
            return not _ist_tabellenzeile(offen, zeile)
        case Bereich.ABSTIMMUNG:
            return bool(offen.zeilen) and not _ist_votum(offen.zeilen[-1], zeile)
        case _:
            return False


def _setzt_fort(offen: Teil, zeile: Zeile) -> bool:
    """Whether a submitter goes on in this line: the next name, or the rest of a broken one."""
    return not zeile.luecke and not zeile.stufe and len(offen.zeilen) < offen.hoechstens


def _ist_tabellenzeile(offen: Teil, zeile: Zeile) -> bool:
    text = zeile.text
    if zeile.tabelle:
        return not offen.zeilen or offen.zeilen[-1].tabelle in (0, zeile.tabelle)
    if _TAG.search(text) or (len(text) <= 60 and _ROLLE.search(text)):
        return True
    if len(text) > 60 or re.match(r"\d{1,2}[.)]\s", text) or text.endswith((".", ":", ",")):
        return False
    return (
        not offen.zeilen
        or (zeile.luecke <= 1 and not _TAG.search(offen.zeilen[-1].text))
        or (zeile.luecke == 0 and len(text) <= 25)
    )


def _ist_votum(letzte: Zeile, zeile: Zeile) -> bool:
    if _REDNER.match(zeile.text):
        return False
    if lies_abstimmung(zeile.text) is not None:
        return True
    return zeile.luecke == 0 and len(zeile.text) <= 90 and not letzte.text.endswith((".", ")"))


def _markiere_kopf(teile: list[Teil]) -> None:
    """The head reaches to its last part before the first part with sentences."""
    letzter = -1
    for nummer, teil in enumerate(teile):
        if teil.bereich in KOPFBEREICHE:
            letzter = nummer
        elif teil.bereich is not Bereich.RUMPF or _hat_saetze(teil):
            break
    for nummer, teil in enumerate(teile):
        teil.nach_kopf = nummer > letzter


def _hat_saetze(teil: Teil) -> bool:
    return len(teil.zeilen) > 12 or any(
        lies_marken(z) or (len(z.text) > 60 and z.text.endswith(".")) for z in teil.zeilen
    )
