"""Where everything on the timeline stands; no Qt, so that it can be tested by the thousand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from antragsbuero.ui.shared.stationen import Fristmarke, Spanne, Station, Zeitstrahl

RAND = 16
"""Pixels left and right of the line."""
LINIE_Y = 112
"""Middle of the line; stations stand on it, labels above, deadlines below."""
_ABSTAND = 16
_FRISTREIHE = 20
FRISTREIHEN = 4
"""Rows of deadlines at most; the rest is told in one remark."""
_MONATE = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")


class Schriftart(StrEnum):
    """The three looks of words on the line."""

    TITEL = "TITEL"
    KLEIN = "KLEIN"
    KLEIN_FETT = "KLEIN_FETT"


Masse = Callable[[str, Schriftart], float]
"""Width of a text in pixels."""


@dataclass(frozen=True, slots=True)
class Knoten:
    """A station on the line at `x` and its label from `label_x`, `breite` wide."""

    station: Station
    x: float
    label_x: float
    breite: float


@dataclass(frozen=True, slots=True)
class Fristlage:
    """A deadline at `x`; its words in row `reihe` from `text_x`."""

    marke: Fristmarke
    x: float
    text: str
    text_x: float
    breite: float
    reihe: int

    @property
    def spannweite(self) -> tuple[float, float]:
        """From the left end to the right end of flag and words."""
        return min(self.text_x, self.x - 2), max(self.text_x + self.breite, self.x + 20)


@dataclass(frozen=True, slots=True)
class Spannenlage:
    """A red stretch; `text` is "" where it has no room."""

    spanne: Spanne
    von: float
    bis: float
    text: str
    text_x: float
    breite: float


@dataclass(frozen=True, slots=True)
class Achsenstrich:
    """A tick of the axis; `jahr` makes it tall and bold."""

    x: float
    text: str
    jahr: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything with its place; `breite` may be more than was asked for (then it scrolls)."""

    knoten: tuple[Knoten, ...]
    fristen: tuple[Fristlage, ...]
    spannen: tuple[Spannenlage, ...]
    achse: tuple[Achsenstrich, ...]
    verborgen: int
    """Deadlines without room."""
    breite: float
    fristen_y: float
    achse_y: float
    hoehe: float


def lege_aus(
    strahl: Zeitstrahl, breite: float, masse: Masse, *, massstab: bool, reihen: int = FRISTREIHEN
) -> Layout:
    """Places a timeline in `breite` pixels.

    With `massstab` days have equal widths. Deadlines get at most `reihen` rows.
    """
    breiten = [_labelbreite(s, masse) for s in strahl.stationen]
    noetig = sum(breiten) + _ABSTAND * max(0, len(breiten) - 1)
    breite = max(breite, noetig)
    ort = _Massstab(strahl, breite, massstab)
    xs = [ort.x(i, s.datum) for i, s in enumerate(strahl.stationen)]
    orte = _labels(xs, breiten, breite)
    knoten = tuple(
        Knoten(s, x, lx, b) for s, x, lx, b in zip(strahl.stationen, xs, orte, breiten, strict=True)
    )
    fristen = _fristen(strahl.fristen, ort.von_tag, breite, masse, reihen)
    verborgen = len(strahl.fristen) - len(fristen)
    belegt = max((f.reihe + 1 for f in fristen), default=0)
    achse_y = LINIE_Y + 18 + belegt * _FRISTREIHE + 8
    achse = _achse(ort) if massstab else ()
    return Layout(
        knoten,
        fristen,
        tuple(_spanne(s, ort.von_tag, breite, masse) for s in strahl.spannen),
        achse,
        verborgen,
        breite,
        LINIE_Y + 18,
        achse_y,
        achse_y + (18 if achse else 0),
    )


def _labelbreite(station: Station, masse: Masse) -> float:
    return max(
        masse(f"{station.datum:%d.%m.%Y}", Schriftart.KLEIN),
        masse(station.titel, Schriftart.TITEL),
        masse(station.zusatz, Schriftart.KLEIN),
    )


class _Massstab:
    """From days to pixels: even days, or even distances between stations."""

    def __init__(self, strahl: Zeitstrahl, breite: float, massstab: bool) -> None:
        tage = [s.datum for s in strahl.stationen]
        tage += [m.datum for m in strahl.fristen]
        tage += [tag for s in strahl.spannen for tag in (s.von, s.bis)]
        self.von, self.bis = (min(tage), max(tage)) if tage else (date.today(), date.today())
        self.links, self.rechts = float(RAND), max(RAND + 1.0, breite - RAND)
        self._stationen = [s.datum for s in strahl.stationen]
        self._massstab = massstab or len(self._stationen) < 2
        self._schritt = 0.0
        if not self._massstab:
            aussen = (self.von < self._stationen[0], self.bis > self._stationen[-1])
            self._schritt = (self.rechts - self.links) / (len(tage_felder(self._stationen, aussen)))
            self.links += self._schritt * aussen[0]

    def x(self, nummer: int, tag: date) -> float:
        """The place of a station; stations of one day stand apart in even distances."""
        if self._massstab:
            return self.von_tag(tag)
        return self.links + nummer * self._schritt

    def von_tag(self, tag: date) -> float:
        """The place of any day between."""
        if self._massstab:
            anteil = (tag - self.von).days / max(1, (self.bis - self.von).days)
            return self.links + anteil * (self.rechts - self.links)
        stelle = bisect_right(self._stationen, tag)
        if stelle == 0:
            ganz = max(1, (self._stationen[0] - self.von).days)
            return self.links - (self._stationen[0] - tag).days / ganz * self._schritt
        vor = self._stationen[stelle - 1]
        nach = self._stationen[stelle] if stelle < len(self._stationen) else max(self.bis, vor)
        anteil = (tag - vor).days / max(1, (nach - vor).days)
        return self.links + (stelle - 1 + anteil) * self._schritt


