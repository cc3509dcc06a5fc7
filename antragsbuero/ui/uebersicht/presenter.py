"""The first screen: what is due and what one worked on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from antragsbuero.services.events import EinstellungenGeaendert, Ereignis
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.lader import Lader
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner
from antragsbuero.ui.uebersicht.rows import UebersichtBild, uebersicht_bild


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_bild(self, bild: UebersichtBild) -> None:
        """Shows everything."""
        ...

    def zeige_fehler(self, text: str) -> None:
        """Shows a message at its place."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads."""

    oeffne: Callable[[str], None]
    nachfrage: Callable[[str], None]
    alle_fristen: Callable[[], None]
    neuer_antrag: Callable[[], None]
    importiere: Callable[[], None]
    lade_beispiel: Callable[[], None]
    einstellungen: Callable[[], None]


class UebersichtPresenter:
    """Loads once on each visit and after each change, one loading at a time."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        ziele: Ziele,
        fehlertext: Callable[[Exception], str],
        heute: Callable[[], date],
    ) -> None:
        self._view = view
        self._services = services
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._heute = heute
        self._lader = Lader(runner, self._arbeit, self._geladen, self._gescheitert)

    def lade(self) -> None:
        """Loads; a call while it loads makes it load once more."""
        self._lader.lade()

    def _arbeit(self) -> Callable[[Lauf], UebersichtBild]:
        heute = self._heute()

        def arbeit(_: Lauf) -> UebersichtBild:
            zeilen = self._services.vorgaenge.rows()
            fristen = self._services.fristen
            return uebersicht_bild(zeilen, fristen.liste(heute), fristen.termine(), heute)

        return arbeit

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Loads again after each change of a Vorgang."""
        if not isinstance(ereignis, EinstellungenGeaendert):
            self.lade()

    def _geladen(self, bild: UebersichtBild) -> None:
        self._view.zeige_bild(bild)

    def _gescheitert(self, fehler: Exception) -> None:
        self._view.zeige_fehler(self._fehlertext(fehler))

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("View", NullView())
