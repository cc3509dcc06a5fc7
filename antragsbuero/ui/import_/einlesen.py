"""Reads what was pasted, dropped or chosen into sources to be looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from antragsbuero.services.importe import Importe, Importvorschlag
from antragsbuero.ui.import_.rows import zaehle
from antragsbuero.ui.import_.sitzung import Quelle, baue_quelle
from antragsbuero.ui.shared.tasks import Abgebrochen, Lauf

NUR_ADRESSE = (
    "Das ist nur die Adresse einer Seite. Öffnen Sie sie im Browser, markieren Sie alles "
    "(Strg+A), kopieren Sie es (Strg+C) und fügen Sie es hier ein."
)
_ADRESSE = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)
_GENANNT = 3
"""Files that a message names; more are counted."""


@dataclass(frozen=True, slots=True)
class Gelesen:
    """The sources, and the words about files that gave none ("" if there are none)."""

    quellen: list[Quelle]
    meldung: str = ""


def ist_adresse(text: str) -> bool:
    """Whether somebody copied the address instead of the page."""
    return _ADRESSE.fullmatch(text) is not None


def lies_zwischenablage(importe: Importe, text: str, html: str, lauf: Lauf) -> Gelesen:
    """The source of what was pasted."""
    vorschlag = importe.lies_zwischenablage(text, html)
    lauf.pruefe()
    return Gelesen([baue_quelle(vorschlag)])


def ansage(pfade: Sequence[str]) -> str:
    """The words while files are read."""
    was = f"„{Path(pfade[0]).name}“" if len(pfade) == 1 else f"{len(pfade)} Dateien"
    return f"{was} {'wird' if len(pfade) == 1 else 'werden'} gelesen …"


def lies_dateien(
    importe: Importe, pfade: Sequence[str], fehlertext: Callable[[Exception], str], lauf: Lauf
) -> Gelesen:
    """Each file a source of its own; one that cannot be read does not hold up the others.

    A folder stands for the files in it. Raises what reading raised when not one file could be read.
    """
    pfade = [datei for pfad in pfade for datei in _dateien(Path(pfad))]
    quellen: list[Quelle] = []
    ohne: list[tuple[str, str]] = []
    letzter: Exception | None = None
    for n, pfad in enumerate(pfade):
        lauf.pruefe()
        lauf.fortschritt(n / len(pfade))
        try:
            vorschlag = importe.lies_datei(Path(pfad))
        except Abgebrochen:
            raise
        except Exception as fehler:
            letzter = fehler
            ohne.append((Path(pfad).name, fehlertext(fehler)))
            continue
        lauf.pruefe()
        if vorschlag.vorgaenge or len(pfade) == 1:
            quellen.append(baue_quelle(vorschlag))
        else:
            ohne.append((vorschlag.name, f"In „{vorschlag.name}“ ist kein Vorgang zu erkennen."))
    if letzter is not None and len(pfade) == 1:
        raise letzter
    return Gelesen(quellen, _meldung(ohne, len(pfade)))


def _dateien(pfad: Path) -> list[str]:
    """The files of a folder; an empty one stands for itself, so that reading tells of it."""
    if pfad.is_dir():
        with suppress(OSError):
            darin = sorted(p for p in pfad.iterdir() if p.is_file() and p.name[:1] != ".")
            return [str(p) for p in darin] or [str(pfad)]
    return [str(pfad)]


def _meldung(ohne: list[tuple[str, str]], von: int) -> str:
    if not ohne:
        return ""
    if len(ohne) == 1:
        return ohne[0][1]
    namen = ", ".join(f"„{name}“" for name, _ in ohne[:_GENANNT])
    mehr = f" und {len(ohne) - _GENANNT} weitere" if len(ohne) > _GENANNT else ""
    return (
        f"{len(ohne)} von {von} Dateien sind nicht dabei: {namen}{mehr}. Zur ersten: {ohne[0][1]}"
    )


def titel(vorschlag: Importvorschlag) -> str:
    """What was recognised in a source, in one line."""
    papiere = sum(len(v.fassungen) + len(v.berichte) for v in vorschlag.vorgaenge)
    if not papiere:
        return f"{vorschlag.name}: kein Vorgang erkannt"
    worte = zaehle(papiere, "Papier", "Papiere")
    if len(vorschlag.vorgaenge) > 1:
        worte = f"{len(vorschlag.vorgaenge)} Vorgänge mit {worte}n" if papiere != 1 else worte
    offen = sum(not a.grund for a in vorschlag.ausgelassen)
    rest = zaehle(offen, "Stelle nicht übernommen", "Stellen nicht übernommen")
    return f"{worte} erkannt, {rest if offen else 'nichts weggelassen'}"
