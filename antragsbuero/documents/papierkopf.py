"""The head of a paper: Betreff, number, receipt, submitters, Beratungsfolge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from antragsbuero.documents.abschnittstitel import KOPFBEREICHE, Bereich
from antragsbuero.documents.deckung import KOPFANGABE, UEBERSCHRIFT, Deckung
from antragsbuero.documents.einreicher import ist_einreicher, lies_urheber
from antragsbuero.documents.nummern import lies_nummer
from antragsbuero.documents.papierteile import Teil
from antragsbuero.documents.ueberschriften import (
    ANTRAGSARTEN,
    Papierart,
    Papierkopf,
    art_des_titels,
    lies_papierkopf,
)
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.beratung import Beratung, Beratungsrolle
from antragsbuero.domain.datumslesung import finde_daten, lies_datum
from antragsbuero.domain.ratsprofil import Ratsprofil

_ROLLEN: tuple[tuple[str, Beratungsrolle], ...] = (
    (r"verweisung", Beratungsrolle.VERWEISUNG),
    (r"1\. lesung", Beratungsrolle.ERSTE_LESUNG),
    (r"2\. lesung", Beratungsrolle.ZWEITE_LESUNG),
    (r"vorberatung", Beratungsrolle.VORBERATUNG),
    (r"anhörung", Beratungsrolle.ANHOERUNG),
    (r"bestätigung", Beratungsrolle.BESTAETIGUNG),
    (r"beschlussfassung|entscheidung", Beratungsrolle.BESCHLUSSFASSUNG),
    (r"beantwortung", Beratungsrolle.BEANTWORTUNG),
    (r"kenntnisnahme", Beratungsrolle.KENNTNISNAHME),
)
_TABELLENWORT = re.compile(
    r"(?:gremi(?:um|en)|(?:voraussichtlicher )?sitzungstermin|voraussichtlicher|zuständigkeit"
    r"|gremi(?:um|en)\s+.{0,80}(?:zuständigkeit|nö|n))",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Kopfdaten:
    """What the head says; `betreff` are the lines of the title."""

    datum: date | None = None
    nummer: str = ""
    urheber: list[str] = field(default_factory=list)
    betreff: list[Zeile] = field(default_factory=list)
    beratungen: list[Beratung] = field(default_factory=list)
    nichtoeffentlich: bool = False


class Kopfleser:
    """Reads the parts of the head and marks their lines."""

    def __init__(self, profil: Ratsprofil, deckung: Deckung) -> None:
        self._profil = profil
        self._deckung = deckung

    def lies(self, kopf: Papierkopf, teile: Sequence[Teil]) -> Kopfdaten:
        """The data of the heading and of all parts of the head."""
        daten = Kopfdaten(kopf.datum, kopf.nummer, list(kopf.urheber))
        if kopf.rest is not None and kopf.rest_ist_titel:
            daten.betreff.append(kopf.rest)
        for teil in teile:
            if teil.bereich in KOPFBEREICHE:
                self._lies_teil(teil, daten)
            elif teil.bereich is Bereich.RUMPF and not teil.nach_kopf:
                self._lies_kopfrumpf(teil, daten, kopf.art)
        return daten

    def _lies_teil(self, teil: Teil, daten: Kopfdaten) -> None:
        text = " ".join(zeile.text for zeile in teil.zeilen)
        match teil.bereich:
            case Bereich.BETREFF:
                daten.betreff = list(teil.zeilen)
                return
            case Bereich.EINGANG:
                self._pruefe_daten(teil)
                daten.datum = lies_datum(text) or daten.datum
            case Bereich.NUMMER:
                daten.nummer = daten.nummer or _nummer(text, self._profil.nummernmuster)
            case Bereich.STATUS:
                daten.nichtoeffentlich |= "nicht" in text.casefold()
            case Bereich.EINREICHER:
                self._lies_einreicher(teil, daten)
            case Bereich.BERATUNGSFOLGE:
                self._pruefe_daten(teil)
                daten.beratungen += lies_beratungen(teil.zeilen)
        self._deckung.lasse_alle(teil.zeilen, KOPFANGABE)

    def _pruefe_daten(self, teil: Teil) -> None:
        for zeile in teil.zeilen:
            self._deckung.bezweifle_daten(zeile)

    def _lies_einreicher(self, teil: Teil, daten: Kopfdaten) -> None:
        text = " ".join(zeile.text for zeile in teil.zeilen)
        namen = lies_urheber(text) or ((text[:200],) if text else ())
        daten.urheber += [name for name in namen if name not in daten.urheber]

    def _lies_kopfrumpf(self, teil: Teil, daten: Kopfdaten, art: Papierart) -> None:
        """Lines between the parts of a head: submitter, council, the title."""
        if len(teil.zeilen) > 12:
            return
        titel: list[Zeile] = []
        for zeile in teil.zeilen:
            kopf = lies_papierkopf(zeile, self._profil.nummernmuster)
            if kopf is not None and kopf.urheber:
                if art in ANTRAGSARTEN:
                    daten.urheber += [u for u in kopf.urheber if u not in daten.urheber]
            elif ist_einreicher(zeile.text):
                namen = lies_urheber(zeile.text) or (zeile.text,)
                daten.urheber += [n for n in namen if n not in daten.urheber]
            elif zeile.text in self._profil.gremien or zeile.text == self._profil.rat:
                pass
            else:
                titel.append(zeile)
                continue
            self._deckung.lasse(zeile, KOPFANGABE)
        if not daten.betreff:
            daten.betreff = titel


@dataclass(frozen=True, slots=True)
class Betreff:
    """A title and the lines it stands in, which nobody has taken yet.

    `sicher` is False for a line that is a title only by its place.
    """

    text: str = ""
    zeilen: tuple[Zeile, ...] = ()
    sicher: bool = True


def lies_betreff(zeilen: Sequence[Zeile], deckung: Deckung, *, sicher: bool = True) -> Betreff:
    """The title of these lines without „Antrag“ before it, which is named as left out."""
    reste: list[Zeile] = []
    for nummer, zeile in enumerate(zeilen):
        vorne = art_des_titels(zeile.text) if nummer == 0 else None
        if vorne is not None:
            deckung.lasse(zeile.ausschnitt(0, vorne[1]), UEBERSCHRIFT)
        reste.append(zeile.ausschnitt(vorne[1]) if vorne is not None else zeile)
    betreff = ""
    for rest in reste:
        fuge = "" if betreff.endswith("-") and rest.text[:1].isalpha() else " "
        if not fuge and rest.text[:1].islower():
            betreff = betreff[:-1]
        betreff += fuge + rest.text
    return Betreff(betreff.strip(), tuple(reste), sicher)


def lies_beratungen(zeilen: Sequence[Zeile]) -> list[Beratung]:
    """Rows of a Beratungsfolge; a row starts at a body and may go on over the next lines."""
    beratungen: list[Beratung] = []
    vorlauf = ""
    for zeile in zeilen:
        text = " ".join(zeile.text.split())
        if _TABELLENWORT.fullmatch(text) and not (beratungen and text == "Gremien"):
            continue
        fund = next(finde_daten(text), None)
        if fund is not None:
            gremium = f"{vorlauf} {text[: fund.von]}".strip()
            beratungen.append(_beratung(gremium, fund.datum(), text[fund.bis :].strip()))
            vorlauf = ""
        elif beratungen and zeile.luecke == 0 and not zeile.tabelle and _geht_weiter(text):
            letzte = beratungen[-1]
            beratungen[-1] = _beratung(
                letzte.gremium, letzte.datum, f"{letzte.zustaendigkeit} {text}".strip()
            )
        else:
            vorlauf = f"{vorlauf} {text}".strip()
    if vorlauf:
        beratungen.append(_beratung(vorlauf, None, ""))
    return beratungen


def _geht_weiter(text: str) -> bool:
    """Whether a line without a date completes the row before it („Verweisung in die / Gremien“)."""
    return len(text) <= 25 and (text[:1].islower() or text in ("Gremien", "Beantwortung"))


def _beratung(gremium: str, datum: date | None, rest: str) -> Beratung:
    top = re.match(r"(\d{1,3}(?:\.\d{1,3})?)\b(?!\.?\s?lesung)\s*", rest, re.IGNORECASE)
    zustaendigkeit = rest[top.end() :] if top is not None else rest
    rolle = Beratungsrolle.SONSTIGE
    for muster, kandidat in _ROLLEN:
        if re.search(muster, zustaendigkeit, re.IGNORECASE):
            rolle = kandidat
            break
    return Beratung(gremium, datum, top[1] if top else "", rolle, zustaendigkeit)


def _nummer(text: str, muster: str) -> str:
    """The number behind „Vorlage Nr.:“; other words of the same line are left aside."""
    nummer = lies_nummer(text, muster)
    if nummer:
        return nummer
    treffer = re.match(r"\s*([\w./-]*\d[\w./-]*)", text)
    return treffer[1] if treffer is not None else ""
