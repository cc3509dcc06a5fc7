"""The lines of a Dokument, as recognition walks over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textrolle,
    Textstelle,
    Ueberschrift,
    Zelle,
)
from antragsbuero.dokument.reinigung import ZEILENUMBRUCH, reinige_mit_orten
from antragsbuero.domain.absatz import Auszeichnung, Auszeichnungsart

_ANTEIL_ZITATE = 0.5
"""Pages that set off more of their words use quotations for their layout."""


@dataclass(frozen=True, slots=True)
class Zeile:
    """One line (in a web page: one paragraph), cleaned, with its place in the source.

    `zeichen` and `tiefe` come from a real list, `stufe` from a real heading; "" and 0 mean
    that the words alone have to tell. `weiter` goes on in the paragraph of the line before,
    after a line break. `tabelle` counts tables from 1. `luecke` counts the blank lines before
    this one. `rahmen` lines stand outside the main part of a page; `nach_rahmen` lines follow
    a page number or other furniture. `zitat` lines are set off as a quotation.
    """

    text: str
    von: int
    bis: int
    orte: tuple[int, ...] | None = None
    luecke: int = 0
    einzug: int = 0
    stufe: int = 0
    zeichen: str = ""
    tiefe: int = 0
    weiter: bool = False
    rahmen: bool = False
    nach_rahmen: bool = False
    tabelle: int = 0
    zitat: bool = False
    auszeichnungen: tuple[Auszeichnung, ...] = ()

    def ort(self, stelle: int) -> int:
        """The place in the source of the character at `stelle` of the text."""
        return self.von + (stelle if self.orte is None else self.orte[stelle])

    def ohne_zeichen(self) -> Zeile:
        """The line without the label of its list, where that became the number of a point."""
        return replace(self, zeichen="")

    def ausschnitt(self, von: int, bis: int | None = None) -> Zeile:
        """The line from `von` up to `bis` of its text, without white space at both ends."""
        ende = len(self.text) if bis is None else bis
        stueck = self.text[von:ende]
        links = von + len(stueck) - len(stueck.lstrip())
        rechts = max(links, von + len(stueck.rstrip()))
        marken = (
            Auszeichnung(max(a.von, links) - links, min(a.bis, rechts) - links, a.art)
            for a in self.auszeichnungen
            if max(a.von, links) < min(a.bis, rechts)
        )
        orte = self.orte
        return replace(
            self,
            text=self.text[links:rechts],
            von=self.ort(links),
            bis=self.ort(rechts),
            orte=None if orte is None else tuple(o - orte[links] for o in orte[links : rechts + 1]),
            auszeichnungen=tuple(marken),
        )


def zeilen_aus(dokument: Dokument) -> list[Zeile]:
    """All lines in the order of the source."""
    sammler = _Sammler(dokument.quelltext)
    for block in dokument.bloecke:
        match block:
            case Ueberschrift():
                sammler.nimm(block.stelle, stufe=block.stufe)
            case Textabsatz():
                sammler.nimm_absatz(block)
            case Liste():
                sammler.nimm_liste(block, 1)
            case Tabelle():
                sammler.nimm_tabelle(block)
    return _ohne_zitate(sammler.zeilen) if _ist_eingerueckt(sammler.zeilen) else sammler.zeilen


def _ist_eingerueckt(zeilen: Sequence[Zeile]) -> bool:
    """Whether a page uses quotations for its layout: most of its words stand in some."""
    alles = sum(len(zeile.text) for zeile in zeilen)
    return sum(len(zeile.text) for zeile in zeilen if zeile.zitat) > _ANTEIL_ZITATE * alles


def _ohne_zitate(zeilen: Sequence[Zeile]) -> list[Zeile]:
    return [replace(zeile, zitat=False) if zeile.zitat else zeile for zeile in zeilen]


class _Sammler:
    """Collects lines and keeps count of blank lines between them."""

    def __init__(self, quelltext: str) -> None:
        self.zeilen: list[Zeile] = []
        self._quelltext = quelltext
        self._ende = 0
        self._tabellen = 0

    def nimm_absatz(self, absatz: Textabsatz, zeichen: str = "", tiefe: int = 0) -> None:
        erste = len(self.zeilen)
        rahmen = absatz.rolle is Textrolle.HINWEIS
        zitat = absatz.rolle is Textrolle.ZITAT
        self.nimm(absatz.stelle, zeichen=zeichen, tiefe=tiefe, rahmen=rahmen, zitat=zitat)
        marken = tuple(_auszeichnungen(absatz))
        if not marken or absatz.stelle is None:
            return
        for nummer in range(erste, len(self.zeilen)):
            zeile = self.zeilen[nummer]
            self.zeilen[nummer] = _mit_marken(zeile, marken, zeile.von - absatz.stelle.von)

    def nimm_liste(self, liste: Liste, tiefe: int) -> None:
        for punkt in liste.punkte:
            self._nimm_punkt(punkt, tiefe)

    def _nimm_punkt(self, punkt: Listenpunkt, tiefe: int) -> None:
        zeichen = punkt.zeichen
        for absatz in punkt.absaetze:
            if isinstance(absatz, Tabelle):
                self.nimm_tabelle(absatz, tiefe)
            else:
                self.nimm_absatz(absatz, zeichen, tiefe)
            zeichen = ""
        for kind in punkt.punkte:
            self._nimm_punkt(kind, tiefe + 1)

    def nimm_tabelle(self, tabelle: Tabelle, tiefe: int = 0) -> None:
        """A table row is a line, its cells joined by tabs; `tiefe` of the entry it is part of."""
        self._tabellen += 1
        for zeile in (*tabelle.kopf, *tabelle.zeilen):
            stelle = _reihe([_stelle(zelle) for zelle in zeile])
            if stelle is not None:
                self.nimm(stelle, tabelle=self._tabellen, tiefe=tiefe)

    def nimm(
        self,
        stelle: Textstelle | None,
        *,
        stufe: int = 0,
        zeichen: str = "",
        tiefe: int = 0,
        rahmen: bool = False,
        tabelle: int = 0,
        zitat: bool = False,
    ) -> None:
        """The lines of one place of the source."""
        if stelle is None:
            return
        weiter = False
        # cells that are empty at both ends of a row are tabs, no white space to be left out
        reihe = [(stelle.von, stelle.bis)]
        for von, bis in reihe if tabelle else _zeilenstellen(self._quelltext, stelle):
            zwischen = self._quelltext[self._ende : von]
            text, orte = reinige_mit_orten(self._quelltext[von:bis])
            umbrueche = list(ZEILENUMBRUCH.finditer(zwischen))
            einzug = len(zwischen) - (umbrueche[-1].end() if umbrueche else 0)
            self.zeilen.append(
                Zeile(
                    text=text,
                    von=von,
                    bis=bis,
                    orte=orte,
                    luecke=max(0, len(umbrueche) - 1),
                    einzug=einzug,
                    stufe=stufe,
                    zeichen="" if weiter else zeichen,
                    tiefe=tiefe,
                    weiter=weiter,
                    rahmen=rahmen,
                    tabelle=tabelle,
                    zitat=zitat,
                )
            )
            self._ende = bis
            weiter = True


def _stelle(zelle: Zelle) -> Textstelle | None:
    stellen = [absatz.stelle for absatz in zelle.absaetze if absatz.stelle is not None]
    return Textstelle(stellen[0].von, stellen[-1].bis) if stellen else None


def _reihe(stellen: Sequence[Textstelle | None]) -> Textstelle | None:
    """The place of a row with the tabs before and behind it that stand for empty cells."""
    gefuellt = [(n, stelle) for n, stelle in enumerate(stellen) if stelle is not None]
    if not gefuellt:
        return None
    (davor, erste), (nr, letzte) = gefuellt[0], gefuellt[-1]
    return Textstelle(erste.von - davor, letzte.bis + len(stellen) - 1 - nr)


def _zeilenstellen(quelltext: str, stelle: Textstelle) -> Iterator[tuple[int, int]]:
    """The lines inside a place, without white space at their ends; an empty place is one."""
    stueck = quelltext[stelle.von : stelle.bis]
    if not stueck.strip():
        yield stelle.von, stelle.von
        return
    for treffer in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+", stueck):
        roh = treffer.group()
        if roh.strip():
            links = stelle.von + treffer.start() + len(roh) - len(roh.lstrip())
            yield links, links + len(roh.strip())


def _mit_marken(zeile: Zeile, marken: tuple[Auszeichnung, ...], versatz: int) -> Zeile:
    """The line with those marks of its paragraph that touch it."""
    laenge = len(zeile.text)
    eigene = (
        Auszeichnung(max(a.von - versatz, 0), min(a.bis - versatz, laenge), a.art)
        for a in marken
        if max(a.von - versatz, 0) < min(a.bis - versatz, laenge)
    )
    return replace(zeile, auszeichnungen=tuple(eigene))


def _auszeichnungen(absatz: Textabsatz) -> Iterator[Auszeichnung]:
    ort = 0
    for lauf in absatz.laeufe:
        ende = ort + len(lauf.text)
        if lauf.text.strip():
            for gesetzt, art in (
                (lauf.fett, Auszeichnungsart.FETT),
                (lauf.kursiv, Auszeichnungsart.KURSIV),
                (lauf.unterstrichen, Auszeichnungsart.UNTERSTRICHEN),
            ):
                if gesetzt:
                    yield Auszeichnung(ort, ende, art)
        ort = ende
