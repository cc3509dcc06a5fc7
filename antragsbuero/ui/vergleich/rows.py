"""Rows of the comparison, the places of all changes and the heads of the columns; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from antragsbuero.comparison.synopse import (
    Bereich,
    Synopse,
    SynopsenZeile,
    SynopsenZelle,
    Teilart,
    Zeilenart,
)
from antragsbuero.ui.vergleich.namen import BEREICHE, Namen

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

    `titel` are the words of a title or fold; `lfd` counts the rows of a part from 1.
    """

    art: Rowart
    von: int
    bis: int
    titel: str
    lfd: int
    namen: Namen = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """How people call the row: "Punkt 2 a"."""
        return self.titel or self.namen.zeile(self.von, self.lfd)

    @property
    def kurz(self) -> str:
        """What stands in the first column."""
        return "" if self.titel else self.namen.kurz(self.von, self.lfd)


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
    """What a column changes, in words."""

    neu: int
    weg: int


@dataclass(frozen=True, slots=True)
class Anzeige:
    """What a person wants to see of a Synopse; `offen` are folds opened by hand."""

    nur_aenderungen: bool = False
    gestrichenes: bool = True
    begruendung: bool = False
    offen: frozenset[int] = frozenset()

    def mit(
        self,
        *,
        nur_aenderungen: bool | None = None,
        gestrichenes: bool | None = None,
        begruendung: bool | None = None,
    ) -> Anzeige:
        """Another wish; None leaves as it is, other rows begin with all folds closed."""
        return Anzeige(
            self.nur_aenderungen if nur_aenderungen is None else nur_aenderungen,
            self.gestrichenes if gestrichenes is None else gestrichenes,
            self.begruendung if begruendung is None else begruendung,
            self.offen if nur_aenderungen is None else frozenset(),
        )


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
    gleich = (None, Zeilenart.UNVERAENDERT)
    return tuple(
        stelle
        for nummer, zeile in enumerate(synopse.zeilen)
        for spalte, zelle in enumerate(zeile.zellen)
        if zelle.art not in gleich and zeigt(zeile, anzeige)
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


def zahlen(synopse: Synopse, orte: Sequence[Stelle]) -> tuple[Spaltenzahlen, ...]:
    """The figures of each column over these changes."""
    neu, weg = [0] * len(synopse.spalten), [0] * len(synopse.spalten)
    for ort in orte:
        for teil in (synopse.zeilen[ort.zeile].zellen[ort.spalte].teile or ())[ort.von : ort.bis]:
            if teil.art is Teilart.NEU:
                neu[ort.spalte] += len(teil.neu.split())
            elif teil.art is Teilart.WEG:
                weg[ort.spalte] += len(teil.alt.split())
    return tuple(Spaltenzahlen(*paar) for paar in zip(neu, weg, strict=True))


def rows(synopse: Synopse, namen: Namen, anzeige: Anzeige) -> tuple[VergleichRow, ...]:
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
            ergebnis.append(
                VergleichRow(Rowart.ABSCHNITT, nummer, nummer, BEREICHE[bereich], 0, namen)
            )
        ende = k
        while (
            ende < len(gezeigt)
            and gezeigt[ende] not in sichtbar
            and synopse.zeilen[gezeigt[ende]].bereich is bereich
        ):
            ende += 1
        if ende - k >= _MINDESTLUECKE and nummer not in anzeige.offen:
            ergebnis.append(_luecke(nummer, gezeigt[ende - 1] + 1, bereich, namen))
            zaehler[bereich] += ende - k
            k = ende
            continue
        for n in gezeigt[k : max(ende, k + 1)]:
            zaehler[bereich] += 1
            ergebnis.append(VergleichRow(Rowart.ZEILE, n, n + 1, "", zaehler[bereich], namen))
        k = max(ende, k + 1)
    if not anzeige.begruendung:
        ergebnis += _begruendung_gefaltet(synopse, namen)
    return tuple(ergebnis)


def _mit_umfeld(synopse: Synopse, gezeigt: Sequence[int]) -> frozenset[int]:
    sichtbar: set[int] = set()
    for k, n in enumerate(gezeigt):
        if any(map(verglichen, synopse.zeilen[n].zellen)):
            sichtbar.update(gezeigt[max(0, k - _UMFELD) : k + _UMFELD + 1])
    return frozenset(sichtbar)


def _luecke(von: int, bis: int, bereich: Bereich, namen: Namen) -> VergleichRow:
    wort = "Punkte" if bereich is Bereich.PUNKTE else "Absätze"
    text = f"{bis - von} unveränderte {wort} zeigen"
    return VergleichRow(Rowart.LUECKE, von, bis, text, 0, namen)


def _begruendung_gefaltet(synopse: Synopse, namen: Namen) -> list[VergleichRow]:
    nummern = [n for n, z in enumerate(synopse.zeilen) if z.bereich is Bereich.BEGRUENDUNG]
    if not nummern:
        return []
    anzahl = [
        sum(bool(synopse.zeilen[n].zellen[spalte].punkte) for n in nummern)
        for spalte in range(len(synopse.spalten))
    ]
    text = f"Begründung ({' | '.join(map(str, anzahl))} Absätze) zeigen"
    return [VergleichRow(Rowart.LUECKE, nummern[0], nummern[-1] + 1, text, 0, namen)]
