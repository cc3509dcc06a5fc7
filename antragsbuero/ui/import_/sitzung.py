"""One source under review: the proposal as corrected so far and where its parts stand."""

from __future__ import annotations

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
from antragsbuero.ui.import_.rows import TeilRow, ZweifelRow, kopfstellen, teil_rows


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
