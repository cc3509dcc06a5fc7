"""Small builders for the controls that screens share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QShortcutEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from antragsbuero.ui.shared import schreibrecht
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.theme import schrift


class IconBild(QLabel):
    """An icon that is no button; `Icons.setze` colours it like one."""

    def __init__(self, groesse: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groesse = groesse
        self.setFixedSize(groesse, groesse)

    def setIcon(self, icon: QIcon) -> None:
        """Shows the icon, sharp on this screen."""
        groesse = QSize(self._groesse, self._groesse)
        self.setPixmap(icon.pixmap(groesse, self.devicePixelRatioF()))


class Knopf(QPushButton):
    """A push button whose key acts at once.

    Qt shows it pressed for a tenth of a second before it acts; what is typed meanwhile would
    still go to the old place.
    """

    def event(self, event: QEvent) -> bool:
        """See Qt."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


def nenne(feld: QWidget, name: str) -> None:
    """Gives a control its name for screen readers, the list of a combo box as well."""
    feld.setAccessibleName(name)
    if isinstance(feld, QComboBox):
        feld.view().setAccessibleName(name)
        zeile = feld.lineEdit()
        if zeile is not None:
            zeile.setAccessibleName(name)


def label(
    text: str = "",
    *,
    punkte: float = 10,
    fett: bool = False,
    ton: str = "",
    umbruch: bool = False,
) -> QLabel:
    """A plain text; `ton` is "leise", "rot", "gelb", "gruen" or "" for normal."""
    feld = QLabel(text)
    feld.setTextFormat(Qt.TextFormat.PlainText)
    feld.setFont(schrift(punkte, QFont.Weight.DemiBold if fett else QFont.Weight.Normal))
    feld.setWordWrap(umbruch)
    if ton:
        feld.setProperty("ton", ton)
    return feld


def marke(text: str, art: str) -> QLabel:
    """A small coloured mark; `art` is "akzent", "gelb", "rot", "gruen" or "grau"."""
    feld = label(text, punkte=9)
    feld.setProperty("marke", art)
    feld.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return feld


def knopf(
    text: str,
    bei_klick: Callable[[], object],
    *,
    icons: Icons | None = None,
    icon: str = "",
    art: str = "",
    tooltip: str = "",
    schreibt: bool = False,
) -> QPushButton:
    """A button; `art` is "haupt" (the one main action), "leise" or "" for normal.

    `schreibt` says that it changes something: a window that only reads greys it.
    """
    button = Knopf(text)
    button.setProperty("art", art)
    button.setAutoDefault(False)
    if icons is not None and icon:
        farbe = "aufakzent" if art == "haupt" else "text"
        icons.setze(button, icon, farbe=farbe, abstand=4 if text else 0)
    if tooltip:
        button.setToolTip(tooltip)
    button.clicked.connect(lambda: bei_klick())
    return schreibrecht.schreibt(button) if schreibt else button


def icon_knopf(
    name: str, bei_klick: Callable[[], object] | None, *, icons: Icons, icon: str,
    groesse: int = 16, schreibt: bool = False,
) -> QToolButton:  # fmt: skip
    """A button of an icon alone; `name` is its tooltip and its name for screen readers.

    `schreibt` as in `knopf`.
    """
    button = QToolButton()
    button.setProperty("rahmen", "false")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    icons.setze(button, icon, groesse)
    if bei_klick is not None:
        button.clicked.connect(lambda: bei_klick())
    return schreibrecht.schreibt(button) if schreibt else button


def linie(*, senkrecht: bool = False) -> QFrame:
    """A hairline between areas."""
    strich = QFrame()
    strich.setProperty("linie", "true")
    if senkrecht:
        strich.setFixedWidth(1)
    else:
        strich.setFixedHeight(1)
    return strich


def flaeche(art: str) -> QFrame:
    """An area: "inhalt" (white), "neben" (side panes, headers) or "rahmen"."""
    rahmen = QFrame()
    rahmen.setProperty("flaeche", art)
    return rahmen


def kopfzeile(titel: QWidget, *rechts: QWidget) -> QFrame:
    """The head of a screen: title on the left, actions on the right."""
    rahmen = flaeche("inhalt")
    reihe = QHBoxLayout(rahmen)
    reihe.setContentsMargins(20, 12, 20, 10)
    reihe.setSpacing(8)
    reihe.addWidget(titel, 1)
    for widget in rechts:
        reihe.addWidget(widget)
    return rahmen
