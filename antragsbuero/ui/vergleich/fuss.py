"""The line below the comparison: what the marks mean, and correcting by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.widgets import label
from antragsbuero.ui.vergleich.auswahl import Wahl, titel
from antragsbuero.ui.vergleich.fristband import verweis


class Fusszeile(QFrame):
    """Legend on the left, corrections on the right."""

    def __init__(
        self,
        ui: UiContext,
        verbinde: Callable[[], None],
        trenne: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self.setProperty("flaeche", "neben")
        self.setMinimumWidth(480)
        self._neu = label(" eingefügt ", punkte=9)
        self._weg = label(" gestrichen ", punkte=9)
        for feld, strich in ((self._neu, "unten"), (self._weg, "durch")):
            font = feld.font()
            font.setUnderline(strich == "unten")
            font.setStrikeOut(strich == "durch")
            feld.setFont(font)
        self._satz = label("", punkte=9, ton="leise")
        self._frage = label("Zuordnung falsch?", punkte=9, ton="leise")
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(12, 0, 8, 0)
        reihe.setSpacing(12)
        for widget in (self._neu, self._weg, self._satz):
            reihe.addWidget(widget)
        reihe.addStretch(1)
        reihe.addWidget(self._frage)
        for text, tun in (("Zeilen verbinden", verbinde), ("Zelle lösen", trenne)):
            reihe.addWidget(schreibt(verweis(text, tun)))
        ui.theme.geaendert.connect(self._faerbe)
        self._faerbe()

    def _faerbe(self) -> None:
        farben = self._ui.theme.farben
        self._neu.setStyleSheet(f"background: {farben.einf}; color: {farben.ein};")
        self._weg.setStyleSheet(f"background: {farben.wegf}; color: {farben.weg};")

    def zeige_basis(self, wahl: Wahl) -> None:
        """Says against what each column shows its changes."""
        if wahl.basis is None or wahl.basis >= len(wahl.spalten):
            self._satz.setText(
                "Jede Spalte zeigt, was sich gegenüber der Spalte links von ihr ändert."
            )
            return
        name = next(titel(f) for f in wahl.fassungen if f.kennung == wahl.spalten[wahl.basis])
        self._satz.setText(f"Jede Spalte zeigt, was sich gegenüber „{name}“ ändert.")

    def passe_an(self, breite: int) -> None:
        """Leaves out the sentence where room is short."""
        self._satz.setVisible(breite >= 1000)
