"""The draft as rows, one a paragraph: from a Fassung and back, levels, order; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung
from antragsbuero.domain.bearbeitung import nummeriere
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, vorordnung
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.kennung import neue_kennung

TIEFSTE = 4
"""Levels below the first."""


class Abschnitt(IntEnum):
    """The parts of a Fassung in their order."""

    BETREFF = 0
    VORSPANN = 1
    PUNKTE = 2
    BEGRUENDUNG = 3


@dataclass(frozen=True, slots=True)
class Zeile:
    """One paragraph of the draft.

    In PUNKTE a row begins a point of level `ebene`, unless `folge` says that it is a further
    paragraph of the point above. `kennung` and `herkunft` are those of its Beschlusspunkt, ""
    elsewhere.
    """

    abschnitt: Abschnitt
    text: str = ""
    ebene: int = 0
    folge: bool = False
    art: Absatzart = Absatzart.ABSATZ
    auszeichnungen: tuple[Auszeichnung, ...] = ()
    kennung: str = ""
    herkunft: str = ""

    @property
    def beginnt_punkt(self) -> bool:
        """Whether a point begins here."""
        return self.abschnitt is Abschnitt.PUNKTE and not self.folge


def neuer_punkt(text: str = "", ebene: int = 0) -> Zeile:
    """A point with an identity of its own."""
    return Zeile(Abschnitt.PUNKTE, text, ebene, kennung=neue_kennung(), herkunft=neue_kennung())


# ---- Fassung <-> rows


def zeilen_von(fassung: Fassung) -> tuple[Zeile, ...]:
    """The rows of a Fassung; each part has at least one."""
    return (
        Zeile(Abschnitt.BETREFF, " ".join(fassung.betreff.split())),
        *_absaetze(Abschnitt.VORSPANN, fassung.vorspann),
        *(punktzeilen(fassung.punkte) or (neuer_punkt(),)),
        *_absaetze(Abschnitt.BEGRUENDUNG, fassung.begruendung),
    )


def _absaetze(abschnitt: Abschnitt, absaetze: Iterable[Absatz]) -> tuple[Zeile, ...]:
    return tuple(
        Zeile(abschnitt, a.text, art=a.art, auszeichnungen=a.auszeichnungen) for a in absaetze
    ) or (Zeile(abschnitt),)


def punktzeilen(punkte: Sequence[Beschlusspunkt], ebene: int = 0) -> tuple[Zeile, ...]:
    """The rows of points with all their sub-points."""
    ergebnis: list[Zeile] = []
    for punkt in punkte:
        for nummer, absatz in enumerate(punkt.absaetze or (Absatz(""),)):
            erste = nummer == 0
            ergebnis.append(
                Zeile(
                    Abschnitt.PUNKTE, absatz.text, min(ebene, TIEFSTE), not erste, absatz.art,
                    absatz.auszeichnungen, punkt.kennung if erste else "",
                    punkt.herkunft if erste else "",
                )
            )  # fmt: skip
        ergebnis += punktzeilen(punkt.punkte, ebene + 1)
    return tuple(ergebnis)


def fassung_von(vorlage: Fassung, zeilen: Sequence[Zeile]) -> Fassung:
    """The draft `vorlage` with these words; points are numbered anew by their levels."""
    teile = {abschnitt: [z for z in zeilen if z.abschnitt is abschnitt] for abschnitt in Abschnitt}
    return replace(
        vorlage,
        betreff=" ".join(" ".join(z.text for z in teile[Abschnitt.BETREFF]).split()),
        vorspann=_ohne_leere(teile[Abschnitt.VORSPANN]),
        punkte=nummeriere(_baum(geordnet(teile[Abschnitt.PUNKTE]))),
        begruendung=_ohne_leere(teile[Abschnitt.BEGRUENDUNG]),
    )


def _ohne_leere(zeilen: Sequence[Zeile]) -> tuple[Absatz, ...]:
    return tuple(absatz_von(z) for z in zeilen if z.text.strip())


def absatz_von(zeile: Zeile) -> Absatz:
    """The paragraph of a row."""
    return Absatz(zeile.text, zeile.art, zeile.auszeichnungen)


@dataclass
class _Knoten:
    zeile: Zeile
    absaetze: list[Absatz]
    kinder: list[_Knoten]

    def fertig(self, vergeben: set[str]) -> Beschlusspunkt:
        """The point; an identity that is taken already (a doubled row) is replaced."""
        kennung, herkunft = self.zeile.kennung, self.zeile.herkunft
        if not kennung or kennung in vergeben:
            kennung, herkunft = neue_kennung(), neue_kennung()
        vergeben.add(kennung)
        return Beschlusspunkt(
            "", tuple(self.absaetze), tuple(k.fertig(vergeben) for k in self.kinder),
            kennung=kennung, herkunft=herkunft,
        )  # fmt: skip


def _baum(zeilen: Sequence[Zeile]) -> tuple[Beschlusspunkt, ...]:
    wurzeln: list[_Knoten] = []
    weg: list[_Knoten] = []
    for zeile in zeilen:
        if zeile.folge and weg:
            weg[-1].absaetze.append(absatz_von(zeile))
            continue
        knoten = _Knoten(zeile, [absatz_von(zeile)], [])
        del weg[zeile.ebene :]
        (weg[-1].kinder if weg else wurzeln).append(knoten)
        weg.append(knoten)
    vergeben: set[str] = set()
    return tuple(k.fertig(vergeben) for k in wurzeln)


def geordnet(zeilen: Sequence[Zeile]) -> tuple[Zeile, ...]:
    """Rows of points whose levels fit: the first is no sub-point, no level is left out."""
    ergebnis: list[Zeile] = []
    vorher = -1
    for zeile in zeilen:
        if zeile.abschnitt is not Abschnitt.PUNKTE:
            ergebnis.append(zeile)
            continue
        folge = zeile.folge and vorher >= 0
        ebene = vorher if folge else max(0, min(zeile.ebene, vorher + 1, TIEFSTE))
        vorher = ebene
        if (folge, ebene) != (zeile.folge, zeile.ebene):
            zeile = replace(zeile, folge=folge, ebene=ebene)
        ergebnis.append(zeile)
    return tuple(ergebnis)


def nummern(zeilen: Sequence[Zeile]) -> tuple[str, ...]:
    """The number of each row as it will be printed, "" where none is."""
    punkte = iter(vorordnung(nummeriere(_baum(geordnet(
        [replace(z, text="", auszeichnungen=()) if z.text else z for z in zeilen
         if z.abschnitt is Abschnitt.PUNKTE]
    )))))  # fmt: skip
    return tuple(next(punkte).nummer if z.beginnt_punkt else "" for z in zeilen)


# ---- steps of editing


def familie(zeilen: Sequence[Zeile], ort: int) -> tuple[int, int]:
    """From the point at `ort` (or the point it continues) to the end of its sub-points."""
    while ort > 0 and zeilen[ort].folge:
        ort -= 1
    ebene, ende = zeilen[ort].ebene, ort + 1
    while ende < len(zeilen) and zeilen[ende].abschnitt is Abschnitt.PUNKTE:
        if zeilen[ende].beginnt_punkt and zeilen[ende].ebene <= ebene:
            break
        ende += 1
    return ort, ende


def ruecke(zeilen: Sequence[Zeile], von: int, bis: int, schritt: int) -> tuple[Zeile, ...]:
    """The points from row `von` to row `bis` one level deeper (1) or higher (-1).

    Sub-points go along. A point can be at most one level below the one before it.
    """
    neu = list(zeilen)
    ort = von
    while ort <= bis:
        if neu[ort].abschnitt is not Abschnitt.PUNKTE:
            ort += 1
            continue
        beginn, ende = familie(neu, ort)
        ebene = neu[beginn].ebene + schritt
        hoechste = neu[beginn - 1].ebene + 1 if _ist_punkt(neu, beginn - 1) else 0
        tiefste = max(z.ebene for z in neu[beginn:ende]) + schritt
        if 0 <= ebene <= hoechste and tiefste <= TIEFSTE:
            for k in range(beginn, ende):
                neu[k] = replace(neu[k], ebene=neu[k].ebene + schritt)
        ort = ende
    return geordnet(neu)


def _ist_punkt(zeilen: Sequence[Zeile], ort: int) -> bool:
    return ort >= 0 and zeilen[ort].abschnitt is Abschnitt.PUNKTE


def verschiebe(
    zeilen: Sequence[Zeile], ort: int, schritt: int
) -> tuple[tuple[Zeile, ...], int] | None:
    """The point at `ort` with its sub-points before (-1) or after (1) its neighbour.

    Returns the rows and where the row now stands; None where there is no neighbour.
    """
    if not _ist_punkt(zeilen, ort):
        return None
    beginn, ende = familie(zeilen, ort)
    if schritt < 0:
        nachbar = _vorgaenger(zeilen, beginn)
        if nachbar is None:
            return None
        neu = (*zeilen[:nachbar], *zeilen[beginn:ende], *zeilen[nachbar:beginn], *zeilen[ende:])
        return neu, ort - (beginn - nachbar)
    if ende >= len(zeilen) or not zeilen[ende].beginnt_punkt:
        return None
    if zeilen[ende].ebene != zeilen[beginn].ebene:
        return None
    _, nachbarende = familie(zeilen, ende)
    neu = (
        *zeilen[:beginn], *zeilen[ende:nachbarende], *zeilen[beginn:ende], *zeilen[nachbarende:]
    )  # fmt: skip
    return neu, ort + (nachbarende - ende)


def _vorgaenger(zeilen: Sequence[Zeile], beginn: int) -> int | None:
    ort = beginn - 1
    while _ist_punkt(zeilen, ort) and zeilen[ort].ebene >= zeilen[beginn].ebene:
        if zeilen[ort].beginnt_punkt and zeilen[ort].ebene == zeilen[beginn].ebene:
            return ort
        ort -= 1
    return None


def uebernimm(zeilen: Sequence[Zeile], fassung: Fassung) -> tuple[Zeile, ...]:
    """The draft with the points of another Fassung; they keep their identity."""
    punkte = tuple(replace(z, kennung=neue_kennung() if z.kennung else "")
                   for z in punktzeilen(fassung.punkte))  # fmt: skip
    vorher = tuple(z for z in zeilen if z.abschnitt < Abschnitt.PUNKTE)
    nachher = tuple(z for z in zeilen if z.abschnitt > Abschnitt.PUNKTE)
    return (*vorher, *(punkte or (neuer_punkt(),)), *nachher)
