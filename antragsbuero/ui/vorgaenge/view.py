"""The screen Vorgänge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.search_field import SearchField
from antragsbuero.ui.shared.tabellenform import richte_tabelle
from antragsbuero.ui.shared.table_model import RowTableModel, Spalte
from antragsbuero.ui.shared.widgets import knopf, kopfzeile, label
from antragsbuero.ui.vorgaenge.delegate import HOEHE, VorgangDelegate
from antragsbuero.ui.vorgaenge.detail import DetailPane
from antragsbuero.ui.vorgaenge.presenter import Sortierung, VorgaengePresenter
from antragsbuero.ui.vorgaenge.rows import VorgangDetail, VorgangRow

_SPALTEN: tuple[Spalte[VorgangRow], ...] = (
    Spalte("Stand", lambda r: r.stand),
    Spalte("Betreff und Fundstelle", lambda r: r.betreff, lambda r: r.vorlesen),
    Spalte("Nächste Frist", lambda r: f"{r.frist} {r.frist_relativ}".strip()),
    Spalte("Neuestes Papier", lambda r: r.datum_text),
)
_SCHMAL = 1000
"""Below this width of the screen the list takes the room of the details."""
_SCHMALST = 720
"""Below this width the Betreff takes the room of the day of the newest paper."""
_BREITEN = {Sortierung.STAND: 150, Sortierung.FRIST: 118, Sortierung.DATUM: 116}


class VorgaengeView(Screen):
    """Search line, list, details."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self.setAcceptDrops(True)
        self._modell = RowTableModel(_SPALTEN, lambda row: row.kennung, self)

    def verbinde(self, presenter: VorgaengePresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._anzahl = label(ton="leise")
        kopf = QWidget()
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(10)
        reihe.addWidget(label("Vorgänge", punkte=13.5, fett=True))
        reihe.addWidget(self._anzahl)
        reihe.addStretch(1)
        importieren = knopf("&Importieren", lambda: presenter.ziele.importiere(()), icons=ui.icons,
                            icon="arrow_import", schreibt=True)  # fmt: skip
        neu = knopf("&Neuer Antrag", presenter.ziele.neuer_antrag, icons=ui.icons, icon="add",
                    art="haupt", schreibt=True)  # fmt: skip
        self._feld = SearchField(ui.icons, "Alle Texte und Nummern durchsuchen")
        self._feld.setMaximumWidth(460)
        self._feld.gesucht.connect(presenter.suche)
        self._feld.hinab.connect(lambda: self._tabelle.setFocus(Qt.FocusReason.TabFocusReason))
        self._feld.returnPressed.connect(self._oeffne_gewaehlten)
        suchreihe = QHBoxLayout()
        suchreihe.setContentsMargins(20, 0, 20, 10)
        suchreihe.addWidget(self._feld, 1)
        suchreihe.addStretch(1)
        self._hinweis = NoticeBar(ui.icons)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        self._export = self._aktion()
        self._exportieren = knopf("Ex&portieren …", self._exportiere, icons=ui.icons,
                                  icon="arrow_export_ltr",
                                  tooltip="Die gewählten Vorgänge: mehrere mit Strg oder "
                                  "Umschalt")  # fmt: skip
        spalte.addWidget(kopfzeile(kopf, self._exportieren, importieren, neu))
        spalte.addLayout(suchreihe)
        spalte.addWidget(self._hinweis)
        spalte.addWidget(self._mitte(), 1)

    def _aktion(self) -> QAction:
        aktion = QAction("Gewählte Vorgänge &exportieren …", self)
        aktion.triggered.connect(self._exportiere)
        self.addAction(aktion)
        return aktion

    def _mitte(self) -> QSplitter:
        ziele = self._presenter.ziele
        self._tabelle = self._baue_tabelle()
        self._leer = EmptyState("Noch keine Vorgänge", "")
        erste = EmptyState(
            "Noch keine Vorgänge",
            "Legen Sie einen Antrag an, oder ziehen Sie Dateien in dieses Fenster.",
            "Importieren …",
            lambda: ziele.importiere(()),
        )
        self._stapel = QStackedWidget()
        for widget in (self._tabelle, self._leer, erste):
            self._stapel.addWidget(widget)
        self._detail = DetailPane(self._ui, ziele)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._stapel)
        splitter.addWidget(self._detail)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([800, 340])
        self._ui.merker.binde_splitter(splitter, "vorgaenge")
        return splitter

    def _baue_tabelle(self) -> QTableView:
        tabelle = QTableView()
        tabelle.setAccessibleName("Liste der Vorgänge")
        tabelle.setModel(self._modell)
        self._delegate = VorgangDelegate(self._ui, tabelle)
        tabelle.setItemDelegate(self._delegate)
        tabelle.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tabelle.setWordWrap(False)
        worte = tabelle.horizontalHeader().fontMetrics()
        breiten: dict[int, int] = {
            spalte: max(breite, round(worte.horizontalAdvance(_SPALTEN[spalte].titel) * 1.15) + 20)
            for spalte, breite in _BREITEN.items()
        }
        kopf = richte_tabelle(tabelle, breiten, Sortierung.BETREFF, HOEHE)
        kopf.setSectionsClickable(True)
        kopf.setMinimumSectionSize(70)
        kopf.setProperty("einzug", "true")
        kopf.sectionClicked.connect(self._sortiere)
        tabelle.activated.connect(self._oeffne)
        tabelle.selectionModel().selectionChanged.connect(lambda *_: self._gewaehlt())
        self._ui.theme.geaendert.connect(tabelle.viewport().update)
        return tabelle

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._detail.setVisible(self.width() >= _SCHMAL)
        self._tabelle.setColumnHidden(Sortierung.DATUM, self.width() < _SCHMALST)

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit("Vorgänge")
        if self.isVisible():
            self._feld.setFocus()
        self._presenter.lade()

    def suche(self) -> None:
        """Ctrl+F."""
        self._feld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._feld.selectAll()

    def exportiere(self) -> bool:
        """Ctrl+E: the Vorgänge selected."""
        self._exportiere()
        return True

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    # ---- View

    def zeige_rows(self, rows: Sequence[VorgangRow], gesamt: int, suche: str) -> None:
        """See presenter.View."""
        neue_suche = tuple(suche.lower().split()) != self._delegate.worte
        self._delegate.worte = tuple(suche.lower().split())
        self._modell.set_rows(rows)
        self._tabelle.viewport().update()
        anzahl = f"{len(rows)} von {gesamt}" if suche else str(gesamt)
        self._anzahl.setText(anzahl)
        if rows:
            self._stapel.setCurrentIndex(0)
        elif suche:
            self._leer.setze(
                "Nichts gefunden",
                f"„{suche}“ steht in keinem Betreff, keiner Nummer und keiner Fassung.",
            )
            self._stapel.setCurrentIndex(1)
        else:
            self._stapel.setCurrentIndex(2)
        if rows and (neue_suche or not self._tabelle.selectionModel().hasSelection()):
            self._tabelle.selectRow(0)

    def zeige_detail(self, detail: VorgangDetail | None) -> None:
        """See presenter.View."""
        self._detail.zeige(detail)

    def zeige_fehler(self, text: str) -> None:
        """See presenter.View."""
        if text:
            self._hinweis.zeige(text, aktion="Erneut versuchen", bei_aktion=self._presenter.lade)
        else:
            self._hinweis.verbirg()

    # ---- events

    def _sortiere(self, spalte: int) -> None:
        kopf = self._tabelle.horizontalHeader()
        kopf.setSortIndicatorShown(True)
        ab = kopf.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self._presenter.sortiere(Sortierung(spalte), ab)

    def _oeffne(self, index: QModelIndex) -> None:
        self._presenter.ziele.oeffne(self._modell.row(index.row()).kennung)

    def _oeffne_gewaehlten(self) -> None:
        """Return in the search line opens the chosen row, once it belongs to these words."""
        worte = tuple(self._feld.text().lower().split())
        index = self._tabelle.currentIndex()
        if index.isValid() and worte == self._delegate.worte and self._stapel.currentIndex() == 0:
            self._oeffne(index)

    def _gewaehlt(self) -> None:
        kennungen = self._gewaehlte()
        self._presenter.waehle(kennungen[0] if len(kennungen) == 1 else None)
        self._export.setEnabled(bool(kennungen))
        self._exportieren.setEnabled(bool(kennungen))

    def _gewaehlte(self) -> tuple[str, ...]:
        """The Vorgänge selected, in the order of the list."""
        zeilen = sorted(i.row() for i in self._tabelle.selectionModel().selectedRows())
        return tuple(self._modell.row(zeile).kennung for zeile in zeilen)

    def _exportiere(self) -> None:
        kennungen = self._gewaehlte()
        if kennungen:
            vorwahl = (Ausgabe.FASSUNG,) if len(kennungen) == 1 else (Ausgabe.AKTE,)
            self.export.emit(Auswahl(kennungen), vorwahl)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt."""
        pfade = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self._presenter.ziele.importiere(pfade)
        event.acceptProposedAction()
