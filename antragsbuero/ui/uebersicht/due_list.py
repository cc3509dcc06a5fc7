"""The list of what is due, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.table_model import ROW_ROLE, RowTableModel, Spalte
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.uebersicht.rows import FaelligRow

_Index = QModelIndex | QPersistentModelIndex
_ZEILE, _GRUPPE = 34, 30
_SPALTEN: tuple[Spalte[FaelligRow], ...] = (
    Spalte("Fällig", lambda row: row.titel, lambda row: row.vorlesen),
)
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _DueModel(RowTableModel[FaelligRow]):
    """Headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_SPALTEN, lambda row: row.kennung, parent)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.row(index.row()).ist_gruppe:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.row(index.row())
            return None if row.ist_gruppe else row.vorlesen
        return super().data(index, role)


class _DueDelegate(QStyledItemDelegate):
    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: FaelligRow = index.data(ROW_ROLE)
        return QSize(300, _GRUPPE if row.ist_gruppe else _ZEILE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: FaelligRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        farben = self._ui.theme.farben
        rect: QRect = option.rect
        painter.save()
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        if gewaehlt:
            painter.fillRect(rect, QColor(farben.akzentflaeche))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(farben.akzent))
        painter.setPen(QColor(farben.linie))
        painter.drawLine(rect.left() + 20, rect.bottom(), rect.right(), rect.bottom())
        if row.ist_gruppe:
            self._gruppe(painter, rect.adjusted(20, 6, -4, 0), row)
        else:
            self._zeile(painter, rect.adjusted(20, 0, -12, 0), row)
        painter.restore()

    def _gruppe(self, painter: QPainter, rect: QRect, row: FaelligRow) -> None:
        farben = self._ui.theme.farben
        if row.icon:
            icon = self._ui.icons.icon(row.icon, 16, row.ton or "text2")
            icon.paint(painter, rect.x(), rect.center().y() - 8, 16, 16)
            rect = rect.adjusted(22, 0, 0, 0)
        painter.setFont(schrift(9, QFont.Weight.DemiBold))
        painter.setPen(QColor(farben.rot if row.ton == "rot" else farben.text2))
        painter.drawText(rect, _LINKS, row.titel)

    def _zeile(self, painter: QPainter, rect: QRect, row: FaelligRow) -> None:
        farben = self._ui.theme.farben
        masse = QFontMetrics(schrift(10))
        tag = masse.horizontalAdvance("00.00.0000") + 10
        relativ = masse.horizontalAdvance("seit 0000 Tagen") + 10
        art = masse.horizontalAdvance("Frist entfallen") + 36
        knapp = rect.width() < tag + relativ + art + 260
        eng = rect.width() < tag + relativ + 22 + 200
        ton = {"rot": farben.rot, "gelb": farben.gelb}.get(row.ton, farben.text)
        x = rect.x()
        if not eng or not row.relativ:  # „seit 9 Tagen“ says the day as well
            painter.setFont(schrift(10))
            painter.setPen(QColor(farben.text))
            painter.drawText(QRect(x, rect.y(), tag, rect.height()), _LINKS, row.datum)
        if not eng:
            x += tag
        gewicht = QFont.Weight.DemiBold if row.ton == "rot" else QFont.Weight.Normal
        painter.setFont(schrift(10, gewicht))
        painter.setPen(QColor(farben.rot if row.ton == "rot" else farben.text2))
        painter.drawText(QRect(x, rect.y(), relativ, rect.height()), _LINKS, row.relativ)
        x += relativ
        icon = self._ui.icons.icon(row.icon, 16, row.ton or "text")
        icon.paint(painter, x, rect.center().y() - 8, 16, 16)
        x += 22
        if not knapp:
            painter.setFont(schrift(10))
            painter.setPen(QColor(ton if row.ton == "gelb" else farben.text))
            painter.drawText(QRect(x, rect.y(), art, rect.height()), _LINKS, row.art)
            x += art - 22
        self._titel(painter, QRect(x, rect.y(), rect.right() - x, rect.height()), row)

    def _titel(self, painter: QPainter, rect: QRect, row: FaelligRow) -> None:
        farben = self._ui.theme.farben
        fett, normal = schrift(10, QFont.Weight.DemiBold), schrift(10)
        punkt = f" · {row.punkt}" if row.punkt else ""
        rest = min(QFontMetrics(normal).horizontalAdvance(punkt), rect.width() * 2 // 5)
        masse = QFontMetrics(fett)
        titel = masse.elidedText(row.titel, Qt.TextElideMode.ElideRight, rect.width() - rest)
        painter.setFont(fett)
        painter.setPen(QColor(farben.text))
        painter.drawText(rect, _LINKS, titel)
        links = rect.adjusted(masse.horizontalAdvance(titel), 0, 0, 0)
        painter.setFont(normal)
        painter.setPen(QColor(farben.text2))
        punkt = QFontMetrics(normal).elidedText(punkt, Qt.TextElideMode.ElideRight, links.width())
        painter.drawText(links, _LINKS, punkt)


class DueList(QListView):
    """Enter or a double click opens the Vorgang of a row."""

    def __init__(
        self,
        ui: UiContext,
        oeffne: Callable[[str], None],
        gewaehlt: Callable[[FaelligRow | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._modell = _DueModel(self)
        self._oeffne = oeffne
        self._gewaehlt = gewaehlt
        self.setModel(self._modell)
        self.setItemDelegate(_DueDelegate(ui, self))
        self.setAccessibleName("Was fällig ist")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._oeffne_row)
        self.selectionModel().currentChanged.connect(lambda *_: self._melde())
        ui.theme.geaendert.connect(self.viewport().update)

    def zeige(self, rows: Sequence[FaelligRow]) -> None:
        """Shows these rows."""
        self._modell.set_rows(rows)
        if not self.currentIndex().isValid():
            erste = next((i for i, row in enumerate(rows) if not row.ist_gruppe), None)
            if erste is not None:
                self.setCurrentIndex(self._modell.index(erste, 0))
        self._melde()

    def row(self) -> FaelligRow | None:
        """The row chosen."""
        index = self.currentIndex()
        return self._modell.row(index.row()) if index.isValid() else None

    def _melde(self) -> None:
        self._gewaehlt(self.row())

    def _oeffne_row(self, index: QModelIndex) -> None:
        row = self._modell.row(index.row())
        if row.vorgang:
            self._oeffne(row.vorgang)
