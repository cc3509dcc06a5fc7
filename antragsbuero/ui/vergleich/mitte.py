"""The middle of the comparison: the table with its strip, the wait, or why there is nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.notice import EmptyState
from antragsbuero.ui.shared.widgets import knopf, label
from antragsbuero.ui.vergleich.streifen import Overview
from antragsbuero.ui.vergleich.tabelle import VergleichTable
from antragsbuero.ui.vergleich.tafel import Tafel

_GEDULD = 250
"""Milliseconds before a running comparison replaces what was shown."""
_TAFEL, _RECHNET, _LEER = range(3)


class Mitte(QStackedWidget):
    """Shows one of the three."""

    def __init__(self, ui: UiContext, brich_ab: Callable[[], None]) -> None:
        super().__init__()
        self.tabelle = VergleichTable(ui)
        self.streifen = Overview(ui, self.tabelle)
        self._leer = EmptyState("", "")
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(_GEDULD)
        self._geduld.timeout.connect(lambda: self.setCurrentIndex(_RECHNET))
        for widget in (self._tafel(), _rechnet(brich_ab), self._leer):
            self.addWidget(widget)
        self.setCurrentIndex(_LEER)

    def _tafel(self) -> QWidget:
        tafel = QWidget()
        reihe = QHBoxLayout(tafel)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(0)
        reihe.addWidget(self.tabelle, 1)
        reihe.addWidget(self.streifen)
        reihe.addWidget(self._rollbalken())
        return tafel

    def _rollbalken(self) -> QScrollBar:
        """The table's scroll bar, right of the strip."""
        innen = self.tabelle.verticalScrollBar()
        aussen = QScrollBar(Qt.Orientation.Vertical)
        aussen.setAccessibleName("Bildlauf")

        def folge(von: int, bis: int) -> None:
            aussen.setPageStep(innen.pageStep())
            aussen.setRange(von, bis)
            aussen.setVisible(bis > von)

        innen.rangeChanged.connect(folge)
        # Not the signal's own number: measuring rows moves the bar while it still tells.
        innen.valueChanged.connect(lambda: aussen.setValue(innen.value()))
        aussen.valueChanged.connect(innen.setValue)
        aussen.setSingleStep(innen.singleStep())
        folge(innen.minimum(), innen.maximum())
        self.tabelle.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return aussen

    @property
    def zeigt_tafel(self) -> bool:
        """Whether a comparison is in sight."""
        return self.currentIndex() == _TAFEL

    def zeige_tafel(self, tafel: Tafel) -> None:
        """Shows a comparison."""
        self._geduld.stop()
        self.setCurrentIndex(_TAFEL)
        self.tabelle.zeige(tafel)
        self.streifen.zeige(tafel)

    def zeige_rechnet(self) -> None:
        """A comparison is being made: says so if it takes long."""
        self._geduld.start()

    def zeige_leer(self, titel: str, text: str) -> None:
        """There is nothing to compare, and why."""
        self._geduld.stop()
        self._leer.setze(titel, text)
        self.setCurrentIndex(_LEER)

    def halt(self) -> None:
        """The window closes."""
        self._geduld.stop()


def _rechnet(brich_ab: Callable[[], None]) -> QWidget:
    rechnet = QWidget()
    spalte = QVBoxLayout(rechnet)
    spalte.setContentsMargins(20, 60, 20, 20)
    balken = QProgressBar()
    balken.setRange(0, 0)
    balken.setAccessibleName("Die Fassungen werden verglichen")
    balken.setMaximumWidth(320)
    mitte = Qt.AlignmentFlag.AlignHCenter
    spalte.addWidget(label("Die Fassungen werden verglichen …", punkte=11), 0, mitte)
    spalte.addWidget(balken, 0, mitte)
    spalte.addWidget(knopf("&Abbrechen", brich_ab), 0, mitte)
    spalte.addStretch(1)
    return rechnet
