"""The report beside the points: each statement with the point it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.widgets import flaeche, knopf, label, linie
from antragsbuero.ui.umsetzung.berichte import Berichte
from antragsbuero.ui.umsetzung.details import BerichtDetail, TeilRow, Wahl


class ReportPane(QWidget):
    """A list to choose the report, its statements, proposals to confirm."""

    def __init__(self, ui: UiContext, berichte: Berichte, importiere: Callable[[], None]) -> None:
        super().__init__()
        self._ui = ui
        self._berichte = berichte
        self._detail: BerichtDetail | None = None
        self._wahl = QComboBox()
        self._wahl.setAccessibleName("Bericht")
        self._wahl.view().setAccessibleName("Berichte")
        self._wahl.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._wahl.setMinimumContentsLength(10)
        self._wahl.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._wahl.activated.connect(lambda _: berichte.waehle(self._wahl.currentData()))
        self._vorschlagen = knopf(
            "Zuord&nung vorschlagen", berichte.schlage_vor,
            tooltip="Ordnet Aussagen ohne Punkt nach ihrem Wortlaut zu; Sie bestätigen",
            schreibt=True,
        )  # fmt: skip
        self._bestaetigen = knopf("Alle bestä&tigen", berichte.bestaetige_alle, schreibt=True)
        self._importieren = knopf("Bericht &importieren …", importiere, icons=ui.icons,
                                  icon="arrow_import", art="leise", schreibt=True)  # fmt: skip
        kopf = self._kopf()
        self._rolle = QScrollArea()
        self._rolle.setWidgetResizable(True)
        self._rolle.setFrameShape(QFrame.Shape.NoFrame)
        self._rolle.setProperty("art", "seite")
        self._rolle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rolle.setAccessibleName("Aussagen des Berichts")
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(kopf)
        spalte.addWidget(linie())
        spalte.addWidget(self._rolle, 1)

    def _kopf(self) -> QWidget:
        """What proposals ask for stands below, so that all fits into half of a narrow window."""
        kopf = flaeche("neben")
        kopf.setMinimumHeight(40)
        zeilen = QVBoxLayout(kopf)
        zeilen.setContentsMargins(16, 4, 8, 4)
        zeilen.setSpacing(4)
        oben, unten = QHBoxLayout(), QHBoxLayout()
        for reihe in (oben, unten):
            reihe.setSpacing(8)
            zeilen.addLayout(reihe)
        oben.addWidget(self._wahl, 100)
        oben.addStretch(1)
        oben.addWidget(self._importieren)
        unten.addWidget(self._vorschlagen)
        unten.addWidget(self._bestaetigen)
        unten.addStretch(1)
        return kopf

    def zeige(self, berichte: Sequence[Wahl], detail: BerichtDetail | None) -> None:
        """Shows the reports and one of them."""
        self._wahl.clear()
        for bericht in berichte:
            self._wahl.addItem(bericht.text, bericht.schluessel)
        self._wahl.setVisible(bool(berichte))
        if detail is not None:
            self._wahl.setCurrentIndex(self._wahl.findData(detail.kennung))
        self._vorschlagen.setVisible(
            detail is not None and detail.ohne_punkt and len(detail.punkte) > 1
        )
        self._bestaetigen.setVisible(detail is not None and detail.unbestaetigt > 0)
        if detail != self._detail or detail is None:
            self._detail = detail
            ort = self._rolle.verticalScrollBar().value()
            self._rolle.setWidget(self._inhalt(detail))
            self._rolle.verticalScrollBar().setValue(ort)

    def _inhalt(self, detail: BerichtDetail | None) -> QWidget:
        inhalt = flaeche("inhalt")
        gitter = QGridLayout(inhalt)
        gitter.setContentsMargins(16, 10, 16, 10)
        gitter.setHorizontalSpacing(14)
        gitter.setVerticalSpacing(8)
        gitter.setColumnMinimumWidth(0, 132)
        gitter.setColumnStretch(1, 1)
        if detail is None:
            leer = "Zu diesem Beschluss liegt noch kein Bericht und keine Antwort vor."
            gitter.addWidget(label(leer, ton="leise", umbruch=True), 0, 0, 1, 2)
        oben = Qt.AlignmentFlag.AlignTop
        for n, teil in enumerate(detail.teile if detail is not None else ()):
            if n:
                gitter.addWidget(linie(), 2 * n - 1, 0, 1, 2)
            gitter.addWidget(self._links(detail, teil), 2 * n, 0, alignment=oben)
            text = label(teil.text, punkte=10.5, umbruch=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            gitter.addWidget(text, 2 * n, 1, alignment=oben)
        gitter.setRowStretch(gitter.rowCount(), 1)
        return inhalt

    def _links(self, detail: BerichtDetail | None, teil: TeilRow) -> QWidget:
        links = QWidget()
        spalte = QVBoxLayout(links)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(4)
        wahl = QComboBox()
        wahl.setAccessibleName(f"Aussage {teil.nummer + 1} gehört zu")
        wahl.view().setAccessibleName("Punkte des Beschlusses")
        wahl.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for punkt in detail.punkte if detail is not None else ():
            wahl.addItem(punkt.text, punkt.schluessel)
        wahl.setCurrentIndex(max(0, wahl.findData(teil.punkt)))
        wahl.activated.connect(
            lambda _, nummer=teil.nummer: self._berichte.ordne_zu(nummer, wahl.currentData())
        )
        spalte.addWidget(schreibt(wahl))
        if not teil.bestaetigt:
            spalte.addWidget(label("vorgeschlagen", punkte=9, ton="gelb"))
            stimmt = knopf("Stimmt", partial(self._berichte.bestaetige, teil.nummer),
                           icons=self._ui.icons, icon="checkmark", schreibt=True)  # fmt: skip
            stimmt.setAccessibleName(f"Zuordnung der Aussage {teil.nummer + 1} stimmt")
            spalte.addWidget(stimmt)
        return links
