"""The table of the comparison: estimated heights, visible ones corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.vergleich.delegate import VergleichDelegate
from antragsbuero.ui.vergleich.kopie import als_html, als_text
from antragsbuero.ui.vergleich.model import VergleichModel
from antragsbuero.ui.vergleich.rows import Rowart, Stelle, VergleichRow
from antragsbuero.ui.vergleich.spaltenkopf import Spaltenkopfleiste
from antragsbuero.ui.vergleich.tafel import Tafel

NAMENSSPALTE = 60


class VergleichTable(QTableView):
    """Rows aligned over all Fassungen.

    `gescrollt` tells that other rows are visible; `entfalten` that a fold was opened.
    """

    gescrollt = Signal()
    entfalten = Signal(object)
    menue_gewuenscht = Signal(object)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self.modell = VergleichModel(self)
        self.delegate = VergleichDelegate(ui, self.modell, self)
        self.kopf = Spaltenkopfleiste(ui, self.modell, self)
        self._misst = False
        self.bei_undo: Callable[[], None] = lambda: None
        self.bei_redo: Callable[[], None] = lambda: None
        self.setAccessibleName("Vergleich der Fassungen")
        self.setHorizontalHeader(self.kopf)
        self.setModel(self.modell)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._messen)
        self.activated.connect(self._aktiviert)
        self.setMouseTracking(True)
        ui.theme.geaendert.connect(self._neu_gefaerbt)

    # ---- content

    def zeige(self, tafel: Tafel) -> None:
        """Shows a comparison; the same columns keep their place."""
        anker = self._anker() if tafel.gleiche_fassungen else None
        self.modell.setze(tafel)
        self.delegate.hier, self.delegate.hier_nummer = None, -1
        self.delegate.vergiss()
        kopf = self.kopf
        kopf.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        kopf.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        kopf.resizeSection(0, NAMENSSPALTE)
        self._schaetze()
        if anker is not None:
            self._zurueck_zu(*anker)
        else:
            self.verticalScrollBar().setValue(0)
            erste = next((n for n, r in enumerate(tafel.rows) if r.art is Rowart.ZEILE), 0)
            self.setCurrentIndex(self.modell.index(erste, 1))
        self._messen()

    def breiten(self) -> list[int]:
        """Widths of the Fassungen's columns."""
        return [self.columnWidth(s) for s in range(1, self.modell.columnCount())]

    def suche(self, fund: str) -> None:
        """Marks words; "" marks none."""
        self.delegate.fund = fund
        self.delegate.vergiss()
        self.viewport().update()

    def zeige_stelle(self, nummer: int | None, stelle: Stelle | None) -> None:
        """Frames a change and scrolls to it."""
        self.delegate.hier = stelle
        self.delegate.hier_nummer = -1 if nummer is None else nummer
        if stelle is not None and nummer is not None:
            self.zeige_zeile(stelle.zeile, stelle.spalte, nummer)
        self.viewport().update()

    def zeige_zeile(self, zeile: int, spalte: int = 0, rang: int = -1) -> None:
        """Selects a row of the Synopse and brings it, or a change in it, into view."""
        nummer = self.modell.row_der_zeile(zeile)
        if nummer is None:
            return
        index = self.modell.index(nummer, spalte + 1)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        for _ in range(2):  # rows above may only now get their true height
            oben = 0.0
            unten = float(self.rowHeight(nummer))
            bild = self.delegate.bild(nummer, spalte, self.columnWidth(spalte + 1))
            if bild is not None and rang >= 0 and not (feld := bild.rahmen(rang)).isEmpty():
                oben, unten = feld.top(), feld.bottom()
            ort = self.rowViewportPosition(nummer)
            hoehe = self.viewport().height()
            if ort + oben < 8 or ort + unten > hoehe - 8:
                drittel = min(hoehe // 3, max(12, hoehe - int(unten - oben) - 20))
                leiste = self.verticalScrollBar()
                leiste.setValue(leiste.value() + int(ort + oben) - drittel)
            self._messen()

    def scrollTo(
        self,
        index: QModelIndex,  # type: ignore[override]
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """See Qt; a row taller than the window scrolls by steps instead of jumping."""
        oben = self.rowViewportPosition(index.row())
        unten = oben + self.rowHeight(index.row())
        if oben < 0 < unten - 40 and self.rowHeight(index.row()) > self.viewport().height():
            return
        super().scrollTo(index, hint)

    # ---- heights

    def _schaetze(self) -> None:
        breiten = self.breiten()
        kopf = self.verticalHeader()
        if not breiten:
            return
        kopf.blockSignals(True)
        try:
            for nummer, hoehe in enumerate(self.delegate.schaetze(breiten)):
                kopf.resizeSection(nummer, hoehe)
        finally:
            kopf.blockSignals(False)
        self.updateGeometries()

    def _messen(self) -> None:
        """Gives the visible rows their true height; the row in view stays where it is."""
        if self._misst or self.modell.rowCount() == 0 or not self.breiten():
            return
        self._misst = True
        try:
            self._messe_sichtbare()
        finally:
            self._misst = False
        self.gescrollt.emit()

    def _messe_sichtbare(self) -> None:
        breiten, hoehe = self.breiten(), self.viewport().height()
        nummer = max(0, self.rowAt(0))
        anker = self._anker(ganz=True)
        geaendert = False
        ende = self.rowViewportPosition(nummer)
        while nummer < self.modell.rowCount() and ende < hoehe:
            wahr = self.delegate.hoehe(nummer, breiten)
            if self.rowHeight(nummer) != wahr:
                kopf = self.verticalHeader()
                kopf.blockSignals(True)
                kopf.resizeSection(nummer, wahr)
                kopf.blockSignals(False)
                geaendert = True
            ende += wahr
            nummer += 1
        if geaendert:
            self.updateGeometries()
            if anker is not None:
                self._zurueck_zu(*anker)
            self.viewport().update()

    def _anker(self, *, ganz: bool = False) -> tuple[int, int] | None:
        """A visible row and where it begins; `ganz` takes the first that begins in view."""
        if self.modell.rowCount() == 0:
            return None
        nummer = max(0, self.rowAt(0))
        if (
            ganz
            and self.rowViewportPosition(nummer) < 0
            and nummer + 1 < self.modell.rowCount()
            and self.rowViewportPosition(nummer + 1) < self.viewport().height()
        ):
            nummer += 1
        return nummer, self.rowViewportPosition(nummer)

    def _zurueck_zu(self, nummer: int, ort: int) -> None:
        nummer = min(nummer, self.modell.rowCount() - 1)
        leiste = self.verticalScrollBar()
        leiste.setValue(leiste.value() + self.rowViewportPosition(nummer) - ort)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        breiten = self.breiten()
        super().resizeEvent(event)
        if self.breiten() != breiten:
            self._schaetze()
        self._messen()

    def _neu_gefaerbt(self) -> None:
        self.delegate.vergiss()
        self.viewport().update()

    # ---- what Edit calls on the widget with the focus

    def copy(self) -> None:
        """The selected rows with their marks."""
        tafel = self.modell.tafel
        if tafel is None:
            return
        zeilen = [
            (row.name, [tafel.zellen.zelle(row.von, s) for s in range(len(tafel.koepfe))])
            for row in self.gewaehlte()
        ]
        daten = QMimeData()
        titel = [f"{k.titel} {k.datum}".strip() for k in tafel.koepfe]
        daten.setText(als_text(titel, zeilen))
        daten.setHtml(als_html(titel, zeilen))
        QGuiApplication.clipboard().setMimeData(daten)

    def undo(self) -> None:
        """Takes the last correction back."""
        self.bei_undo()

    def redo(self) -> None:
        """Does it again."""
        self.bei_redo()

    def gewaehlte(self) -> list[VergleichRow]:
        """The selected rows of the comparison, in their order."""
        nummern = sorted({index.row() for index in self.selectionModel().selectedRows(0)})
        return [r for r in map(self.modell.row, nummern) if r.art is Rowart.ZEILE]

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt; in a row taller than the window the keys first scroll through it."""
        schritt = {
            Qt.Key.Key_Down: 60,
            Qt.Key.Key_Up: -60,
            Qt.Key.Key_PageDown: self.viewport().height() - 40,
            Qt.Key.Key_PageUp: 40 - self.viewport().height(),
        }.get(Qt.Key(event.key()), 0)
        index = self.currentIndex()
        if schritt and index.isValid() and not event.modifiers():
            oben = self.rowViewportPosition(index.row())
            ueber = oben + self.rowHeight(index.row()) - self.viewport().height()
            rest = min(schritt, ueber) if schritt > 0 else max(schritt, oben)
            if rest * schritt > 0 and oben < self.viewport().height() and ueber > oben:
                leiste = self.verticalScrollBar()
                leiste.setValue(leiste.value() + rest)
                return
            nachbar = index.siblingAtRow(index.row() + (1 if schritt > 0 else -1))
            if ueber > oben and nachbar.isValid():  # Qt's own page step stays in the tall row
                self.setCurrentIndex(nachbar)
                return
        super().keyPressEvent(event)

    def _aktiviert(self, index: QModelIndex) -> None:
        row = self.modell.row(index.row())
        if row.art is Rowart.LUECKE:
            self.entfalten.emit(row)
            return
        zelle = self.modell.zelle(index.row(), index.column() - 1) if index.column() else None
        for verweis in zelle.verweise if zelle else ():
            if verweis.zeile is not None:
                self.zeige_zeile(verweis.zeile)
                return

    def _verweis(self, event: QMouseEvent) -> int | None:
        ort = event.position()
        index = self.indexAt(ort.toPoint())
        if not index.isValid() or index.column() == 0:
            return None
        bild = self.delegate.bild(index.row(), index.column() - 1, self.columnWidth(index.column()))
        feld = self.visualRect(index)
        return bild.verweis_bei(ort.x() - feld.x(), ort.y() - feld.y()) if bild else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See Qt: a click on a reference jumps, a click on a fold opens it."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.modell.row(index.row()).art is Rowart.LUECKE:
            self.entfalten.emit(self.modell.row(index.row()))
        elif (ziel := self._verweis(event)) is not None:
            self.zeige_zeile(ziel)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See Qt."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        falte = index.isValid() and self.modell.row(index.row()).art is Rowart.LUECKE
        hand = falte or self._verweis(event) is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """See Qt."""
        self.menue_gewuenscht.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """See Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "delegate"):
            self._neu_gefaerbt()
