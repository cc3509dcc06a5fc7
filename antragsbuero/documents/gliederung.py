"""Beschlusspunkte from the lines of a decision: numbered, nested, bulleted or without any mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from antragsbuero.documents.absatzbau import Umbruch, baue_absaetze, ohne_strich
from antragsbuero.documents.deckung import Deckung
from antragsbuero.documents.nummerierung import Marke, lies_marken
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.absatz import Absatz, Absatzart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.frist import Genauigkeit
from antragsbuero.domain.fristlesung import lies_fristen

_MIT_TAG = (Genauigkeit.GENAU, Genauigkeit.UNSCHARF, Genauigkeit.BEGINN)
_TIEFSTE = 8
"""Levels of points; deeper ones stand side by side on the last."""
_LEITSATZ = re.compile(
    r"\b(?:beauftragt|gebeten|aufgefordert|beschließ\w+|möge|verpflichtet|fordert|beantragt"
    r"|geändert|ersetzt|ergänzt|wie folgt|ermächtigt|prüft)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gliederung:
    """The Vorspann and the points below it."""

    vorspann: tuple[Absatz, ...]
    punkte: tuple[Beschlusspunkt, ...]


@dataclass(frozen=True, slots=True)
class Bezug:
    """Days that deadlines are read against: that of the resolution and that of the paper.

    The points of a query are `fragen`, which set no deadlines.
    """

    beschluss: date | None
    papier: date | None
    fragen: bool = False


@dataclass(slots=True)
class _Knoten:
    marke: Marke
    einzug: int
    zeilen: list[Zeile] = field(default_factory=list)
    kinder: list[_Knoten] = field(default_factory=list)


class Gliederer:
    """Walks over lines and grows the tree of points."""

    def __init__(self, umbruch: Umbruch, deckung: Deckung, bezug: Bezug) -> None:
        self._umbruch = umbruch
        self._deckung = deckung
        self._bezug = bezug

    def gliedere(self, zeilen: Sequence[Zeile]) -> Gliederung:
        """The points of these lines; every line is taken into one of them or the Vorspann."""
        leit: list[Zeile] = []
        wurzeln: list[_Knoten] = []
        weg: list[_Knoten] = []
        letzte: Zeile | None = None
        for zeile in zeilen:
            marke = self._marke(zeile, letzte, weg)
            letzte = zeile
            if marke is None:
                (weg[-1].zeilen if weg else leit).append(zeile)
                continue
            knoten = _Knoten(marke, zeile.einzug)
            del weg[min(_tiefe(weg, marke, zeile.einzug), _TIEFSTE) :]
            (weg[-1].kinder if weg else wurzeln).append(knoten)
            weg.append(knoten)
            self._nimm_marke(zeile, marke)
            knoten.zeilen.append(zeile if zeile.zeichen else zeile.ausschnitt(marke.ende))
        if not wurzeln:
            return self._ohne_nummern(leit)
        vorspann = baue_absaetze(leit, self._umbruch, self._deckung)
        return Gliederung(vorspann, tuple(self._punkt(knoten) for knoten in wurzeln))

    def _marke(self, zeile: Zeile, letzte: Zeile | None, weg: Sequence[_Knoten]) -> Marke | None:
        """The label if it goes on with a list or starts one, else None."""
        if zeile.weiter and not zeile.text[:1].isdigit():
            return None
        for marke in lies_marken(zeile):
            if zeile.tiefe:
                marke = Marke(f"{marke.stil}@{zeile.tiefe}", marke.wert, marke.zeichen, marke.ende)
            folgt = any(_folgt(k, marke, self._umbruch.breite is None) for k in weg)
            beginnt = marke.wert == 1 or (not weg and marke.stil.startswith(("zahl", "wort")))
            if (folgt or beginnt) and self._umbruch.steht_frei(letzte, zeile):
                return marke
        return None

    def _nimm_marke(self, zeile: Zeile, marke: Marke) -> None:
        if zeile.zeichen:
            self._deckung.nimm_zeichen(zeile)
        else:
            self._deckung.nimm(zeile.ausschnitt(0, marke.ende))

    def _punkt(self, knoten: _Knoten) -> Beschlusspunkt:
        absaetze = baue_absaetze(
            [_ohne_listenzeichen(z) for z in knoten.zeilen], self._umbruch, self._deckung
        )
        kinder = tuple(self._punkt(kind) for kind in knoten.kinder)
        return self._mit_fristen(knoten.marke.zeichen, absaetze, kinder, knoten.zeilen)

    def _mit_fristen(
        self,
        nummer: str,
        absaetze: tuple[Absatz, ...],
        kinder: tuple[Beschlusspunkt, ...],
        zeilen: Sequence[Zeile],
    ) -> Beschlusspunkt:
        text = "\n".join(absatz.text for absatz in absaetze)
        if self._bezug.fragen:
            return Beschlusspunkt(nummer, absaetze, kinder)
        fristen = lies_fristen(text, bezug=self._bezug.beschluss, papier=self._bezug.papier)
        for frist in fristen:
            if frist.datum is None and frist.genauigkeit in _MIT_TAG:
                anker = next((z for z in zeilen if frist.wortlaut in z.text), zeilen[0])
                self._deckung.bezweifle(
                    f"Die Frist „{frist.wortlaut}“ nennt kein Jahr oder keinen Tag, den es gibt.",
                    anker,
                )
        return Beschlusspunkt(nummer, absaetze, kinder, fristen)

    def _ohne_nummern(self, zeilen: Sequence[Zeile]) -> Gliederung:
        """Each paragraph is a point; bullets are points below a formula, else part of one."""
        absaetze = baue_absaetze(zeilen, self._umbruch, self._deckung)
        vorspann: list[Absatz] = []
        gruppen: list[list[Absatz]] = []
        for nummer, absatz in enumerate(absaetze):
            strich = absatz.art is not Absatzart.ABSATZ
            if nummer == 0 and len(absaetze) > 1 and _ist_leitsatz(absatz, absaetze[1]):
                vorspann.append(absatz)
            elif strich and gruppen and (gruppen[-1][0].art is Absatzart.ABSATZ):
                gruppen[-1].append(absatz)
            else:
                gruppen.append([absatz])
        punkte = tuple(self._mit_fristen("", tuple(gruppe), (), zeilen) for gruppe in gruppen)
        return Gliederung(tuple(vorspann), punkte)


def _ist_leitsatz(absatz: Absatz, naechster: Absatz) -> bool:
    """Whether a first paragraph only leads to the points: „Der Oberbürgermeister wird …,“."""
    if absatz.art is not Absatzart.ABSATZ or not _LEITSATZ.search(absatz.text):
        return False
    if naechster.art is Absatzart.AUFZAEHLUNG:
        return absatz.text.endswith((":", ","))
    return absatz.text.endswith((":", ",")) and len(absatz.text) < 200


def _folgt(knoten: _Knoten, marke: Marke, luecken_erlaubt: bool) -> bool:
    """Whether the label goes on with the list of this point; a web page may leave numbers out."""
    if knoten.marke.stil != marke.stil or knoten.marke.stamm != marke.stamm:
        return False
    abstand = marke.wert - knoten.marke.wert
    return abstand == 1 or (luecken_erlaubt and 1 <= abstand <= 5)


def _tiefe(weg: Sequence[_Knoten], marke: Marke, einzug: int) -> int:
    """How many of the open points stay open above a new one.

    It goes on with the list whose indent is nearest, else starts that list anew, else stands
    below the last point.
    """
    folgend = [tiefe for tiefe, knoten in enumerate(weg) if _folgt(knoten, marke, True)]
    if folgend:
        return min(folgend, key=lambda tiefe: (abs(weg[tiefe].einzug - einzug), -tiefe))
    for tiefe in reversed(range(len(weg))):
        if weg[tiefe].marke.stil == marke.stil:
            return tiefe if einzug <= weg[tiefe].einzug + 1 else len(weg)
    return len(weg)


def _ohne_listenzeichen(zeile: Zeile) -> Zeile:
    """The label of a real list stands in the number; bullets inside a point stay bullets."""
    if zeile.zeichen and ohne_strich(zeile) is None:
        return zeile.ohne_zeichen()
    return zeile
