"""The actions around the submission: e-mail draft, copy Betreff, Beschlussvorschlag, Begründung."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from antragsbuero.services.einreichung import Kopie, Kopierteil
from antragsbuero.ui.shared.einreichhilfe import Einreichhilfe
from antragsbuero.ui.shared.export_dialog import ORDNER
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.oeffnen import oeffne_pfad

_NAMEN = {
    Kopierteil.BETREFF: "Betreff &kopieren",
    Kopierteil.BESCHLUSSVORSCHLAG: "Beschluss&vorschlag kopieren",
    Kopierteil.BEGRUENDUNG: "Begr&ündung kopieren",
}


class Einreichaktionen(QObject):
    """Actions for the screen that owns them; `folge` after each change of what it shows."""

    def __init__(self, screen: QWidget, merker: Merker, hilfe: Einreichhilfe) -> None:
        super().__init__(screen)
        self._screen = screen
        self._merker = merker
        self._hilfe = hilfe
        self.frage_ziel: Callable[[str], str] = self._frage_ziel
        """Asks for the path of the e-mail; "" for none. Tests put their own."""
        self.oeffne: Callable[[Path], object] = oeffne_pfad
        self.entwurf = self._aktion("E-&Mail-Entwurf …", self._schreibe)
        self.kopien = tuple(
            self._aktion(name, partial(hilfe.kopiere, teil, lege_ab))
            for teil, name in _NAMEN.items()
        )
        self.menu = QMenu("Einreichen", screen)
        self.menu.addAction(self.entwurf)
        self.menu.addSeparator()
        self.menu.addActions(self.kopien)

    def _aktion(self, text: str, tun: Callable[[], object]) -> QAction:
        aktion = QAction(text, self._screen)
        aktion.triggered.connect(lambda: tun())
        self._screen.addAction(aktion)
        return aktion

    def folge(self) -> None:
        """Greys what does not go with the Fassung shown."""
        self.entwurf.setEnabled(self._hilfe.einreichbar)
        for aktion in self.kopien:
            aktion.setEnabled(self._hilfe.kopierbar)

    def _schreibe(self) -> None:
        self._hilfe.benenne(self._frage_und_schreibe)

    def _frage_und_schreibe(self, vorschlag: str) -> None:
        pfad = self.frage_ziel(vorschlag)
        if pfad:
            self._hilfe.schreibe_entwurf(Path(pfad), self.oeffne)

    def _frage_ziel(self, vorschlag: str) -> str:
        ordner = Path(self._merker.text(ORDNER, str(Path.home())))
        pfad, _ = QFileDialog.getSaveFileName(
            self._screen, "E-Mail-Entwurf", str(ordner / vorschlag), "E-Mail (*.eml)"
        )
        if pfad:
            self._merker.setze(ORDNER, str(Path(pfad).parent))
        return pfad if not pfad or pfad.lower().endswith(".eml") else f"{pfad}.eml"


def lege_ab(kopie: Kopie) -> None:
    """Puts a part into the clipboard, with its emphasis and without."""
    daten = QMimeData()
    daten.setText(kopie.text)
    daten.setHtml(kopie.html)
    QGuiApplication.clipboard().setMimeData(daten)
