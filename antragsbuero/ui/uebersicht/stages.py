"""A small picture: one square for each Vorgang, by stage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.shared.widgets import label, linie
from antragsbuero.ui.uebersicht.rows import StufeRow

_SEITE, _LUECKE = 10, 3
_JE_ZEILE, _ZEILEN = 12, 4
HOECHSTENS = _JE_ZEILE * _ZEILEN
"""Squares drawn; beyond that one square stands for several Vorgänge and the figure counts."""


def quadrate(row: StufeRow) -> tuple[int, int]:
    """Squares in all and red ones among them; a red one stays even when squares are shared."""
    if row.anzahl <= HOECHSTENS:
        return row.anzahl, row.spaet
    return HOECHSTENS, max(1 if row.spaet else 0, round(row.spaet * HOECHSTENS / row.anzahl))


class _Squares(QWidget):
    def __init__(self, ui: UiContext, row: StufeRow) -> None:
        super().__init__()
        self._ui = ui
        self._anzahl, self._rot = quadrate(row)
        self._row = row
        self.setAccessibleName(f"{row.anzahl} {row.name}, davon {row.spaet} überfällig")
        self.setToolTip(
            f"{row.name}: {row.anzahl}" + (f", davon {row.spaet} überfällig" if row.spaet else "")
        )
        ui.theme.geaendert.connect(self.update)

    def sizeHint(self) -> QSize:
        schritt = _SEITE + _LUECKE
        return QSize(_JE_ZEILE * schritt, _ZEILEN * schritt)

    def paintEvent(self, event: QPaintEvent) -> None:
        farben = self._ui.theme.farben
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        je_zeile = max(1, (self.width() + _LUECKE) // (_SEITE + _LUECKE))
        for n in range(self._anzahl):
            zeile, spalte = divmod(n, je_zeile)
            feld = QRectF(spalte * (_SEITE + _LUECKE), zeile * (_SEITE + _LUECKE), _SEITE, _SEITE)
            if n < self._rot:
                maler.setPen(Qt.PenStyle.NoPen)
                maler.setBrush(QColor(farben.rot))
                maler.drawRoundedRect(feld, 2, 2)
                maler.setPen(QColor(farben.flaeche))
                maler.setFont(schrift(6, QFont.Weight.Bold))
                maler.drawText(feld, Qt.AlignmentFlag.AlignCenter, "!")
            elif self._row.entwurf:
                maler.setBrush(Qt.BrushStyle.NoBrush)
                maler.setPen(QPen(QColor(farben.akzent), 1.5))
                maler.drawRoundedRect(feld.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
            else:
                maler.setPen(Qt.PenStyle.NoPen)
                maler.setBrush(QColor(farben.linie2 if self._row.fertig else farben.akzent))
                maler.drawRoundedRect(feld, 2, 2)
        maler.end()


class StagePicture(QWidget):
    """Figure, word and squares for each stage, side by side."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._reihe = QHBoxLayout(self)
        self._reihe.setContentsMargins(0, 0, 0, 0)
        self._reihe.setSpacing(12)
        self._rows: tuple[StufeRow, ...] = ()

    def zeige(self, rows: Sequence[StufeRow]) -> None:
        """Shows these stages."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while (eintrag := self._reihe.takeAt(0)) is not None:
            alt = eintrag.widget()
            if alt is not None:
                alt.hide()
                alt.deleteLater()
        for nummer, row in enumerate(rows):
            if nummer:
                self._reihe.addWidget(linie(senkrecht=True))
            self._reihe.addWidget(self._stufe(row), 1)

    def _stufe(self, row: StufeRow) -> QWidget:
        widget = QWidget()
        spalte = QVBoxLayout(widget)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(2)
        ton = "leise" if row.fertig else ""
        zahl = label(str(row.anzahl), punkte=15, fett=True, ton=ton)
        name = label(row.name, punkte=9, ton="leise", umbruch=True)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        spalte.addWidget(zahl)
        spalte.addWidget(name)
        spalte.addSpacing(4)
        spalte.addWidget(_Squares(self._ui, row))
        spalte.addStretch(1)
        return widget
