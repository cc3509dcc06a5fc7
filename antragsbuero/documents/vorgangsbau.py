"""Makes Vorgänge from the papers of one source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from antragsbuero.documents.abstammung import SCHWELLE, abgestimmte_fassung, ordne, verknuepfe
from antragsbuero.documents.abstimmungslesung import lies_top
from antragsbuero.documents.berichtslesung import Berichtsleser
from antragsbuero.documents.deckung import KOPFANGABE, Deckung
from antragsbuero.documents.nummern import wurzel
from antragsbuero.documents.papier import Papier
from antragsbuero.documents.papierkopf import Betreff
from antragsbuero.documents.papierlesung import BERICHTSARTEN
from antragsbuero.documents.ueberschriften import ANTRAGSARTEN, Papierart
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang, Vorgangsart
from antragsbuero.domain.vorgangsstand import berechne_stand


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
    for papier in papiere:
        anfrage = papier.art is Papierart.ANFRAGE
        eigene = wurzel(papier.nummer) if _nummer_gilt(papier) else ""
        gruppe = _passende(gruppen, eigene, anfrage, papier)
        if gruppe is None:
            gruppe = _Gruppe(eigene, anfrage)
            gruppen.append(gruppe)
        gruppe.wurzel = gruppe.wurzel or eigene
        gruppe.papiere.append(papier)
    return gruppen


def _passende(
    gruppen: Sequence[_Gruppe], eigene: str, anfrage: bool, papier: Papier
) -> _Gruppe | None:
    if eigene:
        for gruppe in gruppen:
            if gruppe.wurzel == eigene:
                return gruppe
    if not gruppen:
        return None
    letzte = gruppen[-1]
    if eigene and letzte.wurzel:
        return None
    if anfrage and any(p.art is not Papierart.ANTWORT for p in letzte.papiere):
        return None
    if papier.art in ANTRAGSARTEN and not anfrage and letzte.anfrage:
        return next((g for g in gruppen if not g.anfrage), None)
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
    einreicher = next((f.urheber for f in fassungen if f.urheber and _ist_eigen(f)), ())
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
    fassungen = list(verknuepfe(rohe))
    abstimmungen: list[Abstimmung] = []
    for papier in papiere:
        beschluss = _kern(papier, fassungen)
        if papier.fassung is not None and _ist_leer(papier.fassung):
            deckung.bezweifle("Unter dieser Überschrift steht kein Wortlaut.", papier.anker)
        if beschluss is not None and beschluss.art is Fassungsart.BESCHLUSS:
            beschluss = _mit_grundlage(beschluss, papier, fassungen, deckung)
        abstimmungen += _gebunden(papier, beschluss, fassungen, papiere)
    return tuple(fassungen), tuple(abstimmungen)


def _kern(papier: Papier, fassungen: Sequence[Fassung]) -> Fassung | None:
    if papier.fassung is None:
        return None
    kennung = papier.fassung.kennung
    return next((f for f in fassungen if f.kennung == kennung), None)


def _ist_leer(fassung: Fassung) -> bool:
    return not (fassung.vorspann or fassung.punkte or fassung.begruendung)


def _ist_leerer_beschluss(fassung: Fassung) -> bool:
    """A vote without a wording is an Abstimmung and no Fassung."""
    return fassung.art is Fassungsart.BESCHLUSS and _ist_leer(fassung)


def _mit_grundlage(
    beschluss: Fassung, papier: Papier, fassungen: list[Fassung], deckung: Deckung
) -> Fassung:
    """The resolution, hung on the Fassung it was most likely decided on."""
    wortlaut = " ".join(a.wortlaut for a in papier.abstimmungen) + " " + papier.anker.text
    grundlage, wert = abgestimmte_fassung(beschluss, fassungen, wortlaut)
    if grundlage is None or wert < SCHWELLE:
        deckung.bezweifle(
            "Welche Fassung beschlossen wurde, ist am Wortlaut nicht sicher zu erkennen.",
            papier.anker,
        )
    if not papier.abstimmungen:
        deckung.bezweifle("Das Abstimmungsergebnis steht nicht im Text.", papier.anker)
    neu = replace(beschluss, zu=grundlage.kennung if grundlage is not None else None)
    fassungen[fassungen.index(beschluss)] = neu
    return neu


def _gebunden(
    papier: Papier,
    beschluss: Fassung | None,
    fassungen: Sequence[Fassung],
    papiere: Sequence[Papier],
) -> list[Abstimmung]:
    """The votes of a paper with the Fassung put to the vote and the resulting resolution."""
    ist_beschluss = beschluss is not None and beschluss.art is Fassungsart.BESCHLUSS
    if beschluss is not None:
        zu = beschluss.zu if ist_beschluss else beschluss.kennung
    else:
        vorherige = [f for f in fassungen if _ist_eigen(f)]
        zu = vorherige[-1].kennung if vorherige else None
    gebunden: list[Abstimmung] = []
    for abstimmung in papier.abstimmungen:
        genannt = _genannte(abstimmung.wortlaut, fassungen, papiere)
        ergibt = beschluss if ist_beschluss and _angenommen(abstimmung) else None
        gebunden.append(
            replace(
                abstimmung,
                fassung=genannt if genannt is not None else zu,
                beschluss=ergibt.kennung if ergibt is not None else None,
            )
        )
    return gebunden


def _genannte(wortlaut: str, fassungen: Sequence[Fassung], papiere: Sequence[Papier]) -> str | None:
    """The Fassung that a vote names: by its item of the agenda or by art and submitter."""
    top = lies_top(wortlaut)
    for papier in papiere:
        if papier.fassung is None or papier.art not in ANTRAGSARTEN:
            continue
        if top and any(b.top == top for b in papier.beratungen):
            return papier.fassung.kennung
    treffer = re.match(
        r"(Interfraktioneller )?(Änderungs|Ergänzungs)antrag(?: ([^:,]{2,40}))?", wortlaut
    )
    if treffer is None:
        return None
    for fassung in fassungen:
        if fassung.art in (Fassungsart.AENDERUNGSANTRAG, Fassungsart.ERGAENZUNGSANTRAG):
            mehrere = len(fassung.urheber) > 1
            if treffer[3] in fassung.urheber or (treffer[1] and not treffer[3] and mehrere):
                return fassung.kennung
    return None


def _angenommen(abstimmung: Abstimmung) -> bool:
    return abstimmung.ergebnis in (
        Abstimmungsergebnis.BESCHLOSSEN,
        Abstimmungsergebnis.GEAENDERT_BESCHLOSSEN,
    )


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
    gleiche = [f for f in fassungen if f.art is art]
    davor = [f for f in gleiche if not (f.datum and papier.datum and f.datum > papier.datum)]
    kandidaten = davor or gleiche
    return kandidaten[-1] if kandidaten else None


def _art(papiere: Sequence[Papier]) -> Vorgangsart:
    arten = {p.art for p in papiere}
    if Papierart.ANFRAGE in arten or arten <= {Papierart.ANTWORT, Papierart.NIEDERSCHRIFT}:
        return Vorgangsart.ANFRAGE
    if Papierart.BESCHLUSSVORLAGE in arten and Papierart.URSPRUNGSANTRAG not in arten:
        return Vorgangsart.VORLAGE
    return Vorgangsart.ANTRAG


def _ist_eigen(fassung: Fassung) -> bool:
    return fassung.art in (
        Fassungsart.URSPRUNGSANTRAG,
        Fassungsart.NEUFASSUNG,
        Fassungsart.ANFRAGE,
        Fassungsart.BESCHLUSSVORLAGE,
    )


def _nummern(gruppe: _Gruppe, fassungen: Sequence[Fassung]) -> tuple[str, ...]:
    nummern = [gruppe.wurzel, *(f.nummer for f in fassungen)]
    return tuple(dict.fromkeys(nummer for nummer in nummern if nummer))


def _beratungen(papiere: Sequence[Papier]) -> tuple[Beratung, ...]:
    """The rows of all papers; a row that several papers repeat counts once."""
    zeilen = {(b.gremium, b.datum, b.top): b for papier in papiere for b in papier.beratungen}
    return tuple(zeilen.values())


def _notbetreff(papiere: Sequence[Papier]) -> str:
    for papier in papiere:
        if papier.fassung is not None:
            for absatz in (p.text for p in papier.fassung.punkte):
                return absatz[:77] + "…" if len(absatz) > 78 else absatz
    return papiere[0].anker.text[:78]


def _mit_bezuegen(vorgaenge: Sequence[Vorgang]) -> tuple[Vorgang, ...]:
    """Ties Vorgänge that name each other's number."""
    fertig: list[Vorgang] = []
    for vorgang in vorgaenge:
        quellen = " ".join(
            [f.quelltext for f in vorgang.fassungen] + [b.quelltext for b in vorgang.berichte]
        )
        bezuege = tuple(
            anderer.kennung
            for anderer in vorgaenge
            if anderer is not vorgang
            and anderer.nummern
            and re.search(rf"(?<!\w){re.escape(anderer.nummern[0])}(?!\w)", quellen)
        )
        fertig.append(replace(vorgang, bezuege=bezuege))
    return tuple(fertig)
