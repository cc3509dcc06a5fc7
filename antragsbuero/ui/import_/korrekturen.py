"""The corrections that the pane below the list offers, each one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.services import importkorrektur as korrektur
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.importkorrektur import Fassungskopf
from antragsbuero.services.importteile import Textort
from antragsbuero.ui.import_.details import finde_passage, ort_aus


class Korrekturen:
    """Hands each correction to the presenter, which applies, shows and remembers it."""

    def __init__(
        self,
        versuche: Callable[[Callable[[Importvorschlag], Importvorschlag]], None],
        gewaehlt: Callable[[], str],
    ) -> None:
        self._versuche = versuche
        self._gewaehlt = gewaehlt

    def setze_betreff(self, vorgang: str, betreff: str) -> None:
        """See importkorrektur.setze_betreff."""
        if betreff.strip():
            self._versuche(lambda v: korrektur.setze_betreff(v, vorgang, betreff))

    def setze_kopf(self, fassung: str, kopf: Fassungskopf) -> None:
        """See importkorrektur.setze_kopf."""
        self._versuche(lambda v: korrektur.setze_kopf(v, fassung, kopf))

    def setze_bericht(self, bericht: str, art: Berichtsart, datum: date | None) -> None:
        """See importkorrektur.setze_bericht."""
        self._versuche(lambda v: korrektur.setze_bericht(v, bericht, art, datum))

    def setze_nummer(self, ort: Textort, nummer: str) -> None:
        """See importkorrektur.setze_nummer."""
        self._versuche(lambda v: korrektur.setze_nummer(v, ort.kennung, nummer))

    def setze_frist(self, ort: Textort, stelle: int, datum: date | None) -> None:
        """See importkorrektur.setze_frist."""
        self._versuche(lambda v: korrektur.setze_frist(v, ort.kennung, stelle, datum))

    def neue_frist(self, ort: Textort, von: int, bis: int, datum: date) -> None:
        """See importkorrektur.neue_frist."""
        self._versuche(lambda v: korrektur.neue_frist(v, ort.kennung, von, bis, datum))

    def teile_punkt(self, ort: Textort, absatz: int, stelle: int) -> None:
        """See importkorrektur.teile_punkt."""
        self._versuche(lambda v: korrektur.teile_punkt(v, ort.kennung, absatz, stelle))

    def verbinde_punkt(self, ort: Textort) -> None:
        """See importkorrektur.verbinde_punkt."""
        self._versuche(lambda v: korrektur.verbinde_punkt(v, ort.kennung))

    def teile_absatz(self, ort: Textort, absatz: int, stelle: int) -> None:
        """See importkorrektur.teile_absatz."""
        self._versuche(lambda v: korrektur.teile_absatz(v, ort, absatz, stelle))

    def verbinde_absatz(self, ort: Textort, absatz: int) -> None:
        """See importkorrektur.verbinde_absatz."""
        self._versuche(lambda v: korrektur.verbinde_absatz(v, ort, absatz))

    def nimm_auf(self, ziel: str) -> None:
        """Takes the selected passage into the part of that key („N:…“ makes a new point)."""
        gewaehlt = self._gewaehlt()

        def aenderung(vorschlag: Importvorschlag) -> Importvorschlag:
            passage = finde_passage(vorschlag, gewaehlt)
            if passage is None:
                return vorschlag
            if ziel.startswith("N:"):
                return korrektur.neuer_punkt(vorschlag, passage, ziel[2:])
            return korrektur.nimm_auf(vorschlag, passage, ort_aus(ziel))

        self._versuche(aenderung)
