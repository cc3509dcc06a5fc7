"""The whole public life of a Vorgang as one page, the newest paper first.

Headings and names of parts are such that the import reads the same Vorgang from the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from antragsbuero.documents.abschnittstitel import lies_bereichskopf
from antragsbuero.documents.abstimmungslesung import ist_abstimmungssatz
from antragsbuero.documents.bezeichnungen import BERICHTSARTEN, deutsches_datum
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_absaetze import (
    absatz_bloecke,
    kopfangabe,
    punkt_bloecke,
    zeile_aus,
)
from antragsbuero.documents.deckung import Deckung
from antragsbuero.documents.einreicher import lies_urheber
from antragsbuero.documents.papierkopf import lies_betreff
from antragsbuero.documents.ueberschriften import Papierart, lies_papierkopf
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht, Berichtsart
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang

_TITEL = {
    Fassungsart.URSPRUNGSANTRAG: "Ursprungsantrag",
    Fassungsart.NEUFASSUNG: "Neufassung des Antrages",
    Fassungsart.VERWALTUNGSSTANDPUNKT: "Verwaltungsstandpunkt",
    Fassungsart.AENDERUNGSANTRAG: "Änderungsantrag",
    Fassungsart.ERGAENZUNGSANTRAG: "Ergänzungsantrag",
    Fassungsart.BESCHLUSSVORLAGE: "Beschlussvorlage",
    Fassungsart.ANFRAGE: "Anfrage",
    Fassungsart.BESCHLUSS: "Beschluss",
}
_RUMPF = {
    Fassungsart.VERWALTUNGSSTANDPUNKT: "Alternativvorschlag der Verwaltung:",
    Fassungsart.ANFRAGE: "Fragen:",
    Fassungsart.BESCHLUSS: "Beschlusstext:",
}
_RANG = (
    Fassungsart.URSPRUNGSANTRAG,
    Fassungsart.BESCHLUSSVORLAGE,
    Fassungsart.ANFRAGE,
    Fassungsart.VERWALTUNGSSTANDPUNKT,
    Fassungsart.AENDERUNGSANTRAG,
    Fassungsart.ERGAENZUNGSANTRAG,
    Fassungsart.NEUFASSUNG,
    Fassungsart.BESCHLUSS,
)
"""The order of papers of one day, as a motion runs."""
_MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_FREMD = (Fassungsart.VERWALTUNGSSTANDPUNKT, Fassungsart.BESCHLUSSVORLAGE, Fassungsart.BESCHLUSS)


def webseite_dokument(vorgang: Vorgang, kopf: Briefkopfdaten) -> Dokument:
    """The page: submitted papers, resolutions with their votes, reports.

    Drafts, notes, persons of the office and judgements of the faction never stand in it.
    """
    bloecke: list[Block] = [Ueberschrift(1, _titelzeile(vorgang.betreff))]
    papiere = oeffentliche_fassungen(vorgang)
    aelteste = papiere[-1].kennung if papiere else ""
    for stueck in _nach_tag(papiere, vorgang.berichte):
        if isinstance(stueck, Fassung):
            bloecke += _fassung(vorgang, stueck, kopf, aelteste=stueck.kennung == aelteste)
        else:
            bloecke += _bericht(stueck)
    bloecke += _nachfragen(vorgang)
    return Dokument(
        titel=vorgang.betreff,
        bloecke=tuple(bloecke),
        kopfzeile=(kopf.kopfzeile, ""),
        verfasser=kopf.fraktion,
    )


def oeffentliche_fassungen(vorgang: Vorgang) -> list[Fassung]:
    """The submitted Fassungen, the newest first."""
    fassungen = [f for f in vorgang.fassungen if f.eingereicht]
    alle_datiert = all(f.datum is not None for f in fassungen)

    def rang(fassung: Fassung) -> tuple[object, object]:
        tag, stelle = fassung.datum or date.max, _RANG.index(fassung.art)
        return (tag, stelle) if alle_datiert else (stelle, tag)

    return sorted(fassungen, key=rang, reverse=True)


def _nach_tag(
    fassungen: Sequence[Fassung], berichte: Sequence[Bericht]
) -> Iterator[Fassung | Bericht]:
    """Reports before the papers they are younger than; those without a day first."""
    offen = sorted(berichte, key=lambda b: b.datum or date.max, reverse=True)
    for fassung in fassungen:
        while offen and (offen[0].datum or date.max) >= (fassung.datum or date.min):
            yield offen.pop(0)
        yield fassung
    yield from offen


def langes_datum(tag: date) -> str:
    """16. April 2020."""
    return f"{tag.day}. {_MONATE[tag.month - 1]} {tag.year}"


def _titelzeile(betreff: str) -> str:
    """The Betreff, with „Antrag“ before it where the import would not take it for a title."""
    for zeile in (betreff, f"Antrag {betreff}"):
        if _liest_sich_als(zeile, betreff):
            return zeile
    return betreff


def _liest_sich_als(text: str, betreff: str) -> bool:
    zeile = Zeile(text, 0, len(text), stufe=1)
    if lies_papierkopf(zeile, "") is not None or lies_bereichskopf(zeile) is not None:
        return False
    return lies_betreff([zeile], Deckung(text)).text == betreff


def _fassung(
    vorgang: Vorgang, fassung: Fassung, kopf: Briefkopfdaten, *, aelteste: bool
) -> Iterator[Block]:
    voten = _voten(vorgang, fassung)
    yield Ueberschrift(2, _ueberschrift(fassung, voten, kopf))
    yield from _kopfzeilen(vorgang, fassung, aelteste=aelteste)
    if aelteste:
        yield from _beratungsfolge(vorgang.beratungen)
    saetze = [v for v in voten if fassung.art is Fassungsart.BESCHLUSS and _ist_satz(v)]
    for votum in saetze:
        yield textabsatz(votum.wortlaut)
    yield from absatz_bloecke(fassung.vorspann)
    if fassung.punkte:
        yield Ueberschrift(3, _RUMPF.get(fassung.art, "Beschlussvorschlag:"))
        yield from punkt_bloecke(fassung.punkte)
    if fassung.begruendung:
        yield Ueberschrift(3, "Begründung:")
        yield from absatz_bloecke(fassung.begruendung)
    andere = [v for v in voten if v not in saetze and not _ist_ueberschrift(v)]
    if andere:
        yield Ueberschrift(3, "Abstimmungsergebnis:")
        yield from (textabsatz(_votumzeile(votum.wortlaut)) for votum in andere)


def _votumzeile(wortlaut: str) -> str:
    """The vote in words that no import takes for the heading of a paper."""
    zeile = Zeile(wortlaut, 0, len(wortlaut))
    ueberschrift = lies_papierkopf(zeile, "") is not None
    return f"Abgestimmt wurde über: {wortlaut}" if ueberschrift else wortlaut


def _voten(vorgang: Vorgang, fassung: Fassung) -> list[Abstimmung]:
    """The votes that resulted in this Fassung, or that it fell in."""
    return [
        votum
        for votum in vorgang.abstimmungen
        if votum.wortlaut and (votum.beschluss or votum.fassung) == fassung.kennung
    ]


def _ist_satz(votum: Abstimmung) -> bool:
    return ist_abstimmungssatz(votum.wortlaut) and not _ist_ueberschrift(votum)


def _ist_ueberschrift(votum: Abstimmung) -> bool:
    """Whether the heading of the resolution told the vote itself."""
    zeile = Zeile(votum.wortlaut, 0, len(votum.wortlaut), stufe=2)
    kopf = lies_papierkopf(zeile, "")
    return kopf is not None and kopf.art is Papierart.BESCHLUSS and kopf.rest is None


def _ueberschrift(fassung: Fassung, voten: Sequence[Abstimmung], kopf: Briefkopfdaten) -> str:
    if fassung.art is Fassungsart.BESCHLUSS:
        for votum in voten:
            if _ist_ueberschrift(votum):
                return votum.wortlaut
        tag = f" am {langes_datum(fassung.datum)}" if fassung.datum else ""
        return f"Beschluss{_des_rates(kopf.rat)}{tag}"
    tag = f" vom {langes_datum(fassung.datum)}" if fassung.datum else ""
    return _TITEL[fassung.art] + tag


def _des_rates(rat: str) -> str:
    """„ der Ratsversammlung“, „ des Gemeinderats“, "" where no heading could be read again."""
    worte = f" der {rat}" if rat.endswith("ung") else f" des {rat}s" if rat.endswith("rat") else ""
    text = f"Beschluss{worte}"
    return worte if lies_papierkopf(Zeile(text, 0, len(text), stufe=2), "") is not None else ""


def _kopfzeilen(vorgang: Vorgang, fassung: Fassung, *, aelteste: bool) -> Iterator[Textabsatz]:
    if fassung.nummer:
        yield kopfangabe("Drucksachen-Nr.", fassung.nummer)
    fremd = fassung.art in _FREMD
    urheber = fassung.urheber or (vorgang.einreicher if aelteste and not fremd else ())
    gemeinsam = ", ".join(urheber)
    for name in [gemeinsam] if urheber and lies_urheber(gemeinsam) == urheber else urheber:
        yield kopfangabe("Verantwortlich" if fremd else "Eingereicht von", name)
    if fassung.betreff and fassung.betreff != vorgang.betreff:
        yield kopfangabe("Betreff", fassung.betreff)


def _beratungsfolge(beratungen: Sequence[Beratung]) -> list[Block]:
    datiert = [beratung for beratung in beratungen if beratung.datum]
    if not datiert:
        return []
    zeilen = tuple(
        zeile_aus((b.gremium, deutsches_datum(b.datum), b.top, b.zustaendigkeit)) for b in datiert
    )
    kopf = zeile_aus(("Gremium", "Termin", "TOP", "Zuständigkeit"))
    return [
        Ueberschrift(3, "Beratungsfolge"),
        Tabelle((kopf,), zeilen, (5.0, 2.0, 1.2, 4.0), "Beratungsfolge"),
    ]


def _bericht(bericht: Bericht) -> Iterator[Block]:
    antwort = bericht.art is Berichtsart.ANTWORT
    name = "Antwort der Verwaltung" if antwort else BERICHTSARTEN[bericht.art]
    stand = "" if antwort or bericht.art is Berichtsart.SACHSTAND else " zum Stand der Umsetzung"
    tag = f" vom {deutsches_datum(bericht.datum)}" if bericht.datum else ""
    yield Ueberschrift(2, f"{name}{stand}{tag}")
    if bericht.nummer:
        yield kopfangabe("Drucksachen-Nr.", bericht.nummer)
    for name in bericht.urheber:
        yield kopfangabe("Verantwortlich", name)
    for teil in bericht.teile:
        if teil.punkt:
            yield Ueberschrift(3, f"Zu {'Frage' if antwort else 'BP'} {teil.punkt}:")
        yield from absatz_bloecke(teil.absaetze)


def _nachfragen(vorgang: Vorgang) -> Iterator[Textabsatz]:
    """Submitted queries, aside from the papers: each is a matter of its own."""
    eingereicht = [n for n in vorgang.nachfragen if n.eingereicht is not None]
    if not eingereicht:
        return
    yield Textabsatz((Textlauf("Nachfragen zur Umsetzung", fett=True),), Textrolle.HINWEIS)
    for nachfrage in sorted(eingereicht, key=lambda n: n.eingereicht or date.max, reverse=True):
        nummer = f" {nachfrage.nummer}" if nachfrage.nummer else ""
        vorn = f"Nachfrage{nummer} vom {deutsches_datum(nachfrage.eingereicht)}: "
        yield textabsatz(vorn + " ".join(nachfrage.fragen), Textrolle.HINWEIS)
