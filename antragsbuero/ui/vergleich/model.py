"""The table model of the comparison: the name of the row, then one column a Fassung."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from antragsbuero.documents.bezeichnungen import ZEILENARTEN
from antragsbuero.ui.shared.table_model import ROW_ROLE
from antragsbuero.ui.vergleich.rows import Rowart, VergleichRow
from antragsbuero.ui.vergleich.tafel import Tafel
from antragsbuero.ui.vergleich.zellen import ZellenRow, vorlesetext

_Index = QModelIndex | QPersistentModelIndex
_OBEN = QModelIndex()


class VergleichModel(QAbstractTableModel):
    """Builds the cells when somebody asks for them: most rows are never looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tafel: Tafel | None = None

    def setze(self, tafel: Tafel | None) -> None:
        """Shows another comparison."""
        self.beginResetModel()
        self.tafel = tafel
        self.endResetModel()

    def rowCount(self, parent: _Index = _OBEN) -> int:
        """See Qt."""
        return 0 if parent.isValid() or self.tafel is None else len(self.tafel.rows)

    def columnCount(self, parent: _Index = _OBEN) -> int:
        """See Qt."""
        return 0 if parent.isValid() or self.tafel is None else len(self.tafel.koepfe) + 1

    def row(self, nummer: int) -> VergleichRow:
        """The row at that place."""
        if self.tafel is None:
            raise IndexError(nummer)
        return self.tafel.rows[nummer]

    def zelle(self, nummer: int, spalte: int) -> ZellenRow | None:
        """The cell of a Fassung's column (0 is the first Fassung), None in titles and folds."""
        if self.tafel is None or self.row(nummer).art is not Rowart.ZEILE:
            return None
        return self.tafel.zellen.zelle(self.row(nummer).von, spalte)

    def row_der_zeile(self, zeile: int) -> int | None:
        """The row that shows this row of the Synopse; the fold where it is folded away."""
        if self.tafel is None:
            return None
        for nummer, row in enumerate(self.tafel.rows):
            if row.von <= zeile < row.bis:
                return nummer
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """See Qt."""
        if not index.isValid() or self.tafel is None:
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        vorlesen = role == Qt.ItemDataRole.AccessibleTextRole
        if row.art is not Rowart.ZEILE:
            return row.name if index.column() == 1 or vorlesen else ""
        if index.column() == 0:
            wort = ZEILENARTEN[self.tafel.synopse.zeilen[row.von].art]
            return f"{row.name}, {wort}" if vorlesen else row.kurz
        kopf = self.tafel.koepfe[index.column() - 1]
        zelle = self.tafel.zellen.zelle(row.von, index.column() - 1)
        text = vorlesetext(zelle, row.name, kopf.titel)
        return text if vorlesen else text.partition(": ")[2]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """See Qt."""
        if self.tafel is None or orientation != Qt.Orientation.Horizontal:
            return None
        rollen = Qt.ItemDataRole
        if role not in (rollen.DisplayRole, rollen.AccessibleTextRole, rollen.ToolTipRole):
            return None
        if section == 0:
            return "Punkt"
        if not 1 <= section <= len(self.tafel.koepfe):
            return None
        kopf = self.tafel.koepfe[section - 1]
        return kopf.titel if role == Qt.ItemDataRole.DisplayRole else kopf.vorlesen
