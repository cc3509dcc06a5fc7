"""Names of files that leave the office, good on Windows too."""

from __future__ import annotations

import re
import unicodedata

from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang

_VERBOTEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
# Names of devices that Windows refuses with any ending ("Naming Files, Paths, and Namespaces").
_GERAET = re.compile(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?$")
_LAENGE = 120
"""Characters before the ending: leaves room for the folder below Windows' 260."""


def dateiname(vorgang: Vorgang, stueck: Fassung | str, endung: str) -> str:
    """„VII-A-00829-NF-03 Quartiersmanagement Neufassung.pdf“: number, matter, kind of paper."""
    if isinstance(stueck, str):
        nummer, art = vorgang.anzeigenummer, stueck
    else:
        nummer = stueck.nummer or vorgang.anzeigenummer
        art = FASSUNGSARTEN[stueck.art]
    betreff = (
        saeubere(vorgang.betreff)[:60].rsplit(" ", 1)[0]
        if len(vorgang.betreff) > 60
        else (vorgang.betreff)
    )
    return saeubere(" ".join(teil for teil in (nummer, betreff, art) if teil)) + endung


def saeubere(name: str) -> str:
    """A name without signs that file systems refuse; never empty."""
    text = unicodedata.normalize("NFC", _VERBOTEN.sub("-", name))
    text = " ".join(text.split())[:_LAENGE].strip(" .-")
    if _GERAET.match(text):
        text = f"_{text}"
    return text or "Dokument"
