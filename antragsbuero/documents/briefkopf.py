"""What stands at the head of the papers that a faction sends out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from antragsbuero.dokument.dokument import (
    Bild,
    Block,
    Feld,
    Tabelle,
    Ueberschrift,
    Zelle,
    textabsatz,
)

_UNBENANNT = "Für die Einreichenden"


@dataclass(frozen=True, slots=True)
class Briefkopfdaten:
    """Names of the faction and its council; `anschrift` are the lines of the address.

    `anrede` opens letters to the mayor, as the Ratsprofil words it. `fusszeile` are lines for
    the foot of every page; `logo` stands above the first one.
    """

    fraktion: str
    anschrift: tuple[str, ...] = ()
    stadt: str = ""
    rat: str = ""
    anrede: str = "Sehr geehrte Damen und Herren,"
    fusszeile: tuple[str, ...] = ()
    logo: Bild | None = None

    @property
    def kopfzeile(self) -> str:
        """The left side of the head of every page: the faction, below it the address."""
        return "\n".join(zeile for zeile in (self.fraktion, " · ".join(self.anschrift)) if zeile)

    def fuss(self, papier: str) -> str:
        """The foot of every page: the lines of the faction, then the name of the paper."""
        return "\n".join(zeile for zeile in (*self.fusszeile, papier) if zeile)

    def neutral(self) -> Briefkopfdaten:
        """The same council without any sign of our faction, for papers of several or of others."""
        return replace(self, fraktion="", anschrift=(), fusszeile=(), logo=None)


def felder(kopf: Briefkopfdaten, /, papier: str, **werte: str) -> tuple[Feld, ...]:
    """What the content controls of a Briefkopf show, as "ab.betreff"; empty values too.

    A control that is named by none of them is emptied by the writer as well.
    """
    alle = {
        "fraktion": kopf.fraktion,
        "anschrift": "\n".join(kopf.anschrift),
        "fusszeile": "\n".join(kopf.fusszeile),
        "papier": papier,
        **werte,
    }
    return tuple(Feld(f"ab.{name}", text) for name, text in alle.items())


def gemeinsam(einreicher: Sequence[str]) -> bool:
    """Whether a paper comes from several and so has a neutral head."""
    return len(einreicher) > 1


def unterschriften(einreicher: Iterable[str]) -> tuple[Block, ...]:
    """A table with one row to sign for each Einreicher, in their order; one where none is known."""
    leer = Zelle((textabsatz(""), textabsatz("")))
    zeilen = tuple(
        (Zelle((textabsatz(name),), kopf=True), leer, leer)
        for name in [n for n in einreicher if n] or [_UNBENANNT]
    )
    kopf = tuple(Zelle((textabsatz(w),)) for w in ("Einreicher", "Ort, Datum", "Unterschrift"))
    return (
        Ueberschrift(2, "Unterschriften"),
        Tabelle((kopf,), zeilen, (6.0, 4.0, 6.0), "Unterschriften: eine Zeile je Einreicher"),
    )
