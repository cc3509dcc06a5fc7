"""The pages of a paper before it is written: shown, printed or stored as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.services.errors import Buerofehler
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl, Papier
from antragsbuero.services.ports import Seiten


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Vorschau:
    """An opened PDF that is no file yet; whoever opened it closes `seiten`."""

    inhalt: bytes
    seiten: Seiten
    hinweise: tuple[str, ...] = ()


class Vorschauen:
    """Use cases of the preview."""

    def __init__(
        self,
        exporte: Exporte,
        oeffne_seiten: Callable[[bytes], Seiten],
        schreibe: Callable[[Path, bytes], None],
    ) -> None:
        self._exporte = exporte
        self._oeffne_seiten = oeffne_seiten
        self._schreibe = schreibe

    def oeffne(self, papier: Papier, wahl: Exportwahl = OHNE_WAHL) -> Vorschau:
        """Makes the PDF that the export would write, and opens it.

        Raises:
            Buerofehler: there is no PDF of this paper, or it cannot be shown.
        """
        datei = self._exporte.pdf(papier, wahl)
        try:
            seiten = self._oeffne_seiten(datei.inhalt)
        except Dateifehler as fehler:
            raise Buerofehler(str(fehler)) from fehler
        return Vorschau(datei.inhalt, seiten, datei.hinweise)

    def speichere(self, vorschau: Vorschau, ziel: Path) -> Path:
        """Writes the pages that were shown. Raises Buerofehler; an old file stays whole."""
        try:
            self._schreibe(ziel, vorschau.inhalt)
        except Dateifehler as fehler:
            raise Buerofehler(str(fehler)) from fehler
        return ziel
