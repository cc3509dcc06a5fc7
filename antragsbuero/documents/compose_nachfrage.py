"""The paper of a Nachfrage: what was resolved, which day has passed, what we ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.briefkopf import Briefkopfdaten, felder
from antragsbuero.documents.compose_absaetze import kopfangabe, textlaeufe
from antragsbuero.documents.compose_fassung import NICHTOEFFENTLICH, OHNE_NUMMER
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Liste,
    Listenpunkt,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, mit_tiefe
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang

_GRUSS = "Mit freundlichen Grüßen"


def nachfrage_dokument(
    vorgang: Vorgang, nachfrage: Nachfrage, kopf: Briefkopfdaten, stichtag: date
) -> Dokument:
    """The letter; `stichtag` decides which deadlines have passed.

    Each Beschlusspunkt asked about has a block of its own, with its wording and its questions
    (OVG Bautzen 4 A 691/21: a query must name the single point).

    Raises:
        KeyError: the resolution is not one of this Vorgang.
    """
    beschluss = vorgang.fassung(nachfrage.beschluss)
    betreff = beschluss.betreff or vorgang.betreff
    eingereicht = nachfrage.eingereicht is not None
    titel = "Nachfrage zur Umsetzung eines Beschlusses"
    bloecke: list[Block] = [Ueberschrift(1, titel)]
    angaben = list(_angaben(vorgang, nachfrage, beschluss, kopf, stichtag))
    bloecke += [kopfangabe(name, wert, fett=feld == "betreff") for feld, name, wert in angaben]
    kopfbloecke = len(bloecke)
    bloecke.append(textabsatz(kopf.anrede))
    bloecke += _einleitung(vorgang, nachfrage)
    bloecke += _bloecke_der_punkte(nachfrage, beschluss, stichtag)
    bloecke += _schluss(nachfrage, kopf)
    name = f"Nachfrage {nachfrage.nummer}".strip()
    werte = {feld: wert for feld, _, wert in angaben}
    return Dokument(
        titel=f"Nachfrage: {betreff}",
        bloecke=tuple(bloecke),
        kopfzeile=(kopf.kopfzeile, NICHTOEFFENTLICH if vorgang.nichtoeffentlich else ""),
        fusszeile=kopf.fuss(name),
        verfasser=kopf.fraktion,
        entwurf=not eingereicht,
        logo=kopf.logo,
        felder=felder(kopf, name, titel=titel, **werte),
        rumpf=kopfbloecke,
    )


def _angaben(
    vorgang: Vorgang, nachfrage: Nachfrage, beschluss: Fassung, kopf: Briefkopfdaten, heute: date
) -> Iterator[tuple[str, str, str]]:
    """The lines of the head: control of the Briefkopf, name, value."""
    yield "nummer", "Nummer", nachfrage.nummer or OHNE_NUMMER
    if vorgang.nichtoeffentlich:
        yield "status", "Status", NICHTOEFFENTLICH
    if kopf.fraktion:
        yield "einreicher", "Eingereicht von", kopf.fraktion
    tag = nachfrage.eingereicht or nachfrage.erstellt or heute
    yield "datum", "Datum", deutsches_datum(tag)
    yield "zu", "Zu", _beschluss(vorgang, beschluss, kopf)
    if betreff := beschluss.betreff or vorgang.betreff:
        yield "betreff", "Betreff", betreff


def _beschluss(vorgang: Vorgang, beschluss: Fassung, kopf: Briefkopfdaten) -> str:
    """„Beschluss VII-A-00829 vom 20.05.2020 (Ratsversammlung)“."""
    nummer = beschluss.nummer or (vorgang.nummern[0] if vorgang.nummern else "")
    gremium = f"({kopf.rat})" if kopf.rat else ""
    vom = f"vom {deutsches_datum(beschluss.datum)}" if beschluss.datum else ""
    return " ".join(teil for teil in ("Beschluss", nummer, vom, gremium) if teil)


def _einleitung(vorgang: Vorgang, nachfrage: Nachfrage) -> Iterator[Textabsatz]:
    if nachfrage.einleitung:
        for zeile in nachfrage.einleitung.split("\n"):
            yield textabsatz(zeile)
    else:
        punkte = (
            "der unten genannten Beschlusspunkte"
            if len(nachfrage.punkte) > 1
            else "des unten genannten Beschlusspunktes"
        )
        yield textabsatz(f"wir bitten um Auskunft, wie es um die Umsetzung {punkte} steht.")
    if antwort := next((b for b in vorgang.berichte if b.kennung == nachfrage.zu_antwort), None):
        nummer = f" {antwort.nummer}" if antwort.nummer else ""
        vom = f" vom {deutsches_datum(antwort.datum)}" if antwort.datum else ""
        yield textabsatz(f"Ihre Antwort{nummer}{vom} lässt folgende Fragen offen.")


def _bloecke_der_punkte(
    nachfrage: Nachfrage, beschluss: Fassung, stichtag: date
) -> Iterator[Block]:
    punkte = [
        (weg, punkt)
        for kennung in nachfrage.punkte
        for weg, punkt in mit_tiefe(beschluss.punkte)
        if punkt.kennung == kennung
    ]
    je_punkt, gemeinsam = _verteilt(nachfrage.fragen, len(punkte))
    am = f" am {deutsches_datum(beschluss.datum)}" if beschluss.datum else ""
    nr = 1
    for (weg, punkt), fragen in zip(punkte, je_punkt, strict=True):
        yield Ueberschrift(2, _name(weg))
        yield textabsatz(f"Beschlossen wurde{am}:")
        yield from _zitat(punkt)
        yield from _vergangen(punkt, stichtag)
        if fragen:
            yield textabsatz("Wir fragen dazu:")
            yield _liste(fragen, nr)
            nr += len(fragen)
    if gemeinsam:
        yield Ueberschrift(2, "Fragen")
        yield _liste(gemeinsam, nr)


def _verteilt(fragen: Sequence[str], punkte: int) -> tuple[list[Sequence[str]], Sequence[str]]:
    """Questions by point where they go up evenly, else all of them for the points together."""
    if punkte and len(fragen) % punkte == 0:
        je = len(fragen) // punkte
        return [fragen[n * je : (n + 1) * je] for n in range(punkte)], ()
    return [()] * punkte, fragen


def _name(weg: tuple[str, ...]) -> str:
    nummern = [nummer for nummer in weg if nummer]
    return f"Beschlusspunkt {' '.join(nummern)}" if nummern else "Beschluss"


def _zitat(punkt: Beschlusspunkt) -> Iterator[Textabsatz]:
    """The wording as resolved, with the sub-points and their numbers."""
    offen = [punkt]
    while offen:
        dieser = offen.pop()
        for nr, absatz in enumerate(dieser.absaetze):
            nummer = (Textlauf(f"{dieser.nummer} "),) if nr == 0 and dieser.nummer else ()
            yield Textabsatz((*nummer, *textlaeufe(absatz)), Textrolle.ZITAT)
        offen += reversed(dieser.punkte)


def _vergangen(punkt: Beschlusspunkt, stichtag: date) -> Iterator[Textabsatz]:
    for frist in punkt.fristen:
        if frist.ueberfaellig(stichtag):
            tag = frist.datum or frist.naechste
            yield textabsatz(
                f"Die Frist „{frist.wortlaut}“{_gelesen(frist, tag)} ist {_seit(tag, stichtag)} "
                "abgelaufen."
            )


def _gelesen(frist: Frist, tag: date | None) -> str:
    text = deutsches_datum(tag)
    return "" if text and text in frist.wortlaut else f" ({text})"


def _seit(tag: date | None, stichtag: date) -> str:
    tage = (stichtag - tag).days if tag else 0
    return "seit gestern" if tage == 1 else f"seit {tage} Tagen"


def _liste(fragen: Sequence[str], ab: int) -> Liste:
    return Liste(
        tuple(
            Listenpunkt(f"{nr}.", tuple(textabsatz(zeile) for zeile in frage.split("\n")))
            for nr, frage in enumerate(fragen, ab)
        )
    )


def _schluss(nachfrage: Nachfrage, kopf: Briefkopfdaten) -> Iterator[Textabsatz]:
    bis = f" bis zum {deutsches_datum(nachfrage.antwortfrist)}" if nachfrage.antwortfrist else ""
    yield textabsatz(f"Wir bitten um schriftliche Antwort{bis}, einzeln zu jeder Frage.")
    yield textabsatz(_GRUSS, Textrolle.UNTERSCHRIFT)
    yield textabsatz(kopf.fraktion)
