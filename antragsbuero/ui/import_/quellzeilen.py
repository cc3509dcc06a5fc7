"""The source in lines, each with what was recognised on it; no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from antragsbuero.dokument.reinigung import ZEILENUMBRUCH
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.ui.import_.fundort import Fundstelle, Stelle
from antragsbuero.ui.import_.rows import Teilart, TeilRow, passage_schluessel, text_schluessel

BREITE = 2000
"""Characters of a line that are shown as one; a longer one goes on in the next without number."""


@dataclass(frozen=True, slots=True)
class Quellzeile:
    """A line: its place, its number (0 where a long line goes on), what it is.

    `farbe` and `flaeche` are tokens of the theme, "" for none; `teil` is the key of the part
    it belongs to, "" for none. `kopf` marks headings of papers.
    """

    von: int
    bis: int
    nummer: int
    name: str = ""
    farbe: str = ""
    flaeche: str = ""
    teil: str = ""
    kopf: bool = False


def schneide(quelltext: str) -> tuple[Quellzeile, ...]:
    """The lines of the source, without what was recognised."""
    zeilen: list[Quellzeile] = []
    ort = 0
    stellen = [m.span() for m in ZEILENUMBRUCH.finditer(quelltext)]
    for nummer, (ende, naechste) in enumerate([*stellen, (len(quelltext), -1)], 1):
        erste = True
        while erste or ort < ende:
            bis = ende if ende - ort <= BREITE else _schnitt(quelltext, ort)
            zeilen.append(Quellzeile(ort, bis, nummer if erste else 0))
            ort, erste = bis, False
        ort = naechste
    return tuple(zeilen)


def _schnitt(text: str, von: int) -> int:
    """Where a long line is cut: after the last blank that fits, at the latest at BREITE."""
    leer = text.rfind(" ", von + BREITE // 2, von + BREITE)
    return leer + 1 if leer >= 0 else von + BREITE


@dataclass(frozen=True, slots=True)
class _Marke:
    stelle: Stelle
    name: str
    farbe: str
    flaeche: str
    teil: str
    kopf: bool = False


def markiere(
    zeilen: Sequence[Quellzeile],
    vorschlag: Importvorschlag,
    funde: Sequence[Fundstelle],
    koepfe: Mapping[str, Stelle],
    teile: Sequence[TeilRow],
) -> tuple[Quellzeile, ...]:
    """The lines with name and colour of what was recognised on them; doubts are amber."""
    anfaenge = [zeile.von for zeile in zeilen]
    neu = list(zeilen)

    def setze(marke: _Marke, *, nur_leere: bool = False) -> None:
        n = max(0, bisect_right(anfaenge, marke.stelle.von) - 1)
        name = marke.name
        while n < len(neu) and neu[n].von < max(marke.stelle.bis, marke.stelle.von + 1):
            if not (nur_leere and neu[n].teil):
                neu[n] = replace(
                    zeilen[n], name=name, farbe=marke.farbe, flaeche=marke.flaeche,
                    teil=marke.teil, kopf=marke.kopf,
                )  # fmt: skip
                name = ""
            n += 1

    for marke in _marken(vorschlag, funde, koepfe, teile):
        setze(marke)
    for marke in _passagen(vorschlag):
        setze(marke, nur_leere=True)
    for zweifel in vorschlag.zweifel:
        if zweifel.bis - zweifel.von < len(vorschlag.quelltext):
            _bezweifle(neu, anfaenge, Stelle(zweifel.von, zweifel.bis))
    return tuple(neu)


def _bezweifle(neu: list[Quellzeile], anfaenge: list[int], stelle: Stelle) -> None:
    n = max(0, bisect_right(anfaenge, stelle.von) - 1)
    erste = True
    while n < len(neu) and neu[n].von < stelle.bis:
        alt = neu[n]
        name = f"{alt.name} ?".strip() if erste else alt.name
        neu[n] = replace(alt, farbe="gelb", flaeche="gelbf", name=name)
        erste = False
        n += 1


def _marken(
    vorschlag: Importvorschlag,
    funde: Sequence[Fundstelle],
    koepfe: Mapping[str, Stelle],
    teile: Sequence[TeilRow],
) -> Iterator[_Marke]:
    titel = {row.schluessel: row for row in teile}
    orte = sorted((fund.stelle.von, fund.stelle.bis) for fund in funde)
    for fund in funde:
        row = titel.get(text_schluessel(fund.ort))
        if row is not None:
            farbe = row.farbe if row.farbe != "text2" else "linie2"
            yield _Marke(fund.stelle, row.titel, farbe, "", row.schluessel)
    for kennung, stelle in koepfe.items():
        row = next((titel[k] for k in (f"{a}:{kennung}" for a in "FBV") if k in titel), None)
        n = bisect_right(orte, (stelle.von, len(vorschlag.quelltext))) - 1
        if row is None or (n >= 0 and stelle.von < orte[n][1]):
            continue  # the paper has no heading: its text begins at once
        flaeche = "verf" if row.farbe == "ver" else "akzentflaeche"
        if row.art is Teilart.VORGANG:
            yield _Marke(stelle, "Betreff", "akzent", flaeche, row.schluessel, kopf=True)
            continue
        kopf = Stelle(stelle.von, stelle.von + 1)
        yield _Marke(kopf, row.titel, row.farbe, flaeche, row.schluessel, kopf=True)


def _passagen(vorschlag: Importvorschlag) -> Iterator[_Marke]:
    for passage in vorschlag.ausgelassen:
        stelle = Stelle(passage.von, passage.bis)
        schluessel = passage_schluessel(passage)
        if passage.grund:
            yield _Marke(stelle, passage.grund, "linie", "", schluessel)
        else:
            yield _Marke(stelle, "Nicht übernommen", "gelb", "gelbf", schluessel)


def zeile_an(zeilen: Sequence[Quellzeile], ort: int) -> int:
    """The index of the line that holds a place of the source."""
    return max(0, bisect_right(zeilen, ort, key=lambda zeile: zeile.von) - 1)


def zeilennummer(zeilen: Sequence[Quellzeile], ort: int) -> int:
    """The number of the line that holds a place, counted from 1."""
    n = zeile_an(zeilen, ort)
    while n > 0 and not zeilen[n].nummer:
        n -= 1
    return zeilen[n].nummer
