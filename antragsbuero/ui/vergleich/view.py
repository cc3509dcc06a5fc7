"""The screen Vergleich."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.oeffnen import oeffne_pfad
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.staende import stand_bild
from antragsbuero.ui.shared.widgets import icon_knopf, linie, marke
from antragsbuero.ui.vergleich.aktionen import Befehle, Vergleichsaktionen
from antragsbuero.ui.vergleich.auswahl import Wahl
from antragsbuero.ui.vergleich.fristband import FristBand, punkt_der_frist
from antragsbuero.ui.vergleich.fuss import Fusszeile
from antragsbuero.ui.vergleich.mitte import Mitte
from antragsbuero.ui.vergleich.presenter import VergleichPresenter
from antragsbuero.ui.vergleich.rows import Rowart, Stelle
from antragsbuero.ui.vergleich.suche import Fundsuche
from antragsbuero.ui.vergleich.suchleiste import Suchleiste
from antragsbuero.ui.vergleich.tafel import Tafel
from antragsbuero.ui.vergleich.werkzeuge import Werkzeugleiste, baue_kopfmenue

_NIEDRIG = 620
"""Below this height of the screen the band of deadlines takes one line."""


class VergleichView(Screen):
    """Head, tool line, deadlines, table with overview strip."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._wahl: Wahl | None = None
        self._vorgang: Vorgang | None = None
        self._anzahl = 0

    def verbinde(self, presenter: VergleichPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._mitte = Mitte(ui, presenter.brich_ab_und_sag_es)
        self._tabelle, self._streifen = self._mitte.tabelle, self._mitte.streifen
        self._tabelle.bei_undo = presenter.nimm_zurueck
        self._tabelle.bei_redo = presenter.stelle_wieder_her
        self._tabelle.entfalten.connect(presenter.entfalte)
        self._tabelle.menue_gewuenscht.connect(self._kontextmenue)
        self._tabelle.kopf.menue.connect(self._kopfmenue)
        self._streifen.schritt.connect(self._schritt)
        self._aktionen = self._baue_aktionen()
        self._werkzeuge = Werkzeugleiste(ui, presenter, self._aktionen)
        moeglich = presenter.ziele.zur_wiedervorlage is not None
        self._band = FristBand(self._zur_wiedervorlage if moeglich else None)
        self._band.gewaehlt.connect(self._zur_frist)
        self._hinweis = NoticeBar(ui.icons)
        self._suchleiste = Suchleiste(ui)
        self._suche = Fundsuche(self._tabelle, self._suchleiste)
        self._fuss = Fusszeile(ui, self._aktionen.verbinden.trigger, self._aktionen.trennen.trigger)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        for widget in (self._kopf(), linie(), self._werkzeuge, linie(), self._hinweis, self._band,
                       self._suchleiste):  # fmt: skip
            spalte.addWidget(widget)
        spalte.addWidget(self._mitte, 1)
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

    def _baue_aktionen(self) -> Vergleichsaktionen:
        presenter = self._presenter
        return Vergleichsaktionen(
            self,
            Befehle(
                schritt=self._schritt,
                verbinde=self._verbinde_zeilen,
                trenne=self._trenne,
                nimm_zurueck=presenter.nimm_zurueck,
                stelle_wieder_her=presenter.stelle_wieder_her,
                kopiere=self._tabelle.copy,
                waehle_alles=self._tabelle.selectAll,
                suche=self.suche,
                schalte=lambda name, an: presenter.zeige_an(**{name: an}),
                drucke=self.drucke,
                exportiere=self._exportiere,
            ),
        )

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
        self._mitte.halt()
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
        self._aktionen.zeige_anzeige(anzeige)
        self._fuss.zeige_basis(wahl)
        if self.isVisible():
            self.titel.emit(f"Vergleich – {' '.join(vorgang.betreff.split())}")

    def zeige_tafel(self, tafel: Tafel) -> None:
        """See presenter.View."""
        war_da = self._mitte.zeigt_tafel
        self._mitte.zeige_tafel(tafel)
        self._band.zeige(
            tafel.synopse,
            lambda zeile: tafel.namen.zeile(zeile, 0),
            partial(punkt_der_frist, tafel.synopse, self._presenter.fassungen),
        )
        self._anzahl = len(tafel.stellen)
        self._werkzeuge.zeige_stand(None, self._anzahl)
        self._aktionen.schalte(an=True)
        if not war_da and self.isVisible() and not self._suchleiste.isVisible():
            self._tabelle.setFocus()

    def zeige_rechnet(self) -> None:
        """See presenter.View."""
        self._mitte.zeige_rechnet()

    def zeige_leer(self, titel: str, text: str) -> None:
        """See presenter.View."""
        self._mitte.zeige_leer(titel, text)
        self._band.hide()
        self._werkzeuge.zeige_stand(None, 0)
        self._werkzeuge.stand.setText("")
        self._aktionen.schalte(an=False)

    def zeige_stelle(self, nummer: int | None, stelle: Stelle | None) -> None:
        """See presenter.View."""
        self._tabelle.zeige_stelle(nummer, stelle)
        self._werkzeuge.zeige_stand(nummer, self._anzahl)

    def zeige_ruecknahme(self, *, zurueck: bool, vor: bool) -> None:
        """See presenter.View."""
        self._aktionen.zeige_ruecknahme(zurueck=zurueck, vor=vor)

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
        menue.addActions(self._aktionen.an_zeilen)
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
