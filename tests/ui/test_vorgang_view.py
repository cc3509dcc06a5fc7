"""One Vorgang as a widget."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QApplication

from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.papier import Stueck
from antragsbuero.services.vorgaenge import Kopfdaten
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.vorgang.presenter import VorgangPresenter, Ziele
from antragsbuero.ui.vorgang.view import VorgangView
from tests.ui.aufbau import HEUTE, TestBuero, buero, einfach, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import knoten, pruefe
from tests.ui.conftest import tippe
from tests.ui.sofort import SofortRunner


class Fenster:
    def __init__(self, ui, qtbot, *vorgaenge) -> None:
        self.buero: TestBuero = buero(*vorgaenge)
        self.view, self.z = VorgangView(ui), Aufzeichnung()
        qtbot.addWidget(self.view)
        z = self.z
        presenter = VorgangPresenter(
            self.view, self.buero.services, SofortRunner(),
            Ziele(z.bearbeite, z.vergleiche, z.umsetzung, z.nachfrage, z.gezeigt,
                  z.speichern_beginnt, z.gespeichert),
            str, lambda: HEUTE,
        )  # fmt: skip
        self.view.verbinde(presenter)
        self.view.resize(1200, 800)
        self.view.show()
        if vorgaenge:
            self.view.zeige(Ort(Bildschirm.VORGANG, vorgaenge[0].kennung))


@pytest.fixture
def f(ui, qtbot) -> Fenster:
    return Fenster(ui, qtbot, spielplatz())


def test_names_everything_on_every_page(f: Fenster) -> None:
    pruefe(f.view)
    for nummer in range(f.view._reiter.count()):
        f.view._reiter.setCurrentIndex(nummer)
        pruefe(f.view)
    f.view.zeige_kopfformular(True)
    pruefe(f.view)


def test_the_timeline_can_be_read_aloud_and_walked_by_keys(f: Fenster, qtbot) -> None:
    strahl = f.view._strahl.strahl
    namen = {k.text(QAccessible.Text.Name) for k in knoten(strahl)}
    assert {
        "15.05.2024, Beschluss, mehrheitlich, nach 23 Tagen · 3 Punkte",
        "30.06.2024, Frist zu Punkt 1, im Beschluss „schnellstmöglich“",
        "16 Monate (509 Tage) vom Beschluss bis zum Bericht",
    } <= namen
    f.view.activateWindow()
    strahl._stationen[0].setFocus()
    qtbot.keyClick(strahl._stationen[0], Qt.Key.Key_Right)
    qtbot.keyClick(strahl._stationen[1], Qt.Key.Key_Return)
    assert f.view._teile._titel.text() == "Verwaltungsstandpunkt vom 18.03.2024"
    assert [b.isChecked() for b in strahl._stationen] == [False, True, False, False, False]


def test_every_mark_of_the_timeline_has_a_tooltip(f: Fenster) -> None:
    strahl = f.view._strahl.strahl
    for widget in (*strahl._stationen, *strahl._marken):
        assert widget.toolTip()
        assert strahl.rect().contains(widget.geometry())


@pytest.mark.parametrize("breite", [560, 816, 1192, 1900])
def test_the_timeline_fits_every_width(f: Fenster, breite: int) -> None:
    f.view.resize(breite, 700)
    QApplication.processEvents()
    for gleich in (0, 1):
        f.view._strahl._gruppe.button(gleich).click()
        strahl = f.view._strahl.strahl
        assert strahl.width() >= f.view._strahl._rolle.viewport().width()
        assert all(strahl.rect().contains(b.geometry()) for b in strahl._stationen)


def test_a_vorgang_of_drafts_has_no_timeline(ui, qtbot) -> None:
    f = Fenster(ui, qtbot, einfach("Neu"))
    assert not f.view._strahl.isVisible()
    assert f.view._teile._bearbeiten.isVisible()
    assert not f.view._reiter.isTabEnabled(1)
    assert not f.view._nachfrage.isEnabled()


def test_the_tabs_of_other_screens_lead_there_and_stay(f: Fenster) -> None:
    f.view._reiter.setCurrentIndex(1)
    f.view._reiter.setCurrentIndex(2)
    assert f.z.alle("vergleiche")
    assert f.z.alle("umsetzung")
    assert f.view._reiter.currentIndex() == 0


def test_the_form_changes_the_head(f: Fenster) -> None:
    form = f.view._form
    f.view.zeige_kopfformular(True)
    form._betreff.setPlainText("Schatten auf\nSpielplätzen")
    form._nummern.setText("VIII-A-0114; ; VIII-A-0999;VIII-A-0114")
    form._zustaendig.setCurrentText("Kim Roth")
    form.speichere()
    (zeile,) = f.buero.services.vorgaenge.rows()
    v = f.buero.services.vorgaenge.get(zeile.kennung)
    assert (v.betreff, v.nummern, v.zustaendig) == (
        "Schatten auf Spielplätzen", ("VIII-A-0114", "VIII-A-0999"), "Kim Roth",
    )  # fmt: skip
    assert f.view._stapel.currentIndex() == 0


def test_a_changed_form_is_never_lost(ui, qtbot) -> None:
    anderer = einfach("Anderes")
    f = Fenster(ui, qtbot, spielplatz(), anderer)
    (v,) = [z for z in f.buero.services.vorgaenge.rows() if z.kennung != anderer.kennung]
    f.view.zeige(Ort(Bildschirm.VORGANG, v.kennung))
    f.view.zeige_kopfformular(True)
    assert not f.view.ungesichert()
    qtbot.keyClick(f.view._form, Qt.Key.Key_Escape)
    assert f.view._stapel.currentIndex() == 0, "Esc leaves what was not changed"
    f.view.zeige_kopfformular(True)
    f.view._form._nummern.setText("VIII-A-0999")
    qtbot.keyClick(f.view._form, Qt.Key.Key_Escape)
    assert f.view._stapel.currentIndex() == 1, "but not what was"
    assert "noch nicht gespeichert" in f.view.ungesichert()
    f.view.zeige(Ort(Bildschirm.VORGANG, anderer.kennung))
    assert f.buero.services.vorgaenge.get(v.kennung).nummern == ("VIII-A-0999",)
    assert f.view._bild.kennung == anderer.kennung
    assert not f.view.ungesichert()


def test_a_betreff_is_not_taken_away(f: Fenster) -> None:
    (zeile,) = f.buero.services.vorgaenge.rows()
    f.view.zeige_kopfformular(True)
    f.view._form._betreff.clear()
    f.view._form._ortsteile.setText("Lindenau")
    f.view._form.speichere()
    v = f.buero.services.vorgaenge.get(zeile.kennung)
    assert (v.betreff, v.ortsteile) == (zeile.betreff, ("Lindenau",))


def test_notes_are_stored_when_one_leaves(f: Fenster) -> None:
    f.view._reiter.setCurrentIndex(4)
    f.view._notizen.clear()
    tippe(f.view._notizen, "Müller anrufen")
    assert f.view.darf_gehen()
    (zeile,) = f.buero.services.vorgaenge.rows()
    assert f.buero.services.vorgaenge.get(zeile.kennung).notizen == "Müller anrufen"


def test_a_betreff_of_500_letters_wraps(ui, qtbot) -> None:
    f = Fenster(ui, qtbot, replace(spielplatz(), betreff="Straßenbäume " * 40))
    f.view.resize(800, 600)
    QApplication.processEvents()
    assert f.view.width() == 800
    assert f.view._kopf._betreff.height() > 60


def test_wording_never_loads_anything(f: Fenster) -> None:
    text = f.view._teile.text
    arten = (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.HtmlResource)
    for art in arten:
        assert text.loadResource(art.value, QUrl("file:///etc/hostname")) is None


def test_export_asks_for_a_name_and_does_nothing_without(f: Fenster, tmp_path: Path) -> None:
    gefragt = []

    def frage(vorschlag: str) -> str:
        gefragt.append(vorschlag)
        return ""

    f.view.frage_ziel = frage
    assert f.view._exportiere()
    assert gefragt == ["A 0114 Spielplätze an heißen Tagen beschatten Beschluss.docx"]
    assert not f.view._hinweis.text


def test_ctrl_p_asks_for_the_preview_of_the_chosen_paper(f: Fenster, qtbot) -> None:
    with qtbot.waitSignal(f.view.vorschau) as signal:
        assert f.view.drucke()
    (auftrag,) = signal.args
    assert auftrag.dateiname.endswith("Beschluss.pdf")
    assert auftrag.komponiere().stueck is Stueck.FASSUNG


def test_a_vorgang_that_is_gone_says_so(ui, qtbot) -> None:
    f = Fenster(ui, qtbot)
    f.view.zeige(Ort(Bildschirm.VORGANG, "weg"))
    assert f.view._stapel.currentIndex() == 2
    pruefe(f.view)


def test_notes_typed_without_a_pause_are_stored_within_three_seconds(f: Fenster) -> None:
    f.view._reiter.setCurrentIndex(4)
    tippe(f.view._notizen, "a")
    uhr = f.view._seiten._uhr
    assert 0 < uhr.interval() <= 1000
    f.view._seiten._seit = _Seit(2400)
    tippe(f.view._notizen, "b")
    assert uhr.interval() <= 100
    f.view._seiten._seit = _Seit(9000)
    tippe(f.view._notizen, "c")
    assert uhr.interval() == 0
    uhr.timeout.emit()
    (zeile,) = f.buero.services.vorgaenge.rows()
    assert f.buero.services.vorgaenge.get(zeile.kennung).notizen.startswith("abc")
    f.view.sichere_notizen_spaeter()
    assert uhr.isActive()
    f.view.darf_gehen()
    assert not uhr.isActive()


class _Seit:
    """A watch that has run for so many milliseconds."""

    def __init__(self, vergangen: int) -> None:
        self._vergangen = vergangen

    def start(self) -> None:
        self._vergangen = 0

    def elapsed(self) -> int:
        return self._vergangen


def test_notes_that_could_not_be_stored_stay_and_hold_the_window(f: Fenster) -> None:
    f.view._reiter.setCurrentIndex(4)
    f.view._notizen.clear()
    tippe(f.view._notizen, "neu")
    (zeile,) = f.buero.services.vorgaenge.rows()
    schreibe = f.buero.ablage.write

    def voll(_arbeit):
        raise Ablagefehler("Der Datenträger ist voll.")

    f.buero.ablage.write = voll
    assert not f.view.darf_gehen()
    assert "voll" in f.view._hinweis.text
    f.buero.ablage.write = schreibe
    f.view._presenter.oeffne(zeile.kennung)
    assert f.view._notizen.toPlainText() == "neu"
    assert f.view.darf_gehen()
    assert f.buero.services.vorgaenge.get(zeile.kennung).notizen == "neu"


def test_editing_the_head_elsewhere_keeps_typed_notes(f: Fenster) -> None:
    f.view._reiter.setCurrentIndex(4)
    f.view._notizen.clear()
    tippe(f.view._notizen, "neu")
    (zeile,) = f.buero.services.vorgaenge.rows()
    v = f.buero.services.vorgaenge.get(zeile.kennung)
    f.buero.services.vorgaenge.aendere_kopf(v.kennung, replace(Kopfdaten.von(v), zustaendig="X"))
    f.view._presenter.oeffne(v.kennung)
    assert f.view._notizen.toPlainText() == "neu"
    f.view.darf_gehen()


def test_the_parts_of_a_paper_go_to_the_clipboard_with_their_lists(f: Fenster) -> None:
    neufassung = f.buero.services.vorgaenge.get(spielplatz_kennung(f)).fassungen[2]
    f.view._presenter.waehle(neufassung.kennung)
    betreff, vorschlag, begruendung = f.view._einreichung.kopien
    vorschlag.trigger()
    daten = QApplication.clipboard().mimeData()
    assert daten.html().count("<li") == 2
    assert daten.text().startswith("1. Bis zum 30.06.2024 legt die Stadt eine Liste vor.\n2. ")
    betreff.trigger()
    assert QApplication.clipboard().text() == "Spielplätze an heißen Tagen beschatten"
    begruendung.trigger()
    assert "Wir übernehmen den Vorschlag" in QApplication.clipboard().text()
    assert f.view._hinweis.text.startswith("Begründung kopiert")


def test_the_mail_is_written_and_opened_for_submitted_papers_of_the_faction(
    f: Fenster, tmp_path: Path
) -> None:
    vorgang = f.buero.services.vorgaenge.get(spielplatz_kennung(f))
    aktionen, geoeffnet = f.view._einreichung, []
    f.view._presenter.waehle(vorgang.fassungen[1].kennung)
    assert not aktionen.entwurf.isEnabled()
    f.view._presenter.waehle(vorgang.fassungen[2].kennung)
    assert aktionen.entwurf.isEnabled()
    for endung in (".pdf", ".docx"):
        f.buero.services.exporte._writers[endung] = lambda d, ziel: ziel.write_bytes(b"x") and []
    aktionen.oeffne = geoeffnet.append
    aktionen.frage_ziel = lambda vorschlag: str(tmp_path / vorschlag)
    aktionen.entwurf.trigger()
    assert [datei.name for datei in geoeffnet] == [
        "A 0114-NF-01 Spielplätze an heißen Tagen beschatten E-Mail-Entwurf.eml"
    ]
    assert b"X-Unsent: 1" in geoeffnet[0].read_bytes()
    assert "noch keine Adresse" in f.view._hinweis.text


def test_ctrl_e_asks_for_the_paper_that_is_shown(f: Fenster) -> None:
    gewuenscht = []
    f.view.export.connect(lambda auswahl, vorwahl: gewuenscht.append((auswahl, vorwahl)))
    vorgang = f.buero.services.vorgaenge.get(spielplatz_kennung(f))
    f.view._presenter.waehle(vorgang.fassungen[0].kennung)
    assert f.view.exportiere()
    ((auswahl, vorwahl),) = gewuenscht
    assert auswahl == Auswahl((vorgang.kennung,), fassung=vorgang.fassungen[0].kennung)
    assert vorwahl == (Ausgabe.FASSUNG,)


def spielplatz_kennung(f: Fenster) -> str:
    return f.buero.services.vorgaenge.rows()[0].kennung
