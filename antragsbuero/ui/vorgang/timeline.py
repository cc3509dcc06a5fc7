"""The drawn timeline: stations, deadlines, what is late in red."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.stationen import Station, Stationsart, Zeitstrahl
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.vorgang.timeline_layout import (
    FRISTREIHEN,
    LINIE_Y,
    Fristlage,
    Knoten,
    Layout,
    Schriftart,
    Spannenlage,
    lege_aus,
)

_PUNKT = 22
"""Pixels of the clickable square of a station."""


class _StationButton(QAbstractButton):
    """A station as a button: reached by Tab and arrows, named for screen readers."""

    def __init__(self, ui: UiContext, station: Station, parent: TimelineWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self.station = station
        self.setCheckable(True)
        worte = (f"{station.datum:%d.%m.%Y}", station.titel, station.zusatz)
        self.setAccessibleName(", ".join(wort for wort in worte if wort))
        self.setToolTip("\n".join(wort for wort in worte if wort))
        self.setFixedSize(_PUNKT, _PUNKT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        farben = self._ui.theme.farben
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        mitte = QPointF(_PUNKT / 2, _PUNKT / 2)
        akzent = QColor(farben.akzent)
        if self.hasFocus() or self.isChecked():
            maler.setPen(QPen(akzent, 1.5 if self.hasFocus() else 1))
            maler.setBrush(Qt.BrushStyle.NoBrush)
            maler.drawEllipse(mitte, 10, 10)
        maler.setPen(QPen(QColor(farben.flaeche2), 2))
        maler.setBrush(akzent)
        match self.station.art:
            case Stationsart.BESCHLUSS:
                raute = [QPointF(0, -9), QPointF(9, 0), QPointF(0, 9), QPointF(-9, 0)]
                maler.drawPolygon(QPolygonF([mitte + ecke for ecke in raute]))
            case Stationsart.FASSUNG:
                maler.drawEllipse(mitte, 7, 7)
            case _:
                maler.setPen(QPen(akzent, 3))
                maler.setBrush(QColor(farben.flaeche2))
                maler.drawEllipse(mitte, 6, 6)
        maler.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.parentWidget().gehe(self, 1 if event.key() == Qt.Key.Key_Right else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def parentWidget(self) -> TimelineWidget:
        """See Qt."""
        eltern = super().parentWidget()
        if not isinstance(eltern, TimelineWidget):
            raise TypeError("Eine Station steht immer auf einem Zeitstrahl")
        return eltern


class _Marke(QWidget):
    """The area of a deadline or a red stretch: carries its tooltip and its name."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTip(text)
        self.setAccessibleName(text)


