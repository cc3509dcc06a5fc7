"""What is due, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.events import VorgangGespeichert
from antragsbuero.ui.fristen.presenter import FristenPresenter, Ziele
from antragsbuero.ui.fristen.rows import (
    FristRow,
    Gruppe,
    frist_rows,
    gruppe_von,
    mit_koepfen,
    monatsblatt,
    relativ,
    verschiebe,
)
from tests.ui.aufbau import HEUTE, TestBuero, buero, punkt, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner


def _presenter(
    offen: TestBuero, runner: SofortRunner | None = None
) -> tuple[FristenPresenter, Aufzeichnung, Aufzeichnung]:
    view, ziele = Aufzeichnung(), Aufzeichnung()
    presenter = FristenPresenter(
        view, offen.services, runner or SofortRunner(), Ziele(ziele.oeffne, ziele.umsetzung),
        str, lambda: HEUTE,
    )  # fmt: skip
    return presenter, view, ziele


def _beschlossen(*fristen: Frist) -> Vorgang:
    punkte = tuple(punkt(f"{n}.", "Etwas tun.", f) for n, f in enumerate(fristen, 1))
    beschluss = Fassung(Fassungsart.BESCHLUSS, date(2026, 1, 1), eingereicht=True, punkte=punkte)
    return Vorgang(betreff="Etwas", stand=Stand.BESCHLOSSEN, fassungen=(beschluss,))


def _bis(tag: date) -> Frist:
    return Frist(f"bis {tag:%d.%m.%Y}", tag, Genauigkeit.GENAU)


def _rows(view: Aufzeichnung) -> list[FristRow]:
    return [row for row in view.letzter("zeige_rows")[0] if not row.kopf]


def test_groups_come_in_order_with_headings() -> None:
    # HEUTE, 2026-03-02, is a Monday.
    tage = [date(2026, 2, 1), HEUTE, date(2026, 3, 8), date(2026, 3, 15), date(2026, 3, 31),
            date(2026, 12, 31), date(2027, 1, 1)]  # fmt: skip
    vorgang = _beschlossen(
        *map(_bis, tage), Frist("ab 01.02.2026", date(2026, 2, 1), Genauigkeit.BEGINN),
        Frist("zeitnah", None, Genauigkeit.DRINGLICH),
    )  # fmt: skip
    presenter, view, _ = _presenter(buero(vorgang, spielplatz()))
    presenter.lade()
    rows, gesamt, spaet = view.letzter("zeige_rows")
    assert [row.titel for row in rows if row.kopf] == [
        "Überfällig (2)", "Heute (1)", "Diese Woche (1)", "Nächste Woche (1)",
        "Später in diesem Monat (1)", "Später in diesem Jahr (1)", "In späteren Jahren (1)",
        "Beginn vorüber (1)", "Ohne Datum (1)", "Im Beschluss verloren (1)",
    ]  # fmt: skip
    assert (gesamt, spaet) == (11, 2)


@given(st.dates(), st.dates(date(1900, 1, 1), date(9000, 1, 1)))
def test_each_day_has_one_group_and_later_days_never_an_earlier_one(tag: date, heute: date) -> None:
    gruppe = gruppe_von(tag, heute)
    assert (gruppe is Gruppe.UEBERFAELLIG) == (tag < heute)
    assert (gruppe is Gruppe.HEUTE) == (tag == heute)
    if tag < date.max:
        assert gruppe <= gruppe_von(tag + timedelta(days=1), heute)


def test_words_for_distances() -> None:
    assert [relativ(HEUTE + timedelta(days=n), HEUTE) for n in (0, 1, 2, -1, -5)] == [
        "heute", "in 1 Tag", "in 2 Tagen", "seit 1 Tag", "seit 5 Tagen",
    ]  # fmt: skip


def test_answers_and_wiedervorlagen_are_due_too() -> None:
    vorgang = spielplatz()
    offen = buero(vorgang)
    services = offen.services
    nachfrage = services.nachfragen.entwirf(vorgang.kennung, ["2"])
    services.nachfragen.reiche_ein(vorgang.kennung, nachfrage.kennung, date(2026, 1, 5), "F 9")
    eins = vorgang.fassungen[3].punkte[0].kennung
    services.vorgaenge.setze_umsetzung(
        vorgang.kennung, Umsetzung(eins, notiz="Anrufen", wiedervorlage=HEUTE)
    )
    presenter, view, ziele = _presenter(offen)
    presenter.lade()
    antwort = next(r for r in _rows(view) if r.art == "Antwort der Stadt")
    assert (antwort.text, antwort.datum, antwort.gruppe) == (
        "Antwort auf Nachfrage F 9", "02.02.2026", Gruppe.UEBERFAELLIG,
    )  # fmt: skip
    wieder = next(r for r in _rows(view) if r.art == "Wiedervorlage")
    assert (wieder.text, wieder.punkt, wieder.relativ) == ("Anrufen", "Punkt 1", "heute")
    presenter.schreibe_nachfrage(antwort.schluessel)
    assert ziele.letzter("umsetzung") == (
        vorgang.kennung, nachfrage.punkte, nachfrage.kennung,
    )  # fmt: skip


def test_a_nachfrage_on_a_lost_deadline_finds_its_point() -> None:
    vorgang = spielplatz()
    presenter, view, ziele = _presenter(buero(vorgang))
    presenter.lade()
    verloren = next(r for r in _rows(view) if r.gruppe is Gruppe.VERLOREN)
    presenter.schreibe_nachfrage(verloren.schluessel)
    assert ziele.letzter("umsetzung") == (
        vorgang.kennung, (vorgang.fassungen[3].punkte[0].kennung,), None,
    )  # fmt: skip
    presenter.oeffne(verloren.schluessel)
    assert ziele.letzter("oeffne") == (vorgang.kennung,)


def test_what_is_done_is_shown_only_when_asked() -> None:
    vorgang = _beschlossen(_bis(date(2026, 2, 1)))
    fertig = Umsetzung(vorgang.fassungen[0].punkte[0].kennung, fraktion=Umsetzungsstand.UMGESETZT)
    presenter, view, _ = _presenter(buero(replace(vorgang, umsetzungen=(fertig,))))
    presenter.lade()
    assert view.letzter("zeige_rows") == ((), 0, 0)
    presenter.zeige_erledigte(True)
    assert [row.gruppe for row in _rows(view)] == [Gruppe.ERLEDIGT]


def test_search_takes_all_words_in_any_order() -> None:
    presenter, view, _ = _presenter(buero(spielplatz(), _beschlossen(_bis(date(2026, 5, 1)))))
    presenter.lade()
    presenter.suche("HEISSEN spielplätze")
    assert {row.betreff for row in _rows(view)} == {"Spielplätze an heißen Tagen beschatten"}
    presenter.suche("gibt es nicht")
    assert _rows(view) == []


def test_loads_again_after_a_change_but_never_twice_at_once() -> None:
    runner = WartenderRunner()
    presenter, _, _ = _presenter(buero(spielplatz()), runner)
    presenter.lade()
    presenter.on_ereignis(VorgangGespeichert("a"))
    presenter.on_ereignis(VorgangGespeichert("b"))
    assert len(runner.wartend) == 1
    runner.laufe()
    assert len(runner.wartend) == 1


def test_a_fault_is_told() -> None:
    offen = buero()
    presenter, view, _ = _presenter(offen)

    def kaputt():
        raise Ablagefehler("Die Datenbank ist weg.")

    lies = offen.ablage.read
    offen.ablage.read = kaputt
    presenter.lade()
    assert view.letzter("zeige_fehler") == ("Die Datenbank ist weg.",)
    offen.ablage.read = lies
    presenter.lade()
    assert view.letzter("zeige_fehler") == ("",)


@pytest.mark.parametrize(("jahr", "monat"), [(2026, 2), (2024, 2), (2026, 8), (1, 1), (9999, 12)])
def test_a_month_is_whole_and_starts_on_monday(jahr: int, monat: int) -> None:
    blatt = monatsblatt(jahr, monat, [], HEUTE)
    eigene = [t.datum for w in blatt for t in w.tage if t.im_monat]
    assert eigene[0] == date(jahr, monat, 1)
    if (jahr, monat) not in ((1, 1), (9999, 12)):
        assert all(w.tage[0].datum.weekday() == 0 for w in blatt)
        assert eigene[-1] + timedelta(days=1) == date(*verschiebe(jahr, monat, 1), 1)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(-30_000, 30_000))
def test_months_never_leave_the_calendar(jahr: int, monat: int, um: int) -> None:
    neu = verschiebe(jahr, monat, um)
    assert date(*neu, 1)
    if 1 < neu[0] < 9999:
        assert verschiebe(*neu, -um) == (jahr, monat)


def test_days_count_what_is_open_on_them() -> None:
    vorgang = _beschlossen(_bis(date(2026, 3, 5)), _bis(date(2026, 3, 5)), _bis(date(2026, 3, 1)))
    offen = buero(vorgang)
    rows = frist_rows(offen.services.fristen.liste(HEUTE), (), HEUTE)
    tage = {t.datum: t for w in monatsblatt(2026, 3, rows, HEUTE) for t in w.tage}
    assert (tage[date(2026, 3, 5)].anzahl, tage[date(2026, 3, 5)].spaet) == (2, False)
    assert tage[date(2026, 3, 1)].spaet
    assert tage[HEUTE].vorlesen == "2. März 2026, heute"


def test_a_day_leads_to_its_first_row_and_its_month() -> None:
    presenter, view, _ = _presenter(buero(_beschlossen(_bis(date(2026, 5, 1)))))
    presenter.lade()
    presenter.waehle_tag(date(2026, 5, 1))
    assert view.letzter("zeige_monat")[0] == "Mai 2026"
    assert view.letzter("waehle") == (_rows(view)[0].schluessel,)
    presenter.blaettere(0)
    assert view.letzter("zeige_monat")[0] == "März 2026"


def test_headings_never_share_a_key_with_rows() -> None:
    rows = mit_koepfen(frist_rows(buero(spielplatz()).services.fristen.liste(HEUTE), (), HEUTE))
    assert len({row.schluessel for row in rows}) == len(rows)
