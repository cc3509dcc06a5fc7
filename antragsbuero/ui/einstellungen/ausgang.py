"""The part of the settings about files that leave: their names, where papers are submitted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.dateinamen import (
    MUSTER,
    PLATZHALTER,
    Namenswahl,
    dateiname,
    pruefe_muster,
)
from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.ui.einstellungen.formular import formular, reihe
from antragsbuero.ui.shared.widgets import label, nenne

_BEISPIEL = Vorgang(
    "Quartiersmanagement", nummern=("VII-A-00829-NF-03",), arbeitsnummer="Entwurf 2026-017"
)


class AusgangTeil(QWidget):
    """`geaendert` tells that something was typed; a pattern with faults is not handed on."""

    geaendert = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraktion = ""
        self._muster = QLineEdit()
        self._muster.setPlaceholderText(MUSTER)
        self._muster.setMaxLength(200)
        nenne(self._muster, "Dateinamen")
        self._beispiel = label(ton="leise", umbruch=True)
        self._adresse = QLineEdit()
        self._adresse.setMaxLength(200)
        self._adresse.setPlaceholderText("Adresse des Ratsbüros; mehrere durch Komma")
        nenne(self._adresse, "E-Mail zur Einreichung")
        hilfe = label(
            "Möglich sind " + ", ".join(f"{{{name}}}" for name in PLATZHALTER) + ".",
            punkte=9, ton="leise", umbruch=True,
        )  # fmt: skip
        form = formular(self)
        reihe(form, "Date&inamen", self._muster)
        reihe(form, "", self._beispiel)
        reihe(form, "", hilfe)
        reihe(form, "&E-Mail zur Einreichung", self._adresse)
        self._muster.textEdited.connect(self._getippt)
        self._adresse.textEdited.connect(lambda _: self.geaendert.emit())

    def fuelle(self, buero: Bueroeinstellungen, *, gesperrt: bool) -> None:
        """Shows the settings; a field that says the same keeps its cursor."""
        self._fraktion = buero.fraktion
        for feld, text in (
            (self._muster, buero.namensmuster),
            (self._adresse, buero.email_einreichung),
        ):
            if feld.text().strip() != text:
                feld.setText(text)
            feld.setReadOnly(gesperrt)
        self._zeige_beispiel()

    def trage_ein(self, buero: Bueroeinstellungen) -> Bueroeinstellungen:
        """The settings with what stands here; an empty pattern is the usual one."""
        muster = self._muster.text().strip() or MUSTER
        if self._fehler():
            muster = buero.namensmuster
        return replace(buero, namensmuster=muster, email_einreichung=self._adresse.text().strip())

    def _getippt(self) -> None:
        self._zeige_beispiel()
        if not self._fehler():
            self.geaendert.emit()

    def _fehler(self) -> str:
        try:
            pruefe_muster(self._muster.text())
        except Abgelehnt as fehler:
            return str(fehler)
        return ""

    def _zeige_beispiel(self) -> None:
        fehler = self._fehler()
        wahl = Namenswahl(self._muster.text().strip() or MUSTER, self._fraktion)
        name = dateiname(_BEISPIEL, "Synopse", ".pdf", wahl)
        self._beispiel.setText(fehler or f"Zum Beispiel: {name}")
        self._beispiel.setProperty("ton", "rot" if fehler else "leise")
        self._beispiel.style().unpolish(self._beispiel)
        self._beispiel.style().polish(self._beispiel)
