"""The window of the preview: pages, zoom, grey, print, store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.dokument.seiten import Seitenmass
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.merker import ANLAGEN
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.vorschau.anordnung import BREITE, GANZE, STUFEN
from antragsbuero.ui.shared.vorschau.druck import KEIN_DRUCKER, auftrag, drucke
from antragsbuero.ui.shared.vorschau.platz import stelle_auf
from antragsbuero.ui.shared.vorschau.presenter import VorschauPresenter
from antragsbuero.ui.shared.vorschau.seitenflaeche import Seitenflaeche
from antragsbuero.ui.shared.vorschau.seitenlager import Seitenlager
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, knopf, label, linie, nenne

_ZOOM = "vorschau/zoom"
_GEOMETRIE = "vorschau/geometrie"
_SCHMALSTE = 620
_LEER, _ARBEIT, _SEITEN = range(3)


class VorschauFenster(QDialog):
    """Stands beside the main window; Esc closes it."""

    def __init__(self, ui: UiContext, titel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._ui = ui
        self.setObjectName("vorschau")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(f"Vorschau: {titel}")
        self.frage_drucker: Callable[[QPrinter], bool] = self._frage_drucker
        """Shows the system's dialog; False when nothing is to be printed. Tests put their own."""
        self.hat_drucker: Callable[[], bool] = lambda: bool(QPrinterInfo.availablePrinterNames())
        self.frage_ziel: Callable[[str], str] = self._frage_ziel
        """Asks for the path of the PDF; "" for none. Tests put their own."""

    def verbinde(self, presenter: VorschauPresenter) -> None:
        """Builds the widgets; called once."""
        self._presenter = presenter
        self.seiten = Seitenflaeche(self._ui)
        self.seiten.seite_gewechselt.connect(self._zeige_seite)
        self.seiten.zoom_gewechselt.connect(self._zeige_zoom)
        self._hinweis = NoticeBar(self._ui.icons)
        self._leer = EmptyState("Keine Vorschau", "")
        self._stapel = QStackedWidget()
        for widget in (self._leer, self._baue_arbeit(), self.seiten):
            self._stapel.addWidget(widget)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(self._baue_leiste())
        spalte.addWidget(linie())
        spalte.addWidget(self._hinweis)
        spalte.addWidget(self._stapel, 1)
        spalte.addWidget(self._baue_druckstand())
        self._baue_tasten()
        self._stelle_her()

    # ---- build

    def _baue_leiste(self) -> QWidget:
        self._drucken = knopf("&Drucken …", self.drucke, icons=self._ui.icons, icon="print",
                              art="haupt")  # fmt: skip
        self._speichern = knopf("Als &PDF speichern …", self.speichere)
        self._seite = QSpinBox()
        self._seite.setKeyboardTracking(False)
        self._seite.setMinimumWidth(72)
        nenne(self._seite, "Seite")
        self._seite.valueChanged.connect(lambda n: self.seiten.geh_zu(n - 1))
        self._von = label(ton="leise")
        self._zoom = QComboBox()
        nenne(self._zoom, "Größe")
        self._zoom.addItem("Seitenbreite", BREITE)
        self._zoom.addItem("Ganze Seite", GANZE)
        for stufe in STUFEN:
            self._zoom.addItem(f"{round(stufe * 100)} %", stufe)
        self._zoom.activated.connect(lambda k: self.seiten.setze_zoom(self._zoom.itemData(k)))
        self._prozent = label(ton="leise")
        self._prozent.setMinimumWidth(48)
        self._grau = QCheckBox("In &Graustufen zeigen")
        nenne(self._grau, "In Graustufen zeigen")
        self._grau.toggled.connect(self.seiten.setze_grau)
        self._anlagen = QCheckBox("An&lagen anhängen")
        nenne(self._anlagen, "Anlagen anhängen")
        self._anlagen.clicked.connect(self._anlagen_gewaehlt)
        self._anlagen.hide()
        rahmen = flaeche("neben")
        reihe = QHBoxLayout(rahmen)
        reihe.setContentsMargins(14, 8, 14, 8)
        reihe.setSpacing(8)
        ruf = QLabel("&Seite")
        ruf.setBuddy(self._seite)
        icons = self._ui.icons
        zurueck = icon_knopf("Vorige Seite (Bild auf)", lambda: self.seiten.blaettere(-1),
                             icons=icons, icon="arrow_up")  # fmt: skip
        weiter = icon_knopf("Nächste Seite (Bild ab)", lambda: self.seiten.blaettere(1),
                            icons=icons, icon="arrow_down")  # fmt: skip
        reihe.addWidget(self._drucken)
        reihe.addWidget(self._speichern)
        reihe.addStretch(1)
        rechts: tuple[QWidget, ...] = (
            ruf, self._seite, self._von, zurueck, weiter, self._zoom, self._prozent, self._anlagen,
            self._grau,
        )  # fmt: skip
        for widget in rechts:
            reihe.addWidget(widget)
        reihe.insertSpacing(reihe.indexOf(self._zoom), 12)
        self._entbehrlich = ((ruf, self._prozent), (zurueck, weiter), (self._zoom,))
        self._leiste = reihe
        rahmen.setMinimumWidth(_SCHMALSTE)  # small screens: see resizeEvent
        self._nur_mit_seiten = (self._drucken, self._speichern, self._seite, zurueck, weiter,
                                self._zoom, self._anlagen, self._grau)  # fmt: skip
        return rahmen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._passe_an()

    def _passe_an(self) -> None:
        """A narrow window keeps what has no other way and shortens its words."""
        for enge in range(len(self._entbehrlich) + 1):
            self._verteile(enge)
            if self._leiste.minimumSize().width() <= self.width():
                return

    def _verteile(self, enge: int) -> None:
        """`enge` is how many groups are left out; keys do the same."""
        for nummer, gruppe in enumerate(self._entbehrlich):
            for widget in gruppe:
                widget.setVisible(nummer >= enge)
        schmal = enge > 1
        self._speichern.setText("Als &PDF …" if schmal else "Als &PDF speichern …")
        grau = "In &Graustufen zeigen" if not enge else "&Graustufen" if not schmal else "&Grau"
        self._grau.setText(grau)
        self._anlagen.setText("An&lagen" if schmal else "An&lagen anhängen")
        self._leiste.invalidate()

    def _baue_arbeit(self) -> QWidget:
        seite = flaeche("inhalt")
        balken = QProgressBar()
        balken.setRange(0, 0)
        balken.setTextVisible(False)
        balken.setFixedWidth(240)
        balken.setAccessibleName("Die Vorschau wird vorbereitet")
        spalte = QVBoxLayout(seite)
        spalte.addStretch(1)
        for widget in (
            label("Die Vorschau wird vorbereitet …"), balken, knopf("&Abbrechen", self.close)
        ):  # fmt: skip
            spalte.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        spalte.addStretch(1)
        return seite

    def _baue_druckstand(self) -> QWidget:
        self._druckstand = flaeche("neben")
        reihe = QHBoxLayout(self._druckstand)
        reihe.setContentsMargins(14, 6, 14, 6)
        self._drucktext = label()
        self._druckbalken = QProgressBar()
        self._druckbalken.setTextVisible(False)
        self._druckbalken.setFixedWidth(200)
        self._druckbalken.setAccessibleName("Fortschritt des Drucks")
        reihe.addWidget(self._drucktext)
        reihe.addWidget(self._druckbalken)
        reihe.addWidget(knopf("Druck abb&rechen", self._presenter.brich_druck_ab))
        reihe.addStretch(1)
        self._druckstand.hide()
        return self._druckstand

    def _baue_tasten(self) -> None:
        flaeche_ = self.seiten
        for tasten, tun in (
            (("Ctrl+P",), self.drucke),
            (("Ctrl+S",), self.speichere),
            (("Ctrl++", "Ctrl+="), lambda: flaeche_.stufe(1)),
            (("Ctrl+-",), lambda: flaeche_.stufe(-1)),
            (("Ctrl+0",), lambda: flaeche_.setze_zoom(1.0)),
        ):
            aktion = QAction(self)
            aktion.setShortcuts([QKeySequence(t) for t in tasten])
            aktion.triggered.connect(lambda _=False, tue=tun: tue())
            self.addAction(aktion)

    def _stelle_her(self) -> None:
        merker = self._ui.merker
        geometrie = QByteArray.fromBase64(QByteArray(merker.text(_GEOMETRIE).encode()))
        gemerkt = not geometrie.isEmpty() and self.restoreGeometry(geometrie)
        stelle_auf(self, gemerkt=gemerkt)
        zoom = merker.text(_ZOOM, BREITE)
        if zoom in (BREITE, GANZE):
            self.seiten.zoom = zoom
        elif zoom in {str(stufe) for stufe in STUFEN}:
            self.seiten.zoom = float(zoom)

    # ---- View

    def zeige_arbeit(self) -> None:
        """See presenter.View."""
        self._schalte(an=False)
        self._hinweis.verbirg()
        self._stapel.setCurrentIndex(_ARBEIT)

    def zeige_seiten(self, masse: Sequence[Seitenmass], lager: Seitenlager) -> None:
        """See presenter.View."""
        self._seite.setRange(1, len(masse))
        self._von.setText(f"von {len(masse)}")
        self._stapel.setCurrentIndex(_SEITEN)
        self._schalte(an=True)
        self.seiten.zeige(masse, lager)
        self._zeige_zoom()
        self._passe_an()
        if self.focusWidget() is not self._anlagen:
            self.seiten.setFocus()

    def zeige_anlagen(self, anzahl: int, *, an: bool) -> None:
        """See presenter.View."""
        self._anlagen.setVisible(bool(anzahl))
        self._anlagen.setChecked(an and bool(anzahl))
        wort = "1 Anlage" if anzahl == 1 else f"{anzahl} Anlagen"
        self._anlagen.setToolTip(f"{wort} hinter dem Papier, auch beim Drucken und Speichern")

    def _anlagen_gewaehlt(self, an: bool) -> None:
        self._ui.merker.setze_ja(ANLAGEN, an)
        self._presenter.haenge_an(an=an)

    def zeige_bild(self, nummer: int) -> None:
        """See presenter.View."""
        self.seiten.bild_da(nummer)

    def zeige_leer(self, titel: str, text: str) -> None:
        """See presenter.View."""
        self._schalte(an=False)
        self._leer.setze(titel, text)
        self._stapel.setCurrentIndex(_LEER)

    def zeige_hinweis(self, text: str, art: str) -> None:
        """See presenter.View."""
        self._hinweis.zeige(text, art)

    def zeige_druck(self, anteil: float | None) -> None:
        """See presenter.View."""
        self._druckstand.setVisible(anteil is not None)
        for widget in (self._drucken, self._anlagen):
            widget.setEnabled(anteil is None)
        if anteil is not None:
            self._drucktext.setText(f"Wird gedruckt: {round(anteil * 100)} %")
            self._druckbalken.setValue(round(anteil * 100))

    def _schalte(self, *, an: bool) -> None:
        for widget in self._nur_mit_seiten:
            widget.setEnabled(an)

    def _zeige_seite(self, nummer: int) -> None:
        self._seite.blockSignals(True)
        self._seite.setValue(nummer + 1)
        self._seite.blockSignals(False)

    def _zeige_zoom(self) -> None:
        zoom = self.seiten.zoom
        self._zoom.setCurrentIndex(self._zoom.findData(zoom))
        self._prozent.setText(
            f"{round(self.seiten.faktor * 100)} %" if isinstance(zoom, str) else ""
        )
        self._ui.merker.setze(_ZOOM, str(zoom))

    # ---- print and store

    def drucke(self) -> None:
        """Asks the system's dialog and prints in the background."""
        anzahl = self._presenter.seitenzahl
        if not anzahl or self._presenter.druckt:
            return
        if not self.hat_drucker():
            self._hinweis.zeige(KEIN_DRUCKER, "gelb", aktion="PDF &speichern …",
                                bei_aktion=self.speichere)  # fmt: skip
            return
        drucker = QPrinter(QPrinter.PrinterMode.HighResolution)
        drucker.setDocName(self._presenter.auftrag.titel)
        if self._grau.isChecked():
            drucker.setColorMode(QPrinter.ColorMode.GrayScale)
        if not self.frage_drucker(drucker):
            return
        was = auftrag(drucker, anzahl, self.seiten.seite, grau=self._grau.isChecked())
        self._hinweis.verbirg()
        self._presenter.drucke(lambda seiten, lauf: drucke(seiten, drucker, was, lauf))

    def _frage_drucker(self, drucker: QPrinter) -> bool:
        dialog = QPrintDialog(drucker, self)
        dialog.setWindowTitle("Drucken")
        dialog.setMinMax(1, self._presenter.seitenzahl)
        dialog.setOptions(
            QPrintDialog.PrintDialogOption.PrintToFile
            | QPrintDialog.PrintDialogOption.PrintPageRange
            | QPrintDialog.PrintDialogOption.PrintCurrentPage
            | QPrintDialog.PrintDialogOption.PrintCollateCopies
        )
        ja = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return ja

    def speichere(self) -> None:
        """Stores the pages as a PDF file."""
        if self._presenter.seitenzahl:
            pfad = self.frage_ziel(self._presenter.auftrag.dateiname)
            if pfad:
                self._presenter.speichere(Path(pfad))

    def _frage_ziel(self, vorschlag: str) -> str:
        ordner = Path(self._ui.merker.text("export/ordner", str(Path.home())))
        pfad, _ = QFileDialog.getSaveFileName(
            self, "Als PDF speichern", str(ordner / vorschlag), "PDF-Datei (*.pdf)"
        )
        if not pfad:
            return ""
        self._ui.merker.setze("export/ordner", str(Path(pfad).parent))
        return pfad if Path(pfad).suffix.lower() == ".pdf" else f"{pfad}.pdf"

    # ---- close

    def done(self, ergebnis: int) -> None:
        """See Qt: Esc and the cross both end here."""
        geometrie = self.saveGeometry().toBase64().data()
        self._ui.merker.setze(_GEOMETRIE, bytes(geometrie).decode())
        self._presenter.schliesse()
        super().done(ergebnis)
        self.deleteLater()
