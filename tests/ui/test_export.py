"""The dialog „Exportieren“ with and without its window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import PDF, WORD, Ausgabe, Auswahl, Exportauftrag
from antragsbuero.services.ausgang import Ausgangsergebnis, Dateiergebnis
from antragsbuero.ui.shared.export_dialog import ExportDialog
from antragsbuero.ui.shared.export_presenter import ExportPresenter, Meldung, meldung
from tests.ui.aufbau import buero, einfach, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import pruefe, tab_kette
from tests.ui.sofort import SofortRunner


class Aufbau:
    def __init__(self, *vorgaenge: Vorgang, view=None) -> None:
        self.buero = buero(*vorgaenge)
        self.vorgaenge = vorgaenge
        self.view = view or Aufzeichnung()
        self.meldungen: list[Meldung] = []
        self.runner = SofortRunner()
        services = self.buero.services
        for endung in (".pdf", ".docx", ".html"):
            services.exporte._writers[endung] = self.schreibe
        self.presenter = ExportPresenter(
            self.view, services, self.runner, str, self.meldungen.append
        )
        self.auswahl = Auswahl(tuple(v.kennung for v in vorgaenge))

    @staticmethod
    def schreibe(dokument, ziel: Path) -> list[str]:
        ziel.write_text(dokument.titel, encoding="utf-8")
        return []


def auftrag(ordner: Path, *ausgaben: Ausgabe, formate=(PDF,)) -> Exportauftrag:
    return Exportauftrag(Auswahl(()), ausgaben, frozenset(formate), ordner)


def test_one_vorgang_offers_its_fassungen_and_says_what_is_missing() -> None:
    a = Aufbau(spielplatz())
    a.presenter.oeffne(a.auswahl)
    (bild,) = a.view.letzter("zeige_angebot")
    assert bild.titel == "Spielplätze an heißen Tagen beschatten"
    assert dict(bild.fassungen)[bild.fassung] == "Neufassung vom 22.04.2024"
    nicht = {b.ausgabe: b.hinweis for b in bild.angebote if not b.moeglich}
    assert nicht == {Ausgabe.NACHFRAGE: "hat noch keine Nachfrage"}


def test_another_fassung_changes_names_and_what_exists(tmp_path: Path) -> None:
    v = spielplatz()
    a = Aufbau(v)
    a.presenter.oeffne(a.auswahl)
    a.presenter.waehle_fassung(v.fassungen[1].kennung)
    (bild,) = a.view.letzter("zeige_angebot")
    assert Ausgabe.ANSCHREIBEN in {b.ausgabe for b in bild.angebote if not b.moeglich}
    a.presenter.benenne(auftrag(tmp_path, Ausgabe.FASSUNG))
    assert a.view.letzter("zeige_namen") == (
        ("A 0114-VSP Spielplätze an heißen Tagen beschatten Verwaltungsstandpunkt.pdf",),
    )


def test_the_run_is_visible_work_and_its_end_is_told(tmp_path: Path) -> None:
    a = Aufbau(spielplatz(), einfach("Bänke"))
    a.presenter.oeffne(a.auswahl)
    a.presenter.exportiere(auftrag(tmp_path, Ausgabe.AKTE, Ausgabe.WEBSEITE))
    assert a.runner.titel == ["2 Vorgänge werden exportiert"]
    assert a.view.alle("beende") == [()]
    (m,) = a.meldungen
    assert m.text.split("\n") == [
        "Es wurden 3 Dateien geschrieben.",
        "Ausgelassen: Entwurf 2026-001 Webseite (noch nichts eingereicht).",
    ]
    assert (m.art, m.ordner, m.datei) == ("gelb", tmp_path, None)
    assert len(list(tmp_path.iterdir())) == 3


def test_nothing_chosen_keeps_the_dialog(tmp_path: Path) -> None:
    a = Aufbau(spielplatz())
    a.presenter.oeffne(a.auswahl)
    a.presenter.exportiere(auftrag(tmp_path, Ausgabe.AKTE, formate=()))
    assert a.view.alle("beende") == []
    assert "ein Format" in a.view.letzter("zeige_hinweis")[0]


def test_a_cancelled_run_tells_what_is_there() -> None:
    dateien = (Dateiergebnis("a.pdf", Path("/o/a.pdf")), Dateiergebnis("b.pdf", Path("/o/b.pdf")))
    m = meldung(Ausgangsergebnis(Path("/o"), dateien, abgebrochen=True))
    assert (m.text, m.art) == ("Abgebrochen. Es wurden 2 Dateien geschrieben.", "gelb")


def test_many_faults_are_counted() -> None:
    dateien = tuple(Dateiergebnis(f"{n}.pdf", fehler="kaputt") for n in range(9))
    m = meldung(Ausgangsergebnis(Path("/o"), dateien))
    assert m.art == "rot"
    assert m.ordner is None
    assert m.text.split("\n")[0] == "Es wurde keine Datei geschrieben."
    assert m.text.split("\n")[-1] == "… und 4 weitere Hinweise."


# ---- the window


@pytest.fixture
def dialog(ui, qtbot, tmp_path):
    ui.merker.setze("export/ordner", str(tmp_path))

    def oeffne(*vorgaenge: Vorgang, vorwahl=(Ausgabe.FASSUNG,)) -> tuple[ExportDialog, Aufbau]:
        fenster = ExportDialog(ui)
        fenster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(fenster)
        a = Aufbau(*vorgaenge, view=fenster)
        fenster.verbinde(a.presenter)
        fenster.zeige(a.auswahl, vorwahl)
        return fenster, a

    return oeffne


def test_everything_has_a_name_and_a_key_of_its_own(dialog) -> None:
    fenster, _ = dialog(spielplatz())
    pruefe(fenster)
    assert fenster.minimumSizeHint().height() <= 560
    assert fenster.minimumSizeHint().width() <= 900
    assert fenster._tun in tab_kette(fenster)


def test_names_follow_what_is_ticked_and_return_exports(dialog, qtbot, tmp_path) -> None:
    fenster, a = dialog(spielplatz())
    assert fenster._ausgaben[Ausgabe.FASSUNG].isChecked()
    assert not fenster._ausgaben[Ausgabe.NACHFRAGE].isEnabled()
    assert fenster._gruende[Ausgabe.NACHFRAGE].text() == "hat noch keine Nachfrage"
    fenster._formate[PDF].setChecked(False)
    name = "A 0114-NF-01 Spielplätze an heißen Tagen beschatten Neufassung.docx"
    assert fenster._namen.toPlainText() == name
    assert fenster._zahl.text() == "1 Datei"
    qtbot.keyClick(fenster, Qt.Key.Key_Return)
    assert not fenster.isVisible()
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".docx"] == [name]
    assert a.meldungen[0].datei == tmp_path / name
    assert fenster._ui.merker.texte("export/formate") == (WORD,)


def test_a_folder_that_is_missing_is_told_and_kept_open(dialog, qtbot, tmp_path) -> None:
    fenster, a = dialog(spielplatz())
    fenster._ordner.setText(str(tmp_path / "fort"))
    fenster._tun.click()
    assert fenster.isVisible()
    assert "gibt es nicht" in fenster._hinweis.text
    fenster.waehle_ordner = lambda _: str(tmp_path)
    fenster._durchsuche()
    fenster._tun.click()
    assert len(a.meldungen) == 1


def test_escape_closes_and_writes_nothing(dialog, qtbot, tmp_path) -> None:
    fenster, a = dialog(spielplatz())
    qtbot.keyClick(fenster, Qt.Key.Key_Escape)
    assert not fenster.isVisible()
    assert a.meldungen == []
    assert [p for p in tmp_path.iterdir() if p.suffix in (".pdf", ".docx")] == []


def test_a_briefkopf_is_asked_for_once_and_let_go(dialog, tmp_path) -> None:
    fenster, _ = dialog(spielplatz())
    fenster.waehle_briefkopf = lambda _: str(tmp_path / "kopf.docx")
    fenster._kopf.click()
    assert fenster._auftrag().wahl.briefkopf == tmp_path / "kopf.docx"
    fenster._kopf.click()
    assert fenster._auftrag().wahl.briefkopf is None
    fenster.waehle_briefkopf = lambda _: ""
    fenster._kopf.click()
    assert not fenster._kopf.isChecked()


def test_several_vorgaenge_have_no_fassung_to_choose(dialog) -> None:
    geheim = replace(spielplatz(), kennung="g", nichtoeffentlich=True)
    fenster, _ = dialog(spielplatz(), geheim, vorwahl=(Ausgabe.REGISTER,))
    assert not fenster._fassungen.isVisible()
    assert fenster._titel.text() == "2 Vorgänge"
    assert fenster._gruende[Ausgabe.WEBSEITE].text() == "bei 1 von 2 nicht: nichtöffentlich (1)"
    assert fenster._namen.toPlainText().split("\n")[0].startswith("Register 2 Vorgänge")
