"""Contrast of every theme, recomputed by the rule of WCAG 2."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from antragsbuero.ui.shared.farben import DUNKEL, HELL, KONTRAST, THEMEN, Farben, kontrast
from antragsbuero.ui.shared.qpalette import erste_farben, palette
from antragsbuero.ui.shared.stylesheet import stylesheet
from antragsbuero.ui.shared.theme import SYSTEM, Theme

_TEXT = (
    ("text", "flaeche"), ("text", "flaeche2"), ("text", "fenster"), ("text", "akzentflaeche"),
    ("text2", "flaeche"), ("text2", "flaeche2"), ("text2", "fenster"), ("text2", "akzentflaeche"),
    ("akzent", "flaeche"), ("akzent", "akzentflaeche"), ("aufakzent", "akzent"),
    ("ein", "einf"), ("weg", "wegf"), ("ver", "verf"), ("gelb", "gelbf"), ("rot", "rotf"),
    ("gelb", "flaeche"), ("rot", "flaeche"), ("rot", "flaeche2"), ("rot", "fenster"),
    ("gelb", "flaeche2"), ("gruen", "flaeche"), ("gruen", "fenster"), ("ein", "flaeche"),
    ("weg", "flaeche"), ("ver", "flaeche"), ("text", "gelbf"), ("rot", "akzentflaeche"),
    ("text2", "gelbf"),
)  # fmt: skip
_RAHMEN = (("linie2", "flaeche"), ("akzent", "flaeche"), ("akzent", "fenster"))


@pytest.mark.parametrize("farben", THEMEN.values(), ids=THEMEN)
@pytest.mark.parametrize(("vorn", "hinten"), _TEXT)
def test_words_can_be_read(farben: Farben, vorn: str, hinten: str) -> None:
    assert kontrast(getattr(farben, vorn), getattr(farben, hinten)) >= 4.5


@pytest.mark.parametrize("farben", THEMEN.values(), ids=THEMEN)
@pytest.mark.parametrize(("vorn", "hinten"), _RAHMEN)
def test_borders_of_controls_and_focus_can_be_seen(farben: Farben, vorn: str, hinten: str) -> None:
    assert kontrast(getattr(farben, vorn), getattr(farben, hinten)) >= 3.0


def test_the_rule_knows_its_ends() -> None:
    assert kontrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert kontrast("#777777", "#777777") == 1
    assert kontrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("farben", THEMEN.values(), ids=THEMEN)
def test_the_palette_can_be_read_in_every_state(farben: Farben, qapp) -> None:
    p = palette(farben)
    rolle = QPalette.ColorRole
    for gruppe in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for vorn, hinten in (
            (rolle.WindowText, rolle.Window), (rolle.Text, rolle.Base),
            (rolle.ButtonText, rolle.Button), (rolle.ToolTipText, rolle.ToolTipBase),
            (rolle.HighlightedText, rolle.Highlight), (rolle.PlaceholderText, rolle.Base),
            (rolle.Link, rolle.Base),
        ):  # fmt: skip
            a, b = p.color(gruppe, vorn), p.color(gruppe, hinten)
            assert kontrast(a.name(), b.name()) >= 4.5, (gruppe, vorn, hinten)


@pytest.mark.parametrize("farben", THEMEN.values(), ids=THEMEN)
def test_the_style_sheet_holds_only_colours_of_its_theme(farben: Farben) -> None:
    erlaubt = {getattr(farben, name) for name in Farben.__dataclass_fields__}
    assert set(re.findall(r"#[0-9A-F]{6}\b", stylesheet(farben, "a", "b"))) <= erlaubt


def test_no_colour_stands_outside_the_tokens() -> None:
    from pathlib import Path

    ui = Path(__file__).resolve().parents[2] / "antragsbuero" / "ui"
    fundorte = {
        pfad.name
        for pfad in ui.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b", pfad.read_text(encoding="utf-8"))
    }
    assert fundorte <= {"farben.py"}


def test_a_choice_changes_the_application_and_is_told(qapp, qtbot) -> None:
    theme = Theme(qapp, "hell")
    with qtbot.waitSignal(theme.geaendert):
        theme.waehle("dunkel")
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DUNKEL.flaeche)
    theme.waehle("kontrast")
    assert theme.farben is KONTRAST
    theme.waehle("gibt-es-nicht")
    assert theme.wahl == SYSTEM
    theme.waehle("hell")
    assert theme.farben is HELL
    theme.deleteLater()


def test_the_first_picture_has_the_chosen_colours_or_those_of_the_system(qapp) -> None:
    hell, dunkel = palette(HELL), palette(DUNKEL)
    assert erste_farben("kontrast", hell) is KONTRAST
    assert erste_farben(SYSTEM, dunkel) is DUNKEL
    assert erste_farben("", hell) is HELL
