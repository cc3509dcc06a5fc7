"""Headings inside a paper: its head lines, decision, reasons, questions, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from antragsbuero.documents.zeilen import Zeile


class Bereich(StrEnum):
    """Parts of a paper."""

    RUMPF = "RUMPF"
    """Behind the heading of the paper, before any heading inside it."""
    BESCHLUSS = "BESCHLUSS"
    FRAGEN = "FRAGEN"
    BEGRUENDUNG = "BEGRUENDUNG"
    ANTWORT = "ANTWORT"
    ABSTIMMUNG = "ABSTIMMUNG"
    BETREFF = "BETREFF"
    EINREICHER = "EINREICHER"
    EINGANG = "EINGANG"
    NUMMER = "NUMMER"
    STATUS = "STATUS"
    STAMMBAUM = "STAMMBAUM"
    BERATUNGSFOLGE = "BERATUNGSFOLGE"
    FORMULAR = "FORMULAR"
    UNTERSCHRIFT = "UNTERSCHRIFT"
    ANLAGEN = "ANLAGEN"
    BEURKUNDUNG = "BEURKUNDUNG"


KOPFBEREICHE = frozenset(
    {
        Bereich.BETREFF,
        Bereich.EINREICHER,
        Bereich.EINGANG,
        Bereich.NUMMER,
        Bereich.STATUS,
        Bereich.STAMMBAUM,
        Bereich.BERATUNGSFOLGE,
    }
)


@dataclass(frozen=True, slots=True)
class Bereichskopf:
    """The part that starts here; `rest` are words of it that stand on the same line."""

    bereich: Bereich
    rest: Zeile | None = None
    formel: bool = False
    """Whether the line is a whole formula („Der Stadtrat möge beschließen:“)."""


_GANZE: tuple[tuple[Bereich, str], ...] = (
    (
        Bereich.BEGRUENDUNG,
        r"(?:(?:sachverhalt|problembeschreibung|ausgangslage|einordnung|anlass)\s?(?:/|und)\s?)?"
        r"begründung(?:en)?(?:\s?/\s?(?:sachverhalt|einordnung))?"
        r"(?:\s(?:des|der|zum|zur|unseres|im)\s[\w.-]{2,40}(?:\s[\w.-]{2,40}){0,3})?"
        r"|sachverhalt|sachdarstellung|problemstellung|problembeschreibung|ausgangslage"
        r"|ausgangssituation|hintergrund|einleitung|zusammenfassung|anlass(?: der vorlage)?"
        r"|kurzfassung"
        r"|(?:ergänzende )?erläuterung(?:en)?|einordnung|sachstand|abwägung",
    ),
    (
        Bereich.BESCHLUSS,
        r"(?:alternativer? )?beschluss(?:vorschlag|antrag|entwurf|text|punkte?)"
        r"(?: (?:der|des) \w{4,30})?"
        r"|antrags?text|alternativvorschlag(?: der (?:stadt)?verwaltung)?|änderungsvorschlag"
        r"|vorschlag(?: der verwaltung)?|kurzfassung des antrags?|wortlaut(?: des antrag\w{0,2})?"
        r"|beschluss|antrag an (?:den|die) [\w -]{4,60}(?: [–-] [\w -]{4,80})?",
    ),
    (Bereich.FRAGEN, r"fragen?|unsere fragen|wir fragen(?: \w{2,14}){0,4}"),
    (
        Bereich.ANTWORT,
        r"(?:schriftliche )?antwort(?: der (?:stadt)?verwaltung| des \w{4,30})?|beantwortung",
    ),
    (Bereich.ABSTIMMUNG, r"abstimmungsergebnis|abstimmung|votum|beschlussergebnis|ergebnis"),
    (Bereich.BETREFF, r"betreff|betrifft|gegenstand|thema|titel|bezeichnung"),
    (
        Bereich.EINREICHER,
        r"eingereicht (?:von|durch)|einreicher(?:in|innen)?|antragsteller(?:in|innen)?"
        r"|einbringer(?:in)?|verantwortlich|dienststelle|fraktion",
    ),
    (Bereich.EINGANG, r"eingang|eingangsdatum|eingereicht am|datum"),
    (
        Bereich.NUMMER,
        r"(?:vorlagen?|antrags?|anfragen?|drucksachen?)(?:\s?-?\s?(?:nr\.?|nummer))|vorlage|drucksache",
    ),
    (Bereich.STATUS, r"status"),
    (Bereich.STAMMBAUM, r"stammbaum"),
    (Bereich.BERATUNGSFOLGE, r"beratungsfolge(?: \(.{3,40}\))?"),
    (Bereich.FORMULAR, r"finanzielle auswirkungen|räumlicher bezug|rechtliche konsequenzen"),
    (Bereich.UNTERSCHRIFT, r"unterzeichnet(?: von)?|gez\.?|gezeichnet"),
    (Bereich.ANLAGEN, r"anlagen?(?:/n)?"),
    (Bereich.BEURKUNDUNG, r"zur beurkundung"),
)
_MIT_TEXT = frozenset(
    {
        Bereich.BEGRUENDUNG,
        Bereich.BESCHLUSS,
        Bereich.ANTWORT,
        Bereich.ABSTIMMUNG,
        Bereich.UNTERSCHRIFT,
        Bereich.ANLAGEN,
        *KOPFBEREICHE,
    }
)
_NUR_MIT_DOPPELPUNKT = frozenset({Bereich.NUMMER, Bereich.STATUS, Bereich.EINGANG, Bereich.BETREFF})
_MUSTER = tuple((b, re.compile(rf"(?:{m})(?=\s?:|\s*$)", re.IGNORECASE)) for b, m in _GANZE)

_TABELLENKOPF = re.compile(r"gremi(?:um|en)\s+termin\s+top\b.{0,40}", re.IGNORECASE)
_BESCHLUSSFORMEL = re.compile(
    r"(?:(?:der|die|das)\s[\wÄÖÜäöüß /.-]{3,90}\s"
    r"(?:möge|wolle|soll|mögen|wollen|sollen|beschließt|beschließe|beantragt|beantragen|fordert"
    r"|fordern)\b|wir beantragen|hiermit beantragen wir|(?:wir|die fraktion) bitten?\b"
    r"|es wird beantragt)[^.?!:]{0,120}:",
    re.IGNORECASE,
)
_FRAGEFORMEL = re.compile(
    r"\b(?:wir fragen|fragen wir|wir bitten|bitten wir|fraktion .{0,60}(?:fragt|bittet)"
    r"|(?:folgende[nr]?|nachstehende[nr]?) fragen|fragen an)\b",
    re.IGNORECASE,
)
_MUENDLICH = re.compile(
    r"(?:eine )?(?:weitere )?begründung:? (?:erfolgt|erfolgte|wird) mündlich.{0,30}"
    r"|erfolgte? mündlich\.?",
    re.IGNORECASE,
)
_GEZEICHNET = re.compile(
    r"(?:gez\.|gezeichnet|unterzeichnet von)\s(?=[A-ZÄÖÜ].{2,60}$)", re.IGNORECASE
)
_FORMULARKOPF = re.compile(r"finanzielle auswirkungen\b.{0,40}", re.IGNORECASE)


def lies_bereichskopf(zeile: Zeile) -> Bereichskopf | None:
    """The part that this line opens, None if it opens none."""
    text = zeile.text
    if zeile.zeichen or not text:
        return None
    if _TABELLENKOPF.match(text):
        return Bereichskopf(Bereich.BERATUNGSFOLGE)
    if len(text) <= 260 and text.endswith(":"):
        if _BESCHLUSSFORMEL.fullmatch(text):
            return Bereichskopf(Bereich.BESCHLUSS, formel=True)
        if _FRAGEFORMEL.search(text) and not re.search(r"[.!?] [A-ZÄÖÜ]", text):
            return Bereichskopf(Bereich.FRAGEN, formel=True)
    if _MUENDLICH.fullmatch(text):
        return Bereichskopf(Bereich.BEGRUENDUNG, zeile)
    for bereich, muster in _MUSTER:
        treffer = muster.match(text)
        if treffer is not None:
            return _kopf(zeile, bereich, treffer.end())
    if (gezeichnet := _GEZEICHNET.match(text)) is not None:
        return Bereichskopf(Bereich.UNTERSCHRIFT, zeile.ausschnitt(gezeichnet.end()))
    if _FORMULARKOPF.fullmatch(text):
        return Bereichskopf(Bereich.FORMULAR)
    return None


def _kopf(zeile: Zeile, bereich: Bereich, ende: int) -> Bereichskopf | None:
    rest = zeile.text[ende:]
    if not rest.strip(": "):
        if bereich in _NUR_MIT_DOPPELPUNKT and ":" not in rest:
            return None
        return Bereichskopf(bereich)
    if bereich not in _MIT_TEXT:
        return None
    doppelpunkt = zeile.text.index(":", ende)
    return Bereichskopf(bereich, zeile.ausschnitt(doppelpunkt + 1))
