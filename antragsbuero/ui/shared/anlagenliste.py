"""The list of Anlagen, for reading and, where a draft is edited, for changing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from antragsbuero.ui.shared.anlagenleser import AnlageZeile
from antragsbuero.ui.shared.context import UiContext

_KENNUNG = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_NUR_SPEICHERN = Qt.ItemDataRole.UserRole + 2
_HOEHE = 26
_MEISTE_ZEILEN = 4
"""Rows in sight; more are scrolled."""


class AnlagenListe(QListWidget):
    """Rows by their kennung; Enter opens, F2 renames, Delete removes, Alt+Up/Down moves."""

    geoeffnet = Signal(str)
    entfernt = Signal(str)
    verschoben = Signal(str, int)
    """Kennung and by how many places."""
    gesetzt = Signal(str, int)
    """Kennung and the place it was dragged to."""
    umbenannt = Signal(str, str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bearbeitbar = False
        self.setAccessibleName("Anlagen")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegate(_NameDelegate(ui, self))
        ui.theme.geaendert.connect(self.viewport().update)
        self.itemActivated.connect(lambda item: self.geoeffnet.emit(item.data(_KENNUNG)))

    def zeige(self, zeilen: Sequence[AnlageZeile], bearbeitbar: bool) -> None:
        """Shows these rows; the chosen one stays chosen, or the one that took its place."""
        zuvor, platz = self.gewaehlt(), self.currentRow()
        self._bearbeitbar = bearbeitbar
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            if bearbeitbar
            else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self.setDragDropMode(
            QAbstractItemView.DragDropMode.InternalMove
            if bearbeitbar
            else QAbstractItemView.DragDropMode.NoDragDrop
        )
        self.setAccessibleDescription(
            "Eingabe öffnet, F2 benennt um, Entfernen nimmt heraus, Alt mit Pfeiltaste ordnet."
            if bearbeitbar
            else "Eingabe öffnet die Anlage."
        )
        self.clear()
        for zeile in zeilen:
            item = QListWidgetItem(zeile.text)
            item.setToolTip(zeile.name)
            item.setData(_KENNUNG, zeile.kennung)
            item.setData(_NAME, zeile.name)
            item.setData(_NUR_SPEICHERN, zeile.nur_speichern)
            if bearbeitbar:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addItem(item)
        kennungen = [zeile.kennung for zeile in zeilen]
        neu = kennungen.index(zuvor) if zuvor in kennungen else min(max(platz, 0), self.count() - 1)
        self.setCurrentRow(neu)
        hoehe = self.sizeHintForRow(0) if zeilen else 0
        self.setFixedHeight(hoehe * min(len(zeilen), _MEISTE_ZEILEN) + (4 if zeilen else 0))

    def gewaehlt(self) -> str:
        """The kennung of the chosen row, "" for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_KENNUNG))

    def name(self) -> str:
        """The name of the chosen row."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_NAME))

    def laesst_sich_oeffnen(self) -> bool:
        """Whether the chosen row may be opened."""
        item = self.currentItem()
        return item is not None and not item.data(_NUR_SPEICHERN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        kennung = self.gewaehlt()
        if kennung and self._bearbeitbar:
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.verschoben.emit(kennung, -1 if event.key() == Qt.Key.Key_Up else 1)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.entfernt.emit(kennung)
                return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt; only rows of this list are moved, files go to the area around it."""
        kennung = self.gewaehlt()
        if event.source() is not self or not kennung:
            event.ignore()
            return
        stelle = self.indexAt(event.position().toPoint())
        platz = stelle.row() if stelle.isValid() else self.count() - 1
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the rows come anew once it is stored
        event.accept()
        self.gesetzt.emit(kennung, platz)


class _NameDelegate(QStyledItemDelegate):
    """Calm rows; edits the name alone, not the whole row."""

    def __init__(self, ui: UiContext, liste: AnlagenListe) -> None:
        super().__init__(liste)
        self._ui = ui

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        farben = self._ui.theme.farben
        option.palette.setColor(QPalette.ColorRole.Highlight, QColor(farben.akzentflaeche))
        option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(farben.text))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, _HOEHE))

    def createEditor(self, parent: QWidget, option: object, index: object) -> QWidget:
        feld = QLineEdit(parent)
        feld.setAccessibleName("Name der Anlage")
        return feld

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(_NAME)))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        liste = self.parent()
        if isinstance(editor, QLineEdit) and isinstance(liste, AnlagenListe):
            liste.umbenannt.emit(index.data(_KENNUNG), editor.text())
