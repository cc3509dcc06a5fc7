"""The head of the table: art, day, figures of each Fassung; a click opens its menu."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.vergleich.auswahl import Spaltenkopf
from antragsbuero.ui.vergleich.model import VergleichModel

_HOEHE = 50
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Spaltenkopfleiste(QHeaderView):
    """Two lines a column; `menue` hands out the Fassung's column and where to open its menu."""

    menue = Signal(int, object)

    def __init__(self, ui: UiContext, model: VergleichModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ui = ui
        self._model = model
        self.setAccessibleName("Spalten des Vergleichs")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(60)
        ui.theme.geaendert.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(super().sizeHint().width(), _HOEHE)

    def paintSection(self, painter: QPainter, rect: QRect, spalte: int, /) -> None:
        """See Qt."""
        farben = self._ui.theme.farben
        painter.save()
        painter.fillRect(rect, QColor(farben.flaeche2))
        painter.setPen(QColor(farben.linie2))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(farben.linie))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        tafel = self._model.tafel
        if spalte == 0:
            painter.setFont(schrift(9))
            painter.setPen(QColor(farben.text2))
            painter.drawText(rect.adjusted(12, 26, 0, -4), int(_LINKS), "Punkt")
        elif tafel is not None and spalte <= len(tafel.koepfe):
            self._kopf(painter, rect.adjusted(16, 6, -12, -6), tafel.koepfe[spalte - 1])
        painter.restore()

    def _kopf(self, painter: QPainter, rect: QRect, kopf: Spaltenkopf) -> None:
        farben = self._ui.theme.farben
        oben = QRect(rect.x(), rect.y(), rect.width(), 20)
        fett = schrift(10.5, QFont.Weight.DemiBold)
        masse = QFontMetrics(fett)
        platz = QFontMetrics(schrift(10)).horizontalAdvance(kopf.datum)
        eng = rect.width() < masse.horizontalAdvance(kopf.titel) + platz + 28
        if eng:  # the name says which column this is: the day goes below it
            platz = 0
        else:
            painter.setFont(schrift(10))
            painter.setPen(QColor(farben.text2))
            painter.drawText(oben, int(_RECHTS), kopf.datum)
        titel = masse.elidedText(kopf.titel, Qt.TextElideMode.ElideRight, rect.width() - platz - 28)
        painter.setFont(fett)
        painter.setPen(QColor(farben.text))
        painter.drawText(oben, int(_LINKS), titel)
        x = rect.x() + masse.horizontalAdvance(titel) + 4
        self._ui.icons.icon("chevron_down", 16, "text2").paint(painter, x, oben.y() + 2, 16, 16)
        unten = QRect(rect.x(), rect.y() + 21, rect.width(), 17)
        self._zahlen(painter, unten, kopf, kopf.datum if eng else "")

    def _zahlen(self, painter: QPainter, rect: QRect, kopf: Spaltenkopf, tag: str) -> None:
        farben = self._ui.theme.farben
        klein = schrift(9)
        masse = QFontMetrics(klein)
        painter.setFont(klein)
        teile = [(tag, farben.text2), (" · ", farben.text2)] if tag else []
        teile.append((kopf.punkte, farben.text2))
        if kopf.neu is not None and kopf.weg is not None:
            teile += [
                (" · ", farben.text2), (f"+{kopf.neu}", farben.ein),
                ("  ", farben.text2), (f"−{kopf.weg}", farben.weg), (" Wörter", farben.text2),
            ]  # fmt: skip
        if kopf.zusatz:
            teile.append((f" · {kopf.zusatz}", farben.text2))
        x, rechts = rect.x(), rect.right()
        for text, farbe in teile:
            if x >= rechts - 8:
                break
            gekuerzt = masse.elidedText(text, Qt.TextElideMode.ElideRight, rechts - x)
            painter.setPen(QColor(farbe))
            painter.drawText(QRect(x, rect.y(), rechts - x, rect.height()), int(_LINKS), gekuerzt)
            x += masse.horizontalAdvance(gekuerzt)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See Qt."""
        super().mouseReleaseEvent(event)
        spalte = self.logicalIndexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and spalte > 0:
            ort = self.mapToGlobal(self.viewport().geometry().bottomLeft())
            ort.setX(ort.x() + self.sectionViewportPosition(spalte))
            self.menue.emit(spalte - 1, ort)
