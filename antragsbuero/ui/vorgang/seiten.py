"""The pages below the tabs of a Vorgang: papers, Beratungsfolge, notes, Verlauf."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QStackedWidget, QTableView, QWidget

from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.table_model import RowTableModel, Spalte
from antragsbuero.ui.vorgang.bild import VorgangBild
from antragsbuero.ui.vorgang.rows import BeratungRow, VerlaufRow

FASSUNGEN, BERATUNGSFOLGE, NOTIZEN, VERLAUF = range(4)
_NOTIZPAUSE = 1000
"""Milliseconds of quiet after which notes are stored."""
_SPAETESTENS = 2500
"""Milliseconds after the first key at which they are stored anyway: at most 3 s are at risk."""
_NOCHMAL = 5000
"""Milliseconds after which storing that failed is tried again."""
_BERATUNGEN: tuple[Spalte[BeratungRow], ...] = (
    Spalte("Datum", lambda r: r.datum),
    Spalte("Gremium", lambda r: r.gremium),
    Spalte("TOP", lambda r: r.top),
    Spalte("Zuständigkeit", lambda r: r.rolle),
    Spalte("Ergebnis", lambda r: r.votum),
)
_VERLAUF: tuple[Spalte[VerlaufRow], ...] = (
    Spalte("Zeitpunkt", lambda r: r.zeitpunkt),
    Spalte("Was geschah", lambda r: r.text),
)
_LETZTE = 130
"""Pixels that the last column of a table gets at least."""


class Seiten(QStackedWidget):
    """One page at a time; `notizen_ruhen` tells that nobody types notes any more."""

    notizen_ruhen = Signal()

    def __init__(self, fassungen: QWidget) -> None:
        super().__init__()
        self._beratungen = RowTableModel(_BERATUNGEN, lambda row: row.kennung, self)
        self._verlauf = RowTableModel(_VERLAUF, lambda row: row.kennung, self)
        self._notizen_zuvor = ""
        """Stored notes as they were shown: other words in the field are not stored yet."""
        self.notizen = schreibt(QPlainTextEdit())
        self.notizen.setAccessibleName("Notizen")
        self.notizen.setPlaceholderText("Notizen des Büros; sie stehen in keinem Papier.")
        self.notizen.setTabChangesFocus(True)
        self.notizen.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.notizen.document().setDocumentMargin(20)
        self._uhr = QTimer(self)
        self._uhr.setSingleShot(True)
        self._uhr.timeout.connect(self.notizen_ruhen)
        self._seit = QElapsedTimer()
        self.notizen.textChanged.connect(self._getippt)
        for seite in (
            fassungen,
            _Tabelle(self._beratungen, "Beratungsfolge", (110, 280, 70, 220)),
            self.notizen,
            _Tabelle(self._verlauf, "Verlauf", (170,)),
        ):
            self.addWidget(seite)

    def zeige(self, bild: VorgangBild, *, neu: bool) -> None:
        """Shows a Vorgang; notes that are being typed stay, unless it is another one."""
        self._beratungen.set_rows(bild.beratungen)
        self._verlauf.set_rows(bild.verlauf)
        notizen = bild.kopfdaten.notizen
        if neu or self.notizen.toPlainText() == self._notizen_zuvor:
            self._setze_notizen(notizen)
        self._notizen_zuvor = notizen

    def _getippt(self) -> None:
        if not self._uhr.isActive():
            self._seit.start()
        rest = max(0, _SPAETESTENS - self._seit.elapsed())
        self._uhr.start(min(_NOTIZPAUSE, rest))

    def spaeter(self) -> None:
        """Storing the notes failed: it is tried again."""
        self._seit.start()
        self._uhr.start(_NOCHMAL)

    def halt(self) -> str:
        """Stops the clock: whoever asks stores the notes, which are handed out."""
        self._uhr.stop()
        return self.notizen.toPlainText()

    def _setze_notizen(self, text: str) -> None:
        if self.notizen.toPlainText() != text:
            self.notizen.blockSignals(True)
            self.notizen.setPlainText(text)
            self.notizen.blockSignals(False)


class _Tabelle(QTableView):
    """A plain table; its last column takes the room that is left, the others give way to it."""

    def __init__(self, modell: QAbstractTableModel, name: str, breiten: Sequence[int]) -> None:
        super().__init__()
        self._breiten = tuple(breiten)
        self.setAccessibleName(name)
        self.setProperty("art", "tabelle")
        self.setModel(modell)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        kopf = self.horizontalHeader()
        kopf.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kopf.setHighlightSections(False)
        kopf.setSectionResizeMode(len(breiten), QHeaderView.ResizeMode.Stretch)
        self._verteile()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._verteile()

    def _verteile(self) -> None:
        """Only the widest columns give way: days and numbers stay whole."""
        fehlt = sum(self._breiten) + _LETZTE - self.viewport().width()
        weite = [breite for breite in self._breiten if breite > _LETZTE]
        anteil = max(0.0, min(0.6, fehlt / sum(weite))) if weite else 0.0
        for spalte, breite in enumerate(self._breiten):
            passend = round(breite * (1 - anteil)) if breite > _LETZTE else breite
            self.horizontalHeader().resizeSection(spalte, passend)
