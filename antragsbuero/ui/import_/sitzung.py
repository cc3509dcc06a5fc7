"""The sources under review: the proposals as corrected so far and where their parts stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from antragsbuero.documents.erkennung import Zweifel
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.ui.import_.fundort import (
    Fundstelle,
    Quellindex,
    Stelle,
    betreffstellen,
    finde_alle,
)
from antragsbuero.ui.import_.quellzeilen import Quellzeile, markiere, schneide, zeilennummer
from antragsbuero.ui.import_.rows import (
    Teilart,
    TeilRow,
    ZweifelRow,
    kopfstellen,
    teil_rows,
)


@dataclass(frozen=True, slots=True)
class Quelle:
    """A source with everything that is shown of it; built off the window's thread."""

    vorschlag: Importvorschlag
    index: Quellindex = field(repr=False)
    roh: tuple[Quellzeile, ...] = field(repr=False)
    zeilen: tuple[Quellzeile, ...] = field(repr=False)
    teile: tuple[TeilRow, ...] = field(repr=False)
    zweifel_am_anfang: int

    @property
    def zweifel(self) -> tuple[ZweifelRow, ...]:
        """The open doubts in the order of the source."""
        return tuple(_zweifel_row(z, self.roh) for z in self.vorschlag.zweifel)


@dataclass(slots=True)
class Pruefstand:
    """All sources under review, the one shown, the steps back, the Vorgang that takes them."""

    quellen: list[Quelle] = field(default_factory=list)
    zurueck: list[tuple[int, Importvorschlag]] = field(default_factory=list)
    aktuell: int = 0
    ziel: str = ""

    @property
    def quelle(self) -> Quelle:
        """The source shown."""
        return self.quellen[self.aktuell]


def nachfolger(schluessel: str, davor: Sequence[TeilRow], teile: Sequence[TeilRow]) -> str:
    """The part to be selected after a correction: the same, else the one that took its words.

    That is the part of the same place in the source, else the one before it in the list.
    """
    if any(row.schluessel == schluessel for row in teile) or not teile:
        return schluessel
    n, alt = next(
        ((n, row) for n, row in enumerate(davor) if row.schluessel == schluessel), (0, None)
    )
    if alt is not None and alt.stelle is not None:
        ort = alt.stelle.von
        for row in teile:
            texte = row.art in (Teilart.PUNKT, Teilart.TEXT, Teilart.BERICHTSTEIL)
            if texte and row.stelle is not None and row.stelle.von <= ort < row.stelle.bis:
                return row.schluessel
    return teile[min(max(n - 1, 0), len(teile) - 1)].schluessel


def baue_quelle(vorschlag: Importvorschlag) -> Quelle:
    """Looks up all parts in the source; takes as long as reading it once."""
    index = Quellindex(vorschlag.quelltext)
    leer = Quelle(vorschlag, index, schneide(vorschlag.quelltext), (), (), len(vorschlag.zweifel))
    return mit_vorschlag(leer, vorschlag)


def mit_vorschlag(quelle: Quelle, vorschlag: Importvorschlag) -> Quelle:
    """The source with a corrected proposal."""
    funde: tuple[Fundstelle, ...] = finde_alle(quelle.index, vorschlag)
    koepfe = kopfstellen(vorschlag) | betreffstellen(quelle.index, vorschlag)
    teile = teil_rows(vorschlag, funde, koepfe)
    zeilen = markiere(quelle.roh, vorschlag, funde, koepfe, teile)
    return replace(quelle, vorschlag=vorschlag, teile=teile, zeilen=zeilen)


def zweifel_schluessel(zweifel: Zweifel) -> str:
    """The key of the row of a doubt."""
    return f"{zweifel.von}:{zweifel.bis}:{zweifel.grund}:{zweifel.text}"


def _zweifel_row(zweifel: Zweifel, zeilen: tuple[Quellzeile, ...]) -> ZweifelRow:
    stelle = Stelle(zweifel.von, zweifel.bis)
    ort = ""
    if zweifel.bis > zweifel.von:
        ort = f"Zeile {zeilennummer(zeilen, zweifel.von)}"
    text = " ".join(zweifel.text.split())
    return ZweifelRow(zweifel_schluessel(zweifel), zweifel.grund, f"„{text}“" if text else "",
                      ort, stelle)  # fmt: skip
