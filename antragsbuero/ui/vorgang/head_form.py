"""The form of the head: everything about a Vorgang but its wordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.documents.bezeichnungen import STAENDE
from antragsbuero.domain.vorgang import Stand
from antragsbuero.services.vorgaenge import Kopfdaten
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.widgets import flaeche, knopf, label, linie, nenne

_STAENDE = tuple(Stand)


class HeadForm(QWidget):
    """Filled from a Kopfdaten; hands back a changed one."""

    def __init__(
        self,
        ui: UiContext,
        speichere: Callable[[Kopfdaten], None],
        brich_ab: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kopf: Kopfdaten | None = None
        self._gefuellt: Kopfdaten | None = None
        """The head as the fields gave it back right after they were filled."""
        self._gib_ab, self._brich_ab = speichere, brich_ab
        self._betreff = QPlainTextEdit()
        self._betreff.setProperty("feld", "true")
        self._betreff.setTabChangesFocus(True)
        self._betreff.setFixedHeight(64)
        self._stand = QComboBox()
        for stand in _STAENDE:
            self._stand.addItem(STAENDE[stand])
        self._nummern = QLineEdit()
        self._nummern.setPlaceholderText("mehrere durch Semikolon, die wichtigste zuerst")
        self._einreicher = QLineEdit()
        self._zustaendig = QComboBox()
        self._zustaendig.setEditable(True)
        self._schlagworte = QLineEdit()
        self._ortsteile = QLineEdit()
        self._nichtoeffentlich = QCheckBox("&Nichtöffentlich")
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.setSpacing(0)
        aussen.addWidget(linie())
        aussen.addWidget(Rollbereich(self._felder()), 1)
        aussen.addWidget(linie())
        aussen.addWidget(self._knoepfe(brich_ab))  # outside of what scrolls: always in reach

    def _felder(self) -> QWidget:
        rahmen = flaeche("inhalt")
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(20, 12, 20, 12)
        spalte.setSpacing(10)
        spalte.addWidget(label("Angaben zum Vorgang", punkte=11, fett=True))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        felder: tuple[tuple[str, QWidget], ...] = (
            ("&Betreff", self._betreff),
            ("&Stand", self._stand),
            ("N&ummern", self._nummern),
            ("&Einreicher", self._einreicher),
            ("&Zuständig", self._zustaendig),
            ("Schla&gworte", self._schlagworte),
            ("&Ortsteile", self._ortsteile),
        )
        for name, feld in felder:
            nenne(feld, name.replace("&", ""))
            if isinstance(feld, QComboBox):  # a long name must not widen the page
                feld.setMinimumContentsLength(12)
                feld.setSizeAdjustPolicy(
                    QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
                feld.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            feld.setMaximumWidth(640)
            form.addRow(name, feld)
        form.addRow("", self._nichtoeffentlich)
        spalte.addLayout(form)
        spalte.addStretch(1)
        return rahmen

    def _knoepfe(self, brich_ab: Callable[[], None]) -> QWidget:
        unten = flaeche("inhalt")
        reihe = QHBoxLayout(unten)
        reihe.setContentsMargins(20, 8, 20, 12)
        reihe.setSpacing(8)
        reihe.addWidget(knopf("S&peichern", self.speichere, art="haupt", schreibt=True))
        reihe.addWidget(knopf("&Abbrechen", brich_ab))
        reihe.addStretch(1)
        return unten

    def fuelle(self, kopf: Kopfdaten, personen: Sequence[str]) -> None:
        """Shows the head as it is."""
        self._kopf = kopf
        self._betreff.setPlainText(kopf.betreff)
        self._stand.setCurrentIndex(_STAENDE.index(kopf.stand))
        self._nummern.setText("; ".join(kopf.nummern))
        self._einreicher.setText("; ".join(kopf.einreicher))
        self._zustaendig.clear()
        self._zustaendig.addItems(list(personen))
        self._zustaendig.setCurrentText(kopf.zustaendig)
        self._schlagworte.setText("; ".join(kopf.schlagworte))
        self._ortsteile.setText("; ".join(kopf.ortsteile))
        self._nichtoeffentlich.setChecked(kopf.nichtoeffentlich)
        self._gefuellt = None
        self._gefuellt = self.geaendert()
        self._betreff.setFocus()

    def geaendert(self) -> Kopfdaten | None:
        """What the fields say now, None if that is what they were filled with.

        A Vorgang that has a Betreff keeps one.
        """
        if self._kopf is None:
            return None
        kopf = replace(
            self._kopf,
            betreff=" ".join(self._betreff.toPlainText().split()) or self._kopf.betreff,
            stand=_STAENDE[self._stand.currentIndex()],
            nummern=_teile(self._nummern),
            einreicher=_teile(self._einreicher),
            zustaendig=self._zustaendig.currentText().strip(),
            schlagworte=_teile(self._schlagworte),
            ortsteile=_teile(self._ortsteile),
            nichtoeffentlich=self._nichtoeffentlich.isChecked(),
        )
        return None if kopf == self._gefuellt else kopf

    def speichere(self) -> None:
        """Hands out what was changed; closes where nothing was."""
        kopf = self.geaendert()
        if kopf is None:
            self._brich_ab()
        else:
            self._gib_ab(kopf)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt: Esc leaves a form in which nothing was changed."""
        if event.key() == Qt.Key.Key_Escape and self.geaendert() is None:
            self._brich_ab()
            return
        super().keyPressEvent(event)


def _teile(feld: QLineEdit) -> tuple[str, ...]:
    teile = (teil.strip() for teil in feld.text().split(";"))
    return tuple(dict.fromkeys(teil for teil in teile if teil))
