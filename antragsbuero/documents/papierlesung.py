"""Reads one paper: its head, then points, reasons and votes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from antragsbuero.documents.absatzbau import Umbruch, baue_absaetze
from antragsbuero.documents.abschnittstitel import KOPFBEREICHE, Bereich
from antragsbuero.documents.abstimmungslesung import (
    ist_abstimmungssatz,
    lies_abstimmung,
    lies_mehrheit,
)
from antragsbuero.documents.deckung import (
    FORMULARTEIL,
    KOPFANGABE,
    UEBERSCHRIFT,
    WORTPROTOKOLL,
    Deckung,
)
from antragsbuero.documents.gliederung import Bezug, Gliederer, Gliederung
from antragsbuero.documents.nummerierung import lies_marken
from antragsbuero.documents.nummern import art_nach_nummer
from antragsbuero.documents.papier import Abschnitt, Papier
from antragsbuero.documents.papierkopf import Kopfdaten, Kopfleser, lies_betreff
from antragsbuero.documents.papierteile import Teil, teile_papier
from antragsbuero.documents.ueberschriften import ANTRAGSARTEN, Papierart, Papierkopf
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.datumslesung import lies_datum
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.ratsprofil import Ratsprofil

BERICHTSARTEN = frozenset(
    {
        Papierart.ENDBERICHT,
        Papierart.ZWISCHENBERICHT,
        Papierart.SACHSTAND,
        Papierart.ANTWORT,
    }
)
_NUR_STAND = re.compile(
    r"\W*(?:kenntnisnahme|verwiesen|verweisung|beratung i[mn]|vertagt|zurückgezogen|abgesetzt"
    r"|kein beschluss|erledigt|siehe|zustimmung|ablehnung|abgelehnt|zugestimmt|einstimmig"
    r"|mehrheitlich)\b",
    re.IGNORECASE,
)


_WURDE = re.compile(r"^(?:Der|Die|Dieser|Diese|Unser)\s.{5,60}?\s(?:wurde|ist|hat)\b")


class Papierleser:
    """Reads papers of one source."""

    def __init__(
        self, profil: Ratsprofil, umbruch: Umbruch, deckung: Deckung, quelltext: str
    ) -> None:
        self._umbruch = umbruch
        self._deckung = deckung
        self._quelltext = quelltext
        self._kopfleser = Kopfleser(profil, deckung)

    def lies(self, abschnitt: Abschnitt, kopf: Papierkopf) -> Papier:
        """The paper below this heading."""
        teile = teile_papier(abschnitt.zeilen, kopf.art, self._umbruch, self._deckung)
        if kopf.art is Papierart.NIEDERSCHRIFT:
            return self._lies_niederschrift(abschnitt, kopf, teile)
        daten = self._kopfleser.lies(kopf, teile)
        papier = self._papier(abschnitt, kopf, daten)
        rest = [t for t in teile if t.bereich not in KOPFBEREICHE and _ist_rumpf(t)]
        if kopf.art in BERICHTSARTEN:
            papier.antwortteile = rest
            return papier
        self._lies_fassung(papier, rest, daten)
        return papier

    def _papier(self, abschnitt: Abschnitt, kopf: Papierkopf, daten: Kopfdaten) -> Papier:
        alle = [*abschnitt.kopfzeilen, *abschnitt.zeilen]
        von, bis = abschnitt.spanne
        return Papier(
            art=kopf.art,
            anker=alle[0],
            datum=daten.datum,
            nummer=daten.nummer,
            urheber=tuple(daten.urheber),
            betreff=lies_betreff(daten.betreff, self._deckung),
            quelltext=self._quelltext[von:bis],
            beratungen=daten.beratungen,
            nichtoeffentlich=daten.nichtoeffentlich,
        )

    def _lies_fassung(self, papier: Papier, teile: Sequence[Teil], daten: Kopfdaten) -> None:
        art = _fassungsart(papier)
        beschluss = papier.datum if art is Fassungsart.BESCHLUSS else None
        bezug = Bezug(beschluss, papier.datum, fragen=art is Fassungsart.ANFRAGE)
        gliederer = Gliederer(self._umbruch, self._deckung, bezug)
        punktteil = _punktteil(teile, art)
        gliederung = Gliederung((), ())
        vorspann: list[Zeile] = []
        gruende: list[Zeile] = []
        for teil in teile:
            zeilen = self._ohne_abstimmung(papier, teil, art)
            if teil is punktteil:
                punktzeilen, gruende = self._ohne_gruende(papier, zeilen)
                gliederung = gliederer.gliedere(punktzeilen)
            elif teil.bereich in (Bereich.BEGRUENDUNG, Bereich.ANTWORT):
                gruende += zeilen
            elif teil.bereich in (Bereich.RUMPF, Bereich.BESCHLUSS, Bereich.FRAGEN):
                (vorspann if not gruende and not gliederung.punkte else gruende).extend(zeilen)
            else:
                self._lasse_teil(teil)
        if punktteil is None and art is Fassungsart.VERWALTUNGSSTANDPUNKT:
            vorspann, gruende = [], [*vorspann, *gruende]
        if art is Fassungsart.BESCHLUSS:
            _ergaenze_mehrheit(papier)
        papier.fassung = Fassung(
            art=art,
            datum=papier.datum,
            nummer=papier.nummer,
            urheber=papier.urheber,
            eingereicht=True,
            betreff=papier.betreff.text,
            vorspann=baue_absaetze(vorspann, self._umbruch, self._deckung) + gliederung.vorspann,
            punkte=gliederung.punkte,
            begruendung=baue_absaetze(gruende, self._umbruch, self._deckung),
            quelltext=papier.quelltext,
        )

    def _ohne_gruende(self, papier: Papier, zeilen: list[Zeile]) -> tuple[list[Zeile], list[Zeile]]:
        """Splits off reasons that a PDF prints, far below the points, before their heading."""
        marken = [n for n, z in enumerate(zeilen) if lies_marken(z)]
        if self._umbruch.breite is None or papier.art not in ANTRAGSARTEN or not marken:
            return zeilen, []
        for nummer in range(marken[-1] + 1, len(zeilen)):
            if zeilen[nummer].luecke >= 3:
                self._deckung.bezweifle(
                    "Ab hier wurde nach dem Abstand eine Begründung angenommen.", zeilen[nummer]
                )
                return zeilen[:nummer], zeilen[nummer:]
        return zeilen, []

    def _ohne_abstimmung(self, papier: Papier, teil: Teil, art: Fassungsart) -> list[Zeile]:
        """The lines without the sentences that tell a vote, which become Abstimmungen."""
        if teil.bereich is Bereich.ABSTIMMUNG:
            self._lies_voten(papier, teil.zeilen)
            return []
        if art is not Fassungsart.BESCHLUSS or teil.bereich is Bereich.BEGRUENDUNG:
            return teil.zeilen
        rest: list[Zeile] = []
        for zeile in teil.zeilen:
            einzige = len(teil.zeilen) == 1 and lies_abstimmung(zeile.text) is not None
            satz = ist_abstimmungssatz(zeile.text) or (einzige and _WURDE.search(zeile.text))
            if satz and not lies_marken(zeile):
                self._lies_voten(papier, [zeile])
            else:
                rest.append(zeile)
        return rest

    def _lies_voten(self, papier: Papier, zeilen: Sequence[Zeile]) -> None:
        for zeile in zeilen:
            abstimmung = lies_abstimmung(zeile.text)
            if abstimmung is None:
                self._deckung.lasse(zeile, "")
                continue
            if abstimmung.ergebnis is Abstimmungsergebnis.OFFEN:
                self._deckung.lasse(zeile, KOPFANGABE)
                continue
            self._deckung.nimm(zeile)
            papier.abstimmungen.append(abstimmung)

    def _lies_niederschrift(
        self, abschnitt: Abschnitt, kopf: Papierkopf, teile: Sequence[Teil]
    ) -> Papier:
        """Minutes: the resolution and the votes are taken, the speeches are left out."""
        vorne = abschnitt.zeilen[:8]
        oben = [z for z in abschnitt.kopfzeilen if "|" not in z.text]
        tag = lies_datum(" ".join(z.text for z in (*oben, *vorne))) or kopf.datum
        papier = self._papier(abschnitt, kopf, Kopfdaten(tag, kopf.nummer))
        punkte = Gliederung((), ())
        gelesen = False
        for teil in teile:
            if teil.bereich is Bereich.NUMMER and not papier.nummer:
                papier.nummer = self._kopfleser.lies(kopf, [teil]).nummer
            elif teil.bereich is Bereich.BESCHLUSS and not gelesen:
                gelesen = True
                punkte = self._lies_beschlusstext(papier, teil.zeilen)
            elif teil.bereich is Bereich.ABSTIMMUNG:
                self._lies_voten(papier, teil.zeilen)
            else:
                grund = WORTPROTOKOLL if gelesen else KOPFANGABE
                self._deckung.lasse_alle(teil.zeilen, grund)
        if punkte.punkte:
            papier.fassung = Fassung(
                art=Fassungsart.BESCHLUSS,
                datum=papier.datum,
                nummer=papier.nummer,
                eingereicht=True,
                vorspann=punkte.vorspann,
                punkte=punkte.punkte,
                quelltext=papier.quelltext,
            )
        return papier

    def _lies_beschlusstext(self, papier: Papier, zeilen: Sequence[Zeile]) -> Gliederung:
        """The wording under „Beschluss:“; a mere outcome becomes an Abstimmung."""
        if not zeilen:
            return Gliederung((), ())
        text = " ".join(zeile.text for zeile in zeilen)
        if _NUR_STAND.match(text) and len(text.split()) < 25:
            for zeile in zeilen:
                self._deckung.nimm(zeile)
            papier.abstimmungen.append(_stand(text))
            return Gliederung((), ())
        bezug = Bezug(papier.datum, papier.datum)
        return Gliederer(self._umbruch, self._deckung, bezug).gliedere(zeilen)

    def _lasse_teil(self, teil: Teil) -> None:
        grund = FORMULARTEIL if teil.bereich is Bereich.FORMULAR else KOPFANGABE
        self._deckung.lasse_alle(teil.zeilen, grund)


def vorangestellt(abschnitt: Abschnitt, kopf: Papierkopf) -> Papierkopf:
    """The heading with its own words put before the text, where they are no title."""
    if kopf.rest is not None and not kopf.rest_ist_titel:
        abschnitt.zeilen.insert(0, kopf.rest)
        return replace(kopf, rest=None)
    return kopf


def markiere_kopfzeilen(abschnitt: Abschnitt, kopf: Papierkopf, deckung: Deckung) -> None:
    """Names the headings as left out, but for the words of a title or of the text.

    Days in them that do not exist are doubted.
    """
    for zeile in abschnitt.kopfzeilen:
        deckung.bezweifle_daten(zeile)
        rest = kopf.rest
        if rest is not None and zeile.von <= rest.von and rest.bis <= zeile.bis:
            zeile = zeile.ausschnitt(0, len(zeile.text) - len(rest.text))
        deckung.lasse(zeile, UEBERSCHRIFT)


def _ist_rumpf(teil: Teil) -> bool:
    return teil.bereich is not Bereich.RUMPF or teil.nach_kopf or len(teil.zeilen) > 12


def _fassungsart(papier: Papier) -> Fassungsart:
    art = Fassungsart(papier.art.value)
    if art is Fassungsart.URSPRUNGSANTRAG:
        return art_nach_nummer(papier.nummer) or art
    return art


def _punktteil(teile: Sequence[Teil], art: Fassungsart) -> Teil | None:
    """The part that holds the points: under its own heading, else right below that of the paper.

    A statement with neither numbers nor a heading for its reasons proposes nothing.
    """
    for bereich in (Bereich.BESCHLUSS, Bereich.FRAGEN, Bereich.RUMPF):
        for teil in teile:
            if teil.bereich is bereich and teil.zeilen:
                return None if _ist_nur_stellungnahme(teil, teile, art) else teil
    return None


def _ist_nur_stellungnahme(teil: Teil, teile: Sequence[Teil], art: Fassungsart) -> bool:
    if art is not Fassungsart.VERWALTUNGSSTANDPUNKT or teil.bereich is not Bereich.RUMPF:
        return False
    begruendet = any(t.bereich is Bereich.BEGRUENDUNG for t in teile)
    return not begruendet and not any(lies_marken(zeile) for zeile in teil.zeilen)


def _ergaenze_mehrheit(papier: Papier) -> None:
    """„Beschluss des Rates vom 5. Mai (einstimmig)“ tells the vote in its heading."""
    mehrheit = lies_mehrheit(papier.anker.text)
    if mehrheit is Mehrheit.UNBEKANNT:
        return
    if not papier.abstimmungen:
        ueberschrift = papier.anker.text
        ergebnis = Abstimmungsergebnis.BESCHLOSSEN
        papier.abstimmungen.append(Abstimmung(ergebnis, ueberschrift, mehrheit))
    papier.abstimmungen = [
        replace(a, mehrheit=mehrheit) if a.mehrheit is Mehrheit.UNBEKANNT else a
        for a in papier.abstimmungen
    ]


def _stand(text: str) -> Abstimmung:
    return lies_abstimmung(text) or Abstimmung(Abstimmungsergebnis.OFFEN, text)
