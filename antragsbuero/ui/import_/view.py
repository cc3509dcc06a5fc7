"""The screen Import."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from antragsbuero.ui.import_.details import Detail
from antragsbuero.ui.import_.fundort import Stelle
from antragsbuero.ui.import_.paste_area import PasteArea, WaitPage, lies_mime
from antragsbuero.ui.import_.presenter import ImportPresenter
from antragsbuero.ui.import_.quellzeilen import Quellzeile
from antragsbuero.ui.import_.review_page import ReviewPage
from antragsbuero.ui.import_.rows import TeilRow, Wahl, ZweifelRow
from antragsbuero.ui.import_.tasten import ZURUECKNEHMEN
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import knopf, kopfzeile, label

_DATEIEN = "Gespeicherte Seiten und Texte (*.txt *.html *.htm *.xhtml *.md);;Alle Dateien (*)"


class ImportView(Screen):
    """Three states: take in, wait, review."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self.setAcceptDrops(True)

    def verbinde(self, presenter: ImportPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._name = label("Import", punkte=13.5, fett=True)
        self._untertitel = label("", ton="leise")
        kopf = QWidget()
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(10)
        reihe.addWidget(self._name)
        reihe.addWidget(self._untertitel)
        reihe.addStretch(1)
        self._verwerfen = knopf(
            "Abbre&chen", presenter.verwirf, art="leise",
            tooltip="Nichts übernehmen; gespeichert ist noch nichts",
        )  # fmt: skip
        self._hinweis = NoticeBar(ui.icons)
        self._eingabe = PasteArea(ui, self._waehle_dateien)
        self._eingabe.eingefuegt.connect(presenter.fuege_ein)
        self._eingabe.dateien.connect(presenter.lies_dateien)
        self._warten = WaitPage(presenter.brich_erkennung_ab)
        self._pruefung = ReviewPage(ui, presenter)
        self._stapel = QStackedWidget()
        for seite in (self._eingabe, self._warten, self._pruefung):
            self._stapel.addWidget(seite)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(kopfzeile(kopf, self._verwerfen))
        spalte.addWidget(self._hinweis)
        spalte.addWidget(self._stapel, 1)
        self._baue_aktionen(presenter)

    def _baue_aktionen(self, presenter: ImportPresenter) -> None:
        for text, kuerzel, tun in (
            ("Erkanntes ü&bernehmen", "Ctrl+Return", presenter.uebernimm),
            ("Letzte Berichtigung &zurücknehmen", ZURUECKNEHMEN, presenter.nimm_zurueck),
        ):
            aktion = QAction(text, self)
            aktion.setShortcut(kuerzel)
            aktion.triggered.connect(lambda _=False, rufe=tun: rufe())
            self.addAction(schreibt(aktion) if tun == presenter.uebernimm else aktion)

    def _waehle_dateien(self) -> None:
        pfade, _ = QFileDialog.getOpenFileNames(self, "Datei importieren", "", _DATEIEN)
        if pfade:
            self._presenter.lies_dateien(pfade)

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit("Import")
        self._presenter.zeige(ort)
        if self._stapel.currentWidget() is self._eingabe:
            self._eingabe.setFocus()

    def suche(self) -> None:
        """Ctrl+F: the source."""
        self._pruefung.quelle.setFocus()

    def ungesichert(self) -> str:
        """A review with corrections is stored by „Übernehmen“ alone."""
        if not self._presenter.hat_berichtigt:
            return ""
        return (
            "Der Import ist berichtigt, aber noch nicht übernommen. Gespeichert wird er mit "
            "„Übernehmen“."
        )

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    # ---- View

    def zeige_eingabe(self) -> None:
        """See presenter.View."""
        self._kopf("Import", "", pruefung=False)
        self._stapel.setCurrentWidget(self._eingabe)
        self._eingabe.setFocus()

    def zeige_erkennung(self, was: str) -> None:
        """See presenter.View."""
        self._kopf("Import", "", pruefung=False)
        self._warten.zeige(was)
        self._stapel.setCurrentWidget(self._warten)
        self._warten.abbrechen.setFocus()

    def zeige_pruefung(self, titel: str, quellen: Sequence[str], aktuell: int) -> None:
        """See presenter.View."""
        self._kopf("Import prüfen", titel, pruefung=True)
        self._pruefung.zeige_quellen(quellen, aktuell)
        self._stapel.setCurrentWidget(self._pruefung)

    def _kopf(self, name: str, untertitel: str, *, pruefung: bool) -> None:
        self._name.setText(name)
        self._untertitel.setText(untertitel)
        self._verwerfen.setVisible(pruefung)

    def zeige_quelltext(self, quelltext: str, zeilen: Sequence[Quellzeile]) -> None:
        """See presenter.View."""
        self._pruefung.quelle.zeige_quelltext(quelltext, zeilen)
        self._pruefung.zeige_zeilenzahl(sum(1 for zeile in zeilen if zeile.nummer))

    def zeige_zeilen(self, zeilen: Sequence[Quellzeile]) -> None:
        """See presenter.View."""
        self._pruefung.quelle.zeige_zeilen(zeilen)

    def zeige_teile(self, rows: Sequence[TeilRow]) -> None:
        """See presenter.View."""
        self._pruefung.zeige_teile(rows)

    def zeige_zweifel(self, rows: Sequence[ZweifelRow], am_anfang: int) -> None:
        """See presenter.View."""
        self._pruefung.zeige_zweifel(rows, am_anfang)

    def zeige_auswahl(self, schluessel: str, stelle: Stelle | None, *, rolle: bool) -> None:
        """See presenter.View."""
        self._pruefung.waehle_teil(schluessel)
        self._pruefung.quelle.zeige_teil(schluessel, stelle, rolle=rolle)

    def zeige_stelle(self, stelle: Stelle) -> None:
        """See presenter.View."""
        self._pruefung.quelle.zeige_stelle(stelle)

    def zeige_detail(self, detail: Detail | None) -> None:
        """See presenter.View."""
        self._pruefung.detail.zeige(detail)

    def zeige_ziele(self, ziele: Sequence[Wahl], gewaehlt: str) -> None:
        """See presenter.View."""
        self._pruefung.zeige_ziele(ziele, gewaehlt)
        self._pruefung.fokussiere()

    def zeige_zuruecknehmbar(self, moeglich: bool) -> None:
        """See presenter.View."""
        self._pruefung.zeige_zuruecknehmbar(moeglich)

    def zeige_ablage(self, laeuft: bool, moeglich: bool) -> None:
        """See presenter.View."""
        self._pruefung.zeige_ablage(laeuft, moeglich)

    def zeige_fehler(self, text: str) -> None:
        """See presenter.View."""
        if text:
            self._hinweis.zeige(text)
        else:
            self._hinweis.verbirg()

    def zeige_verworfen(self, text: str) -> None:
        """See presenter.View."""
        self._hinweis.zeige(
            text, "info", aktion="Wieder zeigen", bei_aktion=self._presenter.hole_zurueck
        )

    # ---- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt: files dropped anywhere on the screen."""
        pfade, _, _ = lies_mime(event.mimeData())
        event.acceptProposedAction()
        if pfade:
            self._presenter.lies_dateien(pfade)
