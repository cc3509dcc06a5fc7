"""Periods by §§ 187 to 193 BGB."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.fristberechnung import (
    ende_nach_monaten,
    ende_nach_tagen,
    ende_nach_wochen,
    letzter_des_monats,
    naechster_werktag,
    vorheriger_werktag,
)

TAGE = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("tag", "monate", "ende"),
    [
        (date(2020, 5, 20), 6, date(2020, 11, 20)),
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 11, 30), 3, date(2021, 2, 28)),
        (date(2020, 3, 31), -1, date(2020, 2, 29)),
        (date(2020, 1, 15), -1, date(2019, 12, 15)),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(tag: date, monate: int, ende: date) -> None:
    assert ende_nach_monaten(tag, monate) == ende


@given(TAGE, st.integers(0, 60))
def test_weeks_end_on_the_same_weekday(tag: date, wochen: int) -> None:
    ende = ende_nach_wochen(tag, wochen)
    assert ende.weekday() == tag.weekday()
    assert (ende - tag).days == 7 * wochen == (ende_nach_tagen(tag, 7 * wochen) - tag).days


@given(TAGE, st.integers(0, 200))
def test_months_never_pass_into_the_next(tag: date, monate: int) -> None:
    ende = ende_nach_monaten(tag, monate)
    assert (ende.year - tag.year) * 12 + ende.month - tag.month == monate
    assert ende.day == min(tag.day, letzter_des_monats(ende.year, ende.month).day)


@given(TAGE, st.sets(st.integers(-5, 5)))
def test_working_days_are_the_nearest_on_their_side(tag: date, frei: set[int]) -> None:
    feiertage = frozenset(tag + timedelta(days=n) for n in frei)
    vor, nach = vorheriger_werktag(tag, feiertage), naechster_werktag(tag, feiertage)
    assert vor <= tag <= nach
    for werktag in (vor, nach):
        assert werktag.weekday() < 5
        assert werktag not in feiertage
    zwischen = (vor + timedelta(days=n) for n in range(1, (nach - vor).days))
    assert all(t.weekday() >= 5 or t in feiertage for t in zwischen)


def test_a_holiday_moves_the_end_as_the_law_says() -> None:
    himmelfahrt = date(2020, 5, 21)
    assert naechster_werktag(himmelfahrt, {himmelfahrt}) == date(2020, 5, 22)
    assert naechster_werktag(date(2020, 5, 23), frozenset()) == date(2020, 5, 25)
    assert vorheriger_werktag(date(2020, 5, 24), frozenset()) == date(2020, 5, 22)
