"""A Briefkopf that cannot be used stops nobody: the notice offers to leave it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.services.ausgabe import PDF, WORD, Ausgabe, Auswahl, Exportauftrag
from antragsbuero.services.briefkoepfe import Briefkoepfe
from antragsbuero.ui.shared.export_oeffnen import zeige_meldung
from antragsbuero.ui.shared.export_presenter import ExportPresenter, Meldung
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.umsetzung.presenter import UmsetzungPresenter
from antragsbuero.ui.umsetzung.presenter import Ziele as UmsetzungZiele
from antragsbuero.ui.vorgang.presenter import VorgangPresenter, Ziele
from tests.ui.aufbau import HEUTE, TestBuero, buero, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner

OHNE = "Ohne Briefkopf exportieren"


def _schreibe(dokument, ziel: Path) -> list[str]:
    ziel.write_text(dokument.titel, encoding="utf-8")
    return []


@pytest.fixture
def offen(tmp_path: Path) -> TestBuero:
    """An office whose Briefkopf for motions is no Word file."""
    koepfe = tmp_path / "koepfe"
    koepfe.mkdir()
    for art in ("antrag", "anfrage"):
        (koepfe / f"{art}.docx").write_bytes(b"kein Word")
    offen = buero(spielplatz())
    exporte = offen.services.exporte
    exporte._writers.update({WORD: _schreibe, PDF: _schreibe})
    exporte._briefkoepfe = Briefkoepfe(
        koepfe, pruefe_briefkopf, schreibe_mit_briefkopf, lambda *_: None
    )
    return offen


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    ordner = tmp_path / "ausgang"
    ordner.mkdir()
    return ordner


def _kennung(offen: TestBuero) -> str:
    return offen.services.vorgaenge.rows()[0].kennung


def _namen(ordner: Path) -> set[str]:
    return {pfad.name for pfad in ordner.iterdir()}


def test_the_export_writes_what_failed_and_nothing_twice(offen: TestBuero, ordner: Path) -> None:
    meldungen: list[Meldung] = []
    presenter = ExportPresenter(
        Aufzeichnung(), offen.services, SofortRunner(), str, meldungen.append
    )
    kennung = _kennung(offen)
    fassung = offen.services.vorgaenge.get(kennung).fassungen[0].kennung
    presenter.oeffne(Auswahl((kennung,), fassung=fassung))
    presenter.exportiere(
        Exportauftrag(
            Auswahl(()), (Ausgabe.FASSUNG, Ausgabe.AKTE), frozenset((WORD, PDF)), ordner
        )
    )  # fmt: skip
    assert len(_namen(ordner)) == 3  # the Akte twice, the motion as PDF
    (m,) = meldungen
    assert m.art == "rot"
    assert m.aktion is not None
    assert m.aktion[0] == OHNE
    presenter.schliesse()  # the dialog is long gone when somebody clicks
    m.aktion[1]()
    assert len(_namen(ordner)) == 4
    assert not [name for name in _namen(ordner) if "(2)" in name]
    assert meldungen[-1].art == "info"
    assert meldungen[-1].aktion is None


def test_the_notice_of_the_export_has_the_button(ordner: Path) -> None:
    leiste, getan = Aufzeichnung(), []
    meldung = Meldung("…", "rot", ordner, None, (OHNE, lambda: getan.append("ohne")))
    zeige_meldung(meldung, leiste, getan.append)
    _, _, name, tun, (zweite, oeffne) = leiste.letzter("zeige")
    tun()
    oeffne()
    assert (name, zweite) == (OHNE, "Ordner öffnen")
    assert getan == ["ohne", ordner]


def test_a_quickly_saved_fassung_goes_out_without_it(offen: TestBuero, ordner: Path) -> None:
    view, z = Aufzeichnung(), Aufzeichnung()
    presenter = VorgangPresenter(
        view, offen.services, SofortRunner(),
        Ziele(z.bearbeite, z.vergleiche, z.umsetzung, z.nachfrage, z.gezeigt,
              z.speichern_beginnt, z.gespeichert),
        str, lambda: HEUTE,
    )  # fmt: skip
    kennung = _kennung(offen)
    presenter.oeffne(kennung, offen.services.vorgaenge.get(kennung).fassungen[0].kennung)
    ziel = ordner / "antrag.docx"
    presenter.exportiere(ziel)
    text, art, aktion = view.letzter("zeige_hinweis")
    assert (art, aktion[0], ziel.exists()) == ("rot", OHNE, False)
    assert "Briefkopf" in text
    aktion[1]()
    assert ziel.exists()
    assert view.letzter("zeige_hinweis")[1] == "info"


def test_a_quickly_saved_nachfrage_goes_out_without_it(offen: TestBuero, ordner: Path) -> None:
    view, z = Aufzeichnung(), Aufzeichnung()
    presenter = UmsetzungPresenter(
        view, offen.services, SofortRunner(),
        UmsetzungZiele(z.oeffne, z.importiere, z.zeige_ort), str, lambda: HEUTE,
    )  # fmt: skip
    offen.services.ereignisse.subscribe(presenter.on_ereignis)
    presenter.zeige(Ort(Bildschirm.UMSETZUNG, _kennung(offen)))
    presenter.waehle_punkte((view.letzter("zeige_punkte")[0][0].kennung,))
    presenter.nachfragen.entwirf(je_punkt=False)
    ziel = ordner / presenter.nachfragen.vorgeschlagener_name(WORD)
    presenter.nachfragen.exportiere(str(ziel))
    text, aktion = view.letzter("zeige_fehler")
    assert (aktion[0], ziel.exists()) == (OHNE, False)
    assert "Briefkopf" in text
    aktion[1]()
    assert view.letzter("zeige_geschrieben")[0] == ziel
    assert ziel.exists()
