"""The list of deadlines in a real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QTableView
from pytestqt.modeltest import ModelTester

from antragsbuero.ui.fristen.presenter import FristenPresenter, Ziele
from antragsbuero.ui.fristen.view import FristenView
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from tests.ui import bedienbarkeit
from tests.ui.aufbau import HEUTE, buero, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung


@pytest.fixture
def offen():
    return buero(spielplatz())


@pytest.fixture
def view(ui, runner, qtbot, offen) -> FristenView:
    fenster, ziele = FristenView(ui), Aufzeichnung()
    presenter = FristenPresenter(
        fenster, offen.services, runner, Ziele(ziele.oeffne, ziele.umsetzung), str, lambda: HEUTE
    )
    fenster.verbinde(presenter)
    fenster.resize(1100, 700)
    qtbot.addWidget(fenster)
    fenster.show()
    fenster.zeige(Ort(Bildschirm.FRISTEN))
    fenster.ziele = ziele
    yield fenster
    fenster.schliesse()


def _finde(view, art, name):
    return next(w for w in view.findChildren(art) if w.accessibleName() == name)


def _knopf(view, text: str) -> QPushButton:
    return next(b for b in view.findChildren(QPushButton) if b.text().replace("&", "") == text)


def test_names_and_mnemonics(view) -> None:
    bedienbarkeit.pruefe(view)


def test_no_mnemonic_belongs_to_the_menu_bar(view) -> None:
    assert not bedienbarkeit.kuerzel_der_menueleiste(view)


def test_the_models_keep_their_promises(view, qtbot) -> None:
    for name in ("Liste der Fristen", "Monat"):
        ModelTester(qtbot).check(_finde(view, QTableView, name).model(), force_py=True)


def test_the_first_deadline_is_selected_and_headings_are_passed_over(view, qtbot) -> None:
    liste = _finde(view, QTableView, "Liste der Fristen")
    assert liste.model().row(liste.currentIndex().row()).text == "„bis zum 31.03.2025“"
    qtbot.keyClick(liste, Qt.Key.Key_Down)
    row = liste.model().row(liste.currentIndex().row())
    assert (row.kopf, row.gruppe.name) == (False, "VERLOREN")


def test_return_opens_and_the_button_leads_to_the_nachfrage(view, offen, qtbot) -> None:
    liste = _finde(view, QTableView, "Liste der Fristen")
    qtbot.keyClick(liste, Qt.Key.Key_Return)
    (vorgang,) = offen.services.vorgaenge.rows()
    assert view.ziele.letzter("oeffne") == (vorgang.kennung,)
    _knopf(view, "Nachfrage schreiben").click()
    kennung, punkte, nachfrage = view.ziele.letzter("umsetzung")
    assert (kennung, len(punkte), nachfrage) == (vorgang.kennung, 1, None)


def test_a_day_of_the_month_selects_its_deadline(view, qtbot) -> None:
    for _ in range(12):
        _finde(view, QAbstractButton, "Voriger Monat").click()
    assert any(f.text() == "März 2025" for f in view.findChildren(QLabel))
    monat = _finde(view, QTableView, "Monat")
    tage = {
        tag.datum: (zeile, spalte)
        for zeile, woche in enumerate(monat.model().rows)
        for spalte, tag in enumerate(woche.tage)
    }
    liste = _finde(view, QTableView, "Liste der Fristen")
    liste.clearSelection()
    monat.setCurrentIndex(monat.model().index(*tage[date(2025, 3, 31)]))
    assert liste.model().row(liste.selectionModel().selectedRows()[0].row()).tag == date(
        2025, 3, 31
    )


def test_the_selection_survives_a_reload(view) -> None:
    liste = _finde(view, QTableView, "Liste der Fristen")
    liste.selectRow(3)
    gewaehlt = liste.model().row(3).schluessel
    next(iter(view.findChildren(QCheckBox))).toggle()
    view._presenter.lade()
    assert liste.model().row(liste.selectionModel().selectedRows()[0].row()).schluessel == gewaehlt


def test_without_deadlines_it_says_what_to_do(ui, runner, qtbot) -> None:
    leer = FristenView(ui)
    presenter = FristenPresenter(
        leer, buero().services, runner, Ziele(*[lambda *_: None] * 2), str, lambda: HEUTE
    )
    leer.verbinde(presenter)
    qtbot.addWidget(leer)
    leer.show()
    leer.zeige(Ort(Bildschirm.FRISTEN))
    assert any("Sobald ein Beschluss" in f.text() for f in leer.findChildren(QLabel))
    assert not _knopf(leer, "Nachfrage schreiben").isEnabled()
