"""A text that takes a few lines at most; where it is cut with „…“ the tooltip has it whole."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from antragsbuero.ui.shared.theme import schrift

_SCHMALSTE = 80
"""Pixels that are left to it in the narrowest place."""


class GekuerzterText(QLabel):
    """Words wrap up to `zeilen` lines, the last one ends with „…“ when there are more."""

    def __init__(
        self,
        zeilen: int,
        *,
        punkte: float = 10,
        fett: bool = False,
        ton: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._zeilen = zeilen
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(schrift(punkte, QFont.Weight.DemiBold if fett else QFont.Weight.Normal))
        if ton:
            self.setProperty("ton", ton)
        self.setWordWrap(True)  # else QLabel says that its height does not depend on its width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setze(self, text: str) -> None:
        """Shows another text; all white space becomes single blanks."""
        glatt = " ".join(text.split())
        if glatt != self.text():
            self.setText(glatt)
            self.setToolTip(glatt)
            self.updateGeometry()

    def begrenze(self, zeilen: int) -> None:
        """Allows another number of lines."""
        if zeilen != self._zeilen:
            self._zeilen = zeilen
            self.updateGeometry()
            self.update()

    def heightForWidth(self, breite: int) -> int:
        """See Qt."""
        return max(1, len(self._gezeigte(breite))) * self._hoehe()

    def sizeHint(self) -> QSize:
        """See Qt: one line; the layout asks for the height that its width needs."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, self._hoehe())

    def minimumSizeHint(self) -> QSize:
        """See Qt."""
        return QSize(min(_SCHMALSTE, self.sizeHint().width()), self._hoehe())

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        zeilen = self._gezeigte(self.width())
        hoehe = self._hoehe()
        rest = max(0, self.height() - len(zeilen) * hoehe)
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self.font())
        for nummer, zeile in enumerate(zeilen):
            grundlinie = rest / 2 + nummer * hoehe + self.fontMetrics().ascent()
            painter.drawText(QPointF(0, grundlinie), zeile)
        painter.end()

    def _hoehe(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _gezeigte(self, breite: int) -> list[str]:
        return zeilenweise(self.text(), self.font(), max(1, breite), self._zeilen)


def zeilenweise(text: str, font: QFont, breite: int, hoechstens: int) -> list[str]:
    """The lines that `text` takes in a width of pixels, the last one cut with „…“ if need be."""
    masse = QFontMetrics(font)
    satz = QTextLayout(text, font)
    form = QTextOption()
    form.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    satz.setTextOption(form)
    satz.beginLayout()
    anfaenge: list[int] = []
    zeile = satz.createLine()
    while zeile.isValid() and len(anfaenge) <= hoechstens:
        zeile.setLineWidth(breite)
        anfaenge.append(zeile.textStart())
        zeile = satz.createLine()
    satz.endLayout()
    zeilen = [
        text[von:bis].rstrip()
        for von, bis in zip(anfaenge, (*anfaenge[1:], len(text)), strict=True)
    ]
    if len(zeilen) > hoechstens:
        zeilen = zeilen[:hoechstens]
        rest = text[anfaenge[hoechstens - 1] :]
        zeilen[-1] = masse.elidedText(rest, Qt.TextElideMode.ElideRight, breite)
    return zeilen
