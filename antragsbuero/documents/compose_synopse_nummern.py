"""How the printed Synopse names points and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antragsbuero.comparison.synopse import Bereich, Synopse, SynopsenZeile, Zeilenart

Nummern = dict[tuple[Bereich, int], str]
"""Names by Bereich and index of the point in its column."""

_NAMEN = {Bereich.BETREFF: "Betreff", Bereich.VORSPANN: "Vorspann"}
_ZIFFERN = re.compile(r"\d+")
_BUCHSTABEN = re.compile(r"[^\W\d_]+")


def spaltennummern(synopse: Synopse, spalte: int) -> Nummern:
    """The names of all points of a column: "2", "2 a)"; unnumbered ones count through."""
    nummern: Nummern = {}
    for bereich in Bereich:
        geschrieben: dict[int, str] = {}
        for zeile in synopse.zeilen:
            if zeile.bereich is bereich:
                zelle = zeile.zellen[spalte]
                geschrieben |= zip(zelle.punkte, zelle.nummern, strict=True)
        for punkt, name in _mit_oberpunkt(geschrieben).items():
            nummern[bereich, punkt] = name
    return nummern


def zeilennamen(synopse: Synopse, nummern: Sequence[Nummern]) -> list[str]:
    """The name of each row: for points the number in the newest column that has them.

    Paragraphs of the Begründung have no numbers of their own; their rows count through.
    """
    namen = []
    absatz = 0
    for zeile in synopse.zeilen:
        if zeile.bereich is Bereich.BEGRUENDUNG:
            absatz += 1
            namen.append(str(absatz))
        else:
            namen.append(_NAMEN.get(zeile.bereich) or _punktnummer(nummern, zeile))
    return namen


def _punktnummer(nummern: Sequence[Nummern], zeile: SynopsenZeile) -> str:
    spalten = [nr for nr, zelle in enumerate(zeile.zellen) if zelle.punkte]
    if not spalten:
        return ""
    neueste = spalten[-1]
    return ", ".join(
        nummern[neueste][zeile.bereich, punkt] for punkt in zeile.zellen[neueste].punkte
    )


def wort(zeile: SynopsenZeile) -> str:
    """What the things of that row are called."""
    return "Punkt" if zeile.bereich is Bereich.PUNKTE else "Absatz"


def ohne_begruendung(synopse: Synopse) -> frozenset[int]:
    """The columns without any Begründung, as resolutions: nothing was struck out of them."""
    mit = {
        nr
        for zeile in synopse.zeilen
        if zeile.bereich is Bereich.BEGRUENDUNG
        for nr, zelle in enumerate(zeile.zellen)
        if zelle.punkte
    }
    return frozenset(range(len(synopse.spalten))) - mit


def veraendert(zeile: SynopsenZeile, ohne: frozenset[int]) -> bool:
    """Whether anything changed in a row, apart from columns that have no Begründung."""
    return any(
        zelle.art not in (None, Zeilenart.UNVERAENDERT) or zelle.nummer_geaendert
        for nr, zelle in enumerate(zeile.zellen)
        if zeile.bereich is not Bereich.BEGRUENDUNG or nr not in ohne
    )


def _mit_oberpunkt(geschrieben: dict[int, str]) -> dict[int, str]:
    """Sub-points get the number of the point they belong to in front.

    The Synopse lists points in preorder without their depth: a number of a new form opens a
    level, one of a known form goes back to it.
    """
    ergebnis: dict[int, str] = {}
    formen: list[str] = []
    pfad: list[str] = []
    for punkt, nummer in sorted(geschrieben.items()):
        kurz = _kurz(nummer)
        if not kurz:
            ergebnis[punkt] = str(punkt + 1)
            continue
        form = _form(nummer)
        tiefe = formen.index(form) if form in formen else len(formen)
        formen[tiefe:] = [form]
        oben = pfad[tiefe - 1] if tiefe else ""
        name = kurz if not oben or kurz.startswith(f"{oben}.") else f"{oben} {kurz}"
        pfad[tiefe:] = [name]
        ergebnis[punkt] = name
    return ergebnis


def _form(nummer: str) -> str:
    return _BUCHSTABEN.sub("a", _ZIFFERN.sub("1", nummer.strip()))


def _kurz(nummer: str) -> str:
    """The number without its dot, as people name it; other signs stay as written."""
    ohne = nummer.strip().removesuffix(".")
    return ohne if ohne.replace(".", "").isdecimal() else nummer.strip()
