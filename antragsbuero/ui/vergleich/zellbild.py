"""The picture of one cell: tag line, points with their numbers, references, notices."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from antragsbuero.comparison.synopse import Zeilenart
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.farben import Farben
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.vergleich.textbild import Lauf, Strich, Textbild
from antragsbuero.ui.vergleich.zellen import (
    BEWEGT,
    FARBEN,
    ZEICHEN,
    Stueck,
    Stueckart,
    Verweis,
    ZellenRow,
)

RAND = 16
_OBEN, _UNTEN = 8, 11
_EINZUG = 10
"""Of the stacked points of a split or merged cell, right of their bar."""
_LEER = 46
_LEERTEXT = 110
"""The words „ohne Entsprechung“ stand in the middle, but not far below the top."""
_WORTLAUT = 10.5
_ZEILENABSTAND = 1.45


@dataclass(frozen=True, slots=True)
class Schriften:
    """Fonts and heights, made once for a screen."""

    wortlaut: QFont
    zeile: float
    nummer: QFont
    klein: QFont
    klein_zeile: float
    breite: float
    """Mean width of a letter, for estimates."""

    @classmethod
    def neu(cls) -> Schriften:
        """For the application's font as it is now."""
        wortlaut = schrift(_WORTLAUT)
        pixel = QFontMetricsF(wortlaut)
        klein = schrift(9)
        hoehe = pixel.height() / 1.17 * _ZEILENABSTAND
        probe = "Der Oberbürgermeister wird beauftragt, bis zum 30. Juni 2027"
        return cls(
            wortlaut, round(max(hoehe, pixel.height())), schrift(10, QFont.Weight.DemiBold), klein,
            round(QFontMetricsF(klein).height() + 4), pixel.horizontalAdvance(probe) / len(probe),
        )  # fmt: skip


def farbtafel(farben: Farben) -> dict[str, QColor]:
    """All tokens as colours of Qt."""
    return {
        name: QColor(str(getattr(farben, name)))
        for name in Farben.__dataclass_fields__
        if name not in ("name", "dunkel")
    }


