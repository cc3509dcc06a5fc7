"""Periods by §§ 187 to 193 BGB."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from datetime import date, timedelta

_SAMSTAG = 5


def ende_nach_tagen(tag: date, tage: int) -> date:
    """The last day of a period of days: the day of the event does not count (§ 187 (1))."""
    return tag + timedelta(days=tage)


def ende_nach_wochen(tag: date, wochen: int) -> date:
    """The day of the last week that bears the name of the day of the event (§ 188 (2))."""
    return tag + timedelta(weeks=wochen)


def ende_nach_monaten(tag: date, monate: int) -> date:
    """The day of the last month that bears the number of the day of the event.

    Where that month has no such day, the period ends with its last day (§ 188 (2), (3)).
    `monate` may be negative for a period counted backwards.
    """
    zaehler = tag.year * 12 + tag.month - 1 + monate
    jahr, monat = divmod(zaehler, 12)
    return date(jahr, monat + 1, min(tag.day, letzter_des_monats(jahr, monat + 1).day))


def letzter_des_monats(jahr: int, monat: int) -> date:
    """The last day of that month (§ 192 for its end)."""
    return date(jahr, monat, calendar.monthrange(jahr, monat)[1])


def ist_werktag(tag: date, feiertage: Collection[date]) -> bool:
    """Whether a declaration can be due that day: no Saturday, Sunday or public holiday."""
    return tag.weekday() < _SAMSTAG and tag not in feiertage


def naechster_werktag(tag: date, feiertage: Collection[date]) -> date:
    """That day, or the next working day after a Saturday, Sunday or holiday (§ 193)."""
    while not ist_werktag(tag, feiertage):
        tag += timedelta(days=1)
    return tag


def vorheriger_werktag(tag: date, feiertage: Collection[date]) -> date:
    """That day, or the working day before: for periods counted backwards, as before a session."""
    while not ist_werktag(tag, feiertage):
        tag -= timedelta(days=1)
    return tag
