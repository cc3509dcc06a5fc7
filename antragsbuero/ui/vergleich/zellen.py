"""What stands in one cell of the comparison: words, marks, notices, words to read aloud; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from antragsbuero.comparison.synopse import (
    Aenderungsart,
    Bereich,
    Betragsaenderung,
    Fristaenderung,
    Synopse,
    SynopsenZelle,
    Teilart,
    Zeilenart,
)
from antragsbuero.documents.bezeichnungen import ZEILENARTEN, deutsches_datum
from antragsbuero.domain.frist import Frist
from antragsbuero.ui.vergleich.namen import Namen
from antragsbuero.ui.vergleich.rows import Anzeige

ZEICHEN = {
    Zeilenart.UNVERAENDERT: "equal_circle",
    Zeilenart.GEAENDERT: "edit",
    Zeilenart.EINGEFUEGT: "add_circle",
    Zeilenart.GESTRICHEN: "subtract_circle",
    Zeilenart.VERSCHOBEN: "arrow_bidirectional_up_down",
    Zeilenart.GETEILT: "arrow_split",
    Zeilenart.ZUSAMMENGEFASST: "merge",
}
FARBEN = {
    Zeilenart.UNVERAENDERT: "text2",
    Zeilenart.EINGEFUEGT: "ein",
    Zeilenart.GESTRICHEN: "weg",
    Zeilenart.VERSCHOBEN: "ver",
    Zeilenart.GETEILT: "ver",
    Zeilenart.ZUSAMMENGEFASST: "ver",
}
"""Colour tokens of sign and word; others take "text"."""
BEWEGT = (Zeilenart.VERSCHOBEN, Zeilenart.GETEILT, Zeilenart.ZUSAMMENGEFASST)


class Stueckart(StrEnum):
    """How a piece of text is marked."""

    GLEICH = "GLEICH"
    WEG = "WEG"
    NEU = "NEU"


@dataclass(frozen=True, slots=True)
class Stueck:
    """A piece of text; `teil` is its index in the pieces of the Synopse, -1 without one."""

    text: str
    art: Stueckart
    teil: int


@dataclass(frozen=True, slots=True)
class Verweis:
    """Where text went or came from; `zeile` of the Synopse to jump to, None if it is here."""

    text: str
    zeile: int | None
    icon: str


@dataclass(frozen=True, slots=True)
class Hinweis:
    """A notice inside a cell: what became of a Frist or a sum of money."""

    icon: str
    kopf: str
    text: str


@dataclass(frozen=True, slots=True)
class ZellenRow:
    """One cell, ready to be drawn.

    `leer` shows „ohne Entsprechung“. `punkte` holds the pieces of each point (several in a
    split or merged cell), `nummern` the number of each as written.
    """

    art: Zeilenart | None
    nummern: tuple[str, ...]
    nummer_vorher: str
    wort: str
    punkte: tuple[tuple[Stueck, ...], ...]
    verweise: tuple[Verweis, ...]
    hinweise: tuple[Hinweis, ...]
    leer: bool


class Zellenbau:
    """Builds cells of one Synopse on demand."""

    def __init__(self, synopse: Synopse, namen: Namen, anzeige: Anzeige) -> None:
        self._synopse = synopse
        self._namen = namen
        self._anzeige = anzeige
        self._hinweise: dict[tuple[int, int], list[Hinweis]] = {}
        for frist in synopse.fristen:
            self._hinweise.setdefault((frist.zeile, frist.spalte), []).append(fristhinweis(frist))
        for betrag in synopse.betraege:
            ort = (betrag.zeile, betrag.spalte)
            self._hinweise.setdefault(ort, []).append(betragshinweis(betrag))

    def zelle(self, nummer: int, spalte: int) -> ZellenRow:
        """The cell of a row of the Synopse."""
        zeile = self._synopse.zeilen[nummer]
        zelle = zeile.zellen[spalte]
        basis = self._synopse.spalten[spalte].basis
        vorher = zeile.zellen[basis] if basis is not None else None
        gestrichen = zelle.art is Zeilenart.GESTRICHEN
        nummern = vorher.nummern if gestrichen and vorher else zelle.nummern
        nummer_vorher = ""
        if zelle.nummer_geaendert and vorher and zelle.art is not Zeilenart.VERSCHOBEN:
            nummer_vorher = f"{_bar(vorher.nummern)} → {_bar(zelle.nummern)}"
        leer = not zelle.punkte and not (gestrichen and self._anzeige.gestrichenes)
        punkte = () if leer else self._punkte(zelle, spalte, zeile.bereich)
        if len(nummern) != len(punkte):
            zusammen = ", ".join(n for n in nummern if n)
            nummern = (zusammen, *("" for _ in punkte[1:]))[: len(punkte)]
        return ZellenRow(
            art=zelle.art,
            nummern=nummern,
            nummer_vorher=nummer_vorher,
            wort=self._wort(zelle, leer=leer),
            punkte=punkte,
            verweise=self._verweise(nummer, spalte, zelle),
            hinweise=tuple(self._hinweise.get((nummer, spalte), ())),
            leer=leer,
        )

    def _wort(self, zelle: SynopsenZelle, *, leer: bool) -> str:
        if zelle.art is None:
            return "" if leer else "Ausgangsfassung"
        wort = ZEILENARTEN[zelle.art]
        if zelle.art in BEWEGT and _geaendert(zelle):
            return f"{wort}, geändert"
        if leer and zelle.art is Zeilenart.UNVERAENDERT:
            return ""
        return wort

    def _stuecke(self, zelle: SynopsenZelle) -> tuple[Stueck, ...]:
        if not zelle.teile:
            return (Stueck(zelle.text, Stueckart.GLEICH, -1),)
        ergebnis = []
        for k, teil in enumerate(zelle.teile):
            if teil.art is Teilart.WEG:
                if self._anzeige.gestrichenes:
                    ergebnis.append(Stueck(teil.alt, Stueckart.WEG, k))
            elif teil.art is Teilart.NEU:
                ergebnis.append(Stueck(teil.neu, Stueckart.NEU, k))
            else:
                ergebnis.append(Stueck(teil.neu, Stueckart.GLEICH, k))
        return tuple(ergebnis)

    def _punkte(
        self, zelle: SynopsenZelle, spalte: int, bereich: Bereich
    ) -> tuple[tuple[Stueck, ...], ...]:
        geteilt = _teile_auf(self._stuecke(zelle), self._grenzen(zelle, spalte, bereich))
        return tuple(tuple(_mit_luft(stuecke)) for stuecke in geteilt)

    def _grenzen(self, zelle: SynopsenZelle, spalte: int, bereich: Bereich) -> tuple[int, ...]:
        """Where the second and later points of a cell begin in its text."""
        if len(zelle.punkte) < 2 or bereich is not Bereich.PUNKTE:
            return ()
        punkte = self._namen.punkte(spalte)
        return tuple(accumulate(len(punkte[ort].text) + 1 for ort in zelle.punkte[:-1]))

    def _verweise(self, nummer: int, spalte: int, zelle: SynopsenZelle) -> tuple[Verweis, ...]:
        ergebnis = [*self._bewegung(nummer, spalte)]
        ziele: dict[tuple[int, Teilart], None] = {}
        for teil in zelle.teile or ():
            if teil.wanderung is not None and teil.art in (Teilart.WEG, Teilart.NEU):
                ziele[teil.wanderung, teil.art] = None
        for ziel, art in ziele:
            name = self._ort(ziel)
            text = f"Satz steht jetzt in {name}" if art is Teilart.WEG else f"Satz aus {name}"
            ergebnis.append(Verweis(text, ziel, "arrow_right"))
        return tuple(ergebnis)

    def _bewegung(self, nummer: int, spalte: int) -> Iterable[Verweis]:
        """„war Punkt 3“ in the moved cell, „steht jetzt in Punkt 1“ in its base."""
        zeile = self._synopse.zeilen[nummer]
        zelle = zeile.zellen[spalte]
        basis = self._synopse.spalten[spalte].basis
        if zelle.art in BEWEGT and basis is not None:
            vorher = self._liste(zeile.bereich, basis, zeile.zellen[basis])
            wort = "aus" if zelle.art is Zeilenart.ZUSAMMENGEFASST else "war"
            worte = f"{wort} {vorher}"
            if zelle.art is Zeilenart.VERSCHOBEN and not _geaendert(zelle):
                worte += ", Wortlaut gleich"
            yield Verweis(worte, None, ZEICHEN[zelle.art])
        for andere, ziel in enumerate(zeile.zellen):
            if self._synopse.spalten[andere].basis != spalte or andere == spalte:
                continue
            if ziel.art is Zeilenart.VERSCHOBEN:
                worte = f"steht jetzt in {self._liste(zeile.bereich, andere, ziel)}"
                yield Verweis(worte, None, ZEICHEN[ziel.art])
            elif ziel.art is Zeilenart.GETEILT:
                worte = f"geteilt in {self._liste(zeile.bereich, andere, ziel)}"
                yield Verweis(worte, None, ZEICHEN[ziel.art])

    def _liste(self, bereich: Bereich, spalte: int, zelle: SynopsenZelle) -> str:
        """„Punkt 2 und 3“; outside the points „Absatz 2 und 3“."""
        if bereich is Bereich.PUNKTE:
            namen = [self._namen.punkt(spalte, ort) or "ohne Nummer" for ort in zelle.punkte]
        else:
            namen = [str(ort + 1) for ort in zelle.punkte]
        wort = "Punkt" if bereich is Bereich.PUNKTE else "Absatz"
        liste = " und ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:])))
        return f"{wort} {liste}"

    def _ort(self, nummer: int) -> str:
        zeile = self._synopse.zeilen[nummer]
        if zeile.bereich is Bereich.PUNKTE:
            return f"Punkt {self._namen.nummer(nummer) or 'ohne Nummer'}"
        return {
            Bereich.BETREFF: "dem Betreff",
            Bereich.VORSPANN: "dem Vorspann",
            Bereich.BEGRUENDUNG: "der Begründung",
        }[zeile.bereich]


def _geaendert(zelle: SynopsenZelle) -> bool:
    return any(t.art in (Teilart.WEG, Teilart.NEU) for t in zelle.teile or ())


def _teile_auf(stuecke: Sequence[Stueck], grenzen: Sequence[int]) -> list[list[Stueck]]:
    """Pieces by point; the line break that joined two points falls away."""
    ergebnis: list[list[Stueck]] = [[]]
    offen = list(grenzen)
    ort = 0
    for stueck in stuecke:
        if stueck.art is Stueckart.WEG:
            ergebnis[-1].append(stueck)
            continue
        text = stueck.text
        while offen and ort + len(text) >= offen[0]:
            schnitt = offen.pop(0) - ort
            ergebnis[-1].append(Stueck(text[: max(0, schnitt - 1)], stueck.art, stueck.teil))
            ergebnis.append([])
            text, ort = text[schnitt:], ort + schnitt
        ort += len(text)
        if text:
            ergebnis[-1].append(Stueck(text, stueck.art, stueck.teil))
    return ergebnis


def _mit_luft(stuecke: Sequence[Stueck]) -> Iterable[Stueck]:
    """Puts a thin gap between a struck and a new piece that touch, so that both can be read."""
    vorher: Stueck | None = None
    for stueck in stuecke:
        if (
            vorher is not None
            and {vorher.art, stueck.art} == {Stueckart.WEG, Stueckart.NEU}
            and vorher.text[-1:].isspace() is False
            and stueck.text[:1].isspace() is False
        ):
            yield Stueck("\u200a", Stueckart.GLEICH, -1)
        yield stueck
        vorher = stueck


def _bar(nummern: Sequence[str]) -> str:
    return ", ".join(n.strip().strip("().:") for n in nummern if n) or "ohne"


_FRISTEN = {
    Aenderungsart.GEAENDERT: ("calendar_edit", "Frist geändert"),
    Aenderungsart.ENTFALLEN: ("calendar_cancel", "Frist entfallen"),
    Aenderungsart.NEU: ("calendar_clock", "Neue Frist"),
}
_BETRAEGE = {
    Aenderungsart.GEAENDERT: "Betrag geändert",
    Aenderungsart.ENTFALLEN: "Betrag entfallen",
    Aenderungsart.NEU: "Neuer Betrag",
}


def fristhinweis(frist: Fristaenderung) -> Hinweis:
    """„Frist geändert: 30.06.2020 → ohne Datum“."""
    icon, kopf = _FRISTEN[frist.art]
    if frist.art is Aenderungsart.GEAENDERT:
        text = f"{_tag(frist.vorher)} → {_tag(frist.nachher)}"
        if _tag(frist.vorher) == _tag(frist.nachher) and frist.vorher and frist.nachher:
            text = f"„{frist.vorher.wortlaut}“ → „{frist.nachher.wortlaut}“"
    else:
        text = _voll(frist.vorher or frist.nachher)
    return Hinweis(icon, kopf, text)


def betragshinweis(betrag: Betragsaenderung) -> Hinweis:
    """„Betrag geändert: 100.000 Euro → 50.000 Euro“."""
    worte = (betrag.vorher, betrag.nachher)
    return Hinweis("number_symbol", _BETRAEGE[betrag.art], " → ".join(w for w in worte if w))


def _tag(frist: Frist | None) -> str:
    return (deutsches_datum(frist.datum or frist.naechste) if frist else "") or "ohne Datum"


def _voll(frist: Frist | None) -> str:
    if frist is None:
        return ""
    tag = frist.datum or frist.naechste
    return f"{frist.wortlaut} ({deutsches_datum(tag)})" if tag else f"{frist.wortlaut}, ohne Datum"


_TRENNER = Stueck(" ", Stueckart.GLEICH, -1)


def vorlesetext(row: ZellenRow, name: str, spalte: str) -> str:
    """„Punkt 2, Neufassung, geändert: … gestrichen: …; neu: …“."""
    if row.leer:
        return f"{name}, {spalte}: ohne Entsprechung"
    teile = []
    for stueck in (stueck for punkt in row.punkte for stueck in (*punkt, _TRENNER)):
        if stueck.art is Stueckart.WEG:
            teile.append(f" [gestrichen: {stueck.text.strip()}] ")
        elif stueck.art is Stueckart.NEU and row.art is not Zeilenart.EINGEFUEGT:
            teile.append(f" [neu: {stueck.text.strip()}] ")
        else:
            teile.append(stueck.text)
    text = " ".join("".join(teile).split())
    zusatz = "".join(f"; {v.text}" for v in row.verweise)
    zusatz += "".join(f"; {h.kopf}: {h.text}" for h in row.hinweise)
    nummer = f", Nummer {row.nummer_vorher}" if row.nummer_vorher else ""
    return f"{name}, {spalte}, {row.wort}{nummer}: {text}{zusatz}"
