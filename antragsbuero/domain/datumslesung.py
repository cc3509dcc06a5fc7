"""Reads the dates of council papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONATE: dict[str, int] = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "mär": 3,
    "mrz": 3, "maerz": 3, "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7,
    "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10,
    "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip

MONATSMUSTER = (
    r"(?:Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember|(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\b)\.?"
)

_TAG = re.compile(
    rf"(?<![\d.,/])(?:\d{{1,2}}\.\s?(?:[-–/]|bis|und)\s?)?(?P<tag>\d{{1,2}})\.\s{{0,3}}"
    rf"(?:(?P<monat>\d{{1,2}})\.(?:\s?(?P<jahr>\d{{4}}|\d{{2}})(?![\d:/]|\.\d))?"
    rf"|(?P<name>{MONATSMUSTER})(?:\s{{1,3}}(?P<namensjahr>\d{{4}})(?!\d))?)"
    rf"(?!\d|\s?Uhr)",
    re.IGNORECASE,
)
_SCHALTJAHR = 2024
"""A year with every day: „29. Februar“ alone may be right."""
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Datumsfund:
    """A day in a text; `jahr` is None where none is written. The day may not exist."""

    von: int
    bis: int
    tag: int
    monat: int
    jahr: int | None

    def datum(self, jahr: int | None = None) -> date | None:
        """The day, in `jahr` if none is written; None without a year or if there is none."""
        try:
            ganzes = self.jahr if self.jahr is not None else jahr
            return date(ganzes, self.monat, self.tag) if ganzes is not None else None
        except ValueError:
            return None


def finde_daten(text: str) -> Iterator[Datumsfund]:
    """All days in the text, in order; of „16.-18.12.2025“ the last one."""
    for treffer in _TAG.finditer(text):
        name = treffer["name"]
        monat = monat_aus(name) if name else int(treffer["monat"])
        jahr = treffer["namensjahr"] or treffer["jahr"]
        yield Datumsfund(
            treffer.start(), treffer.end(), int(treffer["tag"]), monat, volles_jahr(jahr)
        )


def unmoegliche_daten(text: str) -> Iterator[str]:
    """The words of days that are in no calendar: „31. Februar 2021“, „31.04.“ with its year.

    Numbers alone, as „2.15.“ of an outline, are no days.
    """
    for fund in finde_daten(text):
        worte = text[fund.von : fund.bis].strip()
        benannt = any(zeichen.isalpha() for zeichen in worte)
        kurz = fund.jahr is not None and not worte.endswith(str(fund.jahr))
        if fund.jahr is None and not benannt:
            continue
        if kurz and (fund.monat > 12 or fund.tag > 31):  # „10.45.20“ may be any number
            continue
        if fund.datum(_SCHALTJAHR) is None:
            yield worte


def lies_datum(text: str) -> date | None:
    """The first whole day of the text, also an ISO one; None without one."""
    for fund in finde_daten(text):
        if (tag := fund.datum()) is not None:
            return tag
    if (iso := _ISO.search(text)) is not None:
        try:
            return date(*(int(teil) for teil in iso.groups()))
        except ValueError:
            return None
    return None


def monat_aus(name: str) -> int:
    """The number of a month by its name or abbreviation."""
    return MONATE[name.lower().rstrip(".")]


def volles_jahr(jahr: str | None) -> int | None:
    """2020 for "2020" and "20"; two digits from 70 on are of the last century."""
    if jahr is None:
        return None
    zahl = int(jahr)
    if len(jahr) > 2:
        return zahl
    return zahl + (1900 if zahl >= 70 else 2000)
