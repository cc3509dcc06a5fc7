"""The screen Umsetzung."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.oeffnen import oeffne_pfad
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, kopfzeile
from antragsbuero.ui.umsetzung.detail_page import DetailPage
from antragsbuero.ui.umsetzung.details import BerichtDetail, BeschlussKopf, NachfrageDetail, Wahl
from antragsbuero.ui.umsetzung.overview_page import OverviewPage
from antragsbuero.ui.umsetzung.presenter import UmsetzungPresenter
from antragsbuero.ui.umsetzung.rows import BeschlussRow, PunktRow

_FILTER = {".docx": "Word-Datei (*.docx)", ".pdf": "PDF-Datei (*.pdf)"}

_SCHMAL = 1000
_BILANZ = 160
"""Pixels of the figures beside the Betreff below that width; more of them take a second line."""


class UmsetzungView(Screen):
    """All resolutions, or one."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._vorgang = ""

    def verbinde(self, presenter: UmsetzungPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._hinweis = NoticeBar(ui.icons)
        self._alle = OverviewPage(ui, presenter.ziele.zeige_ort)
        self._eines = DetailPage(ui, presenter, lambda: presenter.ziele.importiere(self._vorgang))
        self._eines.nachfrage.export_gewuenscht.connect(self._exportiere)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._alle)
        self._stapel.addWidget(self._eines)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(self._kopf())
        spalte.addWidget(self._hinweis)
        spalte.addWidget(self._stapel, 1)
        self._aktion("Alle &Beschlüsse", "Alt+Up", lambda: presenter.ziele.zeige_ort(None))
        self._aktion("Nachfrage als &Word-Datei …", "", lambda: self._exportiere(".docx"))
        self._aktion("Nachfrage als &PDF-Datei …", "", lambda: self._exportiere(".pdf"))

    def _kopf(self) -> QWidget:
        ui, presenter = self._ui, self._presenter
        self._zurueck = icon_knopf("Alle Beschlüsse", lambda: presenter.ziele.zeige_ort(None),
                                   icons=ui.icons, icon="arrow_left")  # fmt: skip
        self._name = GekuerzterText(2, punkte=13.5, fett=True)
        self._name.setze("Umsetzung")
        self._bilanz = GekuerzterText(2, punkte=9, ton="leise")
        self._beschluesse = QComboBox()
        self._beschluesse.setAccessibleName("Beschluss")
        self._beschluesse.view().setAccessibleName("Beschlüsse")
        self._beschluesse.activated.connect(
            lambda _: presenter.waehle_beschluss(self._beschluesse.currentData())
        )
        kopf = QWidget()
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(8)
        reihe.addWidget(self._zurueck)
        reihe.addWidget(self._name, 1)
        reihe.addWidget(self._bilanz)
        self._oeffnen = knopf("Zum V&organg", lambda: presenter.ziele.oeffne(self._vorgang))
        return kopfzeile(kopf, self._beschluesse, self._oeffnen)

    def _aktion(self, text: str, kuerzel: str, tun: object) -> None:
        aktion = QAction(text, self)
        if kuerzel:
            aktion.setShortcut(kuerzel)
        aktion.triggered.connect(lambda: tun() if callable(tun) else None)
        self.addAction(aktion)

    def _exportiere(self, endung: str) -> None:
        vorschlag = self._presenter.nachfragen.vorgeschlagener_name(endung)
        ordner = self._ui.merker.text("export/ordner", str(Path.home()))
        pfad, _ = QFileDialog.getSaveFileName(
            self, "Nachfrage exportieren", str(Path(ordner) / vorschlag), _FILTER[endung]
        )
        if not pfad:
            return
        ziel = Path(pfad) if Path(pfad).suffix else Path(pfad + endung)
        self._ui.merker.setze("export/ordner", str(ziel.parent))
        self._presenter.nachfragen.exportiere(str(ziel))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._bilanz.setMaximumWidth(_BILANZ if self.width() < _SCHMAL else self.width())

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self._presenter.zeige(ort)
        if ort.vorgang is None:
            self.titel.emit("Umsetzung")
            self._zeige_kopf(None)
            self._stapel.setCurrentWidget(self._alle)
            self._alle.tabelle.setFocus()
        else:
            self._stapel.setCurrentWidget(self._eines)
            self._eines.tabelle.setFocus()

    def drucke(self) -> bool:
        """Ctrl+P: the preview of the Nachfrage."""
        if self._stapel.currentWidget() is not self._eines:
            return False
        self._eines.nachfrage.halt()
        auftrag = self._presenter.nachfragen.vorschau()
        if auftrag is not None:
            self.vorschau.emit(auftrag)
        return auftrag is not None

    def darf_gehen(self) -> bool:
        """Before the window closes: what was typed last is stored."""
        self._eines.nachfrage.halt()
        return self._presenter.nachfragen.sichere_jetzt()

    def schliesse(self) -> None:
        """The window closes."""
        self._eines.nachfrage.halt()
        self._presenter.schliesse()

    # ---- View

    def zeige_uebersicht(self, rows: Sequence[BeschlussRow], laedt: bool) -> None:
        """See presenter.View."""
        self._alle.zeige(rows, laedt)
        anzahl = "1 Beschluss" if len(rows) == 1 else f"{len(rows)} Beschlüsse"
        self._bilanz.setze(f"{anzahl}, weitere werden geladen …" if laedt else anzahl)

    def zeige_beschluss(self, kopf: BeschlussKopf) -> None:
        """See presenter.View."""
        self._vorgang = kopf.vorgang
        self.titel.emit(f"Umsetzung: {kopf.betreff}")
        self._zeige_kopf(kopf)

    def _zeige_kopf(self, kopf: BeschlussKopf | None) -> None:
        self._name.setze(kopf.betreff if kopf else "Umsetzung")
        self._bilanz.setze(kopf.bilanz if kopf else "")
        self._zurueck.setVisible(kopf is not None)
        self._oeffnen.setVisible(kopf is not None)
        self._beschluesse.clear()
        for wahl in kopf.beschluesse if kopf else ():
            self._beschluesse.addItem(wahl.text, wahl.schluessel)
        if kopf:
            self._beschluesse.setCurrentIndex(self._beschluesse.findData(kopf.beschluss))
        self._beschluesse.setVisible(self._beschluesse.count() > 1)

    def zeige_punkte(self, rows: Sequence[PunktRow]) -> None:
        """See presenter.View."""
        self._eines.zeige_punkte(rows)

    def waehle_punkte(self, kennungen: Sequence[str]) -> None:
        """See presenter.View."""
        self._eines.waehle_punkte(kennungen)

    def zeige_urteil(self, row: PunktRow | None) -> None:
        """See presenter.View."""
        self._eines.urteil.zeige(row)

    def zeige_auswahl(self, worte: str, anzahl: int) -> None:
        """See presenter.View."""
        self._eines.nachfrage.zeige_auswahl(worte, anzahl)

    def zeige_berichte(self, berichte: Sequence[Wahl], detail: BerichtDetail | None) -> None:
        """See presenter.View."""
        self._eines.bericht.zeige(berichte, detail)

    def zeige_nachfragen(self, nachfragen: Sequence[Wahl], gewaehlt: str) -> None:
        """See presenter.View."""
        self._eines.nachfrage.zeige_nachfragen(nachfragen, gewaehlt)

    def zeige_nachfrage(self, detail: NachfrageDetail | None) -> None:
        """See presenter.View."""
        self._eines.nachfrage.zeige(detail)

    def sichere_spaeter(self) -> None:
        """See mitte.Teilansicht."""
        self._eines.nachfrage.spaeter()

    def fokussiere_frage(self) -> None:
        """See mitte.Teilansicht."""
        self._eines.nachfrage.fokussiere()

    def zeige_fehler(self, text: str, aktion: Aktion | None = None) -> None:
        """See presenter.View."""
        if text:
            self._hinweis.zeige(text, zweite=aktion)
        else:
            self._hinweis.verbirg()

    def zeige_verworfen(self, text: str, zurueck: Aktion) -> None:
        """See mitte.Teilansicht."""
        self._hinweis.zeige(text, "info", aktion=zurueck[0], bei_aktion=zurueck[1])

    def zeige_geschrieben(self, datei: Path, hinweise: Sequence[str]) -> None:
        """See presenter.View."""
        self._hinweis.zeige(
            " ".join((f"Gespeichert: {datei}", *hinweise)),
            "gelb" if hinweise else "info",
            aktion="Öffnen",
            bei_aktion=lambda: oeffne_pfad(datei),
        )
