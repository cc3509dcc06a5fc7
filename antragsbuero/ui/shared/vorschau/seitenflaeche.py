"""The pages below each other; draws only those that can be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from antragsbuero.dokument.seiten import Seitenmass
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.vorschau.anordnung import (
    ABSTAND,
    BREITE,
    PIXEL_JE_PUNKT,
    Anordnung,
    Zoom,
    faktor,
    naechste_stufe,
)
from antragsbuero.ui.shared.vorschau.druck import als_qimage
from antragsbuero.ui.shared.vorschau.seitenlager import Seitenlager, Wunsch


class Seitenflaeche(QAbstractScrollArea):
    """`seite_gewechselt` tells the page in view from 0, `zoom_gewechselt` the factor in force."""

    seite_gewechselt = Signal(int)
    zoom_gewechselt = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._masse: Sequence[Seitenmass] = ()
        self._lager: Seitenlager | None = None
        self._plan = Anordnung((), 1.0)
        self._seite = 0
        self.zoom: Zoom = BREITE
        self.grau = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Seiten des Papiers")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setAccessibleName("Seiten rollen")
        self.horizontalScrollBar().setAccessibleName("Seite nach links und rechts rollen")
        self.verticalScrollBar().valueChanged.connect(self._gerollt)
        ui.theme.geaendert.connect(self.viewport().update)

    # ---- content

    def zeige(self, masse: Sequence[Seitenmass], lager: Seitenlager) -> None:
        """Shows these pages; where others were shown, at the same place."""
        self._masse, self._lager = masse, lager
        self._ordne()
        self._gerollt()

    @property
    def seite(self) -> int:
        """The page in view, from 0."""
        return self._seite

    @property
    def faktor(self) -> float:
        """The factor in force, 1.0 for 100 %."""
        return self._plan.faktor

    def setze_zoom(self, zoom: Zoom) -> None:
        """Zooms; the place in view stays."""
        self.zoom = zoom
        self._ordne()
        self.zoom_gewechselt.emit()

    def stufe(self, richtung: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self.setze_zoom(naechste_stufe(self._plan.faktor, richtung))

    def setze_grau(self, grau: bool) -> None:
        """Shows the pages as a printer without colour prints them."""
        self.grau = grau
        self._wuensche()
        self.viewport().update()

    def bild_da(self, nummer: int) -> None:
        """The picture of a page is there."""
        if nummer in self._sichtbar():
            self.viewport().update()

    # ---- moves

    def geh_zu(self, nummer: int) -> None:
        """Shows the top of a page."""
        if 0 <= nummer < len(self._masse):
            self.verticalScrollBar().setValue(self._plan.oben[nummer] - ABSTAND)

    def blaettere(self, richtung: int) -> None:
        """The next (1) or previous (-1) page, or a window full where a page is higher."""
        leiste = self.verticalScrollBar()
        hoehe = self.viewport().height()
        if self._masse and self._plan.groessen[self._seite][1] <= hoehe:
            self.geh_zu(max(0, min(len(self._masse) - 1, self._seite + richtung)))
        else:
            leiste.setValue(leiste.value() + richtung * round(hoehe * 0.9))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        tasten = {
            Qt.Key.Key_PageDown: lambda: self.blaettere(1),
            Qt.Key.Key_Space: lambda: self.blaettere(1),
            Qt.Key.Key_PageUp: lambda: self.blaettere(-1),
            Qt.Key.Key_Home: lambda: self.geh_zu(0),
            Qt.Key.Key_End: lambda: self.geh_zu(len(self._masse) - 1),
        }
        tun = tasten.get(Qt.Key(event.key()))
        if tun is not None:
            tun()
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See Qt; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.stufe(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # ---- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._ordne()

    def _ordne(self) -> None:
        if not self._masse:
            return
        leiste = self.verticalScrollBar()
        stelle = self._plan.stelle(leiste.value()) if self._plan.groessen else (0, 0.0)
        # a bar that comes and goes with the width it takes would never find rest
        breite = self.width() - leiste.sizeHint().width()
        self._plan = Anordnung(self._masse, faktor(self.zoom, self._masse, breite, self.height()))
        feld = self.viewport().size()
        leiste.setPageStep(feld.height())
        leiste.setRange(0, max(0, self._plan.hoehe - feld.height()))
        quer = self.horizontalScrollBar()
        quer.setPageStep(feld.width())
        quer.setRange(0, max(0, self._plan.breite - feld.width()))
        leiste.setValue(self._plan.hoehe_von(stelle))
        self._wuensche()
        self.viewport().update()

    def _sichtbar(self) -> range:
        if not self._masse:
            return range(0)
        return self._plan.sichtbar(self.verticalScrollBar().value(), self.viewport().height())

    def _gerollt(self) -> None:
        if not self._masse:
            return
        seite = self._plan.seite_bei(self.verticalScrollBar().value(), self.viewport().height())
        self._seite = seite
        self.setAccessibleDescription(f"Seite {seite + 1} von {len(self._masse)}")
        self.seite_gewechselt.emit(seite)
        self._wuensche()

    def _wuensche(self) -> None:
        """What is seen comes first, then the pages before and behind."""
        if self._lager is None:
            return
        sichtbar = self._sichtbar()
        daneben = (sichtbar.stop, sichtbar.start - 1)
        nummern = [*sichtbar, *(n for n in daneben if 0 <= n < len(self._masse))]
        massstab = self._plan.faktor * PIXEL_JE_PUNKT * self.devicePixelRatioF()
        self._lager.wuensche([Wunsch(n, massstab, self.grau) for n in nummern])

    def _rechteck(self, nummer: int) -> QRect:
        breite, hoehe = self._plan.groessen[nummer]
        weite = max(self._plan.breite, self.viewport().width())
        links = (weite - breite) // 2 - self.horizontalScrollBar().value()
        oben = self._plan.oben[nummer] - self.verticalScrollBar().value()
        return QRect(QPoint(links, oben), QPoint(links + breite - 1, oben + hoehe - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        farben = self._ui.theme.farben
        maler = QPainter(self.viewport())
        maler.fillRect(event.rect(), QColor(farben.fenster))
        for nummer in self._sichtbar():
            feld = self._rechteck(nummer)
            bild = self._lager.bild(nummer) if self._lager is not None else None
            maler.fillRect(feld, Qt.GlobalColor.white)
            if bild is not None:
                self._male(maler, feld, als_qimage(bild))
            else:
                maler.setPen(Qt.GlobalColor.black)  # paper is white in every theme
                maler.drawText(feld, Qt.AlignmentFlag.AlignCenter, self._ersatz(nummer))
            maler.setPen(QColor(farben.linie2))
            maler.drawRect(feld.adjusted(-1, -1, 0, 0))
        maler.end()

    def _male(self, maler: QPainter, feld: QRect, bild: QImage) -> None:
        dpr = self.devicePixelRatioF()
        if abs(bild.width() - feld.width() * dpr) <= 2:  # dot for dot: stretching would blur it
            bild.setDevicePixelRatio(dpr)
            maler.save()
            maler.setClipRect(feld)
            maler.drawImage(feld.topLeft(), bild)
            maler.restore()
        else:
            maler.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            maler.drawImage(QRectF(feld), bild)

    def _ersatz(self, nummer: int) -> str:
        if self._lager is not None and nummer in self._lager.defekt:
            return f"Seite {nummer + 1} lässt sich nicht darstellen."
        return f"Seite {nummer + 1} wird gezeichnet …"
