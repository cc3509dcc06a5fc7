"""Sets the text of a page as a browser would: paragraphs, labels, tables, places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from antragsbuero.dokument.dokument import (
    Block,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Textstelle,
    Ueberschrift,
    Zelle,
)
from antragsbuero.dokument.reinigung import reinige

_TIEFSTE = 20
"""Levels of lists; deeper ones stand side by side on the last."""
_LEERRAUM = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Schrift:
    """The look of characters."""

    fett: bool = False
    kursiv: bool = False
    unterstrichen: bool = False


@dataclass(slots=True)
class _Punkt:
    zeichen: str
    absaetze: list[Textabsatz | Tabelle] = field(default_factory=list)
    punkte: list[_Punkt] = field(default_factory=list)
    gesetzt: bool = False

    def fertig(self) -> Listenpunkt:
        return Listenpunkt(
            self.zeichen, tuple(self.absaetze), tuple(punkt.fertig() for punkt in self.punkte)
        )


class Satz:
    """Collects the blocks of a page and the text that their places point into."""

    def __init__(self) -> None:
        self.bloecke: list[Block] = []
        self._teile: list[str] = []
        self._laenge = 0
        self._stuecke: list[tuple[str, Schrift]] = []
        self._umbrueche = 0
        self._liste: list[_Punkt] | None = None
        self._weg: list[_Punkt] = []
        self._nummeriert = True

    @property
    def quelltext(self) -> str:
        """The whole text as set so far."""
        return "".join(self._teile)

    def text(self, text: str, schrift: Schrift, *, roh: bool) -> None:
        """Words of the paragraph that is open; `roh` keeps white space as in <pre>."""
        if roh:
            self._stuecke.append((text, schrift))
            return
        gesetzt = _LEERRAUM.sub(" ", text)
        if self._stuecke:
            davor = self._stuecke[-1][0]
            if davor.endswith((" ", "\n")):
                gesetzt = gesetzt.lstrip(" ")
        else:
            gesetzt = gesetzt.lstrip(" ")
        if gesetzt:
            self._stuecke.append((gesetzt, schrift))

    def umbruch(self) -> None:
        """A line break; two in a row end the paragraph."""
        if self._stuecke and self._stuecke[-1][0] == "\n":
            self._stuecke.pop()
            self._stuecke.append(("\n\n", Schrift()))
        elif self._stuecke and self._stuecke[-1][0] != "\n\n":
            self._stuecke.append(("\n", Schrift()))

    def absatz(self, stufe: int, rolle: Textrolle) -> None:
        """Ends the open paragraph; `stufe` above 0 makes it a heading."""
        stuecke, self._stuecke = self._stuecke, []
        gruppe: list[tuple[str, Schrift]] = []
        for stueck in [*stuecke, ("\n\n", Schrift())]:
            if stueck[0] == "\n\n":
                self._setze_absatz(gruppe, stufe, rolle)
                gruppe = []
            else:
                gruppe.append(stueck)

    def _setze_absatz(
        self, stuecke: Sequence[tuple[str, Schrift]], stufe: int, rolle: Textrolle
    ) -> None:
        laeufe = _laeufe(stuecke)
        text = "".join(lauf.text for lauf in laeufe)
        if not text:
            return
        punkt = self._weg[-1] if self._weg else None
        if punkt is not None and not punkt.gesetzt:
            einzug = "  " * len(self._weg)
            self._schreibe("\n" + einzug + (punkt.zeichen + " " if punkt.zeichen else ""))
            punkt.gesetzt = True
        else:
            self._schreibe("\n\n" if self._laenge else "")
        stelle = Textstelle(self._laenge, self._laenge + len(text))
        self._schreibe(text)
        if punkt is not None:
            punkt.absaetze.append(Textabsatz(laeufe, rolle, stelle))
        elif stufe and rolle is Textrolle.TEXT:
            self.bloecke.append(Ueberschrift(stufe, text, stelle))
        else:
            self.bloecke.append(Textabsatz(laeufe, rolle, stelle))

    def beginne_punkt(self, zeichen: str, *, nummeriert: bool) -> None:
        """Opens an entry of a list."""
        punkt = _Punkt(zeichen)
        if self._weg:
            self._weg[min(len(self._weg), _TIEFSTE) - 1].punkte.append(punkt)
        elif self._liste is not None:
            self._liste.append(punkt)
        else:
            self._liste = [punkt]
            self._nummeriert = nummeriert
            self._schreibe("\n" if self._laenge else "")
        self._weg.append(punkt)

    def ende_punkt(self) -> None:
        """Closes an entry; one without words keeps its label."""
        self._setze_zeichen(self._weg.pop())

    def _setze_zeichen(self, punkt: _Punkt) -> None:
        """The label of an entry that no word stands beside."""
        if not punkt.gesetzt and punkt.zeichen:
            self._schreibe("\n" + "  " * (len(self._weg) + 1) + punkt.zeichen)
            leer = Textstelle(self._laenge, self._laenge)
            punkt.absaetze.append(Textabsatz((), stelle=leer))
            punkt.gesetzt = True

    def ende_liste(self) -> None:
        """Closes the outermost list."""
        if not self._weg and self._liste is not None:
            punkte = tuple(punkt.fertig() for punkt in self._liste)
            self.bloecke.append(Liste(punkte, self._nummeriert))
            self._liste = None

    def tabelle(self, zeilen: Sequence[Sequence[str]], kopfzeilen: int, rolle: Textrolle) -> None:
        """A table of data: a row a line, cells joined by tabs; in an entry it is part of it."""
        punkt = self._weg[-1] if self._weg else None
        if punkt is not None:
            self._setze_zeichen(punkt)
        gesetzt: list[tuple[Zelle, ...]] = []
        for nummer, zeile in enumerate(zeilen):
            self._schreibe(("\n" if nummer else "\n\n") if self._laenge else "")
            zellen: list[Zelle] = []
            for spalte, roh in enumerate(zeile):
                text = reinige(_LEERRAUM.sub(" ", roh).strip())
                self._schreibe("\t" if spalte else "")
                stelle = Textstelle(self._laenge, self._laenge + len(text))
                self._schreibe(text)
                absaetze = (Textabsatz((Textlauf(text),), rolle, stelle),) if text else ()
                zellen.append(Zelle(absaetze))
            gesetzt.append(tuple(zellen))
        breite = max((len(zeile) for zeile in gesetzt), default=1)
        anteile = (1 / breite,) * breite
        kopf, rest = tuple(gesetzt[:kopfzeilen]), tuple(gesetzt[kopfzeilen:])
        tabelle = Tabelle(kopf, rest, anteile, "Tabelle der gelesenen Seite")
        (self.bloecke if punkt is None else punkt.absaetze).append(tabelle)

    def _schreibe(self, text: str) -> None:
        self._teile.append(text)
        self._laenge += len(text)


def _laeufe(stuecke: Sequence[tuple[str, Schrift]]) -> tuple[Textlauf, ...]:
    """Runs of one look, without white space at both ends of the paragraph and of its lines."""
    ganz = "".join(text for text, _ in stuecke)
    links = len(ganz) - len(ganz.lstrip())
    rechts = len(ganz.rstrip())
    laeufe: list[tuple[str, Schrift]] = []
    ort = 0
    for text, schrift in stuecke:
        teil = text[max(0, links - ort) : max(0, rechts - ort)]
        ort += len(text)
        if teil and laeufe and laeufe[-1][1] == schrift:
            laeufe[-1] = (laeufe[-1][0] + teil, schrift)
        elif teil:
            laeufe.append((teil, schrift))
    sauber = ((reinige(text), schrift) for text, schrift in laeufe)
    return tuple(
        Textlauf(text, schrift.fett, schrift.kursiv, schrift.unterstrichen)
        for text, schrift in sauber
        if text
    )
