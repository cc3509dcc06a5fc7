"""The preview without its window: layout, store of pictures, presenter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.seiten import Seitenmass
from antragsbuero.domain.anlage import Anlage
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.exporte import AnlagenUnbrauchbar
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl, Papier, Stueck
from antragsbuero.services.vorschau import Vorschau
from antragsbuero.ui.shared.vorschau.anordnung import (
    ABSTAND,
    BREITE,
    GANZE,
    Anordnung,
    faktor,
    naechste_stufe,
)
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.shared.vorschau.presenter import VorschauPresenter
from antragsbuero.ui.shared.vorschau.seitenlager import HOECHSTENS, VORRAT, Seitenlager, Wunsch
from tests.fakes.seiten import FakeSeiten
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner

HOCH, QUER = Seitenmass(595, 842), Seitenmass(842, 595)
MASSE = st.lists(st.sampled_from((HOCH, QUER)), min_size=1, max_size=30)


@given(MASSE, st.floats(0.1, 4.0), st.integers(0, 9000), st.integers(1, 2000))
def test_what_is_in_view_is_found(masse, zum: float, von: int, hoehe: int) -> None:
    plan = Anordnung(masse, zum)
    lange = [
        n for n, (oben, (_, h)) in enumerate(zip(plan.oben, plan.groessen, strict=True))
        if oben < von + hoehe and oben + h > von
    ]  # fmt: skip
    assert set(lange) <= set(plan.sichtbar(von, hoehe))
    assert len(plan.sichtbar(von, hoehe)) <= len(lange) + 1


@given(MASSE, st.integers(14, 9000))
def test_zooming_keeps_the_place(masse, von: int) -> None:
    klein, gross = Anordnung(masse, 0.5), Anordnung(masse, 2.0)
    von = min(von, klein.hoehe)
    zurueck = klein.hoehe_von(gross.stelle(gross.hoehe_von(klein.stelle(von))))
    assert gross.hoehe_von((len(masse), 0.5)) == gross.hoehe  # a page that is gone
    assert abs(zurueck - von) <= ABSTAND  # the gaps between pages do not grow


def test_zooms_that_follow_the_window() -> None:
    assert faktor(BREITE, [HOCH, QUER], 842 * 96 // 72 + 28, 100) == pytest.approx(1, abs=0.01)
    assert faktor(GANZE, [HOCH], 5000, 842 * 96 // 72 + 28) == pytest.approx(1, abs=0.01)
    assert faktor(9.0, [HOCH], 100, 100) == 4.0
    assert faktor(BREITE, [HOCH], 1, 1) > 0
    assert (naechste_stufe(1.0, 1), naechste_stufe(1.0, -1)) == (1.25, 0.75)
    assert (naechste_stufe(4.0, 1), naechste_stufe(0.2, -1)) == (4.0, 0.5)


def test_pages_are_drawn_one_at_a_time_and_only_those_still_wanted() -> None:
    runner, seiten, gekommen = WartenderRunner(), FakeSeiten(500), []
    lager = Seitenlager(seiten, runner, gekommen.append)
    lager.wuensche([Wunsch(n, 1.0, False) for n in range(3)])
    assert len(runner.wartend) == 1
    lager.wuensche([Wunsch(400, 1.0, False)])
    runner.laufe()
    runner.laufe()
    assert [n for n, *_ in seiten.gezeichnet] == [0, 400]
    assert gekommen == [0, 400]
    assert not runner.wartend
    assert lager.bild(400) is not None


def test_the_store_has_an_end_and_large_pages_are_drawn_smaller() -> None:
    seiten = FakeSeiten(60)
    lager = Seitenlager(seiten, SofortRunner(), lambda _: None)
    for n in range(60):
        lager.wuensche([Wunsch(n, 2.0, False)])
    gehalten = [b for n in range(60) if (b := lager.bild(n)) is not None]
    assert 1 < sum(len(b.daten) for b in gehalten) <= VORRAT
    lager.wuensche([Wunsch(0, 50.0, True)])
    bild = lager.bild(0)
    assert bild is not None
    assert bild.breite * bild.hoehe <= HOECHSTENS * 1.01


def test_a_page_that_fails_does_not_stop_the_others() -> None:
    seiten = FakeSeiten(3, frozenset({0}))
    lager = Seitenlager(seiten, SofortRunner(), lambda _: None)
    lager.wuensche([Wunsch(0, 1.0, False), Wunsch(1, 1.0, False)])
    assert 0 in lager.defekt
    assert lager.bild(1) is not None


ANLAGEN = (Anlage("Plan.pdf", "1", 1), Anlage("Foto.png", "2", 1))


class Dienst:
    """Opens fake pages; `fehler` is raised instead, `kaputt` where Anlagen are wanted."""

    def __init__(self) -> None:
        self.seiten = FakeSeiten()
        self.fehler: Exception | None = None
        self.kaputt: Exception | None = None
        self.geoeffnet: list[FakeSeiten] = []

    def oeffne(self, papier: Papier, wahl: Exportwahl = OHNE_WAHL) -> Vorschau:
        if self.fehler is not None:
            raise self.fehler
        mit = wahl.anlagen and bool(papier.anlagen)
        if mit and self.kaputt is not None:
            raise self.kaputt
        self.seiten = FakeSeiten(9 if mit else 3)
        self.geoeffnet.append(self.seiten)
        hinweise = ("Ein Zeichen fehlt in den Schriften.",)
        return Vorschau(b"PDF mit" if mit else b"PDF", self.seiten, hinweise)

    def speichere(self, vorschau: Vorschau, ziel: Path) -> Path:
        ziel.write_bytes(vorschau.inhalt)
        return ziel


def gestartet(runner=None, anlagen=(), an=False):
    view, dienst = Aufzeichnung(), Dienst()
    papier = Papier(Stueck.FASSUNG, Dokument("A", ()), anlagen=anlagen)
    auftrag = Vorschauauftrag("Antrag", "a.pdf", lambda: papier)
    presenter = VorschauPresenter(view, dienst, runner or SofortRunner(), auftrag, str, anlagen=an)
    return presenter, view, dienst


def namen(view: Aufzeichnung) -> list[str]:
    return [name for name, *_ in view.rufe]


def test_opens_shows_hints_stores_and_closes(tmp_path: Path) -> None:
    presenter, view, dienst = gestartet()
    presenter.starte()
    assert namen(view) == ["zeige_arbeit", "zeige_anlagen", "zeige_seiten", "zeige_hinweis"]
    assert presenter.seitenzahl == 3
    presenter.speichere(tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes() == b"PDF"
    presenter.schliesse()
    assert dienst.seiten.zu


def test_with_anlagen_all_that_leaves_is_what_is_shown(tmp_path: Path) -> None:
    presenter, view, dienst = gestartet(anlagen=ANLAGEN)
    presenter.starte()
    assert view.letzter("zeige_anlagen") == (2, False)
    presenter.haenge_an(an=True)
    assert view.letzter("zeige_anlagen") == (2, True)
    assert len(view.letzter("zeige_seiten")[0]) == presenter.seitenzahl == 9
    presenter.speichere(tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes() == b"PDF mit"
    gedruckt: list[int] = []
    presenter.drucke(lambda seiten, lauf: gedruckt.append(len(seiten.masse)) or 9)
    assert gedruckt == [9]
    presenter.haenge_an(an=False)
    assert presenter.seitenzahl == 3
    presenter.schliesse()
    assert len(dienst.geoeffnet) == 3
    assert all(seiten.zu for seiten in dienst.geoeffnet)


def test_a_remembered_choice_means_nothing_to_papers_without_anlagen() -> None:
    presenter, view, _ = gestartet(an=True)
    presenter.starte()
    assert view.letzter("zeige_anlagen")[0] == 0
    assert presenter.seitenzahl == 3
    presenter.schliesse()


def test_anlagen_that_cannot_be_appended_leave_the_paper_to_be_seen() -> None:
    presenter, view, dienst = gestartet(anlagen=ANLAGEN, an=True)
    dienst.kaputt = AnlagenUnbrauchbar("Anlage 1 verlangt ein Kennwort.")
    presenter.starte()
    assert view.letzter("zeige_anlagen") == (2, False)
    assert presenter.seitenzahl == 3
    text, art = view.letzter("zeige_hinweis")
    assert text.startswith("Anlage 1 verlangt ein Kennwort. Gezeigt wird das Papier ohne")
    assert art == "gelb"
    dienst.kaputt = None
    presenter.haenge_an(an=True)
    assert presenter.seitenzahl == 9
    assert "Kennwort" not in view.letzter("zeige_hinweis")[0]
    presenter.schliesse()


def test_while_it_prints_the_pages_stay_as_they_are() -> None:
    runner = WartenderRunner()
    presenter, _, dienst = gestartet(runner, ANLAGEN)
    presenter.starte()
    runner.laufe()
    presenter.drucke(lambda seiten, lauf: 3)
    presenter.haenge_an(an=True)
    assert len(runner.wartend) == 1
    runner.laufe()
    assert not dienst.seiten.zu
    presenter.schliesse()
    runner.laufe()


def test_a_paper_that_cannot_be_made_says_why() -> None:
    presenter, view, dienst = gestartet()
    dienst.fehler = Abgelehnt("Von diesem Papier gibt es kein PDF.")
    presenter.starte()
    assert namen(view) == ["zeige_arbeit", "zeige_leer"]
    presenter.speichere(Path("nirgends.pdf"))
    presenter.drucke(lambda seiten, lauf: 1)
    presenter.schliesse()
    assert len(view.rufe) == 2


def test_closing_while_the_paper_is_made_leaves_nothing_open() -> None:
    runner = WartenderRunner()
    presenter, view, dienst = gestartet(runner)
    presenter.starte()
    presenter.schliesse()
    runner.laufe()
    assert namen(view) == ["zeige_arbeit"]
    assert dienst.seiten.zu


def test_a_print_goes_on_when_the_window_closes() -> None:
    runner = WartenderRunner()
    presenter, _, dienst = gestartet(runner)
    presenter.starte()
    runner.laufe()
    presenter.drucke(lambda seiten, lauf: len(seiten.masse))
    presenter.drucke(lambda seiten, lauf: 99)
    assert len(runner.wartend) == 1
    presenter.schliesse()
    assert not dienst.seiten.zu
    runner.laufe()
    runner.laufe()
    assert dienst.seiten.zu


def test_how_a_print_ends_is_told() -> None:
    presenter, view, _ = gestartet()
    presenter.starte()
    presenter.drucke(lambda seiten, lauf: 3)
    assert view.rufe[-1][1][0] == "3 Seiten sind an den Drucker gegeben."

    def kaputt(seiten, lauf) -> int:
        raise Abgelehnt("Der Drucker nimmt nichts an.")

    presenter.drucke(kaputt)
    assert view.rufe[-1][1] == ("Der Drucker nimmt nichts an.", "rot")
    assert not presenter.druckt
    presenter.schliesse()


def test_a_print_can_be_stopped() -> None:
    runner = WartenderRunner()
    presenter, view, _ = gestartet(runner)
    presenter.starte()
    runner.laufe()
    presenter.drucke(lambda seiten, lauf: 3)
    presenter.brich_druck_ab()
    assert not presenter.druckt
    assert "abgebrochen" in view.rufe[-1][1][0]
    presenter.schliesse()
