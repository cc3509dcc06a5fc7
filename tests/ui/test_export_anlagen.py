"""The option „Anlagen anhängen (PDF)“ of the dialog „Exportieren“, down to the file."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt

from antragsbuero.bootstrap import buero
from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.ui.shared.export_dialog import ExportDialog
from antragsbuero.ui.shared.export_presenter import ExportPresenter, Meldung
from antragsbuero.ui.shared.merker import ANLAGEN
from tests.ui.sofort import SofortRunner


@pytest.fixture
def offen(tmp_path: Path):
    with buero(tmp_path / "daten", schreiben=True) as offen:
        yield offen


@pytest.fixture
def ausgang(tmp_path: Path) -> Path:
    ordner = tmp_path / "ausgang"
    ordner.mkdir()
    return ordner


@pytest.fixture
def dialog(ui, qtbot, offen, ausgang):
    ui.merker.setze("export/ordner", str(ausgang))

    def oeffne(*kennungen: str) -> tuple[ExportDialog, list[Meldung]]:
        fenster, meldungen = ExportDialog(ui), []
        fenster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(fenster)
        fenster.verbinde(
            ExportPresenter(fenster, offen.services, SofortRunner(), str, meldungen.append)
        )
        fenster.zeige(Auswahl(kennungen), (Ausgabe.FASSUNG,))
        return fenster, meldungen

    return oeffne


def _plan(datei: Path) -> Path:
    """A PDF of three pages in a size that no paper of the office has."""
    with pikepdf.new() as pdf:
        for _ in range(3):
            pdf.add_blank_page(page_size=(300, 400))
        pdf.save(datei)
    return datei


def test_the_pdf_holds_them_only_when_they_are_ticked(dialog, offen, ausgang, tmp_path) -> None:
    v = offen.services.vorgaenge.neuer_vorgang("Bänke am Fluss")
    plan = _plan(tmp_path / "Lageplan.pdf")
    offen.services.anlagen.fuege_hinzu(v.kennung, v.fassungen[0].kennung, [plan])
    fremde = []
    for angehakt in (False, True):
        fenster, (*_,) = dialog(v.kennung)
        assert fenster._anlagen.isEnabled()
        assert fenster._ohne_anlagen.text() == ""
        fenster._anlagen.setChecked(angehakt)
        assert fenster._auftrag().wahl.anlagen is angehakt
        fenster._ersetzen.setChecked(True)
        fenster._tun.click()
        (datei,) = ausgang.glob("*.pdf")
        with pikepdf.open(datei) as pdf:
            masse = [tuple(int(zahl) for zahl in seite.mediabox) for seite in pdf.pages]
        fremde.append(masse.count((0, 0, 300, 400)))
        assert len(masse) > fremde[-1]
    assert fremde == [0, 3]


def test_the_choice_is_remembered_for_export_preview_and_saving(
    dialog, offen, ausgang, tmp_path, ui
) -> None:
    mit = offen.services.vorgaenge.neuer_vorgang("Bänke am Fluss")
    ohne = offen.services.vorgaenge.neuer_vorgang("Linden")
    plan = _plan(tmp_path / "Lageplan.pdf")
    offen.services.anlagen.fuege_hinzu(mit.kennung, mit.fassungen[0].kennung, [plan])
    fenster, _ = dialog(mit.kennung)
    assert not fenster._anlagen.isChecked()
    fenster._anlagen.setChecked(True)
    fenster._tun.click()
    assert ui.merker.ja(ANLAGEN)
    fenster, _ = dialog(ohne.kennung)
    assert not fenster._anlagen.isChecked()
    fenster._tun.click()
    assert ui.merker.ja(ANLAGEN)  # there was nothing to choose
    fenster, meldungen = dialog(mit.kennung)
    assert fenster._anlagen.isChecked()
    fenster._tun.click()
    assert "Nur eine PDF-Datei" not in meldungen[-1].text  # Word and PDF: they are in the PDF


def test_without_any_the_option_is_grey_and_says_why(dialog, offen) -> None:
    eines = offen.services.vorgaenge.neuer_vorgang("Bänke").kennung
    anderes = offen.services.vorgaenge.neuer_vorgang("Bäume").kennung
    for kennungen, grund in (
        ((eines,), "die Fassung hat keine"),
        ((eines, anderes), "keine der Fassungen hat welche"),
    ):
        fenster, _ = dialog(*kennungen)
        assert not fenster._anlagen.isEnabled()
        assert fenster._ohne_anlagen.text() == grund
        assert fenster._anlagen.accessibleDescription() == grund


def test_a_fassung_without_them_takes_the_tick_away(dialog, offen, tmp_path) -> None:
    v = offen.services.vorgaenge.neuer_vorgang("Bänke")
    alt = v.fassungen[0].kennung
    neu = offen.services.vorgaenge.neue_fassung(v.kennung, alt).kennung
    mit, ohne = (alt, neu)
    offen.services.anlagen.fuege_hinzu(v.kennung, mit, [_plan(tmp_path / "Plan.pdf")])
    fenster, _ = dialog(v.kennung)
    fenster._presenter.waehle_fassung(mit)
    fenster._anlagen.setChecked(True)
    fenster._presenter.waehle_fassung(ohne)
    assert not fenster._anlagen.isEnabled()
    assert not fenster._auftrag().wahl.anlagen
    fenster._presenter.waehle_fassung(mit)
    assert fenster._anlagen.isEnabled()
