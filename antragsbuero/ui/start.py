"""Starts the program with its window: first the bare window, then all the rest."""

from __future__ import annotations

import gc
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from antragsbuero.resources import resource
from antragsbuero.ui.shared.merker import ERSCHEINUNGSBILD, Merker
from antragsbuero.ui.shared.qpalette import erste_farben, palette
from antragsbuero.ui.shared.window import NAME, Window
from antragsbuero.version import VERSION

if TYPE_CHECKING:  # imported after the window is shown
    from antragsbuero.services.registry import Buero


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
    gc.disable()  # imports leave no garbage to look for; Ablauf enables it when all is quiet
    app = baue_app(argumente)
    name = fenstername(datenordner, datenbank)
    if _laeuft_schon(name):
        return 0
    merker = Merker(datenordner)
    farben = erste_farben(merker.text(ERSCHEINUNGSBILD), app.palette())
    app.setPalette(palette(farben))
    window = Window()
    window.geschlossen.connect(app.quit)
    merker.zeige_fenster(window)
    app.processEvents()  # the window is on the screen before the long imports
    from antragsbuero.ui.ablauf import Ablauf
    from antragsbuero.ui.shared.context import UiContext
    from antragsbuero.ui.shared.icons import Icons
    from antragsbuero.ui.shared.single_window import SingleWindow
    from antragsbuero.ui.shared.theme import SYSTEM, Theme

    theme = Theme(app, merker.text(ERSCHEINUNGSBILD, SYSTEM))
    ablauf = Ablauf(window, UiContext(theme, Icons(theme), merker), oeffne, oeffne_lesend)
    einzig = SingleWindow(name)
    einzig.gerufen.connect(ablauf.fenster.hebe_hervor)
    ablauf.oeffne()
    code = app.exec() if window.isVisible() else 0
    ablauf.schliesse()
    einzig.schliesse()
    return code


def baue_app(argumente: Sequence[str]) -> QApplication:
    """The application: German, Fusion, the system's font at 10 pt."""
    # By option: a style that is set afterwards costs the first window 5 % of its time.
    app = QApplication([NAME, "-style", "Fusion", *argumente])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("antragsbuero")
    app.setWindowIcon(QIcon(str(resource("app", "antragsbuero.png"))))
    app.setQuitOnLastWindowClosed(False)
    lade_deutsch(app)
    font = app.font()
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


def fenstername(datenordner: Path | None, datenbank: str | None) -> str:
    """The name of the socket of that database for this user; no password can be read from it."""
    ort = datenbank or str(datenordner.resolve() if datenordner else "")
    roh = f"{Path.home()}\n{ort}".encode()
    return f"antragsbuero-{zlib.crc32(roh):08x}{zlib.adler32(roh):08x}"


def _laeuft_schon(name: str) -> bool:
    """Calls a window that is open on the same database to the front."""
    if sys.platform != "win32" and not Path(QDir.tempPath(), name).exists():
        return False  # without a socket there is nobody to call; spares an import
    from antragsbuero.ui.shared.single_window import rufe_laufendes

    return rufe_laufendes(name)
