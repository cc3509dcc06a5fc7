"""Puts a text right: number, splitting and joining at the cursor, deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.services.importteile import Textbereich, Textort
from antragsbuero.ui.import_.details import TextDetail
from antragsbuero.ui.import_.korrekturen import Korrekturen
from antragsbuero.ui.import_.tasten import Tastenweiche
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.date_field import DateField
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, label


class TextPage(QFrame):
    """The words cannot be changed here: they are those of the source."""

    def __init__(self, ui: UiContext, korrekturen: Korrekturen) -> None:
        super().__init__()
        self.setProperty("flaeche", "inhalt")
        self._ui = ui
        self._korrekturen = korrekturen
        self._detail: TextDetail | None = None
        self._weiche = Tastenweiche(self)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(16, 8, 16, 10)
        spalte.setSpacing(6)
        spalte.addLayout(self._kopf())
        self._text = self._feld()
        spalte.addWidget(self._text, 1)
        spalte.addWidget(self._knoepfe())
        self._fristen = QWidget()
        self._gitter = QGridLayout(self._fristen)
        self._gitter.setContentsMargins(0, 0, 0, 0)
        self._gitter.setHorizontalSpacing(8)
        self._gitter.setVerticalSpacing(4)
        self._gitter.setColumnStretch(0, 1)
        spalte.addWidget(self._fristen)
        spalte.addWidget(self._neue_frist())
        self._weiche.haenge_an(self._nummer, self._neuer_tag)

    def _kopf(self) -> QHBoxLayout:
        self._titel = GekuerzterText(1, fett=True)
        self._nummer_name = label("Nummer")
        self._nummer = QLineEdit()
        self._nummer.setAccessibleName("Nummer des Punkts")
        self._nummer.setMaximumWidth(90)
        self._nummer.setPlaceholderText("ohne")
        self._nummer.editingFinished.connect(self._nummer_geaendert)
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        reihe.addWidget(self._titel, 1)
        reihe.addWidget(self._nummer_name)
        reihe.addWidget(self._nummer)
        return reihe

    def _feld(self) -> QPlainTextEdit:
        feld = QPlainTextEdit()
        feld.setProperty("feld", "true")
        feld.setReadOnly(True)
        feld.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        feld.setCursorWidth(2)
        feld.setTabChangesFocus(True)
        feld.setAccessibleName("Wortlaut")
        feld.setAccessibleDescription("Die Schreibmarke bestimmt, wo geteilt wird.")
        feld.setMinimumHeight(56)
        return feld

    def _knoepfe(self) -> QWidget:
        self._teile_punkt = knopf(
            "Punkt &teilen", self._beim_punkt_teilen,
            tooltip="Macht aus dem Text ab der Schreibmarke einen neuen Punkt",
        )  # fmt: skip
        self._verbinde_punkt = knopf(
            "&Punkt verbinden", lambda: self._korrekturen.verbinde_punkt(self._ort),
            tooltip="Hängt diesen Punkt an den davor",
        )  # fmt: skip
        teile_absatz = knopf(
            "Absatz te&ilen", self._beim_absatz_teilen,
            tooltip="Beginnt an der Schreibmarke einen neuen Absatz",
        )  # fmt: skip
        self._verbinde_absatz = knopf(
            "Ab&satz verbinden", self._beim_absatz_verbinden,
            tooltip="Verbindet den Absatz der Schreibmarke mit dem davor",
        )  # fmt: skip
        return _ButtonRow(
            (self._teile_punkt, self._verbinde_punkt, teile_absatz, self._verbinde_absatz)
        )

    def _neue_frist(self) -> QWidget:
        self._neu = QWidget()
        reihe = QHBoxLayout(self._neu)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(8)
        hinweis = label("Weitere Frist: Wörter oben markieren, Tag nennen", punkte=9, ton="leise",
                        umbruch=True)  # fmt: skip
        self._neuer_tag = DateField("Tag der weiteren Frist")
        reihe.addWidget(hinweis, 1)
        reihe.addWidget(self._neuer_tag)
        reihe.addWidget(knopf("Hin&zufügen", self._beim_hinzufuegen))
        return self._neu

    # ---- content

    @property
    def _ort(self) -> Textort:
        if self._detail is None:
            raise RuntimeError("Kein Text gezeigt")
        return self._detail.ort

    def zeige(self, detail: TextDetail) -> None:
        """Shows a text; the cursor stays where it was in the same text."""
        gleich = self._detail is not None and self._detail.ort == detail.ort
        stelle = self._text.textCursor().position() if gleich else 0
        self._detail = detail
        self._titel.setze(detail.titel)
        ist_punkt = detail.ort.bereich is Textbereich.PUNKT
        for widget in (self._nummer_name, self._nummer, self._teile_punkt, self._verbinde_punkt,
                       self._neu):  # fmt: skip
            widget.setVisible(ist_punkt)
        self._nummer.setText(detail.nummer or "")
        self._verbinde_absatz.setEnabled(len(detail.absaetze) > 1)
        # One block a paragraph: a line break inside a paragraph must not look like its end.
        self._text.setPlainText("\n".join(t.replace("\n", "\u2028") for t in detail.absaetze))
        cursor = self._text.textCursor()
        cursor.setPosition(min(stelle, self._text.document().characterCount() - 1))
        self._text.setTextCursor(cursor)
        self._zeige_fristen(detail)

    def _zeige_fristen(self, detail: TextDetail) -> None:
        while (eintrag := self._gitter.takeAt(0)) is not None:
            widget = eintrag.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        davor: QWidget = self._verbinde_absatz
        for n, frist in enumerate(detail.fristen):
            self._gitter.addWidget(label(f"Frist „{frist.wortlaut}“", umbruch=True), n, 0)
            feld = DateField(f"Tag der Frist {n + 1}")
            feld.setze(frist.datum)
            self._weiche.haenge_an(feld)
            feld.geaendert.connect(partial(self._frist_geaendert, n))
            self._gitter.addWidget(feld, n, 1)
            weg = icon_knopf(
                f"Frist „{frist.wortlaut}“ streichen", partial(self._frist_geaendert, n, None),
                icons=self._ui.icons, icon="dismiss",
            )  # fmt: skip
            self._gitter.addWidget(weg, n, 2)
            for widget in (feld, weg):  # made last, but Tab goes from above to below
                self.setTabOrder(davor, widget)
                davor = widget
        self._fristen.setVisible(bool(detail.fristen))

    # ---- events

    def _absatz_und_stelle(self, cursor: QTextCursor) -> tuple[int, int]:
        """Which paragraph the cursor is in, and how many characters before it."""
        links = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        return cursor.blockNumber(), len(links.decode("utf-16-le", "replace"))

    def _beim_punkt_teilen(self) -> None:
        self._korrekturen.teile_punkt(self._ort, *self._absatz_und_stelle(self._text.textCursor()))

    def _beim_absatz_teilen(self) -> None:
        self._korrekturen.teile_absatz(self._ort, *self._absatz_und_stelle(self._text.textCursor()))

    def _beim_absatz_verbinden(self) -> None:
        self._korrekturen.verbinde_absatz(self._ort, self._text.textCursor().blockNumber())

    def _nummer_geaendert(self) -> None:
        if self._detail is not None and self._nummer.text().strip() != (self._detail.nummer or ""):
            self._korrekturen.setze_nummer(self._ort, self._nummer.text())

    def _frist_geaendert(self, nummer: int, tag: object) -> None:
        self._korrekturen.setze_frist(self._ort, nummer, tag if isinstance(tag, date) else None)

    def _beim_hinzufuegen(self) -> None:
        gueltig, tag = self._neuer_tag.gelesen()
        if self._detail is None or not gueltig or tag is None:
            self._neuer_tag.verlange()
            return
        cursor = self._text.textCursor()
        stellen = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            ende = QTextCursor(self._text.document())
            ende.setPosition(position)
            absatz, zeichen = self._absatz_und_stelle(ende)
            davor = sum(len(text) + 1 for text in self._detail.absaetze[:absatz])
            stellen.append(davor + zeichen)
        self._neuer_tag.setze(None)
        self._korrekturen.neue_frist(self._ort, stellen[0], stellen[1], tag)


class _ButtonRow(QWidget):
    """Four buttons in one row, in two where there is no room for one."""

    def __init__(self, knoepfe: Sequence[QPushButton]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._knoepfe = tuple(knoepfe)
        self._spalten = 0
        self._gitter = QGridLayout(self)
        self._gitter.setContentsMargins(0, 0, 0, 0)
        self._gitter.setHorizontalSpacing(6)
        self._gitter.setVerticalSpacing(6)
        self._gitter.setColumnStretch(4, 1)
        self._ordne(4)

    def _ordne(self, spalten: int) -> None:
        if spalten == self._spalten:
            return
        self._spalten = spalten
        for n, button in enumerate(self._knoepfe):
            self._gitter.addWidget(button, n // spalten, n % spalten)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        breite = sum(button.sizeHint().width() + 6 for button in self._knoepfe)
        self._ordne(4 if self.width() >= breite else 2)
