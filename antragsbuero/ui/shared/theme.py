"""Turns colour tokens into Qt's palette and style sheet, and follows the system."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from antragsbuero.resources import resource
from antragsbuero.ui.shared.farben import DUNKEL, HELL, KONTRAST, THEMEN, Farben
from antragsbuero.ui.shared.qpalette import palette
from antragsbuero.ui.shared.stylesheet import stylesheet

SYSTEM = "system"
"""The choice „wie im System“."""


def schrift(punkte: float, gewicht: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's font at a size of the type scale (13.5, 11, 10.5, 10, 9 pt)."""
    font = QFont(QApplication.font())
    font.setPointSizeF(punkte)
    font.setWeight(gewicht)
    return font


class Theme(QObject):
    """The colours in force; follows the system until a person chooses.

    The style sheet is worn by the parts of the window and by its dialogs, not by the
    application: Qt would restyle every widget ever shown at once, many of them several times.
    A part that is hidden when the colours change puts them on when it is shown.

    `geaendert` tells that `farben` has changed, after the visible parts wear them;
    `nachgeholt` tells of a part that wears them later, before it is seen.
    """

    geaendert = Signal()
    nachgeholt = Signal(QWidget)

    def __init__(self, app: QApplication, wahl: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._wahl = wahl
        self._farben: Farben | None = None
        self._blatt = ""
        self._teile: list[weakref.ref[QWidget]] = []
        self._wartend: list[QWidget] = []
        self._bilder = QTemporaryDir()
        app.aboutToQuit.connect(self._bilder.remove)  # its own end comes too late for that
        app.styleHints().colorSchemeChanged.connect(self._folge)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._folge)
        self._folge()

    @property
    def farben(self) -> Farben:
        """The tokens in force."""
        return self._farben or HELL

    @property
    def wahl(self) -> str:
        """What a person chose: "system", "hell", "dunkel" or "kontrast"."""
        return self._wahl

    def waehle(self, wahl: str) -> None:
        """Takes a choice; an unknown one means the system's."""
        self._wahl = wahl if wahl in THEMEN else SYSTEM
        self._folge()

    def kleide(self, teil: QWidget) -> None:
        """Gives a part of the window, or a dialog, the colours and keeps them right."""
        if all(ref() is not teil for ref in self._teile):
            self._teile.append(weakref.ref(teil))
            teil.setStyleSheet(self._blatt)

    def faerbe(self, widget: QWidget, tun: Callable[[], None]) -> None:
        """Calls `tun` whenever the colours of a widget change: when its part puts them on."""
        _Folge(self, widget, tun)

    def traegt_alte(self, widget: QWidget) -> bool:
        """Whether it lies in a hidden part that still has to put on the colours in force."""
        return any(
            teil is widget or teil.isAncestorOf(widget) for teil in self._wartend if isValid(teil)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt: a part that waits for its colours is shown; it is painted after this."""
        if event.type() is QEvent.Type.Show and watched in self._wartend:
            teil = self._wartend.pop(self._wartend.index(watched))
            teil.removeEventFilter(self)
            teil.setStyleSheet(self._blatt)
            self.nachgeholt.emit(teil)
        return False

    def _folge(self) -> None:
        farben = THEMEN.get(self._wahl) or self._vom_system()
        if farben is self._farben:
            return
        self._farben = farben
        self._app.setPalette(palette(farben))
        haken = self._bild("checkmark", farben.aufakzent, f"haken-{farben.name}")
        pfeil = self._bild("chevron_down", farben.text, f"pfeil-{farben.name}")
        self._blatt = stylesheet(farben, haken, pfeil)
        self._ziehe_um()
        self.geaendert.emit()

    def _ziehe_um(self) -> None:
        teile = [teil for ref in self._teile if (teil := ref()) is not None and isValid(teil)]
        self._teile = [weakref.ref(teil) for teil in teile]
        for teil in filter(isValid, self._wartend):
            teil.removeEventFilter(self)
        self._wartend = []
        for teil in teile:
            if teil.isVisible():
                teil.setStyleSheet(self._blatt)
            elif teil.styleSheet() != self._blatt:
                self._wartend.append(teil)
                teil.installEventFilter(self)

    def _bild(self, icon: str, farbe: str, name: str) -> str:
        """A coloured icon as a file, which is all that a style sheet can take."""
        datei = Path(self._bilder.path(), f"{name}.svg")
        if not datei.exists():
            svg = resource("icons", f"{icon}_16_regular.svg").read_text(encoding="utf-8")
            datei.write_text(svg.replace("<svg ", f'<svg fill="{farbe}" ', 1), encoding="utf-8")
        return datei.as_posix()

    def _vom_system(self) -> Farben:
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return KONTRAST
        return DUNKEL if hints.colorScheme() is Qt.ColorScheme.Dark else HELL


class _Folge(QObject):
    """Lives as long as its widget, and tells it when its colours change."""

    def __init__(self, theme: Theme, widget: QWidget, tun: Callable[[], None]) -> None:
        super().__init__(widget)
        self._theme, self._widget, self._tun = theme, widget, tun
        theme.geaendert.connect(self._sofort)
        theme.nachgeholt.connect(self._spaeter)

    def _sofort(self) -> None:
        if not self._theme.traegt_alte(self._widget):
            self._tun()

    def _spaeter(self, teil: QWidget) -> None:
        if teil is self._widget or teil.isAncestorOf(self._widget):
            self._tun()
