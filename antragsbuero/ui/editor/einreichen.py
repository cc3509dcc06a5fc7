"""The inline panel of submission: findings, day, number, and what it means."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from antragsbuero.ui.editor.pruefung import Gewicht, Pruefung
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.date_field import DateField
from antragsbuero.ui.shared.widgets import knopf, label


class Einreichfeld(QFrame):
    """`eingereicht` hands out day and number, `abgebrochen` closes."""

    eingereicht = Signal(object, str)
    abgebrochen = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hinweis", "info")
        self.setAccessibleName("Einreichen")
        self._heute = date.min
        self._satz = label(umbruch=True)
        self._warnung = label(umbruch=True, fett=True)
        self._datum = DateField("Datum der Einreichung")
        self._nummer = QLineEdit()
        self._nummer.setAccessibleName("Nummer, falls schon vergeben")
        self._nummer.setPlaceholderText("falls schon vergeben")
        self._nummer.setMaxLength(80)
        self._tun = knopf("&Jetzt einreichen", self._reiche_ein, icons=ui.icons, icon="send",
                          art="haupt", schreibt=True)  # fmt: skip
        nicht = knopf("&Doch nicht", self.abgebrochen.emit)
        am, nummer = label("&Datum:"), label("N&ummer:")
        am.setTextFormat(Qt.TextFormat.AutoText)
        am.setText("Da&tum:")
        nummer.setText("Nu&mmer:")
        am.setBuddy(self._datum)
        nummer.setBuddy(self._nummer)
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        for widget in (am, self._datum, nummer, self._nummer, self._tun, nicht):
            reihe.addWidget(widget)
        reihe.addStretch(1)
        self._nummer.setMaximumWidth(200)
        gitter = QGridLayout(self)
        gitter.setContentsMargins(20, 10, 20, 10)
        gitter.setVerticalSpacing(6)
        gitter.addWidget(self._satz, 0, 0)
        gitter.addWidget(self._warnung, 1, 0)
        gitter.addLayout(reihe, 2, 0)
        self.hide()

    def oeffne(self, pruefung: Pruefung, datum: date, nummer: str) -> None:
        """Shows the panel with the findings."""
        self._satz.setText(
            "Mit dem Einreichen wird der Wortlaut eingefroren: Er bleibt für immer, wie er jetzt "
            "ist. Weiter geht es dann mit einer neuen Fassung."
        )
        offen = [b for b in pruefung.befunde if b.gewicht is not Gewicht.GUT]
        self._warnung.setText("Noch offen: " + "; ".join(b.titel for b in offen) if offen else "")
        self._warnung.setVisible(bool(offen))
        self._tun.setEnabled(pruefung.einreichbar)
        self._tun.setToolTip("" if pruefung.einreichbar else offen[0].text)
        self._heute = datum
        self._datum.setze(datum)
        self._nummer.setText(nummer)
        self.show()
        self._nummer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reiche_ein(self) -> None:
        gueltig, tag = self._datum.gelesen()
        if not gueltig:
            self._datum.verlange()
            return
        self.eingereicht.emit(tag or self._heute, self._nummer.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt: Esc closes, Enter submits."""
        if event.key() == Qt.Key.Key_Escape:
            self.abgebrochen.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tun.isEnabled():
            self._reiche_ein()
        else:
            super().keyPressEvent(event)
