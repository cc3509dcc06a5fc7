"""Writes two wordings as one Word file with tracked changes."""

from __future__ import annotations

from pathlib import Path

from antragsbuero.dokument.korrektur import Korrekturdokument
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import package_bytes
from antragsbuero.formats.redline_body import RedlineBody
from antragsbuero.formats.safe_write import write_file


def schreibe_korrekturen(dokument: Korrekturdokument, ziel: Path) -> list[str]:
    """Writes the Word file safely and returns German hints.

    Accepting all changes gives the newer text, rejecting all gives the older one.

    Raises:
        Dateifehler: the target cannot be written; an old file stays whole.
    """
    log = CharacterLog()
    write_file(ziel, redline_bytes(dokument, log))
    return log.hints()


def redline_bytes(dokument: Korrekturdokument, log: CharacterLog) -> bytes:
    """The file as bytes."""
    author = log.clean(dokument.urheber)
    return package_bytes(
        dokument.rahmen,
        log,
        lambda body: RedlineBody(body, author, dokument.zeitpunkt).elements(dokument.bloecke),
    )
