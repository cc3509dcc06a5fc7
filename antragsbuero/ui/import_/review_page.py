"""The review: source on the left; doubts, recognised parts and corrections on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.import_.correction_pane import CorrectionPane
from antragsbuero.ui.import_.delegates import TeilDelegate, ZweifelDelegate
from antragsbuero.ui.import_.presenter import ImportPresenter
from antragsbuero.ui.import_.rows import TeilRow, Wahl, ZweifelRow, zaehle
from antragsbuero.ui.import_.source_view import SourceView
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.table_model import RowTableModel, Spalte
from antragsbuero.ui.shared.widgets import flaeche, knopf, label, linie

_SCHMAL = 760
"""Below this width of the page the foot has no room for the words beside the choice."""


class ReviewPage(QWidget):
    """Two sides that show each other's selection."""

    def __init__(self, ui: UiContext, presenter: ImportPresenter) -> None:
        super().__init__()
        self._ui = ui
        self._presenter = presenter
        self._ruhig = False
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._links())
        splitter.addWidget(self._rechts())
        splitter.setSizes([820, 620])
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 3)
        ui.merker.binde_splitter(splitter, "import")
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.setSpacing(0)
        aussen.addWidget(linie())
        aussen.addWidget(splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: in a narrow window the choice says itself what it chooses."""
        super().resizeEvent(event)
        self._zielname.setVisible(self.width() >= _SCHMAL)

    # ---- building

    def _links(self) -> QWidget:
        self.quelle = SourceView(self._ui)
        self.quelle.setMinimumWidth(220)
        self.quelle.ort_gewaehlt.connect(self._presenter.waehle_ort)
        self.quelle.bei_undo = self._presenter.nimm_zurueck
        self._zeilenzahl = GekuerzterText(1, ton="leise")
        self._quellen = QComboBox()
        self._quellen.setAccessibleName("Quelle")
        self._quellen.view().setAccessibleName("Quellen")
        self._quellen.currentIndexChanged.connect(self._presenter.waehle_quelle)
        return _mit_kopf(
            _kopf(label("Quelle", fett=True), self._zeilenzahl, None, self._quellen), self.quelle
        )

    def _rechts(self) -> QWidget:
        senkrecht = QSplitter(Qt.Orientation.Vertical)
        senkrecht.setHandleWidth(1)
        senkrecht.setChildrenCollapsible(False)
        self._zweifelseite = self._baue_zweifel()
        self._pane = CorrectionPane(self._ui, self._presenter.korrekturen)
        self._zurueck = knopf("&Rückgängig", self._presenter.nimm_zurueck, icons=self._ui.icons,
                              icon="arrow_undo", art="leise")  # fmt: skip
        unten = _mit_kopf(_kopf(label("Berichtigen", fett=True), None, self._zurueck), self._pane)
        for teil in (self._zweifelseite, self._baue_teile(), unten):
            senkrecht.addWidget(teil)
        senkrecht.setSizes([180, 300, 230])
        for n, anteil in enumerate((2, 4, 3)):
            senkrecht.setStretchFactor(n, anteil)
        self._ui.merker.binde_splitter(senkrecht, "import-rechts")
        seite = QWidget()
        spalte = QVBoxLayout(seite)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(Rollbereich(senkrecht), 1)
        spalte.addWidget(linie())
        spalte.addWidget(self._fuss())
        return seite

    def _baue_zweifel(self) -> QWidget:
        self._zweifel_zahl = label("", punkte=9, ton="leise")
        self._zweifel_modell: RowTableModel[ZweifelRow] = RowTableModel(
            (Spalte("Zweifel", lambda r: r.grund, lambda r: r.vorlesen),),
            lambda row: row.schluessel,
            self,
        )
        self._zweifel = _liste("Zweifel", self._zweifel_modell)
        self._zweifel.setItemDelegate(ZweifelDelegate(self._ui, self._zweifel))
        self._zweifel.selectionModel().selectionChanged.connect(self._zweifel_gewaehlt)
        self._zweifel.activated.connect(lambda _: self._zur_stelle())
        self._stelle = knopf("Zur St&elle", self._zur_stelle)
        self._geprueft = knopf("&Geprüft", self._beim_geprueft)
        self._zweifel.bei_leertaste = self._beim_geprueft
        self._zweifel.bei_undo = self._presenter.nimm_zurueck
        kopf = _kopf(label("Zweifel", fett=True), self._zweifel_zahl, self._stelle, self._geprueft)
        return _mit_kopf(kopf, self._zweifel)

    def _baue_teile(self) -> QWidget:
        self._teile_modell: RowTableModel[TeilRow] = RowTableModel(
            (Spalte("Teil", lambda r: r.titel, lambda r: r.vorlesen),),
            lambda row: row.schluessel,
            self,
        )
        self._teile = _liste("Erkannte Teile", self._teile_modell)
        self._teile.setItemDelegate(TeilDelegate(self._ui, self._teile))
        self._teile.setUniformItemSizes(True)
        self._teile.bei_undo = self._presenter.nimm_zurueck
        self._teile.selectionModel().selectionChanged.connect(self._teil_gewaehlt)
        self._zahl = label("", ton="leise")
        return _mit_kopf(_kopf(label("Erkannt", fett=True), self._zahl), self._teile)

    def _fuss(self) -> QFrame:
        rahmen = flaeche("neben")
        reihe = QHBoxLayout(rahmen)
        reihe.setContentsMargins(16, 8, 14, 8)
        reihe.setSpacing(8)
        self._ziele = QComboBox()
        self._ziele.setAccessibleName("Zu welchem Vorgang")
        self._ziele.setToolTip("Zu welchem Vorgang es kommt")
        self._ziele.view().setAccessibleName("Vorgänge")
        self._ziele.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._ziele.setMinimumContentsLength(12)
        self._ziele.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ziele.currentIndexChanged.connect(
            lambda _: self._presenter.waehle_ziel(self._ziele.currentData() or "")
        )
        self.uebernehmen = knopf("Über&nehmen", self._presenter.uebernimm, art="haupt",
                                schreibt=True)  # fmt: skip
        self._zielname = name = label("Zu welchem Vorgang", ton="leise", umbruch=True)
        name.setMinimumWidth(name.fontMetrics().horizontalAdvance("Zu welchem "))
        reihe.addWidget(name)
        reihe.addWidget(self._ziele, 1)
        reihe.addWidget(self.uebernehmen)
        return rahmen

    # ---- content

    def zeige_quellen(self, quellen: Sequence[str], aktuell: int) -> None:
        """Names the sources; one alone needs no list."""
        self._quellen.blockSignals(True)
        self._quellen.clear()
        self._quellen.addItems(list(quellen))
        self._quellen.setCurrentIndex(aktuell)
        self._quellen.blockSignals(False)
        self._quellen.setVisible(len(quellen) > 1)

    def zeige_zeilenzahl(self, anzahl: int) -> None:
        """Counts the lines of the source."""
        self._zeilenzahl.setze(f"{zaehle(anzahl, 'Zeile', 'Zeilen')}, unverändert")

    def zeige_teile(self, rows: Sequence[TeilRow]) -> None:
        """Shows the parts without telling of a selection."""
        self._ruhig = True
        self._teile_modell.set_rows(rows)
        self._ruhig = False
        offen = sum(row.art == "AUSGELASSEN" and row.rechts == "nicht verstanden" for row in rows)
        text = zaehle(offen, "Stelle nicht übernommen", "Stellen nicht übernommen")
        self._zahl.setText(text if offen else "nach Datum geordnet")

    def zeige_zweifel(self, rows: Sequence[ZweifelRow], am_anfang: int) -> None:
        """Shows the open doubts; without any the list makes room."""
        self._zweifel_modell.set_rows(rows)
        self._zweifelseite.setVisible(am_anfang > 0)
        self._zweifel_zahl.setText(f"{len(rows)} von {am_anfang} offen" if rows else "alle geprüft")
        for widget in (self._stelle, self._geprueft):
            widget.setEnabled(bool(rows))
        if rows and not self._zweifel.selectionModel().hasSelection():
            self._ruhig = True
            self._zweifel.setCurrentIndex(self._zweifel_modell.index(0, 0))
            self._ruhig = False

    def waehle_teil(self, schluessel: str) -> None:
        """Selects a part in the list."""
        zeile = self._teile_modell.zeile(schluessel)
        self._ruhig = True
        if zeile is None:
            self._teile.clearSelection()
        else:
            index = self._teile_modell.index(zeile, 0)
            self._teile.setCurrentIndex(index)
            self._teile.scrollTo(index)
        self._ruhig = False

    @property
    def detail(self) -> CorrectionPane:
        """The pane of corrections."""
        return self._pane

    def zeige_ziele(self, ziele: Sequence[Wahl], gewaehlt: str) -> None:
        """Offers the Vorgänge that may take it."""
        self._ziele.blockSignals(True)
        self._ziele.clear()
        for ziel in ziele:
            self._ziele.addItem(ziel.text, ziel.schluessel)
        self._ziele.setCurrentIndex(max(0, self._ziele.findData(gewaehlt)))
        self._ziele.blockSignals(False)

    def zeige_zuruecknehmbar(self, moeglich: bool) -> None:
        """Whether a correction can be taken back."""
        self._zurueck.setEnabled(moeglich)

    def zeige_ablage(self, laeuft: bool, moeglich: bool) -> None:
        """Whether it is being stored."""
        self.uebernehmen.setEnabled(moeglich and not laeuft)
        self.uebernehmen.setText("Wird gespeichert …" if laeuft else "Über&nehmen")
        self.uebernehmen.setToolTip("" if moeglich else "Es wurde nichts erkannt.")

    def fokussiere(self) -> None:
        """Puts the cursor where the review starts: on the doubts, else on the parts."""
        erste = self._zweifel if self._zweifel_modell.rowCount() else self._teile
        erste.setFocus()

    # ---- events

    def _teil_gewaehlt(self, neu: QItemSelection, _alt: QItemSelection) -> None:
        indexe = neu.indexes()
        if indexe and not self._ruhig:
            self._presenter.waehle_teil(self._teile_modell.row(indexe[0].row()).schluessel)

    def _zweifel_gewaehlt(self, neu: QItemSelection, _alt: QItemSelection) -> None:
        if neu.indexes() and not self._ruhig:
            self._zur_stelle()

    def _zweifel_schluessel(self) -> str | None:
        index = self._zweifel.currentIndex()
        return self._zweifel_modell.row(index.row()).schluessel if index.isValid() else None

    def _zur_stelle(self) -> None:
        schluessel = self._zweifel_schluessel()
        if schluessel is not None:
            self._presenter.zur_stelle(schluessel)

    def _beim_geprueft(self) -> None:
        schluessel = self._zweifel_schluessel()
        if schluessel is not None:
            self._presenter.geprueft(schluessel)


class _Liste(QListView):
    """A list on which the space bar may do something, and undo from the menu."""

    def __init__(self) -> None:
        super().__init__()
        self.bei_leertaste: Callable[[], None] = _nichts
        self.bei_undo: Callable[[], None] = _nichts

    def undo(self) -> None:
        """Ctrl+Z comes here through the menu."""
        self.bei_undo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() == Qt.Key.Key_Space:
            self.bei_leertaste()
            return
        super().keyPressEvent(event)


def _nichts() -> None:
    return None


def _liste(name: str, modell: RowTableModel[TeilRow] | RowTableModel[ZweifelRow]) -> _Liste:
    liste = _Liste()
    liste.setAccessibleName(name)
    liste.setModel(modell)
    liste.setResizeMode(QListView.ResizeMode.Adjust)
    liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    liste.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    liste.setFrameShape(QFrame.Shape.NoFrame)
    liste.setMinimumHeight(60)
    return liste


def _kopf(*teile: QWidget | None) -> QFrame:
    """A head of 36 px: title and note left, the rest right of the gap (None)."""
    rahmen = flaeche("neben")
    rahmen.setFixedHeight(36)
    reihe = QHBoxLayout(rahmen)
    reihe.setContentsMargins(16, 0, 8, 0)
    reihe.setSpacing(8)
    gefuellt = False
    for n, teil in enumerate(teile):
        if teil is None or (n == 2 and not gefuellt):
            reihe.addStretch(1)
            gefuellt = True
        if teil is not None:
            reihe.addWidget(teil)
    if not gefuellt:
        reihe.addStretch(1)
    return rahmen


def _mit_kopf(kopf: QWidget, inhalt: QWidget) -> QWidget:
    seite = QWidget()
    spalte = QVBoxLayout(seite)
    spalte.setContentsMargins(0, 0, 0, 0)
    spalte.setSpacing(0)
    spalte.addWidget(kopf)
    spalte.addWidget(linie())
    spalte.addWidget(inhalt, 1)
    return seite
