"""The pane beside the draft: checks before submission, recognised deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from antragsbuero.ui.editor.pruefung import Befund, Fristfund, Gewicht, Pruefung
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import knopf, label, linie

_ICONS = {
    Gewicht.FEHLER: ("error_circle", "rot", "Fehler"),
    Gewicht.WARNUNG: ("warning", "gelb", "Achtung"),
    Gewicht.GUT: ("checkmark_circle", "gruen", "In Ordnung"),
}
_FRISTEN = 40
"""Deadlines listed at most."""


class Pruefleiste(QScrollArea):
    """Built anew only where something differs; `gewaehlt` hands out the row to go to."""

    gewaehlt = Signal(int)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._eingereicht = False
        self._gezeigt: tuple[object, ...] = ()
        self.setProperty("flaeche", "neben")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Prüfung und Fristen")
        self.setMinimumWidth(240)
        ui.theme.faerbe(self, self._faerbe)
        self._bilder: list[tuple[QLabel, str, str]] = []

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(300, 400)

    def zeige(self, pruefung: Pruefung, *, eingereicht: bool = False) -> None:
        """Shows findings and deadlines; of a submitted Fassung the deadlines alone."""
        self._eingereicht = eingereicht
        inhalt = (
            eingereicht,
            pruefung.befunde,
            tuple((f.nummer, f.text, f.zeile) for f in pruefung.fristen),
        )
        if inhalt != self._gezeigt:
            self._gezeigt = inhalt
            self._baue(pruefung)

    def _faerbe(self) -> None:
        for bild, icon, farbe in self._bilder:
            bild.setPixmap(self._ui.icons.icon(icon, 16, farbe).pixmap(16, 16))

    def _baue(self, pruefung: Pruefung) -> None:
        self._bilder.clear()
        inhalt = QFrame()
        inhalt.setProperty("flaeche", "neben")
        spalte = QVBoxLayout(inhalt)
        spalte.setContentsMargins(16, 12, 16, 12)
        spalte.setSpacing(6)
        if not self._eingereicht:
            spalte.addWidget(label("Prüfung vor der Einreichung", fett=True))
            for befund in pruefung.befunde:
                spalte.addWidget(linie())
                spalte.addWidget(self._befund(befund))
            spalte.addSpacing(14)
        spalte.addWidget(label(f"Erkannte Fristen: {len(pruefung.fristen)}", fett=True))
        self._fristen(spalte, pruefung.fristen)
        spalte.addStretch(1)
        self._faerbe()
        self.setWidget(inhalt)

    def _befund(self, befund: Befund) -> QWidget:
        zeile = QWidget()
        gitter = QGridLayout(zeile)
        gitter.setContentsMargins(0, 2, 0, 2)
        gitter.setHorizontalSpacing(8)
        gitter.setVerticalSpacing(1)
        gitter.setColumnStretch(1, 1)
        icon, farbe, wort = _ICONS[befund.gewicht]
        bild = QLabel()
        bild.setAccessibleName(wort)
        self._bilder.append((bild, icon, farbe))
        gitter.addWidget(bild, 0, 0, Qt.AlignmentFlag.AlignTop)
        gitter.addWidget(label(befund.titel, fett=True, umbruch=True), 0, 1)
        gitter.addWidget(label(befund.text, punkte=9, ton="leise", umbruch=True), 1, 1)
        if befund.zeile is not None and befund.gewicht is not Gewicht.GUT:
            stelle = knopf("zur Stelle", partial(self.gewaehlt.emit, befund.zeile), art="leise")
            stelle.setAccessibleName(f"Zur Stelle: {befund.titel}")
            gitter.addWidget(stelle, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        return zeile

    def _fristen(self, spalte: QVBoxLayout, fristen: Sequence[Fristfund]) -> None:
        if not fristen and not self._eingereicht:
            text = "Noch keine. Schreiben Sie zum Beispiel „bis zum 30. Juni“ in einen Punkt."
            spalte.addWidget(label(text, punkte=9, ton="leise", umbruch=True))
        for frist in fristen[:_FRISTEN]:
            spalte.addWidget(linie())
            zeile = QWidget()
            gitter = QGridLayout(zeile)
            gitter.setContentsMargins(0, 2, 0, 2)
            gitter.setColumnStretch(1, 1)
            nummer = label(frist.nummer or "–", fett=True)
            nummer.setMinimumWidth(24)
            gitter.addWidget(nummer, 0, 0, Qt.AlignmentFlag.AlignTop)
            gitter.addWidget(label(frist.text, umbruch=True), 0, 1)
            spalte.addWidget(zeile)
        if len(fristen) > _FRISTEN:
            rest = f"und {len(fristen) - _FRISTEN} weitere"
            spalte.addWidget(label(rest, punkte=9, ton="leise"))
