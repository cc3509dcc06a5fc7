"""Paints the table of points: whole wording, judgements as icon and word, amber losses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.staende import Bild
from antragsbuero.ui.shared.table_model import ROW_ROLE
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.umsetzung.rows import PunktRow, Zeile

_Index = QModelIndex | QPersistentModelIndex
_UMBRUCH = int(Qt.TextFlag.TextWordWrap)
_RAND = 9
"""Pixels above and below the words of a cell."""
_SEITE = 10


class Spaltenart(IntEnum):
    """The columns."""

    PUNKT = 0
    WORTLAUT = 1
    FRIST = 2
    STADT = 3
    WIR = 4
    BERICHT = 5
    NACHFRAGEN = 6


@dataclass(frozen=True, slots=True)
class _Stueck:
    """A paragraph of a cell."""

    text: str
    punkte: float
    fett: bool
    farbe: str
    """A token of the theme."""
    icon: str = ""


class PunktDelegate(QStyledItemDelegate):
    """Draws every cell itself; rows are as high as their longest cell."""

    def __init__(self, ui: UiContext, tabelle: QTableView) -> None:
        super().__init__(tabelle)
        self._ui = ui
        self._tabelle = tabelle
        self._hoehen: dict[tuple[int, int], tuple[PunktRow, int, int]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        row: PunktRow | None = index.data(ROW_ROLE)
        breite = self._tabelle.columnWidth(index.column())
        if row is None:
            return QSize(breite, 50)
        return QSize(breite, self._hoehe(index.row(), index.column(), row, breite))

    def _hoehe(self, zeile: int, spalte: int, row: PunktRow, breite: int) -> int:
        """Remembered: Qt asks for every cell at every change of widths or colours."""
        alt = self._hoehen.get((zeile, spalte))
        if alt is not None and alt[0] is row and alt[1] == breite:
            return alt[2]
        worte = sum(_hoehe(s, breite - 2 * _SEITE) for s in self._stuecke(row, spalte))
        hoehe = max(50, worte + 2 * _RAND)
        self._hoehen[zeile, spalte] = (row, breite, hoehe)
        return hoehe

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        row: PunktRow | None = index.data(ROW_ROLE)
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
        painter.drawLine(rect.topRight(), rect.bottomRight())
        oben = rect.y() + _RAND
        for stueck in self._stuecke(row, index.column()):
            oben += self._male(painter, stueck, rect.x() + _SEITE, oben, rect.width() - 2 * _SEITE)
        painter.restore()

    def _male(self, painter: QPainter, stueck: _Stueck, x: int, y: int, breite: int) -> int:
        hoehe = _hoehe(stueck, breite)
        if stueck.icon:
            icon = self._ui.icons.icon(stueck.icon, 16, stueck.farbe)
            icon.paint(painter, x, y, 16, 16)
            x, breite = x + 21, breite - 21
        painter.setFont(_font(stueck.punkte, stueck.fett))
        painter.setPen(QColor(str(getattr(self._ui.theme.farben, stueck.farbe))))
        painter.drawText(QRect(x, y, breite, hoehe), _UMBRUCH, stueck.text)
        return hoehe

    def _stuecke(self, row: PunktRow, spalte: int) -> list[_Stueck]:
        match spalte:
            case Spaltenart.PUNKT:
                return [_Stueck(row.nummer or "–", 11, True, "text")]
            case Spaltenart.WORTLAUT:
                return [_Stueck(row.wortlaut, 10, False, "text")]
            case Spaltenart.FRIST:
                return self._zeilen(row.frist)
            case Spaltenart.STADT:
                return [self._bild(row.stadt)]
            case Spaltenart.WIR:
                return [self._bild(row.wir), *self._zeilen(row.wir_neben)]
            case Spaltenart.BERICHT:
                return self._zeilen(row.bericht)
            case _:
                return self._zeilen(row.nachfragen)

    def _bild(self, bild: Bild) -> _Stueck:
        return _Stueck(bild.text, 10, True, bild.farbe, bild.icon)

    def _zeilen(self, zeilen: Sequence[Zeile]) -> list[_Stueck]:
        return [
            _Stueck(z.text, 10 if not z.farbe or z.icon else 9, False, z.farbe or "text", z.icon)
            for z in zeilen
        ]


def _hoehe(stueck: _Stueck, breite: int) -> int:
    platz = max(30, breite - (21 if stueck.icon else 0))
    hoehe = _texthoehe(stueck.text, stueck.punkte, stueck.fett, platz)
    return max(hoehe, 18 if stueck.icon else 0) + 2


@lru_cache(maxsize=4000)
def _texthoehe(text: str, punkte: float, fett: bool, breite: int) -> int:
    """Remembered: most cells of a table say the same few words."""
    rahmen = QRect(0, 0, breite, 100_000)
    return QFontMetrics(_font(punkte, fett)).boundingRect(rahmen, _UMBRUCH, text).height()


def _font(punkte: float, fett: bool) -> QFont:
    return schrift(punkte, QFont.Weight.DemiBold if fett else QFont.Weight.Normal)
