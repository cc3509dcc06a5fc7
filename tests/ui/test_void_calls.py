"""Void Qt calls must not take references off None (PySide6 6.12.0 did on Python 3.11)."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel

_VIELE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
feld = QLabel()
for nummer in range(200_000):
    feld.setText("a")
"""


def test_references_of_none_stay(qapp) -> None:
    feld = QLabel()
    feld.setText("a")
    vorher = sys.getrefcount(None)
    for _ in range(1000):
        feld.setText("a")
    assert abs(sys.getrefcount(None) - vorher) < 100


@pytest.mark.gruendlich
def test_two_hundred_thousand_void_calls_end_well(monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert subprocess.run([sys.executable, "-c", _VIELE], check=False).returncode == 0
