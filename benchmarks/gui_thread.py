"""The longest step of the window's thread on the way through the screens, in CPU time.

    python benchmarks/gui_thread.py [--vorgaenge N]

Runs offscreen over a database in a temporary folder and walks: start, Vorgänge, search, sort,
one Vorgang, comparison, Umsetzung, Fristen, draft of 3,000 points, settings, back, and other
colours on several screens when all have been seen. A step is what happens between two looks of
the event loop; CPU time of the thread is measured, so a busy machine changes nothing. Bar:
100 ms. Ends with 1 when a step is longer.

The long stage of the tests walks the same way (tests/ui/test_fensterfaden.py).
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from antragsbuero.bootstrap import buero, oeffne_buero
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.bearbeitung import mit_fristen
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.ui.ablauf import Ablauf
from antragsbuero.ui.editor.entwurf_edit import EntwurfEdit
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.theme import Theme
from antragsbuero.ui.shared.window import Window
from antragsbuero.ui.start import baue_app
from benchmarks.first_window import fuelle

GRENZE = 0.1
PUNKTE = 3_000


class Uhr:
    """Measures each turn of the event loop."""

    def __init__(self) -> None:
        self.laengste: dict[str, float] = {}
        self.fehler: list[BaseException] = []

    def miss(self, name: str, tun: Callable[[], object], fertig: Callable[[], bool]) -> None:
        self._schritt(name, tun)
        ende = time.perf_counter() + 120
        ruhe = 0
        while ruhe < 30:
            self._schritt(name, partial(_drehe))
            if self.fehler:  # the dialog of the program would wait for somebody
                raise self.fehler[0]
            ruhe = ruhe + 1 if fertig() else 0
            if time.perf_counter() > ende:
                raise SystemExit(f"„{name}“ wird nicht fertig.")

    def zu_lange(self) -> list[str]:
        """Every step over the bar with its longest time."""
        return [
            f"{name}: {dauer * 1000:.0f} ms"
            for name, dauer in self.laengste.items()
            if dauer > GRENZE
        ]

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
        laufe(baue_app([]), daten, uhr)
    for name, dauer in uhr.laengste.items():
        print(f"{name}: {dauer * 1000:.0f} ms")
    print(f"längster Schritt {max(uhr.laengste.values()) * 1000:.0f} ms (Grenze 100)")
    return int(bool(uhr.zu_lange()))


def grosse_papiere(daten: Path) -> tuple[Vorgang, Vorgang]:
    """Stores a motion and its resolution of 300 points, 30 of them with deadlines; a long draft."""

    def papier(art: Fassungsart, anzahl: int, worte: str, **mehr: object) -> Fassung:
        punkte = tuple(
            Beschlusspunkt(f"{n}.", absaetze([f"Die Stadt prüft Vorhaben {n} {ende}."]))
            for n in range(1, anzahl + 1)
            for ende in (worte if n % 10 == 0 else "in allen Ortsteilen",)
        )
        return Fassung(art, betreff="Haushalt", punkte=mit_fristen(punkte), **mehr)

    antrag = papier(
        Fassungsart.URSPRUNGSANTRAG, 300, "bis zum 31.03.2026",
        datum=date(2026, 1, 15), eingereicht=True,
    )  # fmt: skip
    beschluss = papier(
        Fassungsart.BESCHLUSS, 300, "bis zum 30.06.2026 und berichtet dem Rat",
        datum=date(2026, 2, 15), eingereicht=True, zu=antrag.kennung,
    )  # fmt: skip
    beschlossen = Vorgang("Haushalt", fassungen=(antrag, beschluss))
    lang = papier(Fassungsart.URSPRUNGSANTRAG, PUNKTE, "bis zum 30.06.2026 in ‹Ortsteil›")
    entwurf = Vorgang("Riese", fassungen=(lang,))
    with buero(daten, schreiben=True) as offen:
        offen.services.pflege.write(
            lambda work: [work.vorgaenge.add(v) for v in (beschlossen, entwurf)]
        )
    return beschlossen, entwurf


def laufe(app: QApplication, daten: Path, uhr: Uhr) -> None:
    """Opens the window over the stored Vorgänge and goes through the main job."""
    beschlossen, entwurf = grosse_papiere(daten)
    gc.disable()  # as `starte` does; Ablauf freezes what is loaded and enables it again
    theme = Theme(app, "hell")
    window = Window()
    window.resize(1440, 860)
    window.show()
    ui = UiContext(theme, Icons(theme), Merker(daten))
    ablauf = Ablauf(window, ui, partial(oeffne_buero, daten, schreiben=True), None)
    sys.excepthook = lambda _art, fehler, _spur: uhr.fehler.append(fehler)

    def ruht() -> bool:
        return not ablauf.runner.beschaeftigt

    fenster = ablauf.fenster

    def geh(name: str, ort: Ort) -> None:
        uhr.miss(name, lambda: fenster.geh_zu(ort), ruht)

    def faerbe(name: str, wahl: str) -> None:
        uhr.miss(f"andere Farben: {name}", lambda: fenster.menus.waehle_theme(wahl), ruht)

    try:
        uhr.miss("öffnen", ablauf.oeffne, lambda: ruht() and fenster.aktueller() is not None)
        geh("Vorgänge", Ort(Bildschirm.VORGAENGE))
        liste = fenster.aktueller()
        uhr.miss("suchen", lambda: liste._presenter.suche("vorhaben 77"), ruht)
        uhr.miss("alle wieder", lambda: liste._presenter.suche(""), ruht)
        kopf = liste._tabelle.horizontalHeader()
        uhr.miss("sortieren", lambda: kopf.sectionClicked.emit(1), ruht)
        geh("Vorgang", Ort(Bildschirm.VORGANG, beschlossen.kennung))
        fassungen = tuple(f.kennung for f in beschlossen.fassungen)
        geh("Vergleich", Ort(Bildschirm.VERGLEICH, beschlossen.kennung, fassungen))
        geh("Umsetzung", Ort(Bildschirm.UMSETZUNG, beschlossen.kennung))
        geh("Fristen", Ort(Bildschirm.FRISTEN))
        geh("Import", Ort(Bildschirm.IMPORT))
        geh("Vorgang mit 3.000 Punkten", Ort(Bildschirm.VORGANG, entwurf.kennung))
        geh(
            "Entwurf mit 3.000 Punkten",
            Ort(Bildschirm.EDITOR, entwurf.kennung, (entwurf.fassungen[0].kennung,)),
        )
        text = window.findChild(EntwurfEdit)
        text.setze_cursor(PUNKTE // 2, 5)
        sicherung = fenster.aktueller()._presenter._sicherung

        def gesichert() -> bool:
            return ruht() and not sicherung._ungesichert

        enter = partial(_taste, text, Qt.Key.Key_Return, "\r")
        uhr.miss("Eingabetaste und Sichern im Entwurf", enter, gesichert)
        uhr.miss("Buchstabe im Entwurf", lambda: _taste(text, Qt.Key.Key_A, "a"), ruht)
        geh("Einstellungen", Ort(Bildschirm.EINSTELLUNGEN))
        geh("Übersicht", Ort(Bildschirm.UEBERSICHT))
        uhr.miss("zurück", fenster.zurueck, ruht)
        uhr.miss("springen", fenster.springe, ruht)
        faerbe("Übersicht mit Strg+K", "dunkel")
        fenster._palette.close()
        for ort in (
            Ort(Bildschirm.VORGANG, beschlossen.kennung),
            Ort(Bildschirm.VERGLEICH, beschlossen.kennung, fassungen),
            Ort(Bildschirm.UMSETZUNG, beschlossen.kennung),
            Ort(Bildschirm.EDITOR, entwurf.kennung),
        ):
            name = ort.bildschirm.value.capitalize()
            geh(f"{name} in anderen Farben", ort)
            for wahl in ("kontrast", "hell", "dunkel"):
                faerbe(name, wahl)
    finally:
        window.close()
        ablauf.schliesse()
        theme.waehle("hell")
        gc.enable()
        gc.unfreeze()


def _taste(ziel: QWidget, taste: Qt.Key, text: str) -> None:
    druck = QKeyEvent(QEvent.Type.KeyPress, taste, Qt.KeyboardModifier.NoModifier, text)
    QCoreApplication.sendEvent(ziel, druck)


if __name__ == "__main__":
    raise SystemExit(main())
