"""The screen Editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from antragsbuero.ui.editor.aktionen import Aktionen
from antragsbuero.ui.editor.anlagen import Anlagenfeld
from antragsbuero.ui.editor.bogen import Bogen
from antragsbuero.ui.editor.einreichen import Einreichfeld
from antragsbuero.ui.editor.entwurf_edit import EntwurfEdit
from antragsbuero.ui.editor.kopf import EditorKopf
from antragsbuero.ui.editor.kopfleiste import Kopfleiste
from antragsbuero.ui.editor.markierung import auswahlen, passende
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.editor.pruefleiste import Pruefleiste
from antragsbuero.ui.editor.pruefung import Pruefung
from antragsbuero.ui.editor.rows import Abschnitt, Zeile
from antragsbuero.ui.editor.textform import abschnitt
from antragsbuero.ui.editor.werkzeuge import Werkzeuge
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.einreichaktionen import Einreichaktionen
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.schreibrecht import nur_lesen
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import linie

_SCHMAL = 900
"""Below this width of the screen the pane of checks folds away."""


class EditorView(Screen):
    """Head, tool line, text, checks."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._kopf: EditorKopf | None = None
        self._pruefung: Pruefung | None = None
        self._leiste_von_hand: bool | None = None

    def verbinde(self, presenter: EditorPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._text = EntwurfEdit(ui)
        self._text.getippt.connect(presenter.getippt)
        self._text.getippt.connect(self._nimm_verrutschtes)
        self._text.abgelehnt.connect(lambda text: self.zeige_hinweis(text, "gelb"))
        self._text.cursorPositionChanged.connect(self._folge_cursor)
        self._leiste = Pruefleiste(ui)
        self._leiste.gewaehlt.connect(self._zur_zeile)
        self._einreichfeld = Einreichfeld(ui)
        self._einreichfeld.eingereicht.connect(presenter.reiche_ein)
        self._einreichfeld.abgebrochen.connect(self._schliesse_feld)
        self._hinweis = NoticeBar(ui.icons)
        self._leer = EmptyState("Kein Entwurf geöffnet", "")
        self._aktionen = Aktionen(self, self._text, presenter)
        self._einreichung = Einreichaktionen(self, ui.merker, presenter.einreichung)
        self._kopfleiste = Kopfleiste(ui.icons, self._aktionen, presenter.zum_vorgang)
        self._werkzeuge = Werkzeuge(
            ui.icons, self._text, self._aktionen.alternative.trigger, self._falte_leiste
        )
        entwurf = QWidget()
        spalte = QVBoxLayout(entwurf)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        for widget in (self._kopfleiste, linie(), self._hinweis, self._einreichfeld,
                       self._werkzeuge, linie()):  # fmt: skip
            spalte.addWidget(widget)
        self._teiler = QSplitter(Qt.Orientation.Horizontal)
        self._teiler.setHandleWidth(1)
        self._teiler.setChildrenCollapsible(False)
        self._teiler.addWidget(Anlagenfeld(ui, presenter.anlagen, self._text))
        self._teiler.addWidget(self._leiste)
        self._teiler.setStretchFactor(0, 1)
        self._teiler.setSizes([900, 300])
        ui.merker.binde_splitter(self._teiler, "editor")
        spalte.addWidget(self._teiler, 1)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._leer)
        self._stapel.addWidget(entwurf)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(self._stapel)
        ui.theme.faerbe(self, self._markiere)

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit(self._fenstertitel())
        self._presenter.oeffne(ort.vorgang, ort.fassungen[0] if ort.fassungen else None)
        if self._stapel.currentIndex() == 1 and self.isVisible():
            self._text.setFocus()

    def drucke(self) -> bool:
        """Ctrl+P: the preview of the draft."""
        auftrag = self._presenter.vorschau()
        if auftrag is not None:
            self.vorschau.emit(auftrag)
        return auftrag is not None

    def darf_gehen(self) -> bool:
        """Saves and waits; False if the text is not safe."""
        return self._presenter.schliesse_ab()

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._passe_leiste_an()

    def _fenstertitel(self) -> str:
        if self._kopf is None:
            return "Editor"
        zusatz = "" if self._kopf.eingereicht else " (Entwurf)"
        return f"{self._kopf.art}{zusatz} – {self._kopf.betreff}".rstrip(" –")

    # ---- View

    def zeige_entwurf(self, bogen: Bogen) -> None:
        """See contract.View."""
        self._pruefung = None
        self._text.begruendung = bogen.kopf.begruendung
        self._text.zeige(bogen.zeilen, bogen.nummern)
        self._markiere()
        self.zeige_kopf(bogen.kopf)
        self._stapel.setCurrentIndex(1)
        self._text.setze_cursor(_anfang(bogen.zeilen), 10_000_000)
        self._passe_leiste_an()
        if self.isVisible():
            self._text.setFocus()

    def zeige_kopf(self, kopf: EditorKopf) -> None:
        """See contract.View."""
        self._kopf = kopf
        gesperrt = nur_lesen(self)
        self._kopfleiste.zeige(kopf, gesperrt=gesperrt)
        self._text.setReadOnly(kopf.eingereicht or gesperrt)
        self._werkzeuge.setVisible(not kopf.eingereicht and not gesperrt)
        self._werkzeuge.zeige_alternative(kopf.alternative)
        self._aktionen.folge(kopf)
        self._einreichung.folge()
        if self.isVisible():
            self.titel.emit(self._fenstertitel())

    def lies(self) -> tuple[Zeile, ...]:
        """See contract.View."""
        return self._text.lies()

    def ersetze(self, zeilen: Sequence[Zeile]) -> None:
        """See contract.View."""
        self._text.ersetze(zeilen)

    def zeige_pruefung(self, pruefung: Pruefung) -> None:
        """See contract.View."""
        self._pruefung = pruefung
        eingereicht = self._kopf is not None and self._kopf.eingereicht
        self._leiste.zeige(pruefung, eingereicht=eingereicht)
        self._werkzeuge.zeige_umfang(pruefung.punkte, pruefung.woerter)
        self._markiere()

    def zeige_einreichen(self, pruefung: Pruefung | None, datum: date, nummer: str) -> None:
        """See contract.View."""
        if pruefung is None:
            self._einreichfeld.hide()
        else:
            self._hinweis.verbirg()
            self._einreichfeld.oeffne(pruefung, datum, nummer)

    def zeige_hinweis(
        self, text: str, art: str, aktion: Aktion | None = None, zweite: Aktion | None = None
    ) -> None:
        """See contract.View."""
        if text:
            self._hinweis.biete(text, art, aktion, zweite)
        else:
            self._hinweis.verbirg()

    def zeige_leer(self, titel: str, text: str) -> None:
        """See contract.View."""
        self._kopf = None
        self._leer.setze(titel, text)
        self._stapel.setCurrentIndex(0)

    # ---- events

    def _schliesse_feld(self) -> None:
        self._presenter.lass_einreichen()
        self._text.setFocus()

    def _zur_zeile(self, zeile: int) -> None:
        self._text.setze_cursor(zeile)
        self._text.setFocus()

    def _markiere(self) -> None:
        self._text.setExtraSelections(
            auswahlen(self._text.document(), self._pruefung, self._ui.theme.farben)
        )

    def _nimm_verrutschtes(self) -> None:
        """Takes marks away that no longer lie on their words; the next check sets them anew."""
        marken = self._text.extraSelections()
        gut = passende(marken)
        if len(gut) < len(marken):
            self._text.setExtraSelections(gut)

    def _folge_cursor(self) -> None:
        self._text.viewport().update()
        punkt = abschnitt(self._text.textCursor().block()) is Abschnitt.PUNKTE
        self._aktionen.folge_cursor(im_punkt=punkt)

    def _falte_leiste(self) -> None:
        self._leiste_von_hand = not self._leiste.isVisible()
        self._passe_leiste_an()

    def _passe_leiste_an(self) -> None:
        if not hasattr(self, "_leiste"):
            return
        weit = self.width() >= _SCHMAL
        self._leiste.setVisible(weit if self._leiste_von_hand is None else self._leiste_von_hand)
        self._werkzeuge.setze_weit(weit=weit)


def _anfang(zeilen: Sequence[Zeile]) -> int:
    """The row where work begins: an empty Betreff, else the first point."""
    if zeilen and not zeilen[0].text:
        return 0
    return next((k for k, z in enumerate(zeilen) if z.abschnitt is Abschnitt.PUNKTE), 0)