class Zellbild:
    """One cell laid out for a width."""

    def __init__(
        self,
        ui: UiContext,
        schriften: Schriften,
        farben: dict[str, QColor],
        row: ZellenRow,
        breite: int,
        raenge: dict[int, int],
        fund: str = "",
    ) -> None:
        """`raenge` tells for each piece which change it belongs to, -1 is the whole cell."""
        self._ui = ui
        self._schriften = schriften
        self._farben = farben
        self.row = row
        self._innen = max(40, breite - 2 * RAND)
        self._raenge = raenge
        self._fund = fund.casefold()
        self._gestapelt = len(row.punkte) > 1
        self._ganz = not row.leer and row.art in (Zeilenart.EINGEFUEGT, Zeilenart.GESTRICHEN)
        self.texte: list[tuple[float, Textbild]] = []
        self.verweise: list[tuple[QRectF, Verweis, Textbild]] = []
        self.hinweise: list[tuple[QRectF, str, Textbild]] = []
        self.hoehe = self._lege()

    # ---- layout

    def _lege(self) -> float:
        row, s = self.row, self._schriften
        y = float(_OBEN)
        if row.leer:
            y += _LEER
        else:
            y += s.klein_zeile + 3
            einzug = _EINZUG if self._gestapelt else 0
            for k, punkt in enumerate(row.punkte):
                if self._gestapelt and k:
                    y += 5
                bild = self._punkt(punkt, row.nummern[k] if self._gestapelt else "", einzug)
                self.texte.append((y, bild))
                y += bild.hoehe
        y = self._lege_verweise(y)
        return self._lege_hinweise(y) + _UNTEN

    def _punkt(self, punkt: tuple[Stueck, ...], nummer: str, einzug: int) -> Textbild:
        text, laeufe = "", []
        if nummer:
            text = f"{nummer} "
            laeufe.append(Lauf(0, len(nummer), gewicht=QFont.Weight.DemiBold))
        for stueck in punkt:
            if stueck.text:
                laeufe.append(self._lauf(stueck, len(text)))
                text += stueck.text
        laeufe += self._funde(text)
        return Textbild(
            text, laeufe, self._schriften.wortlaut, self._innen - einzug,
            self._schriften.zeile, self._farben,
        )  # fmt: skip

    def _lauf(self, stueck: Stueck, von: int) -> Lauf:
        bis = von + len(stueck.text.rstrip())
        von += len(stueck.text) - len(stueck.text.lstrip())
        if bis <= von:
            return Lauf(von, von)
        rang = self._raenge.get(stueck.teil, -1)
        match stueck.art:
            case Stueckart.WEG:
                grund = "" if self._ganz else "wegf"
                return Lauf(von, bis, "weg", grund, Strich.DURCH, rang=rang)
            case Stueckart.NEU if self._ganz:
                return Lauf(von, bis, "ein", "", Strich.UNTEN, 1.0, rang=rang)
            case Stueckart.NEU:
                return Lauf(
                    von, bis, "ein", "einf", Strich.UNTEN, gewicht=QFont.Weight.Medium, rang=rang
                )
        if self.row.art is Zeilenart.VERSCHOBEN and stueck.text.strip():
            return Lauf(von, bis, "", "", Strich.PUNKTE, rang=rang)
        return Lauf(von, bis, rang=rang)

    def _funde(self, text: str) -> list[Lauf]:
        if not self._fund:
            return []
        klein, ort, laeufe = text.casefold(), 0, []
        if len(klein) != len(text):
            klein = text.lower() if len(text.lower()) == len(text) else text
        while (ort := klein.find(self._fund, ort)) >= 0:
            bis = ort + len(self._fund)
            laeufe.append(Lauf(ort, bis, "gelb", "gelbf", Strich.UNTEN, 2.0))
            ort = bis
        return laeufe

    def _lege_verweise(self, y: float) -> float:
        s = self._schriften
        for verweis in self.row.verweise:
            laeufe = [Lauf(0, len(verweis.text), "ver", gewicht=QFont.Weight.Medium)]
            bild = Textbild(
                verweis.text, laeufe, s.klein, self._innen - 22, s.klein_zeile, self._farben
            )
            self.verweise.append((QRectF(0, y + 3, self._innen, bild.hoehe), verweis, bild))
            y += bild.hoehe + 3
        return y

    def _lege_hinweise(self, y: float) -> float:
        s = self._schriften
        for hinweis in self.row.hinweise:
            text = f"{hinweis.kopf}: {hinweis.text}"
            laeufe = [
                Lauf(0, len(hinweis.kopf) + 1, "gelb", gewicht=QFont.Weight.DemiBold),
                Lauf(len(hinweis.kopf) + 1, len(text), "gelb"),
            ]
            bild = Textbild(text, laeufe, s.klein, self._innen - 44, s.klein_zeile, self._farben)
            feld = QRectF(0, y + 8, self._innen, bild.hoehe + 11)
            self.hinweise.append((feld, hinweis.icon, bild))
            y = feld.bottom()
        return y

    # ---- painting

    def zeichne(self, painter: QPainter, rect: QRectF, hier: int) -> None:
        """Draws the cell; `hier` is the rank of the current change, -1 for none."""
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        flaeche = QRectF(0, 0, rect.width(), rect.height())
        self._grund(painter, flaeche)
        painter.translate(RAND, 0)
        sichtbar = flaeche.translated(-RAND, 0)
        if painter.hasClipping():
            sichtbar = painter.clipBoundingRect()
        if self.row.leer:
            self._zeichne_leer(painter, flaeche)
        else:
            self._zeichne_kopf(painter)
        for y, bild in self.texte:
            ort = QPointF(_EINZUG if self._gestapelt else 0, y)
            if self._gestapelt:
                painter.fillRect(QRectF(0, y + 1, 3, bild.hoehe - 2), self._farben["ver"])
            bild.zeichne(painter, ort, self._farben["text"], hier, sichtbar)
        self._zeichne_verweise(painter, sichtbar)
        self._zeichne_hinweise(painter, sichtbar)
        if hier >= 0 and self._raenge.get(-1) == hier:
            painter.setPen(QPen(self._farben["akzent"], 2))
            painter.drawRoundedRect(
                QRectF(5 - RAND, 3, flaeche.width() - 9, flaeche.height() - 7), 3, 3
            )
        painter.restore()

    def _grund(self, painter: QPainter, flaeche: QRectF) -> None:
        if self._ganz:
            token = "ein" if self.row.art is Zeilenart.EINGEFUEGT else "weg"
            painter.fillRect(flaeche, self._farben[f"{token}f"])
            painter.fillRect(QRectF(0, 0, 3, flaeche.height()), self._farben[token])
        elif (
            self.row.verweise
            and not self._gestapelt
            and (self.row.art in BEWEGT or self.row.art in (None, Zeilenart.UNVERAENDERT))
        ):
            painter.fillRect(QRectF(0, 0, 3, flaeche.height()), self._farben["ver"])

    def _zeichne_leer(self, painter: QPainter, flaeche: QRectF) -> None:
        stift = QPen(self._farben["linie2"], 1)
        stift.setDashPattern([3, 3])
        painter.setPen(stift)
        feld = QRectF(0.5, _OBEN + 0.5, self._innen - 1, flaeche.height() - _OBEN - _UNTEN)
        painter.drawRoundedRect(feld, 4, 4)
        painter.setPen(self._farben["text2"])
        painter.setFont(self._schriften.klein)
        text = "ohne Entsprechung"
        if self.row.art is Zeilenart.GESTRICHEN:
            text = "gestrichen"
        feld.setHeight(min(feld.height(), _LEERTEXT))
        mitte = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(feld.adjusted(4, 0, -4, 0), mitte, text)

    def _zeichne_kopf(self, painter: QPainter) -> None:
        row, s = self.row, self._schriften
        x, hoehe = 0.0, s.klein_zeile
        if row.nummern and row.nummern[0] and not self._gestapelt:
            painter.setFont(s.nummer)
            painter.setPen(self._farben["text"])
            painter.drawText(QRectF(x, _OBEN, self._innen, hoehe), _LINKS, row.nummern[0])
            x += QFontMetricsF(s.nummer).horizontalAdvance(row.nummern[0]) + 10
        token = FARBEN.get(row.art, "text") if row.art else "text2"
        if row.art is not None:
            icon = self._ui.icons.icon(ZEICHEN[row.art], 16, token)
            icon.paint(painter, int(x), int(_OBEN + (hoehe - 16) / 2), 16, 16)
            x += 20
        painter.setFont(s.klein)
        painter.setPen(self._farben[token])
        masse = QFontMetricsF(s.klein)
        kurz = masse.elidedText(row.wort, Qt.TextElideMode.ElideRight, self._innen - x)
        painter.drawText(QRectF(x, _OBEN, self._innen - x, hoehe), _LINKS, kurz)
        x += masse.horizontalAdvance(kurz) + 8
        breite = masse.horizontalAdvance(row.nummer_vorher) + 12
        if row.nummer_vorher and x + breite <= self._innen:  # else the tooltip alone tells it
            feld = QRectF(x, _OBEN, breite, hoehe)
            painter.setPen(self._farben["linie2"])
            painter.drawRoundedRect(feld.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(self._farben["text2"])
            painter.drawText(feld, Qt.AlignmentFlag.AlignCenter, row.nummer_vorher)

    def _zeichne_verweise(self, painter: QPainter, sichtbar: QRectF) -> None:
        for feld, verweis, bild in self.verweise:
            self._ui.icons.icon(verweis.icon, 16, "ver").paint(
                painter, 0, int(feld.y() + (self._schriften.klein_zeile - 16) / 2), 16, 16
            )
            bild.zeichne(painter, QPointF(22, feld.y()), self._farben["ver"], -1, sichtbar)

    def _zeichne_hinweise(self, painter: QPainter, sichtbar: QRectF) -> None:
        for feld, icon, bild in self.hinweise:
            painter.fillRect(feld, self._farben["gelbf"])
            painter.fillRect(QRectF(0, feld.y(), 3, feld.height()), self._farben["gelb"])
            self._ui.icons.icon(icon, 16, "gelb").paint(painter, 11, int(feld.y() + 7), 16, 16)
            bild.zeichne(painter, QPointF(35, feld.y() + 5), self._farben["gelb"], -1, sichtbar)

    def rahmen(self, rang: int) -> QRectF:
        """Where a change stands, from the top left of the cell; empty if it is not here."""
        if self._raenge.get(-1) == rang:
            return QRectF(0, 0, self._innen, self.hoehe)
        for y, bild in self.texte:
            feld = bild.rahmen(rang)
            if not feld.isEmpty():
                return feld.translated(RAND, y)
        return QRectF()

    def verweis_bei(self, x: float, y: float) -> int | None:
        """The row of the Synopse that a reference at this place leads to."""
        for feld, verweis, _ in self.verweise:
            if verweis.zeile is not None and feld.translated(RAND, 0).contains(x, y):
                return verweis.zeile
        return None


_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
