"""Named spans of time in the words of a resolution: quarters, months, weeks, seasons, years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from antragsbuero.domain.datumslesung import MONATSMUSTER, finde_daten, monat_aus
from antragsbuero.domain.fristberechnung import letzter_des_monats


class Spannenart(StrEnum):
    """Kinds of span."""

    TAG = "TAG"
    MONAT = "MONAT"
    QUARTAL = "QUARTAL"
    HALBJAHR = "HALBJAHR"
    WOCHE = "WOCHE"
    JAHRESZEIT = "JAHRESZEIT"
    JAHR = "JAHR"


@dataclass(frozen=True, slots=True)
class Spanne:
    """A span as written at `von` to `bis` of the text.

    `nummer` is the quarter, half, week, month or season (1 to 4, from spring); `tag` the day
    of a TAG. `jahr` is None where none is written. `bis_jahr` is that of „Winter 2023/24“.
    """

    art: Spannenart
    von: int
    bis: int
    nummer: int
    jahr: int | None
    tag: int = 0
    bis_jahr: int | None = None

    def anfang(self, jahr: int) -> date | None:
        """The first day in that year; None if there is no such day."""
        return self._grenzen(jahr)[0]

    def ende(self, jahr: int) -> date | None:
        """The last day in that year; None if there is no such day."""
        return self._grenzen(jahr)[1]

    def _grenzen(self, jahr: int) -> tuple[date | None, date | None]:
        try:
            return self._rechne(jahr)
        except ValueError:
            return None, None

    def _rechne(self, jahr: int) -> tuple[date, date]:
        n = self.nummer
        match self.art:
            case Spannenart.TAG:
                tag = date(jahr, n, self.tag)
                return tag, tag
            case Spannenart.MONAT:
                return date(jahr, n, 1), letzter_des_monats(jahr, n)
            case Spannenart.QUARTAL:
                return date(jahr, 3 * n - 2, 1), letzter_des_monats(jahr, 3 * n)
            case Spannenart.HALBJAHR:
                return date(jahr, 6 * n - 5, 1), letzter_des_monats(jahr, 6 * n)
            case Spannenart.WOCHE:
                montag = date.fromisocalendar(jahr, n, 1)
                return montag, montag + timedelta(days=6)
            case Spannenart.JAHRESZEIT if n == 4:
                ende = self.bis_jahr or jahr
                return date(ende - 1, 12, 1), letzter_des_monats(ende, 2)
            case Spannenart.JAHRESZEIT:
                return date(jahr, 3 * n, 1), letzter_des_monats(jahr, 3 * n + 2)
            case _:
                return date(jahr, 1, 1), date(jahr, 12, 31)


_ORDNUNG = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4}
_ROEMISCH = {"I": 1, "II": 2, "III": 3, "IV": 4}
_ZEITEN = {"früh": 1, "somm": 2, "herb": 3, "spät": 3, "wint": 4}
_ZAHL = r"(?:[1-4]|IV|I{1,3}|(?:erste|zweite|dritte|vierte)[nrs]?)\.?"
_JAHR = (
    r"(?:\s{0,3}(?:,\s?|/\s?|(?:des\s(?:Jahres|Haushaltsjahres)|im\sJahre?|in)\s)?(?P<jahr>(?:19|20)\d{2})"
    r"(?!\d|\s?(?:Euro|€|Stück|Meter|m²)))?"
)

_TEILE = re.compile(
    rf"(?<![\w.])(?:{_ZAHL}(?:\s?(?:[/,–-]|und|oder|bis)\s?|\s)){{0,3}}(?P<zahl>{_ZAHL})\s?"
    rf"(?P<art>Quartal(?:s|es)?|Halbjahr(?:s|es)?|Jahreshälfte){_JAHR}",
    re.IGNORECASE,
)
_KURZ = re.compile(
    r"(?<!\w)(?:Q\s?(?P<q>[1-4])|Quartal\s(?P<quartal>[1-4]|IV|I{1,3}))(?!\d)"
    r"(?:\s?[/.]?\s?(?P<jahr>(?:19|20)\d{2}))?(?!\d)"
)
_WOCHE = re.compile(
    r"(?<!\w)(?:(?:KW|Kalenderwoche)\s?(?P<nach>\d{1,2})|(?P<vor>\d{1,2})\.\s?(?:KW|Kalenderwoche))"
    r"(?!\d)(?:\s?[/,]?\s?(?:des\sJahres\s|im\sJahr\s|in\s)?(?P<jahr>(?:19|20)\d{2}))?(?!\d)",
    re.IGNORECASE,
)
_MONAT = re.compile(
    rf"(?<![\w.])(?P<name>{MONATSMUSTER})(?!\w)(?:\s{{1,3}}(?:des\sJahres\s)?(?P<jahr>(?:19|20)\d{{2}})(?!\d))?"
    r"|(?<![\d./])(?P<monat>0?[1-9]|1[0-2])/(?P<zahljahr>20\d{2})(?![\d/])",
    re.IGNORECASE,
)
_ZEIT = re.compile(
    r"(?<!\w)(?P<zeit>Frühjahr(?:s|es)?|Frühling|Frühsommer|Sommer|Spätsommer|Herbst|Spätherbst|Winter)"
    r"(?!\w)(?:\s(?:des\sJahres\s)?(?P<jahr>(?:19|20)\d{2})(?:\s?/\s?(?P<zweites>\d{4}|\d{2}))?(?!\d))?"
)
_NUR_JAHR = re.compile(
    r"(?<![\w./-])(?P<jahr>20\d{2})(?![\d/])(?!\s?(?:Euro|€|Stück|Meter|m²|Uhr|kW|Plätze|Personen))"
)


def finde_spannen(text: str) -> Iterator[Spanne]:
    """All spans of the text; longer ones come before those inside them."""
    for fund in finde_daten(text):
        yield Spanne(Spannenart.TAG, fund.von, fund.bis, fund.monat, fund.jahr, fund.tag)
    for treffer in _TEILE.finditer(text):
        art = Spannenart.QUARTAL if "uartal" in treffer["art"] else Spannenart.HALBJAHR
        nummer = _zahl(treffer["zahl"])
        if art is Spannenart.QUARTAL or nummer <= 2:
            yield _spanne(art, treffer, nummer)
    for treffer in _KURZ.finditer(text):
        yield _spanne(Spannenart.QUARTAL, treffer, _zahl(treffer["q"] or treffer["quartal"]))
    for treffer in _WOCHE.finditer(text):
        yield _spanne(Spannenart.WOCHE, treffer, int(treffer["nach"] or treffer["vor"]))
    for treffer in _MONAT.finditer(text):
        yield _monat(treffer)
    for treffer in _ZEIT.finditer(text):
        yield _jahreszeit(treffer)
    for treffer in _NUR_JAHR.finditer(text):
        yield _spanne(Spannenart.JAHR, treffer, 0)


def _spanne(art: Spannenart, treffer: re.Match[str], nummer: int) -> Spanne:
    jahr = treffer["jahr"]
    bis = treffer.start() + len(treffer.group().rstrip())
    return Spanne(art, treffer.start(), bis, nummer, int(jahr) if jahr else None)


def _monat(treffer: re.Match[str]) -> Spanne:
    if treffer["monat"]:
        jahr = int(treffer["zahljahr"])
        return Spanne(Spannenart.MONAT, *treffer.span(), int(treffer["monat"]), jahr)
    return _spanne(Spannenart.MONAT, treffer, monat_aus(treffer["name"]))


def _jahreszeit(treffer: re.Match[str]) -> Spanne:
    nummer = _ZEITEN[treffer["zeit"][:4].lower()]
    if treffer["zeit"] == "Frühsommer" or treffer["zeit"] == "Spätsommer":
        nummer = 2
    jahr, zweites = treffer["jahr"], treffer["zweites"]
    bis_jahr = None
    if jahr and zweites:
        bis_jahr = int(zweites) if len(zweites) == 4 else int(jahr[:2] + zweites)
    zahl = int(jahr) if jahr else None
    return Spanne(Spannenart.JAHRESZEIT, *treffer.span(), nummer, zahl, bis_jahr=bis_jahr)


def _zahl(text: str) -> int:
    kern = text.strip().rstrip(".")
    if kern.isdigit():
        return int(kern)
    return _ROEMISCH.get(kern.upper()) or _ORDNUNG[kern.lower().rstrip("nrs")]
