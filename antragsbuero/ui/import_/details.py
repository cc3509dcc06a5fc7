"""What can be put right about each recognised part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from antragsbuero.documents.bezeichnungen import BERICHTSARTEN, fassungstitel, fristtext
from antragsbuero.documents.erkennung import Ausgelassen
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, mit_tiefe
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.importteile import Textbereich, Textort
from antragsbuero.ui.import_.rows import Wahl, passage_schluessel, text_schluessel


@dataclass(frozen=True, slots=True)
class VorgangDetail:
    """The head of a recognised Vorgang."""

    kennung: str
    betreff: str


@dataclass(frozen=True, slots=True)
class FassungDetail:
    """The head of a Fassung; `bezuege` are the other Fassungen it may refer to."""

    kennung: str
    art: Fassungsart
    datum: date | None
    nummer: str
    zu: str | None
    bezuege: tuple[Wahl, ...]


@dataclass(frozen=True, slots=True)
class BerichtDetail:
    """The head of a report."""

    kennung: str
    art: Berichtsart
    datum: date | None


@dataclass(frozen=True, slots=True)
class FristRow:
    """A deadline of a point."""

    wortlaut: str
    datum: date | None
    text: str


@dataclass(frozen=True, slots=True)
class TextDetail:
    """A text with its paragraphs; `nummer` is None where there is none to change."""

    ort: Textort
    titel: str
    absaetze: tuple[str, ...]
    nummer: str | None
    fristen: tuple[FristRow, ...]


@dataclass(frozen=True, slots=True)
class PassageDetail:
    """A passage that was left out and the parts that may take it."""

    text: str
    grund: str
    ziele: tuple[Wahl, ...]


Detail = VorgangDetail | FassungDetail | BerichtDetail | TextDetail | PassageDetail


def detail(vorschlag: Importvorschlag, schluessel: str) -> Detail | None:
    """What can be put right about the part of that key; None if it is gone."""
    art, _, rest = schluessel.partition(":")
    match art:
        case "V":
            return next(
                (VorgangDetail(v.kennung, v.betreff) for v in vorschlag.vorgaenge
                 if v.kennung == rest), None,
            )  # fmt: skip
        case "F":
            return _fassung_detail(vorschlag, rest)
        case "B":
            return next(
                (BerichtDetail(b.kennung, b.art, b.datum) for v in vorschlag.vorgaenge
                 for b in v.berichte if b.kennung == rest), None,
            )  # fmt: skip
        case "A":
            return _passage_detail(vorschlag, schluessel)
        case _:
            return _text_detail(vorschlag, schluessel)


def _fassung_detail(vorschlag: Importvorschlag, kennung: str) -> FassungDetail | None:
    for vorgang in vorschlag.vorgaenge:
        for fassung in vorgang.fassungen:
            if fassung.kennung == kennung:
                andere = tuple(
                    Wahl(f.kennung, fassungstitel(f))
                    for f in vorgang.fassungen
                    if f.kennung != kennung
                )
                return FassungDetail(
                    kennung, fassung.art, fassung.datum, fassung.nummer, fassung.zu, andere
                )
    return None


def _text_detail(vorschlag: Importvorschlag, schluessel: str) -> TextDetail | None:
    for vorgang in vorschlag.vorgaenge:
        for fassung in vorgang.fassungen:
            titel = fassungstitel(fassung)
            for bereich, name, absaetze in (
                (Textbereich.VORSPANN, "Vorspann", fassung.vorspann),
                (Textbereich.BEGRUENDUNG, "Begründung", fassung.begruendung),
            ):
                ort = Textort(bereich, fassung.kennung)
                if absaetze and text_schluessel(ort) == schluessel:
                    texte = tuple(a.text for a in absaetze)
                    return TextDetail(ort, f"{name} · {titel}", texte, None, ())
            for punkt in fassung.alle_punkte():
                ort = Textort(Textbereich.PUNKT, punkt.kennung)
                if text_schluessel(ort) == schluessel:
                    return _punkt_detail(ort, punkt, titel)
        for bericht in vorgang.berichte:
            for n, teil in enumerate(bericht.teile):
                ort = Textort(Textbereich.BERICHTSTEIL, bericht.kennung, n)
                if text_schluessel(ort) == schluessel:
                    name = f"Zu Punkt {teil.punkt}" if teil.punkt else "Allgemein"
                    texte = tuple(a.text for a in teil.absaetze)
                    titel = f"{name} · {BERICHTSARTEN[bericht.art]}"
                    return TextDetail(ort, titel, texte, None, ())
    return None


def _punkt_detail(ort: Textort, punkt: Beschlusspunkt, titel: str) -> TextDetail:
    name = f"Punkt {punkt.bezeichnung}" if punkt.bezeichnung else "Punkt ohne Nummer"
    fristen = tuple(FristRow(f.wortlaut, f.datum, fristtext(f)) for f in punkt.fristen)
    texte = tuple(a.text for a in punkt.absaetze)
    return TextDetail(ort, f"{name} · {titel}", texte, punkt.nummer, fristen)


def _passage_detail(vorschlag: Importvorschlag, schluessel: str) -> PassageDetail | None:
    passage = finde_passage(vorschlag, schluessel)
    if passage is None:
        return None
    ziele: list[Wahl] = []
    for vorgang in vorschlag.vorgaenge:
        for fassung in vorgang.fassungen:
            titel = fassungstitel(fassung)
            ziele.append(Wahl(f"N:{fassung.kennung}", f"{titel}: neuer Punkt"))
            for pfad, punkt in mit_tiefe(fassung.punkte):
                nummer = ".".join(pfad)
                name = f"Punkt {nummer}" if nummer else "Punkt ohne Nummer"
                ort = Textort(Textbereich.PUNKT, punkt.kennung)
                ziele.append(Wahl(text_schluessel(ort), f"{titel}: {name}"))
            for bereich, name in (
                (Textbereich.VORSPANN, "Vorspann"), (Textbereich.BEGRUENDUNG, "Begründung"),
            ):  # fmt: skip
                ort = Textort(bereich, fassung.kennung)
                ziele.append(Wahl(text_schluessel(ort), f"{titel}: {name}"))
        for bericht in vorgang.berichte:
            for n, teil in enumerate(bericht.teile):
                ort = Textort(Textbereich.BERICHTSTEIL, bericht.kennung, n)
                name = f"zu Punkt {teil.punkt}" if teil.punkt else "allgemein"
                ziele.append(Wahl(text_schluessel(ort), f"{BERICHTSARTEN[bericht.art]}: {name}"))
    return PassageDetail(passage.text, passage.grund, tuple(ziele))


def finde_passage(vorschlag: Importvorschlag, schluessel: str) -> Ausgelassen | None:
    """The passage left out of that key."""
    return next((a for a in vorschlag.ausgelassen if passage_schluessel(a) == schluessel), None)


def ort_aus(schluessel: str) -> Textort:
    """The text named by the key of its row."""
    _, bereich, kennung, teil = schluessel.split(":")
    return Textort(Textbereich(bereich), kennung, int(teil))
