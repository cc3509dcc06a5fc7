"""All resolutions: what became of them, one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.notice import EmptyState
from antragsbuero.ui.shared.tabellenform import richte_tabelle
from antragsbuero.ui.shared.table_model import ROW_ROLE, RowTableModel, Spalte
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.umsetzung.rows import BeschlussRow

_HOEHE = 50
_Index = QModelIndex | QPersistentModelIndex
_LINKS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Art(IntEnum):
    DATUM = 0
    BETREFF = 1
    STADT = 2
    WIR = 3
    FRIST = 4
    VERLOREN = 5
    NACHFRAGEN = 6


def _verloren(row: BeschlussRow) -> str:
    return f"{row.verloren} verloren" if row.verloren else "keine verloren"


_SPALTEN: tuple[Spalte[BeschlussRow], ...] = (
    Spalte("Beschluss", lambda r: r.datum_text),
    Spalte("Vorgang", lambda r: r.betreff, lambda r: f"{r.betreff} {r.nummer}".strip()),
    Spalte("Urteil der Stadt", lambda r: r.stadt),
    Spalte("Unser Urteil", lambda r: r.wir),
    Spalte("Nächste Frist", lambda r: r.frist_text),
    Spalte("Im Beschluss", _verloren),
    Spalte("Nachfragen", lambda r: r.nachfragen),
)
_BREITEN: dict[int, int] = {
    _Art.DATUM: 112, _Art.STADT: 150, _Art.WIR: 150, _Art.FRIST: 120, _Art.VERLOREN: 118,
    _Art.NACHFRAGEN: 118,
}  # fmt: skip

_ERST_AB: dict[int, int] = {_Art.STADT: 720, _Art.VERLOREN: 1000, _Art.NACHFRAGEN: 880}
"""Width of the page from which a column is shown."""


class OverviewPage(QWidget):
    """The list; Return or double click opens a resolution."""

    def __init__(self, ui: UiContext, oeffne: Callable[[str], None]) -> None:
        super().__init__()
        self._oeffne = oeffne
        self._modell: RowTableModel[BeschlussRow] = RowTableModel(
            _SPALTEN, lambda row: row.vorgang, self
        )
        self.tabelle = QTableView()
        self.tabelle.setAccessibleName("Alle Beschlüsse")
        self.tabelle.setModel(self._modell)
        self.tabelle.setItemDelegate(_OverviewDelegate(ui, self.tabelle))
        richte_tabelle(self.tabelle, _BREITEN, _Art.BETREFF)
        self.tabelle.horizontalHeader().setStyleSheet(
            "QHeaderView::section:first { padding-left: 20px; }"
        )
        self.tabelle.verticalHeader().setDefaultSectionSize(_HOEHE)
        self.tabelle.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.tabelle.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tabelle.activated.connect(
            lambda index: self._oeffne(self._modell.row(index.row()).vorgang)
        )
        self._leer = EmptyState("", "")
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.tabelle)
        self._stapel.addWidget(self._leer)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.addWidget(self._stapel)
        ui.theme.geaendert.connect(self.tabelle.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: the Betreff keeps its room; the page of one resolution tells all."""
        super().resizeEvent(event)
        for spalte, ab in _ERST_AB.items():
            self.tabelle.setColumnHidden(spalte, self.width() < ab)

    def zeige(self, rows: Sequence[BeschlussRow], laedt: bool) -> None:
        """Shows the resolutions."""
        self._modell.set_rows(rows)
        self._stapel.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._leer.setze(
                "Beschlüsse werden geladen …" if laedt else "Noch kein Beschluss",
                "" if laedt else "Importieren Sie einen Vorgang mit dem Beschluss des Rates. Hier "
                "steht dann, was aus jedem Beschlusspunkt geworden ist.",
            )  # fmt: skip
        elif not self.tabelle.selectionModel().hasSelection():
            self.tabelle.selectRow(0)


class _OverviewDelegate(QStyledItemDelegate):
    """Two lines at most; red for what is overdue, amber for what was lost."""

    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        return QSize(80, _HOEHE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        row: BeschlussRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        farben = self._ui.theme.farben
        rect: QRect = option.rect
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(farben.akzentflaeche if gewaehlt else farben.flaeche))
        if gewaehlt and index.column() == 0:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(farben.akzent))
        painter.setPen(QColor(farben.linie))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        feld = rect.adjusted(20 if index.column() == 0 else 8, 0, -6, 0)
        match index.column():
            case _Art.BETREFF:
                self._betreff(painter, feld, row)
            case _Art.FRIST:
                farbe = farben.rot if row.ueberfaellig else farben.text
                self._text(painter, feld, row.frist_text, farbe if row.frist_text != "keine"
                           else farben.text2)  # fmt: skip
            case _Art.VERLOREN:
                farbe = farben.gelb if row.verloren else farben.text2
                self._text(painter, feld, _verloren(row), farbe)
            case _:
                self._text(painter, feld, index.data(), farben.text)
        painter.restore()

    def _betreff(self, painter: QPainter, feld: QRect, row: BeschlussRow) -> None:
        farben = self._ui.theme.farben
        fett = schrift(10, QFont.Weight.DemiBold)
        kurz = Qt.TextElideMode.ElideRight
        painter.setFont(fett)
        painter.setPen(QColor(farben.text))
        oben = QRect(feld.x(), feld.y() + 6, feld.width(), 19)
        painter.drawText(
            oben, _LINKS, QFontMetrics(fett).elidedText(row.betreff, kurz, oben.width())
        )
        punkte = "1 Punkt" if row.punkte == 1 else f"{row.punkte} Punkte"
        teile = [row.nummer, punkte, f"{row.strittig} strittig" if row.strittig else ""]
        zusatz = QFontMetrics(schrift(9)).elidedText(
            " · ".join(t for t in teile if t), kurz, feld.width()
        )
        self._text(painter, QRect(feld.x(), feld.y() + 25, feld.width(), 18), zusatz, farben.text2)

    def _text(self, painter: QPainter, feld: QRect, text: str, farbe: str) -> None:
        painter.setFont(schrift(9))
        painter.setPen(QColor(farbe))
        painter.drawText(feld, _LINKS | int(Qt.TextFlag.TextWordWrap), text)
