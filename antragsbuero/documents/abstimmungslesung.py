"""Votes as papers tell them (section 2.6 of the Ratspapiere)."""

from __future__ import annotations

import re

from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit

_ERGEBNISSE: tuple[tuple[Abstimmungsergebnis, str], ...] = (
    (Abstimmungsergebnis.ZURUECKGEZOGEN, r"zurückgezogen|zurückgenommen"),
    (Abstimmungsergebnis.ZURUECKGESTELLT, r"zurückgestellt"),
    (Abstimmungsergebnis.VERTAGT, r"vertagt|vertagung"),
    (
        Abstimmungsergebnis.VERWIESEN,
        r"verwiesen|verweisung|verweis in|überwiesen|beratung im .{3,60}ausschuss",
    ),
    (Abstimmungsergebnis.ABGELEHNT, r"abgelehnt|ablehnung|keine mehrheit|stimmengleichheit"),
    (
        Abstimmungsergebnis.GEAENDERT_BESCHLOSSEN,
        r"(?<!un)geändert\w{0,2} (?:beschlossen|beschluss\w*|angenommen|zugestimmt)"
        r"|zugestimmt zu geändert|mit änderungen (?:beschlossen|angenommen)"
        r"|\(geändert\).{0,60}zugestimmt"
        r"|in geänderter (?:form|fassung) (?:beschlossen|angenommen)|teilweise zugestimmt",
    ),
    (
        Abstimmungsergebnis.ERLEDIGT,
        r"erledigt|einverstanden|verwaltungshandeln",
    ),
    (
        Abstimmungsergebnis.BESCHLOSSEN,
        r"beschlossen|angenommen|annahme|zugestimmt|zustimmung|bestätigt|zustimmend"
        r"|folgenden beschluss",
    ),
    (Abstimmungsergebnis.ZUR_KENNTNIS, r"kenntnis"),
)
_ERGEBNISMUSTER = tuple((e, re.compile(m, re.IGNORECASE)) for e, m in _ERGEBNISSE)
_EINSTIMMIG = re.compile(r"einstimmig|einmütig|einhellig", re.IGNORECASE)
_MEHRHEITLICH = re.compile(
    r"mehrheitlich|(?:stimmen)?mehrheit\b|ansonsten zustimmung|gegenstimme", re.IGNORECASE
)
_KEINE = re.compile(r"keine abstimmung|ohne abstimmung", re.IGNORECASE)

