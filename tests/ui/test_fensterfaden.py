"""No step of the main job holds the thread of the window for long, on a big stock.

CPU time of that thread is measured, not the clock: a busy machine changes nothing.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.first_window import fuelle
from benchmarks.gui_thread import Uhr, laufe

LANGE_EINHEITEN = True
"""Storing the stock is one long unit of work; the limits of units are tested elsewhere."""


@pytest.mark.gruendlich
def test_no_step_of_the_main_job_holds_the_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    lange: list[set[str]] = []
    for runde in ("eins", "zwei"):
        daten = tmp_path / runde
        daten.mkdir()
        fuelle(daten, 3_000)
        uhr = Uhr()
        laufe(qapp, daten, uhr)
        assert len(uhr.laengste) >= 26, "the way got shorter"
        lange.append({text.rpartition(":")[0] for text in uhr.zu_lange()})
        if not lange[-1]:
            return
    # The collector of garbage adds a third of the bar to a step here and there.
    assert not set.intersection(*lange), f"{uhr.zu_lange()}, the second time"


def test_a_long_step_is_told_by_its_name() -> None:
    uhr = Uhr()
    uhr.laengste = {"schnell": 0.02, "langsam": 0.3}
    assert uhr.zu_lange() == ["langsam: 300 ms"]
