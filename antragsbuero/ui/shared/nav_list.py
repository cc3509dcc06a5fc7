"""The list of places at the left edge: icon, word, count; folds to icons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.theme import schrift

_Index = QModelIndex | QPersistentModelIndex
_ROLLE = Qt.ItemDataRole.UserRole
_OBEN = QModelIndex()


@dataclass(frozen=True, slots=True)
class NavRow:
    """A place to go to, or a heading when `ort` is None.

    `zahl` stands at the right ("213", "3 überfällig"); `dringend` colours it red.
    `klein` marks the lesser entries under a heading.
    """

    text: str
    ort: Ort | None = None
    icon: str = ""
    zahl: str = ""
    dringend: bool = False
    klein: bool = False


class _NavModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[NavRow, ...] = ()

    def rowCount(self, parent: _Index = _OBEN) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.text}, {row.zahl}" if row.zahl else row.text
        return row if role == _ROLLE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].ort is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def setze(self, rows: Sequence[NavRow]) -> None:
        """Takes new rows; same places with new counts are told as changes."""
        neu = tuple(rows)
        if [(r.text, r.ort) for r in neu] == [(r.text, r.ort) for r in self.rows]:
            self.rows = neu
            if neu:
                self.dataChanged.emit(self.index(0), self.index(len(neu) - 1))
            return
        self.beginResetModel()
        self.rows = neu
        self.endResetModel()


class _NavDelegate(QStyledItemDelegate):
    def __init__(self, ui: UiContext, parent: NavList) -> None:
        super().__init__(parent)
        self._ui = ui
        self._liste = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        row: NavRow = index.data(_ROLLE)
        if row.ort is None:
            return QSize(40, 0 if self._liste.schmal else 34)
        if row.klein:
            return QSize(40, 0 if self._liste.schmal else 28)
        return QSize(40, 33)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: NavRow = index.data(_ROLLE)
        rect: QRect = option.rect
        if rect.height() < 5:
            return
        farben = self._ui.theme.farben
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.ort is None:
            painter.setFont(schrift(8.5, QFont.Weight.DemiBold))
            painter.setPen(QColor(farben.text2))
            painter.drawText(rect.adjusted(8, 12, -4, -2), Qt.AlignmentFlag.AlignLeft, row.text)
            painter.restore()
            return
        state = option.state
        gewaehlt = bool(state & QStyle.StateFlag.State_Selected)
        kasten = rect.adjusted(0, 0, 0, -1)
        if gewaehlt or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(farben.akzentflaeche))
            painter.drawRoundedRect(kasten, 4, 4)
        if gewaehlt:
            painter.setBrush(QColor(farben.akzent))
            painter.drawRoundedRect(
                QRect(kasten.x(), kasten.y() + 7, 3, kasten.height() - 14), 2, 2
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(farben.akzent))
            painter.drawRoundedRect(kasten.adjusted(1, 1, -1, -1), 4, 4)
        self._inhalt(painter, kasten, row, gewaehlt)
        painter.restore()

    def _inhalt(self, painter: QPainter, kasten: QRect, row: NavRow, gewaehlt: bool) -> None:
        farben = self._ui.theme.farben
        groesse = 16 if row.klein else 20
        icon = self._ui.icons.icon(
            row.icon, groesse, "akzent" if gewaehlt else "text2",
            gefuellt=gewaehlt and not row.klein,
        )  # fmt: skip
        x = kasten.x() + (kasten.width() - groesse) // 2 if self._liste.schmal else kasten.x() + 8
        icon.paint(painter, x, kasten.center().y() - groesse // 2 + 1, groesse, groesse)
        if self._liste.schmal:
            return
        rechts = kasten.right() - 8
        if row.zahl:
            painter.setFont(schrift(9, QFont.Weight.DemiBold))
            painter.setPen(QColor(farben.rot if row.dringend else farben.text2))
            breite = painter.fontMetrics().horizontalAdvance(row.zahl)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(kasten.adjusted(0, 0, -8, 0), flags, row.zahl)
            rechts -= breite + 8
        fett = QFont.Weight.DemiBold if gewaehlt else QFont.Weight.Normal
        font = schrift(9.5 if row.klein else 10, fett)
        painter.setFont(font)
        painter.setPen(QColor(farben.text))
        links = kasten.x() + 38 - (4 if row.klein else 0)
        text = QFontMetrics(font).elidedText(
            row.text, Qt.TextElideMode.ElideRight, max(0, rechts - links)
        )
        feld = QRect(links, kasten.y(), rechts - links + 2, kasten.height())
        painter.drawText(feld, Qt.AlignmentFlag.AlignVCenter, text)


class NavList(QListView):
    """The navigation; `gewaehlt` tells where a person wants to go."""

    gewaehlt = Signal(object)

    def __init__(self, ui: UiContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.schmal = False
        self._modell = _NavModel(self)
        self.setModel(self._modell)
        self.setItemDelegate(_NavDelegate(ui, self))
        self.setProperty("flaeche", "rahmen")
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.clicked.connect(self._gehe)
        self.activated.connect(self._gehe)
        ui.theme.geaendert.connect(self.viewport().update)

    def setze(self, rows: Sequence[NavRow]) -> None:
        """Shows these places."""
        self._modell.setze(rows)

    def waehle(self, passt: Callable[[Ort], bool]) -> None:
        """Marks the first place that fits, or none; tells nobody."""
        for i, row in enumerate(self._modell.rows):
            if row.ort is not None and passt(row.ort):
                self.setCurrentIndex(self._modell.index(i))
                return
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def falte(self, schmal: bool) -> None:
        """Folds to icons or unfolds."""
        if schmal != self.schmal:
            self.schmal = schmal
            self.scheduleDelayedItemsLayout()

    def inhaltshoehe(self) -> int:
        """The height of all rows in pixels."""
        return sum(self.sizeHintForRow(i) for i in range(self._modell.rowCount())) + 4

    def _gehe(self, index: QModelIndex) -> None:
        row: NavRow | None = index.data(_ROLLE)
        if row is not None and row.ort is not None:
            self.gewaehlt.emit(row.ort)
