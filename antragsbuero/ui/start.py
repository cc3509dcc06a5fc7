"""Starts the window: first the frame, then the database in the background."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from antragsbuero.services.errors import Gesperrt, NurLesen
from antragsbuero.ui.main_window import NAME, MainWindow
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.errors import CrashReporter, fehlertext, frage
from antragsbuero.ui.shared.event_bridge import EventBridge
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.single_window import SingleWindow, rufe_laufendes, schluessel
from antragsbuero.ui.shared.task_runner import QtTaskRunner
from antragsbuero.ui.shared.tasks import Lauf
from antragsbuero.ui.shared.theme import SYSTEM, Theme
from antragsbuero.version import VERSION

if TYPE_CHECKING:  # the services behind it are imported after the window is shown
    from antragsbuero.services.registry import Buero
    from antragsbuero.ui.screens import Screens

BEREIT = "ANTRAGSBUERO_BEREIT"
"""Environment variable: "1" prints a line once the window shows data (for measurements)."""
_SCHLIESSEN = 30_000
"""Milliseconds that cancelled work may take to end."""


def starte(
    oeffne: Callable[[], Buero],
    *,
    datenordner: Path | None,
    argumente: Sequence[str],
    oeffne_lesend: Callable[[], Buero] | None = None,
    datenbank: str | None = None,
) -> int:
    """Runs the window until it closes; returns the exit code.

    Args:
        oeffne: opens the database for writing; called on a background thread.
        datenordner: the data folder, where the window remembers its place; None forgets.
        argumente: the command line for Qt, without options of the program.
        oeffne_lesend: opens it for reading when it is locked; None offers no such thing.
        datenbank: URL of a database that is not in the data folder.
    """
    app = baue_app(argumente)
    name = schluessel(datenordner, datenbank)
    if rufe_laufendes(name):
        return 0
    merker = Merker(datenordner)
    theme = Theme(app, merker.text("erscheinungsbild", SYSTEM))
    ui = UiContext(theme, Icons(theme), merker)
    fenster = MainWindow(ui)
    merker.stelle_fenster(fenster)
    fenster.show()
    einzig = SingleWindow(name)
    einzig.gerufen.connect(fenster.hebe_hervor)
    ablauf = Ablauf(fenster, ui, oeffne, oeffne_lesend)
    QTimer.singleShot(0, ablauf.oeffne)
    code = app.exec()
    ablauf.schliesse()
    einzig.schliesse()
    return code


def baue_app(argumente: Sequence[str]) -> QApplication:
    """The application: German, Fusion, the system's font at 10 pt."""
    app = QApplication([NAME, *argumente])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("antragsbuero")
    app.setQuitOnLastWindowClosed(False)
    lade_deutsch(app)
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setPointSizeF(10)
    app.setFont(font)
    return app


def lade_deutsch(app: QApplication) -> None:
    """German standard texts and formats; before the first widget."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    translator = QTranslator(app)
    ordner = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_de", ordner):
        app.installTranslator(translator)


class Ablauf(QObject):
    """Opens the database in the background, wires the screens, closes everything at the end."""

    def __init__(
        self,
        fenster: MainWindow,
        ui: UiContext,
        oeffne: Callable[[], Buero],
        oeffne_lesend: Callable[[], Buero] | None,
    ) -> None:
        super().__init__()
        self._fenster = fenster
        self._ui = ui
        self._oeffne = oeffne
        self._oeffne_lesend = oeffne_lesend
        self._geoeffnet: list[Buero] = []
        self._screens: Screens | None = None
        self._bereit_gemeldet = os.environ.get(BEREIT) != "1"
        self.runner = QtTaskRunner(self)
        self.runner.ruht.connect(self._melde_bereit)
        self.crash = CrashReporter(self)
        self.crash.installiere()
        fenster.status.binde(self.runner)
        fenster.darf_schliessen = self._darf_schliessen

    def oeffne(self) -> None:
        """Opens for writing."""
        self._starte(self._oeffne)

    def _starte(self, oeffne: Callable[[], Buero]) -> None:
        self._fenster.hinweis.verbirg()
        self._fenster.status.datenbank.setze("Datenbank wird geöffnet …", "database")

        def arbeit(_: Lauf) -> Buero:
            buero = oeffne()
            self._geoeffnet.append(buero)  # also closed when the window goes meanwhile
            import antragsbuero.ui.screens  # noqa: F401 - after the window is shown

            return buero

        self.runner.run(arbeit, on_done=self._offen, on_error=self._nicht_offen)

    def _offen(self, buero: Buero) -> None:
        from antragsbuero.ui.screens import Screens

        bridge = EventBridge(buero.services.ereignisse, self)
        screens = Screens(self._fenster, self._ui, buero, self.runner, bridge)
        screens.verbinde()
        self._screens = screens
        if buero.nur_lesen:
            self._fenster.hinweis.zeige(
                "Die Datenbank ist nur zum Lesen geöffnet. Sie können alles ansehen, vergleichen "
                "und exportieren; Änderungen werden nicht gespeichert.",
                "gelb",
            )

    def _nicht_offen(self, fehler: Exception) -> None:
        self._fenster.status.datenbank.setze(
            "Keine Datenbank geöffnet", "error_circle", "rot", "rot"
        )
        lesend = self._oeffne_lesend
        if isinstance(fehler, Gesperrt | NurLesen) and lesend is not None:
            self._fenster.hinweis.zeige(
                fehlertext(fehler), "gelb",
                aktion="Zum Lesen öffnen", bei_aktion=lambda: self._starte(lesend),
            )  # fmt: skip
            return
        self._fenster.hinweis.zeige(
            fehlertext(fehler), "rot", aktion="Erneut versuchen", bei_aktion=self.oeffne
        )

    def _melde_bereit(self) -> None:
        if not self._bereit_gemeldet and self._screens is not None:
            self._bereit_gemeldet = True
            sys.stdout.write("Antragsbüro bereit\n")
            sys.stdout.flush()

    def _darf_schliessen(self) -> bool:
        laufend = self.runner.titel_laufend
        return not laufend or frage(
            self._fenster,
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