def tage_felder(stationen: Sequence[date], aussen: tuple[bool, bool]) -> range:
    """The fields between stations, with one more at each side where days lie outside."""
    return range(max(1, len(stationen) - 1 + sum(aussen)))


def _labels(xs: Sequence[float], breiten: Sequence[float], breite: float) -> list[float]:
    """Left edges of the labels: near their stations, in order, never over one another."""
    orte: list[float] = []
    ende = 0.0
    for x, b in zip(xs, breiten, strict=True):
        orte.append(max(x - RAND, ende))
        ende = orte[-1] + b + _ABSTAND
    grenze = breite
    for i in range(len(orte) - 1, -1, -1):
        orte[i] = max(0.0, min(orte[i], grenze - breiten[i]))
        grenze = orte[i] - _ABSTAND
    return orte


def _fristen(
    marken: Sequence[Fristmarke],
    x_von: Callable[[date], float],
    breite: float,
    masse: Masse,
    reihen: int,
) -> tuple[Fristlage, ...]:
    """Words left of their flags where they fit, else right of them; no line crosses words.

    Flags with words on the right go first, the rightmost ahead: so each one's line ends above
    the words of those further left.
    """
    roh = []
    for marke in marken:
        text = f"{marke.datum:%d.%m.%Y} · {marke.titel}"
        if marke.zusatz:
            text += f", {marke.zusatz}"
        b = min(masse(text, Schriftart.KLEIN_FETT), breite)
        x = x_von(marke.datum)
        roh.append((x - 8 - b >= 0, marke, x, text, b))
    gemischt = [r for r in reversed(roh) if not r[0]] + [r for r in roh if r[0]]
    # Where flags stand close together, words right of every flag may fit when that does not.
    versuche = (
        _lege_fristen(gemischt, breite, reihen, rechts=False),
        _lege_fristen(roh[::-1], breite, reihen, rechts=True),
    )
    beste = versuche[len(versuche[1]) > len(versuche[0])]
    return tuple(sorted(beste, key=lambda lage: lage.x))


def _lege_fristen(
    folge: Sequence[tuple[bool, Fristmarke, float, str, float]],
    breite: float,
    reihen: int,
    *,
    rechts: bool,
) -> list[Fristlage]:
    """Each flag in the first row where its words and line disturb none placed before it."""
    lagen: list[Fristlage] = []
    for _, marke, x, text, b in folge:
        orte = [t for t in (x - 8 - b, x + 22) if t >= 0 and t + b <= breite]
        orte = orte[::-1] if rechts else orte
        orte = orte or [max(0.0, min(x + 22, breite - b))]
        for reihe, text_x in product(range(reihen), orte):
            neu = Fristlage(marke, x, text, text_x, b, reihe)
            if not any(_stoert(neu, alt) or _stoert(alt, neu) for alt in lagen):
                lagen.append(neu)
                break
    return lagen


def _stoert(a: Fristlage, b: Fristlage) -> bool:
    """Whether the words or the flag of `a` meet those of `b`, or its line crosses `b`'s words."""
    von, bis = b.spannweite
    if a.reihe == b.reihe:
        return a.spannweite[1] + 8 >= von and a.spannweite[0] - 8 <= bis
    return a.reihe > b.reihe and von - 2 <= a.x <= bis + 2


def _spanne(
    spanne: Spanne, x_von: Callable[[date], float], breite: float, masse: Masse
) -> Spannenlage:
    von, bis = x_von(spanne.von), x_von(spanne.bis)
    for text in (spanne.text, spanne.text.partition(" (")[0]):
        b = masse(text, Schriftart.TITEL) + 24
        if b + 24 <= bis - von:
            return Spannenlage(spanne, von, bis, text, (von + bis - b) / 2, b)
    return Spannenlage(spanne, von, bis, "", von, 0)


def _achse(ort: _Massstab) -> tuple[Achsenstrich, ...]:
    tage = max(1, (ort.bis - ort.von).days)
    je_monat = (ort.rechts - ort.links) / tage * 30.4
    schritt = next((m for m in (1, 3, 6) if je_monat * m >= 44), 12)
    jahre = next((j for j in (1, 2, 5, 10) if je_monat * 12 * j >= 44), 20)
    striche: list[Achsenstrich] = []
    for jahr in range(ort.von.year, ort.bis.year + 1):
        for monat in range(1, 13, schritt):
            tag = date(jahr, monat, 1)
            if not ort.von <= tag <= ort.bis or (monat == 1 and jahr % jahre):
                continue
            text = str(jahr) if monat == 1 else _MONATE[monat - 1]
            striche.append(Achsenstrich(ort.von_tag(tag), text, monat == 1))
    return tuple(striche)
