"""The keyboard after dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from antragsbuero.ui.shared.fokuswache import Fokuswache


class Fenster(QWidget):
    """Counts how often it was asked to the front."""

    def __init__(self) -> None:
        super().__init__()
        self.geholt = 0

    def activateWindow(self) -> None:  # noqa: N802 - a name of Qt
        self.geholt += 1


@pytest.fixture
def fenster(qtbot) -> Fenster:
    fenster = Fenster()
    qtbot.addWidget(fenster)
    fenster.show()
    fenster.wache = Fokuswache(fenster)
    return fenster


def _verliere(fenster: Fenster, zuletzt, monkeypatch) -> None:
    """The system hands the keyboard to no window of this program."""
    wache = fenster.wache
    wache._gewechselt(zuletzt)
    monkeypatch.setattr("antragsbuero.ui.shared.fokuswache.QGuiApplication", _Niemand)
    wache._gewechselt(None)
    assert wache._uhr.isActive()
    wache._uhr.stop()
    wache._sieh_nach()


class _Niemand:
    @staticmethod
    def focusWindow() -> None:  # noqa: N802 - a name of Qt
        return None


def test_a_closed_dialog_gives_the_keyboard_back(fenster, qtbot, monkeypatch) -> None:
    dialog = QDialog(fenster)
    dialog.show()
    griff = dialog.windowHandle()
    dialog.close()
    _verliere(fenster, griff, monkeypatch)
    assert fenster.geholt == 1


def test_the_watch_begins_when_the_window_with_the_keyboard_goes(fenster) -> None:
    dialog = QDialog(fenster)
    dialog.show()
    fenster.wache._gewechselt(dialog.windowHandle())
    assert not fenster.wache._uhr.isActive()
    dialog.close()
    assert fenster.wache._uhr.isActive()
    fenster.wache._uhr.stop()


def test_nothing_is_taken_from_another_program(fenster, monkeypatch) -> None:
    _verliere(fenster, fenster.windowHandle(), monkeypatch)
    assert fenster.geholt == 0


def test_a_dialog_below_comes_first(fenster, qtbot, monkeypatch) -> None:
    unten = QDialog(fenster)
    unten.setModal(True)
    unten.show()
    geholt = []
    monkeypatch.setattr(unten, "activateWindow", lambda: geholt.append(True))
    oben = QDialog(unten)
    oben.setModal(True)
    oben.show()
    griff = oben.windowHandle()
    oben.close()
    assert QApplication.activeModalWidget() is unten
    _verliere(fenster, griff, monkeypatch)
    assert (geholt, fenster.geholt) == ([True], 0)
    unten.close()


def test_the_keyboard_that_comes_back_stops_the_watch(fenster) -> None:
    fenster.wache._gewechselt(None)
    fenster.wache._gewechselt(fenster.windowHandle())
    assert not fenster.wache._uhr.isActive()
