"""A second start raises the first window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from antragsbuero.ui.shared.single_window import SingleWindow, rufe_laufendes
from antragsbuero.ui.start import fenstername

_ZWEITER = """
import sys
from PySide6.QtWidgets import QApplication
from antragsbuero.ui.shared.single_window import rufe_laufendes
app = QApplication([])
sys.exit(0 if rufe_laufendes(sys.argv[1]) else 3)
"""


def _name(ordner: Path) -> str:
    return fenstername(ordner, None)


def test_nobody_answers_when_nothing_runs(qapp, tmp_path: Path) -> None:
    assert not rufe_laufendes(_name(tmp_path))


def test_the_second_start_calls_the_first(qtbot, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    einzig = SingleWindow(_name(tmp_path))
    zweiter = subprocess.Popen([sys.executable, "-c", _ZWEITER, _name(tmp_path)])
    with qtbot.waitSignal(einzig.gerufen, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: zweiter.poll() is not None, timeout=20_000)
    assert zweiter.returncode == 0
    einzig.schliesse()
    assert not rufe_laufendes(_name(tmp_path))


def test_a_socket_left_by_a_killed_process_is_taken_over(qapp, tmp_path: Path) -> None:
    toter = (
        "import os, sys; from PySide6.QtCore import QCoreApplication;"
        "from antragsbuero.ui.shared.single_window import SingleWindow;"
        "app = QCoreApplication([]); s = SingleWindow(sys.argv[1]); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", toter, _name(tmp_path)], check=False)
    assert not rufe_laufendes(_name(tmp_path))
    einzig = SingleWindow(_name(tmp_path))
    assert einzig._server.isListening()
    einzig.schliesse()


def test_each_database_has_its_own_window(tmp_path: Path) -> None:
    namen = {
        fenstername(tmp_path, None),
        fenstername(tmp_path / "b", None),
        fenstername(tmp_path, "postgresql://a"),
        fenstername(None, None),
    }
    assert len(namen) == 4
    assert not any("postgresql" in name or str(tmp_path) in name for name in namen)
