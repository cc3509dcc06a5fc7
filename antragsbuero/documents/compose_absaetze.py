"""Paragraphs and points of the domain as neutral text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from antragsbuero.documents.adressen import adressen
from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import (
    Block,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Zelle,
    textabsatz,
)
from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnungsart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt

AUFZAEHLUNGSZEICHEN = "•"
_KLEINSTE, _GROESSTE, _LAENGSTES_WORT, _ABSTAND = 6, 60, 24, 3
"""Characters: bounds for the longest text and word of a column, the room beside them."""
_ZEILE = 90
"""Characters that a table has room for on one line."""


def textlaeufe(absatz: Absatz) -> tuple[Textlauf, ...]:
    """The text cut where an Auszeichnung or an address begins or ends."""
    pruefe_abbruch()
    grenzen = {0, len(absatz.text)}
    verweise = list(adressen(absatz.text))
    for verweis in verweise:
        grenzen |= {verweis.von, verweis.bis}
    offen = iter([*verweise, None])
    adresse = next(offen)
    for auszeichnung in absatz.auszeichnungen:
        grenzen |= {auszeichnung.von, auszeichnung.bis}
    laeufe = []
    for von, bis in pairwise(sorted(grenzen)):
        while adresse is not None and adresse.bis <= von:
            adresse = next(offen)
        arten = {a.art for a in absatz.auszeichnungen if a.von <= von and bis <= a.bis}
        laeufe.append(
            Textlauf(
                absatz.text[von:bis],
                fett=Auszeichnungsart.FETT in arten,
                kursiv=Auszeichnungsart.KURSIV in arten,
                unterstrichen=Auszeichnungsart.UNTERSTRICHEN in arten,
                verweis=adresse.verweis if adresse is not None and adresse.von <= von else "",
            )
        )
    return tuple(laeufe)


def text(absatz: Absatz) -> Textabsatz:
    """One paragraph with its emphasis."""
    rolle = Textrolle.ZITAT if absatz.art is Absatzart.ZITAT else Textrolle.TEXT
    return Textabsatz(textlaeufe(absatz), rolle)


def absatz_bloecke(absaetze: Iterable[Absatz]) -> list[Block]:
    """Paragraphs, with neighbouring bullets in one list and tables as tables."""
    bloecke: list[Block] = []
    striche: list[Listenpunkt] = []

    def schliesse_liste() -> None:
        if striche:
            bloecke.append(Liste(tuple(striche), nummeriert=False))
            striche.clear()

    for absatz in absaetze:
        if absatz.art is Absatzart.AUFZAEHLUNG:
            striche.append(Listenpunkt(AUFZAEHLUNGSZEICHEN, (text(absatz),)))
            continue
        schliesse_liste()
        bloecke.append(tabelle(absatz) if absatz.art is Absatzart.TABELLE else text(absatz))
    schliesse_liste()
    return bloecke


def punkt_bloecke(punkte: Sequence[Beschlusspunkt]) -> list[Block]:
    """Points as a nested list with their numbers as written.

    Points without numbers and sub-points are plain paragraphs.
    """
    if all(not punkt.nummer and not punkt.punkte for punkt in punkte):
        return [block for punkt in punkte for block in absatz_bloecke(punkt.absaetze)]
    eintraege = tuple(eintrag for punkt in punkte for eintrag in _eintraege(punkt))
    return [Liste(eintraege)] if eintraege else []


def _eintraege(punkt: Beschlusspunkt) -> list[Listenpunkt]:
    """A point as one entry, or as several where words follow its bullets."""
    ergebnis: list[Listenpunkt] = []
    absaetze: list[Textabsatz | Tabelle] = []
    unter: list[Listenpunkt] = []
    zeichen = punkt.nummer

    def schliesse() -> None:
        nonlocal zeichen
        if zeichen or absaetze or unter:
            ergebnis.append(Listenpunkt(zeichen, tuple(absaetze), tuple(unter)))
        zeichen = ""
        absaetze.clear()
        unter.clear()

    for absatz in punkt.absaetze:
        if absatz.art is Absatzart.AUFZAEHLUNG:
            unter.append(Listenpunkt(AUFZAEHLUNGSZEICHEN, (text(absatz),)))
            continue
        if unter:
            schliesse()
        absaetze.append(tabelle(absatz) if absatz.art is Absatzart.TABELLE else text(absatz))
    unter += [eintrag for kind in punkt.punkte for eintrag in _eintraege(kind)]
    schliesse()
    return ergebnis


def tabelle(absatz: Absatz) -> Tabelle:
    """A table from lines and tabs; its first line becomes the header."""
    zeilen = [zeile.split("\t") for zeile in absatz.text.split("\n")]
    spalten = max(len(zeile) for zeile in zeilen)
    gefuellt = [zeile_aus(zeile + [""] * (spalten - len(zeile))) for zeile in zeilen]
    kopf = gefuellt[:1] if len(gefuellt) > 1 else []
    return Tabelle(
        tuple(kopf),
        tuple(gefuellt[len(kopf) :]),
        _breiten([[z[nr] for z in zeilen if nr < len(z)] for nr in range(spalten)]),
        f"Tabelle mit {spalten} Spalten: {', '.join(wort for wort in zeilen[0] if wort)}",
    )


def _breiten(spalten: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Shares of the width: each column has room for its longest word, as far as there is any.

    What is left goes to those with long texts. So no sum of money is torn apart because another
    column holds sentences.
    """
    ganz = [min(max([_KLEINSTE, *map(len, texte)]), _GROESSTE) + _ABSTAND for texte in spalten]
    if sum(ganz) <= _ZEILE:
        return tuple(map(float, ganz))
    worte = [
        min(max([_ABSTAND, *(len(wort) for t in texte for wort in t.split(" "))]), _LAENGSTES_WORT)
        + _ABSTAND
        for texte in spalten
    ]
    rest = max(0, _ZEILE - sum(worte))
    mehr = [max(0, alles - wort) for alles, wort in zip(ganz, worte, strict=True)]
    summe = sum(mehr) or 1
    return tuple(wort + rest * weiter / summe for wort, weiter in zip(worte, mehr, strict=True))


def zeile_aus(texte: Iterable[str]) -> tuple[Zelle, ...]:
    """A row of plain cells."""
    return tuple(Zelle((textabsatz(wort),)) for wort in texte)


def kopfangabe(name: str, wert: str, *, fett: bool = False) -> Textabsatz:
    """A line of the head: its name, a tab, its value."""
    laeufe = (Textlauf(f"{name}:\t"), Textlauf(wert, fett=fett))
    return Textabsatz(laeufe, Textrolle.KOPFZEILE)
