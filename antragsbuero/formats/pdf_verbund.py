"""Puts files behind a finished paper; runs in the child process, where foreign files are read."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import BinaryIO

import pikepdf
from pikepdf import Name, OutlineItem, Pdf

from antragsbuero.dokument.beilage import Beilage
from antragsbuero.formats.pdf_bildseite import fuege_bildseite_an
from antragsbuero.formats.pdf_conformance import saved
from antragsbuero.formats.pdf_fremd import (
    MEISTE_SEITEN,
    beschaedigt,
    entschaerfe,
    oeffne_fremdes,
    pruefe_umfang,
    zu_viele_seiten,
)

_BILDER = (".png", ".jpg", ".jpeg")
_KENNZEICHEN = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdfaExtension:schemas")
_NICHT_ARCHIVFEST = (
    "Die PDF-Anlagen sind unverändert übernommen. Deshalb nennt sich die Datei nicht archivfest "
    "(PDF/A) und barrierefrei (PDF/UA); ohne Anlagen ist sie beides."
)


def gehoert_dahinter(name: str) -> bool:
    """Whether a file of that name can be pages of a PDF."""
    return PurePath(name).suffix.lower() in (".pdf", *_BILDER)


def verbinde(
    papier: bytes,
    beilagen: Sequence[Beilage],
    ausgang: BinaryIO,
    fertig: Callable[[], None] = lambda: None,
) -> list[str]:
    """Writes `papier` with all PDF files and pictures behind it; German hints come back.

    Each file begins on a page of its own and has an entry in the outline. While no foreign PDF
    is in it, the whole stays PDF/A and PDF/UA. `fertig` is called when all files are read.

    Raises:
        Dateifehler: a file is damaged or wants a password; nothing was written then, unless it
            showed while writing.
    """
    with pikepdf.open(io.BytesIO(papier)) as pdf:
        hinweise: list[str] = []
        fremd, anfaenge = False, []
        for beilage in beilagen:
            anfaenge.append((beilage.titel, len(pdf.pages)))
            if PurePath(beilage.name).suffix.lower() in _BILDER:
                fuege_bildseite_an(pdf, beilage.lies(), beilage.titel)
            else:
                hinweise += _haenge_an(pdf, beilage)
                fremd = True
        fertig()
        _gliedere(pdf, anfaenge)
        if not fremd:
            ausgang.write(saved(pdf))
            return hinweise
        _nimm_kennzeichen_ab(pdf)
        try:
            pdf.save(ausgang, min_version="1.7")
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
            if len(pdf.pages) + len(fremdes.pages) > MEISTE_SEITEN:
                raise zu_viele_seiten(beilage.titel)
            pruefe_umfang(fremdes, beilage.titel)
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
