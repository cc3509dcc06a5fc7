"""Ctrl+K: jump to a Vorgang, a number or a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.sprungziele import Sprungziel, passende

_Index = QModelIndex | QPersistentModelIndex
_OBEN = QModelIndex()
_ZEILE = 32
_BREITE, _HOEHE = 560, 420
"""Of the dialog where the window has room."""


class _Modell(QAbstractListModel):
    def __init__(self, ui: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self.ziele: tuple[Sprungziel, ...] = ()

    def rowCount(self, parent: _Index = _OBEN) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.ziele)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        ziel = self.ziele[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{ziel.titel}    {ziel.zusatz}" if ziel.zusatz else ziel.titel
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(ziel)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ZEILE)  # no wider than the list: a long Betreff ends with „…“
        return None

    def _icon(self, ziel: Sprungziel) -> QIcon:
        return self._ui.icons.icon(ziel.icon)

    def setze(self, ziele: tuple[Sprungziel, ...]) -> None:
        self.beginResetModel()
        self.ziele = ziele
        self.endResetModel()


class CommandPalette(QDialog):
    """A frameless line with the list of what fits."""

    def __init__(self, ui: UiContext, geh_zu: Callable[[Ort], None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Springen")
        self.setProperty("rahmen", "true")
        self._geh_zu = geh_zu
        self._ziele: tuple[Sprungziel, ...] = ()
        self._feld = QLineEdit()
        self._feld.setPlaceholderText("Springen zu Vorgang, Nummer, Befehl")
        self._feld.setAccessibleName("Springen zu Vorgang, Nummer, Befehl")
        self._feld.textChanged.connect(self._filtere)
        self._feld.installEventFilter(self)
        self._modell = _Modell(ui, self)
        self._liste = QListView()
        self._liste.setAccessibleName("Treffer")
        self._liste.setProperty("art", "treffer")
        self._liste.setModel(self._modell)
        self._liste.setUniformItemSizes(True)
        self._liste.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._liste.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._liste.clicked.connect(lambda index: self._springe(index.row()))
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(8, 8, 8, 8)
        spalte.addWidget(self._feld)
        spalte.addWidget(self._liste)

    def oeffne(self, ziele: Sequence[Sprungziel]) -> None:
        """Shows itself over the window with these targets."""
        self.setze_ziele(ziele)
        eltern = self.parentWidget()
        if eltern is not None:
            ecke = eltern.mapToGlobal(eltern.rect().topLeft())
            oben = min(60, eltern.height() // 10)
            self.setFixedSize(
                min(_BREITE, eltern.width() - 40), min(_HOEHE, eltern.height() - oben - 20)
            )
            self.move(ecke.x() + (eltern.width() - self.width()) // 2, ecke.y() + oben)
        self.show()
        self._feld.clear()
        self._feld.setFocus()

    def setze_ziele(self, ziele: Sequence[Sprungziel]) -> None:
        """Takes other targets, also while it is open."""
        self._ziele = tuple(ziele)
        self._filtere()

    def _filtere(self) -> None:
        self._modell.setze(passende(self._ziele, self._feld.text()))
        if self._modell.ziele:
            self._liste.setCurrentIndex(self._modell.index(0))

    def _springe(self, zeile: int) -> None:
        if 0 <= zeile < len(self._modell.ziele):
            ziel = self._modell.ziele[zeile]
            self.accept()
            if ziel.ort is not None:
                self._geh_zu(ziel.ort)
            elif ziel.tue is not None:
                ziel.tue()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if (
            watched is self._feld
            and isinstance(event, QKeyEvent)
            and (event.type() == QEvent.Type.KeyPress)
        ):
            zeile = self._liste.currentIndex().row()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                schritt = 1 if event.key() == Qt.Key.Key_Down else -1
                anzahl = len(self._modell.ziele)
                if anzahl:
                    self._liste.setCurrentIndex(self._modell.index((zeile + schritt) % anzahl))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._springe(zeile)
                return True
        return super().eventFilter(watched, event)
