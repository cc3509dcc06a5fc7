"""Every icon that the code names exists; every file is used and has a licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from antragsbuero.resources import resource

UI = Path(__file__).resolve().parents[2] / "antragsbuero" / "ui"
DATEIEN = sorted(resource("icons").glob("*.svg"))
NAMEN = {re.sub(r"_(16|20)_(regular|filled)$", "", pfad.stem) for pfad in DATEIEN}


def test_no_file_lies_there_for_nothing() -> None:
    text = "\n".join(pfad.read_text(encoding="utf-8") for pfad in UI.rglob("*.py"))
    genannt = set(re.findall(r'"([a-z0-9_]+)"', text))
    assert not sorted(NAMEN - genannt)


def test_the_licence_lies_beside_them() -> None:
    assert "MIT License" in resource("icons", "LIZENZ.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("pfad", DATEIEN, ids=lambda p: p.stem)
def test_each_can_be_drawn_in_a_colour(pfad: Path, ui) -> None:
    name, groesse, art = re.fullmatch(r"(.+)_(16|20)_(regular|filled)", pfad.stem).groups()
    bild: QImage = ui.icons.pixmap(
        name, int(groesse), "#FF0000", 2.0, gefuellt=art == "filled"
    ).toImage()
    farben = {
        bild.pixelColor(x, y).name()
        for x in range(bild.width())
        for y in range(bild.height())
        if bild.pixelColor(x, y).alpha() == 255
    }
    assert farben == {"#ff0000"}


def test_a_new_theme_colours_icons_anew(ui, qtbot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    ui.icons.setze(button, "add")
    vorher = button.icon().cacheKey()
    ui.theme.waehle("dunkel")
    assert button.icon().cacheKey() != vorher
    ui.theme.waehle("hell")
