"""The Beschlusskontrolle in a real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTableView
from pytestqt.modeltest import ModelTester

from antragsbuero.domain.absatz import absaetze
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.umsetzung.presenter import UmsetzungPresenter, Ziele
from antragsbuero.ui.umsetzung.view import UmsetzungView
from tests.ui import bedienbarkeit
from tests.ui.aufbau import HEUTE, buero, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.conftest import tippe


@pytest.fixture
def vorgang():
    return spielplatz()


@pytest.fixture
def offen(vorgang):
    return buero(vorgang)


@pytest.fixture
def view(ui, runner, qtbot, offen, vorgang) -> UmsetzungView:
    fenster, ziele = UmsetzungView(ui), Aufzeichnung()
    presenter = UmsetzungPresenter(
        fenster, offen.services, runner,
        Ziele(ziele.oeffne, ziele.importiere, ziele.zeige_ort), str, lambda: HEUTE,
    )  # fmt: skip
    fenster.verbinde(presenter)
    offen.services.ereignisse.subscribe(presenter.on_ereignis)
    fenster.resize(1200, 760)
    qtbot.addWidget(fenster)
    fenster.show()
    fenster.zeige(Ort(Bildschirm.UMSETZUNG, vorgang.kennung))
    fenster.ziele = ziele
    yield fenster
    fenster.schliesse()


def _finde(view, art, name):
    return next(w for w in view.findChildren(art) if w.accessibleName() == name)


def _knopf(view, anfang: str) -> QPushButton:
    return next(
        b for b in view.findChildren(QPushButton)
        if (b.accessibleName() or b.text().replace("&", "")).startswith(anfang)
        and b.isVisibleTo(view)
    )  # fmt: skip


def test_every_state_has_names_and_its_own_mnemonics(view, vorgang) -> None:
    bedienbarkeit.pruefe(view)
    _finde(view, QTableView, "Beschlusspunkte").selectAll()
    _knopf(view, "Nachfrage zu Punkt 1, 2 und 3 schreiben").click()
    bedienbarkeit.pruefe(view)
    _knopf(view, "Als eingereicht").click()
    bedienbarkeit.pruefe(view)
    _knopf(view, "Vermerken").click()
    bedienbarkeit.pruefe(view)
    view.zeige(Ort(Bildschirm.UMSETZUNG))
    bedienbarkeit.pruefe(view)


def test_no_mnemonic_belongs_to_the_menu_bar(view) -> None:
    assert not bedienbarkeit.kuerzel_der_menueleiste(view)


def test_the_models_keep_their_promises(view, qtbot) -> None:
    view.zeige(Ort(Bildschirm.UMSETZUNG))
    for name in ("Beschlusspunkte", "Alle Beschlüsse"):
        ModelTester(qtbot).check(_finde(view, QTableView, name).model(), force_py=True)


def test_judgements_are_set_by_keyboard(view, offen, vorgang, qtbot) -> None:
    liste = _finde(view, QComboBox, "Unser Urteil")
    liste.setFocus()
    qtbot.keyClick(liste, Qt.Key.Key_Down)
    notiz = _finde(view, QLineEdit, "Notiz zum Punkt")
    tippe(notiz, "Geprüft")
    qtbot.keyClick(notiz, Qt.Key.Key_Return)
    urteil = next(
        u for u in offen.services.vorgaenge.get(vorgang.kennung).umsetzungen
        if u.punkt == vorgang.fassungen[3].punkte[0].kennung
    )  # fmt: skip
    assert (urteil.fraktion, urteil.verwaltung, urteil.notiz) == (
        "IN_UMSETZUNG", "OFFEN", "Geprüft",
    )  # fmt: skip


def test_the_cursor_goes_into_the_new_draft_and_stays_there(view, offen, vorgang, qtbot) -> None:
    _knopf(view, "Nachfrage zu Punkt 1 schreiben").click()
    feld = _finde(view, QPlainTextEdit, "Frage 1 zu Punkt 1")
    assert view.focusWidget() is feld
    view._eines.tabelle.setFocus()
    _knopf(view, "Nachfrage zu Punkt 1 schreiben").click()
    assert view.focusWidget() is feld, "the untouched draft is handed out again"
    assert len(offen.services.vorgaenge.get(vorgang.kennung).nachfragen) == 1
    feld.selectAll()
    tippe(feld, "Wo bleibt die Übersicht?")
    with qtbot.waitSignal(view._eines.nachfrage._uhr.timeout, timeout=5000):
        pass
    assert offen.services.vorgaenge.get(vorgang.kennung).nachfragen[0].fragen == (
        "Wo bleibt die Übersicht?",
    )
    assert _finde(view, QPlainTextEdit, "Frage 1 zu Punkt 1") is feld
    feld.undo()
    assert feld.toPlainText() != "Wo bleibt die Übersicht?"


def test_a_whole_point_is_shown_whatever_its_length(view, offen, vorgang) -> None:
    lang = " ".join(["Der Rat wird jedes Jahr unterrichtet."] * 12)
    beschluss = vorgang.fassungen[3]
    punkte = (beschluss.punkte[0], replace(beschluss.punkte[1], absaetze=absaetze([lang])))
    neu = replace(vorgang, fassungen=(replace(beschluss, punkte=punkte),), kennung="lang")
    offen.ablage.write(lambda work: work.vorgaenge.add(neu))
    view.zeige(Ort(Bildschirm.UMSETZUNG, "lang"))
    tabelle = _finde(view, QTableView, "Beschlusspunkte")
    tabelle.resizeRowsToContents()
    breit = tabelle.rowHeight(1)
    view.resize(760, 760)
    tabelle.resizeRowsToContents()
    assert tabelle.rowHeight(1) > breit


def test_leaving_stores_what_was_typed(view, offen, vorgang) -> None:
    _knopf(view, "Nachfrage zu Punkt 1 schreiben").click()
    feld = _finde(view, QPlainTextEdit, "Frage 1 zu Punkt 1")
    feld.selectAll()
    tippe(feld, "Schnell")
    assert view.darf_gehen()
    assert offen.services.vorgaenge.get(vorgang.kennung).nachfragen[0].fragen == ("Schnell",)
