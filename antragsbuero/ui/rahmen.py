"""The window as the FramePresenter sees it."""

from __future__ import annotations

from collections.abc import Sequence

from antragsbuero.services.registry import Buero
from antragsbuero.ui.frame_presenter import Zaehler
from antragsbuero.ui.main_window import MainWindow
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.sprungziele import Sprungziel


class Rahmen:
    """The window as the FramePresenter sees it."""

    def __init__(self, fenster: MainWindow, buero: Buero) -> None:
        self._fenster = fenster
        self._buero = buero

    def zeige_zaehler(self, zaehler: Zaehler) -> None:
        """Shows the figures in navigation and status bar."""
        nav = self._fenster.nav
        nav.setze_zahl(Bildschirm.VORGAENGE, str(zaehler.vorgaenge or ""))
        nav.setze_zahl(Bildschirm.UMSETZUNG, str(zaehler.in_umsetzung or ""))
        spaet = f"{zaehler.ueberfaellig} überfällig" if zaehler.ueberfaellig else ""
        nav.setze_zahl(Bildschirm.FRISTEN, spaet, dringend=True)
        anzahl = zaehler.vorgaenge
        wort = "1 Vorgang" if anzahl == 1 else f"{anzahl} Vorgänge"
        self._fenster.status.datenbank.setze(f"{self._buero.ort} · {wort}", "database")

    def geh_zu(self, ort: Ort) -> None:
        """Goes to a place."""
        self._fenster.geh_zu(ort)

    def vergiss(self, vorgang: str) -> None:
        """Drops a Vorgang that is gone."""
        self._fenster.vergiss(vorgang)

    def melde(self, text: str) -> None:
        """Shows a passing word."""
        self._fenster.status.melde(text)

    def zeige_hinweis(self, text: str, art: str) -> None:
        """Shows a message that stays."""
        self._fenster.hinweis.zeige(text, art)

    def zeige_sprungziele(self, ziele: Sequence[Sprungziel]) -> None:
        """Offers Vorgänge in the jump dialog."""
        self._fenster.setze_sprungziele(ziele)
