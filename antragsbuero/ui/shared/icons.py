"""Icons in the colours of the theme (Fluent System Icons, one SVG a size)."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from antragsbuero.resources import resource
from antragsbuero.ui.shared.theme import Theme

_SKALEN = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Device pixel ratios drawn ahead, sharp on every usual screen."""

_Wie = tuple[str, int, str, bool, int]
"""The name of an icon, its size, token, whether it is filled, the room on its right."""


class IconTraeger(Protocol):
    """Anything with an icon: a button, an action."""

    def setIcon(self, icon: QIcon, /) -> None:
        """Takes the icon."""
        ...


class Icons:
    """Loads icons by the name of their file and colours them by a token."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._svg: dict[tuple[str, int, bool], str] = {}
        self._icons: dict[tuple[str, int, str, bool, int], QIcon] = {}
        self._gebunden: list[tuple[weakref.ref[IconTraeger], _Wie]] = []
        theme.geaendert.connect(self._faerbe_um)
        theme.nachgeholt.connect(self._hole_nach)

    def pixmap(
        self,
        name: str,
        groesse: int,
        farbe: str,
        dpr: float,
        *,
        gefuellt: bool = False,
        abstand: int = 0,
    ) -> QPixmap:
        """One picture; `farbe` is "#RRGGBB", sizes are logical pixels.

        `abstand` widens it on the right: Qt sets words hard beside the icon of a button.
        """
        return _male(self._zeichner(name, groesse, farbe, gefuellt), groesse, dpr, abstand)

    def _zeichner(self, name: str, groesse: int, farbe: str, gefuellt: bool) -> QSvgRenderer:
        svg = self._lade(name, groesse, gefuellt).replace("<svg ", f'<svg fill="{farbe}" ', 1)
        return QSvgRenderer(QByteArray(svg.encode()))

    def icon(
        self,
        name: str,
        groesse: int = 16,
        farbe: str = "text",
        *,
        gefuellt: bool = False,
        abstand: int = 0,
    ) -> QIcon:
        """The icon in the colour of a token ("text", "akzent", "rot" …) of the theme in force."""
        schluessel = (name, groesse, farbe, gefuellt, abstand)
        if schluessel not in self._icons:
            icon = QIcon()
            for modus, token in ((QIcon.Mode.Normal, farbe), (QIcon.Mode.Disabled, "linie2")):
                wert = str(getattr(self._theme.farben, token))
                zeichner = self._zeichner(name, groesse, wert, gefuellt)  # read once, drawn often
                for dpr in _SKALEN:
                    icon.addPixmap(_male(zeichner, groesse, dpr, abstand), modus)
            self._icons[schluessel] = icon
        return self._icons[schluessel]

    def setze(
        self,
        traeger: IconTraeger,
        name: str,
        groesse: int = 16,
        farbe: str = "text",
        *,
        gefuellt: bool = False,
        abstand: int = 0,
    ) -> None:
        """Gives a button or action its icon and keeps the colour right when the theme changes."""
        self._gib(traeger, (name, groesse, farbe, gefuellt, abstand))
        if isinstance(traeger, QAbstractButton):
            traeger.setIconSize(QSize(groesse + abstand, groesse))
        self._gebunden = [g for g in self._gebunden if g[0]() not in (None, traeger)]
        self._gebunden.append((weakref.ref(traeger), (name, groesse, farbe, gefuellt, abstand)))

    def _gib(self, traeger: IconTraeger, wie: _Wie) -> None:
        name, groesse, farbe, gefuellt, abstand = wie
        traeger.setIcon(self.icon(name, groesse, farbe, gefuellt=gefuellt, abstand=abstand))

    def _lade(self, name: str, groesse: int, gefuellt: bool) -> str:
        schluessel = (name, groesse, gefuellt)
        if schluessel not in self._svg:
            art = "filled" if gefuellt else "regular"
            try:
                pfad = resource("icons", f"{name}_{groesse}_{art}.svg")
            except FileNotFoundError:  # a few are drawn at 20 px only
                pfad = resource("icons", f"{name}_20_{art}.svg")
            self._svg[schluessel] = pfad.read_text(encoding="utf-8")
        return self._svg[schluessel]

    def _faerbe_um(self) -> None:
        self._icons.clear()
        for traeger, wie in self._lebende():
            if not (isinstance(traeger, QWidget) and self._theme.traegt_alte(traeger)):
                self._gib(traeger, wie)

    def _hole_nach(self, teil: QWidget) -> None:
        for traeger, wie in self._lebende():
            if isinstance(traeger, QWidget) and teil.isAncestorOf(traeger):
                self._gib(traeger, wie)

    def _lebende(self) -> Iterator[tuple[IconTraeger, _Wie]]:
        for ref, wie in self._gebunden:
            traeger = ref()
            if traeger is not None and isValid(traeger):
                yield traeger, wie


def _male(zeichner: QSvgRenderer, groesse: int, dpr: float, abstand: int) -> QPixmap:
    seite = round(groesse * dpr)
    bild = QPixmap(seite + round(abstand * dpr), seite)
    bild.fill(Qt.GlobalColor.transparent)
    maler = QPainter(bild)
    zeichner.render(maler, QRectF(0, 0, seite, seite))
    maler.end()
    bild.setDevicePixelRatio(dpr)
    return bild
