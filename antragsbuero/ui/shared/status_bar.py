"""The line at the bottom: state of saving, database, background work."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.speicherstand import Speicherlage, Speicherstand
from antragsbuero.ui.shared.task_runner import QtAufgabe, QtTaskRunner
from antragsbuero.ui.shared.widgets import IconBild, icon_knopf, label, linie

_LAGEN = {
    Speicherlage.RUHE: ("checkmark", "gruen", "leise"),
    Speicherlage.SPEICHERT: ("edit", "text2", "leise"),
    Speicherlage.GESPEICHERT: ("checkmark", "gruen", "leise"),
    Speicherlage.FEHLER: ("error_circle", "rot", "rot"),
    Speicherlage.NUR_LESEN: ("lock_closed", "text2", "leise"),
}

_SCHMAL = 900
"""Below this width database and running work do not stand side by side."""


class IconLabel(QWidget):
    """An icon before a word."""

    def __init__(self, ui: UiContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bild = IconBild()
        self._bild.setAccessibleName(name)
        self._text = label(punkte=9, ton="leise")
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(8, 0, 8, 0)
        reihe.setSpacing(6)
        reihe.addWidget(self._bild)
        reihe.addWidget(self._text)

    def setze(self, text: str, icon: str, farbe: str = "text2", ton: str = "leise") -> None:
        """Shows a word with its icon."""
        self._ui.icons.setze(self._bild, icon, farbe=farbe)
        self._text.setText(text)
        self._text.setAccessibleName(text)
        if self._text.property("ton") != ton:
            self._text.setProperty("ton", ton)
            self._text.style().unpolish(self._text)
            self._text.style().polish(self._text)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text.text()


class StatusBar(QStatusBar):
    """State of saving on the left, database, work with progress and cancel on the right."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName("Statusleiste")
        self._laufend: list[QtAufgabe] = []
        self.speicher = IconLabel(ui, "Stand der Speicherung")
        self.datenbank = IconLabel(ui, "Datenbank")
        self.hinweis = GekuerzterText(1, punkte=9, ton="leise")
        self._weg = QTimer(self)
        self._weg.setSingleShot(True)
        self._weg.timeout.connect(lambda: self.hinweis.setze(""))
        self.addWidget(self.speicher)
        self.addWidget(linie(senkrecht=True))
        self.addWidget(self.datenbank)
        self.addWidget(linie(senkrecht=True))
        self.addWidget(self.hinweis, 1)
        self._arbeit = QWidget()
        reihe = QHBoxLayout(self._arbeit)
        reihe.setContentsMargins(0, 0, 4, 0)
        self._titel = GekuerzterText(1, punkte=9, ton="leise")
        self._balken = QProgressBar()
        self._balken.setFixedWidth(140)
        self._balken.setTextVisible(False)
        self._halt = icon_knopf("Arbeit abbrechen", self._brich_ab, icons=ui.icons, icon="dismiss")
        for widget in (self._titel, self._balken, self._halt):
            reihe.addWidget(widget)
        self.addPermanentWidget(self._arbeit)
        self._arbeit.hide()
        self.speicher.hide()  # nothing can be said before the database is open
        self.datenbank.setze("Datenbank wird geöffnet …", "database")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._mach_platz()

    def _mach_platz(self) -> None:
        """In a narrow window the work that runs takes the place of what stays the same."""
        self.datenbank.setVisible(not self._laufend or self.width() >= _SCHMAL)

    def zeige_speicherstand(self, stand: Speicherstand) -> None:
        """Shows how saving stands."""
        self.speicher.show()
        icon, farbe, ton = _LAGEN[stand.lage]
        self.speicher.setze(stand.text, icon, farbe, ton)

    def melde(self, text: str) -> None:
        """Shows a passing word („Gespeichert“) for some seconds."""
        self.hinweis.setze(text)
        self._weg.start(6000)

    def binde(self, runner: QtTaskRunner) -> None:
        """Shows the titled work of this runner."""
        runner.gestartet.connect(self._beginnt)

    def _beginnt(self, aufgabe: QtAufgabe) -> None:
        self._laufend.append(aufgabe)
        aufgabe.fortschritt.connect(self._rueckt_vor)
        aufgabe.beendet.connect(lambda: self._endet(aufgabe))
        self._zeige_arbeit(None)

    def _endet(self, aufgabe: QtAufgabe) -> None:
        if aufgabe in self._laufend:
            self._laufend.remove(aufgabe)
        self._zeige_arbeit(None)

    def _rueckt_vor(self, anteil: float | None) -> None:
        self._zeige_arbeit(anteil)

    def _zeige_arbeit(self, anteil: float | None) -> None:
        self._arbeit.setVisible(bool(self._laufend))
        self._mach_platz()
        if not self._laufend:
            return
        titel = self._laufend[-1].titel or ""
        mehr = f" (und {len(self._laufend) - 1} weitere)" if len(self._laufend) > 1 else ""
        self._titel.setze(titel + mehr)
        self._balken.setAccessibleName(f"Fortschritt: {titel}")
        self._balken.setRange(0, 0 if anteil is None else 100)
        if anteil is not None:
            self._balken.setValue(round(anteil * 100))

    def _brich_ab(self) -> None:
        if self._laufend:
            self._laufend[-1].brich_ab()
            self._titel.setze("Wird abgebrochen …")
