"""The Synopse: the one result that screen, print, Word, HTML and JSON show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from antragsbuero.domain.frist import Frist


class Bereich(StrEnum):
    """Which part of the Fassungen a row belongs to."""

    BETREFF = "BETREFF"
    VORSPANN = "VORSPANN"
    PUNKTE = "PUNKTE"
    BEGRUENDUNG = "BEGRUENDUNG"


class Zeilenart(StrEnum):
    """What became of a point against its base column."""

    UNVERAENDERT = "UNVERAENDERT"
    GEAENDERT = "GEAENDERT"
    EINGEFUEGT = "EINGEFUEGT"
    GESTRICHEN = "GESTRICHEN"
    VERSCHOBEN = "VERSCHOBEN"
    GETEILT = "GETEILT"
    ZUSAMMENGEFASST = "ZUSAMMENGEFASST"


class Teilart(StrEnum):
    """Kinds of pieces of a word difference; the values are those of the JSON."""

    GLEICH = "="
    VARIANTE = "~"
    """A typographic variant (white space, quotes, dashes, Unicode form): no change."""
    WEG = "-"
    NEU = "+"


@dataclass(frozen=True, slots=True)
class Textteil:
    """One piece: `alt` in the base column, `neu` in this one ("" where it is missing).

    The `alt` of all pieces rebuild the base text to the letter, the `neu` this one's.
    `wanderung` is the index of the row where a moved sentence went to or came from.
    """

    art: Teilart
    alt: str
    neu: str
    wanderung: int | None = None


@dataclass(frozen=True, slots=True)
class SynopsenZelle:
    """One column of a row.

    `punkte` are indexes in the preorder list of the Bereich, `nummern` their numbers as
    written, `text` their texts joined by line breaks. `art` and `teile` tell the difference
    to the base column; None in the column without one. `war` are the indexes in the base
    column of a moved point, `nummer_geaendert` a change of number only.
    """

    punkte: tuple[int, ...]
    nummern: tuple[str, ...]
    text: str
    art: Zeilenart | None
    teile: tuple[Textteil, ...] | None
    nummer_geaendert: bool = False
    war: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SynopsenZeile:
    """The points that belong together across all columns."""

    bereich: Bereich
    zellen: tuple[SynopsenZelle, ...]

    @property
    def art(self) -> Zeilenart:
        """That of the last column which is not UNVERAENDERT."""
        for zelle in reversed(self.zellen):
            if zelle.art not in (None, Zeilenart.UNVERAENDERT):
                return zelle.art
        return Zeilenart.UNVERAENDERT

    @property
    def nummer_geaendert(self) -> bool:
        """Whether any column changes the number."""
        return any(zelle.nummer_geaendert for zelle in self.zellen)


@dataclass(frozen=True, slots=True)
class SynopsenSpalte:
    """A column: its title, the kennung of its Fassung, the index of its base (None: first)."""

    titel: str
    fassung: str
    basis: int | None


class Aenderungsart(StrEnum):
    """What became of a Frist or a sum of money."""

    GEAENDERT = "GEAENDERT"
    ENTFALLEN = "ENTFALLEN"
    NEU = "NEU"


@dataclass(frozen=True, slots=True)
class Fristaenderung:
    """A Frist of row `zeile` that differs between column `spalte` and its base.

    A dated Frist that became undated is GEAENDERT; `datum_verloren` says so.
    """

    art: Aenderungsart
    vorher: Frist | None
    nachher: Frist | None
    zeile: int
    spalte: int

    @property
    def datum_verloren(self) -> bool:
        """Whether a day was fixed before and none is now."""
        return bool(self.vorher and self.vorher.datum) and not (self.nachher and self.nachher.datum)


@dataclass(frozen=True, slots=True)
class Betragsaenderung:
    """A sum of money, as written, that differs between column `spalte` and its base."""

    art: Aenderungsart
    vorher: str
    nachher: str
    zeile: int
    spalte: int


@dataclass(frozen=True, slots=True)
class Synopse:
    """Two to four Fassungen side by side."""

    spalten: tuple[SynopsenSpalte, ...]
    zeilen: tuple[SynopsenZeile, ...]
    fristen: tuple[Fristaenderung, ...] = ()
    betraege: tuple[Betragsaenderung, ...] = ()
