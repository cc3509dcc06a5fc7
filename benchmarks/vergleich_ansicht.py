"""How fluid the view of the comparison is: model and first picture, scrolling, memory.

    python benchmarks/vergleich_ansicht.py [rows] [columns]

Prints CPU milliseconds (window offscreen), each also as a ratio to the same work on a bare
QTableView with one-line cells in the same run, and megabytes above the texts and the Synopse.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.theme import Theme
from antragsbuero.ui.start import baue_app
from antragsbuero.ui.vergleich.rows import Anzeige
from antragsbuero.ui.vergleich.streifen import Overview
from antragsbuero.ui.vergleich.tabelle import VergleichTable
from antragsbuero.ui.vergleich.tafel import baue_tafel

SATZ = (
    "Der Rat beauftragt die Verwaltung ein Konzept für Schulwege und Plätze vorzulegen das bis zum "
    "Ende des Jahres mit den Trägern abgestimmt wird dabei sind Kosten Fristen sowie Wege zu "
    "nennen Oberbürgermeister Stadtwerkstatt Quartiersmanagement Beteiligung"
)
WORTE = SATZ.split()
SCHRITTE = 40


def _fassungen(zeilen: int, spalten: int, zufall: random.Random) -> list[Fassung]:
    texte = [
        " ".join(zufall.choices(WORTE, k=zufall.randint(12, 70))) + f" Nummer {n}."
        for n in range(zeilen)
    ]
    ergebnis = []
    for spalte in range(spalten):
        if spalte:
            texte = [_geaendert(t, zufall) if zufall.random() < 0.2 else t for t in texte]
        punkte = tuple(Beschlusspunkt(f"{n}.", absaetze([t])) for n, t in enumerate(texte, 1))
        tag = date(2026, 1, 1 + spalte)
        ergebnis.append(Fassung(Fassungsart.NEUFASSUNG, tag, eingereicht=True, punkte=punkte))
    return ergebnis


def _geaendert(text: str, zufall: random.Random) -> str:
    worte = text.split()
    ort = zufall.randrange(len(worte))
    worte[ort : ort + zufall.randint(0, 3)] = zufall.choices(WORTE, k=zufall.randint(1, 5))
    return " ".join(worte)


class _Kahl(QAbstractTableModel):
    """The texts in a bare model."""

    def __init__(self, texte: list[list[str]]) -> None:
        super().__init__()
        self._texte = texte

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return len(self._texte[0])

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return len(self._texte)

    def data(self, index: QModelIndex, role: int = 0) -> str | None:
        zeigen = role == Qt.ItemDataRole.DisplayRole
        return self._texte[index.column()][index.row()] if zeigen else None


def _ms(tun: Callable[[], object]) -> float:
    beginn = time.process_time()
    tun()
    return (time.process_time() - beginn) * 1000


def _rolle(app: QApplication, tabelle: QTableView) -> float:
    leiste, zeiten = tabelle.verticalScrollBar(), []
    for schritt in range(SCHRITTE):
        wert = int(leiste.maximum() * schritt / SCHRITTE) + 37

        def tun(wert: int = wert) -> None:
            leiste.setValue(wert)
            app.processEvents()
            tabelle.grab()

        zeiten.append(_ms(tun))
    return statistics.median(zeiten)


def miss(zeilen: int = 3000, spalten: int = 3) -> dict[str, float]:
    """All figures of one run."""
    app = QApplication.instance() or baue_app([])
    theme = Theme(app, "hell")
    ui = UiContext(theme, Icons(theme), Merker(None))
    fassungen = _fassungen(zeilen, spalten, random.Random(7))
    synopse = vergleiche(fassungen)
    kahl = QTableView()
    kahl.resize(1300, 800)
    kahl.show()
    app.processEvents()
    modell = _Kahl([[p.text for p in f.punkte] for f in fassungen])
    kahl_laden = _ms(lambda: (kahl.setModel(modell), app.processEvents(), kahl.grab()))
    kahl_rollen = _rolle(app, kahl)
    kahl.close()
    tabelle = VergleichTable(ui)
    streifen = Overview(ui, tabelle)
    tabelle.resize(1300, 800)
    streifen.resize(22, 800)
    tabelle.show()
    streifen.show()
    app.processEvents()
    gc.collect()
    prozess = psutil.Process()
    vorher = prozess.memory_info().rss

    vorgang = Vorgang(betreff="Messung", fassungen=tuple(fassungen))

    def lade() -> None:
        tafel = baue_tafel(vorgang, fassungen, synopse, Anzeige())
        tabelle.zeige(tafel)
        streifen.zeige(tafel)
        app.processEvents()
        tabelle.grab()
        streifen.grab()

    laden = _ms(lade)
    rollen = _rolle(app, tabelle)
    gc.collect()
    speicher = (prozess.memory_info().rss - vorher) / 1e6
    umbruch = _ms(lambda: (tabelle.resize(1000, 800), app.processEvents(), tabelle.grab()))
    return {
        "laden": laden, "laden/kahl": laden / kahl_laden, "rollen": rollen,
        "rollen/kahl": rollen / kahl_rollen, "breite": umbruch, "MB": speicher,
    }  # fmt: skip


def main() -> None:
    """Prints the figures."""
    zahlen = [int(a) for a in sys.argv[1:]]
    zeilen, spalten = (*zahlen, 3000, 3)[:2] if len(zahlen) != 1 else (zahlen[0], 3)
    werte = miss(zeilen, spalten)
    print(f"{zeilen} Zeilen, {spalten} Spalten (CPU)")
    print(f"  Modell und erstes Bild  {werte['laden']:7.1f} ms   {werte['laden/kahl']:5.1f} x kahl")
    print(
        f"  Rollschritt (Median)    {werte['rollen']:7.1f} ms   {werte['rollen/kahl']:5.1f} x kahl"
    )
    print(f"  andere Breite           {werte['breite']:7.1f} ms")
    print(f"  Speicher über Texten    {werte['MB']:7.1f} MB")


if __name__ == "__main__":
    main()
