"""Draws the pages of a PDF file as pictures."""

from __future__ import annotations

import threading
from contextlib import closing

from pypdfium2 import PdfDocument, PdfiumError

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.seiten import Seitenbild, Seitenmass

_SCHLOSS = threading.Lock()
"""PDFium knows no threads: one call at a time in the whole process."""
_UNLESBAR = (
    "Die Seiten dieses PDFs lassen sich nicht darstellen, die Datei ist beschädigt oder mit einem "
    "Kennwort geschützt. Es wurde nichts verändert."
)


class PdfSeiten:
    """An opened PDF; may be used from any thread."""

    def __init__(self, inhalt: bytes) -> None:
        """Opens it. Raises Dateifehler."""
        with _SCHLOSS:
            try:
                self._pdf: PdfDocument | None = PdfDocument(inhalt)
                self.masse = tuple(
                    Seitenmass(*self._pdf.get_page_size(n)) for n in range(len(self._pdf))
                )
            except PdfiumError as fehler:
                raise Dateifehler(_UNLESBAR) from fehler

    def zeichne(self, nummer: int, massstab: float, *, grau: bool = False) -> Seitenbild:
        """The page with that number from 0; `massstab` is pixels a point. Raises Dateifehler."""
        with _SCHLOSS:
            if self._pdf is None:
                raise Dateifehler("Die Vorschau ist schon geschlossen.")
            try:
                with closing(self._pdf[nummer]) as seite:
                    bild = seite.render(scale=massstab, grayscale=grau, prefer_bgrx=True)
            except PdfiumError as fehler:
                raise Dateifehler(_UNLESBAR) from fehler
            with closing(bild):
                return Seitenbild(bild.width, bild.height, bild.stride, grau, bytes(bild.buffer))

    def schliesse(self) -> None:
        """Lets go of the file; what is being drawn ends first."""
        with _SCHLOSS:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None


def oeffne_seiten(inhalt: bytes) -> PdfSeiten:
    """Opens the bytes of a PDF. Raises Dateifehler."""
    return PdfSeiten(inhalt)
