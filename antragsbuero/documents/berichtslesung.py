"""Reports and answers: which statement belongs to which point (section 2.5 of the Ratspapiere)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from antragsbuero.documents.absatzbau import Umbruch, baue_absaetze
from antragsbuero.documents.abschnittstitel import Bereich
from antragsbuero.documents.abstimmungslesung import zahlenreihe
from antragsbuero.documents.aehnlichkeit import Woerter, gleichheit, woerter
from antragsbuero.documents.deckung import KOPFANGABE, UEBERSCHRIFT, Deckung
from antragsbuero.documents.nummerierung import lies_marken
from antragsbuero.documents.papier import Papier
from antragsbuero.documents.papierteile import Teil
from antragsbuero.documents.ueberschriften import Papierart
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.absatz import Absatz, Absatzart
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung

_NUM = r"(?:\d{1,2}(?:\.\d{1,2})?\s?[a-z]?\b|[a-z](?=\)))\.?\)?"
_NOMEN = (
    r"(?:BP|Beschlusspunkt(?:en?)?|Antragspunkt(?:en?)?|Punkt(?:en?)?|Ziffern?|Ziff\.|Fragen?"
    r"|Nr\.|Nummer|Satz)"
)
_VERWEIS = re.compile(
    rf"(?:(?:(?:Antwort|Stellungnahme|Sachstand)\s)?(?:zu|ad)\b\s?:?\s?(?:den\s|der\s|dem\s)?(?:{_NOMEN}\s?)?"
    rf"|(?:Antwort\s(?:auf\s)?)?{_NOMEN}\s?)"
    rf"(?P<zahlen>{_NUM}(?:\s?(?:,|/|&|und|u\.|bis|[–-])\s?(?:{_NOMEN}\s)?{_NUM}){{0,8}})"
    r"(?P<ende>\s?[:)]{1,2}|\s[–-](?=\s))?",
    re.IGNORECASE,
)
_AEHNLICH = 0.72
"""Share of common words from which a paragraph counts as the repeated text of a point."""

_ARTEN = {
    Papierart.ENDBERICHT: Berichtsart.ENDBERICHT,
    Papierart.ZWISCHENBERICHT: Berichtsart.ZWISCHENBERICHT,
    Papierart.SACHSTAND: Berichtsart.SACHSTAND,
    Papierart.ANTWORT: Berichtsart.ANTWORT,
}


@dataclass(slots=True)
class _Stueck:
    punkte: tuple[str, ...]
    bestaetigt: bool = True
    zeilen: list[Zeile] = field(default_factory=list)
    zitat: int = 0
    """How many of the first lines repeat the point or the question."""


class Berichtsleser:
    """Reads reports of one source."""

    def __init__(self, umbruch: Umbruch, deckung: Deckung) -> None:
        self._umbruch = umbruch
        self._deckung = deckung

    def lies(self, papier: Papier, zu: Fassung | None) -> Bericht:
        """The report with its statements; `zu` is the resolution or query it speaks of."""
        zeilen = self._textzeilen(papier.antwortteile)
        stuecke = self._nach_verweisen(zeilen)
        if len(stuecke) == 1 and not stuecke[0].punkte:
            stuecke = self._nach_wortlaut(zeilen, zu, papier.art is Papierart.ANTWORT)
        teile: list[Berichtsteil] = []
        for stueck in stuecke:
            absaetze = self._absaetze(stueck)
            if absaetze or stueck.punkte:
                teile += [
                    Berichtsteil(punkt, absaetze, stueck.bestaetigt)
                    for punkt in stueck.punkte or ("",)
                ]
        return Bericht(
            art=_ARTEN[papier.art],
            datum=papier.datum,
            nummer=papier.nummer,
            urheber=papier.urheber,
            zu=zu.kennung if zu is not None else None,
            teile=tuple(teile),
            quelltext=papier.quelltext,
        )

    def _textzeilen(self, teile: Sequence[Teil]) -> list[Zeile]:
        zeilen: list[Zeile] = []
        for teil in teile:
            if teil.bereich in (Bereich.ANLAGEN, Bereich.UNTERSCHRIFT, Bereich.FORMULAR):
                self._deckung.lasse_alle(teil.zeilen, KOPFANGABE)
            else:
                zeilen += teil.zeilen
        return zeilen

    def _nach_verweisen(self, zeilen: Sequence[Zeile]) -> list[_Stueck]:
        """Cuts at „Zu BP 1:“ and its like."""
        stuecke = [_Stueck(())]
        for zeile in zeilen:
            verweis = _lies_verweis(zeile)
            if verweis is None:
                stuecke[-1].zeilen.append(zeile)
                continue
            punkte, ende = verweis
            self._deckung.lasse(zeile.ausschnitt(0, ende), UEBERSCHRIFT)
            stueck = _Stueck(punkte)
            rest = zeile.ausschnitt(ende)
            if rest.text:
                stueck.zeilen.append(rest)
            stuecke.append(stueck)
        for stueck in stuecke:
            stueck.zitat = _laenge_der_frage(stueck.zeilen) if stueck.punkte else 0
        return stuecke

    def _nach_wortlaut(
        self, zeilen: Sequence[Zeile], zu: Fassung | None, fragen: bool
    ) -> list[_Stueck]:
        """Cuts where the text of a point, or a numbered question, is repeated."""
        bekannt = _bekannte_punkte(zu)
        stuecke = [_Stueck(())]
        oben = ""
        nummer = 0
        while nummer < len(zeilen):
            punkt, laenge = self._wiederholung(zeilen, nummer, bekannt, fragen, oben)
            if laenge == 0:
                stuecke[-1].zeilen.append(zeilen[nummer])
                nummer += 1
                continue
            if punkt.isdigit():
                oben = punkt
            stueck = _Stueck((punkt,), bestaetigt=False, zitat=laenge)
            stueck.zeilen += zeilen[nummer : nummer + laenge]
            stuecke.append(stueck)
            nummer += laenge
        return stuecke

    def _wiederholung(
        self,
        zeilen: Sequence[Zeile],
        start: int,
        bekannt: Sequence[tuple[str, Woerter]],
        fragen: bool,
        oben: str,
    ) -> tuple[str, int]:
        """The point repeated from this line on and over how many lines, ("", 0) if none is."""
        ende = start + 1
        while ende < min(len(zeilen), start + 12) and not self._endet(zeilen, start, ende, fragen):
            ende += 1
        text = " ".join(z.text for z in zeilen[start:ende])
        wortmenge = woerter(text)
        if wortmenge.total() >= 4 and bekannt:
            wert, punkt = max((gleichheit(wortmenge, w, _AEHNLICH), p) for p, w in bekannt)
            if wert >= _AEHNLICH:
                return punkt, ende - start
        marken = lies_marken(zeilen[start])
        if fragen and marken and text.rstrip().endswith("?"):
            zahl = re.sub(r"\W", "", marken[0].zeichen.split()[-1])
            return (zahl if zahl.isdigit() else oben + zahl), ende - start
        return "", 0

    def _endet(self, zeilen: Sequence[Zeile], start: int, ende: int, fragen: bool) -> bool:
        links, rechts = zeilen[ende - 1], zeilen[ende]
        if self._umbruch.breite is None or rechts.luecke or lies_marken(rechts):
            return True
        if fragen and links.text.rstrip(' )“"').endswith("?"):
            return True
        return not fragen and self._umbruch.endet(links, rechts)

    def _absaetze(self, stueck: _Stueck) -> tuple[Absatz, ...]:
        frage = baue_absaetze(stueck.zeilen[: stueck.zitat], self._umbruch, self._deckung)
        antwort = baue_absaetze(stueck.zeilen[stueck.zitat :], self._umbruch, self._deckung)
        return tuple(replace(a, art=Absatzart.ZITAT) for a in frage) + antwort


def _lies_verweis(zeile: Zeile) -> tuple[tuple[str, ...], int] | None:
    """The points a line speaks of and where the statement starts on it."""
    if zeile.zeichen:
        return None
    treffer = _VERWEIS.match(zeile.text)
    if treffer is None:
        return None
    rest = zeile.text[treffer.end() :].lstrip()
    geschlossen = treffer["ende"] is not None or treffer["zahlen"].rstrip().endswith((".", ")"))
    if rest and not (geschlossen and not rest[0].islower()):
        return None
    if not geschlossen and len(zeile.text) > 60:
        return None
    return zahlenreihe(treffer["zahlen"]), treffer.end()


def _laenge_der_frage(zeilen: Sequence[Zeile]) -> int:
    """How many of the first lines are the question itself („Frage 1: Wurde …?“)."""
    for nummer, zeile in enumerate(zeilen[:8]):
        if nummer and zeile.luecke:
            return 0
        if zeile.text.rstrip(' )“"').endswith("?"):
            return nummer + 1 if nummer + 1 < len(zeilen) else 0
        if re.search(r"\w{5,}\.$", zeile.text):
            return 0
    return 0


def _bekannte_punkte(zu: Fassung | None) -> list[tuple[str, Woerter]]:
    if zu is None:
        return []
    return [("".join(weg), woerter(punkt.text)) for weg, punkt in mit_tiefe(zu.punkte)][:80]