class TimelineWidget(QWidget):
    """Draws a Zeitstrahl; `gewaehlt` tells the kennung of the station a person chose."""

    gewaehlt = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._strahl = Zeitstrahl((), (), ())
        self._massstab = True
        self._breite_angeboten = 600
        self._reihen = FRISTREIHEN
        self._layout = self._lege_aus()
        self._stationen: list[_StationButton] = []
        self._marken: list[_Marke] = []
        self.setAccessibleName("Zeitstrahl")
        ui.theme.geaendert.connect(self.update)

    # ---- what it shows

    def zeige(self, strahl: Zeitstrahl) -> None:
        """Shows another line."""
        if strahl == self._strahl:
            return
        self._strahl = strahl
        for alt in (*self._stationen, *self._marken):
            alt.hide()
            alt.deleteLater()
        self._stationen = []
        for station in strahl.stationen:
            button = _StationButton(self._ui, station, self)
            button.clicked.connect(lambda _=False, k=station.kennung: self.gewaehlt.emit(k))
            self._stationen.append(button)
        texte = [f"{m.datum:%d.%m.%Y}, {m.titel}, {m.zusatz}" for m in strahl.fristen]
        texte += [spanne.text for spanne in strahl.spannen]
        self._marken = [_Marke(text, self) for text in texte]
        self._ordne()

    @property
    def verborgen(self) -> int:
        """Deadlines without room."""
        return self._layout.verborgen

    def setze_massstab(self, massstab: bool) -> None:
        """Even days (True) or even distances between stations."""
        self._massstab = massstab
        self._ordne()

    def markiere(self, kennung: str | None) -> QWidget | None:
        """Marks the station of the paper that is shown and returns it, None without one."""
        gefunden = None
        for button in self._stationen:
            button.setChecked(button.station.kennung == kennung)
            gefunden = button if button.isChecked() else gefunden
        return gefunden

    def gehe(self, von: _StationButton, schritt: int) -> None:
        """Moves the focus along the line."""
        nummer = self._stationen.index(von) + schritt
        if 0 <= nummer < len(self._stationen):
            self._stationen[nummer].setFocus(Qt.FocusReason.OtherFocusReason)

    def beschraenke(self, reihen: int) -> None:
        """At most so many rows of deadlines: on low screens the wording needs the room."""
        if reihen != self._reihen:
            self._reihen = reihen
            self._ordne()

    def biete_breite(self, breite: int) -> None:
        """The width there is; the line takes more if its labels need it."""
        if breite != self._breite_angeboten:
            self._breite_angeboten = breite
            self._ordne()

    # ---- layout

    def _lege_aus(self) -> Layout:
        masse = {art: QFontMetricsF(_font(art)) for art in Schriftart}
        return lege_aus(
            self._strahl,
            self._breite_angeboten,
            lambda text, art: masse[art].horizontalAdvance(text) + 2,
            massstab=self._massstab,
            reihen=self._reihen,
        )

    def _ordne(self) -> None:
        self._layout = self._lege_aus()
        self.setFixedSize(int(self._layout.breite), int(self._layout.hoehe))
        for button, knoten in zip(self._stationen, self._layout.knoten, strict=True):
            button.move(round(knoten.x - _PUNKT / 2), LINIE_Y - _PUNKT // 2)
            button.show()
            button.raise_()
        flaechen = {id(f.marke): self._fristflaeche(f) for f in self._layout.fristen}
        flaechen |= {
            id(s.spanne): QRectF(s.von, LINIE_Y - 9, max(4, s.bis - s.von), 18)
            for s in self._layout.spannen
        }
        for widget, ding in zip(
            self._marken, (*self._strahl.fristen, *self._strahl.spannen), strict=True
        ):
            flaeche = flaechen.get(id(ding))
            widget.setVisible(flaeche is not None)
            if flaeche is not None:
                widget.setGeometry(flaeche.toRect())
                widget.lower()
        self.update()

    def _fristflaeche(self, lage: Fristlage) -> QRectF:
        von, bis = min(lage.x, lage.text_x), max(lage.x + 16, lage.text_x + lage.breite)
        return QRectF(von, self._layout.fristen_y + lage.reihe * 20, bis - von, 18)

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(int(self._layout.breite), int(self._layout.hoehe))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """See Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._ordne()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spanne in self._layout.spannen:
            self._male_spanne(maler, spanne)
        self._male_linie(maler)
        self._male_achse(maler)
        for frist in self._layout.fristen:
            self._male_frist(maler, frist)
        for knoten in self._layout.knoten:
            self._male_knoten(maler, knoten)
        for spanne in self._layout.spannen:
            self._male_spannentext(maler, spanne)
        maler.end()

    def _male_linie(self, maler: QPainter) -> None:
        if len(self._layout.knoten) < 2:
            return
        maler.setPen(QPen(QColor(self._ui.theme.farben.akzent), 4))
        rote = [(s.von, s.bis) for s in self._layout.spannen]
        for a, b in zip(self._layout.knoten, self._layout.knoten[1:], strict=False):
            if not any(von <= a.x and b.x <= bis for von, bis in rote):
                maler.drawLine(QPointF(a.x, LINIE_Y), QPointF(b.x, LINIE_Y))

    def _male_spanne(self, maler: QPainter, lage: Spannenlage) -> None:
        farben = self._ui.theme.farben
        feld = QRectF(lage.von, LINIE_Y - 9, lage.bis - lage.von, 18)
        maler.setPen(Qt.PenStyle.NoPen)
        maler.setBrush(QColor(farben.rotf))
        maler.drawRect(feld)
        schraffur = QColor(farben.rot)
        schraffur.setAlpha(120)
        maler.setPen(QPen(schraffur, 1))
        maler.setBrush(QBrush(schraffur, Qt.BrushStyle.BDiagPattern))
        maler.drawRect(feld)

    def _male_spannentext(self, maler: QPainter, lage: Spannenlage) -> None:
        if not lage.text:
            return
        farben = self._ui.theme.farben
        feld = QRectF(lage.text_x, LINIE_Y - 12, lage.breite, 24)
        maler.setPen(QPen(QColor(farben.rot), 1))
        maler.setBrush(QColor(farben.flaeche))
        maler.drawRoundedRect(feld, 3, 3)
        maler.setFont(_font(Schriftart.TITEL))
        maler.drawText(feld, Qt.AlignmentFlag.AlignCenter, lage.text)

    def _male_knoten(self, maler: QPainter, knoten: Knoten) -> None:
        farben = self._ui.theme.farben
        station, x = knoten.station, knoten.label_x
        fuss = min(max(knoten.x, x + 8), x + knoten.breite - 8)
        maler.setPen(QPen(QColor(farben.linie2), 1))
        maler.drawPolyline([
            QPointF(knoten.x, LINIE_Y - 10), QPointF(knoten.x, LINIE_Y - 22),
            QPointF(fuss, 62), QPointF(fuss, 56),
        ])  # fmt: skip
        zeilen = (
            (f"{station.datum:%d.%m.%Y}", Schriftart.KLEIN, farben.text2),
            (station.titel, Schriftart.TITEL, farben.text),
            (station.zusatz, Schriftart.KLEIN, farben.rot if station.spaet else farben.text2),
        )
        for n, (text, art, farbe) in enumerate(zeilen):
            maler.setFont(_font(art))
            maler.setPen(QColor(farbe))
            maler.drawText(QPointF(x, 14 + 17 * n), text)

    def _male_frist(self, maler: QPainter, lage: Fristlage) -> None:
        farben = self._ui.theme.farben
        if lage.marke.ueberfaellig:
            farbe, grund = farben.rot, farben.rotf
        elif lage.marke.verloren:
            farbe, grund = farben.gelb, farben.gelbf
        else:
            farbe, grund = farben.text2, farben.flaeche
        y = self._layout.fristen_y + lage.reihe * 20
        stift = QPen(QColor(farbe), 1)
        gestrichelt = QPen(QColor(farbe), 1, Qt.PenStyle.DashLine)
        maler.setPen(gestrichelt)
        maler.drawLine(QPointF(lage.x, LINIE_Y + 10), QPointF(lage.x, y + 14))
        maler.setPen(stift)
        maler.setBrush(QColor(grund))
        fahne = [QPointF(0, 0), QPointF(12, 0), QPointF(8, 4.5), QPointF(12, 9), QPointF(0, 9)]
        maler.drawPolygon(QPolygonF([QPointF(lage.x, y + 3) + ecke for ecke in fahne]))
        maler.setFont(_font(Schriftart.KLEIN_FETT))
        feld = QRectF(lage.text_x, y, lage.breite + 4, 17)
        text = maler.fontMetrics().elidedText(
            lage.text, Qt.TextElideMode.ElideRight, int(lage.breite + 4)
        )
        maler.drawText(feld, Qt.AlignmentFlag.AlignVCenter, text)

    def _male_achse(self, maler: QPainter) -> None:
        if not self._layout.achse:
            return
        farben = self._ui.theme.farben
        y = self._layout.achse_y
        maler.setPen(QPen(QColor(farben.linie2), 1))
        maler.drawLine(QPointF(16, y), QPointF(self._layout.breite - 16, y))
        for strich in self._layout.achse:
            maler.setPen(QPen(QColor(farben.linie2), 1))
            maler.drawLine(QPointF(strich.x, y), QPointF(strich.x, y + (10 if strich.jahr else 5)))
            gewicht = QFont.Weight.DemiBold if strich.jahr else QFont.Weight.Normal
            maler.setFont(schrift(9 if strich.jahr else 8.5, gewicht))
            maler.setPen(QColor(farben.text2))
            breite = maler.fontMetrics().horizontalAdvance(strich.text)
            if strich.x + 4 + breite <= self._layout.breite:
                maler.drawText(QPointF(strich.x + 4, y + 14), strich.text)


def _font(art: Schriftart) -> QFont:
    match art:
        case Schriftart.TITEL:
            return schrift(9.5, QFont.Weight.DemiBold)
        case Schriftart.KLEIN_FETT:
            return schrift(9, QFont.Weight.DemiBold)
        case _:
            return schrift(9)
