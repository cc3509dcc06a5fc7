"""Where a page comes in: paste, drop or choose a file; and the wait while it is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import knopf, label


def lies_mime(daten: QMimeData) -> tuple[list[str], str, str]:
    """Files, plain text and HTML of a clipboard or a drop; the HTML is text, never rendered."""
    pfade = [url.toLocalFile() for url in daten.urls() if url.isLocalFile()]
    return pfade, daten.text() if daten.hasText() else "", daten.html() if daten.hasHtml() else ""


class PasteArea(QFrame):
    """A dashed field with the cursor on it: Ctrl+V, drop, or a button."""

    eingefuegt = Signal(str, str)
    dateien = Signal(list)

    def __init__(self, ui: UiContext, waehle: Callable[[], None]) -> None:
        super().__init__()
        self._ui = ui
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName("Seite einfügen mit Strg+V, oder Datei hierher ziehen")
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(40, 40, 40, 40)
        spalte.setSpacing(10)
        spalte.addStretch(2)
        titel = label("Seite einfügen mit Strg+V", punkte=13.5, fett=True)
        text = label(
            "Öffnen Sie den Antrag im Ratsinformationssystem, markieren Sie alles (Strg+A), "
            "kopieren Sie es (Strg+C) und fügen Sie es hier ein. Oder ziehen Sie eine Datei "
            "in dieses Feld.",
            ton="leise",
            umbruch=True,
        )
        text.setMinimumWidth(300)
        text.setMaximumWidth(560)
        titel.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        spalte.addWidget(titel)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        mitte = QHBoxLayout()  # a wrapped label keeps its height only without an alignment
        mitte.addStretch(1)
        mitte.addWidget(text, 100)
        mitte.addStretch(1)
        spalte.addLayout(mitte)
        knoepfe = QHBoxLayout()
        knoepfe.setSpacing(8)
        knoepfe.addStretch(1)
        knoepfe.addWidget(
            knopf("Aus der &Zwischenablage einfügen", self.paste, icons=ui.icons,
                  icon="arrow_import", art="haupt")
        )  # fmt: skip
        knoepfe.addWidget(knopf("Datei &wählen …", waehle, icons=ui.icons, icon="folder_open"))
        knoepfe.addStretch(1)
        spalte.addSpacing(6)
        spalte.addLayout(knoepfe)
        hinweis = label(
            "Vor dem Übernehmen sehen Sie, was erkannt wurde. Gespeichert wird erst dann.",
            punkte=9,
            ton="leise",
        )
        spalte.addSpacing(6)
        spalte.addWidget(hinweis, 0, Qt.AlignmentFlag.AlignHCenter)
        spalte.addStretch(3)
        ui.theme.geaendert.connect(self.update)

    def paste(self) -> None:
        """Takes what is in the clipboard (Ctrl+V comes here through the menu)."""
        pfade, text, html = lies_mime(QGuiApplication.clipboard().mimeData())
        if pfade:
            self.dateien.emit(pfade)
        else:
            self.eingefuegt.emit(text, html)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt."""
        pfade, text, html = lies_mime(event.mimeData())
        event.acceptProposedAction()
        if pfade:
            self.dateien.emit(pfade)
        elif text or html:
            self.eingefuegt.emit(text, html)

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt: a dashed frame, in the accent while the cursor is here."""
        super().paintEvent(event)
        farben = self._ui.theme.farben
        stift = QPen(QColor(farben.akzent if self.hasFocus() else farben.linie2))
        stift.setStyle(Qt.PenStyle.DashLine)
        stift.setWidth(2 if self.hasFocus() else 1)
        maler = QPainter(self)
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(stift)
        maler.drawRoundedRect(self.rect().adjusted(20, 16, -20, -20), 4, 4)
        maler.end()


class WaitPage(QWidget):
    """Recognition runs; it can be cancelled."""

    def __init__(self, brich_ab: Callable[[], None]) -> None:
        super().__init__()
        spalte = QVBoxLayout(self)
        spalte.setSpacing(12)
        spalte.addStretch(2)
        self._text = label("", punkte=11, fett=True)
        spalte.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        balken = QProgressBar()
        balken.setRange(0, 0)
        balken.setTextVisible(False)
        balken.setFixedWidth(260)
        balken.setAccessibleName("Der Text wird gelesen")
        spalte.addWidget(balken, 0, Qt.AlignmentFlag.AlignHCenter)
        self.abbrechen = knopf("Abbre&chen", brich_ab)
        spalte.addWidget(self.abbrechen, 0, Qt.AlignmentFlag.AlignHCenter)
        spalte.addStretch(3)

    def zeige(self, was: str) -> None:
        """Shows what is read."""
        self._text.setText(was)
