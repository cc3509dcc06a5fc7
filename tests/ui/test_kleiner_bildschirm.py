"""A screen of 1024 x 600 at 150 percent: 682 x 400, less the title and the bar of the system.

There every screen and every dialog is whole: nothing needs more room than there is. So that it
stays so, the window is made as small as it can be, all screens are visited, and whoever asks for
more than it got is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from antragsbuero.services.ausgabe import Auswahl
from antragsbuero.ui.ablauf import Ablauf
from antragsbuero.ui.shared.errors import absturzdialog
from antragsbuero.ui.shared.export_dialog import ExportDialog
from antragsbuero.ui.shared.export_presenter import ExportPresenter
from antragsbuero.ui.shared.help import kurzhilfe, ueber
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.window import KLEINSTE, Window
from tests.ui.aufbau import bestand, spielplatz
from tests.ui.importbau import SEITE, importbuero
from tests.ui.sofort import SofortRunner

BILDSCHIRM = 682, 400
"""1024 x 600 at 150 percent."""
RAHMEN = 24, 48
"""Frame and title of a dialog."""
LANG = "Gemeinsame Erarbeitung eines gesamtstädtischen Konzeptes zur Verschattung " * 6
NAME = "Fraktion Freie Wählergemeinschaft Bündnis Stadtgesellschaft und Umwelt Musterstadt"


@pytest.fixture
def fenster(ui, qtbot, monkeypatch) -> Iterator[Ablauf]:
    """The whole program in the smallest window, over Vorgänge with long words."""
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    vorgang = replace(
        spielplatz(), betreff=LANG, einreicher=(NAME, NAME), zustaendig=NAME, ortsteile=(NAME,)
    )
    offen = importbuero(*bestand(), vorgang)
    window = Window()
    window.resize(*KLEINSTE)
    window.show()
    ablauf = Ablauf(window, ui, lambda: offen, None)
    ablauf.oeffne()
    _warte(ablauf, qtbot)
    ablauf.vorgang = vorgang
    yield ablauf
    ablauf.schliesse()
    ablauf.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _warte(ablauf: Ablauf, qtbot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not ablauf.runner.beschaeftigt)
        QApplication.processEvents()


def zu_gross(wurzel: QWidget) -> list[str]:
    """Who was given less room than it needs, or stands over the edge of what it stands in.

    What surrounds a stack of pages also asks for the room of the pages behind, so it is left out.
    """
    um_stapel = {e for s in wurzel.findChildren(QStackedWidget) for e in _eltern(s)}
    funde = [
        w
        for w in [wurzel, *wurzel.findChildren(QWidget)]
        if w.isVisible() and w not in um_stapel and not w.objectName().startswith("qt_")
        and not isinstance(w, QHeaderView) and not isinstance(w.parentWidget(), QLineEdit)
        and (not _hat_platz(w) or (w is not wurzel and _ragt_heraus(w)))
    ]  # fmt: skip
    return [
        f"{type(w).__name__} {w.accessibleName() or getattr(w, 'text', str)()!r} "
        f"braucht {_mindestens(w)}, hat {w.geometry().getRect()}"
        for w in funde
    ]


def _eltern(widget: QWidget) -> Iterator[QWidget]:
    e: QWidget | None = widget
    while e is not None:
        yield e
        e = e.parentWidget()


def _mindestens(widget: QWidget) -> tuple[int, int]:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize()).toTuple()


def _hat_platz(widget: QWidget) -> bool:
    breite, hoehe = _mindestens(widget)
    umbricht = isinstance(widget, QAbstractItemView) or (
        isinstance(widget, QLabel) and widget.wordWrap()
    )
    return breite <= widget.width() and (umbricht or hoehe <= widget.height())


def _ragt_heraus(widget: QWidget) -> bool:
    """Only what scrolls may be longer than the frame it is seen through."""
    eltern = widget.parentWidget()
    if isinstance(eltern.parentWidget(), QAbstractScrollArea):
        rolle = eltern.parentWidget()
        return isinstance(rolle, QScrollArea) and widget.width() > eltern.width()
    return not eltern.rect().contains(widget.geometry())


@pytest.mark.parametrize("bildschirm", list(Bildschirm), ids=lambda b: b.value.lower())
def test_every_screen_fits_into_the_smallest_window(fenster, qtbot, bildschirm) -> None:
    fassungen = ()
    if bildschirm is Bildschirm.EDITOR:
        dienst = fenster._geoeffnet[0].services.vorgaenge
        vorlage = fenster.vorgang.fassungen[0].kennung
        fassungen = (dienst.neue_fassung(fenster.vorgang.kennung, vorlage).kennung,)
    rahmen = fenster.fenster
    rahmen.geh_zu(Ort(bildschirm, fenster.vorgang.kennung, fassungen))
    _warte(fenster, qtbot)
    screen = rahmen.aktueller()
    assert rahmen.window.size().toTuple() == KLEINSTE
    assert screen.width() >= KLEINSTE[0] - 50
    assert zu_gross(screen) == []


def test_reviewing_an_import_fits(fenster, qtbot) -> None:
    rahmen = fenster.fenster
    rahmen.geh_zu(Ort(Bildschirm.IMPORT))
    rahmen.aktueller()._presenter.fuege_ein(SEITE)
    _warte(fenster, qtbot)
    assert rahmen.aktueller()._pruefung.isVisible()
    assert zu_gross(rahmen.aktueller()) == []


def test_lists_of_all_vorgaenge_fit(fenster, qtbot) -> None:
    for bildschirm in (Bildschirm.UMSETZUNG, Bildschirm.VERGLEICH, Bildschirm.VORGANG):
        fenster.fenster.geh_zu(Ort(bildschirm))
        _warte(fenster, qtbot)
        assert zu_gross(fenster.fenster.aktueller()) == [], bildschirm


def test_all_menus_and_the_state_of_work_fit(fenster, qtbot) -> None:
    rahmen = fenster.fenster
    leiste = rahmen.menus.leiste
    mehr = leiste.findChild(QToolButton, "qt_menubar_ext_button")
    assert mehr is None or not mehr.isVisible()
    rahmen.status.melde("Auf dieser Seite gibt es nichts zu exportieren.")
    assert rahmen.status.minimumSizeHint().width() <= KLEINSTE[0]
    assert rahmen.nav.minimumSizeHint().height() <= KLEINSTE[1] - 60


def _export(ablauf: Ablauf) -> ExportDialog:
    dialog = ExportDialog(ablauf.fenster._ui, ablauf.fenster.window)
    services = ablauf._geoeffnet[0].services
    dialog.verbinde(ExportPresenter(dialog, services, SofortRunner(), str, lambda _: None))
    dialog.zeige(Auswahl((ablauf.vorgang.kennung,)))
    return dialog


DIALOGE = {
    "kurzhilfe": lambda a: kurzhilfe(a.fenster.window),
    "ueber": lambda a: ueber(a.fenster.window, "/daten/antragsbuero.db"),
    "absturz": lambda a: absturzdialog("Zeile\n" * 40, Path("protokoll.txt"), a.fenster.window),
    "export": _export,
}


@pytest.mark.parametrize("name", DIALOGE)
def test_every_dialog_fits_on_the_screen(fenster, name) -> None:
    dialog: QDialog = DIALOGE[name](fenster)
    dialog.show()
    QApplication.processEvents()
    breite, hoehe = (seite - rand for seite, rand in zip(BILDSCHIRM, RAHMEN, strict=True))
    assert _mindestens(dialog) <= (breite, hoehe)
    assert _mindestens(dialog)[1] <= hoehe
    dialog.resize(breite, hoehe)
    QApplication.processEvents()
    assert zu_gross(dialog) == []
    dialog.close()


def test_the_jump_dialog_stays_inside_of_the_window(fenster, qtbot) -> None:
    fenster.fenster.springe()
    _warte(fenster, qtbot)
    palette = fenster.fenster._palette
    window = fenster.fenster.window
    assert window.rect().translated(window.pos()).contains(palette.geometry())
    palette.close()
