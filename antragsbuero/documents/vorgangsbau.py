"""Makes Vorgänge from the papers of one source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from antragsbuero.documents.abstammung import ordne, verknuepfe
from antragsbuero.documents.abstimmungsbindung import Stimmbinder, ist_eigen
from antragsbuero.documents.berichtslesung import Berichtsleser
from antragsbuero.documents.deckung import KOPFANGABE, Deckung
from antragsbuero.documents.nummern import wurzel
from antragsbuero.documents.papier import Papier
from antragsbuero.documents.papierkopf import Betreff
from antragsbuero.documents.papierlesung import BERICHTSARTEN
from antragsbuero.documents.ueberschriften import ANTRAGSARTEN, Papierart
from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang, Vorgangsart
from antragsbuero.domain.vorgangsstand import berechne_stand

_NUMMER = re.compile(r"[\wÄÖÜ]+(?:[/-][\wÄÖÜ]+)+")
_HOECHSTENS = 60
"""Papers of one kind looked back at; no matter has more, and reading stays linear."""


@dataclass(slots=True)
class _Gruppe:
    """Papers of one matter."""

    wurzel: str
    anfrage: bool
    papiere: list[Papier] = field(default_factory=list)


def baue_vorgaenge(
    papiere: Sequence[Papier], betreff: Betreff, leser: Berichtsleser, deckung: Deckung
) -> tuple[Vorgang, ...]:
    """One Vorgang a matter; `betreff` is the title of the whole page."""
    gruppen = _gruppiere(papiere)
    vorgaenge: list[Vorgang] = []
    for nummer, gruppe in enumerate(gruppen):
        titel = betreff if nummer == 0 else Betreff()
        vorgaenge.append(_baue(gruppe, titel, leser, deckung))
    return _mit_bezuegen(vorgaenge)


def _gruppiere(papiere: Sequence[Papier]) -> list[_Gruppe]:
    """Papers with one root number belong together; those without one to the matter before."""
    gruppen: list[_Gruppe] = []
    nach_nummer: dict[str, _Gruppe] = {}
    antraege: _Gruppe | None = None
    for papier in papiere:
        anfrage = papier.art is Papierart.ANFRAGE
        eigene = wurzel(papier.nummer) if _nummer_gilt(papier) else ""
        gruppe = nach_nummer.get(eigene)
        if gruppe is None and gruppen:
            gruppe = _anschluss(gruppen[-1], antraege, eigene, papier)
        if gruppe is None:
            gruppe = _Gruppe(eigene, anfrage)
            gruppen.append(gruppe)
        gruppe.wurzel = gruppe.wurzel or eigene
        if eigene:
            nach_nummer.setdefault(eigene, gruppe)
        if antraege is None and not gruppe.anfrage:
            antraege = gruppe
        gruppe.papiere.append(papier)
    return gruppen


def _anschluss(
    letzte: _Gruppe, antraege: _Gruppe | None, eigene: str, papier: Papier
) -> _Gruppe | None:
    """The matter that a paper with an unknown number, or none, goes on with; None: a new one."""
    if eigene and letzte.wurzel:
        return None
    if papier.art is Papierart.ANFRAGE:
        nur_antwort = letzte.papiere[0].art is Papierart.ANTWORT and len(letzte.papiere) == 1
        return letzte if nur_antwort else None
    if papier.art in ANTRAGSARTEN and letzte.anfrage:
        return antraege
    return letzte


def _nummer_gilt(papier: Papier) -> bool:
    """Numbers of resolutions and reports are counted on their own and group nothing."""
    return papier.art is Papierart.ANTWORT or not (
        papier.art in BERICHTSARTEN or papier.art is Papierart.BESCHLUSS
    )


def _baue(gruppe: _Gruppe, titel: Betreff, leser: Berichtsleser, deckung: Deckung) -> Vorgang:
    papiere = gruppe.papiere
    betreff = _waehle_betreff(titel, papiere, deckung)
    if not betreff:
        betreff = _notbetreff(papiere)
        deckung.bezweifle("Kein Betreff gefunden; die ersten Worte stehen dafür.", papiere[0].anker)
    fassungen, abstimmungen = _fassungen(papiere, betreff, deckung)
    berichte = _berichte(papiere, fassungen, leser, deckung)
    art = _art(papiere)
    einreicher = next((f.urheber for f in fassungen if f.urheber and ist_eigen(f)), ())
    return Vorgang(
        betreff=betreff,
        art=art,
        stand=berechne_stand(fassungen, abstimmungen, berichte),
        nummern=_nummern(gruppe, fassungen),
        einreicher=einreicher,
        beratungen=_beratungen(papiere),
        nichtoeffentlich=any(p.nichtoeffentlich for p in papiere),
        fassungen=fassungen,
        abstimmungen=abstimmungen,
        berichte=berichte,
    )


def _waehle_betreff(titel: Betreff, papiere: Sequence[Papier], deckung: Deckung) -> str:
    """The title of the page, of the first paper that has one, or the likeliest line."""
    alle = [titel, *(papier.betreff for papier in papiere)]
    gewaehlt = next((b for b in alle if b.text and b.sicher), None)
    gewaehlt = gewaehlt or next((b for b in alle if b.text), None)
    for betreff in alle:
        for zeile in betreff.zeilen:
            if betreff is gewaehlt:
                deckung.nimm(zeile)
            else:
                deckung.lasse(zeile, KOPFANGABE)
    return gewaehlt.text if gewaehlt is not None else ""


def _fassungen(
    papiere: Sequence[Papier], betreff: str, deckung: Deckung
) -> tuple[tuple[Fassung, ...], tuple[Abstimmung, ...]]:
    """The Fassungen with their tree, and the votes tied to them."""
    rohe = ordne(
        [
            replace(p.fassung, betreff=p.betreff.text or betreff)
            for p in papiere
            if p.fassung is not None and not _ist_leerer_beschluss(p.fassung)
        ]
    )
    binder = Stimmbinder(verknuepfe(rohe), papiere, deckung)
    for papier in papiere:
        leer = papier.fassung is not None and _ist_leer(papier.fassung)
        if leer and not papier.abstimmungen:
            deckung.bezweifle("Unter dieser Überschrift steht kein Wortlaut.", papier.anker)
        binder.nimm(papier)
    return ordne(binder.fassungen), tuple(binder.abstimmungen)


def _ist_leer(fassung: Fassung) -> bool:
    return not (fassung.vorspann or fassung.punkte or fassung.begruendung)


def _ist_leerer_beschluss(fassung: Fassung) -> bool:
    """A vote without a wording is an Abstimmung and no Fassung."""
    return fassung.art is Fassungsart.BESCHLUSS and _ist_leer(fassung)


def _berichte(
    papiere: Sequence[Papier], fassungen: Sequence[Fassung], leser: Berichtsleser, deckung: Deckung
) -> tuple[Bericht, ...]:
    berichte: list[Bericht] = []
    for papier in papiere:
        if papier.art not in BERICHTSARTEN:
            continue
        bericht = leser.lies(papier, _gegenstand(papier, fassungen))
        berichte.append(bericht)
        if any(not teil.bestaetigt for teil in bericht.teile):
            deckung.bezweifle(
                "Die Zuordnung zu den Punkten ist nach dem Wortlaut vorgeschlagen.", papier.anker
            )
        if not bericht.teile:
            deckung.bezweifle("Unter dieser Überschrift steht kein Text.", papier.anker)
    return tuple(berichte)


def _gegenstand(papier: Papier, fassungen: Sequence[Fassung]) -> Fassung | None:
    """What a report speaks of: the last resolution before it, an answer: the query."""
    art = Fassungsart.ANFRAGE if papier.art is Papierart.ANTWORT else Fassungsart.BESCHLUSS
    gleiche = [f for f in fassungen if f.art is art][-_HOECHSTENS:]
    for fassung in reversed(gleiche):
        if not (fassung.datum and papier.datum and fassung.datum > papier.datum):
            return fassung
    return gleiche[-1] if gleiche else None


def _art(papiere: Sequence[Papier]) -> Vorgangsart:
    arten = {p.art for p in papiere}
    if Papierart.ANFRAGE in arten or arten <= {Papierart.ANTWORT, Papierart.NIEDERSCHRIFT}:
        return Vorgangsart.ANFRAGE
    if Papierart.BESCHLUSSVORLAGE in arten and Papierart.URSPRUNGSANTRAG not in arten:
        return Vorgangsart.VORLAGE
    return Vorgangsart.ANTRAG


def _nummern(gruppe: _Gruppe, fassungen: Sequence[Fassung]) -> tuple[str, ...]:
    nummern = [gruppe.wurzel, *(f.nummer for f in fassungen)]
    return tuple(dict.fromkeys(nummer for nummer in nummern if nummer))


def _beratungen(papiere: Sequence[Papier]) -> tuple[Beratung, ...]:
    """The rows of all papers; a row that several papers repeat counts once."""
    zeilen = {(b.gremium, b.datum, b.top): b for papier in papiere for b in papier.beratungen}
    return tuple(zeilen.values())


def _notbetreff(papiere: Sequence[Papier]) -> str:
    """Words that stand for a missing title: one quoted in a heading, else the first ones."""
    for papier in papiere:
        zitat = re.search(r"[„“\"»]([^„“”\"»«]{3,200})[“”\"«]", papier.anker.text[:400])
        if zitat is not None:
            return zitat[1]
    for papier in papiere:
        if papier.fassung is not None:
            for absatz in (p.text for p in papier.fassung.punkte):
                return absatz[:77] + "…" if len(absatz) > 78 else absatz
    return papiere[0].anker.text[:78]


def _mit_bezuegen(vorgaenge: Sequence[Vorgang]) -> tuple[Vorgang, ...]:
    """Ties Vorgänge that name each other's number."""
    nach_nummer = {v.nummern[0]: v.kennung for v in vorgaenge if v.nummern}
    fertig: list[Vorgang] = []
    for vorgang in vorgaenge:
        quellen = [f.quelltext for f in vorgang.fassungen]
        quellen += [b.quelltext for b in vorgang.berichte]
        genannt = (wort for quelle in quellen for wort in _NUMMER.findall(quelle))
        bezuege = dict.fromkeys(nach_nummer[wort] for wort in genannt if wort in nach_nummer)
        bezuege.pop(vorgang.kennung, None)
        fertig.append(replace(vorgang, bezuege=tuple(bezuege)))
    return tuple(fertig)
