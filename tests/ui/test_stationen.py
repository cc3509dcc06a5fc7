"""The life of a Vorgang as stations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from antragsbuero.ui.shared.stationen import dauer, frist_relativ, zeitstrahl
from tests.ui.aufbau import HEUTE, spielplatz


def test_tells_the_whole_life_in_order() -> None:
    strahl = zeitstrahl(spielplatz(), HEUTE)
    assert [(s.titel, s.zusatz) for s in strahl.stationen] == [
        ("Ursprungsantrag", "1 Punkt"),
        ("Verwaltungsstandpunkt", "nach 63 Tagen · 2 Punkte"),
        ("Neufassung", "nach 35 Tagen · 2 Punkte"),
        ("Beschluss, mehrheitlich", "nach 23 Tagen · 3 Punkte"),
        ("Endbericht", "nach 509 Tagen"),
    ]
    assert [s.spaet for s in strahl.stationen] == [False, False, False, False, True]


def test_a_lost_deadline_says_what_took_its_place() -> None:
    marken = zeitstrahl(spielplatz(), HEUTE).fristen
    assert [(m.datum, m.zusatz, m.verloren, m.ueberfaellig) for m in marken] == [
        (date(2024, 6, 30), "im Beschluss „schnellstmöglich“", True, False),
        (date(2025, 3, 31), "„bis zum 31.03.2025“", False, True),
    ]


def test_the_red_stretch_ends_with_the_report() -> None:
    (spanne,) = zeitstrahl(spielplatz(), HEUTE).spannen
    assert (spanne.von, spanne.bis, spanne.offen) == (date(2024, 5, 15), date(2025, 10, 6), False)
    assert spanne.text == "16 Monate (509 Tage) vom Beschluss bis zum Bericht"


def test_without_a_report_it_lasts_to_this_day() -> None:
    vorgang = replace(spielplatz(), berichte=())
    (spanne,) = zeitstrahl(vorgang, HEUTE).spannen
    assert (spanne.bis, spanne.offen) == (HEUTE, True)
    assert spanne.text == "21 Monate (656 Tage) ohne Bericht"


def test_before_the_first_deadline_nothing_is_red() -> None:
    vorgang = replace(spielplatz(), berichte=(), fristverluste=())
    assert not zeitstrahl(vorgang, date(2025, 3, 31)).spannen


@pytest.mark.parametrize(
    ("von", "bis", "text"),
    [
        (date(2024, 1, 31), date(2024, 2, 1), "1 Tag"),
        (date(2024, 1, 31), date(2024, 3, 30), "59 Tage"),
        (date(2024, 1, 31), date(2024, 3, 31), "2 Monate (60 Tage)"),
    ],
)
def test_spans_in_words(von: date, bis: date, text: str) -> None:
    assert dauer(von, bis) == text


def test_days_from_today_in_words() -> None:
    heute = date(2026, 3, 2)
    assert frist_relativ(date(2026, 3, 2), heute) == "heute"
    assert frist_relativ(date(2026, 3, 3), heute) == "in 1 Tag"
    assert frist_relativ(date(2026, 2, 28), heute) == "seit 2 Tagen"
