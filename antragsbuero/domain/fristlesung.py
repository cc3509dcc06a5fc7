"""Reads the deadlines of a point: the words as written, the day they mean, how exactly.

The rules stand in the Ratspapiere, section 1, „How deadlines are read“.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.fristberechnung import letzter_des_monats
from antragsbuero.domain.fristwortlaut import (
    lies_dringliche,
    lies_ereignisse,
    lies_relative,
    lies_serien,
)
from antragsbuero.domain.zeitspanne import Spanne, Spannenart, finde_spannen

_VORWORT = re.compile(
    r"(?<!\w)(?:(?P<vor>(?:(?:spätestens|frühestens|möglichst|noch|erstmals|erstmalig|jeweils)\s{1,3})?"
    r"(?:bis(?:\s{1,3}\(?(?:spätestens|einschließlich|jeweils)\)?)?(?:\s{1,3}(?:zum|zur|in\s{1,3}d(?:en|as|ie)|ins|im|in|am|an|vor|gegen))?"
    r"|vor(?:\s{1,3}dem)?|nach(?:\s{1,3}dem)?|beginnend(?:\s{1,3}(?:im|ab|mit|zum|am|in)(?:\s{1,3}dem)?)?"
    r"|ab(?:\s{1,3}(?:dem|Beginn\s{1,3}des))?|spätestens|frühestens|erstmals|zum|zur|zu|im|in|am|vom|von|seit|aus|gegen|um|für"
    r"|Termin:|Frist:|T:)(?:\s{1,3}spätestens)?(?:\s{1,3}(?:zum|im|am|in|dem|den))?)\s{1,3})?"
    r"(?:(?P<lage>(?:zum\s{1,3})?(?:Anfang|Mitte|Ende|Beginn|Jahresende|Jahresanfang|Jahresbeginn|Jahresmitte"
    r"|Laufe|Verlauf|Jahreswechsel))\s{1,3})?(?:(?P<artikel>des|der|dem|den|d\.|im|vom|von)\s{1,3})?"
    r"(?:(?P<jahrwort>Jahre?s?|Monats?|Kalenderjahres)\s{1,3})?$",
    re.IGNORECASE,
)
_FENSTER = 64

_JAHRESENDE = re.compile(
    r"(?<!\w)(?P<vor>(?:spätestens\s|noch\s|möglichst\s)?(?:bis\s(?:spätestens\s)?(?:zum\s)?|zum\s|zu\s|vor\s|vor\sdem\s|ab\s)?)"
    r"(?P<lage>Jahresende|Jahresanfang|Jahresbeginn|Jahresmitte|(?:Ende|Anfang|Mitte|Beginn)\s(?:des|dieses|des\slaufenden|nächsten|kommenden|des\snächsten|des\skommenden)\sJahres)"
    r"(?!\w)(?!\s\d{4})",
    re.IGNORECASE,
)
_VERGANGEN = re.compile(
    r"\s(?:[\wäöüß-]{1,30}\s){0,4}(?:beschlossen|gefasst|verabschiedet|vorgelegt|eingeführt|stattgefunden"
    r"|veröffentlicht|gestellt|begonnen|angekündigt|erstellt|eingereicht|vorgestellt)e?[nrsm]?\b"
)
_DATIERT = re.compile(
    r"(?:beschluss\w*|satzung\w*|antrag\w*|fassung|gesetz\w*|vertrag\w*|schreiben\w*|stand:?|verordnung|vorlage"
    r"|bericht\w*|protokoll\w*)\s(?:vom\s|am\s)?(?:\d{1,2}\.\s?(?:und|/)\s?)?$",
    re.IGNORECASE,
)


def lies_fristen(
    text: str, *, bezug: date | None = None, papier: date | None = None
) -> tuple[Frist, ...]:
    """The deadlines of the text in order, none inside another.

    Args:
        text: the wording of one point.
        bezug: day of the resolution, for periods counted from it and for days without a year.
        papier: day of the paper, for days without a year where there is no resolution yet.
    """
    kandidaten = [
        *_lies_spannen(text, bezug or papier),
        *_lies_jahresenden(text, bezug or papier),
        *lies_relative(text, bezug),
        *lies_serien(text, bezug),
        *lies_ereignisse(text),
        *lies_dringliche(text),
    ]
    fristen = _ohne_ueberlappung(kandidaten)
    return tuple(_mit_naechster(fristen, text, bezug))


def _lies_spannen(text: str, bezug: date | None) -> Iterator[Frist]:
    """Deadlines with a day, week, month, quarter, season or year, „von A bis B“ as one."""
    offen: tuple[int, Spanne] | None = None
    spannen = sorted(finde_spannen(text), key=lambda s: (s.von, -s.bis))
    ende = 0
    for spanne in spannen:
        if spanne.von < ende:
            continue
        ende = spanne.bis
        fenster = max(0, spanne.von - _FENSTER)
        treffer = _VORWORT.search(text[fenster : spanne.von])
        start = fenster + treffer.start() if treffer is not None else spanne.von
        vor, lage = _worte(treffer)
        if vor in ("von", "vom") or (vor.startswith("ab") and _folgt_bis(text, spanne.bis)):
            offen = (start, spanne)
            continue
        spannt = offen is not None and vor.startswith("bis") and start - offen[1].bis <= 3
        if offen is not None and spannt:
            start = offen[0]
        offen = None
        frist = _frist(text, spanne, start, vor, lage, bezug)
        if frist is not None:
            genau = spannt and frist.datum is not None
            yield replace(frist, genauigkeit=Genauigkeit.GENAU) if genau else frist


def _folgt_bis(text: str, ort: int) -> bool:
    return text[ort : ort + 5] == " bis "


def _worte(treffer: re.Match[str] | None) -> tuple[str, str]:
    """The preposition and the place in the span, in small letters; "im" also from an article."""
    if treffer is None:
        return "", ""
    vor = " ".join((treffer["vor"] or "").lower().split())
    lage = (treffer["lage"] or "").lower().removeprefix("zum").strip()
    if (treffer["lage"] or "").lower().startswith("zum") and not vor:
        vor = "zum"
    artikel = (treffer["artikel"] or "").lower()
    if not vor and not lage and artikel in ("im", "vom", "von"):
        vor = artikel
    if treffer["jahrwort"]:
        vor = f"{vor} jahr".strip()
    return vor, lage


def _frist(
    text: str, spanne: Spanne, start: int, vor: str, lage: str, bezug: date | None
) -> Frist | None:
    if not _ist_frist(text, spanne, start, vor, lage):
        return None
    jahr = spanne.jahr if spanne.jahr is not None else _jahr(spanne, bezug)
    datum, genauigkeit = _lies(spanne, vor, lage, jahr, bezug)
    return Frist(text[start : spanne.bis], datum, genauigkeit, None, start, spanne.bis)


def _ist_frist(text: str, spanne: Spanne, start: int, vor: str, lage: str) -> bool:
    """Whether a span sets a deadline: not a date of a paper, a clock time, a year as such."""
    kern = vor.removesuffix(" jahr").strip()
    if kern.startswith(("seit", "aus", "für")) or kern in ("vom", "von"):
        return False
    if _DATIERT.search(text[max(0, start - 40) : spanne.von]):
        return False
    nachher = text[spanne.bis : spanne.bis + 90]
    if re.match(r"\s?Uhr\b", nachher):
        return False
    bis = kern.startswith(("bis", "spätestens", "vor", "ab", "beginnend", "noch", "erstmal", "zum"))
    if not bis and _VERGANGEN.match(nachher):
        return False
    match spanne.art:
        case Spannenart.JAHR:
            return bool(lage) or _ist_jahresfrist(vor, kern)
        case Spannenart.TAG:
            return bool(kern) and kern not in ("um", "von")
        case Spannenart.MONAT:
            return bool(kern or lage)
        case Spannenart.JAHRESZEIT:
            return bool(kern) and not re.match(r"\s?(?:und|/)\s?Winter", nachher)
        case _:
            return True


def _ist_jahresfrist(vor: str, kern: str) -> bool:
    """„bis 2030“, „ab 2025“, „noch im Jahr 2025“, „im Jahr 2025“; not „in 2025“, „2025“."""
    if kern.startswith(("bis", "ab", "beginnend", "noch", "spätestens", "erstmal", "vor")):
        return True
    return vor in ("im jahr", "in jahr")


def _jahr(spanne: Spanne, bezug: date | None) -> int | None:
    """The year that is meant where none is written: the next time after `bezug`."""
    if bezug is None:
        return None
    ende = spanne.ende(bezug.year)
    return bezug.year + 1 if ende is not None and ende < bezug else bezug.year


def _lies(
    spanne: Spanne, vor: str, lage: str, jahr: int | None, bezug: date | None
) -> tuple[date | None, Genauigkeit]:
    """The day meant and how exactly, as the section says for each family."""
    kern = vor.removesuffix(" jahr").strip()
    beginn = kern.startswith(("ab", "beginnend", "frühestens", "nach"))
    if jahr is None:
        unscharf = Genauigkeit.BEGINN if beginn else Genauigkeit.UNSCHARF
        return None, unscharf
    jahr = _winterjahr(spanne, jahr, bezug)
    if beginn:
        return _beginn(spanne, lage, jahr, kern), Genauigkeit.BEGINN
    if lage and lage not in ("ende", "jahresende", "laufe", "verlauf", "jahreswechsel"):
        return _in_der_spanne(spanne, lage, jahr), Genauigkeit.UNSCHARF
    datum = spanne.ende(jahr)
    if kern.startswith("vor") and not lage:
        anfang = spanne.anfang(jahr)
        datum = _verschoben(anfang, -1)
        genau = Genauigkeit.GENAU if spanne.art is Spannenart.TAG else Genauigkeit.UNSCHARF
        return datum, genau if datum is not None else Genauigkeit.UNSCHARF
    if datum is None:
        return None, Genauigkeit.UNSCHARF
    return datum, Genauigkeit.UNSCHARF if _ist_unscharf(spanne, kern, lage) else Genauigkeit.GENAU


def _winterjahr(spanne: Spanne, jahr: int, bezug: date | None) -> int:
    """„im Winter 2024“, said after that February, means the one that starts in 2024."""
    winter = spanne.art is Spannenart.JAHRESZEIT and spanne.nummer == 4 and not spanne.bis_jahr
    ende = spanne.ende(jahr) if winter else None
    return jahr + 1 if ende is not None and bezug is not None and ende < bezug else jahr


def _beginn(spanne: Spanne, lage: str, jahr: int, kern: str) -> date | None:
    """The first day of „ab …“; „nach“ a span starts the day after it."""
    if kern.startswith("nach"):
        return _verschoben(spanne.ende(jahr), 1)
    if lage.startswith(("mitte", "jahresmitte")):
        return _in_der_spanne(spanne, lage, jahr)
    return spanne.ende(jahr) if lage.startswith("ende") else spanne.anfang(jahr)


def _verschoben(tag: date | None, tage: int) -> date | None:
    """The day so many days later; None without a day and beyond the calendar."""
    try:
        return tag + timedelta(days=tage) if tag is not None else None
    except OverflowError:
        return None


def _in_der_spanne(spanne: Spanne, lage: str, jahr: int) -> date | None:
    """Anfang or Mitte of a span: 10th and 15th of a month, 31.01. and 30.06. of a year."""
    mitte = "mitte" in lage
    anfang = spanne.anfang(jahr)
    if anfang is None:
        return None
    match spanne.art:
        case Spannenart.JAHR:
            return date(jahr, 6, 30) if mitte else date(jahr, 1, 31)
        case Spannenart.MONAT:
            return date(jahr, spanne.nummer, 15 if mitte else 10)
        case Spannenart.QUARTAL | Spannenart.HALBJAHR:
            laenge = 3 if spanne.art is Spannenart.QUARTAL else 6
            if not mitte:
                return letzter_des_monats(jahr, anfang.month)
            monat = anfang.month + laenge // 2
            return date(jahr, monat, 15) if laenge == 3 else letzter_des_monats(jahr, monat - 1)
        case _:
            ende = spanne.ende(jahr)
            return ende if ende is None or not mitte else anfang + (ende - anfang) / 2


def _ist_unscharf(spanne: Spanne, kern: str, lage: str) -> bool:
    """Whether loose words were read: a season, „bis zum“ a span that could mean its start."""
    if spanne.art is Spannenart.JAHRESZEIT:
        return True
    if spanne.art in (Spannenart.TAG, Spannenart.WOCHE) or lage in ("ende", "jahresende"):
        return False
    if lage:
        return lage == "jahreswechsel"
    return spanne.art is Spannenart.JAHR or kern.startswith(("bis", "zum", "zur", "gegen"))


def _lies_jahresenden(text: str, bezug: date | None) -> Iterator[Frist]:
    """„bis Jahresende“, „Mitte des nächsten Jahres“: the year follows from the resolution."""
    for treffer in _JAHRESENDE.finditer(text):
        lage = treffer["lage"].lower()
        jahr = None if bezug is None else bezug.year + bool(re.search("nächst|kommend", lage))
        spanne = Spanne(Spannenart.JAHR, treffer.start(), treffer.end(), 0, jahr)
        vor = treffer["vor"].strip().lower()
        kern = lage.removeprefix("jahres")
        wort = "ende" if kern.startswith("ende") else "mitte" if kern[:5] == "mitte" else "anfang"
        datum, genauigkeit = _lies(spanne, vor, wort, jahr, bezug)
        if datum is not None and bezug is not None and jahr is not None and datum < bezug:
            datum, genauigkeit = _lies(spanne, vor, wort, jahr + 1, bezug)
        yield Frist(treffer.group(), datum, genauigkeit, None, *treffer.span())


def _ohne_ueberlappung(kandidaten: Sequence[Frist]) -> list[Frist]:
    """The longest reading of overlapping words; of equal ones the one with a date."""
    rang = sorted(
        (f for f in kandidaten if f.von < f.bis),
        key=lambda f: (-(f.bis - f.von), f.datum is None, f.von),
    )
    belegt: set[int] = set()
    bleibt: list[Frist] = []
    for frist in rang:
        stellen = range(frist.von, frist.bis)
        if belegt.isdisjoint(stellen):
            belegt.update(stellen)
            bleibt.append(frist)
    return sorted(bleibt, key=lambda f: f.von)


def _mit_naechster(fristen: Sequence[Frist], text: str, bezug: date | None) -> Iterator[Frist]:
    """A series takes its next day from a date that follows in the same words.

    „jährlich zum 31.03.“ and „halbjährlich, beginnend im 2. Halbjahr 2014“ are one Frist.
    """
    nummer = 0
    while nummer < len(fristen):
        frist = fristen[nummer]
        nummer += 1
        if frist.genauigkeit is Genauigkeit.SERIE and nummer < len(fristen):
            folge = fristen[nummer]
            zwischen = text[frist.bis : folge.von]
            if re.fullmatch(r"[\s,(–-]{0,4}(?:jeweils\s)?", zwischen) and folge.datum is not None:
                wortlaut = text[frist.von : folge.bis]
                frist = replace(frist, wortlaut=wortlaut, naechste=folge.datum, bis=folge.bis)
                nummer += 1
        yield frist
