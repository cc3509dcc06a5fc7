"""Buttons act at once: what is typed after the key of a button goes where it leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from antragsbuero.ui.shared.widgets import knopf


def test_keys_right_after_the_key_of_a_button_go_where_it_leads(qtbot) -> None:
    fenster = QWidget()
    qtbot.addWidget(fenster)
    erstes, zweites = QLineEdit(), QLineEdit()
    spalte = QVBoxLayout(fenster)
    for teil in (erstes, zweites, knopf("&Punkt", zweites.setFocus)):
        spalte.addWidget(teil)
    fenster.show()
    fenster.activateWindow()
    erstes.setFocus()
    qtbot.waitUntil(erstes.hasFocus)
    qtbot.keyClick(erstes, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert zweites.hasFocus()
