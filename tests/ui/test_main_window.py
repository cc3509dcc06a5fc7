"""The frame with all its screens over a unit of work in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from antragsbuero.services.errors import Ablagefehler, Gesperrt
from antragsbuero.ui.ablauf import Ablauf
from antragsbuero.ui.main_window import MainWindow
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.errors import absturzdialog
from antragsbuero.ui.shared.help import kurzhilfe, ueber
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.sprungziele import HOECHSTENS, passende, sprungziel
from antragsbuero.ui.shared.window import Window
from tests.ui.aufbau import TestBuero, bestand, buero, spielplatz
from tests.ui.bedienbarkeit import ohne_namen, pruefe
from tests.ui.importbau import SEITE, importbuero


class Programm:
    """The running window with its background threads."""

    def __init__(self, ui: UiContext, qtbot) -> None:
        self.ui, self.qtbot = ui, qtbot
        self.ablaeufe: list[Ablauf] = []

    def starte(
        self, oeffne: Callable[[], TestBuero], lesend: Callable[[], TestBuero] | None = None
    ) -> MainWindow:
        window = Window()
        window.resize(1300, 800)
        window.show()
        ablauf = Ablauf(window, self.ui, oeffne, lesend)
        self.ablaeufe.append(ablauf)
        ablauf.oeffne()
        self.warte()
        return ablauf.fenster

    def warte(self) -> None:
        self.qtbot.waitUntil(lambda: not self.ablaeufe[-1].runner.beschaeftigt)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.ablaeufe[-1].runner.beschaeftigt)


@pytest.fixture
def programm(ui, qtbot, monkeypatch):
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    programm = Programm(ui, qtbot)
    yield programm
    for ablauf in programm.ablaeufe:
        ablauf.schliesse()
        ablauf.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_side_keys_of_the_mouse_go_back_and_forward(programm, qtbot) -> None:
    fenster = programm.starte(lambda: buero(*bestand()))
    for bildschirm in (Bildschirm.VORGAENGE, Bildschirm.FRISTEN):
        fenster.geh_zu(Ort(bildschirm))
    programm.warte()
    griff = fenster.window.windowHandle()
    orte = []
    for taste in (Qt.MouseButton.BackButton, Qt.MouseButton.BackButton,
                  Qt.MouseButton.ForwardButton):  # fmt: skip
        qtbot.mouseClick(griff, taste, pos=QPoint(600, 400))  # over the table
        programm.warte()
        orte.append(fenster.weg.hier.bildschirm)
    assert orte == [Bildschirm.VORGAENGE, Bildschirm.UEBERSICHT, Bildschirm.VORGAENGE]


def test_a_screen_behind_does_not_name_the_window(programm) -> None:
    offen = buero(spielplatz())
    fenster = programm.starte(lambda: offen)
    (zeile,) = offen.services.vorgaenge.rows()
    fenster.geh_zu(Ort(Bildschirm.VORGANG, zeile.kennung))
    programm.warte()
    fenster.geh_zu(Ort(Bildschirm.VORGAENGE))
    offen.services.vorgaenge.aendere_notizen(zeile.kennung, "Frau Beyer fragen")
    programm.warte()
    assert fenster.window.windowTitle() == "Vorgänge – Antragsbüro"
    fenster.zurueck()
    programm.warte()
    assert fenster.window.windowTitle().startswith("Spielplätze")


def test_asks_before_a_corrected_import_is_lost(programm, monkeypatch) -> None:
    offen = importbuero()
    fenster = programm.starte(lambda: offen)
    fenster.geh_zu(Ort(Bildschirm.IMPORT))
    presenter = fenster.aktueller()._presenter
    presenter.fuege_ein(SEITE)
    programm.warte()
    gefragt, antwort = [], [False]

    def frage(_fenster, _titel, text, *_knoepfe) -> bool:
        gefragt.append(text)
        return antwort[0]

    monkeypatch.setattr("antragsbuero.ui.main_window.frage", frage)
    kennung = presenter._stand.quelle.vorschlag.vorgaenge[0].kennung
    presenter.korrekturen.setze_betreff(kennung, "Bäume für alle")
    fenster.speichere()
    assert "noch nicht übernommen" in fenster.status.hinweis.text()
    assert not fenster.close()
    assert ["noch nicht übernommen" in text for text in gefragt] == [True]
    presenter.verwirf()
    assert fenster.close()
    assert len(gefragt) == 1


def test_what_is_not_safe_holds_the_window_until_a_person_lets_go(programm, monkeypatch) -> None:
    offen = buero(spielplatz())
    fenster = programm.starte(lambda: offen)
    (zeile,) = offen.services.vorgaenge.rows()
    fenster.geh_zu(Ort(Bildschirm.VORGANG, zeile.kennung))
    programm.warte()
    fenster.aktueller()._notizen.setPlainText("Frau Beyer fragen")

    def voll(_arbeit):
        raise Ablagefehler("Der Datenträger ist voll.")

    schreibe, offen.ablage.write = offen.ablage.write, voll
    gefragt, antwort = [], [False]

    def frage(_fenster, _titel, text, *_knoepfe) -> bool:
        gefragt.append(text)
        return antwort[0]

    monkeypatch.setattr("antragsbuero.ui.main_window.frage", frage)
    fenster.speichere()
    assert fenster.status.hinweis.text().startswith("Nicht gespeichert")
    assert not gefragt, "Ctrl+S asks nothing"
    assert not fenster.close()
    assert len(gefragt) == 1
    offen.ablage.write = schreibe
    assert fenster.close()
    assert offen.services.vorgaenge.get(zeile.kennung).notizen == "Frau Beyer fragen"
    assert len(gefragt) == 1


def test_starts_with_the_overview_and_counts(programm) -> None:
    fenster = programm.starte(lambda: buero(*bestand()))
    assert fenster.window.windowTitle() == "Übersicht – Antragsbüro"
    assert fenster.status.datenbank.text == "Lokale Datenbank · 5 Vorgänge"
    assert fenster.status.speicher.text == "Alles gespeichert"


def test_names_everything_on_every_own_screen(programm) -> None:
    v = spielplatz()
    fenster = programm.starte(lambda: buero(*bestand(), v))
    for ort in (
        Ort(Bildschirm.UEBERSICHT), Ort(Bildschirm.VORGAENGE), Ort(Bildschirm.VORGANG, v.kennung),
        Ort(Bildschirm.EINSTELLUNGEN),
    ):  # fmt: skip
        fenster.geh_zu(ort)
        programm.warte()
        assert ohne_namen(fenster.window) == []


def test_every_part_and_dialog_of_the_window_wears_the_colours(programm, qapp) -> None:
    qapp.setStyleSheet("")  # so that nothing is dressed by the tests
    v = spielplatz()
    fenster = programm.starte(lambda: buero(*bestand(), v))
    for bildschirm in Bildschirm:
        fenster.geh_zu(Ort(bildschirm, v.kennung))
        programm.warte()
    fenster.springe()
    for hilfe in (kurzhilfe(fenster.window), ueber(fenster.window, "hier")):
        hilfe.show()
    absturzdialog("Traceback", None, fenster.window).show()
    nackt = {
        widget
        for widget in QApplication.allWidgets()
        if not any("QToolTip" in teil.styleSheet() for teil in _mit_vorfahren(widget))
    }
    stapel = fenster.aktueller().parentWidget()
    mitte = stapel.parentWidget()
    erlaubt = {fenster.window, fenster.window.centralWidget(), mitte, stapel, stapel.widget(0)}
    assert nackt <= erlaubt, sorted(type(w).__name__ for w in nackt - erlaubt)
    assert len(QApplication.allWidgets()) > 500, "the way got shorter"


def _mit_vorfahren(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def test_back_and_forward_lead_along_the_way(programm) -> None:
    v = spielplatz()
    fenster = programm.starte(lambda: buero(v))
    for ort in (Ort(Bildschirm.VORGAENGE), Ort(Bildschirm.VORGANG, v.kennung)):
        fenster.geh_zu(ort)
        programm.warte()
    assert fenster.window.windowTitle().startswith("Spielplätze")
    fenster.zurueck()
    fenster.zurueck()
    programm.warte()
    assert fenster.window.windowTitle().startswith("Übersicht")
    fenster.vor()
    programm.warte()
    assert fenster.window.windowTitle().startswith("Vorgänge")


def test_a_screen_keeps_its_commands_when_one_comes_back(programm) -> None:
    v = spielplatz()
    fenster = programm.starte(lambda: buero(v))
    texte = []
    for _ in range(3):
        for ort in (Ort(Bildschirm.UMSETZUNG, v.kennung), Ort(Bildschirm.VORGAENGE)):
            fenster.geh_zu(ort)
            programm.warte()
            texte.append([aktion.text() for aktion in fenster.aktueller().actions()])
    assert texte[0] == texte[2] == texte[4] != []
    assert texte[1] == texte[3] == texte[5]


def test_clicks_before_the_database_is_open_are_not_lost(ui, qtbot) -> None:
    fenster = MainWindow(Window(), ui)
    fenster.geh_zu(Ort(Bildschirm.EINSTELLUNGEN))
    assert fenster.aktueller() is None
    assert not any(a.isEnabled() for a in fenster.menus._schreibend)
    fenster.window.close()
    fenster.window.deleteLater()


def test_a_removed_vorgang_leads_away_and_is_forgotten(programm) -> None:
    v = spielplatz()
    offen = buero(v)
    fenster = programm.starte(lambda: offen)
    fenster.geh_zu(Ort(Bildschirm.VORGANG, v.kennung))
    programm.warte()
    assert fenster._zuletzt() == [(v.kennung, v.betreff)]
    offen.services.vorgaenge.entferne(v.kennung)
    programm.qtbot.waitUntil(lambda: fenster.window.windowTitle().startswith("Vorgänge"))
    programm.warte()
    assert fenster._zuletzt() == []


def test_the_navigation_folds_when_the_window_is_narrow(programm) -> None:
    fenster = programm.starte(lambda: buero(*bestand()))
    assert fenster.nav.width() == 208
    fenster.window.resize(1024, 600)
    QApplication.processEvents()
    assert fenster.nav.width() == 48
    assert fenster.window.width() == 1024
    fenster.window.resize(1300, 800)
    QApplication.processEvents()
    fenster.falte_um()
    assert fenster.nav.width() == 48


def test_saving_by_habit_is_answered(programm) -> None:
    fenster = programm.starte(lambda: buero())
    fenster.speichere()
    assert fenster.status.hinweis.text().startswith("Gespeichert")
    fenster.status._weg.stop()


def test_a_locked_database_offers_to_read(programm) -> None:
    def gesperrt():
        raise Gesperrt("Antragsbüro ist schon geöffnet, von Kim auf PC-7.")

    fenster = programm.starte(gesperrt, lambda: buero(*bestand(), nur_lesen=True))
    assert fenster.hinweis.text.startswith("Antragsbüro ist schon geöffnet")
    fenster.hinweis._knopf.click()
    programm.warte()
    assert fenster.window.windowTitle().startswith("Übersicht")
    assert fenster.status.speicher.text == "Nur lesen"
    assert "nur zum Lesen" in fenster.hinweis.text
    assert not any(a.isEnabled() for a in fenster.menus._schreibend)


def test_a_broken_database_can_be_tried_again(programm) -> None:
    versuche = []

    def oeffne():
        versuche.append(1)
        if len(versuche) == 1:
            raise Ablagefehler("Die Datenbank ist beschädigt.")
        return buero()

    fenster = programm.starte(oeffne)
    assert fenster.hinweis.text == "Die Datenbank ist beschädigt."
    fenster.hinweis._knopf.click()
    programm.warte()
    assert fenster.window.windowTitle().startswith("Übersicht")
    assert fenster.hinweis.text == ""


def test_an_office_opened_too_late_is_closed_all_the_same(programm) -> None:
    geschlossen = []
    offen = buero()
    offen.schliesse = lambda: geschlossen.append(1)
    programm.starte(lambda: offen)
    programm.ablaeufe.pop().schliesse()
    assert geschlossen == [1]


def test_the_last_vorgang_and_the_appearance_are_remembered(programm, tmp_path: Path) -> None:
    v = spielplatz()
    fenster = programm.starte(lambda: buero(v))
    fenster.geh_zu(Ort(Bildschirm.VORGANG, v.kennung))
    programm.warte()
    fenster.menus.waehle_theme("dunkel")
    assert programm.ui.merker.text("vorgang/letzter") == v.kennung
    assert programm.ui.merker.text("erscheinungsbild") == "dunkel"
    fenster.menus.waehle_theme("hell")


def test_jumping_finds_a_vorgang_by_its_number(programm) -> None:
    fenster = programm.starte(lambda: buero(*bestand()))
    fenster.springe()
    programm.warte()
    palette = fenster._palette
    assert palette is not None
    pruefe(palette)
    palette.findChild(QLineEdit).setText("0114")
    programm.qtbot.keyClick(palette._feld, Qt.Key.Key_Return)
    programm.warte()
    assert fenster.window.windowTitle().startswith("Spielplätze")


@pytest.mark.parametrize("baue", [kurzhilfe, lambda f: ueber(f, "/daten")], ids=["F1", "über"])
def test_dialogs_name_everything(ui, qtbot, baue) -> None:
    fenster = MainWindow(Window(), ui)
    dialog = baue(fenster.window)
    dialog.show()
    pruefe(dialog)
    dialog.close()
    fenster.window.close()
    fenster.window.deleteLater()


def test_the_crash_dialog_speaks_german(ui, qtbot, tmp_path: Path) -> None:
    dialog = absturzdialog("Traceback …", tmp_path / "log.txt")
    qtbot.addWidget(dialog)
    pruefe(dialog)
    assert {"Weiterarbeiten", "Einzelheiten kopieren", "Protokoll öffnen"} <= {
        knopf.text().replace("&", "") for knopf in dialog.buttons()
    }


def test_shortcuts_are_never_given_twice(ui, qtbot) -> None:
    fenster = MainWindow(Window(), ui)
    kuerzel = [
        aktion.shortcut().toString()
        for menu in fenster.menus.leiste.actions()
        for aktion in menu.menu().actions()
        if not aktion.shortcut().isEmpty()
    ]
    assert len(kuerzel) == len(set(kuerzel))
    assert {"Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+P", "Ctrl+F", "Ctrl+K", "F1", "Alt+Left"} <= set(
        kuerzel
    )
    fenster.window.close()
    fenster.window.deleteLater()


def test_mnemonics_of_a_menu_are_never_given_twice(ui, qtbot) -> None:
    fenster = MainWindow(Window(), ui)
    menus = [fenster.menus.leiste, *(a.menu() for a in fenster.menus.leiste.actions())]
    for menu in menus:
        texte = [a.text() for a in menu.actions() if a.text() and "&" in a.text()]
        buchstaben = [t[t.index("&") + 1].casefold() for t in texte]
        assert len(buchstaben) == len(set(buchstaben)), texte
    fenster.window.close()
    fenster.window.deleteLater()


def test_jump_targets_need_every_word_and_are_few() -> None:
    ziele = [sprungziel(f"Vorgang {i}", f"VIII-A-{i:04}", "x") for i in range(100)]
    assert len(passende(ziele, "")) == HOECHSTENS
    assert [z.zusatz for z in passende(ziele, "viii 0042")] == ["VIII-A-0042"]
    assert not passende(ziele, "vorgang fehlt")


def test_the_nearest_jump_target_comes_first() -> None:
    namen = ("Wegebau 512", "Vorhaben 9512", "Vorhaben 5129", "Vorhaben 512", "Bau: Vorhaben 512")
    ziele = [sprungziel(name, "", "x") for name in namen]
    gefunden = [z.titel for z in passende(ziele, "Vorhaben 512")]
    assert gefunden == ["Vorhaben 512", "Vorhaben 5129", "Vorhaben 9512", "Bau: Vorhaben 512"]
