"""The import in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.modeltest import ModelTester

from antragsbuero.ui.import_.fundort import Stelle
from antragsbuero.ui.import_.presenter import ImportPresenter, Ziele
from antragsbuero.ui.import_.quellzeilen import schneide
from antragsbuero.ui.import_.source_view import SourceView
from antragsbuero.ui.import_.view import ImportView
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from tests.ui import bedienbarkeit
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.conftest import tippe
from tests.ui.importbau import SEITE, importbuero


@pytest.fixture
def offen():
    return importbuero()


@pytest.fixture
def view(ui, runner, qtbot, offen) -> ImportView:
    fenster = ImportView(ui)
    ziele = Aufzeichnung()
    fenster.verbinde(
        ImportPresenter(
            fenster, offen.services, runner,
            Ziele(ziele.oeffne, ziele.oeffne_liste, ziele.melde), str,
        )
    )  # fmt: skip
    fenster.resize(1200, 760)
    qtbot.addWidget(fenster)
    fenster.show()
    fenster.zeige(Ort(Bildschirm.IMPORT))
    fenster.ziele = ziele
    return fenster


def _finde(view, art, name):
    return next(w for w in view.findChildren(art) if w.accessibleName() == name)


def _knopf(view, text: str) -> QPushButton:
    return next(
        b for b in view.findChildren(QPushButton)
        if b.text().replace("&", "") == text and b.isVisibleTo(view)
    )  # fmt: skip


def _fuege_ein(view, text: str, html: str = "") -> None:
    daten = QMimeData()
    daten.setText(text)
    if html:
        daten.setHtml(html)
    QGuiApplication.clipboard().setMimeData(daten)
    view.focusWidget().paste()


def _waehle(view, anfang: str) -> None:
    liste = _finde(view, QListView, "Erkannte Teile")
    modell = liste.model()
    zeile = next(i for i, row in enumerate(modell.rows) if row.vorlesen.startswith(anfang))
    liste.setCurrentIndex(modell.index(zeile, 0))


def test_every_state_has_names_and_its_own_mnemonics(view) -> None:
    bedienbarkeit.pruefe(view)
    _fuege_ein(view, f"Suche Kontakt Impressum\n\n{SEITE}")
    for anfang in ("Vorgang", "Neufassung", "Punkt 1", "Begründung", "Endbericht", "Nicht über"):
        _waehle(view, anfang)
        bedienbarkeit.pruefe(view)


def test_no_mnemonic_belongs_to_the_menu_bar(view) -> None:
    assert not bedienbarkeit.kuerzel_der_menueleiste(view)


def test_the_models_keep_their_promises(view, qtbot) -> None:
    _fuege_ein(view, SEITE)
    for name in ("Erkannte Teile", "Zweifel"):
        ModelTester(qtbot).check(_finde(view, QListView, name).model(), force_py=True)


def test_a_part_chosen_in_the_list_is_shown_in_the_source(view) -> None:
    _fuege_ein(view, SEITE)
    _waehle(view, "Punkt 2, Die Stadt stellt bis")
    quelle = view.findChild(SourceView)
    assert quelle.textCursor().block().text().startswith("2. Die Stadt stellt")
    quelle.moveCursor(quelle.textCursor().MoveOperation.Start)
    liste = _finde(view, QListView, "Erkannte Teile")
    assert liste.model().row(liste.currentIndex().row()).titel == "Vorgang"


def test_splits_a_point_at_the_cursor(view) -> None:
    _fuege_ein(view, SEITE)
    _waehle(view, "Punkt 1, Im 2. Quartal")
    feld = _finde(view, QPlainTextEdit, "Wortlaut")
    cursor = feld.textCursor()
    cursor.setPosition(len("Im 2. Quartal 2024"))
    feld.setTextCursor(cursor)
    _knopf(view, "Punkt teilen").click()
    liste = _finde(view, QListView, "Erkannte Teile")
    texte = [row.text for row in liste.model().rows]
    assert "Im 2. Quartal 2024" in texte
    assert "werden auf dem Marktplatz fünf Bäume gepflanzt." in texte
    _knopf(view, "Rückgängig").click()
    assert "Im 2. Quartal 2024" not in [row.text for row in liste.model().rows]


def test_parts_on_one_line_are_marked_each(view) -> None:
    _fuege_ein(view, SEITE)
    _waehle(view, "Punkt 1, Im 2. Quartal")
    feld = _finde(view, QPlainTextEdit, "Wortlaut")
    cursor = feld.textCursor()
    cursor.setPosition(len("Im 2. Quartal 2024"))
    feld.setTextCursor(cursor)
    _knopf(view, "Punkt teilen").click()
    quelle = view.findChild(SourceView)
    ort = SEITE.index("1. Im 2. Quartal")
    for anfang in ("Punkt 1, Im 2. Quartal 2024", "Punkt ohne Nr., werden auf dem"):
        _waehle(view, anfang)
        assert quelle.gewaehlte_zeilen == {ort}


def test_tab_goes_from_the_words_over_the_deadlines_to_the_new_one(view) -> None:
    _fuege_ein(view, SEITE)
    _waehle(view, "Punkt 1, Im 2. Quartal")
    _waehle(view, "Punkt 2, Die Stadt stellt bis")
    QApplication.processEvents()  # new fields show with the next turn
    namen = [w.accessibleName() for w in bedienbarkeit.tab_kette(view)]
    reihe = ("Wortlaut", "Tag der Frist 1", "Tag der weiteren Frist", "Zu welchem Vorgang")
    orte = [namen.index(name) for name in reihe]
    assert orte == sorted(orte)


def test_ctrl_shift_z_takes_a_correction_back_from_a_field(view, qtbot) -> None:
    _fuege_ein(view, SEITE)
    _waehle(view, "Punkt 2, Die Stadt stellt bis")
    for name in ("Tag der Frist 1", "Nummer des Punkts"):
        feld = _finde(view, QLineEdit, name)
        feld.setFocus()
        druck = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )  # fmt: skip
        druck.ignore()
        QApplication.sendEvent(feld, druck)
        assert not druck.isAccepted(), name


def test_ctrl_z_on_list_and_source_takes_a_correction_back(view) -> None:
    _fuege_ein(view, SEITE)
    for name, art in (("Erkannte Teile", QListView), ("Quelltext", SourceView)):
        _waehle(view, "Punkt 2, Die Stadt stellt bis")
        _knopf(view, "Punkt verbinden").click()
        assert _knopf(view, "Rückgängig").isEnabled()
        _finde(view, art, name).undo()
        assert not _knopf(view, "Rückgängig").isEnabled()


def test_betreff_with_umlauts_and_the_way_to_the_vorgang(view, offen, qtbot) -> None:
    _fuege_ein(view, SEITE)
    betreff = _finde(view, QLineEdit, "Betreff")
    betreff.selectAll()
    tippe(betreff, "Bäume für den Marktplatz")
    qtbot.keyClick(betreff, Qt.Key.Key_Return)
    _knopf(view, "Übernehmen").click()
    (zeile,) = offen.services.vorgaenge.rows()
    assert zeile.betreff == "Bäume für den Marktplatz"
    assert view.ziele.letzter("oeffne") == (zeile.kennung,)


def test_words_that_are_no_day_change_nothing(view, qtbot) -> None:
    _fuege_ein(view, SEITE)
    _waehle(view, "Punkt 2, Die Stadt stellt bis")
    feld = _finde(view, QLineEdit, "Tag der Frist 1")
    assert feld.text() == "30.09.2024"
    feld.selectAll()
    tippe(feld, "übermorgen")
    qtbot.keyClick(feld, Qt.Key.Key_Return)
    assert "kein Datum" in feld.accessibleDescription()
    assert not _knopf(view, "Rückgängig").isEnabled()
    feld.selectAll()
    tippe(feld, "1. Oktober 2024")
    qtbot.keyClick(feld, Qt.Key.Key_Return)
    assert _knopf(view, "Rückgängig").isEnabled()
    assert _finde(view, QLineEdit, "Tag der Frist 1").text() == "01.10.2024"


def test_cancel_goes_back_to_pasting(view, offen) -> None:
    _fuege_ein(view, SEITE)
    _knopf(view, "Abbrechen").click()
    assert _knopf(view, "Aus der Zwischenablage einfügen").isVisible()
    assert offen.services.vorgaenge.rows() == []
    _knopf(view, "Wieder zeigen").click()
    assert _knopf(view, "Übernehmen").isVisible()


def test_one_endless_line_is_shown_in_pieces(view) -> None:
    _fuege_ein(view, "wort " * 40_000)
    quelle = view.findChild(SourceView)
    assert quelle.blockCount() > 90
    stelle = _finde(view, QPlainTextEdit, "Nicht übernommene Stelle")
    assert len(stelle.toPlainText()) < 11_000
    assert not _knopf(view, "Übernehmen").isEnabled()


def test_pasted_html_is_never_rendered(view) -> None:
    _fuege_ein(view, SEITE, '<img src="file:///etc/hostname"><p>Antrag</p>')
    quelle = view.findChild(SourceView)
    assert quelle.document().toPlainText().startswith("Antrag Mehr Schatten")
    assert not isinstance(quelle, QComboBox)


@pytest.mark.parametrize(
    "text",
    ["🌳🌳 Bäume\nund 🌳 mehr", "e\u0301te\u0301\r\nzwei\x0bdrei", "x" * 5000 + "\nEnde 😀 gut"],
)
def test_places_in_the_source_and_in_the_field_agree(ui, qtbot, text) -> None:
    feld = SourceView(ui)
    qtbot.addWidget(feld)
    feld.resize(500, 300)
    feld.zeige_quelltext(text, schneide(text))
    for ort in [i for i, c in enumerate(text) if c.isalnum() or c == "🌳"][
        :: max(1, len(text) // 50)
    ]:
        gemeldet = []
        feld.zeige_stelle(Stelle(ort, ort + 1))
        assert feld.extraSelections()[0].cursor.selectedText() == text[ort]
        feld.ort_gewaehlt.connect(gemeldet.append)
        feld.moveCursor(feld.textCursor().MoveOperation.Right)
        feld.moveCursor(feld.textCursor().MoveOperation.Left)
        feld.ort_gewaehlt.disconnect(gemeldet.append)
        if text[ort + 1 : ort + 2] != "\u0301":  # the cursor moves over whole signs
            assert gemeldet[-1] == ort
