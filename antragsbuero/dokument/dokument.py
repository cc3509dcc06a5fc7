"""The neutral text that readers produce and writers print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Marke(StrEnum):
    """Meaning of a run that a writer shows by colour and line alike."""

    EINGEFUEGT = "EINGEFUEGT"
    GESTRICHEN = "GESTRICHEN"
    VERSCHOBEN = "VERSCHOBEN"
    FRIST = "FRIST"
    LEISE = "LEISE"
    """Secondary words: hints, kinds of rows."""


@dataclass(frozen=True, slots=True)
class Textlauf:
    """Characters of one look; `verweis` is an address ("https://…") or "#" and an anchor."""

    text: str
    fett: bool = False
    kursiv: bool = False
    unterstrichen: bool = False
    marke: Marke | None = None
    verweis: str = ""


@dataclass(frozen=True, slots=True)
class Textstelle:
    """A place in the source text, in characters: from `von` up to, not including, `bis`."""

    von: int
    bis: int


class Textrolle(StrEnum):
    """What a paragraph is for in the paper; writers choose their styles by it."""

    TEXT = "TEXT"
    ZITAT = "ZITAT"
    KOPFZEILE = "KOPFZEILE"
    """A line of the head: its name, a tab, its value."""
    HINWEIS = "HINWEIS"
    """Small print: legends, notes."""
    UNTERSCHRIFT = "UNTERSCHRIFT"


@dataclass(frozen=True, slots=True)
class Textabsatz:
    """One paragraph of runs; `stelle` is None in documents that the program composes.

    `marke` sets the whole paragraph off by a bar, as a notice about a Frist.
    """

    laeufe: tuple[Textlauf, ...]
    rolle: Textrolle = Textrolle.TEXT
    stelle: Textstelle | None = None
    marke: Marke | None = None

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(lauf.text for lauf in self.laeufe)


@dataclass(frozen=True, slots=True)
class Ueberschrift:
    """A heading; `stufe` 1 is the title, `anker` what a Verweis "#…" points to."""

    stufe: int
    text: str
    stelle: Textstelle | None = None
    anker: str = ""


@dataclass(frozen=True, slots=True)
class Zelle:
    """A cell of a table; `kopf` True makes it a row header.

    `spalten` and `zeilen` are how many columns and rows it covers. A cell of Marke.LEISE
    stands for nothing and is centred.
    """

    absaetze: tuple[Textabsatz, ...]
    marke: Marke | None = None
    kopf: bool = False
    spalten: int = 1
    zeilen: int = 1


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table with header rows that repeat on each page.

    `breiten` are shares of the width, one a column. `beschreibung` is the alternative text.
    """

    kopf: tuple[tuple[Zelle, ...], ...]
    zeilen: tuple[tuple[Zelle, ...], ...]
    breiten: tuple[float, ...]
    beschreibung: str
    stelle: Textstelle | None = None


@dataclass(frozen=True, slots=True)
class Listenpunkt:
    """One entry: its label as written ("1.", "a)", "•"; "" for none), words, sub-entries.

    `absaetze` are its paragraphs, with tables between or behind them.
    """

    zeichen: str
    absaetze: tuple[Textabsatz | Tabelle, ...]
    punkte: tuple[Listenpunkt, ...] = ()


@dataclass(frozen=True, slots=True)
class Liste:
    """A list of entries; `nummeriert` False means bullets."""

    punkte: tuple[Listenpunkt, ...]
    nummeriert: bool = True


@dataclass(frozen=True, slots=True)
class Bild:
    """A picture: the bytes of a PNG or JPEG file; `beschreibung` is the alternative text.

    `breite` in mm, 0 for the whole width of the text; the height follows.
    """

    inhalt: bytes
    beschreibung: str
    breite: float = 0.0


Block = Ueberschrift | Textabsatz | Liste | Tabelle | Bild


@dataclass(frozen=True, slots=True)
class Feld:
    """What a Briefkopf shows in the content controls of that name ("ab.betreff")."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Dokument:
    """A whole text with what a file needs beside it.

    `quelltext` is the text that `stelle` values point into, "" for composed documents.
    `kopfzeile` and `fusszeile` stand on every page; "Seite x von y" is added by the writer.
    `verfasser` is the faction, never a person of the office. `entwurf` is printed on every
    page. `serifen` sets the text in a face with serifs. `zeilennummern` numbers the lines of
    the text in the margin. `logo` stands above the text of the first page, on
    the right, at most 25 mm high; its `breite` 0 means 50 mm.

    `felder` fill a Briefkopf, which shows by itself what stands in the first `rumpf` blocks:
    title and head; 0 where the whole text is its body.
    """

    titel: str
    bloecke: tuple[Block, ...]
    quelltext: str = ""
    kopfzeile: tuple[str, str] = ("", "")
    fusszeile: str = ""
    verfasser: str = ""
    querformat: bool = False
    entwurf: bool = False
    sprache: str = "de-DE"
    serifen: bool = False
    zeilennummern: bool = False
    logo: Bild | None = None
    felder: tuple[Feld, ...] = ()
    rumpf: int = 0


def textabsatz(text: str, rolle: Textrolle = Textrolle.TEXT) -> Textabsatz:
    """A paragraph of one plain run."""
    return Textabsatz((Textlauf(text),), rolle)
