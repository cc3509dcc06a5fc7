"""One Vorgang worked on lately: a wide button of two lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.uebersicht.rows import ArbeitRow


def passend(zusatz: str, passt: Callable[[str], bool]) -> str:
    """Drops words from the left until it fits: on the right stands what is to be done."""
    while not passt(zusatz) and " · " in zusatz:
        zusatz = zusatz.partition(" · ")[2]
    return zusatz


class WorkItem(QAbstractButton):
    """Opens its Vorgang."""

    def __init__(
        self,
        ui: UiContext,
        row: ArbeitRow,
        oeffne: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._row = row
        self.setAccessibleName(f"{row.betreff}, {row.zusatz}")
        self.setToolTip(f"{row.betreff}\n{row.zusatz}")
        self.setMinimumHeight(52)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: oeffne(row.kennung))

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(260, 52)

    def minimumSizeHint(self) -> QSize:
        """See Qt: its words are cut where the pane is narrow."""
        return QSize(120, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        farben = self._ui.theme.farben
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            maler.setPen(Qt.PenStyle.NoPen)
            maler.setBrush(QColor(farben.akzentflaeche))
            maler.drawRoundedRect(self.rect().adjusted(0, 2, -1, -2), 4, 4)
        if self.hasFocus():
            maler.setPen(QColor(farben.akzent))
            maler.setBrush(Qt.BrushStyle.NoBrush)
            maler.drawRoundedRect(self.rect().adjusted(1, 2, -2, -3), 4, 4)
        icon = self._ui.icons.icon(self._row.icon, 16, "text2")
        icon.paint(maler, 8, 10, 16, 16)
        breite = self.width() - 40
        fett, klein = schrift(10, QFont.Weight.DemiBold), schrift(9)
        zusatz = passend(
            self._row.zusatz, lambda t: QFontMetrics(klein).horizontalAdvance(t) <= breite
        )
        for text, font, farbe, y in (
            (self._row.betreff, fett, farben.text, 8),
            (zusatz, klein, farben.text2, 28),
        ):
            maler.setFont(font)
            maler.setPen(QColor(farbe))
            kurz = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, breite)
            maler.drawText(QRect(32, y, breite, 18), Qt.AlignmentFlag.AlignVCenter, kurz)
        maler.end()
