"""What the window remembers from one start to the next: an ini file in the data folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

DATEI = "fenster.ini"
ERSCHEINUNGSBILD = "erscheinungsbild"
"""The key of the appearance that a person chose."""
ANLAGEN = "export/anlagen"
"""Whether Anlagen go behind their paper in a PDF: one choice for export, preview and saving."""


class Merker:
    """Geometry, splitters, the last Vorgang, the chosen appearance.

    Without a data folder nothing is remembered. A file that cannot be written is no fault: the
    window merely forgets.
    """

    def __init__(self, ordner: Path | None) -> None:
        self._ini: QSettings | None = None
        if ordner is not None:
            with suppress(OSError):  # for this user alone; QSettings keeps the mode of the file
                (ordner / DATEI).touch(mode=0o600)
            self._ini = QSettings(str(ordner / DATEI), QSettings.Format.IniFormat)

    def text(self, schluessel: str, vorgabe: str = "") -> str:
        """A remembered text."""
        if self._ini is None:
            return vorgabe
        wert = self._ini.value(schluessel, vorgabe)
        return wert if isinstance(wert, str) else vorgabe

    def ja(self, schluessel: str) -> bool:
        """A remembered choice; no at first."""
        return self.text(schluessel) == "ja"

    def setze_ja(self, schluessel: str, an: bool) -> None:
        """Remembers a choice."""
        self.setze(schluessel, "ja" if an else "nein")

    def texte(self, schluessel: str) -> tuple[str, ...]:
        """A remembered row of texts."""
        return tuple(t for t in self.text(schluessel).split("\n") if t)

    def setze(self, schluessel: str, wert: str) -> None:
        """Remembers a text."""
        if self._ini is not None and self.text(schluessel) != wert:
            self._ini.setValue(schluessel, wert)

    def setze_texte(self, schluessel: str, werte: tuple[str, ...]) -> None:
        """Remembers a row of texts."""
        self.setze(schluessel, "\n".join(werte))

    def zeige_fenster(self, fenster: QWidget) -> None:
        """Shows a window where it was; a place on a screen that is gone is corrected."""
        roh = self._ini.value("fenster/geometrie") if self._ini is not None else None
        if not isinstance(roh, QByteArray) or not fenster.restoreGeometry(roh):
            bild = QGuiApplication.primaryScreen().availableGeometry()
            fenster.resize(min(1440, bild.width()), min(860, bild.height()))
            if bild.width() <= 1440 or bild.height() <= 900:  # a small screen is filled
                fenster.showMaximized()
            else:
                fenster.show()
            return
        if not fenster.isMaximized():
            fenster.setGeometry(_sichtbar(fenster.geometry()))
        fenster.show()

    def merke_fenster(self, fenster: QWidget) -> None:
        """Remembers where a window is."""
        if self._ini is not None:
            self._ini.setValue("fenster/geometrie", fenster.saveGeometry())

    def binde_splitter(self, splitter: QSplitter, schluessel: str) -> None:
        """Restores a splitter and remembers each change of it."""
        roh = self.text(f"splitter/{schluessel}")
        breiten = [int(t) for t in roh.split(",") if t.isdecimal()]
        if len(breiten) == splitter.count() and any(breiten):
            splitter.setSizes(breiten)
        splitter.splitterMoved.connect(
            lambda: self.setze(f"splitter/{schluessel}", ",".join(str(b) for b in splitter.sizes()))
        )

    def sichere(self) -> None:
        """Writes the file now."""
        if self._ini is not None:
            self._ini.sync()


def _sichtbar(rechteck: QRect) -> QRect:
    """The rectangle moved and cut so that it lies on a screen that exists."""
    bilder = [schirm.availableGeometry() for schirm in QGuiApplication.screens()]
    if any(_genug(rechteck.intersected(bild)) for bild in bilder):
        bild = max(bilder, key=lambda b: _flaeche(rechteck.intersected(b)))
    else:
        bild = QGuiApplication.primaryScreen().availableGeometry()
    neu = QRect(rechteck)
    neu.setSize(rechteck.size().boundedTo(bild.size()))
    neu.moveLeft(max(bild.left(), min(neu.left(), bild.right() - neu.width() + 1)))
    neu.moveTop(max(bild.top(), min(neu.top(), bild.bottom() - neu.height() + 1)))
    return neu


def _genug(teil: QRect) -> bool:
    return teil.width() >= 100 and teil.height() >= 50


def _flaeche(teil: QRect) -> int:
    return max(0, teil.width()) * max(0, teil.height())
