"""Deadlines without a named span: urgency, series, events, periods from the resolution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.fristberechnung import (
    ende_nach_monaten,
    ende_nach_tagen,
    ende_nach_wochen,
)

_ZAHLWORT = {
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4,
    "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "achtzehn": 18, "vierundzwanzig": 24, "zweier": 2, "dreier": 3,
}  # fmt: skip
_MENGE = r"(?P<menge>\d{1,3}|" + "|".join(sorted(_ZAHLWORT, key=len, reverse=True)) + r")"
_EINHEIT = (
    r"(?P<halb>halben\s)?(?P<einheit>Tag|Arbeitstag|Werktag|Woche|Monat|Quartal|Jahr)"
    r"(?:e[ns]?|n|s|es)?\b"
)

_DRINGLICH = re.compile(
    r"(?<!\w)(?:schnellstmöglich\w{0,2}|baldmöglichst\w{0,2}|frühestmöglich\w{0,2}|ehestmöglich"
    r"|schnellstens|baldigst|alsbald|unverzüglich\w{0,2}|umgehend\w{0,2}|ab sofort|sofort"
    r"|so (?:schnell|bald|früh|zeitnah) wie möglich|(?:möglichst )?zeitnah"
    r"|(?:möglichst )?kurzfristig"
    r"|mittelfristig|langfristig|möglichst (?:bald|zügig|schnell))(?!\w)",
    re.IGNORECASE,
)
_NICHT_DRINGLICH = re.compile(r"\b(?:nicht|weder|noch|statt)\s$", re.IGNORECASE)

_TURNUS = (
    r"bericht|abständ|turnus|rhythmus|information|vorlage|evalu|überprüfung|fortschreib|auswert"
    r"|monitoring|bilanz|sitzung|treffen|wechsel|unterricht|darstell|statistik"
)
_SERIE = re.compile(
    r"(?<!\w)(?:(?:mindestens\s|jeweils\s)?(?:(?:einmal|zweimal|dreimal|viermal)\s(?:im\sJahr|pro\sJahr"
    r"|im\sQuartal|im\sMonat|jährlich|monatlich|im\sHalbjahr)|alle\s(?:\d{1,2}|zwei|drei|vier|fünf|sechs)"
    r"\s(?:Wochen|Monate|Jahre)|jedes\s(?:Jahr|Quartal|Halbjahr)|jeden\sMonat)"
    rf"|(?:in\s)?(?:halb|viertel|zweimal\s)?(?:jährlich|monatlich)e[nrms]?(?=\s(?:[\w-]{{1,30}}\s)?[\w-]{{0,30}}(?:{_TURNUS}))"
    rf"(?:\s(?:Abständen|Turnus|Rhythmus|Wechsel))?"
    r"|(?:halb|viertel)?jährlich|zweijährlich|(?:zwei)?monatlich|quartalsweise|turnusmäßig"
    r"|wöchentlich)(?!\w)",
    re.IGNORECASE,
)
_BETRAG = re.compile(
    r"\s(?:rund\s|circa\s|ca\.\s|etwa\s|bis\szu\s|mindestens\s|maximal\s|über\s|weitere\s|je\s)?"
    r"[\d.,]{1,12}\s?(?:Euro|€|Mio|Mrd|Prozent|%|kW|Tonnen|t\b|m²|Stück|\w{3,})",
)
_WAEHRUNG = re.compile(r"(?:Euro|€|Prozent|%|Stunden)\s$")
_PERIODEN: tuple[tuple[str, int], ...] = (
    (r"vierteljährlich|quartal|viermal", 3),
    (r"halbjährlich|halbjahr|zweimal", 6),
    (r"dreimal", 4),
    (r"zweimonatlich", 2),
    (r"monat", 1),
    (r"zweijährlich", 24),
    (r"jährlich|jahr", 12),
)

_RELATIV = re.compile(
    rf"(?<!\w)(?:spätestens\s)?(?:innerhalb|binnen|in\sspätestens|nach\sspätestens|nach\sAblauf"
    rf"|in\sden\s(?:nächsten|kommenden|folgenden)|im\sLaufe\s(?:von|der\snächsten)|in|nach)\s"
    rf"(?:von\s|der\s(?:nächsten|kommenden|folgenden)\s|des\s(?:nächsten|kommenden)\s)?"
    rf"(?:(?:maximal|höchstens|längstens|spätestens)\s)?{_MENGE}\s{_EINHEIT}",
    re.IGNORECASE,
)
_DANACH = re.compile(
    rf"(?<!\w)(?:spätestens\s)?{_MENGE}\s{_EINHEIT}\snach\s(?P<was>(?:[\wÄÖÜäöüß]{{2,30}}\s?){{1,3}})",
    re.IGNORECASE,
)
_ANSCHLUSS = re.compile(r"\s(?:nach|ab)\s(?:(?:der|dem|des|dieser|diesem)\s)?[A-ZÄÖÜ][\w-]{2,60}")
_AB_BESCHLUSS = re.compile(r"\s(?:nach|ab)\s(?:der\s|dem\s|dieser\s|diesem\s)?Beschluss\w{0,10}")

_NOMEN = (
    r"(?:Beginn|Ende|Anfang|Abschluss|Durchführung|Fertigstellung|Inbetriebnahme|Inkrafttreten"
    r"|Vorliegen|Vorlage|Eröffnung|Beschluss(?:fassung)?|Einführung|Umsetzung|Ablauf|Beendigung"
    r"|Baubeginn|Bauende|Auslaufen|Eingang|Erteilung|Genehmigung|Veröffentlichung|Vergabe)"
)
_ANLASS = (
    r"(?:Sommerpause|Winterpause|Sitzungspause|(?:Sommer|Herbst|Winter|Oster|Weihnachts)?ferien|Schuljahr(?:e?s)?"
    r"|Schulhalbjahr(?:e?s)?|Schuljahresbeginn|Schuljahresende|Doppelhaushalt(?:e?s)?|Haushalt(?:e?s)?"
    r"|Haushalts(?:beratung(?:en)?|planung(?:en)?|planberatung(?:en)?|verhandlungen|aufstellung|plan(?:e?s)?"
    r"|entwurf(?:s|es)?|jahr(?:e?s)?)|Silvester|Jahreswechsel|Legislatur(?:periode)?|Wahlperiode"
    r"|Kommunalwahl(?:en)?|Spielzeit|Saison|Semester(?:s)?|Ratsversammlung|(?:[\w-]{2,30})?[Ss]itzung"
    r"|Weihnachten|Ostern|Weihnachtsmarkt(?:e?s)?)"
)
_EREIGNIS = re.compile(
    r"(?<!\w)(?i:(?:(?:spätestens|rechtzeitig|möglichst|noch)\s)?(?:bis\s)?"
    r"(?:vor|nach|bis|mit|zum|zur|zu|ab|im|in|beim|bei|für)\s)"
    r"(?:(?:zum|zur|zu|im|in|vor)\s)?"
    r"(?:(?:dem|der|den|des|die|das|Rahmen\sder|Rahmen\sdes|Laufe\sder)\s)?(?:jeweils\s)?"
    r"(?:(?:nächste|kommende|laufende|neue|aktuelle|jeweilige)[nrms]?\s)?"
    rf"(?:(?P<nomen>{_NOMEN})(?P<genitiv>\s(?:des|der|dieser|dieses|ihrer|seiner|einer|eines|von)"
    rf"(?:\s(?:[a-zäöüß-]{{2,30}}|\d{{1,2}}\.)){{0,2}}\s[A-ZÄÖÜ][\w*-]{{1,60}})?"
    rf"|(?P<anlass>{_ANLASS}))(?!\w)"
    r"(?:\s\d{4}(?:\s?/\s?(?:\d{4}|\d{2}))?(?!\d))?",
)
_NUR_MIT_ZEIT = re.compile(
    r"(?:im|in|für|bei|beim|mit)\s(?:(?:dem|der|den|die|das)\s)?(?:Haushalt(?:e?s)?|Doppelhaushalt(?:e?s)?"
    r"|Haushaltsplan(?:e?s)?|Haushaltsjahr(?:e?s)?|Haushaltsentwurf(?:s|es)?|Ratsversammlung|[\w-]*[Ss]itzung"
    r"|Schuljahr(?:e?s)?|Umsetzung|Einführung|Durchführung|Vorlage|Beschluss(?:fassung)?|Genehmigung"
    r"|Vergabe|Erteilung|Saison|Spielzeit|Silvester|Jahreswechsel|Legislatur(?:periode)?"
    r"|Wahlperiode|Veröffentlichung|Eingang|Ferien|Semester)\b.*"
    r"|(?:zu|zur|zum)\s(?:(?:der|dem)\s)?(?:Umsetzung|Einführung|Durchführung|Vorlage|Beschluss(?:fassung)?"
    r"|Genehmigung|Vergabe|Erteilung|Veröffentlichung|Fertigstellung|Inbetriebnahme|Haushalt"
    r"|Abschluss|Beendigung|Eröffnung|Haushaltsplan|(?:[\w-]*[Ss]itzung)|Ratsversammlung)\b.*"
)
"""Words that name a matter, not a time: „im Haushalt“, „zur Umsetzung des …“."""


def lies_dringliche(text: str) -> Iterator[Frist]:
    """„schnellstmöglich“ and its like, but not „nicht zeitnah“ and „langfristige Pläne“."""
    for treffer in _DRINGLICH.finditer(text):
        if not _NICHT_DRINGLICH.search(text[max(0, treffer.start() - 8) : treffer.start()]):
            yield _frist(treffer, None, Genauigkeit.DRINGLICH)


def lies_serien(text: str, bezug: date | None) -> Iterator[Frist]:
    """„jährlich“ and its like, but not sums a year; the next one counts from the resolution."""
    for treffer in _SERIE.finditer(text):
        davor = text[max(0, treffer.start() - 12) : treffer.start()]
        if _BETRAG.match(text, treffer.end()) or _WAEHRUNG.search(davor):
            continue
        monate = _monate(treffer.group())
        naechste = _nach_monaten(bezug, monate) if bezug is not None and monate else None
        yield _frist(treffer, None, Genauigkeit.SERIE, naechste)


def lies_relative(text: str, bezug: date | None) -> Iterator[Frist]:
    """„innerhalb von sechs Monaten“ from the resolution; from another event without a date."""
    for treffer in _DANACH.finditer(text):
        beschluss = re.match(r"(?:der |dem )?(?:Beschluss|Ratsbeschluss)", treffer["was"], re.I)
        datum = _ende(treffer, bezug) if beschluss is not None else None
        yield _frist(treffer, datum, Genauigkeit.RELATIV)
    for treffer in _RELATIV.finditer(text):
        vorwort = treffer.group().split()[0].lower()
        if vorwort in ("in", "nach") and not _ist_zeitpunkt(treffer):
            continue
        anschluss = _ANSCHLUSS.match(text, treffer.end())
        fremd = anschluss is not None and not _AB_BESCHLUSS.match(anschluss.group())
        bis = anschluss.end() if anschluss is not None else treffer.end()
        datum = None if fremd else _ende(treffer, bezug)
        wortlaut = text[treffer.start() : bis]
        yield Frist(wortlaut, datum, Genauigkeit.RELATIV, None, treffer.start(), bis)


def lies_ereignisse(text: str) -> Iterator[Frist]:
    """„vor Durchführung des …“, „nach der Sommerpause“, „zum Schuljahr 2026/27“: no date."""
    for treffer in _EREIGNIS.finditer(text):
        if treffer["nomen"] and not treffer["genitiv"] and _braucht_genitiv(treffer):
            continue
        if _NUR_MIT_ZEIT.match(treffer.group()) and not _ist_terminwort(treffer.group()):
            continue
        yield _frist(treffer, None, Genauigkeit.EREIGNIS)


def _braucht_genitiv(treffer: re.Match[str]) -> bool:
    """„vor Beschlussfassung“ stands alone; „zum Ende“ and „zu Beginn“ say nothing alone."""
    alleine = ("Beschluss", "Beschlussfassung", "Baubeginn", "Fertigstellung", "Inbetriebnahme")
    return treffer["nomen"] not in (*alleine, "Inkrafttreten", "Abschluss", "Bauende")


def _ist_terminwort(text: str) -> bool:
    return (
        re.search(r"nächste|kommende|Rahmen|Doppelhaushalt|Laufe|\d{4}", text) is not None
        and "Haushaltsjahr" not in text
        and not text.startswith("für ")
        and not re.match(r"im\s(?:Haushalt|Haushaltsplan)\s", text)
    )


def _ist_zeitpunkt(treffer: re.Match[str]) -> bool:
    """„in sechs Monaten“, „nach einem Jahr“; „in drei Jahren“ alike, „in einem Quartal“ too."""
    return treffer["einheit"].lower() not in ("tag",) or treffer["menge"] not in ("einem", "1")


def _ende(treffer: re.Match[str], bezug: date | None) -> date | None:
    if bezug is None:
        return None
    wort = treffer["menge"].lower()
    menge = int(wort) if wort.isdigit() else _ZAHLWORT[wort]
    try:
        match treffer["einheit"].lower():
            case "tag" | "arbeitstag" | "werktag":
                return ende_nach_tagen(bezug, menge)
            case "woche":
                return ende_nach_wochen(bezug, menge)
            case "monat":
                return ende_nach_monaten(bezug, menge)
            case "quartal":
                return ende_nach_monaten(bezug, 3 * menge)
            case _:
                return ende_nach_monaten(bezug, 6 if treffer["halb"] else 12 * menge)
    except (ValueError, OverflowError):
        return None


def _nach_monaten(bezug: date, monate: int) -> date | None:
    """The end of a period of months; None beyond the calendar."""
    try:
        return ende_nach_monaten(bezug, monate)
    except ValueError:
        return None


def _monate(text: str) -> int:
    """Months between two times of a series, 0 where the words do not tell."""
    klein = text.casefold()
    alle = re.match(r"alle\s(\w+)\s(wochen|monate|jahre)", klein)
    if alle is not None:
        menge = int(alle[1]) if alle[1].isdigit() else _ZAHLWORT[alle[1]]
        return {"monate": menge, "jahre": 12 * menge}.get(alle[2], 0)
    for muster, monate in _PERIODEN:
        if re.search(muster, klein):
            return monate
    return 0


def _frist(
    treffer: re.Match[str],
    datum: date | None,
    genauigkeit: Genauigkeit,
    naechste: date | None = None,
) -> Frist:
    wortlaut = treffer.group().rstrip()
    von = treffer.start()
    return Frist(wortlaut, datum, genauigkeit, naechste, von, von + len(wortlaut))
