"""Takes a picture of every screen in light and dark: `python docs/bilder.py [ZIELORDNER]`.

Runs the real program on a data folder of its own with the sample Vorgang, without a screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WURZEL))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

GROESSE = (1440, 900)
RUHE = 1500
"""Milliseconds from opening a screen to its picture: loading runs in the background."""


def lade(daten: Path) -> dict[str, str]:
    """The sample and a draft in a fresh data folder; the kennungen that screens are to show."""
    befehl = [sys.executable, str(WURZEL / "main.py"), "--daten", str(daten), "beispiel", "--json"]
    vorgang = json.loads(subprocess.run(befehl, check=True, capture_output=True).stdout)
    from antragsbuero.bootstrap import buero

    with buero(daten, schreiben=True) as offen:
        neu = offen.services.vorgaenge.neue_fassung(
            vorgang["kennung"], vorgang["fassungen"][0]["kennung"]
        )
    spalten = {f["art"]: f["kennung"] for f in vorgang["fassungen"]}
    arten = ("VERWALTUNGSSTANDPUNKT", "NEUFASSUNG", "BESCHLUSS")
    return {
        "vorgang": vorgang["kennung"],
        "EDITOR": neu.kennung,
        "VERGLEICH": " ".join(spalten[art] for art in arten),
    }


def warte(millisekunden: int) -> None:
    """Lets window and background threads work; QTest.qWait would keep the threads waiting."""
    from PySide6.QtCore import QEventLoop, QTimer

    schleife = QEventLoop()
    QTimer.singleShot(millisekunden, schleife.quit)
    schleife.exec()


def nimm_auf(ziel: Path, daten: Path, thema: str, kennungen: dict[str, str]) -> None:
    """Opens each screen in turn and writes its picture."""
    from antragsbuero.bootstrap import oeffne_buero
    from antragsbuero.ui.ablauf import Ablauf
    from antragsbuero.ui.shared.context import UiContext
    from antragsbuero.ui.shared.icons import Icons
    from antragsbuero.ui.shared.merker import Merker
    from antragsbuero.ui.shared.navigation import Bildschirm, Ort
    from antragsbuero.ui.shared.theme import Theme
    from antragsbuero.ui.shared.window import Window
    from antragsbuero.ui.start import baue_app

    app = baue_app(())
    window, theme = Window(), Theme(app, thema)
    window.resize(*GROESSE)
    window.show()
    ablauf = Ablauf(
        window,
        UiContext(theme, Icons(theme), Merker(None)),
        lambda: replace(oeffne_buero(daten, schreiben=True), ort="Antragsbuero/antragsbuero.db"),
        None,
    )
    ablauf.oeffne()
    warte(2 * RUHE)
    for bildschirm in Bildschirm:
        gezeigt = kennungen.get(bildschirm.value, "").split()
        ablauf.fenster.geh_zu(Ort(bildschirm, kennungen["vorgang"], tuple(gezeigt)))
        warte(RUHE)
        window.grab().save(str(ziel / f"{bildschirm.value.lower()}-{thema}.png"))
    ablauf.schliesse()


def main() -> None:
    """Light and dark, each in a process of its own."""
    if len(sys.argv) == 5:
        ziel, daten, thema, kennungen = sys.argv[1:]
        nimm_auf(Path(ziel), Path(daten), thema, json.loads(kennungen))
        return
    ziel = Path(sys.argv[1] if len(sys.argv) > 1 else WURZEL / "docs" / "bilder").resolve()
    ziel.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as ordner:
        kennungen = json.dumps(lade(Path(ordner)))
        for thema in ("hell", "dunkel"):
            subprocess.run([sys.executable, __file__, ziel, ordner, thema, kennungen], check=True)


if __name__ == "__main__":
    main()
