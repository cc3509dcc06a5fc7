"""Files on their way to become Anlagen: looked at, read, named."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PureWindowsPath

from antragsbuero.dokument.systemfehler import grund
from antragsbuero.domain.anlage import HOECHSTGROESSE, STUECK, Anlage
from antragsbuero.services.dateinamen import saeubere
from antragsbuero.services.errors import Abgelehnt

_ENDUNG = re.compile(r"(.*)\.([0-9A-Za-z]{1,11})", re.DOTALL)
"""A name and its ending; a full stop in a sentence begins none."""
_GETRENNT = ("\\", "/")


def lies_stuecke(pfad: Path, melde: Callable[[int], None]) -> tuple[Anlage, list[bytes]]:
    """The Anlage that a file becomes, and its bytes in pieces.

    Args:
        pfad: a plain file.
        melde: told the bytes read so far; may raise to stop.

    Raises:
        Abgelehnt: no plain file, empty, too large, gone, not readable.
    """
    summe, stuecke, groesse = sha256(), [], 0
    try:
        # A pipe would let open() wait for ever.
        if not stat.S_ISREG(os.stat(pfad).st_mode):
            raise Abgelehnt(
                f"„{_anzeige(pfad)}“ ist ein Ordner oder keine gewöhnliche Datei. Fügen Sie die "
                "Dateien darin einzeln hinzu."
            )
        with open(pfad, "rb") as datei:
            while stueck := datei.read(STUECK):
                groesse += len(stueck)
                if groesse > HOECHSTGROESSE:
                    raise _zu_gross(pfad)
                summe.update(stueck)
                stuecke.append(stueck)
                melde(groesse)
    except OSError as fehler:
        raise Abgelehnt(_grund(pfad, fehler)) from fehler
    if not groesse:
        raise Abgelehnt(
            f"„{_anzeige(pfad)}“ ist leer (0 Byte). Prüfen Sie, ob die Datei vollständig "
            "gespeichert oder heruntergeladen ist."
        )
    return Anlage(anlagenname(pfad.name), summe.hexdigest(), groesse), stuecke


def anlagenname(name: str) -> str:
    """A name of a file that any system takes and that shows what it is; never empty.

    Folders, signs that turn the direction of writing, and other invisible ones go; the ending
    stays, however long the rest is.
    """
    for trenner in _GETRENNT:
        name = name.rstrip(trenner).rpartition(trenner)[2]
    sichtbar = "".join(z for z in name if unicodedata.category(z) not in ("Cf", "Cs", "Co", "Cn"))
    sichtbar = sichtbar.rstrip(" .")
    if geteilt := _ENDUNG.fullmatch(sichtbar):
        return f"{saeubere(geteilt[1])}.{geteilt[2]}"
    return saeubere(sichtbar)


def freier_name(name: str, vergeben: set[str]) -> str:
    """The name, with a number where another file has it already: „Plan (2).pdf“."""
    pfad, nr, neu = PureWindowsPath(name), 1, name
    while neu.casefold() in vergeben:
        nr += 1
        neu = f"{pfad.stem} ({nr}){pfad.suffix}"
    return neu


def groesse_als_text(groesse: int) -> str:
    """„245 KB“, „1,4 MB“; never less than 1 KB."""
    if groesse < 1_000_000:
        return f"{max(1, round(groesse / 1000))} KB"
    return f"{groesse / 1_000_000:.1f} MB".replace(".", ",")


def _zu_gross(pfad: Path) -> Abgelehnt:
    return Abgelehnt(
        f"„{_anzeige(pfad)}“ ist größer als {HOECHSTGROESSE // STUECK} MB und wurde nicht "
        "aufgenommen. Verkleinern Sie die Datei, zum Beispiel beim Speichern als PDF mit "
        "geringerer Bildauflösung, oder teilen Sie sie auf."
    )


def _grund(pfad: Path, fehler: OSError) -> str:
    name = _anzeige(pfad)
    if isinstance(fehler, FileNotFoundError):
        return f"„{name}“ gibt es dort nicht mehr. Vielleicht wurde die Datei verschoben."
    if isinstance(fehler, PermissionError):
        return (
            f"„{name}“ darf nicht gelesen werden. Schließen Sie die Datei in anderen Programmen "
            "oder lassen Sie sich Leserechte geben."
        )
    return (
        f"„{name}“ lässt sich nicht lesen ({grund(fehler)}). Kopieren "
        "Sie die Datei auf diesen Rechner und versuchen Sie es noch einmal."
    )


def _anzeige(pfad: Path) -> str:
    return anlagenname(pfad.name)
