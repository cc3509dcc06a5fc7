"""The start of the window: what it switches off for speed and gives back."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from antragsbuero.ui.ablauf import Ablauf
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.window import Window
from tests.ui.aufbau import TestBuero, buero, spielplatz


@pytest.fixture
def ohne_gc() -> Iterator[None]:
    """As `starte` leaves it."""
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.fixture
def ablauf(ui: UiContext, qtbot, monkeypatch) -> Iterator[Callable[..., Ablauf]]:
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    laufend: list[Ablauf] = []

    def baue(oeffne: Callable[[], TestBuero]) -> Ablauf:
        window = Window()
        window.show()
        laufend.append(Ablauf(window, ui, oeffne, None))
        return laufend[-1]

    yield baue
    for einer in laufend:
        qtbot.waitUntil(lambda einer=einer: not einer.runner.beschaeftigt)
        einer.fenster.window.close()
        einer.schliesse()
        einer.fenster.window.deleteLater()


@pytest.mark.usefixtures("ohne_gc")
def test_garbage_is_collected_again_once_the_window_shows_data(ablauf, qtbot) -> None:
    eingefroren = gc.get_freeze_count()
    einer = ablauf(lambda: buero(spielplatz()))
    einer.oeffne()
    assert not gc.isenabled(), "the start itself goes without"
    qtbot.waitUntil(gc.isenabled)
    assert einer.fenster.aktueller() is not None, "not before there is something to see"
    assert gc.get_freeze_count() > eingefroren


@pytest.mark.usefixtures("ohne_gc")
def test_garbage_is_collected_again_when_the_database_does_not_open(ablauf, qtbot) -> None:
    def scheitert() -> TestBuero:
        raise OSError("kein Platz")

    ablauf(scheitert).oeffne()
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled)


def test_qt_is_loaded_without_its_wrapper_around_the_import() -> None:
    probe = (
        "import builtins, sys\n"
        "eigene = builtins.__import__\n"
        "from antragsbuero.app import lade_fenster\n"
        "starte = lade_fenster()\n"
        "assert 'PySide6.QtWidgets' in sys.modules\n"
        "assert builtins.__import__ is eigene\n"
        "from PySide6.QtSvg import QSvgRenderer\n"
        "assert hasattr(QSvgRenderer, 'isValid') and not hasattr(QSvgRenderer, 'is_valid')\n"
    )
    ergebnis = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False
    )
    assert ergebnis.returncode == 0, ergebnis.stderr


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path) -> None:
    ablage = tmp_path / "temp"
    ablage.mkdir()
    probe = (
        "import sys\n"
        "from PySide6.QtCore import QDir, QTimer\n"
        "from antragsbuero.app import main\n"
        "from antragsbuero.ui.ablauf import Ablauf\n"
        "def zu(ablauf):\n"
        "    assert list(QDir.temp().entryList(['Antragsb*'])), 'nothing to leave'\n"
        "    ablauf.fenster.window.close()\n"
        "Ablauf._lade_alle = lambda ablauf: QTimer.singleShot(0, lambda: zu(ablauf))\n"
        "sys.exit(main(['--daten', sys.argv[1]]))\n"
    )
    ergebnis = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / "daten")],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "TMPDIR": str(ablage), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert ergebnis.returncode == 0, ergebnis.stderr
    assert list(ablage.iterdir()) == []
