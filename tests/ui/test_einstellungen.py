"""Settings: stored by themselves, one after the other."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.ui.einstellungen.presenter import EinstellungenPresenter, Ziele
from antragsbuero.ui.einstellungen.view import EinstellungenView
from tests.ui.aufbau import buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import pruefe
from tests.ui.conftest import tippe
from tests.ui.sofort import SofortRunner, WartenderRunner


def _presenter(view, runner=None, **werte):
    offen, z = buero(**werte), Aufzeichnung()
    ziele = Ziele("Lokale Datenbank", offen.nur_lesen, z.oeffne_datenordner, z.sichere,
                  z.waehle_theme, z.speichern_beginnt, z.gespeichert, z.oeffne_datei)  # fmt: skip
    return (
        EinstellungenPresenter(view, offen.services, runner or SofortRunner(), ziele, str),
        z, offen,
    )  # fmt: skip


def test_shows_what_is_stored_and_all_councils() -> None:
    view = Aufzeichnung()
    presenter, _, offen = _presenter(view)
    offen.services.einstellungen.set(Bueroeinstellungen(fraktion="Fraktion Muster"))
    presenter.lade()
    (bild,) = view.letzter("zeige_bild")
    assert bild.buero.fraktion == "Fraktion Muster"
    assert "leipzig" in [profil.kennung for profil in bild.profile]


def test_only_the_newest_of_many_changes_waits() -> None:
    runner = WartenderRunner()
    presenter, z, offen = _presenter(Aufzeichnung(), runner)
    presenter.lade()
    runner.laufe()
    for name in ("A", "AB", "ABC", "ABCD"):
        presenter.speichere(Bueroeinstellungen(fraktion=name))
    while runner.wartend:
        runner.laufe()
    assert offen.services.einstellungen.get().fraktion == "ABCD"
    assert len(z.alle("gespeichert")) == 2


def test_a_refusal_is_told_in_place_and_in_the_status_bar() -> None:
    view = Aufzeichnung()
    presenter, z, _ = _presenter(view, nur_lesen=True)
    presenter.lade()
    presenter.speichere(Bueroeinstellungen(fraktion="A"))
    assert view.letzter("zeige_hinweis")[1] == "rot"
    assert z.letzter("gespeichert")[0] is not None


def test_typing_is_stored_after_a_pause_and_nothing_before(ui, qtbot) -> None:
    view = EinstellungenView(ui)
    qtbot.addWidget(view)
    presenter, _, offen = _presenter(view)
    view.verbinde(presenter)
    view.show()
    presenter.lade()
    pruefe(view)
    tippe(view._name, "Fraktion für Südstädte")
    assert offen.services.einstellungen.get().fraktion == ""
    view._uhr.timeout.emit()
    assert offen.services.einstellungen.get().fraktion == "Fraktion für Südstädte"


def test_leaving_stores_what_was_typed_last(ui, qtbot) -> None:
    view = EinstellungenView(ui)
    qtbot.addWidget(view)
    presenter, _, offen = _presenter(view)
    view.verbinde(presenter)
    presenter.lade()
    view._personen.setPlainText("Anke Beyer\n\n  Kim Roth ")
    assert view.darf_gehen()
    assert offen.services.einstellungen.get().personen == ("Anke Beyer", "Kim Roth")


def test_what_cannot_be_stored_stays_and_is_tried_again(ui, qtbot) -> None:
    view = EinstellungenView(ui)
    qtbot.addWidget(view)
    presenter, z, offen = _presenter(view)
    view.verbinde(presenter)
    presenter.lade()
    schreibe = offen.ablage.write

    def voll(_arbeit):
        raise Ablagefehler("Der Datenträger ist voll.")

    offen.ablage.write = voll
    tippe(view._name, "Fraktion Süd")
    assert not view.darf_gehen()
    assert "voll" in view._hinweis.text
    presenter.lade()
    assert view._name.text() == "Fraktion Süd"
    offen.ablage.write = schreibe
    presenter.lade()
    assert offen.services.einstellungen.get().fraktion == "Fraktion Süd"
    assert (z.letzter("gespeichert"), view._hinweis.text) == ((None,), "")
    assert view.darf_gehen()


def test_a_change_elsewhere_does_not_disturb_typing(ui, qtbot) -> None:
    view = EinstellungenView(ui)
    qtbot.addWidget(view)
    presenter, _, _ = _presenter(view)
    view.verbinde(presenter)
    presenter.lade()
    tippe(view._name, "Neu")
    presenter.lade()
    assert view._name.text() == "Neu"
    view.darf_gehen()
    QApplication.processEvents()
