"""Paints the comparison from cached layouts, a few hundred at most."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.vergleich.model import VergleichModel
from antragsbuero.ui.vergleich.rows import Rowart, Stelle, VergleichRow
from antragsbuero.ui.vergleich.zellbild import RAND, Schriften, Zellbild, farbtafel
from antragsbuero.ui.vergleich.zellen import FARBEN, ZEICHEN

_Index = QModelIndex | QPersistentModelIndex
_BILDER = 300
"""Layouts kept; a full screen shows about forty."""
_TITELHOEHE = 30
_GRUNDHOEHE = 48
"""Of a cell besides its text: edges and tag line."""
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class VergleichDelegate(QStyledItemDelegate):
    """Draws titles, folds, row names and cells."""

    def __init__(self, ui: UiContext, model: VergleichModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._model = model
        self._bilder: OrderedDict[tuple[int, int, int], Zellbild] = OrderedDict()
        self._raenge: dict[tuple[int, int], dict[int, int]] = {}
        self.schriften = Schriften.neu()
        self.hier: Stelle | None = None
        self.hier_nummer = -1
        self.fund = ""
        self._farben = farbtafel(ui.theme.farben)

    def vergiss(self) -> None:
        """Another comparison, theme or search: all layouts are made anew."""
        self._bilder.clear()
        self._farben = farbtafel(self._ui.theme.farben)
        self.schriften = Schriften.neu()
        self._raenge.clear()
        tafel = self._model.tafel
        for rang, stelle in enumerate(tafel.stellen if tafel else ()):
            raenge = self._raenge.setdefault((stelle.zeile, stelle.spalte), {})
            if stelle.von == stelle.bis:
                raenge[-1] = rang
            for teil in range(stelle.von, stelle.bis):
                raenge[teil] = rang

    def bild(self, nummer: int, spalte: int, breite: int) -> Zellbild | None:
        """The layout of a Fassung's cell for a width, None in titles and folds."""
        schluessel = (nummer, spalte, breite)
        bild = self._bilder.get(schluessel)
        if bild is not None:
            self._bilder.move_to_end(schluessel)
            return bild
        zelle = self._model.zelle(nummer, spalte)
        if zelle is None:
            return None
        raenge = self._raenge.get((self._model.row(nummer).von, spalte), {})
        bild = Zellbild(self._ui, self.schriften, self._farben, zelle, breite, raenge, self.fund)
        self._bilder[schluessel] = bild
        while len(self._bilder) > _BILDER:
            self._bilder.popitem(last=False)
        return bild

    def hoehe(self, nummer: int, breiten: list[int]) -> int:
        """The true height of a row for these widths of the Fassungen's columns."""
        if self._model.row(nummer).art is not Rowart.ZEILE:
            return _TITELHOEHE
        bilder = [self.bild(nummer, spalte, breite) for spalte, breite in enumerate(breiten)]
        return max(60, *(int(bild.hoehe) + 1 for bild in bilder if bild is not None))

    def schaetze(self, breiten: list[int]) -> list[int]:
        """A height for each row from the lengths of the texts, without laying anything out."""
        tafel = self._model.tafel
        if tafel is None:
            return []
        zeilen = tafel.synopse.zeilen
        je_zeichen = self.schriften.breite / max(40, min(breiten) - 2 * RAND)
        hoehe = self.schriften.zeile
        return [
            int((max([len(z.text) for z in zeilen[row.von].zellen]) * je_zeichen + 1) * hoehe)
            + _GRUNDHOEHE
            if row.art is Rowart.ZEILE
            else _TITELHOEHE
            for row in tafel.rows
        ]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        return QSize(80, _TITELHOEHE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        rect: QRect = option.rect
        row = self._model.row(index.row())
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        farben = self._farben
        painter.save()
        grund = "flaeche" if row.art is Rowart.ZEILE else "flaeche2"
        painter.fillRect(rect, farben[grund])
        if row.art is not Rowart.ZEILE:
            self._titel(painter, rect, row, index.column(), gewaehlt=gewaehlt)
        elif index.column() == 0:
            self._name(painter, rect, row, gewaehlt=gewaehlt)
        else:
            self._zelle(painter, rect, index)
        painter.setPen(farben["linie"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row.art is Rowart.ZEILE:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus and index.column() > 0:
            painter.setPen(QPen(farben["akzent"], 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(4, 2, -3, -4))
        painter.restore()

    def _zelle(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        bild = self.bild(index.row(), index.column() - 1, rect.width())
        if bild is None:
            return
        row = self._model.row(index.row())
        hier = -1
        if self.hier and (self.hier.zeile, self.hier.spalte) == (row.von, index.column() - 1):
            hier = self.hier_nummer
        bild.zeichne(painter, QRectF(rect.adjusted(0, 0, -1, -1)), hier)

    def _name(self, painter: QPainter, rect: QRect, row: VergleichRow, *, gewaehlt: bool) -> None:
        tafel = self._model.tafel
        if tafel is None:
            return
        if gewaehlt:
            painter.fillRect(rect, self._farben["akzentflaeche"])
        if gewaehlt or (self.hier is not None and self.hier.zeile == row.von):
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), self._farben["akzent"])
        painter.setPen(self._farben["text"])
        painter.setFont(schrift(11, QFont.Weight.DemiBold))
        feld = QRect(rect.x() + 12, rect.y() + 8, rect.width() - 14, 22)
        passt = painter.fontMetrics().horizontalAdvance(row.kurz) <= feld.width()
        if not passt:
            painter.setFont(schrift(9, QFont.Weight.DemiBold))
        painter.drawText(feld, int(_LINKS), row.kurz)
        art = tafel.synopse.zeilen[row.von].art
        icon = self._ui.icons.icon(ZEICHEN[art], 16, FARBEN.get(art, "text2"))
        icon.paint(painter, rect.x() + 12, rect.y() + (34 if row.kurz else 10), 16, 16)

    def _titel(
        self, painter: QPainter, rect: QRect, row: VergleichRow, spalte: int, *, gewaehlt: bool
    ) -> None:
        if gewaehlt:
            painter.fillRect(rect, self._farben["akzentflaeche"])
        falte = row.art is Rowart.LUECKE
        if spalte == 0 and falte:
            self._ui.icons.icon("chevron_down", 16, "text2").paint(
                painter, rect.x() + 12, rect.y() + 7, 16, 16
            )
        if spalte != 1:
            return
        painter.setFont(schrift(9.5) if falte else schrift(9.5, QFont.Weight.DemiBold))
        painter.setPen(self._farben["akzent" if falte else "text2"])
        painter.drawText(rect.adjusted(RAND, 0, 0, 0), int(_LINKS), row.name)
