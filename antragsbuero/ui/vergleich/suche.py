"""Finds words in the comparison: marks them, counts the rows, walks through them."""

from __future__ import annotations

from antragsbuero.ui.vergleich.rows import Rowart, VergleichRow
from antragsbuero.ui.vergleich.suchleiste import Suchleiste
from antragsbuero.ui.vergleich.tabelle import VergleichTable


class Fundsuche:
    """Joins the find line with the table."""

    def __init__(self, tabelle: VergleichTable, leiste: Suchleiste) -> None:
        self._tabelle = tabelle
        self._leiste = leiste
        leiste.gesucht.connect(self._suche)
        leiste.schritt.connect(self._geh)

    def _suche(self, text: str) -> None:
        fund = " ".join(text.split())
        self._tabelle.suche(fund)
        anzahl = len(self._rows_mit(fund))
        wort = "1 Zeile" if anzahl == 1 else f"{anzahl} Zeilen"
        self._leiste.zeige_stand(wort if fund else "")
        if anzahl:
            self._geh(0)

    def _rows_mit(self, fund: str) -> list[VergleichRow]:
        tafel = self._tabelle.modell.tafel
        if not fund or tafel is None:
            return []
        fund = fund.casefold()
        return [
            row
            for row in tafel.rows
            if row.art is Rowart.ZEILE
            and any(fund in z.text.casefold() for z in tafel.synopse.zeilen[row.von].zellen)
        ]

    def _geh(self, schritt: int) -> None:
        """The next (1), previous (-1) or nearest (0) row with the words; round at the end."""
        funde = self._rows_mit(" ".join(self._leiste.feld.text().split()))
        if not funde:
            return
        index = self._tabelle.currentIndex()
        hier = self._tabelle.modell.row(index.row()).von if index.isValid() else -1
        if schritt >= 0:
            grenze = hier + (1 if schritt else 0)
            ziel = next((r for r in funde if r.von >= grenze), funde[0])
        else:
            ziel = next((r for r in reversed(funde) if r.von < hier), funde[-1])
        self._tabelle.zeige_zeile(ziel.von)
        self._leiste.zeige_stand(f"Zeile {funde.index(ziel) + 1} von {len(funde)}")
