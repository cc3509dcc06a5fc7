"""The longest step of the window's thread on the way through the screens, in CPU time.

    python benchmarks/gui_thread.py [--vorgaenge N]

Runs offscreen over a database in a temporary folder and walks: start, Vorgänge, search, sort,
one Vorgang, settings, back. A step is what happens between two looks of the event loop; CPU
time of the thread is measured, so a busy machine changes nothing. Bar: 100 ms. Ends with 1 when
a step is longer.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QCoreApplication, QEventLoop

from antragsbuero.bootstrap import oeffne_buero
from antragsbuero.ui.ablauf import Ablauf
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.theme import Theme
from antragsbuero.ui.shared.window import Window
from antragsbuero.ui.start import baue_app
from benchmarks.first_window import fuelle

GRENZE = 0.1
ANDERES_THEMA = "anderes Erscheinungsbild"
"""Shown beside the bar: Qt polishes every widget anew, which nobody does while working."""


class Uhr:
    """Measures each turn of the event loop."""

    def __init__(self) -> None:
        self.laengste: dict[str, float] = {}

    def miss(self, name: str, tun: Callable[[], object], fertig: Callable[[], bool]) -> None:
        self._schritt(name, tun)
        ende = time.perf_counter() + 120
        ruhe = 0
        while ruhe < 30:
            self._schritt(name, partial(_drehe))
            ruhe = ruhe + 1 if fertig() else 0
            if time.perf_counter() > ende:
                raise SystemExit(f"„{name}“ wird nicht fertig.")

    def _schritt(self, name: str, tun: Callable[[], object]) -> None:
        beginn = time.thread_time()
        tun()
        dauer = time.thread_time() - beginn
        self.laengste[name] = max(dauer, self.laengste.get(name, 0.0))


def _drehe() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vorgaenge", type=int, default=10_000)
    werte = parser.parse_args()
    with tempfile.TemporaryDirectory() as ordner:
        daten = Path(ordner)
        fuelle(daten, werte.vorgaenge)
        uhr = Uhr()
        laufe(daten, uhr)
    for name, dauer in uhr.laengste.items():
        print(f"{name}: {dauer * 1000:.0f} ms")
    laengster = max(dauer for name, dauer in uhr.laengste.items() if name != ANDERES_THEMA)
    print(f"längster Schritt der Arbeit {laengster * 1000:.0f} ms (Grenze 100)")
    return int(laengster > GRENZE)


def laufe(daten: Path, uhr: Uhr) -> None:
    app = baue_app([])
    theme = Theme(app, "hell")
    window = Window()
    window.resize(1440, 860)
    window.show()
    ui = UiContext(theme, Icons(theme), Merker(daten))
    ablauf = Ablauf(window, ui, partial(oeffne_buero, daten, schreiben=True), None)

    def ruht() -> bool:
        return not ablauf.runner.beschaeftigt

    fenster = ablauf.fenster
    uhr.miss("öffnen", ablauf.oeffne, lambda: ruht() and fenster.aktueller() is not None)
    uhr.miss("Vorgänge", lambda: fenster.geh_zu(Ort(Bildschirm.VORGAENGE)), ruht)
    liste = fenster.aktueller()
    uhr.miss("suchen", lambda: liste._presenter.suche("vorhaben 77"), ruht)
    uhr.miss("alle wieder", lambda: liste._presenter.suche(""), ruht)
    kopf = liste._tabelle.horizontalHeader()
    uhr.miss("sortieren", lambda: kopf.sectionClicked.emit(1), ruht)
    kennung = liste._modell.row(0).kennung
    uhr.miss("Vorgang", lambda: fenster.geh_zu(Ort(Bildschirm.VORGANG, kennung)), ruht)
    uhr.miss("Einstellungen", lambda: fenster.geh_zu(Ort(Bildschirm.EINSTELLUNGEN)), ruht)
    uhr.miss("zurück", fenster.zurueck, ruht)
    uhr.miss("springen", fenster.springe, ruht)
    uhr.miss(ANDERES_THEMA, lambda: fenster.menus.waehle_theme("dunkel"), ruht)
    window.close()
    ablauf.schliesse()


if __name__ == "__main__":
    raise SystemExit(main())
