"""Anlagen in the editor and in the Vorgang: keys, drop, undo, and the race with autosave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from antragsbuero.domain.bearbeitung import leite_ab
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.ui.editor.anlagen import Anlagenfeld
from antragsbuero.ui.editor.anlagen_presenter import AnlagenPresenter
from antragsbuero.ui.editor.contract import Ziele
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.editor.view import EditorView
from antragsbuero.ui.shared.anlagenleser import AnlagenLeser
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.vorgang.anlagen import Anlagenstreifen
from tests.ui.aufbau import HEUTE, buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import kuerzel_der_menueleiste, pruefe
from tests.ui.conftest import tippe
from tests.ui.sofort import SofortRunner, WartenderRunner
from tests.ui.vergleichbau import schatten
from tests.ui.wecker import Uhr

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dateien(tmp_path):
    pfade = []
    for name in ("a.pdf", "b.pdf", "c.exe"):
        (tmp_path / name).write_bytes(name.encode() * 1000)
        pfade.append(tmp_path / name)
    return pfade


class Schirm:
    """The editor with real widgets over a draft."""

    def __init__(self, ui, qtbot, runner) -> None:
        vorgang = schatten()
        entwurf = leite_ab(vorgang.fassungen[1], Fassungsart.NEUFASSUNG, ())
        vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
        self.vorgang, self.entwurf = vorgang.kennung, entwurf.kennung
        self.offen, self.uhr, self.ziele = buero(vorgang), Uhr(), Aufzeichnung()
        self.view = EditorView(ui)
        qtbot.addWidget(self.view)
        z = self.ziele
        self.presenter = EditorPresenter(
            self.view, self.offen.services, runner,
            Ziele(z.oeffne_vorgang, z.bearbeite, z.vergleiche, z.speichern_beginnt, z.gespeichert),
            str, lambda: HEUTE, self.uhr.neu,
        )  # fmt: skip
        self.offen.services.ereignisse.subscribe(self.presenter.on_ereignis)
        self.view.verbinde(self.presenter)
        self.view.resize(1200, 700)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.zeige(Ort(Bildschirm.EDITOR, vorgang.kennung, (entwurf.kennung,)))
        self.feld = self.view.findChild(Anlagenfeld)
        self.liste = self.feld.liste
        self.dienst = self.offen.services.anlagen

    @property
    def fassung(self):
        return self.offen.services.vorgaenge.get(self.vorgang).fassung(self.entwurf)

    @property
    def namen(self):
        return [anlage.name for anlage in self.fassung.anlagen]

    @property
    def zeilen(self):
        return [self.liste.item(n).text() for n in range(self.liste.count())]

    def lege_ab(self, pfade, ziel=None):
        inhalt = QMimeData()
        inhalt.setUrls([QUrl.fromLocalFile(str(pfad)) for pfad in pfade])
        ort, knoepfe = QPointF(50, 50), Qt.MouseButton.LeftButton
        ziel = ziel or self.feld
        rein = QDragEnterEvent(
            ort.toPoint(), Qt.DropAction.CopyAction, inhalt, knoepfe, Qt.KeyboardModifier.NoModifier
        )
        rein.ignore()
        ziel.dragEnterEvent(rein)
        if rein.isAccepted():
            ziel.dropEvent(
                QDropEvent(ort, Qt.DropAction.CopyAction, inhalt, knoepfe,
                           Qt.KeyboardModifier.NoModifier)
            )  # fmt: skip
        return rein.isAccepted()


@pytest.fixture
def schirm(ui, qtbot):
    return Schirm(ui, qtbot, SofortRunner())


@pytest.fixture
def mit_dreien(schirm, dateien):
    assert schirm.lege_ab(dateien)
    assert schirm.zeilen == [
        "Anlage 1: a.pdf, 5 KB", "Anlage 2: b.pdf, 5 KB", "Anlage 3: c.exe, 5 KB",
    ]  # fmt: skip
    schirm.liste.setFocus()
    schirm.liste.setCurrentRow(0)
    return schirm


def test_everything_has_a_name(schirm, dateien):
    pruefe(schirm.view)
    schirm.lege_ab(dateien)
    pruefe(schirm.view)
    assert kuerzel_der_menueleiste(schirm.feld) == []


def test_dropped_files_are_added_and_are_no_text(mit_dreien):
    assert mit_dreien.namen == ["a.pdf", "b.pdf", "c.exe"]
    assert "a.pdf" not in mit_dreien.view._text.toPlainText()


def test_text_takes_no_files(schirm, dateien):
    text = schirm.view._text
    inhalt = QMimeData()
    inhalt.setUrls([QUrl.fromLocalFile(str(dateien[0]))])
    vorher = text.toPlainText()
    assert not text.acceptDrops()
    assert not text.canInsertFromMimeData(inhalt)
    text.insertFromMimeData(inhalt)
    assert text.toPlainText() == vorher


def test_words_dropped_beside_the_text_are_not_taken(schirm):
    inhalt = QMimeData()
    inhalt.setText("Worte")
    rein = QDragEnterEvent(
        QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, inhalt, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    rein.ignore()
    schirm.feld.dragEnterEvent(rein)
    assert not rein.isAccepted()


def test_button_adds_what_was_chosen(schirm, dateien):
    schirm.feld.frage_dateien = lambda: [str(dateien[1])]
    schirm.feld._neu.click()
    assert schirm.namen == ["b.pdf"]


def test_bad_files_are_named(schirm, dateien, tmp_path):
    (tmp_path / "leer.pdf").touch()
    schirm.lege_ab([tmp_path / "leer.pdf", dateien[0]])
    assert schirm.namen == ["a.pdf"]
    assert "„leer.pdf“ ist leer" in schirm.feld._hinweis.text
    schirm.lege_ab([tmp_path / "leer.pdf"])
    assert "„leer.pdf“ ist leer" in schirm.feld._hinweis.text


class TestKeys:
    def test_order(self, mit_dreien):
        liste = mit_dreien.liste
        QTest.keyClick(liste, Qt.Key.Key_Down, ALT)
        assert mit_dreien.namen == ["b.pdf", "a.pdf", "c.exe"]
        assert liste.currentRow() == 1
        for _ in range(5):
            QTest.keyClick(liste, Qt.Key.Key_Up, ALT)
        assert mit_dreien.namen == ["a.pdf", "b.pdf", "c.exe"]
        assert mit_dreien.zeilen[0] == "Anlage 1: a.pdf, 5 KB"

    def test_remove_and_undo(self, mit_dreien):
        QTest.keyClick(mit_dreien.liste, Qt.Key.Key_Delete)
        assert mit_dreien.namen == ["b.pdf", "c.exe"]
        assert mit_dreien.liste.currentRow() == 0
        hinweis = mit_dreien.feld._hinweis
        assert hinweis.text == "„a.pdf“ ist entfernt."
        hinweis._knopf.click()
        assert mit_dreien.namen == ["a.pdf", "b.pdf", "c.exe"]
        assert hinweis.text == ""

    def test_rename_edits_the_name_alone(self, mit_dreien, qtbot):
        liste = mit_dreien.liste
        QTest.keyClick(liste, Qt.Key.Key_F2)
        zeile = liste.findChild(QLineEdit)
        assert zeile.text() == "a.pdf"
        zeile.selectAll()
        tippe(zeile, "Übersicht")
        QTest.keyClick(zeile, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: mit_dreien.namen[0] == "Übersicht.pdf")
        assert mit_dreien.zeilen[0].startswith("Anlage 1: Übersicht.pdf")

    def test_enter_opens_a_copy_but_no_program(self, mit_dreien, monkeypatch):
        gezeigt: list[Path] = []
        monkeypatch.setattr(mit_dreien.feld, "zeige_datei", gezeigt.append)
        QTest.keyClick(mit_dreien.liste, Qt.Key.Key_Return)
        assert [pfad.name for pfad in gezeigt] == ["a.pdf"]
        assert gezeigt[0].read_bytes() == b"a.pdf" * 1000
        mit_dreien.liste.setCurrentRow(2)
        assert not mit_dreien.feld._lesend[0].isEnabled()
        QTest.keyClick(mit_dreien.liste, Qt.Key.Key_Return)
        assert len(gezeigt) == 1
        assert "Makros" in mit_dreien.feld._hinweis.text
        mit_dreien.dienst.raeume_auf()


def test_dragged_row_gets_the_place(mit_dreien):
    mit_dreien.liste.gesetzt.emit(mit_dreien.fassung.anlagen[0].kennung, 2)
    assert mit_dreien.namen == ["b.pdf", "c.exe", "a.pdf"]


def test_save_as(mit_dreien, tmp_path):
    mit_dreien.feld.frage_ziel = lambda name: str(tmp_path / f"kopie-{name}")
    mit_dreien.feld._lesend[1].click()
    assert (tmp_path / "kopie-a.pdf").read_bytes() == b"a.pdf" * 1000
    assert "Gespeichert" in mit_dreien.feld._hinweis.text


def test_submitted_fassung_shows_them_and_changes_none(mit_dreien, dateien):
    v = mit_dreien.offen.services.vorgaenge
    v.reiche_ein(mit_dreien.vorgang, mit_dreien.entwurf, HEUTE)
    assert mit_dreien.liste.count() == 3
    assert mit_dreien.feld._neu.isHidden()
    assert all(button.isHidden() for button in mit_dreien.feld._schreibend)
    assert not mit_dreien.lege_ab(dateien)
    for taste in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(mit_dreien.liste, taste)
    QTest.keyClick(mit_dreien.liste, Qt.Key.Key_Down, ALT)
    assert mit_dreien.namen == ["a.pdf", "b.pdf", "c.exe"]


class TestAutosave:
    """What is typed and what is added never overwrite each other."""

    def test_added_while_words_wait_to_be_saved(self, schirm, dateien):
        tippe(schirm.view._text, "Neu. ")
        schirm.lege_ab(dateien[:1])
        tippe(schirm.view._text, "Mehr. ")
        schirm.uhr.vergeht(5000)
        assert "Mehr. " in "".join(p.text for p in schirm.fassung.alle_punkte())
        assert schirm.namen == ["a.pdf"]

    def test_added_by_another_window(self, schirm, dateien):
        tippe(schirm.view._text, "Neu. ")
        schirm.dienst.fuege_hinzu(schirm.vorgang, schirm.entwurf, dateien[:2])
        schirm.uhr.vergeht(5000)
        assert schirm.namen == ["a.pdf", "b.pdf"]
        assert len(schirm.zeilen) == 2

    def test_removed_one_does_not_come_back_with_the_words(self, mit_dreien):
        tippe(mit_dreien.view._text, "Neu. ")
        QTest.keyClick(mit_dreien.liste, Qt.Key.Key_Delete)
        mit_dreien.uhr.vergeht(5000)
        assert mit_dreien.namen == ["b.pdf", "c.exe"]

    def test_submitting_takes_them_along(self, mit_dreien):
        tippe(mit_dreien.view._text, "Neu. ")
        mit_dreien.presenter.reiche_ein(HEUTE, "A 7")
        assert mit_dreien.fassung.eingereicht
        assert mit_dreien.namen == ["a.pdf", "b.pdf", "c.exe"]


def test_late_answer_does_not_show_in_another_draft(dateien):
    vorgang = schatten()
    entwurf = leite_ab(vorgang.fassungen[1], Fassungsart.NEUFASSUNG, ())
    vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
    offen, runner, view = buero(vorgang), WartenderRunner(), Aufzeichnung()
    ziele = Aufzeichnung()
    presenter = AnlagenPresenter(offen.services.anlagen, runner, str, ziele.beginnt, ziele.fertig)
    presenter.verbinde(view)
    presenter.folge(vorgang.kennung, entwurf)
    presenter.fuege_hinzu(dateien[:1])
    presenter.folge(vorgang.kennung, vorgang.fassungen[0])
    runner.laufe()
    assert view.letzter("zeige_anlagen") == ((), False)
    assert offen.services.vorgaenge.get(vorgang.kennung).fassung(entwurf.kennung).anlagen


def test_work_has_a_title_with_progress(schirm, dateien):
    runner = schirm.presenter._runner
    schirm.lege_ab(dateien)
    schirm.lege_ab(dateien[:1])
    assert runner.titel[-2:] == ["Anlage hinzufügen: 3 Dateien", "Anlage hinzufügen: a.pdf"]


def test_strip_of_the_vorgang(ui, qtbot, mit_dreien, tmp_path, monkeypatch):
    leser = AnlagenLeser(mit_dreien.dienst, SofortRunner(), str)
    streifen = Anlagenstreifen(ui, leser)
    qtbot.addWidget(streifen)
    assert streifen.isHidden()
    leser.zeige(mit_dreien.fassung.anlagen)
    assert not streifen.isHidden()
    pruefe(streifen)
    gezeigt: list[Path] = []
    monkeypatch.setattr(streifen, "zeige_datei", gezeigt.append)
    streifen.liste.setCurrentRow(1)
    streifen._oeffnen.click()
    assert [pfad.name for pfad in gezeigt] == ["b.pdf"]
    streifen.frage_ziel = lambda name: str(tmp_path / "kopie.pdf")
    streifen._speichern.click()
    assert (tmp_path / "kopie.pdf").read_bytes() == b"b.pdf" * 1000
    QTest.keyClick(streifen.liste, Qt.Key.Key_Delete)
    assert streifen.liste.count() == 3
    leser.zeige(())
    assert streifen.isHidden()
    mit_dreien.dienst.raeume_auf()
