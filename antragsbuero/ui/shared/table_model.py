"""A table over frozen rows that tells exactly what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The role under which every cell hands out its whole row."""
_SCHRITTE = 200
"""More single changes than this are told as one reset."""
_Index = QModelIndex | QPersistentModelIndex
_OBEN = QModelIndex()


@dataclass(frozen=True, slots=True)
class Spalte(Generic[R]):
    """A column: its title, the text of a row in it, longer words for screen readers."""

    titel: str
    text: Callable[[R], str]
    vorlesen: Callable[[R], str] | None = None
    rechts: bool = False


class RowTableModel(QAbstractTableModel, Generic[R]):
    """Rows with a key; `set_rows` works out what was inserted, removed, moved and changed."""

    def __init__(
        self,
        spalten: Sequence[Spalte[R]],
        schluessel: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._spalten = tuple(spalten)
        self._schluessel = schluessel
        self._rows: list[R] = []

    def rowCount(self, parent: _Index = _OBEN) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _OBEN) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self._spalten)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """See Qt."""
        if not index.isValid():
            return None
        row, spalte = self._rows[index.row()], self._spalten[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return spalte.text(row)
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return (spalte.vorlesen or spalte.text)(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and spalte.rechts:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """See Qt."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._spalten[section].titel if 0 <= section < len(self._spalten) else None
        return None

    def row(self, zeile: int) -> R:
        """The row at that place."""
        return self._rows[zeile]

    @property
    def rows(self) -> tuple[R, ...]:
        """All rows."""
        return tuple(self._rows)

    def zeile(self, schluessel: Hashable) -> int | None:
        """The place of the row with that key."""
        return next(
            (i for i, row in enumerate(self._rows) if self._schluessel(row) == schluessel), None
        )

    def set_rows(self, rows: Sequence[R]) -> None:
        """Takes new rows and tells the differences."""
        neu = {self._schluessel(row) for row in rows}
        if not self._rows and not rows:
            return
        if not self._rows or not rows or not self._schritte(rows, neu):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def _schritte(self, rows: Sequence[R], neu: set[Hashable]) -> bool:
        """Applies the differences one by one; False when there are too many of them."""
        alt = [self._schluessel(row) for row in self._rows]
        bekannt = set(alt)
        if len(bekannt ^ neu) > _SCHRITTE or len(neu) != len(rows):
            return False
        bleibt = [s for s in (self._schluessel(row) for row in rows) if s in bekannt]
        if _zuege([s for s in alt if s in neu], bleibt) > _SCHRITTE:
            return False
        self._entferne(neu)
        for i, row in enumerate(rows):
            self._setze(i, row, self._schluessel(row) in bekannt)
        return True

    def _entferne(self, neu: set[Hashable]) -> None:
        for i in range(len(self._rows) - 1, -1, -1):
            if self._schluessel(self._rows[i]) not in neu:
                self.beginRemoveRows(QModelIndex(), i, i)
                del self._rows[i]
                self.endRemoveRows()

    def _setze(self, i: int, row: R, vorhanden: bool) -> None:
        schluessel = self._schluessel(row)
        if not vorhanden:
            self.beginInsertRows(QModelIndex(), i, i)
            self._rows.insert(i, row)
            self.endInsertRows()
            return
        if self._schluessel(self._rows[i]) != schluessel:
            von = next(
                j for j in range(i + 1, len(self._rows))
                if self._schluessel(self._rows[j]) == schluessel
            )  # fmt: skip
            self.beginMoveRows(QModelIndex(), von, von, QModelIndex(), i)
            self._rows.insert(i, self._rows.pop(von))
            self.endMoveRows()
        if self._rows[i] != row:
            self._rows[i] = row
            self.dataChanged.emit(self.index(i, 0), self.index(i, len(self._spalten) - 1))


def _zuege(alt: Sequence[Hashable], neu: Sequence[Hashable]) -> int:
    """How many rows must be brought forward to lead from one order to the other."""
    zuege, j, vorgezogen = 0, 0, set[Hashable]()
    for s in neu:
        while j < len(alt) and alt[j] in vorgezogen:
            j += 1
        if alt[j] == s:
            j += 1
        else:
            vorgezogen.add(s)
            zuege += 1
            if zuege > _SCHRITTE:
                break
    return zuege