_JA = re.compile(
    r"(\d{1,3})[\s-]{1,2}(?:Ja|dafür|Pro)\b|\b(?:Ja|dafür|Zustimmungen?)(?:-?Stimmen)?\s?:\s?(\d{1,3})",
    re.IGNORECASE,
)
_NEIN = re.compile(
    r"(\d{1,3})[\s-]{1,2}(?:Nein|dagegen|Contra)\b|(\d{1,3})\sGegenstimmen?"
    r"|\b(?:Nein|dagegen|Ablehnungen?|Gegenstimmen?)(?:-?Stimmen)?\s?:\s?(\d{1,3})",
    re.IGNORECASE,
)
_ENTHALTUNG = re.compile(
    r"(\d{1,3})\s(?:Stimm)?enthaltung(?:en)?|\b(?:Stimm)?enthaltung(?:en)?\s?:\s?(\d{1,3})",
    re.IGNORECASE,
)
_VERHAELTNIS = re.compile(
    r"(?<![\d./])(\d{1,3})\s?([/:])\s?(\d{1,3})(?:\s?\2\s?(\d{1,3}))?(?![\d./]|\s?Uhr)"
)
_EINE = {"eine": "1", "einer": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5"}
_ZAHLWORT = re.compile(r"\b(eine|einer|zwei|drei|vier|fünf)(?=\s(?:gegenst|stimme|enthalt))", re.I)

_PUNKTE = re.compile(
    r"(?:Ziffern?|Ziff\.|Punkte?n?|BP|Beschlusspunkte?n?)\s?"
    r"(?P<zahlen>\d{1,2}\s?[a-z]?\b(?:\.\d{1,2})?(?:\s?(?:,|und|u\.|bis|[–-])\s?\d{1,2}\s?[a-z]?\b){0,8})",
    re.IGNORECASE,
)
_UNTERPUNKT = re.compile(r"\b(?:TOP|Punkt)\s(?P<top>\d{1,3}\.\d{1,3})\b\s?[,:]?\s?", re.I)
_TOP = re.compile(
    r"(?:TOP|Punkt)\s\d{1,3}(?:\.\d{1,3}){0,2}\s?[,:]\s?(?=.{0,40}(?:ziff|punkt))", re.I
)

_SATZ = re.compile(
    r"\b(?:wurden?|wird|hat|haben|stimmten?|beschloss|beschließt|beschlossen|lehnte[n]?|ist)\b"
    r"|^(?:(?:ein)?stimmig|mehrheitlich|geändert|ungeändert|abgelehnt|beschlossen|angenommen"
    r"|zurück|vertagt|verwiesen|zur kenntnis)",
    re.IGNORECASE,
)
_RAT = re.compile(
    r"\b(?:antrag|neufassung|verwaltungsstandpunkt|vorlage|stadtrat|ratsversammlung|rat|gemeinderat"
    r"|alternativvorschlag|änderungsantrag|beschluss\w*|anfrage)\b",
    re.IGNORECASE,
)


def lies_abstimmung(text: str) -> Abstimmung | None:
    """The outcome that these words tell; None when they tell none."""
    ergebnis = _ergebnis(text)
    if ergebnis is None and not _KEINE.search(text):
        return None
    ja, nein, enthaltung = _zahlen(text)
    return Abstimmung(
        ergebnis=ergebnis or Abstimmungsergebnis.OFFEN,
        wortlaut=text,
        mehrheit=_mehrheit(text, ja, nein),
        punkte=lies_punkte(text),
        ja=ja,
        nein=nein,
        enthaltung=enthaltung,
    )


def ist_abstimmungssatz(text: str) -> bool:
    """Whether a line is the sentence that tells the vote, not part of the wording voted on."""
    if len(text) > 320 or _ergebnis(text) is None:
        return False
    if text.endswith(":"):
        return bool(_SATZ.search(text)) and bool(_RAT.search(text))
    kurz = len(text.split()) <= 14
    return kurz and bool(_SATZ.search(text)) and not re.match(r"\W*\d{1,2}[.)]\s", text)


def lies_punkte(text: str) -> tuple[str, ...]:
    """The bare numbers of the points a vote is about: „Ziffer 1 und 2: …“ gives 1 and 2."""
    treffer = _PUNKTE.search(_TOP.sub("", _UNTERPUNKT.sub("", text)))
    return zahlenreihe(treffer["zahlen"]) if treffer is not None else ()


def lies_top(text: str) -> str:
    """The item of the agenda a vote is about („Punkt 7.3, Ziff. 1: …“), "" if none is named."""
    treffer = _UNTERPUNKT.search(text)
    return treffer["top"] if treffer is not None else ""


def zahlenreihe(text: str) -> tuple[str, ...]:
    """„1 bis 3“ and „1, 2 und 3a“ as single numbers."""
    teile = [z.replace(" ", "") for z in re.findall(r"\d{1,2}\s?[a-z]?\b|\b[a-z]\b", text)]
    grenzen = re.fullmatch(r"\s*(\d{1,2})\.?\s?(?:bis|[–-])\s?(\d{1,2})\.?\s*", text)
    if grenzen is not None:
        return tuple(str(n) for n in range(int(grenzen[1]), int(grenzen[2]) + 1))
    return tuple(dict.fromkeys(teile))


def lies_mehrheit(text: str) -> Mehrheit:
    """How clear a vote was, by words such as „einstimmig“ alone."""
    return _mehrheit(text, None, None)


def _ergebnis(text: str) -> Abstimmungsergebnis | None:
    for ergebnis, muster in _ERGEBNISMUSTER:
        if muster.search(text):
            return ergebnis
    return None


def _mehrheit(text: str, ja: int | None, nein: int | None) -> Mehrheit:
    if _EINSTIMMIG.search(text):
        return Mehrheit.EINSTIMMIG
    if _MEHRHEITLICH.search(text) or (ja and nein):
        return Mehrheit.MEHRHEITLICH
    return Mehrheit.UNBEKANNT


def _zahlen(text: str) -> tuple[int | None, int | None, int | None]:
    text = _ZAHLWORT.sub(lambda m: _EINE[m.group().lower()], text)
    ja, nein, enthaltung = (_zahl(m, text) for m in (_JA, _NEIN, _ENTHALTUNG))
    if ja is None and nein is None and (paar := _VERHAELTNIS.search(text)) is not None:
        return int(paar[1]), int(paar[3]), int(paar[4]) if paar[4] else enthaltung
    return ja, nein, enthaltung


def _zahl(muster: re.Pattern[str], text: str) -> int | None:
    treffer = muster.search(text)
    if treffer is None:
        return None
    return int(next(gruppe for gruppe in treffer.groups() if gruppe))
