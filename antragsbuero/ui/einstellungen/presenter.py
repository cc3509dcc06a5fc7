"""Settings of the office: load, change, store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.services.einstellungen import Bueroeinstellungen, ratsprofile
from antragsbuero.services.events import EinstellungenGeaendert, Ereignis
from antragsbuero.services.registry import Services
from antragsbuero.ui.einstellungen.briefkopf_presenter import BriefkopfPresenter
from antragsbuero.ui.einstellungen.briefkopf_presenter import View as BriefkopfView
from antragsbuero.ui.einstellungen.rows import EinstellungenBild, profil_row
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_bild(self, bild: EinstellungenBild) -> None:
        """Shows the settings."""
        ...

    def zeige_hinweis(self, text: str, art: str) -> None:
        """Shows a message, "" takes it away; `art` is "info", "gelb" or "rot"."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """What the frame does for this screen; `ort` is where the data lie, for people."""

    ort: str
    nur_lesen: bool
    oeffne_datenordner: Callable[[], None]
    sichere: Callable[[], None]
    waehle_theme: Callable[[str], None]
    speichern_beginnt: Callable[[], None]
    gespeichert: Callable[[Exception | None], None]
    oeffne_datei: Callable[[Path], None]


class EinstellungenPresenter:
    """Stores each change at once, one after the other."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        ziele: Ziele,
        fehlertext: Callable[[Exception], str],
    ) -> None:
        self._view = view
        self._services = services
        self._runner = runner
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._gespeichert: Bueroeinstellungen | None = None
        self._wartet: Bueroeinstellungen | None = None
        self._offen: Bueroeinstellungen | None = None
        """What could not be stored: it stays on screen and is tried again."""
        self._speichert = False
        self._briefkopf: BriefkopfPresenter | None = None

    def fuer_briefkopf(self, view: BriefkopfView) -> BriefkopfPresenter:
        """The presenter of the part Briefkopf."""
        self._briefkopf = BriefkopfPresenter(
            view, self._services, self._runner, self.ziele.oeffne_datei, self._fehlertext
        )
        return self._briefkopf

    def lade(self) -> None:
        """Loads the settings and the profiles; tries first what could not be stored."""
        if self._briefkopf is not None:
            self._briefkopf.lade()
        if self._offen is not None:
            self.speichere(self._offen)
            return

        def arbeit(_: Lauf) -> EinstellungenBild:
            profile = tuple(profil_row(p) for p in ratsprofile())
            return EinstellungenBild(self._services.einstellungen.get(), profile)

        self._runner.run(arbeit, on_done=self._geladen, on_error=self._melde)

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Loads again when somebody else changed the settings."""
        if isinstance(ereignis, EinstellungenGeaendert) and not self._speichert:
            self.lade()

    def _geladen(self, bild: EinstellungenBild) -> None:
        self._gespeichert = bild.buero
        self._view.zeige_bild(bild)

    def speichere(self, buero: Bueroeinstellungen) -> None:
        """Stores; while one storing runs only the newest waits."""
        if self._speichert:
            self._wartet = buero
            return
        if self._gespeichert is None or buero == self._gespeichert:
            return
        self._speichert = True
        self.ziele.speichern_beginnt()
        self._runner.run(
            lambda _: self._services.einstellungen.set(buero),
            on_done=lambda _: self._fertig(buero),
            on_error=lambda fehler: self._nicht_gespeichert(fehler, buero),
        )

    def sichere_jetzt(self, buero: Bueroeinstellungen) -> bool:
        """Stores and waits: the window closes. False if that failed."""
        if self._gespeichert is None or (buero == self._gespeichert and not self._speichert):
            return True
        self._wartet = None
        try:
            self._services.einstellungen.set(buero)
        except Exception as fehler:
            self._offen = buero
            self._melde(fehler)
            return False
        self._gespeichert, self._offen = buero, None
        return True

    def _fertig(self, buero: Bueroeinstellungen) -> None:
        self._gespeichert = buero
        self._speichert = False
        if self._offen is not None:
            self._offen = None
            self._view.zeige_hinweis("", "info")
        self.ziele.gespeichert(None)
        self._naechste()

    def _nicht_gespeichert(self, fehler: Exception, buero: Bueroeinstellungen) -> None:
        self._speichert = False
        self._offen = self._wartet or buero
        self.ziele.gespeichert(fehler)
        self._melde(fehler)
        self._naechste()

    def _naechste(self) -> None:
        if self._wartet is not None:
            wartet, self._wartet = self._wartet, None
            self.speichere(wartet)

    def _melde(self, fehler: Exception) -> None:
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot")

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("View", NullView())
        if self._briefkopf is not None:
            self._briefkopf.schliesse()
