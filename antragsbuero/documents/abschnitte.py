"""Cuts the lines of a source into papers at their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from antragsbuero.documents.absatzbau import Umbruch
from antragsbuero.documents.abschnittstitel import Bereich, lies_bereichskopf
from antragsbuero.documents.abstimmungslesung import ist_abstimmungssatz, lies_abstimmung
from antragsbuero.documents.papier import Abschnitt
from antragsbuero.documents.ueberschriften import (
    ANTRAGSARTEN,
    Papierart,
    Papierkopf,
    lies_papierkopf,
)
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.datumslesung import lies_datum
from antragsbuero.domain.ratsprofil import Ratsprofil

_MIT_BESCHLUSSTEIL = frozenset(
    {
        Papierart.VERWALTUNGSSTANDPUNKT,
        Papierart.BESCHLUSSVORLAGE,
        Papierart.BESCHLUSS,
        Papierart.NIEDERSCHRIFT,
    }
)
_WIE_FOLGT = re.compile(r"\b(?:beschlossen|angenommen|zugestimmt|beschluss)\b.{0,80}:$", re.I)

_SCHLUSSSATZ = re.compile(
    r"(?:Der|Die|Dieser|Diese|Unser)\s(?:Antrag|Neufassung|Änderungsantrag|Ergänzungsantrag)\s"
    r"(?:wurde|ist)\b(?=.{0,200}\b(?:Ratsversammlung|Stadtrat|Gemeinderat|Rat|Kreistag|Sitzung))"
    r".{10,260}\.",
)


def schneide(zeilen: Sequence[Zeile], umbruch: Umbruch, profil: Ratsprofil) -> list[Abschnitt]:
    """The papers in the order of the source; the first one holds what stands before them."""
    abschnitte = [Abschnitt(None)]
    letzte: Zeile | None = None
    for zeile, folge in zip_longest(zeilen, zeilen[1:]):
        offen = abschnitte[-1]
        kopf = None
        if umbruch.steht_frei(letzte, zeile):
            kopf = lies_papierkopf(zeile, profil.nummernmuster)
        letzte = zeile
        if kopf is None:
            kopf = _beschlusssatz(zeile, offen)
            if kopf is not None:
                abschnitte.append(Abschnitt(kopf, zeilen=[zeile]))
                continue
        if kopf is None or not _oeffnet(kopf, zeile, offen, folge):
            offen.zeilen.append(zeile)
        elif _verschmilzt(kopf, offen):
            offen.kopf = _vereint(offen.kopf, kopf)
            offen.kopfzeilen.append(zeile)
        else:
            abschnitte.append(Abschnitt(kopf, [zeile]))
    return [teil for abschnitt in abschnitte for teil in _ohne_schlusssatz(abschnitt)]


def _ohne_schlusssatz(abschnitt: Abschnitt) -> list[Abschnitt]:
    """A motion that ends with „Der Antrag wurde in der Ratsversammlung … angenommen.“, cut."""
    if abschnitt.art not in ANTRAGSARTEN or len(abschnitt.zeilen) < 2:
        return [abschnitt]
    letzte = abschnitt.zeilen[-1]
    if not _SCHLUSSSATZ.fullmatch(letzte.text) or lies_abstimmung(letzte.text) is None:
        return [abschnitt]
    abschnitt.zeilen.pop()
    kopf = Papierkopf(Papierart.BESCHLUSS, lies_datum(letzte.text))
    return [abschnitt, Abschnitt(kopf, zeilen=[letzte])]


def _beschlusssatz(zeile: Zeile, offen: Abschnitt) -> Papierkopf | None:
    """„Der Antrag wurde … wie folgt beschlossen:“ opens a resolution that has no heading."""
    if offen.art in _MIT_BESCHLUSSTEIL - {Papierart.VERWALTUNGSSTANDPUNKT} or zeile.zeichen:
        return None
    if offen.art is None or len(zeile.text) > 320 or lies_bereichskopf(zeile) is not None:
        return None
    if _WIE_FOLGT.search(zeile.text) and ist_abstimmungssatz(zeile.text):
        return Papierkopf(Papierart.BESCHLUSS, lies_datum(zeile.text))
    return None


def _oeffnet(kopf: Papierkopf, zeile: Zeile, offen: Abschnitt, folge: Zeile | None) -> bool:
    """Whether the heading opens a paper here, or belongs to the one that is open."""
    if kopf.trenner:
        return True
    art = offen.art
    if kopf.fraktionszeile:
        return art is None
    if art is Papierart.ANLAGE:
        return False
    if art is Papierart.NIEDERSCHRIFT:
        return kopf.art is Papierart.NIEDERSCHRIFT or bool(zeile.stufe)
    schlicht = kopf.datum is None and not kopf.nummer
    bereich = lies_bereichskopf(zeile)
    if bereich is None or not schlicht or art is None:
        return True
    match bereich.bereich:
        case Bereich.ABSTIMMUNG:
            return False
        case Bereich.BESCHLUSS if kopf.art is Papierart.BESCHLUSS:
            return _ist_bloss(zeile, "beschluss") and _ist_neuer_beschluss(zeile, offen, folge)
        case Bereich.BESCHLUSS:
            return art is not Papierart.VERWALTUNGSSTANDPUNKT
        case Bereich.ANTWORT:
            return art is Papierart.ANFRAGE
        case Bereich.BEGRUENDUNG:
            return bool(zeile.stufe) and art in (Papierart.BESCHLUSS, *ANTRAGSARTEN)
        case _:
            return True


def _ist_neuer_beschluss(zeile: Zeile, offen: Abschnitt, folge: Zeile | None) -> bool:
    """Whether „Beschluss:“ is the resolution itself, not the part of a paper that proposes one."""
    if offen.art not in _MIT_BESCHLUSSTEIL:
        return bool(offen.zeilen)
    if offen.art is not Papierart.VERWALTUNGSSTANDPUNKT or not offen.zeilen:
        return False
    oben = offen.kopfzeilen[0].stufe if offen.kopfzeilen else 0
    gleichrangig = 0 < zeile.stufe <= oben
    return gleichrangig or (folge is not None and ist_abstimmungssatz(folge.text))


def _ist_bloss(zeile: Zeile, wort: str) -> bool:
    return zeile.text.casefold().startswith((wort + ":", wort + " :")) or (
        zeile.text.casefold() == wort
    )


def _verschmilzt(kopf: Papierkopf, offen: Abschnitt) -> bool:
    """Whether two headings follow each other and speak of one paper."""
    if offen.kopf is None or offen.zeilen or kopf.trenner:
        return False
    if offen.kopf.trenner:
        return True
    if offen.kopf.datum and kopf.datum and offen.kopf.datum != kopf.datum:
        return False
    beide = {offen.kopf.art, kopf.art}
    return len(beide) == 1 or (beide <= ANTRAGSARTEN and not (kopf.datum and offen.kopf.datum))


def _vereint(alt: Papierkopf | None, neu: Papierkopf) -> Papierkopf:
    """The second heading completed by the first."""
    if alt is None:
        return neu
    art = neu.art
    if art is Papierart.URSPRUNGSANTRAG and alt.art in ANTRAGSARTEN:
        art = alt.art
    return replace(
        neu,
        art=art,
        datum=neu.datum or alt.datum,
        nummer=neu.nummer or alt.nummer,
        urheber=neu.urheber or alt.urheber,
        rest=neu.rest or alt.rest,
        rest_ist_titel=neu.rest_ist_titel if neu.rest is not None else alt.rest_ist_titel,
        trenner=False,
    )
