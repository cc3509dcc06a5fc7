"""Headings that open a paper: motion, new version, statement, resolution, report, query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from antragsbuero.documents.einreicher import FRAKTIONSWORT, finde_urheber, lies_urheber
from antragsbuero.documents.nummern import finde_nummern
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.datumslesung import finde_daten, lies_datum


class Papierart(StrEnum):
    """Kinds of paper; those that are a Fassung bear the name of its art."""

    URSPRUNGSANTRAG = "URSPRUNGSANTRAG"
    NEUFASSUNG = "NEUFASSUNG"
    AENDERUNGSANTRAG = "AENDERUNGSANTRAG"
    ERGAENZUNGSANTRAG = "ERGAENZUNGSANTRAG"
    VERWALTUNGSSTANDPUNKT = "VERWALTUNGSSTANDPUNKT"
    BESCHLUSSVORLAGE = "BESCHLUSSVORLAGE"
    BESCHLUSS = "BESCHLUSS"
    ANFRAGE = "ANFRAGE"
    ENDBERICHT = "ENDBERICHT"
    ZWISCHENBERICHT = "ZWISCHENBERICHT"
    SACHSTAND = "SACHSTAND"
    ANTWORT = "ANTWORT"
    NIEDERSCHRIFT = "NIEDERSCHRIFT"
    ANLAGE = "ANLAGE"


ANTRAGSARTEN = frozenset(
    {
        Papierart.URSPRUNGSANTRAG,
        Papierart.NEUFASSUNG,
        Papierart.AENDERUNGSANTRAG,
        Papierart.ERGAENZUNGSANTRAG,
        Papierart.ANFRAGE,
    }
)
_STARKE = frozenset(Papierart) - {
    Papierart.URSPRUNGSANTRAG,
    Papierart.BESCHLUSS,
    Papierart.ANFRAGE,
    Papierart.SACHSTAND,
    Papierart.ANTWORT,
    Papierart.ANLAGE,
}
"""Kinds whose word alone, followed by a title, is hardly anything but a heading."""


@dataclass(frozen=True, slots=True)
class Papierkopf:
    """What the heading of a paper says.

    `rest` are words that go on behind a colon: a title (`rest_ist_titel`) or the text itself.
    `fraktionszeile` marks „Antrag: CDU“, which names the submitter inside a head and opens no
    paper when one is open. `trenner` marks a dividing line between collected papers.
    """

    art: Papierart
    datum: date | None = None
    nummer: str = ""
    urheber: tuple[str, ...] = ()
    rest: Zeile | None = None
    rest_ist_titel: bool = False
    fraktionszeile: bool = False
    trenner: bool = False


_VORSATZ = (
    r"(?:(?:gemeinsame[rsn]?|interfraktionelle[rsn]?|fraktionsübergreifende[rsn]?|mündliche[rsn]?"
    r"|schriftliche[rsn]?|dringliche[rsn]?|kleine|große|geänderte[rsn]?|neue[rsn]?"
    r"|überarbeitete[rsn]?|ursprüngliche[rsn]?|unser(?:e|es|en)?|der|die|das|zum|zur|text des"
    r"|\d{1,2}\.)\s{1,3}){0,3}"
)
_ARTEN: tuple[tuple[Papierart, str], ...] = (
    (Papierart.ANTWORT, r"stellungnahme(?: der \w{4,20})? zur (?:\w{4,20} )?anfrage"),
    (
        Papierart.SACHSTAND,
        r"(?:sachstandsbericht|umsetzungsbericht|(?:bericht )?zum stand der umsetzung"
        r"|stand der umsetzung|umsetzungsstand|informationsvorlage|mitteilungsvorlage"
        r"|bericht (?:zur|über die) umsetzung|sachstand)\b",
    ),
    (Papierart.ENDBERICHT, r"(?:end|abschluss|schluss)bericht\w{0,2}\b"),
    (Papierart.ZWISCHENBERICHT, r"(?:zwischenbericht\w{0,2}\b|zwb\.)"),
    (
        Papierart.NEUFASSUNG,
        r"(?:neufassung\w{0,2}\b|NF[\s-]?\d{0,2}\b|konkretisierung\b|ersetzungsantr(?:ag|äge)\w{0,2}\b"
        r"|(?<=geänderte )fassung\b|(?<=neue )fassung\b|(?<=überarbeitete )fassung\b)",
    ),
    (
        Papierart.AENDERUNGSANTRAG,
        r"(?:änderungs-\s?/\s?ergänzungsantr(?:ag|äge)|änderungsantr(?:ag|äge)|ÄA\b)\w{0,2}",
    ),
    (Papierart.ERGAENZUNGSANTRAG, r"ergänzungsantr(?:ag|äge)\w{0,2}\b"),
    (
        Papierart.VERWALTUNGSSTANDPUNKT,
        r"(?:verwaltungsstandpunkt\w{0,2}\b|VSP\b|VWS\b|standpunkt der (?:stadt)?verwaltung"
        r"|stellungnahme\b|StN\b|alternativvorschlag\b)",
    ),
    (Papierart.NIEDERSCHRIFT, r"(?:niederschrift|(?:verlaufs|ergebnis)protokoll)\b"),
    (Papierart.BESCHLUSSVORLAGE, r"(?:beschluss|verwaltungs|mitteilungs)vorlage\b"),
    (
        Papierart.BESCHLUSS,
        r"(?:(?:rats|stadtrats|gemeinderats)?beschluss(?:es|text|protokoll|fassung)?|beschlossen"
        r"|abstimmungsergebnis)\b",
    ),
    (Papierart.ANTWORT, r"(?:antwort|beantwortung)\b"),
    (Papierart.ANFRAGE, r"(?:einwohner|klein|groß)?anfrage\w{0,2}\b|nachfrage\b"),
    (
        Papierart.URSPRUNGSANTRAG,
        r"(?:ursprungs|haushalts|eil|dringlichkeits|prüf|berichts|haupt)?antrag(?:e?s)?\b",
    ),
)
_MUSTER = tuple((art, re.compile(_VORSATZ + muster, re.IGNORECASE)) for art, muster in _ARTEN)

_KLAMMER = re.compile(r"\([^()]{0,160}\)")
_ZITAT = re.compile(r"[„“”\"»«][^„“”\"»«]{0,240}[„“”\"»«]")
_BEIWORT = re.compile(
    r"\b(?:des|der|die|das|dem|den|zu|zum|zur|vom|von|am|im|in|und|mit|für|über|auf|durch|ins|an"
    r"|nr|nummer|laut|gemäß|antrag\w{0,2}|anfrage\w?|vorlage\w?|beschluss\w{0,4}|neufassung|hh"
    r"|stadtrat\w{0,2}|rat\w{0,2}|ratsversammlung|gemeinderat\w{0,2}|kreistag\w{0,2}|sitzung"
    r"|stadtverordnetenversammlung|bezirksversammlung|ortschaftsrat\w{0,2}|stadtvertretung"
    r"|hauptausschuss\w{0,2}|verwaltung|stadtverwaltung|stadt|oberbürgermeister\w{0,3}|stand"
    r"|bürgermeisteramt\w{0,2}|dezernat\w{0,2}|umsetzung|fraktion(?:en)?|verwaltungsstandpunkt\w{0,2}"
    r"|ursprungsantrag\w{0,2}|änderungsantrag\w{0,2}|ergänzungsantrag\w{0,2}|planentwurf|haushalt\w{0,2}"
    r"|kurzfassung|öffentlich|datum|uhr|plenarsitzung|unser\w{0,2}|version|text|wortlaut|drucksache"
    r"|[IVX]{1,4}|\d{1,3})\b\.?",
    re.IGNORECASE,
)
_ZEITWORT = re.compile(
    r"\b(?:wird|werden|wurden?|ist|sind|hat|haben|soll|sollen|sollte|kann|können|liegt|sieht|war"
    r"|waren|übernimmt|bleibt|muss|müssen|enthält|stimmt|begrüßt|lautet|dass|nicht|sich|wir)\b"
)
_TRENNER = re.compile(r"={3,}\s*(?P<art>[^|]{1,80}?)\s*\|(?P<rest>.*)")


def lies_papierkopf(zeile: Zeile, nummernmuster: str) -> Papierkopf | None:
    """What the line says if it is the heading of a paper, else None."""
    text = zeile.text
    if zeile.zeichen or zeile.tabelle or not 1 < len(text) <= 300:
        return None
    if (trenner := _TRENNER.fullmatch(text)) is not None:
        return _trenner(trenner)
    for art, muster in _MUSTER:
        treffer = muster.match(text)
        if treffer is not None:
            if text[0].islower() and not text.lower().startswith(("gemeinsam", "inter", "schrift")):
                return None
            return _lies(zeile, art, treffer.end(), nummernmuster)
    return None


def art_des_titels(text: str) -> tuple[Papierart, int] | None:
    """„Antrag Mehr Bänke …“: the art and where the title starts; None for other lines."""
    for art, muster in _MUSTER:
        treffer = muster.match(text)
        if treffer is not None:
            rest = re.match(r"\s{0,2}[:–—|-]?\s{1,3}(?=[„“\"»A-ZÄÖÜ0-9*])", text[treffer.end() :])
            return (art, treffer.end() + rest.end()) if rest is not None else None
    return None


def _trenner(treffer: re.Match[str]) -> Papierkopf:
    name, rest = treffer["art"], treffer["rest"]
    art = Papierart.ANLAGE
    for kandidat, muster in _MUSTER:
        if muster.match(name):
            art = kandidat
            break
    nummer = re.search(r"(?:Vorlage|Drucksache|Nr\.)\s{1,3}([^\s|]{3,30})", rest)
    datum = lies_datum(rest.split('"')[-1])
    return Papierkopf(art, datum, nummer[1] if nummer else "", trenner=True)


def _lies(zeile: Zeile, art: Papierart, ende: int, nummernmuster: str) -> Papierkopf | None:
    text = zeile.text
    stellen = finde_nummern(text, nummernmuster)
    nummer = text[slice(*stellen[0])] if stellen else ""
    kern, rest = _am_doppelpunkt(text, ende)
    if rest is not None and (urheber := lies_urheber(text[rest:])):
        return Papierkopf(art, None, nummer, urheber, fraktionszeile=True)
    uebrig, urheber, belegt = _uebrig(kern, stellen)
    kopf = Papierkopf(art, lies_datum(kern), nummer, urheber)
    if rest is None:
        return kopf if _ist_ueberschrift(zeile, art, uebrig, belegt) else None
    if len(uebrig.split()) > 3 or _ZEITWORT.search(kern):
        return None
    folge = zeile.ausschnitt(rest)
    titel = art in ANTRAGSARTEN and not folge.text.endswith((".", ";", ","))
    if len(folge.text.split()) > 30 or (titel and _ZEITWORT.search(folge.text)):
        titel = False
    return Papierkopf(art, kopf.datum, nummer, urheber, folge, titel)


def _am_doppelpunkt(text: str, ende: int) -> tuple[str, int | None]:
    """The heading proper (without the kind's word) and where the words behind its colon start."""
    doppelpunkt = text.find(":", ende)
    if doppelpunkt < 0:
        return text[ende:], None
    rest = doppelpunkt + 1
    if re.match(r"\s*Nr\.?\s*$", text[ende:doppelpunkt]) or not text[rest:].strip():
        return text[ende:].rstrip(": "), None
    return text[ende:doppelpunkt], rest


def _uebrig(kern: str, stellen: tuple[tuple[int, int], ...]) -> tuple[str, tuple[str, ...], bool]:
    """Words of the heading that are neither date, number nor usual, and who submitted it."""
    belegt = bool(stellen)
    urheber = lies_urheber(kern) or finde_urheber(_ZITAT.sub(" ", kern))
    text = _ZITAT.sub(" ", _KLAMMER.sub(" ", kern))
    for fund in finde_daten(text):
        text = text[: fund.von] + " " * (fund.bis - fund.von) + text[fund.bis :]
        belegt = True
    text = re.sub(r"\S*\d{4}/\d\S*|\S*\d{4,}\S*", " ", text)
    text = FRAKTIONSWORT.sub(" ", text)
    text = _BEIWORT.sub(" ", text)
    return re.sub(r"[\s,.:;/|()–—+&-]+", " ", text).strip(), urheber, belegt


def _ist_ueberschrift(zeile: Zeile, art: Papierart, uebrig: str, belegt: bool) -> bool:
    """Whether a line without a colon, with these unusual words left, opens a paper."""
    woerter = len(uebrig.split())
    if _ZEITWORT.search(zeile.text) or (zeile.text.endswith((".", ",", ";")) and woerter):
        return False
    if woerter == 0:
        return True
    if zeile.stufe and (belegt or art in _STARKE):
        return True
    if belegt:
        return woerter <= 8
    return art in _STARKE and woerter <= 4 and zeile.luecke > 0
