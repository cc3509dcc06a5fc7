"""A paper and the files behind it as one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.child_verbund import verbinde_im_kindprozess
from antragsbuero.formats.pdf_verbund import gehoert_dahinter
from antragsbuero.formats.pdf_writer import pdf_bytes
from antragsbuero.formats.safe_write import write_by, write_file


def schreibe_mit_beilagen(dokument: Dokument, beilagen: Sequence[Beilage], ziel: Path) -> list[str]:
    """Writes the paper with all PDF files and pictures behind it; German hints come back.

    Each file begins on a page of its own and has an entry in the outline. While no foreign PDF
    is in it, the whole stays PDF/A and PDF/UA. Other kinds of files stay beside, with a hint.
    Foreign files are read in a limited child process.

    Raises:
        Dateifehler: a file is damaged, wants a password or too much, or the target cannot be
            written; an old file stays whole.
    """
    log = CharacterLog()
    papier = pdf_bytes(dokument, log)
    beilagen = [replace(beilage, titel=log.clean(beilage.titel)) for beilage in beilagen]
    dahinter = [beilage for beilage in beilagen if gehoert_dahinter(beilage.name)]
    hinweise = log.hints() + [
        f"{beilage.titel} ist weder PDF noch Bild und steht nicht in der PDF-Datei. "
        "Fügen Sie die Datei der E-Mail einzeln bei."
        for beilage in beilagen
        if not gehoert_dahinter(beilage.name)
    ]
    if not dahinter:
        write_file(ziel, papier)
        return hinweise
    write_by(
        ziel,
        lambda datei: hinweise.extend(verbinde_im_kindprozess(papier, dahinter, datei)),
    )
    return hinweise
