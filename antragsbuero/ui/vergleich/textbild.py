"""A laid-out text with marks: backgrounds, underlines, strikes and frames drawn by ourselves.

Qt's own underline is a hairline that colour blindness and print would lose; these lines have
a stated thickness.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_WEITE = re.compile("[\U00010000-\U0010ffff]")
_UMBRUCH = "\u2028"
"""Ends a line inside one layout."""


class Strich(StrEnum):
    """The line that carries a mark without colour."""

    KEINER = "KEINER"
    UNTEN = "UNTEN"
    DURCH = "DURCH"
    PUNKTE = "PUNKTE"


@dataclass(frozen=True, slots=True)
class Lauf:
    """Characters `von` to `bis` with a mark; colours are tokens, "" for none.

    `rang` tells which change a run belongs to, -1 for none.
    """

    von: int
    bis: int
    farbe: str = ""
    grund: str = ""
    strich: Strich = Strich.KEINER
    dicke: float = 1.5
    gewicht: QFont.Weight = QFont.Weight.Normal
    rang: int = -1


class Textbild:
    """A text of a font laid out for a width."""

    def __init__(
        self,
        text: str,
        laeufe: Sequence[Lauf],
        font: QFont,
        breite: float,
        zeilenhoehe: float,
        farbe_von: dict[str, QColor],
    ) -> None:
        self.laeufe = tuple(_in_qt(text, laeufe))
        self._farben = farbe_von
        self._masse = QFontMetricsF(font)
        self._text = _WEITE.sub("xx", text)
        self._layout = QTextLayout(text.replace("\n", _UMBRUCH), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(self._formate(font)))
        self._layout.setCacheEnabled(True)
        self.hoehe = self._lege(breite, zeilenhoehe)

    def _formate(self, font: QFont) -> Iterator[QTextLayout.FormatRange]:
        for lauf in self.laeufe:
            if not lauf.farbe and lauf.gewicht == font.weight():
                continue
            bereich = QTextLayout.FormatRange()
            bereich.start = lauf.von
            bereich.length = lauf.bis - lauf.von
            form = QTextCharFormat()
            if lauf.farbe:
                form.setForeground(self._farben[lauf.farbe])
            if lauf.gewicht != font.weight():
                form.setFontWeight(lauf.gewicht)
            bereich.format = form
            yield bereich

    def _lege(self, breite: float, zeilenhoehe: float) -> float:
        y = 0.0
        self._layout.beginLayout()
        while (zeile := self._layout.createLine()).isValid():
            zeile.setLineWidth(max(20.0, breite))
            luft = max(0.0, zeilenhoehe - zeile.height())
            zeile.setPosition(QPointF(0, y + luft / 2))
            y += max(zeilenhoehe, zeile.height())
        self._layout.endLayout()
        return y

    def rechtecke(self, von: int, bis: int) -> Iterator[QRectF]:
        """The areas of these characters, one a line; white space at its end has none."""
        text = self._text
        for nummer in range(self._layout.lineCount()):
            zeile = self._layout.lineAt(nummer)
            beginn = zeile.textStart()
            ganz = text[beginn : beginn + zeile.textLength()]
            a, b = max(von, beginn), min(bis, beginn + len(ganz.rstrip()))
            if a >= b:
                continue
            x1, x2 = _kante(zeile.cursorToX(a)), _kante(zeile.cursorToX(b))
            if x1 != x2:
                yield QRectF(min(x1, x2), zeile.y(), abs(x2 - x1), zeile.height())

    def zeichne(
        self, painter: QPainter, ort: QPointF, farbe: QColor, hier: int, sichtbar: QRectF
    ) -> None:
        """Draws at a place; `hier` is the rank of the change to frame, -1 for none."""
        painter.save()
        painter.translate(ort)
        fenster = sichtbar.translated(-ort)
        self._gruende(painter, fenster)
        painter.setPen(farbe)
        self._layout.draw(painter, QPointF(0, 0), [], fenster)
        self._striche(painter, fenster)
        if hier >= 0:
            self._rahmen(painter, hier)
        painter.restore()

    def rahmen(self, rang: int) -> QRectF:
        """The area of a change, empty if it is not in this text."""
        gesamt = QRectF()
        for lauf in self.laeufe:
            if lauf.rang == rang:
                for feld in self.rechtecke(lauf.von, lauf.bis):
                    gesamt = gesamt.united(feld)
        return gesamt

    def _gruende(self, painter: QPainter, fenster: QRectF) -> None:
        for lauf in self.laeufe:
            if lauf.grund:
                for feld in self.rechtecke(lauf.von, lauf.bis):
                    if feld.intersects(fenster):
                        painter.fillRect(feld.adjusted(-1, 0, 1, 0), self._farben[lauf.grund])

    def _striche(self, painter: QPainter, fenster: QRectF) -> None:
        steigung = self._masse.ascent()
        for lauf in self.laeufe:
            if lauf.strich is Strich.KEINER:
                continue
            punkte = lauf.strich is Strich.PUNKTE
            stift = QPen(self._farben["ver" if punkte else lauf.farbe or "text"], lauf.dicke)
            if punkte:
                stift.setCapStyle(Qt.PenCapStyle.FlatCap)
                stift.setDashPattern([1.0, 1.4])
            painter.setPen(stift)
            for feld in self.rechtecke(lauf.von, lauf.bis):
                if not feld.intersects(fenster):
                    continue
                y = feld.y() + steigung
                y += 2.5 if lauf.strich is not Strich.DURCH else -self._masse.strikeOutPos() + 0.5
                painter.drawLine(QPointF(feld.left(), y), QPointF(feld.right(), y))

    def _rahmen(self, painter: QPainter, rang: int) -> None:
        painter.setPen(QPen(self._farben["akzent"], 2))
        zeilen: dict[float, QRectF] = {}
        for lauf in self.laeufe:
            if lauf.rang == rang:
                for feld in self.rechtecke(lauf.von, lauf.bis):
                    zeilen[feld.y()] = zeilen.get(feld.y(), QRectF()).united(feld)
        for feld in zeilen.values():
            painter.drawRoundedRect(feld.adjusted(-2, -1, 2, 1), 3, 3)


def _in_qt(text: str, laeufe: Sequence[Lauf]) -> Iterator[Lauf]:
    """Runs counted as Qt counts (UTF-16): an emoji takes two places there."""
    weite = [fund.start() for fund in _WEITE.finditer(text)]
    for lauf in laeufe:
        if weite:
            von = lauf.von + bisect_left(weite, lauf.von)
            bis = lauf.bis + bisect_left(weite, lauf.bis)
            yield replace(lauf, von=von, bis=bis)
        else:
            yield lauf


def _kante(wert: object) -> float:
    """PySide hands back the place alone or with the cursor position."""
    return float(wert[0]) if isinstance(wert, tuple) else float(wert)  # type: ignore[arg-type]
