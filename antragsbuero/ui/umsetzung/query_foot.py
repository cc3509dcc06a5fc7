"""What can be done with a Nachfrage: export, mark as submitted, link its answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.date_field import DateField
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, label, linie
from antragsbuero.ui.umsetzung.details import NachfrageDetail
from antragsbuero.ui.umsetzung.nachfragen import Nachfragen

_SCHMAL = 640
"""Pixels below which the main button is short."""
_LANG = "Als ein&gereicht vermerken …"
_KURZ = "Ein&gereicht …"


class QueryFoot(QFrame):
    """One line of actions; marking as submitted opens a second one, no dialog."""

    def __init__(
        self, ui: UiContext, nachfragen: Nachfragen, heute: date, exportiere: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.setProperty("flaeche", "neben")
        self._ui = ui
        self._nachfragen = nachfragen
        self._kennung = ""
        self._hinweis = label("", punkte=9, ton="leise", umbruch=True)
        self._verwerfen = knopf("Verwerfen", nachfragen.verwirf, art="leise",
                                tooltip="Löscht diesen Entwurf", schreibt=True)  # fmt: skip
        self._word = knopf("&Word …", lambda: exportiere(".docx"))
        self._pdf = knopf("&PDF …", lambda: exportiere(".pdf"))
        self._eingereicht = knopf(_LANG, lambda: self._oeffne(True),
                                  icons=ui.icons, icon="send", art="haupt",
                                  schreibt=True)  # fmt: skip
        self._eingereicht.setAccessibleName(_LANG.replace("&", ""))
        self._zeile = self._baue_zeile()
        self._einreichen = self._baue_einreichen(heute)
        self._antwort = self._baue_antwort()
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(linie())
        for teil in (self._antwort, self._einreichen, self._zeile):
            spalte.addWidget(teil)
        self.zeige(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: where room is short the main button says it in one word."""
        super().resizeEvent(event)
        eng = self.width() < _SCHMAL
        self._eingereicht.setText(_KURZ if eng else _LANG)
        # The long word must not forbid the narrow width at which it becomes short.
        self._eingereicht.setMinimumWidth(self._eingereicht.sizeHint().width() if eng else 120)

    def _baue_zeile(self) -> QWidget:
        zeile, reihe = _zeile()
        reihe.addWidget(self._hinweis, 1)
        for button in (self._verwerfen, self._word, self._pdf, self._eingereicht):
            reihe.addWidget(button)
        return zeile

    def _baue_einreichen(self, heute: date) -> QWidget:
        zeile, reihe = _zeile()
        self._datum = DateField("Eingereicht am")
        self._datum.setze(heute)
        self._nummer = QLineEdit()
        self._nummer.setAccessibleName("Nummer der Nachfrage")
        self._nummer.setPlaceholderText("Nummer, falls vergeben")
        self._nummer.setMinimumWidth(90)
        reihe.addWidget(label("Eingereicht am"))
        reihe.addWidget(self._datum)
        reihe.addWidget(self._nummer, 1)
        reihe.addWidget(icon_knopf("Doch nicht", lambda: self._oeffne(False),
                                   icons=self._ui.icons, icon="dismiss"))  # fmt: skip
        self._vermerken = knopf("Ver&merken", self._vermerke, art="haupt", schreibt=True)
        reihe.addWidget(self._vermerken)
        return zeile

    def _baue_antwort(self) -> QWidget:
        zeile, reihe = _zeile()
        self._antworten = QComboBox()
        self._antworten.setAccessibleName("Beantwortet durch")
        self._antworten.view().setAccessibleName("Berichte und Antworten")
        self._beantwortet = knopf("Antwort &zuordnen", self._ordne_antwort_zu, schreibt=True)
        reihe.addWidget(label("Beantwortet durch"))
        reihe.addWidget(self._antworten, 1)
        reihe.addWidget(self._beantwortet)
        return zeile

    def zeige(self, detail: NachfrageDetail | None) -> None:
        """Offers what the state of the Nachfrage allows."""
        gleiche = detail is not None and detail.kennung == self._kennung
        self._kennung = detail.kennung if detail is not None else ""
        entwurf = detail is not None and detail.entwurf
        self.setVisible(detail is not None)
        self._hinweis.setText(detail.hinweis if detail is not None else "")
        self._verwerfen.setVisible(entwurf)
        self._eingereicht.setVisible(entwurf)
        if not (gleiche and entwurf):
            self._nummer.clear()
            self._oeffne(False)
        self._antwort.setVisible(detail is not None and not entwurf and bool(detail.antworten))
        self._antworten.clear()
        for wahl in detail.antworten if detail is not None else ():
            self._antworten.addItem(wahl.text, wahl.schluessel)
        if detail is not None and detail.antwort:
            self._antworten.setCurrentIndex(self._antworten.findData(detail.antwort))
        elif detail is not None and detail.antworten:
            self._antworten.setCurrentIndex(len(detail.antworten) - 1)

    def _oeffne(self, offen: bool) -> None:
        self._einreichen.setVisible(offen)
        self._zeile.setVisible(not offen)
        if offen:
            self._datum.setFocus()
            self._datum.selectAll()

    def _vermerke(self) -> None:
        gueltig, tag = self._datum.gelesen()
        if not gueltig or tag is None:
            self._datum.verlange()
            return
        self._nachfragen.reiche_ein(tag, self._nummer.text())
        self._oeffne(False)

    def _ordne_antwort_zu(self) -> None:
        kennung = self._antworten.currentData()
        if isinstance(kennung, str):
            self._nachfragen.beantworte(kennung)


def _zeile() -> tuple[QWidget, QHBoxLayout]:
    zeile = QWidget()
    reihe = QHBoxLayout(zeile)
    reihe.setContentsMargins(16, 7, 12, 7)
    reihe.setSpacing(8)
    return zeile, reihe
