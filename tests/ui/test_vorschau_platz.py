"""Where the window of the preview stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QWidget

from antragsbuero.ui.shared.vorschau.platz import passe_ein, stelle_auf

RAND = QMargins(2, 30, 2, 5)


@pytest.mark.parametrize(
    "bild", [QRect(0, 0, 1440, 900), QRect(0, 40, 682, 360), QRect(-1920, 0, 1920, 1080)]
)
@pytest.mark.parametrize(
    "fenster", [QRect(190, -40, 1060, 900), QRect(5000, 5000, 300, 200), QRect(0, 0, 9000, 9000)]
)
def test_the_whole_frame_lies_on_the_screen(fenster: QRect, bild: QRect) -> None:
    innen = passe_ein(fenster, bild, RAND)
    assert bild.contains(innen.marginsAdded(RAND))
    assert innen.width() == min(fenster.width(), bild.width() - 4)


def test_a_window_in_its_place_stays_there() -> None:
    platz = QRect(100, 120, 800, 600)
    assert passe_ein(platz, QRect(0, 0, 1440, 900), RAND) == platz


@pytest.mark.parametrize("gemerkt", [False, True])
def test_windows_are_cut_to_the_screen_before_they_are_shown(qapp, gemerkt: bool) -> None:
    fenster = QWidget()
    fenster.setGeometry(-300, -300, 4000, 4000)
    bild = fenster.screen().availableGeometry()
    stelle_auf(fenster, gemerkt=gemerkt)
    assert bild.adjusted(0, 30, 0, 0).contains(fenster.geometry())
    fenster.deleteLater()
