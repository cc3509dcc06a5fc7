"""Background work on real threads."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.services.events import Ereignisse, VorgangGespeichert
from antragsbuero.ui.shared.event_bridge import EventBridge
from antragsbuero.ui.shared.status_bar import StatusBar
from antragsbuero.ui.shared.task_runner import QtTaskRunner
from antragsbuero.ui.shared.tasks import Abgebrochen, unterbrechbar
from tests.ui.sofort import SofortLauf


@pytest.fixture
def qt_runner(qapp):
    runner = QtTaskRunner()
    yield runner
    assert runner.schliesse(millisekunden=5000)
    qapp.processEvents()
    runner.deleteLater()


def test_works_elsewhere_and_answers_here(qt_runner, qtbot) -> None:
    antworten = []
    qt_runner.run(
        lambda _: threading.get_ident(),
        on_done=lambda faden: antworten.append((faden, threading.get_ident())),
        on_error=antworten.append,
    )
    qtbot.waitUntil(lambda: bool(antworten))
    dort, hier = antworten[0]
    assert dort != hier == threading.get_ident()


def test_writing_papers_stops_when_the_run_is_cancelled() -> None:
    lauf, getan = SofortLauf(), []

    def arbeit() -> str:
        pruefe_abbruch()
        getan.append("Seite")
        lauf.brich_ab()
        pruefe_abbruch()
        return "fertig"

    with pytest.raises(Abgebrochen):
        unterbrechbar(lauf, arbeit)
    assert getan == ["Seite"]
    assert unterbrechbar(SofortLauf(), lambda: "fertig") == "fertig"


def test_a_fault_comes_here(qt_runner, qtbot) -> None:
    fehler = []

    def arbeit(_):
        raise ValueError("ach")

    qt_runner.run(arbeit, on_done=fehler.append, on_error=fehler.append)
    qtbot.waitUntil(lambda: bool(fehler))
    assert isinstance(fehler[0], ValueError)


def test_cancelled_work_answers_nobody(qt_runner, qtbot) -> None:
    los, antworten = threading.Event(), []

    def arbeit(lauf):
        los.wait(5)
        lauf.pruefe()

    aufgabe = qt_runner.run(arbeit, on_done=antworten.append, on_error=antworten.append)
    aufgabe.brich_ab()
    with qtbot.waitSignal(aufgabe.beendet):
        los.set()
    assert not antworten


def test_tells_when_it_rests(qt_runner, qtbot) -> None:
    with qtbot.waitSignal(qt_runner.ruht):
        for _ in range(20):
            qt_runner.run(lambda _: None, on_done=lambda _: None, on_error=lambda _: None)


def test_work_with_a_title_stands_in_the_status_bar(qt_runner, ui, qtbot) -> None:
    leiste, weiter = StatusBar(ui), threading.Event()
    qtbot.addWidget(leiste)
    leiste.binde(qt_runner)
    leiste.show()

    def arbeit(lauf):
        lauf.fortschritt(0.4)
        weiter.wait(5)
        lauf.pruefe()

    qt_runner.run(
        arbeit, on_done=lambda _: None, on_error=lambda _: None, titel="PDF-Datei wird geschrieben"
    )
    qtbot.waitUntil(lambda: leiste._balken.value() == 40)
    assert leiste._arbeit.isVisible()
    assert leiste._titel.text() == "PDF-Datei wird geschrieben"
    assert qt_runner.titel_laufend == ("PDF-Datei wird geschrieben",)
    leiste._halt.click()
    weiter.set()
    qtbot.waitUntil(lambda: not leiste._arbeit.isVisible())


def test_events_of_other_threads_arrive_here(qtbot) -> None:
    ereignisse = Ereignisse()
    bridge = EventBridge(ereignisse)
    gehoert = []
    bridge.ereignis.connect(lambda e: gehoert.append((e, QThread.currentThread())))
    faden = threading.Thread(target=lambda: ereignisse.publish(VorgangGespeichert("v")))
    faden.start()
    faden.join()
    assert not gehoert
    qtbot.waitUntil(lambda: bool(gehoert))
    assert gehoert[0] == (VorgangGespeichert("v"), QApplication.instance().thread())
    bridge.schliesse()
    bridge.schliesse()
    ereignisse.publish(VorgangGespeichert("w"))
    QApplication.processEvents()
    assert len(gehoert) == 1
