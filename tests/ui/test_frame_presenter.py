"""What the frame does, without a window."""

from __future__ import annotations

from dataclasses import replace

from antragsbuero.domain.vorgang import Vorgang, Vorgangsart
from antragsbuero.services.errors import Ablagefehler
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


def test_a_second_press_at_once_is_the_same_wish_a_later_one_is_not() -> None:
    offen, jetzt = buero(), [0.0]
    presenter = FramePresenter(
        Aufzeichnung(), offen.services, SofortRunner(), str, lambda: HEUTE, lambda: jetzt[0]
    )
    for _ in range(3):
        presenter.neuer_vorgang()
        jetzt[0] += 0.2
    assert len(offen.services.vorgaenge.rows()) == 1
    presenter.neuer_vorgang(Vorgangsart.ANFRAGE)
    assert len(offen.services.vorgaenge.rows()) == 2
    jetzt[0] += 2
    presenter.neuer_vorgang()
    assert len(offen.services.vorgaenge.rows()) == 3


class _Beispiele:
    """Loads a sample, or refuses."""

    def __init__(self) -> None:
        self.geladen_als: list[str] = []
        self.fehler: Exception | None = None

    def geladen(self) -> str | None:
        return self.geladen_als[0] if self.geladen_als else None

    def lade(self) -> Vorgang:
        if self.fehler is not None:
            raise self.fehler
        self.geladen_als.append("b")
        return Vorgang(betreff="Beispiel", kennung="b")


def test_a_storm_of_clicks_loads_one_sample() -> None:
    runner, beispiele = WartenderRunner(), _Beispiele()
    offen = buero()
    offen = replace(offen, services=replace(offen.services, beispiele=beispiele))
    presenter, view = _presenter(offen, runner)
    for _ in range(30):
        presenter.lade_beispiel()
    assert len(runner.wartend) == 1
    runner.laufe()
    presenter.lade_beispiel()
    runner.laufe()
    assert beispiele.geladen_als == ["b"]
    assert view.alle("geh_zu") == [(Ort(Bildschirm.VORGANG, "b"),)] * 2
    beispiele.geladen_als.clear()
    beispiele.fehler = Ablagefehler("voll")
    for _ in range(2):
        presenter.lade_beispiel()
        runner.laufe()
    assert view.alle("zeige_hinweis") == [("voll", "rot")] * 2


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
