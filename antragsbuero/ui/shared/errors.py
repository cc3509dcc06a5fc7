"""The only place of message boxes: faults that nobody foresaw."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.services.errors import Buerofehler
from antragsbuero.version import VERSION

log = logging.getLogger(__name__)


def fehlertext(fehler: Exception) -> str:
    """The German message of a fault; unforeseen ones are logged and told in plain words."""
    if isinstance(fehler, Buerofehler | Dateifehler):
        return str(fehler)
    log.error("Unerwarteter Fehler", exc_info=fehler)
    return (
        "Das hat nicht geklappt: Ein unerwarteter Fehler ist aufgetreten "
        f"({type(fehler).__name__}). Gespeichertes ist nicht verändert. Einzelheiten stehen im "
        "Protokoll (Menü „Hilfe“)."
    )


class CrashReporter(QObject):
    """Shows one dialog for an unforeseen fault; others while it is open only go to the log."""

    _gefallen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offen = False
        self.logdatei: Path | None = None
        self._gefallen.connect(self._zeige, Qt.ConnectionType.QueuedConnection)

    def installiere(self) -> None:
        """Takes over Python's hooks for uncaught exceptions."""
        sys.excepthook = self._hook
        threading.excepthook = self._faden

    def _faden(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def _hook(
        self, art: type[BaseException], wert: BaseException, spur: TracebackType | None
    ) -> None:
        if issubclass(art, KeyboardInterrupt):
            QApplication.quit()
            return
        log.critical("Unerwarteter Fehler", exc_info=(art, wert, spur))
        self._gefallen.emit("".join(traceback.format_exception(art, wert, spur)))

    def _zeige(self, einzelheiten: str) -> None:
        if self._offen:
            return
        self._offen = True
        try:
            absturzdialog(einzelheiten, self.logdatei, _hauptfenster()).exec()
        finally:
            self._offen = False


def _hauptfenster() -> QWidget | None:
    """The window that is open: a dialog on it wears its colours."""
    offene = QApplication.topLevelWidgets()
    return next((w for w in offene if isinstance(w, QMainWindow) and w.isVisible()), None)


def absturzdialog(
    einzelheiten: str, logdatei: Path | None, parent: QWidget | None = None
) -> QMessageBox:
    """The dialog of an unforeseen fault with its details and the way to the log."""
    dialog = QMessageBox(parent)
    dialog.setIcon(QMessageBox.Icon.Warning)
    dialog.setWindowTitle("Unerwarteter Fehler – Antragsbüro")
    dialog.setText("Etwas ist schiefgegangen, womit das Programm nicht gerechnet hat.")
    dialog.setInformativeText(
        "Alles Gespeicherte ist sicher. Sie können weiterarbeiten. Wenn der Fehler wiederkommt, "
        "geben Sie die Einzelheiten bitte weiter: Sie enthalten keine Texte Ihrer Anträge."
    )
    dialog.setDetailedText(f"Antragsbüro {VERSION}\n{einzelheiten}")
    weiter = dialog.addButton("Weiterarbeiten", QMessageBox.ButtonRole.AcceptRole)
    kopieren = dialog.addButton("Einzelheiten kopieren", QMessageBox.ButtonRole.ActionRole)
    kopieren.clicked.connect(lambda: QGuiApplication.clipboard().setText(dialog.detailedText()))
    if logdatei is not None:
        oeffnen = dialog.addButton("Protokoll öffnen", QMessageBox.ButtonRole.ActionRole)
        oeffnen.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logdatei))))
    dialog.setDefaultButton(weiter)
    dialog.setEscapeButton(weiter)  # else neither Esc nor the cross would close it
    _nenne_teile(dialog)
    return dialog


def _nenne_teile(dialog: QMessageBox) -> None:
    """Names for screen readers where Qt's own dialog gives none."""
    for bild in dialog.findChildren(QLabel):
        if not bild.text():
            bild.setAccessibleName("Achtung")
    for feld in dialog.findChildren(QTextEdit):
        feld.setAccessibleName("Einzelheiten")


def frage(parent: QWidget, titel: str, text: str, ja: str, nein: str = "Abbrechen") -> bool:
    """Asks before what cannot be undone; the safe answer is the default."""
    dialog = QMessageBox(parent)
    dialog.setIcon(QMessageBox.Icon.Question)
    dialog.setWindowTitle(titel)
    dialog.setText(text)
    tun = dialog.addButton(ja, QMessageBox.ButtonRole.DestructiveRole)
    dialog.setDefaultButton(dialog.addButton(nein, QMessageBox.ButtonRole.RejectRole))
    _nenne_teile(dialog)
    dialog.exec()
    return dialog.clickedButton() is tun
