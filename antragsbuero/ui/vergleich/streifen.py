"""The overview strip: all changes of the comparison at a glance, beside the scroll bar."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from antragsbuero.comparison.synopse import SynopsenZelle, Teilart, Zeilenart
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.vergleich.rows import Rowart, verglichen
from antragsbuero.ui.vergleich.tabelle import VergleichTable
from antragsbuero.ui.vergleich.tafel import Tafel

_BREITE = 22
_MINDESTENS = 3


class Markenart(StrEnum):
    """What a mark of the strip stands for."""

    WEG = "WEG"
    NEU = "NEU"
    BEWEGT = "BEWEGT"
    FRIST = "FRIST"


class Marke(NamedTuple):
    """A mark in a row of the table, from `von` to `bis` as shares of its height.

    A tuple, for a comparison of 3,000 rows has thousands of them.
    """

    row: int
    art: Markenart
    von: float
    bis: float


def marken(tafel: Tafel) -> list[Marke]:
    """The marks of a comparison, deadlines last so that they lie on top."""
    fristen = {frist.zeile for frist in tafel.synopse.fristen}
    geaendert = {stelle.zeile for stelle in tafel.stellen}
    ergebnis: list[Marke] = []
    oben: list[Marke] = []
    for nummer, row in enumerate(tafel.rows):
        if row.art is not Rowart.ZEILE:
            continue
        if row.von in fristen:
            oben.append(Marke(nummer, Markenart.FRIST, 0.5, 0.5))
        if row.von in geaendert:
            for zelle in filter(verglichen, tafel.synopse.zeilen[row.von].zellen):
                ergebnis += _in_zelle(nummer, zelle)
    return ergebnis + oben


def _in_zelle(nummer: int, zelle: SynopsenZelle) -> list[Marke]:
    funde: list[tuple[Markenart, int, int]] = []
    ort = 0
    for teil in zelle.teile or ():
        if teil.art is Teilart.WEG:
            funde.append((Markenart.WEG, ort, ort := ort + len(teil.alt)))
        elif teil.art is Teilart.NEU:
            funde.append((Markenart.NEU, ort, ort := ort + len(teil.neu)))
        else:
            ort += len(teil.neu)
    ergebnis = [Marke(nummer, art, von / ort, bis / ort) for art, von, bis in funde]
    if zelle.art is Zeilenart.VERSCHOBEN:
        ergebnis.append(Marke(nummer, Markenart.BEWEGT, 0, 1))
    return ergebnis


class Overview(QWidget):
    """Left half deletions, right half insertions, triangles deadlines, a frame what is visible.

    A click or drag jumps; up and down ask for the previous and next change (`schritt`).
    """

    schritt = Signal(int)

    def __init__(
        self, ui: UiContext, tabelle: VergleichTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._tabelle = tabelle
        self._marken: list[Marke] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Übersicht der Änderungen")
        self.setToolTip("Übersicht aller Änderungen: Klicken springt dorthin")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        tabelle.gescrollt.connect(self._aktualisiere)
        ui.theme.geaendert.connect(self.update)

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(_BREITE, 100)

    def zeige(self, tafel: Tafel) -> None:
        """Takes the marks of a comparison."""
        self._marken = marken(tafel)
        zeilen = len({marke.row for marke in self._marken})
        anzahl = len(tafel.stellen)
        wort = "1 Änderung" if anzahl == 1 else f"{anzahl} Änderungen"
        self.setAccessibleDescription(
            f"{wort} in {zeilen} Zeilen. Pfeiltasten springen zur vorigen und nächsten."
        )
        self.update()

    def _aktualisiere(self) -> None:
        self.update()

    # ---- painting

    def _gesamt(self) -> int:
        return max(1, self._tabelle.verticalHeader().length())

    def _sichtbar(self) -> QRectF:
        leiste = self._tabelle.verticalScrollBar()
        gesamt = max(self._gesamt(), self._tabelle.viewport().height())
        faktor = self.height() / gesamt
        hoehe = self._tabelle.viewport().height() * faktor
        return QRectF(1.5, leiste.value() * faktor + 1, self.width() - 3, max(8.0, hoehe - 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        farben = self._ui.theme.farben
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(farben.flaeche2))
        painter.setPen(QColor(farben.linie))
        painter.drawLine(0, 0, 0, self.height())
        gesamt = max(self._gesamt(), self._tabelle.viewport().height())
        faktor = self.height() / gesamt
        kopf = self._tabelle.verticalHeader()
        mitte = self.width() / 2
        gezeichnet: dict[Markenart, float] = {}
        for marke in self._marken:
            hoehe_row = kopf.sectionSize(marke.row) * faktor
            y = kopf.sectionPosition(marke.row) * faktor + hoehe_row * marke.von
            hoehe = max(_MINDESTENS, hoehe_row * (marke.bis - marke.von) - 1)
            if y + hoehe <= gezeichnet.get(marke.art, -1.0):
                continue  # lies under a mark of its kind
            gezeichnet[marke.art] = y + hoehe
            match marke.art:
                case Markenart.WEG:
                    painter.fillRect(QRectF(4, y, mitte - 5, hoehe), QColor(farben.weg))
                case Markenart.NEU:
                    painter.fillRect(QRectF(mitte + 1, y, mitte - 5, hoehe), QColor(farben.ein))
                case Markenart.BEWEGT:
                    painter.fillRect(QRectF(mitte - 1, y, 2, hoehe), QColor(farben.ver))
                case Markenart.FRIST:
                    self._dreieck(painter, y)
        painter.setPen(QPen(QColor(farben.text2), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._sichtbar(), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(farben.akzent), 2))
            painter.drawRect(QRectF(1, 1, self.width() - 2, self.height() - 2))

    def _dreieck(self, painter: QPainter, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ui.theme.farben.gelb))
        painter.drawPolygon(QPolygonF([QPointF(0, y - 5), QPointF(6, y), QPointF(0, y + 5)]))

    # ---- mouse and keys

    def _springe(self, y: float) -> None:
        gesamt = max(self._gesamt(), self._tabelle.viewport().height())
        ziel = y / max(1, self.height()) * gesamt - self._tabelle.viewport().height() / 2
        self._tabelle.verticalScrollBar().setValue(int(ziel))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See Qt."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._springe(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See Qt."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._springe(event.position().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        leiste = self._tabelle.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Left:
                self.schritt.emit(-1)
            case Qt.Key.Key_Down | Qt.Key.Key_Right:
                self.schritt.emit(1)
            case Qt.Key.Key_PageUp:
                leiste.setValue(leiste.value() - leiste.pageStep())
            case Qt.Key.Key_PageDown:
                leiste.setValue(leiste.value() + leiste.pageStep())
            case Qt.Key.Key_Home:
                leiste.setValue(0)
            case Qt.Key.Key_End:
                leiste.setValue(leiste.maximum())
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """See Qt."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """See Qt."""
        super().focusOutEvent(event)
        self.update()
