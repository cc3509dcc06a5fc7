"""Names of files that leave the office, by the pattern of the office, good on Windows too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt

MUSTER = "{nummer} {betreff} {stueck}"
"""The pattern of an office that never chose one."""
PLATZHALTER = ("nummer", "betreff", "stueck", "datum", "fraktion", "arbeitsnummer")
_VERBOTEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
# Names of devices that Windows refuses with any ending ("Naming Files, Paths, and Namespaces").
_GERAET = re.compile(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?$")
_FELD = re.compile(r"\{([^{}]*)\}")
# Marks that change the direction of reading: they can make „…exe.pdf“ out of „…fdp.exe“.
_RICHTUNG = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LAENGE = 120
"""Characters before the ending: leaves room for the folder below Windows' 260."""
_BYTES = 200
"""UTF-8 bytes before the ending: Linux takes 255 for the whole name."""
_BETREFF = 60
"""Characters of the Betreff, cut at a word."""


@dataclass(frozen=True, slots=True)
class Namenswahl:
    """How files are named: the pattern, whose papers they are, what day it is."""

    muster: str = MUSTER
    fraktion: str = ""
    heute: date | None = None


OHNE_NAMENSWAHL = Namenswahl()


def pruefe_muster(muster: str) -> None:
    """Raises Abgelehnt, in German, when the pattern cannot name files."""
    fremde = [name for name in _FELD.findall(muster) if name.strip().lower() not in PLATZHALTER]
    moeglich = ", ".join(f"{{{name}}}" for name in PLATZHALTER)
    if fremde:
        wort = "Den Platzhalter" if len(fremde) == 1 else "Die Platzhalter"
        raise Abgelehnt(
            f"{wort} {', '.join(f'{{{name}}}' for name in fremde)} gibt es nicht. "
            f"Möglich sind {moeglich}."
        )
    if "{" in _FELD.sub("", muster) or "}" in _FELD.sub("", muster):
        raise Abgelehnt(
            "Im Muster der Dateinamen fehlt zu einer geschweiften Klammer die andere. "
            f"Möglich sind {moeglich}."
        )


def dateiname(
    vorgang: Vorgang,
    stueck: Fassung | str,
    endung: str,
    wahl: Namenswahl = OHNE_NAMENSWAHL,
    *,
    datum: date | None = None,
    nummer: str = "",
) -> str:
    """„VII-A-00829-NF-03 Quartiersmanagement Neufassung.pdf“.

    `nummer` and `datum` are those of the paper; without them those of the Fassung, else the
    number of the Vorgang and today. A pattern with faults counts as the default.
    """
    if isinstance(stueck, str):
        art = stueck
    else:
        nummer = nummer or stueck.nummer
        datum = datum or stueck.datum
        art = FASSUNGSARTEN[stueck.art]
    tag = datum or wahl.heute
    werte = {
        "nummer": nummer or vorgang.anzeigenummer,
        "betreff": _gekuerzt(vorgang.betreff),
        "stueck": art,
        "datum": tag.isoformat() if tag else "",
        "fraktion": wahl.fraktion,
        "arbeitsnummer": vorgang.arbeitsnummer,
    }
    return saeubere(_gefuellt(wahl.muster, werte)) + endung


def sammelname(stueck: str, anzahl: int, endung: str, wahl: Namenswahl) -> str:
    """The name of one file over several Vorgänge: „Register 12 Vorgänge 2026-11-25.pdf“."""
    tag = wahl.heute.isoformat() if wahl.heute else ""
    return saeubere(f"{stueck} {anzahl} Vorgänge {tag}") + endung


def _gefuellt(muster: str, werte: dict[str, str]) -> str:
    try:
        pruefe_muster(muster)
    except Abgelehnt:
        muster = MUSTER
    return _FELD.sub(lambda fund: werte[fund[1].strip().lower()], muster)


def _gekuerzt(betreff: str) -> str:
    sauber = saeubere(betreff) if betreff.strip() else ""
    return sauber[:_BETREFF].rsplit(" ", 1)[0] if len(sauber) > _BETREFF else sauber


def saeubere(name: str) -> str:
    """A name without signs that file systems refuse; never empty."""
    text = unicodedata.normalize("NFC", _VERBOTEN.sub("-", _RICHTUNG.sub("", name)))
    text = " ".join(text.split())[:_LAENGE]
    text = text.encode("utf-8", "ignore")[:_BYTES].decode("utf-8", "ignore").strip(" .-")
    if _GERAET.match(text):
        text = f"_{text}"
    return text or "Dokument"


class Namensvergabe:
    """Gives each file of one run a path of its own; what is there already keeps its name.

    `belegt` tells whether a path exists. Names differ by more than case: Windows and macOS
    take „A“ and „a“ for one.
    """

    def __init__(self, belegt: Callable[[Path], bool], *, ersetzen: bool = False) -> None:
        self._belegt = belegt
        self._ersetzen = ersetzen
        self._vergeben: set[str] = set()
        self._naechste: dict[str, int] = {}

    def frei(self, pfad: Path) -> Path:
        """The path, with „ (2)“ before its ending where it is taken."""
        schluessel = _schluessel(pfad)
        nummer = self._naechste.get(schluessel, 1)
        while True:
            neu = pfad if nummer == 1 else pfad.with_name(f"{pfad.stem} ({nummer}){pfad.suffix}")
            nummer += 1
            if _schluessel(neu) in self._vergeben:
                continue
            if self._ersetzen or not self._belegt(neu):
                self._naechste[schluessel] = nummer
                self._vergeben.add(_schluessel(neu))
                return neu


def _schluessel(pfad: Path) -> str:
    return unicodedata.normalize("NFC", str(pfad)).casefold()
