"""The screen Fristen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.fristen.delegates import HOEHE, KOPF_HOEHE, FristDelegate
from antragsbuero.ui.fristen.month_pane import MonthPane
from antragsbuero.ui.fristen.presenter import FristenPresenter
from antragsbuero.ui.fristen.rows import FristRow, Gruppe, Woche
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.search_field import SearchField
from antragsbuero.ui.shared.tabellenform import richte_tabelle
from antragsbuero.ui.shared.table_model import RowTableModel, Spalte
from antragsbuero.ui.shared.widgets import flaeche, knopf, kopfzeile, label, linie

_SPALTEN: tuple[Spalte[FristRow], ...] = (
    Spalte("Fällig", lambda r: r.titel or f"{r.datum} {r.relativ}".strip(), lambda r: r.vorlesen),
    Spalte("Art", lambda r: r.art),
    Spalte("Frist und Vorgang", lambda r: r.text, lambda r: f"{r.text} {r.punkt} {r.betreff}"),
)

_SCHMAL = 860
"""Below this width of the screen the list takes the room of the month."""


class FristenModel(RowTableModel[FristRow]):
    """Headings cannot be selected."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """See Qt."""
        if index.isValid() and self.row(index.row()).kopf:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class FristenView(Screen):
    """List by groups, month beside it, actions on the selected row below."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._modell = FristenModel(_SPALTEN, lambda row: row.schluessel, self)

    def verbinde(self, presenter: FristenPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._anzahl = label("", ton="leise")
        self._spaet = label("", ton="rot", fett=True)
        kopf = QWidget()
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(10)
        for teil in (label("Fristen", punkte=13.5, fett=True), self._anzahl, self._spaet):
            reihe.addWidget(teil)
        reihe.addStretch(1)
        self._feld = SearchField(ui.icons, "Fristen durchsuchen")
        self._feld.setMaximumWidth(300)
        self._feld.gesucht.connect(presenter.suche)
        self._feld.hinab.connect(lambda: self._tabelle.setFocus(Qt.FocusReason.TabFocusReason))
        erledigte = QCheckBox("&Erledigte zeigen")
        erledigte.toggled.connect(presenter.zeige_erledigte)
        self._hinweis = NoticeBar(ui.icons)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(kopfzeile(kopf, self._feld, erledigte))
        spalte.addWidget(self._hinweis)
        spalte.addWidget(self._mitte(), 1)
        for text, kuerzel, tun in (
            ("&Nachfrage schreiben", "Ctrl+Shift+F", self._nachfrage),
            ("Zum V&organg", "", self._oeffne),
        ):
            aktion = QAction(text, self)
            if kuerzel:
                aktion.setShortcut(kuerzel)
            aktion.triggered.connect(lambda _=False, rufe=tun: rufe())
            self.addAction(schreibt(aktion) if tun == self._nachfrage else aktion)

    def _mitte(self) -> QSplitter:
        self._tabelle = self._baue_tabelle()
        self._leer = EmptyState("Keine Fristen", "")
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._tabelle)
        self._stapel.addWidget(self._leer)
        links = QWidget()
        spalte = QVBoxLayout(links)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(self._stapel, 1)
        spalte.addWidget(linie())
        spalte.addWidget(self._fuss())
        presenter = self._presenter
        self._monat = MonthPane(self._ui, presenter.blaettere, presenter.waehle_tag)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(links)
        self._monatsseite = Rollbereich(self._monat)
        self._monatsseite.setProperty("flaeche", "neben")
        splitter.addWidget(self._monatsseite)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([860, 340])
        self._ui.merker.binde_splitter(splitter, "fristen")
        return splitter

    def _fuss(self) -> QWidget:
        rahmen = flaeche("neben")
        reihe = QHBoxLayout(rahmen)
        reihe.setContentsMargins(20, 8, 14, 8)
        reihe.setSpacing(8)
        self._worte = GekuerzterText(2, ton="leise")
        self._zum_vorgang = knopf("Zum V&organg", self._oeffne)
        self._schreiben = knopf("&Nachfrage schreiben", self._nachfrage, icons=self._ui.icons,
                                icon="edit", art="haupt", schreibt=True)  # fmt: skip
        reihe.addWidget(self._worte, 1)
        reihe.addWidget(self._zum_vorgang)
        reihe.addWidget(self._schreiben)
        return rahmen

    def _baue_tabelle(self) -> QTableView:
        tabelle = QTableView()
        tabelle.setAccessibleName("Liste der Fristen")
        tabelle.setModel(self._modell)
        tabelle.setItemDelegate(FristDelegate(self._ui, tabelle))
        tabelle.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kopf = richte_tabelle(tabelle, {0: 136, 1: 176}, 2, HOEHE)
        kopf.setStyleSheet("QHeaderView::section:first { padding-left: 20px; }")
        tabelle.activated.connect(lambda _: self._oeffne())
        tabelle.selectionModel().selectionChanged.connect(lambda *_: self._gewaehlt())
        self._ui.theme.geaendert.connect(tabelle.viewport().update)
        return tabelle

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: in a narrow window the list has everything that the month shows."""
        super().resizeEvent(event)
        self._monatsseite.setVisible(self.width() >= _SCHMAL)

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit("Fristen")
        if self.isVisible():
            self._tabelle.setFocus()
        self._presenter.lade()

    def suche(self) -> None:
        """Ctrl+F."""
        self._feld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._feld.selectAll()

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    # ---- View

    def zeige_rows(self, rows: Sequence[FristRow], gesamt: int, ueberfaellig: int) -> None:
        """See presenter.View."""
        alt = self._row()
        self._modell.set_rows(rows)
        kopf = self._tabelle.verticalHeader()
        for zeile, row in enumerate(rows):
            hoehe = KOPF_HOEHE if row.kopf else HOEHE
            if kopf.sectionSize(zeile) != hoehe:
                kopf.resizeSection(zeile, hoehe)
        self._spanne(rows)
        self._anzahl.setText("1 Frist" if gesamt == 1 else f"{gesamt} Fristen")
        self._spaet.setText(f"{ueberfaellig} überfällig" if ueberfaellig else "")
        self._stapel.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._leer.setze(*_leerworte(gesamt))
        if rows and not self._tabelle.selectionModel().hasSelection():
            da = {row.schluessel for row in rows}
            erste = alt.schluessel if alt and alt.schluessel in da else rows[1].schluessel
            self.waehle(erste)
        self._gewaehlt()

    def _spanne(self, rows: Sequence[FristRow]) -> None:
        """Headings run over all columns."""
        self._tabelle.clearSpans()
        for zeile, row in enumerate(rows):
            if row.kopf:
                self._tabelle.setSpan(zeile, 0, 1, len(_SPALTEN))

    def zeige_monat(self, titel: str, wochen: Sequence[Woche]) -> None:
        """See presenter.View."""
        self._monat.zeige(titel, wochen)

    def waehle(self, schluessel: str) -> None:
        """See presenter.View."""
        zeile = self._modell.zeile(schluessel)
        if zeile is not None:
            self._tabelle.selectRow(zeile)
            self._tabelle.scrollTo(self._modell.index(zeile, 0))

    def zeige_fehler(self, text: str) -> None:
        """See presenter.View."""
        if text:
            self._hinweis.zeige(text)
        else:
            self._hinweis.verbirg()

    # ---- events

    def _row(self) -> FristRow | None:
        indexe = self._tabelle.selectionModel().selectedRows()
        return self._modell.row(indexe[0].row()) if indexe else None

    def _gewaehlt(self) -> None:
        row = self._row()
        self._zum_vorgang.setEnabled(row is not None)
        self._schreiben.setEnabled(row is not None and row.gruppe is not Gruppe.ERLEDIGT)
        self._schreiben.setText(
            "&Nachfrage ansehen" if row is not None and row.nachfrage else "&Nachfrage schreiben"
        )
        self._worte.setze(
            " · ".join(t for t in (row.text, row.punkt, row.betreff) if t) if row else ""
        )

    def _oeffne(self) -> None:
        if (row := self._row()) is not None:
            self._presenter.oeffne(row.schluessel)

    def _nachfrage(self) -> None:
        if (row := self._row()) is not None:
            self._presenter.schreibe_nachfrage(row.schluessel)


def _leerworte(gesamt: int) -> tuple[str, str]:
    if gesamt:
        return "Nichts gefunden", "Keine Frist enthält diese Wörter."
    return (
        "Keine Fristen",
        "Sobald ein Beschluss mit Fristen importiert ist oder eine Nachfrage läuft, steht hier, "
        "was fällig wird.",
    )
