"""The export in the whole window, with real threads."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.ui.shared.export_dialog import ExportDialog
from antragsbuero.ui.shared.export_oeffnen import zeige_meldung
from antragsbuero.ui.shared.export_presenter import Meldung
from antragsbuero.ui.shared.exportorte import exportwunsch
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.task_runner import QtTaskRunner
from tests.ui.aufbau import buero, spielplatz
from tests.ui.test_main_window import Programm, programm  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    ("ort", "auswahl", "vorwahl"),
    [
        (Ort(Bildschirm.VERGLEICH, "v", ("a", "b")), Auswahl(("v",), spalten=("a", "b")),
         Ausgabe.SYNOPSE),
        (Ort(Bildschirm.EDITOR, "v", ("a",)), Auswahl(("v",), fassung="a"), Ausgabe.FASSUNG),
        (Ort(Bildschirm.UMSETZUNG, "v"), Auswahl(("v",)), Ausgabe.REGISTER),
        (Ort(Bildschirm.UMSETZUNG, "v", nachfrage="n"), Auswahl(("v",), nachfrage="n"),
         Ausgabe.NACHFRAGE),
    ],
)  # fmt: skip
def test_every_place_knows_what_it_would_export(ort, auswahl, vorwahl) -> None:
    assert exportwunsch(ort) == (auswahl, (vorwahl,))


def test_places_without_a_vorgang_export_nothing() -> None:
    assert exportwunsch(None) is None
    assert exportwunsch(Ort(Bildschirm.UMSETZUNG)) is None
    assert exportwunsch(Ort(Bildschirm.FRISTEN, "v")) is None


def test_from_the_comparison_to_a_file_and_its_notice(
    programm: Programm,  # noqa: F811
    tmp_path: Path,
) -> None:
    vorgang = spielplatz()
    offen = buero(vorgang)
    offen.services.exporte._writers[".pdf"] = lambda d, ziel: ziel.write_bytes(b"x") and []
    programm.ui.merker.setze("export/ordner", str(tmp_path))
    programm.ui.merker.setze("export/formate", ".pdf")
    fenster = programm.starte(lambda: offen)
    alt, neu = vorgang.fassungen[0].kennung, vorgang.fassungen[2].kennung
    fenster.geh_zu(Ort(Bildschirm.VERGLEICH, vorgang.kennung, (alt, neu)))
    programm.warte()
    fenster.exportiere()
    programm.warte()
    (dialog,) = fenster.window.findChildren(ExportDialog)
    assert dialog._ausgaben[Ausgabe.SYNOPSE].isChecked()
    name = "A 0114-NF-01 Spielplätze an heißen Tagen beschatten Synopse.pdf"
    assert dialog._namen.toPlainText() == name
    rolle = dialog.findChild(Rollbereich)
    assert rolle.verticalScrollBar().maximum() == 0, "there is room on this screen"
    dialog._tun.click()
    programm.warte()
    assert (tmp_path / name).exists()
    assert fenster.hinweis.text == f"Geschrieben: {name}"
    knoepfe = [k.text() for k in fenster.hinweis.findChildren(QPushButton) if k.isVisible()]
    assert knoepfe == ["Ordner öffnen", "Datei öffnen"]


def test_a_page_without_a_vorgang_says_so(programm: Programm) -> None:  # noqa: F811
    fenster = programm.starte(buero)
    fenster.geh_zu(Ort(Bildschirm.FRISTEN))
    programm.warte()
    fenster.exportiere()
    assert fenster.status.hinweis.text() == "Auf dieser Seite gibt es nichts zu exportieren."


def test_the_notice_opens_folder_and_file(ui, qtbot) -> None:
    leiste, geoeffnet = NoticeBar(ui.icons), []
    qtbot.addWidget(leiste)
    ordner, datei = Path("/o"), Path("/o/a.pdf")
    zeige_meldung(Meldung("Geschrieben: a.pdf", "info", ordner, datei), leiste, geoeffnet.append)
    leiste._knopf.click()
    leiste._knopf2.click()
    assert geoeffnet == [ordner, datei]
    zeige_meldung(Meldung("Nichts", "rot"), leiste, geoeffnet.append)
    assert leiste._knopf.isHidden()
    assert leiste._knopf2.isHidden()


def test_work_that_was_cancelled_tells_its_end_once(qtbot) -> None:
    runner, weiter, ruefe = QtTaskRunner(), threading.Event(), []
    aufgabe = runner.run(
        lambda _: weiter.wait(5),
        on_done=lambda _: ruefe.append("fertig"),
        on_error=lambda _: ruefe.append("fehler"),
        on_abbruch=lambda: ruefe.append("abbruch"),
    )
    aufgabe.brich_ab()
    weiter.set()
    qtbot.waitUntil(lambda: not runner.beschaeftigt)
    assert ruefe == ["abbruch"]
    assert runner.schliesse(millisekunden=5000)
    runner.deleteLater()
