"""The settings of this PC in a TOML file; settings of the office lie in the database."""

from __future__ import annotations

import os
import tempfile
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import tomli_w

from antragsbuero.dokument.systemfehler import grund
from antragsbuero.services.errors import Ablagefehler


@dataclass(frozen=True, slots=True)
class Einstellungen:
    """What a person chose for this PC; empty texts stand for the default.

    `datenbank` is a path or a URL without password, `sicherungsordner` a path.
    """

    datenbank: str = ""
    sicherungsordner: str = ""


def lies_einstellungen(pfad: Path) -> Einstellungen:
    """The stored settings; defaults where the file or a value is missing or of another kind.

    Raises:
        Ablagefehler: the file is there but is no TOML; it is left as it is.
    """
    inhalt = _lies(pfad)
    werte = {
        feld.name: inhalt[feld.name]
        for feld in fields(Einstellungen)
        if isinstance(inhalt.get(feld.name), str)
    }
    return Einstellungen(**werte)


def schreibe_einstellungen(pfad: Path, einstellungen: Einstellungen) -> None:
    """Stores the settings; entries of a newer program in the file stay.

    Raises:
        Ablagefehler: the file cannot be read or written; the old one stays whole.
    """
    inhalt = _lies(pfad)
    for feld in fields(einstellungen):
        inhalt[feld.name] = getattr(einstellungen, feld.name)
    try:
        with tempfile.NamedTemporaryFile(
            dir=pfad.parent, prefix=f".{pfad.name}-", delete=False
        ) as datei:
            vorlaeufig = Path(datei.name)
            try:
                datei.write(tomli_w.dumps(inhalt).encode())
                datei.flush()
                os.fsync(datei.fileno())
                datei.close()
                os.replace(vorlaeufig, pfad)
            except BaseException:
                datei.close()
                vorlaeufig.unlink(missing_ok=True)
                raise
    except OSError as fehler:
        raise Ablagefehler(
            f"Die Einstellungen lassen sich nicht in „{pfad}“ speichern "
            f"({grund(fehler)}). Die bisherigen gelten weiter."
        ) from fehler


def _lies(pfad: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(pfad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fehler:
        raise Ablagefehler(
            f"Die Datei mit den Einstellungen „{pfad}“ ist nicht lesbar. Sie bleibt, wie sie "
            "ist. Bitte berichtigen Sie sie oder legen Sie sie beiseite; dann gelten die "
            "Voreinstellungen."
        ) from fehler
