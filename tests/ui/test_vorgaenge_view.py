"""The list of Vorgänge as a widget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from antragsbuero.services.ausgabe import Ausgabe
from antragsbuero.ui.vorgaenge.delegate import fundstellen
from antragsbuero.ui.vorgaenge.presenter import VorgaengePresenter, Ziele
from antragsbuero.ui.vorgaenge.view import VorgaengeView
from tests.ui.aufbau import HEUTE, bestand, buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import pruefe, tab_kette
from tests.ui.conftest import tippe
from tests.ui.sofort import SofortRunner


@pytest.fixture
def bau(ui, qtbot):
    def bauen(*vorgaenge):
        view, z = VorgaengeView(ui), Aufzeichnung()
        qtbot.addWidget(view)
        ziele = Ziele(z.oeffne, z.vergleiche, z.umsetzung, z.neuer_antrag, z.importiere)
        presenter = VorgaengePresenter(
            view, buero(*vorgaenge).services, SofortRunner(), ziele, str, lambda: HEUTE
        )
        view.verbinde(presenter)
        view.resize(1100, 700)
        view.show()
        presenter.lade()
        return view, z

    return bauen


def test_names_everything(bau) -> None:
    view, _ = bau(*bestand())
    pruefe(view)


def test_search_finds_while_typing_and_escape_is_not_needed(bau, qtbot) -> None:
    view, _ = bau(*bestand())
    tippe(view._feld, "bänke")
    assert view._modell.rowCount() == 5
    view._feld._uhr.timeout.emit()
    assert [row.nummer for row in view._modell.rows] == ["VIII-A-0207"]
    assert view._anzahl.text() == "1 von 5"
    view._feld.clear()
    assert view._modell.rowCount() == 5


def test_from_the_search_line_into_the_list_by_keys(bau, qtbot) -> None:
    view, ziele = bau(*bestand())
    tippe(view._feld, "bänke")
    qtbot.keyClick(view._feld, Qt.Key.Key_Return)
    assert ziele.letzter("oeffne") == (view._modell.row(0).kennung,)
    view._feld.clear()
    tippe(view._feld, "xyzzy")
    qtbot.keyClick(view._feld, Qt.Key.Key_Return)
    assert len(ziele.alle("oeffne")) == 1, "nothing found, nothing opened"
    view._feld.clear()
    view._feld.setFocus()
    qtbot.keyClick(view._feld, Qt.Key.Key_Down)
    assert view.focusWidget() is view._tabelle
    qtbot.keyClick(view._tabelle, Qt.Key.Key_Down)
    qtbot.keyClick(view._tabelle, Qt.Key.Key_Return)
    assert ziele.letzter("oeffne") == (view._modell.row(1).kennung,)


def test_a_fault_goes_once_loading_works_again(bau) -> None:
    view, _ = bau(*bestand())
    view.zeige_fehler("Ein anderes Programm hält die Datenbank fest.")
    assert view._hinweis.text
    view._presenter.lade()
    assert not view._hinweis.text


def test_nothing_found_says_what_was_looked_for(bau) -> None:
    view, _ = bau(*bestand())
    tippe(view._feld, "xyzzy")
    view._feld.returnPressed.emit()
    assert view._stapel.currentIndex() == 1
    assert "„xyzzy“" in view._leer._text.text()


def test_no_vorgaenge_offer_the_import(bau) -> None:
    view, _ = bau()
    assert view._stapel.currentIndex() == 2
    pruefe(view)


def test_enter_opens_the_chosen_one(bau, qtbot) -> None:
    view, z = bau(*bestand())
    view._tabelle.selectRow(1)
    qtbot.keyClick(view._tabelle, Qt.Key.Key_Return)
    assert z.letzter("oeffne") == (view._modell.row(1).kennung,)


def test_the_pane_follows_the_choice(bau) -> None:
    view, z = bau(*bestand())
    view._tabelle.selectRow(1)
    assert view._detail._detail.betreff == "Spielplätze an heißen Tagen beschatten"
    view._detail._umsetzung.click()
    assert z.alle("umsetzung")


def test_columns_sort(bau) -> None:
    view, _ = bau(*bestand())
    view._tabelle.horizontalHeader().sectionClicked.emit(1)
    betreffe = [row.betreff for row in view._modell.rows]
    assert betreffe == sorted(betreffe, key=str.casefold, reverse=betreffe[0] > betreffe[-1])


def test_tab_reaches_search_list_and_buttons_in_reading_order(bau) -> None:
    view, _ = bau(*bestand())
    kette = tab_kette(view)
    orte = [kette.index(widget) for widget in (view._feld, view._tabelle, view._detail._oeffnen)]
    assert orte == sorted(orte)


def test_dropped_files_and_folders_go_to_the_import(bau, tmp_path) -> None:
    view, z = bau(*bestand())
    datei = tmp_path / "Antrag ü.txt"
    datei.write_text("x")
    daten = QMimeData()
    daten.setUrls([QUrl.fromLocalFile(str(datei)), QUrl.fromLocalFile(str(tmp_path))])
    view.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, daten, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    assert z.letzter("importiere") == ([str(datei), str(tmp_path)],)


def test_places_found_never_overlap() -> None:
    assert fundstellen("Quartiersmanagement", ("management", "quartier", "manage")) == (
        (0, 8), (9, 19),
    )  # fmt: skip
    assert fundstellen("aaa", ("a",)) == ((0, 3),)
    assert fundstellen("", ("a",)) == ()


def test_several_are_chosen_with_shift_and_exported_together(bau, qtbot) -> None:
    view, _ = bau(*bestand())
    gewuenscht = []
    view.export.connect(lambda auswahl, vorwahl: gewuenscht.append((auswahl, vorwahl)))
    view._tabelle.setFocus()
    qtbot.keyClick(view._tabelle, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view._tabelle, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view._tabelle, Qt.Key.Key_F24)  # Qt remembers Shift until the next key
    view._exportieren.click()
    ((auswahl, vorwahl),) = gewuenscht
    assert auswahl.vorgaenge == tuple(row.kennung for row in view._modell.rows[:3])
    assert vorwahl == (Ausgabe.AKTE,)


def test_without_a_choice_nothing_is_exported(bau) -> None:
    view, _ = bau(*bestand())
    view._tabelle.clearSelection()
    assert not view._exportieren.isEnabled()
    assert not view._export.isEnabled()
