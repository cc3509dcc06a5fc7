"""The screen Vergleich."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.oeffnen import oeffne_pfad
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.staende import stand_bild
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, label, linie, marke
from antragsbuero.ui.vergleich.auswahl import Wahl
from antragsbuero.ui.vergleich.fristband import FristBand, punkt_der_frist
from antragsbuero.ui.vergleich.fuss import Fusszeile
from antragsbuero.ui.vergleich.presenter import VergleichPresenter
from antragsbuero.ui.vergleich.rows import Rowart, Stelle
from antragsbuero.ui.vergleich.streifen import Overview
from antragsbuero.ui.vergleich.suche import Fundsuche
from antragsbuero.ui.vergleich.suchleiste import Suchleiste
from antragsbuero.ui.vergleich.tabelle import VergleichTable
from antragsbuero.ui.vergleich.tafel import Tafel
from antragsbuero.ui.vergleich.werkzeuge import Werkzeugleiste, baue_kopfmenue

_FORMATE = (
    ("Als &PDF …", ".pdf", "PDF-Datei (*.pdf)"),
    ("Als &Word …", ".docx", "Word-Datei (*.docx)"),
)
_NIEDRIG = 620
"""Below this height of the screen the band of deadlines takes one line."""
_GEDULD = 250
"""Milliseconds before a running comparison replaces what was shown."""


class VergleichView(Screen):
    """Head, tool line, deadlines, table with overview strip."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._wahl: Wahl | None = None
        self._vorgang: Vorgang | None = None
        self._anzahl = 0
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(_GEDULD)

    def verbinde(self, presenter: VergleichPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._tabelle = VergleichTable(ui)
        self._tabelle.bei_undo = presenter.nimm_zurueck
        self._tabelle.bei_redo = presenter.stelle_wieder_her
        self._tabelle.entfalten.connect(presenter.entfalte)
        self._tabelle.menue_gewuenscht.connect(self._kontextmenue)
        self._tabelle.kopf.menue.connect(self._kopfmenue)
        self._streifen = Overview(ui, self._tabelle)
        self._streifen.schritt.connect(self._schritt)
        self._baue_aktionen()
        self._werkzeuge = Werkzeugleiste(
            ui,
            presenter,
            self._exporte,
            self._weitere,
            (self._vorige, self._naechste),
            self._drucken,
        )
        moeglich = presenter.ziele.zur_wiedervorlage is not None
        self._band = FristBand(self._zur_wiedervorlage if moeglich else None)
        self._band.gewaehlt.connect(self._zur_frist)
        self._hinweis = NoticeBar(ui.icons)
        self._suchleiste = Suchleiste(ui)
        self._suche = Fundsuche(self._tabelle, self._suchleiste)
        self._fuss = Fusszeile(ui, self._verbinden.trigger, self._trennen.trigger)
        self._geduld.timeout.connect(lambda: self._stapel.setCurrentIndex(1))
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        for widget in (self._kopf(), linie(), self._werkzeuge, linie(), self._hinweis, self._band,
                       self._suchleiste):  # fmt: skip
            spalte.addWidget(widget)
        spalte.addWidget(self._mitte(), 1)
        spalte.addWidget(self._fuss)

    def _kopf(self) -> QWidget:
        kopf = QWidget()
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(12, 8, 12, 6)
        reihe.setSpacing(10)
        zurueck = icon_knopf("Zum Vorgang", self._zum_vorgang, icons=self._ui.icons,
                             icon="arrow_left")  # fmt: skip
        self._titel = GekuerzterText(1, punkte=11, fett=True)
        self._stand = marke("", "akzent")
        reihe.addWidget(zurueck)
        reihe.addWidget(self._titel, 1)
        reihe.addWidget(self._stand)
        return kopf

    def _mitte(self) -> QStackedWidget:
        tafel = QWidget()
        reihe = QHBoxLayout(tafel)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(0)
        reihe.addWidget(self._tabelle, 1)
        reihe.addWidget(self._streifen)
        reihe.addWidget(self._rollbalken())
        rechnet = QWidget()
        spalte = QVBoxLayout(rechnet)
        spalte.setContentsMargins(20, 60, 20, 20)
        balken = QProgressBar()
        balken.setRange(0, 0)
        balken.setAccessibleName("Die Fassungen werden verglichen")
        balken.setMaximumWidth(320)
        mitte = Qt.AlignmentFlag.AlignHCenter
        spalte.addWidget(label("Die Fassungen werden verglichen …", punkte=11), 0, mitte)
        spalte.addWidget(balken, 0, mitte)
        spalte.addWidget(knopf("&Abbrechen", self._abbrechen), 0, mitte)
        spalte.addStretch(1)
        self._leer = EmptyState("", "")
        self._stapel = QStackedWidget()
        for widget in (tafel, rechnet, self._leer):
            self._stapel.addWidget(widget)
        self._stapel.setCurrentIndex(2)
        return self._stapel

    def _rollbalken(self) -> QScrollBar:
        """The table's scroll bar, right of the strip."""
        innen = self._tabelle.verticalScrollBar()
        aussen = QScrollBar(Qt.Orientation.Vertical)
        aussen.setAccessibleName("Bildlauf")

        def folge(von: int, bis: int) -> None:
            aussen.setPageStep(innen.pageStep())
            aussen.setRange(von, bis)
            aussen.setVisible(bis > von)

        innen.rangeChanged.connect(folge)
        # Not the signal's own number: measuring rows moves the bar while it still tells.
        innen.valueChanged.connect(lambda: aussen.setValue(innen.value()))
        aussen.valueChanged.connect(innen.setValue)
        aussen.setSingleStep(innen.singleStep())
        folge(innen.minimum(), innen.maximum())
        self._tabelle.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return aussen

    # ---- actions

    def _baue_aktionen(self) -> None:
        self._naechste = self._aktion("&Nächste Änderung", lambda: self._schritt(1), "F7")
        self._vorige = self._aktion("&Vorige Änderung", lambda: self._schritt(-1), "Shift+F7")
        self._verbinden = self._aktion("Zeilen ver&binden", self._verbinde_zeilen, "Ctrl+Shift+V")
        self._trennen = self._aktion("Zelle aus der Zeile &lösen", self._trenne, "Ctrl+Shift+L")
        self._rueckgaengig = self._aktion(
            "Zuordnung &rückgängig", lambda: self._presenter.nimm_zurueck(), ""
        )
        self._wieder = self._aktion(
            "Zuordnung &wiederholen", lambda: self._presenter.stelle_wieder_her(), ""
        )
        for aktion in (self._verbinden, self._trennen, self._rueckgaengig, self._wieder):
            schreibt(aktion)
        kopieren = self._aktion("Zeilen mit Zeichen &kopieren", self._tabelle.copy, "")
        alles = QAction("Alle Zeilen aus&wählen", self)
        alles.triggered.connect(self._tabelle.selectAll)
        suchen = QAction("Im Vergleich &suchen", self)
        suchen.triggered.connect(self.suche)
        zeigen = []
        for text, name in (("&Gestrichenes zeigen", "gestrichenes"),
                           ("Be&gründung zeigen", "begruendung")):  # fmt: skip
            aktion = QAction(text, self)
            aktion.setCheckable(True)
            aktion.triggered.connect(lambda an, n=name: self._schalte(n, an))
            zeigen.append(aktion)
        self._zeigen = zeigen
        trenner = QAction(self)
        trenner.setSeparator(True)
        self._weitere = [*zeigen, suchen, kopieren, alles, trenner, self._verbinden, self._trennen,
                         self._rueckgaengig, self._wieder]  # fmt: skip
        self._drucken = self._aktion("Drucken …", self.drucke, "")
        self._exporte = []
        for text, endung, filter_ in _FORMATE:
            aktion = self._aktion(text, partial(self._exportiere, endung, filter_), "")
            self._exporte.append(aktion)
        self.zeige_ruecknahme(zurueck=False, vor=False)

    def _aktion(self, text: str, tun: Callable[[], object], kuerzel: str) -> QAction:
        aktion = QAction(text, self)
        if kuerzel:
            aktion.setShortcut(QKeySequence(kuerzel))
            aktion.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        aktion.triggered.connect(lambda: tun())
        self.addAction(aktion)
        return aktion

    def _schalte(self, name: str, an: bool) -> None:
        self._presenter.zeige_an(**{name: an})

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit("Vergleich")
        self._presenter.oeffne(ort.vorgang, ort.fassungen)

    def suche(self) -> None:
        """Ctrl+F."""
        self._suchleiste.oeffne()

    def drucke(self) -> bool:
        """Ctrl+P: the preview of what is shown."""
        auftrag = self._presenter.vorschau()
        if auftrag is not None:
            self.vorschau.emit(auftrag)
        return auftrag is not None

    def schliesse(self) -> None:
        """The window closes."""
        self._geduld.stop()
        self._presenter.schliesse()

    def hideEvent(self, event: QHideEvent) -> None:
        """See Qt: changes are followed again when the screen comes back."""
        super().hideEvent(event)
        self._presenter.verlasse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._werkzeuge.passe_an(self.width())
        self._fuss.passe_an(self.width())
        self._band.setze_knapp(self.height() < _NIEDRIG)
        self._fuss.setVisible(self.height() >= _NIEDRIG)

    # ---- View

    def zeige_kopf(self, vorgang: Vorgang, wahl: Wahl) -> None:
        """See presenter.View."""
        self._vorgang, self._wahl = vorgang, wahl
        self._titel.setze(" ".join(vorgang.betreff.split()) or "(ohne Betreff)")
        bild = stand_bild(vorgang.stand)
        self._stand.setText(bild.text)
        self._stand.setProperty("marke", bild.marke)
        self._stand.style().unpolish(self._stand)
        self._stand.style().polish(self._stand)
        anzeige = self._presenter.anzeige
        self._werkzeuge.zeige(wahl, anzeige)
        for aktion, an in zip(
            self._zeigen, (anzeige.gestrichenes, anzeige.begruendung), strict=True
        ):
            aktion.setChecked(an)
        self._fuss.zeige_basis(wahl)
        if self.isVisible():
            self.titel.emit(f"Vergleich – {' '.join(vorgang.betreff.split())}")

    def zeige_tafel(self, tafel: Tafel) -> None:
        """See presenter.View."""
        self._geduld.stop()
        war_da = self._stapel.currentIndex() == 0
        self._stapel.setCurrentIndex(0)
        self._tabelle.zeige(tafel)
        self._streifen.zeige(tafel)
        self._band.zeige(
            tafel.synopse,
            lambda zeile: tafel.namen.zeile(zeile, 0),
            partial(punkt_der_frist, tafel.synopse, self._presenter.fassungen),
        )
        self._anzahl = len(tafel.stellen)
        self._werkzeuge.zeige_stand(None, self._anzahl)
        self._schalte_befehle(an=True)
        if not war_da and self.isVisible() and not self._suchleiste.isVisible():
            self._tabelle.setFocus()

    def zeige_rechnet(self) -> None:
        """See presenter.View."""
        self._geduld.start()

    def zeige_leer(self, titel: str, text: str) -> None:
        """See presenter.View."""
        self._geduld.stop()
        self._leer.setze(titel, text)
        self._stapel.setCurrentIndex(2)
        self._band.hide()
        self._werkzeuge.zeige_stand(None, 0)
        self._werkzeuge.stand.setText("")
        self._schalte_befehle(an=False)

    def _schalte_befehle(self, *, an: bool) -> None:
        for aktion in (
            self._drucken,
            *self._exporte,
            self._naechste,
            self._vorige,
            self._verbinden,
            self._trennen,
        ):
            aktion.setEnabled(an)

    def zeige_stelle(self, nummer: int | None, stelle: Stelle | None) -> None:
        """See presenter.View."""
        self._tabelle.zeige_stelle(nummer, stelle)
        self._werkzeuge.zeige_stand(nummer, self._anzahl)

    def zeige_ruecknahme(self, *, zurueck: bool, vor: bool) -> None:
        """See presenter.View."""
        self._rueckgaengig.setEnabled(zurueck)
        self._wieder.setEnabled(vor)

    def zeige_hinweis(self, text: str, art: str, aktion: Aktion | None = None) -> None:
        """See presenter.View."""
        self._hinweis.zeige(text, art, zweite=aktion)

    def zeige_export(self, ergebnis: Exportergebnis) -> None:
        """See presenter.View."""
        text = " ".join((f"Gespeichert: {ergebnis.datei.name}", *ergebnis.hinweise))
        self._hinweis.zeige(
            text, "gelb" if ergebnis.hinweise else "info", aktion="&Ordner öffnen",
            bei_aktion=partial(oeffne_pfad, ergebnis.datei.parent),
        )  # fmt: skip

    # ---- events

    def _zum_vorgang(self) -> None:
        if self._vorgang is not None:
            self._presenter.ziele.oeffne_vorgang(self._vorgang.kennung)

    def _abbrechen(self) -> None:
        self._presenter.brich_ab_und_sag_es()

    def _schritt(self, schritt: int) -> None:
        index = self._tabelle.currentIndex()
        zeile = self._tabelle.modell.row(index.row()).von if index.isValid() else -1
        self._presenter.geh_zu_aenderung(schritt, zeile)

    def _verbinde_zeilen(self) -> None:
        self._presenter.verbinde([row.von for row in self._tabelle.gewaehlte()])

    def _trenne(self) -> None:
        index = self._tabelle.currentIndex()
        if index.isValid() and self._tabelle.modell.row(index.row()).art is Rowart.ZEILE:
            zeile = self._tabelle.modell.row(index.row()).von
            self._presenter.trenne(zeile, max(0, index.column() - 1))

    def _zur_frist(self, zeile: int, spalte: int) -> None:
        self._tabelle.zeige_zeile(zeile, spalte)
        self._tabelle.setFocus()

    def _zur_wiedervorlage(self, punkt: str) -> None:
        tun = self._presenter.ziele.zur_wiedervorlage
        if tun is not None and self._vorgang is not None:
            tun(self._vorgang.kennung, punkt)

    def _kontextmenue(self, ort: QPoint) -> None:
        menue = QMenu(self)
        menue.addActions(self._weitere[2:])
        menue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menue.popup(ort)

    def _kopfmenue(self, spalte: int, ort: QPoint) -> None:
        if self._wahl is None:
            return
        menue = QMenu(self)
        menue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        baue_kopfmenue(menue, spalte, self._wahl, self._presenter)
        menue.popup(ort)

    def _exportiere(self, endung: str, filter_: str) -> None:
        ordner = self._ui.merker.text("export/ordner") or str(Path.home())
        vorschlag = Path(ordner) / self._presenter.dateiname(endung)
        dialog = QFileDialog(self, "Vergleich exportieren", str(vorschlag), filter_)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(endung.lstrip("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(str(vorschlag))
        dialog.fileSelected.connect(self._ziel_gewaehlt)
        dialog.open()

    def _ziel_gewaehlt(self, pfad: str) -> None:
        self._ui.merker.setze("export/ordner", str(Path(pfad).parent))
        self._presenter.exportiere(Path(pfad))
