"""Bookkeeping of the source: every character is in a text, or it is named as left out."""

from __future__ import annotations

from collections.abc import Iterable

from antragsbuero.documents.erkennung import Ausgelassen, Zweifel
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.dokument.reinigung import reinige
from antragsbuero.domain.datumslesung import unmoegliche_daten

UEBERSCHRIFT = "Überschrift"
KOPFANGABE = "Kopfangabe"
SEITENRAHMEN = "Seitenrahmen"
FORMULARTEIL = "Formularteil"
WORTPROTOKOLL = "Wortprotokoll"


class Deckung:
    """Collects which places of the source went where, and the doubts on the way."""

    def __init__(self, quelltext: str) -> None:
        self._quelltext = quelltext
        self._genommen: list[tuple[int, int]] = []
        self._gelassen: list[tuple[int, int, str]] = []
        self._zweifel: list[Zweifel] = []

    def nimm(self, zeile: Zeile) -> None:
        """The words of the line stand in a text of a Vorgang, to the letter."""
        self._genommen.append((zeile.von, zeile.bis))

    def nimm_zeichen(self, zeile: Zeile) -> None:
        """The label before the line, set by a list, stands in the number of a point."""
        von = self._zeichenort(zeile)
        if von < zeile.von:
            self._genommen.append((von, von + len(zeile.zeichen)))

    def _zeichenort(self, zeile: Zeile) -> int:
        """Where the label of a list stands before the line; its own start without one."""
        if not zeile.zeichen:
            return zeile.von
        fenster = max(0, zeile.von - len(zeile.zeichen) - 8)
        von = self._quelltext.rfind(zeile.zeichen, fenster, zeile.von)
        if von < 0 or self._quelltext[von + len(zeile.zeichen) : zeile.von].strip():
            return zeile.von
        return von

    def lasse(self, zeile: Zeile, grund: str) -> None:
        """The words of the line stand in no text of a Vorgang."""
        von = self._zeichenort(zeile)
        if von < zeile.bis:
            self._gelassen.append((von, zeile.bis, grund))

    def lasse_alle(self, zeilen: Iterable[Zeile], grund: str) -> None:
        """The same for several lines."""
        for zeile in zeilen:
            self.lasse(zeile, grund)

    def bezweifle(self, grund: str, zeile: Zeile) -> None:
        """A person has to look at this line."""
        self._zweifel.append(Zweifel(grund, zeile.text[:200], zeile.von, zeile.bis))

    def bezweifle_daten(self, zeile: Zeile) -> None:
        """A person has to look at days that do not exist: nobody can count from them."""
        for worte in unmoegliche_daten(zeile.text):
            self.bezweifle(f"Den Tag „{worte}“ gibt es nicht.", zeile)

    def bezweifle_alles(self, grund: str) -> None:
        """A person has to look at the whole source."""
        self._zweifel.append(Zweifel(grund, "", 0, len(self._quelltext)))

    @property
    def zweifel(self) -> tuple[Zweifel, ...]:
        """The doubts in the order of the source."""
        return tuple(sorted(self._zweifel, key=lambda z: (z.von, z.bis)))

    def ausgelassen(self) -> tuple[Ausgelassen, ...]:
        """What was left out, by intention or because nothing took it, in order."""
        stellen: list[tuple[int, int, str]] = []
        for von, bis, grund in sorted([*self._gelassen, *self._luecken()]):
            if stellen and self._schliesst_an(stellen[-1], von, grund):
                stellen[-1] = (stellen[-1][0], max(bis, stellen[-1][1]), grund)
            else:
                stellen.append((von, bis, grund))
        return tuple(
            Ausgelassen(reinige(self._quelltext[von:bis]), von, bis, grund)
            for von, bis, grund in stellen
        )

    def _schliesst_an(self, davor: tuple[int, int, str], von: int, grund: str) -> bool:
        """Whether lines left out for one reason follow each other; headings stay single."""
        if grund in (UEBERSCHRIFT, SEITENRAHMEN) or davor[2] != grund:
            return False
        return not self._quelltext[davor[1] : von].strip()

    def _luecken(self) -> list[tuple[int, int, str]]:
        """The lines, or rests of lines, that nobody took."""
        belegt = sorted([*self._genommen, *((v, b) for v, b, _ in self._gelassen)])
        luecken: list[tuple[int, int, str]] = []
        ende = 0
        for von, bis in [*belegt, (len(self._quelltext), len(self._quelltext))]:
            if ende < von:
                stueck = self._quelltext[ende:von]
                if stueck.strip():
                    links = ende + len(stueck) - len(stueck.lstrip())
                    luecken.append((links, links + len(stueck.strip()), ""))
            ende = max(ende, bis)
        return luecken
