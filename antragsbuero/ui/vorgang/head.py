"""The head of a Vorgang: Betreff, marks, facts, what one can do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, label, marke
from antragsbuero.ui.vorgang.rows import KopfRow


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
        self._betreff = label(punkte=13.5, fett=True, umbruch=True)
        self._betreff.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._marken = QHBoxLayout()
        self._marken.setSpacing(8)
        self._angaben = label(ton="leise", umbruch=True)
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
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(20, 12, 20, 10)
        spalte.setSpacing(6)
        spalte.addLayout(oben)
        spalte.addLayout(unten)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(rahmen)

    def zeige(self, kopf: KopfRow) -> None:
        """Shows another head."""
        self._betreff.setText(kopf.betreff)
        self._betreff.setAccessibleName(f"Betreff: {kopf.betreff}")
        self._angaben.setText("  ·  ".join(kopf.angaben))
        while (eintrag := self._marken.takeAt(0)) is not None:
            alt = eintrag.widget()
            if alt is not None:
                alt.hide()
                alt.deleteLater()
        for text, art in kopf.marken:
            self._marken.addWidget(marke(text, art))
