"""The head of the editor: what is edited, and the ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from antragsbuero.ui.editor.aktionen import Aktionen
from antragsbuero.ui.editor.kopf import EditorKopf
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, label, marke


class Kopfleiste(QWidget):
    """Kind and state of the Fassung, where it comes from, comparing, submitting, deriving."""

    def __init__(self, icons: Icons, aktionen: Aktionen, zum_vorgang: Callable[[], None]) -> None:
        super().__init__()
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(12, 8, 12, 6)
        reihe.setSpacing(8)
        zurueck = icon_knopf("Zum Vorgang", zum_vorgang, icons=icons, icon="arrow_left")
        self._titel = label(punkte=12.5, fett=True)
        self._marke = marke("Entwurf", "akzent")
        self._zeile = GekuerzterText(1, punkte=9, ton="leise")
        self._zeile.setMinimumWidth(60)
        oben = QHBoxLayout()
        oben.setSpacing(8)
        oben.addWidget(self._titel)
        oben.addWidget(self._marke)
        oben.addStretch(1)
        titel = QVBoxLayout()
        titel.setSpacing(0)
        titel.addLayout(oben)
        titel.addWidget(self._zeile)
        self._vergleichen = knopf(
            "&Vergleichen", aktionen.vergleichen.trigger, icons=icons,
            icon="layout_column_two_split_right",
        )  # fmt: skip
        self._einreichen = knopf(
            "Ein&reichen …", aktionen.einreichen.trigger, icons=icons, icon="send", art="haupt",
            schreibt=True,
        )  # fmt: skip
        self.neue = knopf(
            "&Neue Fassung daraus", aktionen.neue.trigger, icons=icons, icon="document_add",
            art="haupt", schreibt=True,
        )  # fmt: skip
        reihe.addWidget(zurueck)
        reihe.addLayout(titel, 1)
        for button in (self._vergleichen, self._einreichen, self.neue):
            reihe.addWidget(button)

    def zeige(self, kopf: EditorKopf, *, gesperrt: bool) -> None:
        """Shows a head; `gesperrt` says that this window only reads."""
        self._titel.setText(kopf.art)
        worte = "Entwurf, nur lesen" if gesperrt else "Entwurf"
        self._marke.setText("Eingereicht, nur lesen" if kopf.eingereicht else worte)
        self._zeile.setze(kopf.zeile)
        self._zeile.setToolTip(kopf.zeile)
        self._einreichen.setVisible(not kopf.eingereicht)
        self.neue.setVisible(kopf.eingereicht)
        self._vergleichen.setVisible(kopf.hat_vorlage)
