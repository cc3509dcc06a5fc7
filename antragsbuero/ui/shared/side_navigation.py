"""The left column: places above, recently opened Vorgänge, settings below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.nav_list import NavList, NavRow
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.widgets import flaeche, linie

BREIT = 208
SCHMAL = 48
_UNTER = {
    Bildschirm.VORGANG: Bildschirm.VORGAENGE,
    Bildschirm.EDITOR: Bildschirm.VORGAENGE,
    Bildschirm.VERGLEICH: Bildschirm.VORGAENGE,
}
"""Screens without a place of their own stand under this one."""


class SideNavigation(QWidget):
    """Shows where one is and leads elsewhere by `gewaehlt`."""

    gewaehlt = Signal(object)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zahlen: dict[Bildschirm, tuple[str, bool]] = {}
        self._zuletzt: tuple[NavRow, ...] = ()
        self._oben = NavList(ui, "Navigation")
        self._unten = NavList(ui, "Einstellungen")
        self._unten.setze([NavRow("Einstellungen", Ort(Bildschirm.EINSTELLUNGEN), "settings")])
        for liste in (self._oben, self._unten):
            liste.gewaehlt.connect(self.gewaehlt)
        rahmen = flaeche("rahmen")
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(6, 8, 6, 6)
        spalte.setSpacing(6)
        spalte.addWidget(self._oben, 1)
        spalte.addWidget(linie())
        spalte.addWidget(self._unten)
        self._unten.setFixedHeight(38)
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(0)
        reihe.addWidget(rahmen, 1)
        reihe.addWidget(linie(senkrecht=True))
        self.setFixedWidth(BREIT)
        self._zeige()

    def setze_zahl(self, bildschirm: Bildschirm, zahl: str, *, dringend: bool = False) -> None:
        """The count beside a place, "" for none."""
        self._zahlen[bildschirm] = (zahl, dringend)
        self._zeige()

    def setze_zuletzt(self, zuletzt: Sequence[tuple[str, str]]) -> None:
        """Kennung and Betreff of the Vorgänge opened last."""
        self._zuletzt = tuple(
            NavRow(betreff, Ort(Bildschirm.VORGANG, kennung), "document_text", klein=True)
            for kennung, betreff in zuletzt
        )
        self._zeige()

    def markiere(self, ort: Ort) -> None:
        """Marks the place one is at."""
        bildschirm = _UNTER.get(ort.bildschirm, ort.bildschirm)
        for liste in (self._oben, self._unten):
            liste.waehle(lambda o: o.bildschirm is bildschirm and o.vorgang is None)

    def falte(self, schmal: bool) -> None:
        """Folds to icons or unfolds."""
        self.setFixedWidth(SCHMAL if schmal else BREIT)
        self._oben.falte(schmal)
        self._unten.falte(schmal)

    def _zeige(self) -> None:
        orte = (
            ("Übersicht", Bildschirm.UEBERSICHT, "home"),
            ("Vorgänge", Bildschirm.VORGAENGE, "document_copy"),
            ("Umsetzung", Bildschirm.UMSETZUNG, "clipboard_task_list_ltr"),
            ("Fristen", Bildschirm.FRISTEN, "calendar_clock"),
            ("Import", Bildschirm.IMPORT, "arrow_import"),
        )
        rows = [
            NavRow(text, Ort(b), icon, *self._zahlen.get(b, ("", False))) for text, b, icon in orte
        ]
        if self._zuletzt:
            rows += [NavRow("Zuletzt geöffnet"), *self._zuletzt]
        self._oben.setze(rows)
