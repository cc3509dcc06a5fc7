"""Icons in the colours of the theme (Fluent System Icons, one SVG a size)."""

from __future__ import annotations

import weakref
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from antragsbuero.resources import resource
from antragsbuero.ui.shared.theme import Theme

_SKALEN = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Device pixel ratios drawn ahead, sharp on every usual screen."""


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
        self._icons: dict[tuple[str, int, str, bool], QIcon] = {}
        self._gebunden: list[tuple[weakref.ref[IconTraeger], str, int, str, bool]] = []
        theme.geaendert.connect(self._faerbe_um)

    def pixmap(
        self, name: str, groesse: int, farbe: str, dpr: float, *, gefuellt: bool = False
    ) -> QPixmap:
        """One picture; `farbe` is "#RRGGBB", `groesse` 16 or 20 in logical pixels."""
        seite = round(groesse * dpr)
        bild = QPixmap(seite, seite)
        bild.fill(Qt.GlobalColor.transparent)
        svg = self._lade(name, groesse, gefuellt).replace("<svg ", f'<svg fill="{farbe}" ', 1)
        maler = QPainter(bild)
        QSvgRenderer(QByteArray(svg.encode())).render(maler, QRectF(0, 0, seite, seite))
        maler.end()
        bild.setDevicePixelRatio(dpr)
        return bild

    def icon(
        self, name: str, groesse: int = 16, farbe: str = "text", *, gefuellt: bool = False
    ) -> QIcon:
        """The icon in the colour of a token ("text", "akzent", "rot" …) of the theme in force."""
        schluessel = (name, groesse, farbe, gefuellt)
        if schluessel not in self._icons:
            icon = QIcon()
            for modus, token in ((QIcon.Mode.Normal, farbe), (QIcon.Mode.Disabled, "linie2")):
                wert = str(getattr(self._theme.farben, token))
                for dpr in _SKALEN:
                    icon.addPixmap(self.pixmap(name, groesse, wert, dpr, gefuellt=gefuellt), modus)
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
    ) -> None:
        """Gives a button or action its icon and keeps the colour right when the theme changes."""
        traeger.setIcon(self.icon(name, groesse, farbe, gefuellt=gefuellt))
        if hasattr(traeger, "setIconSize"):
            traeger.setIconSize(QSize(groesse, groesse))
        self._gebunden = [g for g in self._gebunden if g[0]() not in (None, traeger)]
        self._gebunden.append((weakref.ref(traeger), name, groesse, farbe, gefuellt))

    def _lade(self, name: str, groesse: int, gefuellt: bool) -> str:
        schluessel = (name, groesse, gefuellt)
        if schluessel not in self._svg:
            datei = f"{name}_{groesse}_{'filled' if gefuellt else 'regular'}.svg"
            self._svg[schluessel] = resource("icons", datei).read_text(encoding="utf-8")
        return self._svg[schluessel]

    def _faerbe_um(self) -> None:
        self._icons.clear()
        for ref, name, groesse, farbe, gefuellt in self._gebunden:
            traeger = ref()
            if traeger is not None:
                traeger.setIcon(self.icon(name, groesse, farbe, gefuellt=gefuellt))
