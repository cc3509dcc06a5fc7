"""What people call the rows and points of a comparison, worked out when asked; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from antragsbuero.comparison.synopse import Bereich, Synopse
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung

BEREICHE = {
    Bereich.BETREFF: "Betreff",
    Bereich.VORSPANN: "Vorspann",
    Bereich.PUNKTE: "Beschlusspunkte",
    Bereich.BEGRUENDUNG: "Begründung",
}
_Punkte = tuple[list[Beschlusspunkt], list[int]]
"""Points in preorder, and for each the place of the one above it (-1 for none)."""


class Namen:
    """Names of one Synopse."""

    def __init__(self, synopse: Synopse, fassungen: Sequence[Fassung]) -> None:
        self._synopse = synopse
        self._fassungen = fassungen
        self._punkte: dict[int, _Punkte] = {}

    def punkte(self, spalte: int) -> list[Beschlusspunkt]:
        """The points of a column in preorder."""
        return self._reihe(spalte)[0]

    def punkt(self, spalte: int, ort: int) -> str:
        """The number of a point with those above it: "2 a"; "" for one without numbers."""
        punkte, oben = self._reihe(spalte)
        teile: list[str] = []
        while ort >= 0:
            teile.append(punkte[ort].bezeichnung)
            ort = oben[ort]
        return " ".join(teil for teil in reversed(teile) if teil)

    def nummer(self, zeile: int) -> str:
        """The number of a row of points in the last column that has one, "" if none has."""
        zellen = self._synopse.zeilen[zeile].zellen
        for spalte in range(len(zellen) - 1, -1, -1):
            for ort in zellen[spalte].punkte:
                if name := self.punkt(spalte, ort):
                    return name
        return ""

    def zeile(self, zeile: int, lfd: int) -> str:
        """„Punkt 2 a“, „Begründung, Absatz 3“; `lfd` counts the rows of its part from 1."""
        bereich = self._synopse.zeilen[zeile].bereich
        if bereich is Bereich.BETREFF:
            return BEREICHE[bereich]
        if bereich is not Bereich.PUNKTE:
            return f"{BEREICHE[bereich]}, Absatz {lfd}"
        return f"Punkt {self.nummer(zeile) or 'ohne Nummer'}"

    def kurz(self, zeile: int, lfd: int) -> str:
        """What stands in the first column: "2 a", "3", "–", "" for the Betreff."""
        bereich = self._synopse.zeilen[zeile].bereich
        if bereich is Bereich.BETREFF:
            return ""
        return self.nummer(zeile) or "–" if bereich is Bereich.PUNKTE else str(lfd)

    def _reihe(self, spalte: int) -> _Punkte:
        if spalte not in self._punkte:
            punkte: list[Beschlusspunkt] = []
            oben: list[int] = []
            _sammle(self._fassungen[spalte].punkte, -1, punkte, oben)
            self._punkte[spalte] = punkte, oben
        return self._punkte[spalte]


def _sammle(
    stufe: Iterable[Beschlusspunkt], ueber: int, punkte: list[Beschlusspunkt], oben: list[int]
) -> None:
    for punkt in stufe:
        ort = len(punkte)
        punkte.append(punkt)
        oben.append(ueber)
        if punkt.punkte:
            _sammle(punkt.punkte, ort, punkte, oben)
