"""A Briefkopf that cannot be used stops nobody: the notice offers to leave it out."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.services.ausgabe import PDF, WORD, Ausgabe, Auswahl, Exportauftrag
from antragsbuero.services.briefkoepfe import Briefkoepfe
from antragsbuero.ui.shared.einreichhilfe import MITGELIEFERT, NUR_PDF
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


def _eingereicht(offen: TestBuero) -> tuple[str, str]:
    (kennung,) = [z.kennung for z in offen.services.vorgaenge.rows()]
    fassungen = offen.services.vorgaenge.get(kennung).fassungen
    return kennung, fassungen[2].kennung


def _mail(offen: TestBuero, ordner: Path) -> tuple[Aufzeichnung, list[Path], Path]:
    """Asks for the e-mail of the submitted Neufassung; returns what is shown and opened."""
    view, z, geoeffnet = Aufzeichnung(), Aufzeichnung(), []
    presenter = VorgangPresenter(
        view, offen.services, SofortRunner(),
        Ziele(z.bearbeite, z.vergleiche, z.umsetzung, z.nachfrage, z.gezeigt,
              z.speichern_beginnt, z.gespeichert),
        str, lambda: HEUTE,
    )  # fmt: skip
    presenter.oeffne(*_eingereicht(offen))
    ziel = ordner / "mail.eml"
    presenter.einreichung.schreibe_entwurf(ziel, geoeffnet.append)
    presenter.oeffne(_kennung(offen), None)  # another paper is shown when somebody clicks
    return view, geoeffnet, ziel


def _anhaenge(ziel: Path) -> set[str]:
    nachricht = message_from_bytes(ziel.read_bytes(), policy=policy.default)
    return {Path(teil.get_filename()).suffix for teil in nachricht.iter_attachments()}


def test_the_mail_goes_on_with_the_shipped_briefkopf(offen: TestBuero, ordner: Path) -> None:
    view, geoeffnet, ziel = _mail(offen, ordner)
    text, art, mitgeliefert, _ = view.letzter("zeige_hinweis")
    assert (art, mitgeliefert[0], ziel.exists()) == ("rot", MITGELIEFERT, False)
    assert "„Antrag und Neufassung“ lässt sich nicht verwenden" in text
    mitgeliefert[1]()
    assert _anhaenge(ziel) == {WORD, PDF}
    assert geoeffnet == [ziel]
    assert view.letzter("zeige_hinweis")[1] != "rot"


def test_the_mail_goes_on_without_the_word_file(offen: TestBuero, ordner: Path) -> None:
    view, geoeffnet, ziel = _mail(offen, ordner)
    name, tun = view.letzter("zeige_hinweis")[3]
    assert name == NUR_PDF
    tun()
    assert _anhaenge(ziel) == {PDF}
    assert geoeffnet == [ziel]


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
