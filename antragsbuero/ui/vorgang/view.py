"""The screen of one Vorgang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import shorten

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.einreichaktionen import Einreichaktionen
from antragsbuero.ui.shared.errors import frage
from antragsbuero.ui.shared.merker import ANLAGEN
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.vorgang import seiten
from antragsbuero.ui.vorgang.bild import VorgangBild, WortlautBild
from antragsbuero.ui.vorgang.head import MEISTE_ZEILEN, VorgangHead
from antragsbuero.ui.vorgang.head_form import HeadForm
from antragsbuero.ui.vorgang.papers import PapersPane
from antragsbuero.ui.vorgang.presenter import VorgangPresenter
from antragsbuero.ui.vorgang.seiten import Seiten
from antragsbuero.ui.vorgang.timeline_layout import FRISTREIHEN
from antragsbuero.ui.vorgang.timeline_pane import TimelinePane

_FLACH = 560
"""Below this height of the screen the head is short, the deadlines of the timeline in one row."""
_NIEDRIG = 480
"""Below this height the head is shorter still and the timeline folds."""
_ENG = 1000
"""Below this width of the screen the Betreff needs the room of long buttons."""
_REITER = ("Fassungen", "Vergleich", "Umsetzung", "Beratungsfolge", "Notizen", "Verlauf")
_FASSUNGEN, _VERGLEICH, _UMSETZUNG, _BERATUNG, _NOTIZEN, _GESCHICHTE = range(6)
_SEITEN = {
    _FASSUNGEN: seiten.FASSUNGEN,
    _BERATUNG: seiten.BERATUNGSFOLGE,
    _NOTIZEN: seiten.NOTIZEN,
    _GESCHICHTE: seiten.VERLAUF,
}
_FILTER = "Word-Datei (*.docx);;PDF-Datei (*.pdf)"


class VorgangView(Screen):
    """Head, timeline, tabs."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bild: VorgangBild | None = None
        self._reiter_zuvor = _FASSUNGEN
        self.frage_ziel: Callable[[str], str] = self._frage_ziel
        """Asks for the path of an export; "" for none. Tests put their own."""

    def verbinde(self, presenter: VorgangPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._baue_aktionen()
        self._kopf = VorgangHead(
            ui, ((self._nachfrage, "question"), (self._neu, "document_add")), self._menu
        )
        self._hinweis = NoticeBar(ui.icons)
        self._strahl = TimelinePane(ui)
        self._strahl.strahl.gewaehlt.connect(self._station)
        self._teile = PapersPane(ui, presenter, self._exportiere, self.drucke)
        self._teile.gewaehlt.connect(presenter.waehle)
        self._form = HeadForm(ui, presenter.aendere_kopf, lambda: self.zeige_kopfformular(False))
        self._leer = EmptyState("Dieser Vorgang kann nicht gezeigt werden", "")
        self._seiten = Seiten(self._teile)
        self._notizen = self._seiten.notizen
        self._seiten.notizen_ruhen.connect(self._sichere_notizen)
        haupt = QWidget()
        spalte = QVBoxLayout(haupt)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(self._strahl)
        spalte.addWidget(self._baue_reiter())
        spalte.addWidget(self._seiten, 1)
        self._stapel = QStackedWidget()
        for widget in (haupt, self._form, self._leer):
            self._stapel.addWidget(widget)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.setSpacing(0)
        aussen.addWidget(self._kopf)
        aussen.addWidget(self._hinweis)
        aussen.addWidget(self._stapel, 1)

    def _baue_aktionen(self) -> None:
        p = self._presenter
        self._nachfrage = self._aktion("Nachfrage &schreiben", p.schreibe_nachfrage)
        self._neu = self._aktion("Neue &Fassung", p.neue_fassung)
        self._uebernimm = self._aktion(
            "&Alternativvorschlag übernehmen", p.uebernimm_alternativvorschlag
        )
        aenderung = self._aktion(
            "Ä&nderungsantrag dazu", lambda: p.neue_fassung(Fassungsart.AENDERUNGSANTRAG)
        )
        angaben = self._aktion("An&gaben bearbeiten", lambda: self.zeige_kopfformular(True))
        exportieren = self._aktion("E&xportieren …", self.exportiere)
        self._einreichung = Einreichaktionen(self, self._ui.merker, p.einreichung)
        self._verwerfen = self._aktion("&Entwurf verwerfen …", self._verwirf)
        loeschen = self._aktion("Vorgang &löschen …", self._loesche)
        for aktion in (self._nachfrage, self._neu, self._uebernimm, aenderung, angaben,
                       self._verwerfen, loeschen):  # fmt: skip
            schreibt(aktion)
        self._menu = QMenu("Weitere Aktionen", self)
        self._menu.addActions([self._uebernimm, aenderung, angaben, exportieren])
        self._menu.addSeparator()
        self._menu.addActions(self._einreichung.menu.actions())
        self._menu.addSeparator()
        self._menu.addActions([self._verwerfen, loeschen])

    def _aktion(self, text: str, tun: Callable[[], object]) -> QAction:
        aktion = QAction(text, self)
        aktion.triggered.connect(lambda: tun())
        self.addAction(aktion)
        return aktion

    def _baue_reiter(self) -> QTabBar:
        self._reiter = QTabBar()
        self._reiter.setAccessibleName("Teile des Vorgangs")
        self._reiter.setExpanding(False)
        self._reiter.setDrawBase(False)
        for text in _REITER:
            self._reiter.addTab(text)
        self._reiter.currentChanged.connect(self._wechsle)
        return self._reiter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        niedrig = self.height() < _NIEDRIG
        flach = self.height() < _FLACH
        zeilen = (2, 1) if niedrig else (3, 2) if flach else (MEISTE_ZEILEN, MEISTE_ZEILEN)
        self._kopf.beschraenke(*zeilen)
        self._strahl.beschraenke(1 if flach else FRISTREIHEN, niedrig=niedrig)
        self._nachfrage.setIconText("Nachfrage schreiben" if self.width() >= _ENG else "Nachfrage")

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Shows the Vorgang of the place."""
        self._sichere_notizen()
        if self._bild is not None and ort.vorgang != self._bild.kennung and self.ungesichert():
            self._form.speichere()
        self._hinweis.verbirg()
        if ort.vorgang is None:
            self.zeige_fort("Es ist kein Vorgang gewählt.")
            return
        self._teile.fokussiere()
        self._presenter.oeffne(ort.vorgang, ort.fassungen[0] if ort.fassungen else ort.nachfrage)

    def drucke(self) -> bool:
        """Ctrl+P: the preview of the chosen paper."""
        auftrag = self._presenter.vorschau()
        if auftrag is not None:
            self.vorschau.emit(auftrag)
        return auftrag is not None

    def exportiere(self) -> bool:
        """Ctrl+E: everything there is of this Vorgang, the chosen paper ticked."""
        if (wunsch := self._presenter.exportwunsch()) is not None:
            self.export.emit(*wunsch)
        return True

    def darf_gehen(self) -> bool:
        """Stores the notes; False if they are not safe."""
        return self._presenter.notizen.sichere_jetzt(self._seiten.halt())

    def ungesichert(self) -> str:
        """A form that was changed is stored by its button, or when another Vorgang comes."""
        if self._stapel.currentWidget() is not self._form or self._form.geaendert() is None:
            return ""
        return "Die Angaben zum Vorgang sind geändert, aber noch nicht gespeichert."

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    # ---- View

    def zeige_vorgang(self, bild: VorgangBild) -> None:
        """See presenter.View."""
        neu = self._bild is None or self._bild.kennung != bild.kennung
        self._bild = bild
        if neu:
            self._stapel.setCurrentIndex(0)
            self._reiter.setCurrentIndex(_FASSUNGEN)
        elif self._stapel.currentIndex() == 2:
            self._stapel.setCurrentIndex(0)
        self._kopf.show()
        self._kopf.zeige(bild.kopf)
        self._strahl.zeige(bild.zeitstrahl)
        self._teile.zeige_teile(bild.teile)
        self._seiten.zeige(bild, neu=neu)
        zahlen = dict(bild.kopf.reiter)
        for nummer, name in enumerate(_REITER):
            zahl = zahlen.get(name, 0)
            self._reiter.setTabText(nummer, f"{name}  {zahl}" if zahl else name)
        self._reiter.setTabEnabled(_VERGLEICH, zahlen.get("Fassungen", 0) >= 2)
        self._reiter.setTabEnabled(_UMSETZUNG, bild.kopf.hat_beschluss)
        self._nachfrage.setEnabled(bild.kopf.hat_beschluss)
        self._uebernimm.setEnabled(bild.kopf.hat_standpunkt)
        self.titel.emit(bild.kopf.betreff)

    def sichere_notizen_spaeter(self) -> None:
        """See presenter.View."""
        self._seiten.spaeter()

    def zeige_wortlaut(self, bild: WortlautBild | None) -> None:
        """See presenter.View."""
        self._teile.zeige_wortlaut(bild)
        self._verwerfen.setEnabled(bild is not None and bild.entwurf)
        self._einreichung.folge()
        self._neu.setEnabled(bild is not None)
        self._strahl.markiere(bild.kennung if bild else None)

    def zeige_kopfformular(self, offen: bool) -> None:
        """See presenter.View."""
        if offen and self._bild is not None:
            self._form.fuelle(self._bild.kopfdaten, self._bild.personen)
        self._stapel.setCurrentIndex(1 if offen else 0)

    def zeige_hinweis(
        self, text: str, art: str, aktion: Aktion | None = None, zweite: Aktion | None = None
    ) -> None:
        """See presenter.View."""
        self._hinweis.biete(text, art, aktion, zweite)

    def zeige_fort(self, text: str) -> None:
        """See presenter.View."""
        self._bild = None
        self._kopf.hide()
        self._leer.setze("Dieser Vorgang kann nicht gezeigt werden", text)
        self._stapel.setCurrentIndex(2)
        self.titel.emit("Vorgang")

    # ---- events

    def _wechsle(self, nummer: int) -> None:
        if nummer in (_VERGLEICH, _UMSETZUNG):
            self._reiter.blockSignals(True)
            self._reiter.setCurrentIndex(self._reiter_zuvor)
            self._reiter.blockSignals(False)
            if nummer == _VERGLEICH:
                self._presenter.vergleiche_alle()
            else:
                self._presenter.zeige_umsetzung()
            return
        self._reiter_zuvor = nummer
        self._seiten.setCurrentIndex(_SEITEN[nummer])

    def _station(self, kennung: str) -> None:
        self._reiter.setCurrentIndex(_FASSUNGEN)
        self._presenter.waehle(kennung)

    def _sichere_notizen(self) -> None:
        self._presenter.notizen.sichere(self._seiten.halt())

    def _exportiere(self) -> bool:
        vorschlag = self._presenter.dateivorschlag()
        if vorschlag is None:
            return False
        pfad = self.frage_ziel(vorschlag)
        if pfad:
            self._presenter.exportiere(Path(pfad), anlagen=self._ui.merker.ja(ANLAGEN))
        return True

    def _frage_ziel(self, vorschlag: str) -> str:
        ordner = Path(self._ui.merker.text("export/ordner", str(Path.home())))
        pfad, filter_ = QFileDialog.getSaveFileName(
            self, "Exportieren", str(ordner / vorschlag), _FILTER
        )
        if not pfad:
            return ""
        self._ui.merker.setze("export/ordner", str(Path(pfad).parent))
        if Path(pfad).suffix.lower() not in (".docx", ".pdf"):
            pfad += ".pdf" if "pdf" in filter_ else ".docx"
        return pfad

    def _verwirf(self) -> None:
        if frage(
            self, "Entwurf verwerfen",
            "Der gewählte Entwurf wird gelöscht. Eingereichte Fassungen bleiben.",
            "Entwurf verwerfen",
        ):  # fmt: skip
            self._presenter.verwirf_entwurf()

    def _loesche(self) -> None:
        if self._bild is None:
            return
        kennung = self._bild.kennung  # another Vorgang may come while the question stands
        kurz = shorten(self._bild.kopf.betreff, 120, placeholder=" …")
        if frage(
            self, "Vorgang löschen",
            f"„{kurz}“ wird mit allen Fassungen, Berichten und Nachfragen "
            "endgültig gelöscht. In Sicherungen bleibt der Vorgang erhalten.",
            "Endgültig löschen",
        ):  # fmt: skip
            self._presenter.loesche(kennung)
