"""The part Briefkopf of the settings: the logo and one row for each kind of paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from antragsbuero.services.briefkoepfe import NAMEN
from antragsbuero.services.papier import Briefkopfart
from antragsbuero.ui.einstellungen.briefkopf_presenter import BriefkopfBild, BriefkopfPresenter
from antragsbuero.ui.einstellungen.formular import EINZUG
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import knopf, label, nenne

_BILDER = "Bilder (*.png *.jpg *.jpeg)"
_WORD = "Word-Dateien (*.docx *.dotx)"
_RAND = 6
_ABSTAND = 8
_LOGOBREITE, _LOGOHOEHE = 240, 64
"""Pixels of the preview at most."""


class BriefkopfTeil(QWidget):
    """Shows and changes at once; `frage_datei` asks for a file, "" for none."""

    def __init__(self, ui: UiContext, *, nur_lesen: bool) -> None:
        super().__init__()
        self._ui = ui
        self._gesperrt = nur_lesen
        self.frage_datei: Callable[[str, str], str] = self._dialog
        self._zeilen: dict[Briefkopfart, _Zeile] = {}

    def verbinde(self, presenter: BriefkopfPresenter) -> None:
        """Builds the widgets; called once."""
        self._presenter = presenter
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(8)
        spalte.addLayout(self._logozeile())
        spalte.addWidget(
            label(
                "Logo, Anschrift und Fußzeile stehen in PDF und Word. Für Word-Dateien kann jede "
                "Art von Papier einen eigenen Briefkopf haben; gemeinsame Papiere bekommen einen "
                "neutralen.",
                ton="leise",
                umbruch=True,
            )
        )
        self._meldung = label(umbruch=True)
        self._meldung.hide()
        spalte.addWidget(self._meldung)
        gitter = QGridLayout()
        gitter.setHorizontalSpacing(6)
        gitter.setVerticalSpacing(4)
        gitter.setColumnStretch(0, 1)
        for nr, (art, name) in enumerate(NAMEN.items()):
            self._zeilen[art] = _Zeile(self, gitter, 2 * nr, art, name)
        tafel = QWidget()
        tafel.setLayout(gitter)
        tafel.setMaximumWidth(720)
        gitter.setContentsMargins(0, 0, 0, 0)
        spalte.addWidget(tafel)

    def _logozeile(self) -> QHBoxLayout:
        reihe = QHBoxLayout()
        reihe.setSpacing(_ABSTAND)
        self._logo = QLabel("kein Logo")
        self._waehlen = knopf("&Logo wählen …", self._waehle_logo, schreibt=True)
        self._weg = knopf("Logo entfernen", self._presenter.entferne_logo, schreibt=True)
        self._waehlen.setEnabled(not self._gesperrt)
        for teil in (self._logo, self._waehlen, self._weg):
            reihe.addWidget(teil)
        reihe.addStretch(1)
        return reihe

    # ---- View

    def zeige_briefkopf(self, bild: BriefkopfBild) -> None:
        """See presenter.View."""
        karte = QPixmap()
        da = bild.logo is not None and karte.loadFromData(bild.logo)
        if da:
            klein = karte.scaled(
                _LOGOBREITE,
                _LOGOHOEHE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._logo.setPixmap(klein)
            self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._logo.setFixedSize(klein.width() + 2 * _RAND, klein.height() + 2 * _RAND)
            # paper is white whatever the colours of the window are
            self._logo.setStyleSheet("background: white;")
            self._logo.setAccessibleName("Logo der Fraktion")
        else:
            self._logo.setStyleSheet("")
            self._logo.setFixedSize(EINZUG - _ABSTAND, 40)
            self._logo.setText("kein Logo")
            self._logo.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._logo.setAccessibleName("kein Logo")
        self._weg.setEnabled(bild.logo is not None and not self._gesperrt)
        for stand in bild.staende:
            befund = stand.befund
            ton = "rot" if befund.fehler else "gelb"
            self._zeilen[stand.art].zeige(
                stand.eigener, "\n".join((*befund.fehler, *befund.hinweise)), ton
            )

    def zeige_meldung(self, text: str, ton: str) -> None:
        """See presenter.View."""
        _faerbe(self._meldung, text, ton)

    # ---- events

    @property
    def presenter(self) -> BriefkopfPresenter:
        """For the rows."""
        return self._presenter

    @property
    def gesperrt(self) -> bool:
        """Whether nothing may be changed."""
        return self._gesperrt

    def waehle_datei(self, art: Briefkopfart) -> None:
        """Asks for a Word file for that kind."""
        if datei := self.frage_datei(f"Briefkopf wählen: {NAMEN[art]}", _WORD):
            self._presenter.waehle(art, Path(datei))

    def _waehle_logo(self) -> None:
        if datei := self.frage_datei("Logo wählen", _BILDER):
            self._presenter.waehle_logo(Path(datei))

    def _dialog(self, titel: str, filter_: str) -> str:
        return QFileDialog.getOpenFileName(self, titel, "", filter_)[0]


class _Zeile:
    """One kind of paper: name, state, three buttons; below them what is wrong."""

    def __init__(
        self, teil: BriefkopfTeil, gitter: QGridLayout, reihe: int, art: Briefkopfart, name: str
    ) -> None:
        self._gesperrt = teil.gesperrt
        self._stand = label("mitgeliefert", ton="leise")
        self._bearbeiten = knopf("Bearbeiten", lambda: teil.presenter.bearbeite(art), schreibt=True)
        self._waehlen = knopf("Datei wählen …", lambda: teil.waehle_datei(art), schreibt=True)
        self._zurueck = knopf(
            "Zurücksetzen", lambda: teil.presenter.zuruecksetzen(art), schreibt=True
        )
        self._befund = label(umbruch=True)
        self._befund.hide()
        gitter.addWidget(label(name, umbruch=True), reihe, 0)
        gitter.addWidget(self._stand, reihe, 1)
        for spalte, button in enumerate((self._bearbeiten, self._waehlen, self._zurueck), 2):
            nenne(button, f"{button.text()}: Briefkopf {name}")
            button.setEnabled(not self._gesperrt)
            gitter.addWidget(button, reihe, spalte)
        gitter.addWidget(self._befund, reihe + 1, 0, 1, 5)
        self._zurueck.setEnabled(False)

    def zeige(self, eigener: bool, befund: str, ton: str) -> None:
        """The state; `befund` stands below the row."""
        self._stand.setText("eigener" if eigener else "mitgeliefert")
        self._zurueck.setEnabled(eigener and not self._gesperrt)
        _faerbe(self._befund, befund, ton)


def _faerbe(feld: QLabel, text: str, ton: str) -> None:
    feld.setText(text)
    feld.setProperty("ton", ton)
    feld.style().unpolish(feld)
    feld.style().polish(feld)
    feld.setVisible(bool(text))
