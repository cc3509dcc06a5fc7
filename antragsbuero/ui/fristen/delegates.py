"""Paints the list of deadlines and the days of the month."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from antragsbuero.ui.fristen.rows import FristRow, Gruppe, Tag, Woche
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.table_model import ROW_ROLE
from antragsbuero.ui.shared.theme import schrift

HOEHE = 50
KOPF_HOEHE = 32
_Index = QModelIndex | QPersistentModelIndex
_LINKS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_KURZ = Qt.TextElideMode.ElideRight


class FristDelegate(QStyledItemDelegate):
    """Date and distance, kind with icon, words and Vorgang; headings over the whole row."""

    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        row: FristRow | None = index.data(ROW_ROLE)
        return QSize(80, KOPF_HOEHE if row is not None and row.kopf else HOEHE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        row: FristRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        farben = self._ui.theme.farben
        rect: QRect = option.rect
        painter.save()
        if row.kopf:
            painter.fillRect(rect, QColor(farben.flaeche2))
            if index.column() == 0:
                rot = row.gruppe is Gruppe.UEBERFAELLIG
                painter.setFont(schrift(10, QFont.Weight.DemiBold))
                painter.setPen(QColor(farben.rot if rot else farben.text))
                painter.drawText(rect.adjusted(20, 0, 0, 0), _LINKS, row.titel)
            painter.restore()
            return
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(farben.akzentflaeche if gewaehlt else farben.flaeche))
        painter.setPen(QColor(farben.linie))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0:
            if gewaehlt:
                balken = QRect(rect.x(), rect.y(), 3, rect.height())
                painter.fillRect(balken, QColor(farben.akzent))
            farbe = farben.rot if row.farbe == "rot" else farben.text
            feld = rect.adjusted(20, 0, -4, 0)
            self._zwei(painter, feld, row.datum, row.relativ, schrift(10), farbe, farbe)
        elif index.column() == 1:
            self._art(painter, rect.adjusted(8, 0, -4, 0), row)
        else:
            neben = " · ".join(t for t in (row.punkt, row.betreff) if t)
            feld = rect.adjusted(8, 0, -14, 0)
            fett = schrift(10, QFont.Weight.DemiBold)
            self._zwei(painter, feld, row.text, neben, fett, farben.text, farben.text2)
        painter.restore()

    def _art(self, painter: QPainter, rect: QRect, row: FristRow) -> None:
        icon = self._ui.icons.icon(row.icon, 16, row.farbe)
        icon.paint(painter, rect.x(), rect.center().y() - 8, 16, 16)
        painter.setFont(schrift(9.5))
        painter.setPen(QColor(str(getattr(self._ui.theme.farben, row.farbe))))
        umbruch = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(rect.adjusted(23, 0, 0, 0), _LINKS | umbruch, row.art)

    def _zwei(
        self, painter: QPainter, rect: QRect, oben: str, unten: str, font: QFont,
        farbe: str, neben: str,
    ) -> None:  # fmt: skip
        painter.setFont(font)
        painter.setPen(QColor(farbe))
        kurz = QFontMetrics(font).elidedText(oben, _KURZ, rect.width())
        if not unten:
            painter.drawText(rect, _LINKS, kurz)
            return
        painter.drawText(QRect(rect.x(), rect.y() + 6, rect.width(), 19), _LINKS, kurz)
        klein = schrift(9)
        painter.setFont(klein)
        painter.setPen(QColor(neben))
        kurz = QFontMetrics(klein).elidedText(unten, _KURZ, rect.width())
        painter.drawText(QRect(rect.x(), rect.y() + 26, rect.width(), 17), _LINKS, kurz)


class TagDelegate(QStyledItemDelegate):
    """The number of the day; below it how many deadlines, red where they are overdue."""

    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        woche: Woche | None = index.data(ROW_ROLE)
        if woche is None:
            return
        tag: Tag = woche.tage[index.column()]
        farben = self._ui.theme.farben
        rect: QRect = option.rect
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        grund = farben.flaeche if tag.im_monat else farben.flaeche2
        painter.fillRect(rect, QColor(farben.akzentflaeche if gewaehlt else grund))
        painter.setPen(QColor(farben.linie))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if tag.heute or gewaehlt:
            painter.setPen(QPen(QColor(farben.akzent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        fett = QFont.Weight.DemiBold if tag.heute or tag.anzahl else QFont.Weight.Normal
        painter.setFont(schrift(9, fett))
        painter.setPen(QColor(farben.text if tag.im_monat else farben.text2))
        oben = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        painter.drawText(rect.adjusted(0, 4, 0, 0), oben, str(tag.datum.day))
        if tag.anzahl:
            self._anzahl(painter, rect, tag)
        painter.restore()

    def _anzahl(self, painter: QPainter, rect: QRect, tag: Tag) -> None:
        farben = self._ui.theme.farben
        farbe, grund = (farben.rot, farben.rotf) if tag.spaet else (farben.gelb, farben.gelbf)
        painter.setFont(schrift(9, QFont.Weight.DemiBold))
        feld = QRect(rect.center().x() - 11, rect.bottom() - 21, 22, 17)
        painter.setPen(QColor(farbe) if farben.name == "kontrast" else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(grund))
        painter.drawRoundedRect(feld, 3, 3)
        painter.setPen(QColor(farbe))
        painter.drawText(feld, int(Qt.AlignmentFlag.AlignCenter), str(tag.anzahl))
