"""The window of the preview and printing into a file."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from antragsbuero.dokument.seiten import Seitenbild
from antragsbuero.domain.anlage import Anlage
from antragsbuero.formats.pdf_seiten import oeffne_seiten
from antragsbuero.services.errors import Buerofehler
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl, Papier, Stueck
from antragsbuero.services.vorschau import Vorschau
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.merker import ANLAGEN
from antragsbuero.ui.shared.task_runner import QtTaskRunner
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.shared.vorschau.druck import Druckauftrag, auftrag, drucke
from antragsbuero.ui.shared.vorschau.fenster import VorschauFenster
from antragsbuero.ui.shared.vorschau.oeffnen import oeffne_vorschau
from tests.fakes.seiten import FakeSeiten
from tests.formats.papiere import ALLES, pdf
from tests.ui.bedienbarkeit import pruefe, tab_kette
from tests.ui.sofort import SofortLauf, SofortRunner

DIREKT = Qt.FindChildOption.FindDirectChildrenOnly


class Dienst:
    def __init__(self, seiten) -> None:
        self.seiten = seiten

    def oeffne(self, papier: Papier, wahl: Exportwahl = OHNE_WAHL) -> Vorschau:
        if wahl.anlagen and papier.anlagen:
            self.seiten = FakeSeiten(len(self.seiten.masse) + 6)
        return Vorschau(b"PDF", self.seiten)

    def speichere(self, vorschau: Vorschau, ziel: Path) -> Path:
        ziel.write_bytes(vorschau.inhalt)
        return ziel


def oeffne(ui: UiContext, qtbot, seiten, runner=None, anlagen=()) -> VorschauFenster:
    papier = Papier(Stueck.FASSUNG, ALLES, anlagen=anlagen)
    was = Vorschauauftrag("Neufassung", "n.pdf", lambda: papier)
    fenster = oeffne_vorschau(was, ui, Dienst(seiten), runner or SofortRunner(), str, None)
    qtbot.waitExposed(fenster)
    return fenster


@pytest.fixture
def fenster(ui: UiContext, qtbot):
    fenster = oeffne(ui, qtbot, FakeSeiten(500))
    yield fenster
    fenster.close()


def test_everything_has_a_name_and_is_reached_by_tab(fenster: VorschauFenster) -> None:
    pruefe(fenster)
    assert fenster.windowTitle() == "Vorschau: Neufassung"
    assert {fenster._drucken, fenster._speichern, fenster._zoom, fenster._grau} <= set(
        tab_kette(fenster)
    )


@pytest.mark.parametrize("breite", [620, 670, 889, 940, 1060])
@pytest.mark.parametrize("anlagen", [0, 2])
def test_the_bar_fits_narrow_windows(
    fenster: VorschauFenster, qapp, breite: int, anlagen: int
) -> None:
    fenster.zeige_anlagen(anlagen, an=True)
    fenster.resize(breite, 400)
    qapp.processEvents()
    assert fenster.width() == breite
    leiste = fenster._drucken.parentWidget()
    knoepfe = [w for w in leiste.findChildren(QWidget, options=DIREKT) if w.isVisible()]
    for widget in knoepfe:
        assert leiste.rect().contains(widget.geometry()), widget
        assert widget.width() >= widget.minimumSizeHint().width()
    assert {fenster._drucken, fenster._speichern, fenster._seite, fenster._grau} <= set(knoepfe)


def test_anlagen_are_offered_where_there_are_some_and_the_choice_is_kept(
    fenster: VorschauFenster, ui: UiContext, qtbot
) -> None:
    assert fenster._anlagen.isHidden()
    plan = (Anlage("Plan.pdf", "1", 1),)
    mit = oeffne(ui, qtbot, FakeSeiten(3), anlagen=plan)
    assert not mit._anlagen.isHidden()
    assert "1 Anlage hinter" in mit._anlagen.toolTip()
    assert mit._leiste.minimumSize().width() <= mit.width()
    mit.seiten.geh_zu(1)
    mit._anlagen.click()
    assert mit._presenter.seitenzahl == 9
    assert (mit.seiten.seite, mit._von.text()) == (1, "von 9")
    mit.seiten.geh_zu(8)
    pruefe(mit)
    mit.close()
    neu = oeffne(ui, qtbot, FakeSeiten(3), anlagen=plan)
    assert neu._anlagen.isChecked()
    assert neu._presenter.seitenzahl == 9
    neu.seiten.geh_zu(8)
    neu._presenter._vorschauen.seiten = FakeSeiten(3)
    neu._anlagen.click()
    assert (neu._presenter.seitenzahl, neu.seiten.seite) == (3, 2)  # the last there is
    neu.close()
    assert not ui.merker.ja(ANLAGEN)


def test_only_pages_in_view_are_drawn(fenster: VorschauFenster) -> None:
    fenster.seiten.geh_zu(400)
    gezeichnet = {n for n, *_ in fenster._presenter._vorschau.seiten.gezeichnet}
    assert 400 in gezeichnet
    assert len(gezeichnet) < 12


def test_keys_lead_through_the_pages(fenster: VorschauFenster, qtbot) -> None:
    fenster.seiten.setze_zoom("ganze")
    for taste, seite in (
        (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, 499), (Qt.Key.Key_PageUp, 498),
        (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(fenster.seiten, taste)
        assert fenster.seiten.seite == seite
        assert fenster._seite.value() == seite + 1
    fenster._seite.setValue(42)
    assert fenster.seiten.seite == 41
    assert fenster.seiten.accessibleDescription() == "Seite 42 von 500"


def test_zoom_by_keys_and_wheel_is_remembered(fenster: VorschauFenster, ui, qtbot) -> None:
    qtbot.keyClick(fenster, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert fenster.seiten.faktor == 1.0
    qtbot.keyClick(fenster, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert fenster.seiten.faktor == 1.25
    rad = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(fenster.seiten.viewport(), rad)
    assert fenster.seiten.faktor == 1.0
    assert fenster._zoom.currentText() == "100 %"
    assert ui.merker.text("vorschau/zoom") == "1.0"
    neu = oeffne(ui, qtbot, FakeSeiten(1))
    assert neu.seiten.faktor == 1.0
    neu.close()


def test_grey_is_drawn_and_themes_differ(fenster: VorschauFenster, ui: UiContext) -> None:
    fenster._grau.setChecked(True)
    assert fenster._presenter._vorschau.seiten.gezeichnet[-1][2]
    bilder = set()
    for wahl in ("hell", "dunkel", "kontrast"):
        ui.theme.waehle(wahl)
        bilder.add(bytes(fenster.grab().toImage().constBits()))
    ui.theme.waehle("hell")
    assert len(bilder) == 3


def test_without_a_printer_the_pdf_is_offered(fenster: VorschauFenster, tmp_path: Path) -> None:
    fenster.hat_drucker = lambda: False
    fenster.frage_ziel = lambda name: str(tmp_path / name)
    fenster.drucke()
    assert "kein Drucker" in fenster._hinweis.text
    fenster.speichere()
    assert (tmp_path / "n.pdf").read_bytes() == b"PDF"


def test_esc_closes_and_lets_go(ui: UiContext, qtbot) -> None:
    seiten = FakeSeiten()
    fenster = oeffne(ui, qtbot, seiten)
    qtbot.keyClick(fenster, Qt.Key.Key_Escape)
    assert not fenster.isVisible()
    assert seiten.zu
    assert ui.merker.text("vorschau/geometrie")


def test_prints_in_the_background_what_the_dialog_says(ui, qtbot, tmp_path: Path) -> None:
    runner, seiten, ziel = QtTaskRunner(), FakeSeiten(5), tmp_path / "druck.pdf"
    fenster = oeffne(ui, qtbot, seiten, runner)
    qtbot.waitUntil(lambda: fenster._presenter.seitenzahl == 5)

    def waehle(drucker: QPrinter) -> bool:
        drucker.setOutputFileName(str(ziel))
        drucker.setPrintRange(QPrinter.PrintRange.PageRange)
        drucker.setPageRanges(QPageRanges.fromString("2-3,5"))
        return True

    fenster.hat_drucker = lambda: True
    fenster.frage_drucker = waehle
    fenster.drucke()
    qtbot.waitUntil(lambda: "3 Seiten" in fenster._hinweis.text)
    assert threading.get_ident() not in seiten.faeden
    gedruckt = oeffne_seiten(ziel.read_bytes())
    assert [m.quer for m in gedruckt.masse] == [False, True, False]
    gedruckt.schliesse()
    fenster.close()
    qtbot.waitUntil(lambda: seiten.zu and not runner.beschaeftigt)
    assert runner.schliesse()
    runner.deleteLater()


def drucker(ziel: Path) -> QPrinter:
    drucker = QPrinter(QPrinter.PrinterMode.HighResolution)
    drucker.setOutputFileName(str(ziel))
    drucker.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return drucker


def zellen(bild: Seitenbild, kante: int = 12) -> list[float]:
    """The mean grey of squares: what a page looks like from afar."""
    mitten = []
    for y in range(0, bild.hoehe - 2 * kante, kante):
        for x in range(0, bild.breite - 2 * kante, kante):
            werte = b"".join(
                bild.daten[z * bild.zeilenlaenge + x : z * bild.zeilenlaenge + x + kante]
                for z in range(y, y + kante)
            )
            mitten.append(sum(werte) / len(werte))
    return mitten


@pytest.mark.parametrize("grau", [False, True])
@pytest.mark.parametrize("quer", [False, True])
def test_printed_pages_look_like_the_paper(qapp, tmp_path: Path, quer: bool, grau: bool) -> None:
    seiten = oeffne_seiten(pdf(replace(ALLES, querformat=quer)))
    geraet = drucker(tmp_path / "d.pdf")
    geraet.setFullPage(True)
    nummern = tuple(range(len(seiten.masse)))
    assert drucke(seiten, geraet, Druckauftrag(nummern, grau), SofortLauf()) == len(nummern)
    gedruckt = oeffne_seiten((tmp_path / "d.pdf").read_bytes())
    assert len(gedruckt.masse) == len(seiten.masse)
    for n in nummern:
        assert gedruckt.masse[n].quer is quer
        assert gedruckt.masse[n].breite == pytest.approx(seiten.masse[n].breite, abs=1)
        soll, ist = (
            zellen(seiten.zeichne(n, 1.0, grau=True)),
            zellen(gedruckt.zeichne(n, 1.0, grau=True)),
        )
        unterschied = [abs(a - b) for a, b in zip(soll, ist, strict=True)]
        assert sum(unterschied) / len(unterschied) < 3
        assert max(unterschied) < 60
        assert max(255 - grauwert for grauwert in ist) > 40
    seiten.schliesse()
    gedruckt.schliesse()


def test_margins_of_the_printer_cut_nothing(qapp, tmp_path: Path) -> None:
    geraet = drucker(tmp_path / "d.pdf")
    layout = geraet.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMinimumMargins(layout.minimumMargins())
    geraet.setPageLayout(layout)
    geraet.setPageMargins(layout.margins() + layout.margins(), QPageLayout.Unit.Millimeter)
    drucke(FakeSeiten(1), geraet, Druckauftrag((0,), True), SofortLauf())
    gedruckt = oeffne_seiten((tmp_path / "d.pdf").read_bytes())
    bild = gedruckt.zeichne(0, 1.0, grau=True)
    dunkel = [n for n, wert in enumerate(bild.daten) if wert < 200]
    feld = geraet.pageRect(QPrinter.Unit.Point)
    assert min(n % bild.zeilenlaenge for n in dunkel) >= feld.left() - 1
    assert max(n % bild.zeilenlaenge for n in dunkel) <= feld.right() + 1
    gedruckt.schliesse()


def test_the_dialog_chooses_pages_copies_and_order(qapp, tmp_path: Path) -> None:
    geraet = drucker(tmp_path / "d.pdf")
    assert auftrag(geraet, 3, 0, grau=False).nummern == (0, 1, 2)
    geraet.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert auftrag(geraet, 3, 0, grau=True) == Druckauftrag((2, 1, 0), True)
    geraet.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    geraet.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert auftrag(geraet, 3, 1, grau=False).nummern == (1,)
    geraet.setPrintRange(QPrinter.PrintRange.PageRange)
    geraet.setPageRanges(QPageRanges.fromString("2-9"))
    geraet.setColorMode(QPrinter.ColorMode.GrayScale)
    assert auftrag(geraet, 3, 0, grau=False) == Druckauftrag((1, 2), True)
    geraet.setCopyCount(2)
    if not geraet.supportsMultipleCopies():
        geraet.setCollateCopies(True)
        assert auftrag(geraet, 3, 0, grau=False).nummern == (1, 2, 1, 2)
        geraet.setCollateCopies(False)
        assert auftrag(geraet, 3, 0, grau=False).nummern == (1, 1, 2, 2)


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told(qapp, tmp_path: Path) -> None:
    geraet = drucker(tmp_path / "fehlt" / "d.pdf")
    with pytest.raises(Buerofehler, match="nimmt nichts an"):
        drucke(FakeSeiten(), geraet, Druckauftrag((0,), False), SofortLauf())
    with pytest.raises(Buerofehler, match="keine Seite"):
        drucke(FakeSeiten(), geraet, Druckauftrag((), False), SofortLauf())
