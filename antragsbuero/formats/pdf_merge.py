"""A paper and the files behind it as one PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path, PurePath

import pikepdf
from pikepdf import Name, OutlineItem, Pdf

from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.pdf_bildseite import fuege_bildseite_an
from antragsbuero.formats.pdf_conformance import saved
from antragsbuero.formats.pdf_fremd import beschaedigt, entschaerfe, oeffne_fremdes
from antragsbuero.formats.pdf_writer import pdf_bytes
from antragsbuero.formats.safe_write import write_by, write_file

_BILDER = (".png", ".jpg", ".jpeg")
_KENNZEICHEN = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdfaExtension:schemas")
_NICHT_ARCHIVFEST = (
    "Die PDF-Anlagen sind unverändert übernommen. Deshalb nennt sich die Datei nicht archivfest "
    "(PDF/A) und barrierefrei (PDF/UA); ohne Anlagen ist sie beides."
)


def schreibe_mit_beilagen(dokument: Dokument, beilagen: Sequence[Beilage], ziel: Path) -> list[str]:
    """Writes the paper with all PDF files and pictures behind it; German hints come back.

    Each file begins on a page of its own and has an entry in the outline. While no foreign PDF
    is in it, the whole stays PDF/A and PDF/UA. Other kinds of files stay beside, with a hint.

    Raises:
        Dateifehler: a file is damaged or wants a password, or the target cannot be written; an
            old file stays whole.
    """
    log = CharacterLog()
    with pikepdf.open(io.BytesIO(pdf_bytes(dokument, log))) as pdf:
        hinweise, fremd, anfaenge = log.hints(), False, []
        for beilage in beilagen:
            endung, anfang = PurePath(beilage.name).suffix.lower(), len(pdf.pages)
            if endung == ".pdf":
                hinweise += _haenge_an(pdf, beilage)
                fremd = True
            elif endung in _BILDER:
                fuege_bildseite_an(pdf, beilage.lies(), beilage.titel)
            else:
                hinweise.append(
                    f"{beilage.titel} ist weder PDF noch Bild und steht nicht in der PDF-Datei. "
                    "Fügen Sie die Datei der E-Mail einzeln bei."
                )
                continue
            anfaenge.append((beilage.titel, anfang))
        _gliedere(pdf, anfaenge)
        if not fremd:
            write_file(ziel, saved(pdf))
            return hinweise
        _nimm_kennzeichen_ab(pdf)
        try:
            write_by(ziel, lambda datei: pdf.save(datei, min_version="1.7"))
        except pikepdf.PdfError as fehler:
            raise beschaedigt("Eine der Anlagen") from fehler
    return [*hinweise, _NICHT_ARCHIVFEST]


def _haenge_an(pdf: Pdf, beilage: Beilage) -> list[str]:
    """Appends all pages; a hint where the file had to be mended while it was read.

    The library copies the bytes of the pages, so one foreign file is open at a time.
    """
    fremdes, geflickt = oeffne_fremdes(beilage.lies(), beilage.titel)
    try:
        with fremdes:
            entschaerfe(fremdes)
            pdf.pages.extend(fremdes.pages)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, ValueError, TypeError) as f:
        raise beschaedigt(beilage.titel) from f
    if not geflickt:
        return []
    return [
        f"{beilage.titel} hat Fehler im Aufbau. Bitte sehen Sie ihre Seiten in der Datei durch."
    ]


def _gliedere(pdf: Pdf, anfaenge: Sequence[tuple[str, int]]) -> None:
    if not anfaenge:
        return
    with pdf.open_outline() as gliederung:
        gliederung.root.extend(OutlineItem(titel, seite, "Fit") for titel, seite in anfaenge)
    pdf.Root.PageMode = Name.UseOutlines


def _nimm_kennzeichen_ab(pdf: Pdf) -> None:
    """The file must not claim what nobody checked of the foreign pages."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as angaben:
        for schluessel in _KENNZEICHEN:
            if schluessel in angaben:
                del angaben[schluessel]
    if Name.OutputIntents in pdf.Root:
        del pdf.Root.OutputIntents
    # The tags of the paper are right, but not everything is tagged (ISO 32000-1, 14.7.1).
    pdf.Root.MarkInfo.Suspects = True
