"""Paints the rows of the list: state with icon, two lines with the words found, deadline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.table_model import ROW_ROLE
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.vorgaenge.presenter import Sortierung
from antragsbuero.ui.vorgaenge.rows import VorgangRow

HOEHE = 50
_Index = QModelIndex | QPersistentModelIndex
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class VorgangDelegate(QStyledItemDelegate):
    """Draws every cell itself, in the colours of the theme."""

    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self.worte: tuple[str, ...] = ()
        """Words to mark, casefolded."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        return QSize(80, HOEHE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        row: VorgangRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        rect: QRect = option.rect
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        farben = self._ui.theme.farben
        painter.save()
        painter.fillRect(rect, QColor(farben.akzentflaeche if gewaehlt else farben.flaeche))
        painter.setPen(QColor(farben.linie))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        match index.column():
            case Sortierung.STAND:
                if gewaehlt:
                    painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()),
                                     QColor(farben.akzent))  # fmt: skip
                self._stand(painter, rect.adjusted(20, 0, -4, 0), row)
            case Sortierung.BETREFF:
                self._betreff(painter, rect.adjusted(8, 0, -6, 0), row)
            case Sortierung.FRIST:
                farbe = farben.rot if row.ueberfaellig else farben.text
                self._zwei(painter, rect, row.frist or "keine", row.frist_relativ,
                           farbe if row.frist else farben.text2)  # fmt: skip
            case _:
                self._zwei(painter, rect, row.datum_text, "", farben.text2)
        painter.restore()

    def _stand(self, painter: QPainter, rect: QRect, row: VorgangRow) -> None:
        icon = self._ui.icons.icon(row.stand_icon, 16, row.stand_farbe)
        icon.paint(painter, rect.x(), rect.center().y() - 8, 16, 16)
        painter.setFont(schrift(9.5))
        painter.setPen(QColor(str(getattr(self._ui.theme.farben, row.stand_farbe))))
        feld = rect.adjusted(22, 0, 0, 0)
        flags = int(_LINKS) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(feld, flags, row.stand)

    def _betreff(self, painter: QPainter, rect: QRect, row: VorgangRow) -> None:
        farben = self._ui.theme.farben
        oben = QRect(rect.x(), rect.y() + 6, rect.width(), 19)
        unten = QRect(rect.x(), rect.y() + 26, rect.width(), 17)
        fett, klein = schrift(10, QFont.Weight.DemiBold), schrift(9)
        masse = QFontMetrics(schrift(10))
        nummer = masse.horizontalAdvance(f"  {row.nummer}") if row.nummer else 0
        platz = max(60, rect.width() - nummer)
        ende = self._marktext(painter, oben.adjusted(0, 0, platz - rect.width(), 0), row.betreff,
                              fett, farben.text)  # fmt: skip
        if row.nummer:
            painter.setFont(schrift(10))
            painter.setPen(QColor(farben.text2))
            painter.drawText(QRect(ende, oben.y(), nummer + 4, oben.height()), _LINKS,
                             f"  {row.nummer}")  # fmt: skip
        self._marktext(painter, unten, row.zweite_zeile, klein, farben.text2)

    def _marktext(self, painter: QPainter, rect: QRect, text: str, font: QFont, farbe: str) -> int:
        """Draws one line, the words looked for on amber with a line below; its right end."""
        masse = QFontMetrics(font)
        sichtbar = masse.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        farben = self._ui.theme.farben
        painter.setFont(font)
        for von, bis in fundstellen(sichtbar, self.worte):
            links = rect.x() + masse.horizontalAdvance(sichtbar[:von])
            breite = masse.horizontalAdvance(sichtbar[von:bis])
            painter.fillRect(QRect(links, rect.y(), breite, rect.height()), QColor(farben.gelbf))
            painter.fillRect(QRect(links, rect.bottom() - 1, breite, 2), QColor(farben.gelb))
        painter.setPen(QColor(farbe))
        painter.drawText(rect, _LINKS, sichtbar)
        return rect.x() + masse.horizontalAdvance(sichtbar)

    def _zwei(self, painter: QPainter, rect: QRect, oben: str, unten: str, farbe: str) -> None:
        painter.setFont(schrift(9.5))
        painter.setPen(QColor(farbe))
        feld = rect.adjusted(8, 0, -4, 0)
        if not unten:
            painter.drawText(feld, _LINKS, oben)
            return
        painter.drawText(QRect(feld.x(), feld.y() + 7, feld.width(), 18), _LINKS, oben)
        painter.drawText(QRect(feld.x(), feld.y() + 25, feld.width(), 18), _LINKS, unten)


def fundstellen(text: str, worte: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the casefolded words stand in the text; overlapping places are one."""
    klein = text.lower()
    stellen: list[tuple[int, int]] = []
    for wort in worte:
        ort = klein.find(wort)
        while wort and ort >= 0:
            stellen.append((ort, ort + len(wort)))
            ort = klein.find(wort, ort + len(wort))
    ergebnis: list[tuple[int, int]] = []
    for von, bis in sorted(stellen):
        if ergebnis and von <= ergebnis[-1][1]:
            ergebnis[-1] = (ergebnis[-1][0], max(bis, ergebnis[-1][1]))
        else:
            ergebnis.append((von, bis))
    return tuple(ergebnis)
