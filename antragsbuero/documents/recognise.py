"""Recognises the papers of a saved or pasted page and makes Vorgänge of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from antragsbuero.documents.absatzbau import erkenne_umbruch
from antragsbuero.documents.abschnitte import schneide
from antragsbuero.documents.abschnittstitel import Bereich, lies_bereichskopf
from antragsbuero.documents.berichtslesung import Berichtsleser
from antragsbuero.documents.deckung import KOPFANGABE, SEITENRAHMEN, Deckung
from antragsbuero.documents.erkennung import Erkennung
from antragsbuero.documents.papier import Abschnitt, Papier
from antragsbuero.documents.papierkopf import Betreff, lies_betreff
from antragsbuero.documents.papierlesung import Papierleser, markiere_kopfzeilen, vorangestellt
from antragsbuero.documents.seitenrahmen import rahmenzeilen
from antragsbuero.documents.ueberschriften import Papierart, Papierkopf, art_des_titels
from antragsbuero.documents.vorgangsbau import baue_vorgaenge
from antragsbuero.documents.zeilen import Zeile, zeilen_aus
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.domain.ratsprofil import Ratsprofil

_UNBEKANNT = (
    "Im Text steht keine bekannte Überschrift (Antrag, Neufassung, Verwaltungsstandpunkt, "
    "Beschluss, Anfrage, Bericht). Es wurde kein Vorgang erkannt; der ganze Text ist als "
    "ausgelassen aufgeführt."
)


def erkenne(dokument: Dokument, profil: Ratsprofil) -> Erkennung:
    """The Vorgänge in the text; every word stands in one of them or is named as left out.

    A text without any known heading gives no Vorgang and a doubt.
    """
    deckung = Deckung(dokument.quelltext)
    alle = zeilen_aus(dokument)
    rahmen = rahmenzeilen(alle)
    deckung.lasse_alle((alle[n] for n in sorted(rahmen)), SEITENRAHMEN)
    zeilen = [
        replace(zeile, nach_rahmen=n - 1 in rahmen)
        for n, zeile in enumerate(alle)
        if n not in rahmen
    ]
    umbruch = erkenne_umbruch(zeilen)
    vorlauf, *abschnitte = schneide(zeilen, umbruch, profil)
    leser = Papierleser(profil, umbruch, deckung, dokument.quelltext)
    betreff, vorn = _lies_vorlauf(vorlauf, bool(abschnitte), profil, deckung)
    if vorn is not None:
        abschnitte.insert(0, vorn)
    papiere: list[Papier] = []
    for nummer, abschnitt in enumerate(abschnitte):
        kopf = abschnitt.kopf
        if kopf is None or kopf.art is Papierart.ANLAGE:
            deckung.lasse_alle([*abschnitt.kopfzeilen, *abschnitt.zeilen], "")
            continue
        kopf = vorangestellt(abschnitt, kopf)
        markiere_kopfzeilen(abschnitt, kopf, deckung)
        if _ist_nur_titel(abschnitt, kopf, nummer, len(abschnitte)) and kopf.rest is not None:
            betreff = lies_betreff([kopf.rest], deckung)
            continue
        papiere.append(leser.lies(abschnitt, kopf))
    if not papiere:
        deckung.bezweifle_alles(_UNBEKANNT)
        return Erkennung((), deckung.zweifel, deckung.ausgelassen())
    vorgaenge = baue_vorgaenge(papiere, betreff, Berichtsleser(umbruch, deckung), deckung)
    return Erkennung(vorgaenge, deckung.zweifel, deckung.ausgelassen())


def _ist_nur_titel(abschnitt: Abschnitt, kopf: Papierkopf, nummer: int, anzahl: int) -> bool:
    """Whether „Antrag: Mehr Bänke“ at the top of a page is its title, not a paper."""
    return (
        nummer == 0
        and anzahl > 1
        and not abschnitt.zeilen
        and kopf.rest_ist_titel
        and kopf.datum is None
        and not kopf.nummer
    )


def _lies_vorlauf(
    vorlauf: Abschnitt, folgen: bool, profil: Ratsprofil, deckung: Deckung
) -> tuple[Betreff, Abschnitt | None]:
    """The title before the first heading, and the paper that has no heading of its own."""
    zeilen = [z for z in vorlauf.zeilen if not _ist_gremium(z, profil)]
    deckung.lasse_alle((z for z in vorlauf.zeilen if _ist_gremium(z, profil)), KOPFANGABE)
    if not zeilen:
        return Betreff(), None
    stelle = _titelstelle(zeilen, folgen)
    art = _art_ohne_kopf(zeilen, stelle)
    if art is None:
        titel = [] if stelle is None or not folgen else [zeilen[stelle]]
        return lies_betreff(titel, deckung, sicher=_ist_sicher(titel)), None
    if stelle is None:
        return Betreff(), Abschnitt(Papierkopf(art), [], zeilen)
    deckung.lasse_alle(zeilen[:stelle], "")
    betreff = lies_betreff([zeilen[stelle]], deckung)
    return betreff, Abschnitt(Papierkopf(art), [], zeilen[stelle + 1 :])


def _ist_sicher(titel: Sequence[Zeile]) -> bool:
    """Whether a line names itself a title: „Antrag …“, or a heading of the page."""
    return any(zeile.stufe or art_des_titels(zeile.text) for zeile in titel)


def _ist_gremium(zeile: Zeile, profil: Ratsprofil) -> bool:
    return zeile.text == profil.rat or zeile.text in profil.gremien


def _titelstelle(zeilen: Sequence[Zeile], folgen: bool) -> int | None:
    """The line that is the title: named as such, a heading, or the last before the papers."""
    vorne = zeilen[:40]
    for nummer, zeile in enumerate(vorne):
        if art_des_titels(zeile.text) is not None and len(zeile.text) <= 300:
            return nummer
    stufen = [zeile.stufe for zeile in vorne if zeile.stufe]
    if stufen:
        return next(n for n, zeile in enumerate(vorne) if zeile.stufe == min(stufen))
    if any(lies_bereichskopf(zeile) for zeile in zeilen):
        erste = zeilen[0]
        kein_titel = lies_bereichskopf(erste) or erste.text.endswith((".", ":", ","))
        return None if kein_titel or len(erste.text) > 250 or len(zeilen) < 2 else 0
    if not folgen:
        return None
    letzte = zeilen[-1]
    return len(zeilen) - 1 if len(letzte.text) <= 300 else None


def _art_ohne_kopf(zeilen: Sequence[Zeile], stelle: int | None) -> Papierart | None:
    """The kind of the paper that starts without a heading, None if there is none."""
    koepfe = {k.bereich for k in map(lies_bereichskopf, zeilen) if k is not None}
    titel = art_des_titels(zeilen[stelle].text) if stelle is not None else None
    text = stelle is None or len(zeilen) > stelle + 1
    if Bereich.FRAGEN in koepfe and (titel is None or titel[0] is Papierart.ANFRAGE):
        return Papierart.ANFRAGE
    if koepfe & {Bereich.BESCHLUSS, Bereich.BEGRUENDUNG} or (titel is not None and text):
        hat_text = any(re.search(r"\w", z.text) for z in zeilen[(stelle or -1) + 1 :])
        return (titel[0] if titel is not None else Papierart.URSPRUNGSANTRAG) if hat_text else None
    return None
