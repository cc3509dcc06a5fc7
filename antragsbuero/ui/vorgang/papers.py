"""The tab Fassungen: the tree of papers and the wording of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.table_model import ROW_ROLE, RowTableModel, Spalte
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.shared.widgets import flaeche, knopf, linie, marke
from antragsbuero.ui.shared.wortlaut_view import WortlautView
from antragsbuero.ui.vorgang.anlagen import Anlagenstreifen
from antragsbuero.ui.vorgang.bild import WortlautBild
from antragsbuero.ui.vorgang.presenter import VorgangPresenter
from antragsbuero.ui.vorgang.rows import Teilart, TeilRow

_Index = QModelIndex | QPersistentModelIndex
_HOEHE = 48
_EINZUG = 22
_SCHMAL = 320
"""Below this width of the list its levels stand closer."""
_KNAPP = 620
"""Below this width of the wording its buttons show icons only."""
_KNAPPSTE = 480
"""Below this width the title needs the room of its mark."""
_TIEFSTE = 5
"""Deeper levels are drawn at this one, so that words keep their room."""
_SPALTEN: tuple[Spalte[TeilRow], ...] = (
    Spalte("Fassungen", lambda row: row.titel, lambda row: row.vorlesen),
)


class _TeilDelegate(QStyledItemDelegate):
    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _HOEHE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: TeilRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        farben = self._ui.theme.farben
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gewaehlt = bool(option.state & QStyle.StateFlag.State_Selected)
        if gewaehlt:
            painter.fillRect(rect, QColor(farben.akzentflaeche))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(farben.akzent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(farben.akzent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        ebene = min(row.ebene, _TIEFSTE)
        einzug = _EINZUG if rect.width() >= _SCHMAL else _EINZUG // 2
        links = rect.x() + 16 + ebene * einzug
        if ebene:
            self._haken(painter, links - 12, rect.y())
        painter.setPen(QPen(QColor(farben.linie2), 1))
        for stufe in row.offen:
            x = rect.x() + 4 + min(stufe, _TIEFSTE) * einzug
            oben = rect.y() if stufe < row.ebene else rect.y() + 17
            if stufe <= row.ebene:
                painter.drawLine(x, oben, x, rect.bottom())
        if self._neue_gruppe(row, index):
            painter.setPen(QColor(farben.linie))
            painter.drawLine(rect.topLeft(), rect.topRight())
        icon = self._ui.icons.icon(row.icon, 16, "akzent" if gewaehlt else "text")
        icon.paint(painter, links, rect.y() + 9, 16, 16)
        self._texte(painter, rect, links + 26, row)
        painter.restore()

    @staticmethod
    def _neue_gruppe(row: TeilRow, index: _Index) -> bool:
        """Whether reports or Nachfragen begin here."""
        if index.row() == 0 or row.art is Teilart.FASSUNG:
            return False
        vorige: TeilRow = index.sibling(index.row() - 1, 0).data(ROW_ROLE)
        return vorige.art is Teilart.FASSUNG

    def _haken(self, painter: QPainter, x: int, y: int) -> None:
        weg = QPainterPath()
        weg.moveTo(x, y - 8)
        weg.lineTo(x, y + 13)
        weg.quadTo(x, y + 17, x + 4, y + 17)
        weg.lineTo(x + 10, y + 17)
        painter.setPen(QPen(QColor(self._ui.theme.farben.linie2), 1))
        painter.drawPath(weg)

    def _texte(self, painter: QPainter, rect: QRect, links: int, row: TeilRow) -> None:
        farben = self._ui.theme.farben
        rechts = rect.right() - 14
        klein = schrift(9)
        masse = QFontMetrics(klein)
        neben = max(masse.horizontalAdvance(row.datum), masse.horizontalAdvance(row.umfang))
        painter.setFont(klein)
        painter.setPen(QColor(farben.text2))
        oben = QRect(rechts - neben, rect.y() + 7, neben, 18)
        unten = QRect(rechts - neben, rect.y() + 25, neben, 17)
        painter.drawText(oben, Qt.AlignmentFlag.AlignRight, row.datum)
        painter.drawText(unten, Qt.AlignmentFlag.AlignRight, row.umfang)
        platz = rechts - neben - 10 - links
        zusatz = masse.elidedText(row.zusatz, Qt.TextElideMode.ElideRight, platz)
        painter.drawText(QRect(links, rect.y() + 25, platz, 17), 0, zusatz)
        fett = schrift(10, QFont.Weight.DemiBold)
        painter.setFont(fett)
        painter.setPen(QColor(farben.text))
        titel = QFontMetrics(fett).elidedText(row.titel, Qt.TextElideMode.ElideRight, platz)
        painter.drawText(QRect(links, rect.y() + 6, platz, 19), 0, titel)


class PapersPane(QWidget):
    """The list on the left, the wording on the right; `gewaehlt` tells the kennung chosen."""

    gewaehlt = Signal(str)

    def __init__(
        self,
        ui: UiContext,
        presenter: VorgangPresenter,
        exportiere: Callable[[], object],
        drucke: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._modell = RowTableModel(_SPALTEN, lambda row: row.kennung, self)
        self._liste = QListView()
        self._liste.setAccessibleName("Fassungen, Berichte und Nachfragen")
        self._liste.setModel(self._modell)
        self._liste.setItemDelegate(_TeilDelegate(ui, self._liste))
        self._liste.setUniformItemSizes(True)
        self._liste.setFrameShape(QListView.Shape.NoFrame)
        self._liste.setMinimumWidth(200)
        self._liste.selectionModel().currentChanged.connect(self._melde)
        ui.theme.geaendert.connect(self._liste.viewport().update)
        self._titel = GekuerzterText(2, fett=True)
        self._marke = marke("schreibgeschützt", "grau")
        self._fest = False
        self._vergleichen = knopf("&Vergleichen", presenter.vergleiche, icons=ui.icons,
                                  icon="layout_column_two_split_right")  # fmt: skip
        self._bearbeiten = knopf("&Bearbeiten", presenter.bearbeite, icons=ui.icons, icon="edit",
                                 art="haupt", schreibt=True)  # fmt: skip
        self._exportieren = knopf("E&xportieren …", exportiere, icons=ui.icons,
                                  icon="arrow_export_ltr")  # fmt: skip
        self._drucken = knopf("Dr&ucken …", drucke, icons=ui.icons, icon="print")
        self._quelle = knopf("&Quelltext", lambda: None, icons=ui.icons, icon="document_text",
                             art="leise")  # fmt: skip
        self._knoepfe = (self._bearbeiten, self._vergleichen, self._drucken, self._exportieren,
                         self._quelle)  # fmt: skip
        self._worte = {button: button.text() for button in self._knoepfe}
        for button, worte in self._worte.items():
            button.setToolTip(worte.replace("&", ""))
            button.setAccessibleName(worte.replace("&", ""))
        self._quelle.setCheckable(True)
        self._quelle.toggled.connect(presenter.zeige_quelltext)
        self.text = WortlautView(ui, "Wortlaut")
        self.anlagen = Anlagenstreifen(ui, presenter.anlagen)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._liste)
        splitter.addWidget(self._rechts())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([370, 800])
        ui.merker.binde_splitter(splitter, "vorgang")
        splitter.splitterMoved.connect(lambda: self._kuerze())
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(splitter)

    def _rechts(self) -> QWidget:
        self._rahmen = rahmen = flaeche("inhalt")
        rahmen.setMinimumWidth(350)
        kopf = QHBoxLayout()
        kopf.setContentsMargins(24, 8, 16, 8)
        kopf.setSpacing(8)
        kopf.addWidget(self._titel, 1)
        kopf.addWidget(self._marke)
        for button in self._knoepfe:
            kopf.addWidget(button)
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addLayout(kopf)
        spalte.addWidget(linie())
        seite = flaeche("inhalt")
        innen = QVBoxLayout(seite)
        innen.setContentsMargins(0, 0, 0, 0)
        innen.setSpacing(0)
        innen.addWidget(self.text, 1)
        innen.addWidget(self.anlagen)
        spalte.addWidget(Rollbereich(seite), 1)
        return rahmen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._kuerze()

    def _kuerze(self) -> None:
        """Where there is no room for words the buttons keep their icons."""
        knapp = self._rahmen.width() < _KNAPP
        for button, worte in self._worte.items():
            button.setText("" if knapp else worte)
        self._marke.setVisible(self._fest and self._rahmen.width() >= _KNAPPSTE)

    def fokussiere(self) -> None:
        """Puts the cursor into the list."""
        self._liste.setFocus()

    def zeige_teile(self, teile: Sequence[TeilRow]) -> None:
        """Shows these papers."""
        self._modell.set_rows(teile)

    def zeige_wortlaut(self, bild: WortlautBild | None) -> None:
        """Shows a wording and marks its row."""
        if bild is None:
            self._titel.setze("")
            self._fest = False
            self._marke.hide()
            for button in self._knoepfe:
                button.hide()
            self.text.zeige(())
            return
        self._titel.setze(bild.titel)
        self._fest = bild.ist_fassung and not bild.entwurf
        self._kuerze()
        self._bearbeiten.setVisible(bild.entwurf)
        self._vergleichen.setVisible(bild.ist_fassung and self._vergleichbar())
        for button in (self._drucken, self._exportieren):
            button.setVisible(bild.ist_fassung or not bild.hat_quelltext)
        self._quelle.setVisible(bild.hat_quelltext)
        self._quelle.blockSignals(True)
        self._quelle.setChecked(bild.quelltext)
        self._quelle.blockSignals(False)
        self.text.zeige(bild.bloecke)
        zeile = self._modell.zeile(bild.kennung)
        if zeile is not None and zeile != self._liste.currentIndex().row():
            self._liste.setCurrentIndex(self._modell.index(zeile, 0))

    def _vergleichbar(self) -> bool:
        return sum(row.art is Teilart.FASSUNG for row in self._modell.rows) >= 2

    def _melde(self, index: QModelIndex) -> None:
        if index.isValid():
            self.gewaehlt.emit(self._modell.row(index.row()).kennung)
