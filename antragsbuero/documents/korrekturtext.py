"""Two wordings of some paragraphs as one text with changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from antragsbuero.comparison.synopse import Teilart
from antragsbuero.comparison.textteile import textteile
from antragsbuero.comparison.zeichen import Wortschatz
from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import Marke, Tabelle, Textlauf
from antragsbuero.dokument.korrektur import (
    Absatzform,
    Korrekturabsatz,
    Korrekturtabelle,
    Korrekturzeile,
)

_KURZ = 40
"""Characters up to which two texts are always shown as one."""
_FREMD = 0.2
"""Share of common characters below which one text goes and the other comes as a whole."""
_ENDE = "\u2029"
"""Stands for the end of a paragraph while texts are compared; no cleaned text holds it."""


@dataclass(frozen=True, slots=True)
class Formabsatz:
    """A paragraph of one wording, its label among the runs."""

    form: Absatzform
    laeufe: tuple[Textlauf, ...]

    @property
    def text(self) -> str:
        """The plain text with its label."""
        return "".join(lauf.text for lauf in self.laeufe)


Stueck = Formabsatz | Tabelle
Ergebnis = Korrekturabsatz | Korrekturtabelle
Paar = tuple[Sequence[Stueck], Sequence[Stueck]]
"""What belongs together: of the older wording, of the newer one; one side may be empty."""
_Strom = list[tuple[str, Textlauf]]
"""Characters with the run that each belongs to."""


class Korrekturtext:
    """Compares wordings word by word, over the ends of paragraphs."""

    def __init__(self) -> None:
        self._worte = Wortschatz()

    def verbinde(self, paare: Iterable[Paar]) -> tuple[Ergebnis, ...]:
        """One text of both.

        Args:
            paare: what belongs together, in an order that is that of each wording.
        """
        ergebnis: list[Ergebnis] = []
        alle = list(paare)
        for nummer, (links, rechts) in enumerate(alle, 1):
            # the last paragraph has to end in both wordings, so it is never two
            if nummer < len(alle) and self._fremd(links, rechts):
                teile = [(links, ()), ((), rechts)]
            else:
                teile = [(links, rechts)]
            for block in (b for teil in teile for b in self._verbinde(*teil)):
                ergebnis.append(block)
                if isinstance(block, Korrekturtabelle):
                    # without a paragraph after it Word glues a table to the next one
                    ergebnis.append(Korrekturabsatz((), Absatzform(luecke=True), block.marke))
        return tuple(_mit_festen_enden(ergebnis))

    def _fremd(self, alt: Sequence[Stueck], neu: Sequence[Stueck]) -> bool:
        """Whether two texts share so little that words in turn would not be readable."""
        if not all(isinstance(s, Formabsatz) and not s.form.stufe for s in (*alt, *neu)):
            return False
        absaetze = [[s for s in seite if isinstance(s, Formabsatz)] for seite in (alt, neu)]
        links, rechts = (_strom(seite) for seite in absaetze)
        if min(len(links), len(rechts)) < _KURZ:
            return False
        gleich = sum(n for marke, n in self._unterschiede(links, rechts) if marke is None)
        return gleich < _FREMD * max(len(links), len(rechts))

    def _verbinde(self, alt: Sequence[Stueck], neu: Sequence[Stueck]) -> Iterator[Ergebnis]:
        links, rechts = _an_tabellen(alt), _an_tabellen(neu)
        if len(links) != len(rechts):
            # the text before the first table is compared, what follows goes and comes whole
            davor, danach = links[0][0], rechts[0][0]
            yield from self._segment(davor, danach)
            yield from (_ganz(stueck, Marke.GESTRICHEN) for stueck in alt[len(davor) :])
            yield from (_ganz(stueck, Marke.EINGEFUEGT) for stueck in neu[len(danach) :])
            return
        for (davor, tabelle), (danach, neue) in zip(links, rechts, strict=True):
            yield from self._segment(davor, danach)
            if tabelle is not None and neue is not None:
                yield from self._tabellen(tabelle, neue)

    def _segment(self, alt: Sequence[Formabsatz], neu: Sequence[Formabsatz]) -> Iterator[Ergebnis]:
        pruefe_abbruch()
        if alt and neu:
            yield from self._absaetze(alt, neu)
        else:
            yield from (_ganz(absatz, Marke.GESTRICHEN) for absatz in alt)
            yield from (_ganz(absatz, Marke.EINGEFUEGT) for absatz in neu)

    def _absaetze(
        self, alt: Sequence[Formabsatz], neu: Sequence[Formabsatz]
    ) -> Iterator[Korrekturabsatz]:
        """The paragraphs of both; one ends in both wherever the comparison finds it so."""
        links, rechts = _strom(alt), _strom(neu)
        i = j = absatz_alt = absatz_neu = 0
        offen: list[tuple[str, Textlauf]] = []
        for marke, laenge in self._unterschiede(links, rechts):
            for _ in range(laenge):
                zeichen, lauf = links[i] if marke is Marke.GESTRICHEN else rechts[j]
                ende = zeichen == _ENDE
                if ende:
                    gestrichen = marke is Marke.GESTRICHEN
                    form = alt[absatz_alt].form if gestrichen else neu[absatz_neu].form
                    yield Korrekturabsatz(_laeufe(offen), form, marke)
                    offen = []
                else:
                    offen.append((zeichen, replace(lauf, text="", marke=marke)))
                if marke is not Marke.EINGEFUEGT:
                    i, absatz_alt = i + 1, absatz_alt + ende
                if marke is not Marke.GESTRICHEN:
                    j, absatz_neu = j + 1, absatz_neu + ende
        yield Korrekturabsatz(_laeufe(offen), neu[-1].form)

    def _unterschiede(self, links: _Strom, rechts: _Strom) -> Iterator[tuple[Marke | None, int]]:
        """Stretches of characters: old, new or both."""
        alt, neu = ("".join(zeichen for zeichen, _ in strom) for strom in (links, rechts))
        for teil in textteile(alt, neu, self._worte):
            if teil.art is Teilart.GLEICH:
                yield None, len(teil.neu)
                continue
            # variants of one word share most of their characters
            vorn = _gleich_vorn(teil.alt, teil.neu)
            hinten = _gleich_vorn(teil.alt[vorn:][::-1], teil.neu[vorn:][::-1])
            yield None, vorn
            yield Marke.GESTRICHEN, len(teil.alt) - vorn - hinten
            yield Marke.EINGEFUEGT, len(teil.neu) - vorn - hinten
            yield None, hinten

    def _tabellen(self, alt: Tabelle, neu: Tabelle) -> Iterator[Korrekturtabelle]:
        if len(alt.breiten) != len(neu.breiten):
            yield _ganze_tabelle(alt, Marke.GESTRICHEN)
            yield _ganze_tabelle(neu, Marke.EINGEFUEGT)
            return
        zeilen = tuple(self._zeilen(_worte(alt), _worte(neu)))
        yield Korrekturtabelle(zeilen, min(len(neu.kopf), 1), neu.breiten, neu.beschreibung)

    def _zeilen(
        self, alt: Sequence[tuple[str, ...]], neu: Sequence[tuple[str, ...]]
    ) -> Iterator[Korrekturzeile]:
        for art, i, bis_i, j, bis_j in SequenceMatcher(None, alt, neu, False).get_opcodes():
            for vorher, nachher in zip_longest(alt[i:bis_i], neu[j:bis_j]):
                if art == "equal" or (vorher and nachher):
                    zellen = zip(vorher, nachher, strict=True)
                    yield Korrekturzeile(tuple(self._zelle(a, b) for a, b in zellen))
                elif vorher:
                    yield _ganze_zeile(vorher, Marke.GESTRICHEN)
                else:
                    yield _ganze_zeile(nachher, Marke.EINGEFUEGT)

    def _zelle(self, alt: str, neu: str) -> Korrekturabsatz:
        form = Absatzform()
        (absatz,) = self._absaetze(
            [Formabsatz(form, (Textlauf(alt),))], [Formabsatz(form, (Textlauf(neu),))]
        )
        return absatz


def _an_tabellen(stuecke: Sequence[Stueck]) -> list[tuple[list[Formabsatz], Tabelle | None]]:
    """The paragraphs before each table and after the last one."""
    gruppen: list[tuple[list[Formabsatz], Tabelle | None]] = []
    absaetze: list[Formabsatz] = []
    for stueck in stuecke:
        if isinstance(stueck, Formabsatz):
            absaetze.append(stueck)
        else:
            gruppen.append((absaetze, stueck))
            absaetze = []
    return [*gruppen, (absaetze, None)]


def _mit_festen_enden(bloecke: Sequence[Ergebnis]) -> list[Ergebnis]:
    """The end of a paragraph before a table, and of the last one, is no change.

    No program takes such an end back. The change moves to the end of the paragraph before,
    over paragraphs that came or went whole, which leaves both wordings as they are.
    """
    ergebnis = list(bloecke)
    for ort, block in enumerate(ergebnis):
        folge = ergebnis[ort + 1] if ort + 1 < len(ergebnis) else None
        if isinstance(block, Korrekturtabelle) or isinstance(folge, Korrekturabsatz):
            continue
        marke = block.ende
        davor = ort
        while davor >= 0 and marke is not None:
            kandidat = ergebnis[davor]
            if isinstance(kandidat, Korrekturtabelle) or kandidat.ende not in (marke, None):
                break
            if kandidat.ende is None:
                ergebnis[davor] = replace(kandidat, ende=marke)
                ergebnis[ort] = replace(block, ende=None)
                break
            davor -= 1
        if folge is None and marke is not None:
            ergebnis[ort] = replace(block, ende=None)
    return ergebnis


def _strom(absaetze: Sequence[Formabsatz]) -> _Strom:
    """All characters with an end between two paragraphs."""
    strom: _Strom = []
    for nummer, absatz in enumerate(absaetze):
        if nummer:
            strom.append((_ENDE, Textlauf("")))
        for lauf in absatz.laeufe:
            strom += [(zeichen, lauf) for zeichen in lauf.text.replace(_ENDE, "\n")]
    return strom


def _laeufe(zeichen: Sequence[tuple[str, Textlauf]]) -> tuple[Textlauf, ...]:
    return tuple(
        replace(lauf, text="".join(z for z, _ in gruppe))
        for lauf, gruppe in groupby(zeichen, key=lambda paar: paar[1])
    )


def _gleich_vorn(alt: str, neu: str) -> int:
    anzahl = 0
    for a, b in zip(alt, neu, strict=False):
        if a != b:
            break
        anzahl += 1
    return anzahl


def _ganz(stueck: Stueck, marke: Marke) -> Ergebnis:
    if not isinstance(stueck, Formabsatz):
        return _ganze_tabelle(stueck, marke)
    laeufe = tuple(replace(lauf, marke=marke) for lauf in stueck.laeufe)
    return Korrekturabsatz(laeufe, stueck.form, marke)


def _ganze_tabelle(tabelle: Tabelle, marke: Marke) -> Korrekturtabelle:
    zeilen = tuple(_ganze_zeile(zeile, marke) for zeile in _worte(tabelle))
    return Korrekturtabelle(zeilen, len(tabelle.kopf), tabelle.breiten, tabelle.beschreibung)


def _ganze_zeile(worte: Sequence[str], marke: Marke) -> Korrekturzeile:
    return Korrekturzeile(
        tuple(Korrekturabsatz((Textlauf(wort, marke=marke),)) for wort in worte), marke
    )


def _worte(tabelle: Tabelle) -> list[tuple[str, ...]]:
    """The rows as plain texts; cells that cover several columns are not used in papers."""
    return [
        tuple("\n".join(absatz.text for absatz in zelle.absaetze) for zelle in zeile)
        for zeile in (*tabelle.kopf, *tabelle.zeilen)
    ]
