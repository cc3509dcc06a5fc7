"""The screen Übersicht."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import flaeche, knopf, kopfzeile, label, linie
from antragsbuero.ui.uebersicht.due_list import DueList
from antragsbuero.ui.uebersicht.first_steps import FirstSteps
from antragsbuero.ui.uebersicht.presenter import UebersichtPresenter
from antragsbuero.ui.uebersicht.rows import ArbeitRow, FaelligRow, UebersichtBild
from antragsbuero.ui.uebersicht.stages import StagePicture
from antragsbuero.ui.uebersicht.work_item import WorkItem

_FLACH = 560
"""Below this height of the screen the picture of stages gives way to the list."""


class UebersichtView(Screen):
    """What is due on the left, what one worked on at the right, all stages below."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui

    def verbinde(self, presenter: UebersichtPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ziele, ui = presenter.ziele, self._ui
        self._datum = GekuerzterText(1, punkte=13.5, fett=True)
        importieren = knopf("&Importieren", ziele.importiere, icons=ui.icons, icon="arrow_import",
                            schreibt=True)  # fmt: skip
        neu = knopf("&Neuer Antrag", ziele.neuer_antrag, icons=ui.icons, icon="add", art="haupt",
                    schreibt=True)  # fmt: skip
        self._kopf = kopfzeile(self._datum, importieren, neu)
        self._hinweis = NoticeBar(ui.icons)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(flaeche("inhalt"))
        self._stapel.addWidget(self._baue_haupt())
        self._stapel.addWidget(Rollbereich(FirstSteps(ui, ziele)))
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        for widget in (self._kopf, linie(), self._hinweis):
            spalte.addWidget(widget)
        spalte.addWidget(self._stapel, 1)

    def _baue_haupt(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._baue_links())
        splitter.addWidget(self._baue_rechts())
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([860, 310])
        self._ui.merker.binde_splitter(splitter, "uebersicht")
        return splitter

    def _baue_links(self) -> QWidget:
        ziele = self._presenter.ziele
        self._nachfragen: QPushButton = knopf(
            "Nachfrage &schreiben",
            self._nachfrage,
            icons=self._ui.icons,
            icon="question",
            schreibt=True,
        )
        self._faellig = label(punkte=11, fett=True)
        kopf = QHBoxLayout()
        kopf.setContentsMargins(20, 8, 12, 4)
        kopf.setSpacing(8)
        kopf.addWidget(self._faellig)
        kopf.addStretch(1)
        kopf.addWidget(self._nachfragen)
        kopf.addWidget(knopf("&Alle Fristen", ziele.alle_fristen, art="leise"))
        self._liste = DueList(self._ui, ziele.oeffne, self._gewaehlt)
        self._nichts = EmptyState(
            "Nichts ist fällig",
            "In den nächsten acht Wochen läuft keine Frist ab, und keine Antwort steht aus.",
        )
        self._mitte = QStackedWidget()
        self._mitte.addWidget(self._liste)
        self._mitte.addWidget(self._nichts)
        self._stufen = StagePicture(self._ui)
        self._gesamt = label(fett=True)
        self._unten = flaeche("inhalt")
        unten = QVBoxLayout(self._unten)
        unten.setContentsMargins(20, 8, 20, 14)
        unten.setSpacing(8)
        unten.addWidget(self._gesamt)
        unten.addWidget(self._stufen)
        rahmen = flaeche("inhalt")
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addLayout(kopf)
        spalte.addWidget(self._mitte, 1)
        spalte.addWidget(self._unten)
        return rahmen

    def _baue_rechts(self) -> QWidget:
        self._rolle = Rollbereich(flaeche("neben"))
        self._rolle.setProperty("flaeche", "neben")
        self._rolle.setMinimumWidth(220)
        return self._rolle

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit("Übersicht")
        self._presenter.lade()

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._unten.setVisible(self.height() >= _FLACH)

    # ---- View

    def zeige_bild(self, bild: UebersichtBild) -> None:
        """See presenter.View."""
        self._hinweis.verbirg()
        self._datum.setze(bild.datum)
        self._faellig.setText(f"Fällig  {bild.faellig_anzahl}" if bild.faellig_anzahl else "Fällig")
        self._liste.zeige(bild.faellig)
        self._mitte.setCurrentIndex(0 if bild.faellig else 1)
        self._gesamt.setText(f"Alle Vorgänge nach Stand  {bild.gesamt}")
        self._stufen.zeige(bild.stufen)
        self._zeige_arbeit(bild.arbeit)
        neu = self._stapel.currentIndex() == 0
        self._stapel.setCurrentIndex(2 if bild.leer else 1)
        if neu and not bild.leer:
            self._liste.setFocus()
        self._kopf.setVisible(not bild.leer)

    def zeige_fehler(self, text: str) -> None:
        """See presenter.View."""
        self._hinweis.zeige(text, aktion="Erneut versuchen", bei_aktion=self._presenter.lade)

    # ---- parts

    def _zeige_arbeit(self, rows: Sequence[ArbeitRow]) -> None:
        inhalt = flaeche("neben")
        spalte = QVBoxLayout(inhalt)
        spalte.setContentsMargins(12, 12, 12, 12)
        spalte.setSpacing(0)
        titel = GekuerzterText(2, fett=True)
        titel.setze("Woran ich zuletzt gearbeitet habe")
        kopf = QHBoxLayout()
        kopf.setContentsMargins(8, 0, 0, 6)
        kopf.addWidget(titel)
        spalte.addLayout(kopf)
        for row in rows:
            spalte.addWidget(WorkItem(self._ui, row, self._presenter.ziele.oeffne))
            spalte.addWidget(linie())
        spalte.addStretch(1)
        self._rolle.setWidget(inhalt)

    def _gewaehlt(self, row: FaelligRow | None) -> None:
        self._nachfragen.setEnabled(row is not None and row.ton in ("rot", "gelb"))

    def _nachfrage(self) -> None:
        row = self._liste.row()
        if row is not None and row.vorgang:
            self._presenter.ziele.nachfrage(row.vorgang)
