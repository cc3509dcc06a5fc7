"""The head of a Vorgang: Betreff, marks, facts, what one can do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, marke
from antragsbuero.ui.vorgang.rows import KopfRow

MEISTE_ZEILEN = 4
"""Of Betreff and facts at most; a Betreff of 500 characters would take the page."""


class VorgangHead(QWidget):
    """Shows a KopfRow; its buttons are the actions of the screen."""

    def __init__(
        self,
        ui: UiContext,
        knoepfe: tuple[tuple[QAction, str], ...],
        menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._betreff = GekuerzterText(MEISTE_ZEILEN, punkte=13.5, fett=True)
        self._marken = QHBoxLayout()
        self._marken.setSpacing(8)
        self._angaben = GekuerzterText(MEISTE_ZEILEN, ton="leise")
        rahmen = flaeche("inhalt")
        oben = QHBoxLayout()
        oben.setSpacing(8)
        oben.addWidget(self._betreff, 1)
        for aktion, icon in knoepfe:
            button = QToolButton()
            button.setProperty("rahmen", "true")
            button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
            button.setDefaultAction(aktion)
            button.setFocusPolicy(button.focusPolicy().TabFocus)
            ui.icons.setze(aktion, icon, abstand=2)
            button.setIconSize(QSize(18, 16))
            oben.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        mehr = icon_knopf("Weitere Aktionen", None, icons=ui.icons, icon="more_horizontal")
        mehr.setProperty("rahmen", "true")
        mehr.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        mehr.setMenu(menu)
        oben.addWidget(mehr, 0, Qt.AlignmentFlag.AlignTop)
        unten = QHBoxLayout()
        unten.setSpacing(12)
        unten.addLayout(self._marken)
        unten.addWidget(self._angaben, 1)
        self._spalte = spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(20, 12, 20, 10)
        spalte.setSpacing(6)
        spalte.addLayout(oben)
        spalte.addLayout(unten)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(rahmen)

    def beschraenke(self, betreff: int, angaben: int) -> None:
        """At most so many lines of Betreff and facts: in a low window the wording needs room."""
        self._betreff.begrenze(betreff)
        self._angaben.begrenze(angaben)
        oben, unten = (6, 6) if angaben == 1 else (12, 10)
        self._spalte.setContentsMargins(20, oben, 20, unten)

    def zeige(self, kopf: KopfRow) -> None:
        """Shows another head."""
        self._betreff.setze(kopf.betreff)
        self._betreff.setAccessibleName(f"Betreff: {kopf.betreff}")
        self._angaben.setze(" · ".join(kopf.angaben))
        while (eintrag := self._marken.takeAt(0)) is not None:
            alt = eintrag.widget()
            if alt is not None:
                alt.hide()
                alt.deleteLater()
        for text, art in kopf.marken:
            self._marken.addWidget(marke(text, art))
