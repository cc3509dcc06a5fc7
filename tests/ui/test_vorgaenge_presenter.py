"""The list of Vorgänge without a window."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.events import VorgangEntfernt, VorgangGespeichert
from antragsbuero.ui.vorgaenge.presenter import (
    Sortierung,
    VorgaengePresenter,
    Ziele,
    sortiert,
)
from antragsbuero.ui.vorgaenge.rows import VorgangRow
from tests.ui.aufbau import HEUTE, TestBuero, bestand, buero, einfach
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner


def _presenter(
    offen: TestBuero, runner: SofortRunner | None = None
) -> tuple[VorgaengePresenter, Aufzeichnung]:
    view, ziele = Aufzeichnung(), Aufzeichnung()
    presenter = VorgaengePresenter(
        view, offen.services, runner or SofortRunner(),
        Ziele(ziele.oeffne, ziele.vergleiche, ziele.umsetzung, ziele.neuer_antrag,
              ziele.importiere),
        str, lambda: HEUTE,
    )  # fmt: skip
    return presenter, view


def _betreffe(view: Aufzeichnung) -> list[str]:
    return [row.betreff for row in view.letzter("zeige_rows")[0]]


def test_shows_all_the_last_changed_first() -> None:
    presenter, view = _presenter(buero(*bestand()))
    presenter.lade()
    rows, gesamt, suche = view.letzter("zeige_rows")
    assert (len(rows), gesamt, suche) == (5, 5, "")
    assert rows[0].betreff == "Fahrradbügel vor jeder Schule"


def test_shows_the_overdue_deadline_in_words() -> None:
    presenter, view = _presenter(buero(*bestand()))
    presenter.lade()
    row = next(r for r in view.letzter("zeige_rows")[0] if r.nummer == "VIII-A-0114")
    assert (row.frist, row.frist_relativ, row.ueberfaellig) == (
        "31.03.2025", "seit 336 Tagen", True,
    )  # fmt: skip


def test_finds_compounds_and_tells_the_place() -> None:
    presenter, view = _presenter(buero(*bestand()))
    presenter.lade()
    presenter.suche("sonnensegel")
    rows, gesamt, suche = view.letzter("zeige_rows")
    assert [r.nummer for r in rows] == ["VIII-A-0114"]
    assert (gesamt, suche) == (5, "sonnensegel")
    assert "Sonnensegel" in rows[0].zweite_zeile


def test_one_letter_shows_all_again() -> None:
    presenter, view = _presenter(buero(*bestand()))
    presenter.lade()
    presenter.suche("sonnensegel")
    presenter.suche("s")
    assert len(view.letzter("zeige_rows")[0]) == 5


def test_a_late_answer_does_not_overwrite_a_newer_one() -> None:
    runner = WartenderRunner()
    presenter, view = _presenter(buero(*bestand()), runner)
    presenter.lade()
    runner.laufe()
    presenter.suche("trinkwasser")
    presenter.suche("fahrrad")
    runner.laufe(1)
    runner.laufe(0)
    assert _betreffe(view) == ["Fahrradbügel vor jeder Schule"]


def test_a_storm_of_events_loads_at_most_once_more() -> None:
    runner = WartenderRunner()
    presenter, _ = _presenter(buero(*bestand()), runner)
    presenter.lade()
    for _ in range(50):
        presenter.on_ereignis(VorgangGespeichert("x"))
    runner.laufe()
    assert len(runner.wartend) == 1
    runner.laufe()
    assert not runner.wartend


def test_details_of_a_removed_vorgang_disappear() -> None:
    offen = buero(*bestand())
    presenter, view = _presenter(offen)
    presenter.lade()
    kennung = view.letzter("zeige_rows")[0][0].kennung
    presenter.waehle(kennung)
    assert view.letzter("zeige_detail")[0].betreff == "Fahrradbügel vor jeder Schule"
    offen.services.vorgaenge.entferne(kennung)
    presenter.on_ereignis(VorgangEntfernt(kennung))
    assert view.letzter("zeige_detail") == (None,)
    assert len(view.letzter("zeige_rows")[0]) == 4


def test_a_fault_is_told_and_the_next_loading_works() -> None:
    offen = buero(*bestand())
    presenter, view = _presenter(offen)
    lesen, offen.ablage.read = offen.ablage.read, _kaputt
    presenter.lade()
    assert view.letzter("zeige_fehler") == ("Die Datenbank antwortet nicht.",)
    offen.ablage.read = lesen
    presenter.lade()
    assert len(view.letzter("zeige_rows")[0]) == 5


def _kaputt():
    raise Ablagefehler("Die Datenbank antwortet nicht.")


def test_an_empty_betreff_has_words() -> None:
    presenter, view = _presenter(buero(einfach("")))
    presenter.lade()
    assert _betreffe(view) == ["(ohne Betreff)"]


def test_nothing_reaches_a_closed_view() -> None:
    runner = WartenderRunner()
    presenter, view = _presenter(buero(*bestand()), runner)
    presenter.lade()
    presenter.schliesse()
    runner.laufe()
    assert not view.rufe


def _row(tag: date | None, i: int) -> VorgangRow:
    return VorgangRow(str(i), str(i), "", "", "", "", "", "", "", False, tag, tag, i)


@given(st.lists(st.none() | st.dates()), st.booleans())
def test_sorting_by_day_keeps_all_rows_and_puts_undated_last(
    tage: list[date | None], absteigend: bool
) -> None:
    rows = [_row(tag, i) for i, tag in enumerate(tage)]
    neu = sortiert(rows, Sortierung.FRIST, absteigend)
    assert sorted(r.rang for r in neu) == list(range(len(rows)))
    mit = [r.frist_datum for r in neu if r.frist_datum]
    assert mit == sorted(mit, reverse=absteigend)
    assert [r.frist_datum for r in neu[: len(mit)]] == mit
