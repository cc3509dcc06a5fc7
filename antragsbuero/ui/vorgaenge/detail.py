"""The pane beside the list: what one wants to know before opening."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import flaeche, knopf, label, linie, marke
from antragsbuero.ui.vorgaenge.presenter import Ziele
from antragsbuero.ui.vorgaenge.rows import VorgangDetail


class DetailPane(QWidget):
    """Head, facts and short history of the selected Vorgang, with buttons below."""

    def __init__(self, ui: UiContext, ziele: Ziele, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: VorgangDetail | None = None
        self.setMinimumWidth(220)
        rahmen = flaeche("neben")
        self._rolle = QScrollArea()
        self._rolle.setProperty("flaeche", "neben")
        self._rolle.setFrameShape(QFrame.Shape.NoFrame)
        self._rolle.setWidgetResizable(True)
        self._rolle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rolle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._oeffnen = knopf("Ö&ffnen", lambda: self._tue(ziele.oeffne), art="haupt")
        self._vergleich = knopf("Vergleich", lambda: self._tue(ziele.vergleiche))
        self._umsetzung = knopf("Umsetzung", lambda: self._tue(ziele.umsetzung))
        fuss = QHBoxLayout()
        fuss.setContentsMargins(18, 8, 18, 12)
        fuss.setSpacing(8)
        for button in (self._oeffnen, self._vergleich, self._umsetzung):
            fuss.addWidget(button)
        fuss.addStretch(1)
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.addWidget(self._rolle, 1)
        spalte.addLayout(fuss)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(rahmen)
        self.zeige(None)

    def zeige(self, detail: VorgangDetail | None) -> None:
        """Shows a Vorgang, or a hint when none is selected."""
        self._detail = detail
        for button in (self._oeffnen, self._vergleich, self._umsetzung):
            button.setVisible(detail is not None)
        inhalt = flaeche("neben")
        spalte = QVBoxLayout(inhalt)
        spalte.setContentsMargins(18, 14, 18, 8)
        spalte.setSpacing(6)
        if detail is None:
            spalte.addWidget(label("Kein Vorgang ausgewählt.", ton="leise", umbruch=True))
        else:
            self._vergleich.setEnabled(detail.kann_vergleichen)
            self._umsetzung.setEnabled(detail.hat_beschluss)
            self._fuelle(spalte, detail)
        spalte.addStretch(1)
        self._rolle.setWidget(inhalt)

    def _fuelle(self, spalte: QVBoxLayout, detail: VorgangDetail) -> None:
        titel = label(detail.betreff, punkte=11, fett=True, umbruch=True)
        titel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        spalte.addWidget(titel)
        spalte.addWidget(marke(detail.stand, detail.stand_marke))
        gitter = QGridLayout()
        gitter.setContentsMargins(0, 6, 0, 4)
        gitter.setHorizontalSpacing(8)
        gitter.setVerticalSpacing(3)
        gitter.setColumnMinimumWidth(0, 90)
        gitter.setColumnStretch(1, 1)
        for zeile, (name, wert) in enumerate(detail.angaben):
            oben = Qt.AlignmentFlag.AlignTop
            gitter.addWidget(label(name, ton="leise"), zeile, 0, oben)
            gitter.addWidget(label(wert, umbruch=True), zeile, 1, oben)
        spalte.addLayout(gitter)
        if not detail.verlauf:
            return
        spalte.addWidget(linie())
        spalte.addWidget(label("Verlauf", punkte=9, fett=True, ton="leise"))
        gitter = QGridLayout()
        gitter.setHorizontalSpacing(8)
        gitter.setVerticalSpacing(4)
        gitter.setColumnStretch(1, 1)
        for zeile, eintrag in enumerate(detail.verlauf):
            if not eintrag.datum:
                gitter.addWidget(label(eintrag.text, punkte=9, ton="rot", umbruch=True), zeile, 1)
                continue
            gitter.addWidget(label(eintrag.datum, ton="leise"), zeile, 0)
            gitter.addWidget(label(eintrag.text, fett=eintrag.fett, umbruch=True), zeile, 1)
        spalte.addLayout(gitter)

    def _tue(self, ziel: object) -> None:
        if self._detail is not None and callable(ziel):
            ziel(self._detail.kennung)
