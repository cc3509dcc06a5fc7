"""What the window remembers."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from antragsbuero.ui.shared.merker import DATEI, Merker


def _fenster(qtbot) -> QWidget:
    fenster = QWidget()
    qtbot.addWidget(fenster)
    return fenster


def test_texts_survive(qapp, tmp_path: Path) -> None:
    merker = Merker(tmp_path)
    merker.setze_texte("zuletzt", ("a\tGrüne Wege; „ß“", "b\tÖl = Wasser"))
    merker.sichere()
    assert Merker(tmp_path).texte("zuletzt") == ("a\tGrüne Wege; „ß“", "b\tÖl = Wasser")
    assert (tmp_path / DATEI).exists()


def test_geometry_survives(qtbot, tmp_path: Path) -> None:
    eins, zwei, merker = _fenster(qtbot), _fenster(qtbot), Merker(tmp_path)
    eins.setGeometry(20, 30, 500, 400)
    eins.show()
    merker.merke_fenster(eins)
    merker.zeige_fenster(zwei)
    assert zwei.geometry().size() == eins.geometry().size()


def test_a_window_on_a_screen_that_is_gone_comes_back(qtbot, tmp_path: Path) -> None:
    eins, zwei, merker = _fenster(qtbot), _fenster(qtbot), Merker(tmp_path)
    eins.setGeometry(9000, 9000, 3000, 3000)
    eins.show()
    merker.merke_fenster(eins)
    merker.zeige_fenster(zwei)
    bild: QRect = QGuiApplication.primaryScreen().availableGeometry()
    assert bild.contains(zwei.geometry())


def test_nonsense_in_the_file_is_ignored(qtbot, tmp_path: Path) -> None:
    (tmp_path / DATEI).write_text("[fenster]\ngeometrie=unsinn\n[splitter]\nx=a,-1\n")
    merker, fenster = Merker(tmp_path), _fenster(qtbot)
    merker.zeige_fenster(fenster)
    assert fenster.width() > 100
    splitter = QSplitter(Qt.Orientation.Horizontal, fenster)
    splitter.addWidget(QLabel())
    splitter.addWidget(QLabel())
    merker.binde_splitter(splitter, "x")
    assert splitter.count() == 2


def test_splitters_survive(qtbot, tmp_path: Path) -> None:
    merker = Merker(tmp_path)
    breiten = []
    for _ in range(2):
        fenster = _fenster(qtbot)
        splitter = QSplitter(Qt.Orientation.Horizontal, fenster)
        splitter.addWidget(QLabel())
        splitter.addWidget(QLabel())
        splitter.resize(600, 50)
        splitter.setSizes([400, 200])
        merker.binde_splitter(splitter, "x")
        fenster.show()
        if not breiten:
            splitter.moveSplitter(150, 1)
        breiten.append(splitter.sizes())
    assert breiten[0] == breiten[1]


def test_without_a_folder_nothing_is_remembered(qtbot) -> None:
    merker = Merker(None)
    merker.setze("a", "b")
    merker.merke_fenster(_fenster(qtbot))
    merker.sichere()
    assert merker.text("a", "nichts") == "nichts"


@pytest.mark.skipif(os.name == "nt", reason="Windows kennt keine Rechte dieser Art")
def test_the_file_is_for_this_user_alone(tmp_path: Path) -> None:
    for wert in ("a", "b"):
        merker = Merker(tmp_path)
        merker.setze("thema", wert)
        merker.sichere()
    assert stat.S_IMODE((tmp_path / DATEI).stat().st_mode) == 0o600
