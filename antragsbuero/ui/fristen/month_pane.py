"""The month beside the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.fristen.delegates import TagDelegate
from antragsbuero.ui.fristen.rows import WOCHENTAGE, Woche
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.table_model import RowTableModel, Spalte
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, knopf, label

_ZEILE = 46


def _spalte(nummer: int) -> Spalte[Woche]:
    return Spalte(
        WOCHENTAGE[nummer],
        lambda woche: str(woche.tage[nummer].datum.day),
        lambda woche: woche.tage[nummer].vorlesen,
    )


class MonthPane(QWidget):
    """Six weeks; a click or the arrow keys choose a day."""

    def __init__(
        self, ui: UiContext, blaettere: Callable[[int], None], waehle: Callable[[date], None]
    ) -> None:
        super().__init__()
        self._waehle = waehle
        self._ruhig = False
        self._modell: RowTableModel[Woche] = RowTableModel(
            [_spalte(n) for n in range(7)], lambda woche: woche.nummer, self
        )
        self._titel = label("", punkte=11, fett=True)
        kopf = QHBoxLayout()
        kopf.setSpacing(4)
        kopf.addWidget(self._titel, 1)
        kopf.addWidget(icon_knopf("Voriger Monat", lambda: blaettere(-1), icons=ui.icons,
                                  icon="arrow_left"))  # fmt: skip
        kopf.addWidget(knopf("He&ute", lambda: blaettere(0), art="leise"))
        kopf.addWidget(icon_knopf("Nächster Monat", lambda: blaettere(1), icons=ui.icons,
                                  icon="arrow_right"))  # fmt: skip
        self.tabelle = self._baue(ui)
        rahmen = flaeche("neben")
        innen = QVBoxLayout(rahmen)
        innen.setContentsMargins(16, 8, 16, 16)
        innen.setSpacing(6)
        innen.addLayout(kopf)
        innen.addWidget(self.tabelle)
        self._legende = label(
            "Zahl: Fristen dieses Tages. Rot: überfällig.", punkte=9, ton="leise", umbruch=True
        )
        innen.addWidget(self._legende)
        innen.addStretch(1)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(rahmen)
        self.setMinimumWidth(290)

    def _baue(self, ui: UiContext) -> QTableView:
        tabelle = QTableView()
        tabelle.setAccessibleName("Monat")
        tabelle.setModel(self._modell)
        tabelle.setItemDelegate(TagDelegate(ui, tabelle))
        tabelle.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabelle.setTabKeyNavigation(False)
        tabelle.setShowGrid(False)
        aus = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        tabelle.setHorizontalScrollBarPolicy(aus)
        tabelle.setVerticalScrollBarPolicy(aus)
        tabelle.verticalHeader().hide()
        tabelle.verticalHeader().setDefaultSectionSize(_ZEILE)
        tabelle.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kopf = tabelle.horizontalHeader()
        kopf.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        kopf.setMinimumSectionSize(30)
        kopf.setHighlightSections(False)
        kopf.setSectionsClickable(False)
        tabelle.setFixedHeight(6 * _ZEILE + 34)
        tabelle.selectionModel().currentChanged.connect(self._gewaehlt)
        ui.theme.geaendert.connect(tabelle.viewport().update)
        return tabelle

    def zeige(self, titel: str, wochen: Sequence[Woche]) -> None:
        """Shows a month; the chosen day stays chosen where it is in sight."""
        alt = self._tag(self.tabelle.currentIndex())
        self._titel.setText(titel)
        self._ruhig = True
        self._modell.set_rows(wochen)
        for zeile, woche in enumerate(wochen):
            for spalte, tag in enumerate(woche.tage):
                if tag.datum == alt:
                    self.tabelle.setCurrentIndex(self._modell.index(zeile, spalte))
        self._ruhig = False

    def _tag(self, index: QModelIndex) -> date | None:
        if not index.isValid():
            return None
        return self._modell.row(index.row()).tage[index.column()].datum

    def _gewaehlt(self, neu: QModelIndex, _alt: QModelIndex) -> None:
        tag = self._tag(neu)
        if tag is not None and not self._ruhig:
            self._waehle(tag)
