"""What the frame does, without a window."""

from __future__ import annotations

from antragsbuero.domain.vorgang import Vorgangsart
from antragsbuero.services.events import VorgangEntfernt, VorgangGespeichert
from antragsbuero.ui.frame_presenter import FramePresenter
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from tests.ui.aufbau import HEUTE, TestBuero, bestand, buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner


def _presenter(
    offen: TestBuero, runner: SofortRunner | None = None
) -> tuple[FramePresenter, Aufzeichnung]:
    view = Aufzeichnung()
    return (
        FramePresenter(view, offen.services, runner or SofortRunner(), str, lambda: HEUTE), view,
    )  # fmt: skip


def test_counts_what_the_navigation_shows() -> None:
    presenter, view = _presenter(buero(*bestand()))
    presenter.starte()
    (zaehler,) = view.letzter("zeige_zaehler")
    assert (zaehler.vorgaenge, zaehler.entwuerfe, zaehler.in_umsetzung, zaehler.ueberfaellig) == (
        5, 1, 1, 1,
    )  # fmt: skip


def test_a_new_anfrage_opens_in_the_editor() -> None:
    offen = buero()
    presenter, view = _presenter(offen)
    presenter.neuer_vorgang(Vorgangsart.ANFRAGE)
    (zeile,) = offen.services.vorgaenge.rows()
    assert zeile.art is Vorgangsart.ANFRAGE
    entwurf = offen.services.vorgaenge.get(zeile.kennung).fassungen[0].kennung
    assert view.letzter("geh_zu") == (Ort(Bildschirm.EDITOR, zeile.kennung, (entwurf,)),)


def test_a_storm_of_clicks_makes_one_vorgang() -> None:
    runner = WartenderRunner()
    offen = buero()
    presenter, _ = _presenter(offen, runner)
    for _ in range(30):
        presenter.neuer_vorgang()
    while runner.wartend:
        runner.laufe()
    assert len(offen.services.vorgaenge.rows()) == 1


def test_after_a_refusal_one_can_try_again() -> None:
    offen = buero(nur_lesen=True)
    presenter, view = _presenter(offen)
    presenter.neuer_vorgang()
    assert view.letzter("zeige_hinweis")[1] == "rot"
    offen.ablage.nur_lesen = False
    presenter.neuer_vorgang()
    assert len(offen.services.vorgaenge.rows()) == 1


def test_a_removed_vorgang_is_forgotten() -> None:
    presenter, view = _presenter(buero())
    presenter.on_ereignis(VorgangEntfernt("fort"))
    assert view.letzter("vergiss") == ("fort",)


def test_a_hundred_events_count_at_most_twice() -> None:
    runner = WartenderRunner()
    presenter, view = _presenter(buero(*bestand()), runner)
    for _ in range(100):
        presenter.on_ereignis(VorgangGespeichert("x"))
    while runner.wartend:
        runner.laufe()
    assert len(view.alle("zeige_zaehler")) == 2


def test_a_check_tells_what_it_found() -> None:
    offen = buero()
    presenter, view = _presenter(offen)
    presenter.pruefe()
    assert view.letzter("zeige_hinweis") == ("Die Datenbank ist in Ordnung.", "info")
    offen.ablage.befunde = ["Ein Text ist beschädigt."]
    presenter.pruefe()
    assert view.letzter("zeige_hinweis") == ("Ein Text ist beschädigt.", "rot")


def test_jumps_offer_every_vorgang_with_its_number() -> None:
    presenter, view = _presenter(buero(*bestand()))
    presenter.lade_sprungziele()
    ziele = view.letzter("zeige_sprungziele")[0]
    assert ("Spielplätze an heißen Tagen beschatten", "VIII-A-0114") in [
        (z.titel, z.zusatz) for z in ziele
    ]
