"""One resolution: table of points above; report and Nachfrage below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.notice import EmptyState
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.tabellenform import richte_tabelle
from antragsbuero.ui.shared.table_model import RowTableModel, Spalte
from antragsbuero.ui.shared.widgets import linie
from antragsbuero.ui.umsetzung.delegate import PunktDelegate, Spaltenart
from antragsbuero.ui.umsetzung.judgement_bar import JudgementBar
from antragsbuero.ui.umsetzung.presenter import UmsetzungPresenter
from antragsbuero.ui.umsetzung.query_pane import QueryPane
from antragsbuero.ui.umsetzung.report_pane import ReportPane
from antragsbuero.ui.umsetzung.rows import PunktRow, Zeile

_SCHMAL = 1000
"""Below this width the last two columns give way: both panes below tell the same."""
_SCHMALST = 760
"""Below this width the city's judgement gives way too: the line below the table has it; and
report and Nachfrage stand one above the other."""


def _worte(zeilen: Sequence[Zeile]) -> str:
    return ", ".join(zeile.text for zeile in zeilen)


_SPALTEN: tuple[Spalte[PunktRow], ...] = (
    Spalte("Punkt", lambda r: r.nummer, lambda r: r.vorlesen),
    Spalte("Wortlaut des Beschlusses", lambda r: r.wortlaut),
    Spalte("Frist", lambda r: _worte(r.frist)),
    Spalte("Urteil der Stadt", lambda r: r.stadt.text),
    Spalte("Unser Urteil", lambda r: " ".join((r.wir.text, _worte(r.wir_neben))).strip()),
    Spalte("Letzter Bericht", lambda r: _worte(r.bericht)),
    Spalte("Nachfragen", lambda r: _worte(r.nachfragen)),
)
_BREITEN: dict[int, int] = {
    Spaltenart.PUNKT: 58, Spaltenart.FRIST: 184, Spaltenart.STADT: 146, Spaltenart.WIR: 168,
    Spaltenart.BERICHT: 128, Spaltenart.NACHFRAGEN: 126,
}  # fmt: skip


class DetailPage(QWidget):
    """Several rows may be selected: a Nachfrage asks about all of them."""

    def __init__(
        self, ui: UiContext, presenter: UmsetzungPresenter, importiere: Callable[[], None]
    ) -> None:
        super().__init__()
        self._ui = ui
        self._presenter = presenter
        self._ruhig = False
        self._modell: RowTableModel[PunktRow] = RowTableModel(
            _SPALTEN, lambda row: row.kennung, self
        )
        self._gezeigt: tuple[PunktRow, ...] = ()
        self._umbruch = QTimer(self)
        self._umbruch.setSingleShot(True)
        self._umbruch.setInterval(0)
        self.tabelle = self._baue_tabelle()
        self._umbruch.timeout.connect(self.tabelle.resizeRowsToContents)
        self.urteil = JudgementBar(ui, presenter.setze_urteil)
        self.bericht = ReportPane(ui, presenter.berichte, importiere)
        self.nachfrage = QueryPane(ui, presenter.nachfragen, presenter.heute())
        self._unten = unten = QSplitter(Qt.Orientation.Horizontal)
        unten.setChildrenCollapsible(False)
        unten.setHandleWidth(1)
        unten.addWidget(self.bericht)
        unten.addWidget(self.nachfrage)
        unten.setSizes([560, 560])
        ui.merker.binde_splitter(unten, "umsetzung-unten")
        oben = QWidget()
        spalte = QVBoxLayout(oben)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        for teil in (self.tabelle, linie(), self.urteil, linie()):
            spalte.addWidget(teil)
        mitte = QSplitter(Qt.Orientation.Vertical)
        mitte.setChildrenCollapsible(False)
        mitte.setHandleWidth(1)
        mitte.addWidget(oben)
        mitte.addWidget(unten)
        mitte.setSizes([330, 370])
        mitte.setStretchFactor(0, 3)
        mitte.setStretchFactor(1, 4)
        ui.merker.binde_splitter(mitte, "umsetzung")
        leer = EmptyState(
            "Noch kein Beschluss",
            "Zu diesem Vorgang gibt es noch keinen Beschluss. Importieren Sie ihn, sobald der Rat "
            "entschieden hat.",
            "Importieren …",
            importiere,
        )
        self._stapel = QStackedWidget()
        self._stapel.addWidget(Rollbereich(mitte))
        self._stapel.addWidget(leer)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(self._stapel)

    def _baue_tabelle(self) -> QTableView:
        tabelle = QTableView()
        tabelle.setAccessibleName("Beschlusspunkte")
        tabelle.setModel(self._modell)
        tabelle.setItemDelegate(PunktDelegate(self._ui, tabelle))
        tabelle.setMinimumHeight(90)
        richte_tabelle(tabelle, _BREITEN, Spaltenart.WORTLAUT)
        tabelle.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tabelle.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        tabelle.horizontalHeader().sectionResized.connect(lambda *_: self._umbruch.start())
        tabelle.selectionModel().selectionChanged.connect(self._gewaehlt)
        tabelle.selectionModel().currentRowChanged.connect(lambda *_: self._gewaehlt())
        self._ui.theme.geaendert.connect(tabelle.viewport().update)
        return tabelle

    # ---- content

    def zeige_punkte(self, rows: Sequence[PunktRow]) -> None:
        """Shows the points; without any there is no resolution."""
        self._ruhig = True
        self._modell.set_rows(rows)
        self._ruhig = False
        self._stapel.setCurrentIndex(0 if rows else 1)
        if tuple(rows) != self._gezeigt:  # else every cell was asked for its height for nothing
            self._gezeigt = tuple(rows)
            self._umbruch.start()

    def waehle_punkte(self, kennungen: Sequence[str]) -> None:
        """Selects points."""
        zeilen = [z for z in map(self._modell.zeile, kennungen) if z is not None]
        if zeilen == [i.row() for i in self._auswahl()]:
            return
        self._ruhig = True
        modell = self.tabelle.selectionModel()
        modell.clearSelection()
        ganz = QItemSelectionModel.SelectionFlag.Rows
        for zeile in zeilen:
            index = self._modell.index(zeile, 0)
            modell.select(index, QItemSelectionModel.SelectionFlag.Select | ganz)
            modell.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._ruhig = False

    def _auswahl(self) -> list[QModelIndex]:
        return self.tabelle.selectionModel().selectedRows()

    def _gewaehlt(self, *_: QItemSelection) -> None:
        if self._ruhig:
            return
        aktuell = self.tabelle.currentIndex().row()
        zeilen = sorted((i.row() for i in self._auswahl()), key=lambda z: (z == aktuell, z))
        self._presenter.waehle_punkte([self._modell.row(z).kennung for z in zeilen])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        for spalte in (Spaltenart.BERICHT, Spaltenart.NACHFRAGEN):
            self.tabelle.setColumnHidden(spalte, self.width() < _SCHMAL)
        schmalst = self.width() < _SCHMALST
        self.tabelle.setColumnHidden(Spaltenart.STADT, schmalst)
        self._unten.setOrientation(
            Qt.Orientation.Vertical if schmalst else Qt.Orientation.Horizontal
        )
