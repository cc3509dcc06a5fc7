"""The field for a day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip

from antragsbuero.ui.shared.date_field import DateField
from antragsbuero.ui.shared.stylesheet import stylesheet
from tests.ui.conftest import tippe


@pytest.fixture
def feld(qtbot) -> DateField:
    feld = DateField("Tag")
    qtbot.addWidget(feld)
    feld.show()
    return feld


@pytest.mark.parametrize("text", ["31.2.2027", "kommt bald", "😀", "1.1.0000", "9" * 400])
def test_words_that_are_no_day_are_marked_and_told(feld, qtbot, text) -> None:
    gemeldet = []
    feld.geaendert.connect(gemeldet.append)
    tippe(feld, text)
    feld.verlange()
    assert feld.property("fehler") is True
    assert "kein Datum" in feld.accessibleDescription()
    assert QToolTip.text() == feld.accessibleDescription()
    assert feld.selectedText() == text
    tippe(feld, "5. März 2026")
    assert feld.property("fehler") is False
    qtbot.keyClick(feld, Qt.Key.Key_Return)
    assert gemeldet == [date(2026, 3, 5)]
    assert feld.text() == "05.03.2026"


def test_the_mark_can_be_seen(ui) -> None:
    """The theme gives a field with the mark another frame."""
    assert 'QLineEdit[fehler="true"]' in stylesheet(ui.theme.farben, "", "")
