"""Rows of the comparison, the places of all changes and the heads of the columns; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from antragsbuero.comparison.synopse import (
    Bereich,
    Synopse,
    SynopsenZeile,
    SynopsenZelle,
    Teilart,
    Zeilenart,
)
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung

BEREICHE = {
    Bereich.BETREFF: "Betreff",
    Bereich.VORSPANN: "Vorspann",
    Bereich.PUNKTE: "Beschlusspunkte",
    Bereich.BEGRUENDUNG: "Begründung",
}
_UMFELD = 1
"""Unchanged rows shown before and after each change when only changes are asked for."""
_MINDESTLUECKE = 2
"""Fewer rows than this are shown rather than folded: the fold would take as much room."""


class Rowart(StrEnum):
    """What a row of the table is."""

    ZEILE = "ZEILE"
    ABSCHNITT = "ABSCHNITT"
    """The title of a part: Vorspann, Beschlusspunkte, Begründung."""
    LUECKE = "LUECKE"
    """Rows that are folded away."""


@dataclass(frozen=True, slots=True)
class VergleichRow:
    """A row: rows `von` up to, not including, `bis` of the Synopse.

    `name` is how people call it ("Punkt 2 a"), `kurz` what stands in the first column.
    """

    art: Rowart
    von: int
    bis: int
    name: str
    kurz: str


@dataclass(frozen=True, slots=True)
class Stelle:
    """One change: pieces `von` up to, not including, `bis` of a cell; `zeile` in the Synopse.

    `von` equals `bis` where the whole cell is the change (a moved point).
    """

    zeile: int
    spalte: int
    von: int
    bis: int


@dataclass(frozen=True, slots=True)
class Spaltenzahlen:
    """What a column changes, in words, and how many points it has."""

    punkte: int
    neu: int
    weg: int


@dataclass(frozen=True, slots=True)
class Anzeige:
    """What a person wants to see of a Synopse; `offen` are folds opened by hand."""

    nur_aenderungen: bool = False
    gestrichenes: bool = True
    begruendung: bool = False
    offen: frozenset[int] = frozenset()


def verglichen(zelle: SynopsenZelle) -> bool:
    """Whether this cell differs from its base."""
    return zelle.art not in (None, Zeilenart.UNVERAENDERT)


def zeigt(zeile: SynopsenZeile, anzeige: Anzeige) -> bool:
    """Whether a row belongs to what is shown; an unchanged Betreff stands in the title."""
    if zeile.bereich is Bereich.BEGRUENDUNG:
        return anzeige.begruendung
    return zeile.bereich is not Bereich.BETREFF or any(map(verglichen, zeile.zellen))


def stellen(synopse: Synopse, anzeige: Anzeige) -> tuple[Stelle, ...]:
    """All changes in reading order: by row, then by column, then inside the cell."""
    return tuple(
        stelle
        for nummer, zeile in enumerate(synopse.zeilen)
        if zeigt(zeile, anzeige)
        for spalte, zelle in enumerate(zeile.zellen)
        if verglichen(zelle)
        for stelle in _in_zelle(zelle, nummer, spalte, anzeige)
    )


def _in_zelle(zelle: SynopsenZelle, nummer: int, spalte: int, anzeige: Anzeige) -> Iterator[Stelle]:
    """Runs of pieces that differ; nothing but white space between two makes them one."""
    teile = zelle.teile or ()
    if zelle.art in (Zeilenart.EINGEFUEGT, Zeilenart.GESTRICHEN):
        yield Stelle(nummer, spalte, 0, len(teile))
        return
    beginn: int | None = None
    ende = 0
    gefunden = False
    for k, teil in enumerate(teile):
        if teil.art is Teilart.NEU or (teil.art is Teilart.WEG and anzeige.gestrichenes):
            beginn = k if beginn is None else beginn
            ende = k + 1
        elif beginn is not None and teil.neu.strip():
            yield Stelle(nummer, spalte, beginn, ende)
            beginn, gefunden = None, True
    if beginn is not None:
        yield Stelle(nummer, spalte, beginn, ende)
    elif not gefunden and zelle.art is not Zeilenart.GEAENDERT:
        yield Stelle(nummer, spalte, 0, 0)


def zahlen(synopse: Synopse, anzeige: Anzeige) -> tuple[Spaltenzahlen, ...]:
    """The figures of each column over the rows shown."""
    ergebnis = []
    for spalte in range(len(synopse.spalten)):
        neu = weg = punkte = 0
        for zeile in synopse.zeilen:
            zelle = zeile.zellen[spalte]
            if zeile.bereich is Bereich.PUNKTE:
                punkte += len(zelle.punkte)
            if zelle.teile is None or not verglichen(zelle) or not zeigt(zeile, anzeige):
                continue
            for teil in zelle.teile:
                if teil.art is Teilart.NEU:
                    neu += len(teil.neu.split())
                elif teil.art is Teilart.WEG:
                    weg += len(teil.alt.split())
        ergebnis.append(Spaltenzahlen(punkte, neu, weg))
    return tuple(ergebnis)


def bezeichnungen(fassungen: Sequence[Fassung]) -> tuple[tuple[str, ...], ...]:
    """For each column the names of its points in preorder: "2", "2 a", "" without number."""
    return tuple(
        tuple(" ".join(teil for teil in pfad if teil) for pfad, _ in mit_tiefe(f.punkte))
        for f in fassungen
    )


def rows(
    synopse: Synopse, namen: Sequence[Sequence[str]], anzeige: Anzeige
) -> tuple[VergleichRow, ...]:
    """The rows of the table."""
    gezeigt = [n for n, zeile in enumerate(synopse.zeilen) if zeigt(zeile, anzeige)]
    sichtbar = _mit_umfeld(synopse, gezeigt) if anzeige.nur_aenderungen else frozenset(gezeigt)
    mit_titel = len({synopse.zeilen[n].bereich for n in gezeigt}) > 1
    ergebnis: list[VergleichRow] = []
    zaehler = dict.fromkeys(Bereich, 0)
    k = 0
    while k < len(gezeigt):
        nummer = gezeigt[k]
        bereich = synopse.zeilen[nummer].bereich
        if mit_titel and not zaehler[bereich]:
            ergebnis.append(VergleichRow(Rowart.ABSCHNITT, nummer, nummer, BEREICHE[bereich], ""))
        ende = k
        while (
            ende < len(gezeigt)
            and gezeigt[ende] not in sichtbar
            and synopse.zeilen[gezeigt[ende]].bereich is bereich
        ):
            ende += 1
        if ende - k >= _MINDESTLUECKE and nummer not in anzeige.offen:
            ergebnis.append(_luecke(nummer, gezeigt[ende - 1] + 1, bereich))
            zaehler[bereich] += ende - k
            k = ende
            continue
        for n in gezeigt[k : max(ende, k + 1)]:
            zaehler[bereich] += 1
            ergebnis.append(_row(synopse.zeilen[n], n, namen, zaehler[bereich]))
        k = max(ende, k + 1)
    if not anzeige.begruendung:
        ergebnis += _begruendung_gefaltet(synopse)
    return tuple(ergebnis)


def _mit_umfeld(synopse: Synopse, gezeigt: Sequence[int]) -> frozenset[int]:
    sichtbar: set[int] = set()
    for k, n in enumerate(gezeigt):
        if any(map(verglichen, synopse.zeilen[n].zellen)):
            sichtbar.update(gezeigt[max(0, k - _UMFELD) : k + _UMFELD + 1])
    return frozenset(sichtbar)


def _luecke(von: int, bis: int, bereich: Bereich) -> VergleichRow:
    wort = "Punkte" if bereich is Bereich.PUNKTE else "Absätze"
    return VergleichRow(Rowart.LUECKE, von, bis, f"{bis - von} unveränderte {wort} zeigen", "")


def _begruendung_gefaltet(synopse: Synopse) -> list[VergleichRow]:
    nummern = [n for n, z in enumerate(synopse.zeilen) if z.bereich is Bereich.BEGRUENDUNG]
    if not nummern:
        return []
    anzahl = [
        sum(bool(synopse.zeilen[n].zellen[spalte].punkte) for n in nummern)
        for spalte in range(len(synopse.spalten))
    ]
    text = f"Begründung ({' | '.join(map(str, anzahl))} Absätze) zeigen"
    return [VergleichRow(Rowart.LUECKE, nummern[0], nummern[-1] + 1, text, "")]


def _row(
    zeile: SynopsenZeile, nummer: int, namen: Sequence[Sequence[str]], lfd: int
) -> VergleichRow:
    if zeile.bereich is Bereich.BETREFF:
        return VergleichRow(Rowart.ZEILE, nummer, nummer + 1, "Betreff", "")
    if zeile.bereich is not Bereich.PUNKTE:
        name = f"{BEREICHE[zeile.bereich]}, Absatz {lfd}"
        return VergleichRow(Rowart.ZEILE, nummer, nummer + 1, name, str(lfd))
    kurz = zeilenname(zeile, namen)
    name = f"Punkt {kurz}" if kurz else "Punkt ohne Nummer"
    return VergleichRow(Rowart.ZEILE, nummer, nummer + 1, name, kurz or "–")


def zeilenname(zeile: SynopsenZeile, namen: Sequence[Sequence[str]]) -> str:
    """The number of a point in the last column that has one, "" if none has."""
    for spalte in range(len(zeile.zellen) - 1, -1, -1):
        for ort in zeile.zellen[spalte].punkte:
            if namen[spalte][ort]:
                return namen[spalte][ort]
    return ""
