"""The part Briefkopf of the settings: what is chosen is checked, and told in its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.formats.safe_write import write_file
from antragsbuero.services.briefkoepfe import NAMEN, Briefkoepfe
from antragsbuero.services.papier import Briefkopfart
from antragsbuero.ui.einstellungen.briefkopf import BriefkopfTeil
from antragsbuero.ui.einstellungen.briefkopf_presenter import BriefkopfPresenter
from tests.formats.briefkoepfe import DOKUMENT, lies, mit_teilen
from tests.ui.aufbau import buero
from tests.ui.bedienbarkeit import pruefe
from tests.ui.sofort import SofortRunner

APP_BILD = Path(__file__).resolve().parents[2] / "resources" / "app"


@pytest.fixture
def geoeffnet():
    return []


@pytest.fixture
def dienste(tmp_path):
    offen = buero()
    koepfe = Briefkoepfe(
        tmp_path / "briefkoepfe", pruefe_briefkopf, schreibe_mit_briefkopf, write_file
    )
    return replace(offen.services, briefkoepfe=koepfe)


@pytest.fixture
def teil(ui, qtbot, dienste, geoeffnet):
    teil = BriefkopfTeil(ui, nur_lesen=False)
    qtbot.addWidget(teil)
    presenter = BriefkopfPresenter(teil, dienste, SofortRunner(), geoeffnet.append, str)
    teil.verbinde(presenter)
    teil.show()
    presenter.lade()
    pruefe(teil)
    return teil


def druecke(teil, name):
    (button,) = [b for b in teil.findChildren(QPushButton) if b.accessibleName() == name]
    assert button.isEnabled()
    button.click()


def test_editing_opens_a_copy_of_the_shipped_one(teil, dienste, geoeffnet):
    name = NAMEN[Briefkopfart.ANTRAG]
    druecke(teil, f"Bearbeiten: Briefkopf {name}")
    assert geoeffnet == [dienste.briefkoepfe.eigener(Briefkopfart.ANTRAG)]
    zeile = teil._zeilen[Briefkopfart.ANTRAG]
    assert zeile._stand.text() == "eigener"
    druecke(teil, f"Zurücksetzen: Briefkopf {name}")
    assert zeile._stand.text() == "mitgeliefert"
    assert dienste.briefkoepfe.eigener(Briefkopfart.ANTRAG) is None


def test_a_bad_file_is_told_in_place_and_changes_nothing(teil, dienste, tmp_path):
    datei = tmp_path / "kopf.docx"
    datei.write_bytes(mit_teilen(lies("akte"), {DOKUMENT: lambda t: t.replace("ab.rumpf", "x")}))
    teil.frage_datei = lambda titel, filter_: str(datei)
    druecke(teil, f"Datei wählen …: Briefkopf {NAMEN[Briefkopfart.AKTE]}")
    assert "„ab.rumpf“ fehlt" in teil._meldung.text()
    assert teil._meldung.property("ton") == "rot"
    assert dienste.briefkoepfe.eigener(Briefkopfart.AKTE) is None


def test_what_was_broken_in_word_stands_below_its_row(teil, dienste):
    dienste.briefkoepfe.bearbeite(Briefkopfart.SYNOPSE).write_bytes(b"kaputt")
    teil.presenter.lade()
    befund = teil._zeilen[Briefkopfart.SYNOPSE]._befund
    assert befund.isVisible()
    assert "keine Word-Datei" in befund.text()


def test_a_logo_is_shown_and_taken_away(teil, dienste, tmp_path):
    bild = next(APP_BILD.glob("*.png"))
    teil.frage_datei = lambda titel, filter_: str(bild)
    teil._waehlen.click()
    assert dienste.einstellungen.logo().inhalt == bild.read_bytes()
    karte = teil._logo.pixmap()
    assert not karte.isNull()
    assert teil._logo.height() >= karte.height()
    teil._weg.click()
    assert dienste.einstellungen.logo() is None
    assert teil._logo.text() == "kein Logo"


def test_no_file_chosen_changes_nothing(teil, dienste):
    teil.frage_datei = lambda titel, filter_: ""
    teil._waehlen.click()
    assert dienste.einstellungen.logo() is None
    assert not teil._meldung.isVisible()


def test_a_window_that_only_reads_offers_nothing(ui, qtbot, dienste, geoeffnet):
    teil = BriefkopfTeil(ui, nur_lesen=True)
    qtbot.addWidget(teil)
    presenter = BriefkopfPresenter(teil, dienste, SofortRunner(), geoeffnet.append, str)
    teil.verbinde(presenter)
    presenter.lade()
    assert not any(button.isEnabled() for button in teil.findChildren(QPushButton))
