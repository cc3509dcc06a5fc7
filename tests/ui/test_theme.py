"""Who wears the colours, and when: visible parts at once, hidden ones before they are seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.farben import DUNKEL, HELL, KONTRAST
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.theme import SYSTEM, Theme
from antragsbuero.ui.shared.widgets import flaeche
from antragsbuero.ui.shared.window import Window
from antragsbuero.ui.shared.wortlaut import Blockart, Fristwort, Wortblock
from antragsbuero.ui.shared.wortlaut_view import WortlautView


@pytest.fixture
def ui(qapp, tmp_path) -> Iterator[UiContext]:
    """As in the program: the application wears nothing."""
    qapp.setStyleSheet("")
    theme = Theme(qapp, "hell")
    yield UiContext(theme, Icons(theme), Merker(tmp_path))
    theme.waehle("hell")
    theme.deleteLater()


def teil(ui: UiContext, qtbot) -> QFrame:
    """A part of the window with a picture on it, not shown yet."""
    part = flaeche("inhalt")
    part.resize(80, 60)
    button = QPushButton("", part)
    ui.icons.setze(button, "add")
    qtbot.addWidget(part)
    ui.theme.kleide(part)
    return part


def grund(widget: QWidget) -> QColor:
    """The colour that is seen in a corner, inside of the border."""
    return widget.grab().toImage().pixelColor(3, widget.height() - 4)


def bild(part: QWidget) -> int:
    return part.findChild(QPushButton).icon().cacheKey()


def test_a_visible_part_changes_at_once_with_its_pictures(ui, qtbot) -> None:
    part = teil(ui, qtbot)
    part.show()
    vorher = bild(part)
    assert grund(part) == QColor(HELL.flaeche)
    ui.theme.waehle("dunkel")
    assert grund(part) == QColor(DUNKEL.flaeche)
    assert bild(part) != vorher


def test_a_hidden_part_is_left_alone_and_changes_before_it_is_seen(ui, qtbot) -> None:
    part = teil(ui, qtbot)
    blatt, vorher = part.styleSheet(), bild(part)
    ui.theme.waehle("dunkel")
    assert (part.styleSheet(), bild(part)) == (blatt, vorher)
    nachgeholt = []
    ui.theme.nachgeholt.connect(nachgeholt.append)
    part.show()
    assert nachgeholt == [part]
    assert grund(part) == QColor(DUNKEL.flaeche)
    assert bild(part) != vorher
    part.hide()
    part.show()
    assert nachgeholt == [part], "once is enough"


def test_a_part_that_was_hidden_through_there_and_back_keeps_what_it_wears(ui, qtbot) -> None:
    part = teil(ui, qtbot)
    part.show()
    part.hide()
    nachgeholt = []
    ui.theme.nachgeholt.connect(nachgeholt.append)
    ui.theme.waehle("dunkel")
    ui.theme.waehle("hell")
    part.show()
    assert not nachgeholt
    assert grund(part) == QColor(HELL.flaeche)


def test_parts_that_are_gone_are_forgotten(ui, qtbot) -> None:
    part = flaeche("inhalt")
    ui.theme.kleide(part)
    part.deleteLater()
    ui.theme.waehle("kontrast")
    qtbot.waitUntil(lambda: not isValid(part))
    ui.theme.waehle("dunkel")
    assert ui.theme.farben is DUNKEL
    assert (ui.theme._teile, ui.theme._wartend) == ([], [])


@pytest.fixture
def fenster(ui, qtbot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.dialog.connect(ui.theme.kleide)
    window.show()
    return window


def dialog(fenster: Window) -> QDialog:
    fertig = QDialog(fenster)
    fertig.setProperty("rahmen", True)
    QVBoxLayout(fertig).addWidget(QLabel("Wort"))
    return fertig


def test_a_dialog_of_the_window_wears_the_colours_in_force(ui, fenster) -> None:
    ui.theme.waehle("dunkel")
    offen = dialog(fenster)
    offen.show()
    assert grund(offen) == QColor(DUNKEL.flaeche2)
    ui.theme.waehle("kontrast")
    assert grund(offen) == QColor(KONTRAST.flaeche2)
    offen.hide()
    ui.theme.waehle("hell")
    offen.show()
    assert grund(offen) == QColor(HELL.flaeche2)


def test_what_opens_on_a_dialog_or_a_part_wears_them_too(ui, fenster) -> None:
    ui.theme.waehle("dunkel")
    aussen = dialog(fenster)
    aussen.show()
    innen = QDialog(aussen)
    innen.setProperty("rahmen", True)
    QVBoxLayout(innen).addWidget(QLabel("Wort"))
    innen.show()
    assert grund(innen) == QColor(DUNKEL.flaeche2)


def test_a_tooltip_wears_the_colours_of_its_part(ui, qtbot) -> None:
    part = teil(ui, qtbot)
    part.show()
    for wahl, farben in (("dunkel", DUNKEL), ("hell", HELL)):
        ui.theme.waehle(wahl)
        QToolTip.showText(QPoint(5, 5), f"Hinweis {wahl}", part)
        tip = next(w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel"))
        assert tip.grab().toImage().pixelColor(2, 2) == QColor(farben.flaeche2)
        assert tip.palette().toolTipText().color() == QColor(farben.text)
    QToolTip.hideText()


def test_words_of_a_hidden_part_are_written_anew_when_it_is_shown(ui, qtbot) -> None:
    part = teil(ui, qtbot)
    worte = WortlautView(ui, "Wortlaut", part)
    worte.zeige([Wortblock("leise", art=Blockart.LEISE)] * 200)

    def farbe() -> QColor:
        return worte.document().begin().begin().fragment().charFormat().foreground().color()

    ui.theme.waehle("dunkel")
    assert farbe() == QColor(HELL.text2)
    part.show()
    assert farbe() == QColor(DUNKEL.text2)
    worte.verticalScrollBar().setValue(500)
    ui.theme.waehle("hell")
    assert farbe() == QColor(HELL.text2)
    assert worte.verticalScrollBar().value() == 500, "one reads on where one was"


def test_words_get_other_colours_where_they_stand(ui, qtbot) -> None:
    bloecke = (
        Wortblock("Begründung", art=Blockart.ABSCHNITT),
        Wortblock("😀 bis zum 30.06.2026\nund mehr", "1.", fristen=(Fristwort(2, 20, "Tag"),)),
        Wortblock("Ein Zitat", ebene=1, art=Blockart.ZITAT),
        Wortblock("leise", "a)", art=Blockart.LEISE),
    )
    worte, neue = (WortlautView(ui, "Wortlaut") for _ in range(2))
    for view in (worte, neue):
        qtbot.addWidget(view)
    worte.zeige(bloecke)
    hell = worte.document().toHtml()
    ui.theme.waehle("dunkel")
    neue.zeige(bloecke)
    assert worte.document().toHtml() == neue.document().toHtml() != hell
    assert not worte.document().isUndoAvailable()


def test_other_words_begin_at_the_top(ui, qtbot) -> None:
    worte = WortlautView(ui, "Wortlaut")
    qtbot.addWidget(worte)
    worte.show()
    worte.zeige([Wortblock("Wort")] * 200)
    worte.verticalScrollBar().setValue(900)
    worte.zeige([Wortblock("Anderes")] * 300)
    assert (worte.verticalScrollBar().value(), worte.textCursor().position()) == (0, 0)
    assert not worte.textCursor().hasSelection()
    worte.moveCursor(QTextCursor.MoveOperation.End)
    assert worte.verticalScrollBar().value() > 900


@pytest.mark.parametrize("unterbrochen", [False, True])
def test_long_words_are_written_in_parts_until_all_is_there(ui, qtbot, unterbrochen) -> None:
    worte = WortlautView(ui, "Wortlaut")
    qtbot.addWidget(worte)
    worte.zeige([Wortblock(f"Absatz {n}", f"{n}.") for n in range(2_000)])
    assert 1 < worte.document().blockCount() < 2_000
    assert worte.toPlainText().startswith("0.\tAbsatz 0\n1.\tAbsatz 1\n")
    if unterbrochen:
        ui.theme.waehle("dunkel")
    qtbot.waitUntil(lambda: worte.document().blockCount() == 2_000)
    assert worte.toPlainText().endswith("\n1999.\tAbsatz 1999")
    assert not worte.textCursor().hasSelection()
    worte.zeige([Wortblock(f"Absatz {n}") for n in range(2_000)])
    worte.zeige([Wortblock("kurz")])
    assert worte.toPlainText() == "kurz"
    qtbot.waitUntil(lambda: not worte._uhr.isActive())
    assert worte.toPlainText() == "kurz"


def test_who_copies_a_long_wording_at_once_has_the_whole(qapp, ui, qtbot) -> None:
    worte = WortlautView(ui, "Wortlaut")
    qtbot.addWidget(worte)
    worte.show()
    worte.zeige([Wortblock(f"Absatz {n}") for n in range(2_000)])
    qtbot.keyClick(worte, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(worte, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text().endswith("Absatz 1999")


def test_a_widget_that_is_gone_is_told_nothing(ui, qtbot) -> None:
    part, gesagt = teil(ui, qtbot), []
    kind = QWidget(part)
    ui.theme.faerbe(kind, lambda: gesagt.append(1))
    ui.theme.waehle("dunkel")
    assert not gesagt
    part.show()
    assert gesagt == [1]
    kind.deleteLater()
    qtbot.waitUntil(lambda: kind not in part.children())
    ui.theme.waehle("hell")
    assert gesagt == [1]


def test_follows_the_system_while_it_runs(qapp, ui, monkeypatch) -> None:
    ui.theme.waehle(SYSTEM)
    monkeypatch.setattr(ui.theme, "_vom_system", lambda: DUNKEL)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ui.theme.farben is DUNKEL
    monkeypatch.setattr(ui.theme, "_vom_system", lambda: KONTRAST)
    hinweise = qapp.styleHints().accessibility()
    hinweise.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert ui.theme.farben is KONTRAST
    ui.theme.waehle("hell")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ui.theme.farben is HELL, "a choice holds against the system"
