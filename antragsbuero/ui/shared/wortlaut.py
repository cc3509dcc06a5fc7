"""The wording of a Fassung, Bericht or Nachfrage as blocks to show; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.nachfrage import Nachfrage


class Blockart(StrEnum):
    """How a block looks."""

    TEXT = "TEXT"
    ABSCHNITT = "ABSCHNITT"
    """A small heading of the program, no word of the paper."""
    ZITAT = "ZITAT"
    LEISE = "LEISE"


@dataclass(frozen=True, slots=True)
class Fristwort:
    """Words of a deadline from `von` up to, not including, `bis`; `hinweis` is its tooltip."""

    von: int
    bis: int
    hinweis: str


@dataclass(frozen=True, slots=True)
class Wortblock:
    """One paragraph: its number or bullet ("" for none), its level, its text."""

    text: str
    zeichen: str = ""
    ebene: int = 0
    art: Blockart = Blockart.TEXT
    auszeichnungen: tuple[Auszeichnung, ...] = ()
    fristen: tuple[Fristwort, ...] = ()


def fassung_bloecke(fassung: Fassung) -> tuple[Wortblock, ...]:
    """Vorspann, points and Begründung of a Fassung."""
    bloecke = list(_absaetze(fassung.vorspann))
    bloecke += _punkte(fassung.punkte, 0)
    if fassung.begruendung:
        titel = "Hintergrund" if fassung.art is Fassungsart.ANFRAGE else "Begründung"
        bloecke.append(Wortblock(titel, art=Blockart.ABSCHNITT))
        bloecke += _absaetze(fassung.begruendung)
    if not any(block.text.strip() for block in bloecke):
        return (Wortblock("Diese Fassung hat noch keinen Text.", art=Blockart.LEISE),)
    return tuple(bloecke)


def bericht_bloecke(bericht: Bericht) -> tuple[Wortblock, ...]:
    """The statements of a report, each under the point it answers."""
    bloecke: list[Wortblock] = []
    for teil in bericht.teile:
        if teil.punkt:
            zusatz = "" if teil.bestaetigt else " (Zuordnung vorgeschlagen)"
            bloecke.append(Wortblock(f"Zu Punkt {teil.punkt}{zusatz}", art=Blockart.ABSCHNITT))
        bloecke += _absaetze(teil.absaetze)
    return tuple(bloecke) or (Wortblock("Kein Text.", art=Blockart.LEISE),)


def nachfrage_bloecke(nachfrage: Nachfrage) -> tuple[Wortblock, ...]:
    """The introduction and the questions of a Nachfrage."""
    bloecke = [Wortblock(nachfrage.einleitung)] if nachfrage.einleitung else []
    bloecke += [Wortblock(frage, f"{n}.") for n, frage in enumerate(nachfrage.fragen, 1)]
    return tuple(bloecke)


def quelltext_bloecke(text: str) -> tuple[Wortblock, ...]:
    """The untouched text that a Fassung was read from."""
    return tuple(Wortblock(zeile) for zeile in text.splitlines())


def _absaetze(absaetze: Iterable[Absatz], ebene: int = 0) -> list[Wortblock]:
    return [_absatz(absatz, ebene) for absatz in absaetze]


def _absatz(absatz: Absatz, ebene: int) -> Wortblock:
    match absatz.art:
        case Absatzart.AUFZAEHLUNG:
            return Wortblock(absatz.text, "•", ebene, auszeichnungen=absatz.auszeichnungen)
        case Absatzart.ZITAT:
            return Wortblock(
                absatz.text, "", ebene, Blockart.ZITAT, auszeichnungen=absatz.auszeichnungen
            )
        case _:
            return Wortblock(absatz.text, "", ebene, auszeichnungen=absatz.auszeichnungen)


def _punkte(punkte: Sequence[Beschlusspunkt], ebene: int) -> list[Wortblock]:
    bloecke: list[Wortblock] = []
    for punkt in punkte:
        beginn = 0
        for nummer, absatz in enumerate(punkt.absaetze or (Absatz(""),)):
            block = _absatz(absatz, ebene)
            ende = beginn + len(absatz.text)
            bloecke.append(
                Wortblock(
                    block.text,
                    punkt.nummer if nummer == 0 else block.zeichen,
                    ebene + (nummer > 0 and bool(block.zeichen)),
                    block.art,
                    block.auszeichnungen,
                    _fristworte(punkt.fristen, beginn, ende),
                )
            )
            beginn = ende + 1  # the texts of a point are joined by line breaks
        bloecke += _punkte(punkt.punkte, ebene + 1)
    return bloecke


def _fristworte(fristen: Iterable[Frist], beginn: int, ende: int) -> tuple[Fristwort, ...]:
    worte = []
    for frist in fristen:
        if beginn <= frist.von < frist.bis <= ende:
            tag = frist.datum or frist.naechste
            hinweis = f"Frist: {deutsches_datum(tag)}" if tag else "Frist ohne Datum"
            worte.append(Fristwort(frist.von - beginn, frist.bis - beginn, hinweis))
    return tuple(worte)
