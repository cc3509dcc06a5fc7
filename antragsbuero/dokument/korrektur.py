"""The neutral text of two wordings in one: what stays, what was put in, what was struck out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from antragsbuero.dokument.dokument import Dokument, Marke, Textlauf, Textrolle


@dataclass(frozen=True, slots=True)
class Absatzform:
    """How a paragraph looks: `stufe` of a heading (0: none), `ebene` in a list (-1: none).

    `mit_zeichen` paragraphs begin with their label and a tab. A `luecke` is the empty paragraph
    behind a table.
    """

    rolle: Textrolle = Textrolle.TEXT
    stufe: int = 0
    ebene: int = -1
    mit_zeichen: bool = False
    luecke: bool = False


@dataclass(frozen=True, slots=True)
class Korrekturabsatz:
    """A paragraph whose runs are old (GESTRICHEN), new (EINGEFUEGT) or both (no mark).

    `ende` says the same of the end of the paragraph: without it the next paragraph goes on
    in this one. `umzug` above 0 is the number of a move: paragraphs that share it went at one
    place and came at another.
    """

    laeufe: tuple[Textlauf, ...]
    form: Absatzform = Absatzform()
    ende: Marke | None = None
    umzug: int = 0


@dataclass(frozen=True, slots=True)
class Korrekturzeile:
    """A row with one paragraph a cell; `marke` of the row as a whole."""

    zellen: tuple[Korrekturabsatz, ...]
    marke: Marke | None = None


@dataclass(frozen=True, slots=True)
class Korrekturtabelle:
    """A table; the first `kopfzeilen` rows are its head. `breiten` are shares of the width."""

    zeilen: tuple[Korrekturzeile, ...]
    kopfzeilen: int
    breiten: tuple[float, ...]
    beschreibung: str

    @property
    def marke(self) -> Marke | None:
        """That of all rows, None where they differ."""
        marken = {zeile.marke for zeile in self.zeilen}
        return marken.pop() if len(marken) == 1 else None


@dataclass(frozen=True, slots=True)
class Korrekturdokument:
    """The text with changes; `rahmen` is the newer paper and gives title, head and foot.

    `urheber` (the faction, never a person) and `zeitpunkt` (UTC) sign every change.
    """

    rahmen: Dokument
    bloecke: tuple[Korrekturabsatz | Korrekturtabelle, ...]
    urheber: str
    zeitpunkt: datetime
