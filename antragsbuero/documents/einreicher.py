"""Who submitted a paper: factions, offices, councillors."""

from __future__ import annotations

import re

_NAMEN = (
    r"Bündnis 90\s?/\s?Die Grünen|B'?90/GRÜNE|BÜNDNIS 90/DIE GRÜNEN|GRÜNE|Grünen?"
    r"|CDU(?:/\w{2,8})?|CSU|SPD(?:/\w{2,8})?|Die Linke|DIE LINKE\.?|Linke|AfD|FDP(?:[/-]\w{2,8})?"
    r"|Freie Wähler|FW(?:[/|-]\w{2,4})?|Freibeuter|BSW|Volt|VOLT|Piraten|ÖDP"
    r"|KAL(?:/Die PARTEI)?|Karlsruher Liste|FÜR(?: Karlsruhe)?|Die PARTEI|Tierschutzpartei"
    r"|Freie Sachsen|Dissidenten|Team Zastrow|PVP"
)
FRAKTIONSWORT = re.compile(
    rf"(?<!\w)(?:(?:Stadtrats|Gemeinderats|Rats)?[Ff]raktion(?:en)?|{_NAMEN}"
    r"|[\w/.-]{2,30}-(?:Gemeinderats|Stadtrats)?[Ff]raktion(?:en)?)(?!\w)"
)
_IM_SATZ = re.compile(
    rf"(?:\((?:mit|von|der)?\s?|[Ff]raktion(?:en)?\s)(?:{_NAMEN})(?!\w)"
    rf"(?:\s?(?:,|und|sowie)\s?(?:der\s|die\s)?(?:Fraktion(?:en)?\s)?(?:{_NAMEN})(?!\w)){{0,8}}\)?"
)
_UNBEKANNTE = re.compile(
    r"(?:Stadtrats|Gemeinderats|Rats)?[Ff]raktion\s[A-ZÄÖÜ][\w/&.-]{1,40}"
    r"(?:\s(?:für|der|die|und|&|[A-ZÄÖÜ0-9][\w/&.-]{0,40})){0,5}?(?=\s(?:vom|zum|zur|im|am)\b|$|[,:()])"
)
_TRENNUNG = re.compile(r"\s*(?:[,;]|\bund\b|\bsowie\b|\+)\s*")
_VORSATZ = re.compile(
    r"^[\s:(–-]*(?:(?:der|die|den|von|vom|des|mit|gemeinsam|Einreicher(?:in)?:)\s+){0,3}",
    re.IGNORECASE,
)
_AMT = re.compile(
    r"(?:Dezernat|Stadtbezirksbeirat|Ortschaftsrat|Migrantenbeirat|Seniorenbeirat|Jugendparlament"
    r"|Petitionsausschuss|Oberbürgermeister(?:in)?|Bürgermeister(?:in)?|Stadtr(?:ä|a)t(?:in)?|SR|OR|SBB"
    r"|Beirat|Amt für|Referat|Eigenbetrieb|Stadtverwaltung)\b.{0,100}"
)


def lies_urheber(text: str) -> tuple[str, ...]:
    """The factions, if the words name nothing but factions (after „der“, „von“ …), else ()."""
    kern = _VORSATZ.sub("", re.sub(r"\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{2,4}", "", text)).strip(
        " ().:"
    )
    kern = re.sub(r"\s+vom$", "", kern)
    if not kern or len(kern) > 200:
        return ()
    teile = tuple(teil.strip() for teil in _TRENNUNG.split(kern) if teil.strip())
    fraktionen = tuple(_ohne_vorwort(teil) for teil in teile)
    return fraktionen if fraktionen and all(ist_fraktion(f) for f in fraktionen) else ()


def finde_urheber(text: str) -> tuple[str, ...]:
    """The factions that a heading names among other words: „… der Fraktion Freie Wähler vom …“."""
    treffer = _IM_SATZ.search(text)
    if treffer is not None:
        return lies_urheber(treffer.group().strip("() "))
    unbekannt = _UNBEKANNTE.search(text)
    return (unbekannt.group(),) if unbekannt is not None else ()


def ist_fraktion(text: str) -> bool:
    """Whether the words are the name of a faction and nothing else."""
    if not FRAKTIONSWORT.search(text):
        return False
    rest = FRAKTIONSWORT.sub("", text)
    return len(re.findall(r"\w{2,}", rest)) <= (2 if "raktion" in text else 0) and "." not in rest


def ist_einreicher(text: str) -> bool:
    """Whether the line names a faction, an office or a councillor as submitter."""
    return bool(_AMT.fullmatch(text)) or bool(lies_urheber(text))


def _ohne_vorwort(teil: str) -> str:
    """„Fraktion SPD“ stays; „Fraktionen SPD“ and „der SPD“ become „SPD“."""
    return re.sub(r"^(?:(?:der|den|die)\s+)?(?:Fraktionen\s+)?", "", teil).strip() or teil
