"""Opens the database in the background, wires the screens, closes everything at the end.

Imported after the window is shown; the services come later still.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antragsbuero.services.errors import Gesperrt, NurLesen
from antragsbuero.ui.main_window import MainWindow
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.errors import CrashReporter, fehlertext, frage
from antragsbuero.ui.shared.event_bridge import EventBridge
from antragsbuero.ui.shared.task_runner import QtTaskRunner
from antragsbuero.ui.shared.tasks import Lauf
from antragsbuero.ui.shared.window import Window

if TYPE_CHECKING:  # the services behind it are imported on the background thread
    from antragsbuero.services.registry import Buero
    from antragsbuero.ui.screens import Screens

BEREIT = "ANTRAGSBUERO_BEREIT"
"""Environment variable: "1" prints a line once the window shows data (for measurements)."""
_SCHLIESSEN = 30_000
"""Milliseconds that cancelled work may take to end."""


class Ablauf(QObject):
    """From the bare window to the open database and back."""

    def __init__(
        self,
        window: Window,
        ui: UiContext,
        oeffne: Callable[[], Buero],
        oeffne_lesend: Callable[[], Buero] | None,
    ) -> None:
        super().__init__()
        self._ui = ui
        self.fenster = MainWindow(window, self._ui)
        self._oeffne = oeffne
        self._oeffne_lesend = oeffne_lesend
        self._geoeffnet: list[Buero] = []
        self._screens: Screens | None = None
        self._alle_geladen = False
        self._bereit_gemeldet = os.environ.get(BEREIT) != "1"
        self.runner = QtTaskRunner(self)
        self.runner.ruht.connect(self._melde_bereit)
        self.crash = CrashReporter(self)
        self.crash.installiere()
        self.fenster.status.binde(self.runner)
        self.fenster.darf_schliessen = self._darf_schliessen

    def oeffne(self) -> None:
        """Opens for writing."""
        self._starte(self._oeffne)

    def _starte(self, oeffne: Callable[[], Buero]) -> None:
        self.fenster.hinweis.verbirg()
        self.fenster.status.datenbank.setze("Datenbank wird geöffnet …", "database")

        def arbeit(_: Lauf) -> Buero:
            buero = oeffne()
            self._geoeffnet.append(buero)  # also closed when the window goes meanwhile
            import antragsbuero.ui.screens  # noqa: F401 - not on the thread of the window

            return buero

        self.runner.run(arbeit, on_done=self._offen, on_error=self._nicht_offen)

    def _offen(self, buero: Buero) -> None:
        from antragsbuero.ui.screens import Screens

        bridge = EventBridge(buero.services.ereignisse, self)
        screens = Screens(self.fenster, self._ui, buero, self.runner, bridge)
        screens.verbinde()
        self._screens = screens
        if buero.nur_lesen:
            self.fenster.hinweis.zeige(
                "Die Datenbank ist nur zum Lesen geöffnet. Sie können alles ansehen, vergleichen "
                "und exportieren; Änderungen werden nicht gespeichert.",
                "gelb",
            )

    def _nicht_offen(self, fehler: Exception) -> None:
        self.fenster.status.datenbank.setze(
            "Keine Datenbank geöffnet", "error_circle", "rot", "rot"
        )
        lesend = self._oeffne_lesend
        if isinstance(fehler, Gesperrt | NurLesen) and lesend is not None:
            self.fenster.hinweis.zeige(
                fehlertext(fehler), "gelb",
                aktion="Zum Lesen öffnen", bei_aktion=lambda: self._starte(lesend),
            )  # fmt: skip
            return
        self.fenster.hinweis.zeige(
            fehlertext(fehler), "rot", aktion="Erneut versuchen", bei_aktion=self.oeffne
        )

    def _melde_bereit(self) -> None:
        if not self._bereit_gemeldet and self._screens is not None:
            self._bereit_gemeldet = True
            sys.stdout.write("Antragsbüro bereit\n")
            sys.stdout.flush()
        if not gc.isenabled():  # switched off for the start, whether or not it went well
            gc.freeze()  # what is loaded by now stays and need not be looked through again
            gc.enable()
        if self._screens is not None and not self._alle_geladen:
            self._lade_alle()

    def _lade_alle(self) -> None:
        """While nobody waits the other screens are imported, so that they open at once."""
        from antragsbuero.ui.screens import lade_alle
        from antragsbuero.ui.shared.fokuswache import Fokuswache
        from antragsbuero.ui.shared.maustasten import Maustasten

        self._alle_geladen = True
        griff = self.fenster.window.windowHandle()
        if griff is not None:
            Maustasten(griff, self.fenster, self)
        Fokuswache(self.fenster.window)
        self.runner.run(
            lambda _: lade_alle(), on_done=lambda _: None, on_error=self._melde_unerwartet
        )

    def _melde_unerwartet(self, fehler: Exception) -> None:
        self.fenster.hinweis.zeige(fehlertext(fehler))

    def _darf_schliessen(self) -> bool:
        laufend = self.runner.titel_laufend
        return not laufend or frage(
            self.fenster.window,
            "Antragsbüro schließen",
            f"Es läuft noch: {', '.join(laufend)}. Wenn Sie jetzt schließen, wird das "
            "abgebrochen; vorhandene Dateien bleiben ganz.",
            "Abbrechen und schließen",
            "Weiterarbeiten",
        )

    def schliesse(self) -> None:
        """After the event loop: ends work and closes the database."""
        if self._screens is not None:
            self._screens.schliesse()
        self.runner.schliesse(millisekunden=_SCHLIESSEN)
        for buero in self._geoeffnet:
            buero.schliesse()
