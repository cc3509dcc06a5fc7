"""Paints the lists of recognised parts and of doubts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from antragsbuero.ui.import_.rows import Teilart, TeilRow, ZweifelRow
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.table_model import ROW_ROLE
from antragsbuero.ui.shared.theme import schrift

TEIL_HOEHE = 28
ZWEIFEL_HOEHE = 44
_Index = QModelIndex | QPersistentModelIndex
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TITEL = 148


class TeilDelegate(QStyledItemDelegate):
    """One line: icon, title in its colour, the first words, date or deadline on the right."""

    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt."""
        return QSize(200, TEIL_HOEHE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        row: TeilRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        farben = self._ui.theme.farben
        painter.save()
        male_grund(self._ui, painter, option)
        rect: QRect = option.rect.adjusted(16 + 22 * row.ebene, 0, -14, 0)
        if row.icon:
            icon = self._ui.icons.icon(row.icon, icon_groesse(row.icon), row.farbe)
            icon.paint(painter, rect.x(), rect.center().y() - 8, 16, 16)
            rect.setLeft(rect.left() + 22)
        kopf = row.art in (Teilart.VORGANG, Teilart.FASSUNG, Teilart.BERICHT)
        fett = schrift(9.5 if not kopf else 10, QFont.Weight.DemiBold)
        klein = schrift(9)
        rechts = QFontMetrics(klein).horizontalAdvance(row.rechts) + 8 if row.rechts else 0
        titel = max(_TITEL - 22 * row.ebene, QFontMetrics(fett).horizontalAdvance(row.titel) + 8)
        painter.setFont(fett)
        painter.setPen(QColor(farben.text if kopf else str(getattr(farben, row.farbe))))
        painter.drawText(QRect(rect.x(), rect.y(), titel, rect.height()), _LINKS, row.titel)
        mitte = rect.adjusted(titel, 0, -rechts, 0)
        _zeile(painter, mitte, row.text, schrift(10) if not kopf else klein,
               farben.text if not kopf or row.art is Teilart.VORGANG else farben.text2)  # fmt: skip
        if row.rechts:
            painter.setFont(klein)
            painter.setPen(QColor(farben.gelb if row.art is Teilart.PUNKT else farben.text2))
            painter.drawText(rect, _RECHTS, row.rechts)
        painter.restore()


class ZweifelDelegate(QStyledItemDelegate):
    """Two lines: why, in bold, and the words with their line below."""

    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """See Qt: long reasons are shown in full."""
        row: ZweifelRow | None = index.data(ROW_ROLE)
        if row is None:
            return QSize(200, ZWEIFEL_HOEHE)
        breite = max(120, self._breite() - 58)
        grund = QFontMetrics(schrift(10, QFont.Weight.DemiBold)).boundingRect(
            QRect(0, 0, breite, 4000), Qt.TextFlag.TextWordWrap, row.grund
        )
        return QSize(200, grund.height() + 26 + (0 if row.text or row.ort else -18))

    def _breite(self) -> int:
        eltern = self.parent()
        return eltern.viewport().width() if isinstance(eltern, QListView) else 400

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """See Qt."""
        row: ZweifelRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        farben = self._ui.theme.farben
        painter.save()
        male_grund(self._ui, painter, option)
        icon = self._ui.icons.icon("question_circle", 16, "gelb")
        rect: QRect = option.rect.adjusted(42, 5, -16, -4)
        icon.paint(painter, option.rect.x() + 16, rect.y() + 2, 16, 16)
        painter.setFont(schrift(10, QFont.Weight.DemiBold))
        painter.setPen(QColor(farben.text))
        oben = painter.boundingRect(rect, int(Qt.TextFlag.TextWordWrap), row.grund)
        painter.drawText(rect, int(Qt.TextFlag.TextWordWrap), row.grund)
        unten = rect.adjusted(0, oben.height(), 0, 0)
        neben = " · ".join(t for t in (row.ort, row.text) if t)
        _zeile(painter, unten, neben, schrift(9), farben.text2)
        painter.restore()


def icon_groesse(name: str) -> int:
    """The size that exists of an icon: some are drawn for 20 pixels only."""
    return 20 if name == "clipboard_task_list_ltr" else 16


def male_grund(ui: UiContext, painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The area of a row: a bar and a tint when selected, a hairline below."""
    farben = ui.theme.farben
    rect: QRect = option.rect
    gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, QColor(farben.akzentflaeche if gewaehlt else farben.flaeche))
    if gewaehlt:
        painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(farben.akzent))
    painter.setPen(QColor(farben.linie))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _zeile(painter: QPainter, rect: QRect, text: str, font: QFont, farbe: str) -> None:
    masse = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(farbe))
    kurz = masse.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.drawText(rect, _LINKS, kurz)
