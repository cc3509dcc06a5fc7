"""The line below the table: both judgements on the current point, note and Wiedervorlage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.date_field import DateField
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.staende import umsetzung_bild
from antragsbuero.ui.shared.widgets import label
from antragsbuero.ui.umsetzung.rows import PunktRow

_SCHMAL = 980
"""Pixels below which the note goes to a second line."""


class JudgementBar(QFrame):
    """Each change is stored at once."""

    def __init__(self, ui: UiContext, setze: Callable[[Umsetzung], None]) -> None:
        super().__init__()
        self.setProperty("flaeche", "neben")
        self._ui = ui
        self._setze = setze
        self._row: PunktRow | None = None
        self._punkt = label("", fett=True)
        self._stadt = self._liste("Urteil der Stadt")
        self._wir = self._liste("Unser Urteil")
        self._notiz = QLineEdit()
        self._notiz.setAccessibleName("Notiz zum Punkt")
        self._notiz.setPlaceholderText("Notiz, z. B. wo es belegt ist")
        self._notiz.setMaxLength(1000)
        self._wieder = DateField("Wiedervorlage")
        self._felder: tuple[QWidget, ...] = (self._stadt, self._wir, self._notiz, self._wieder)
        for feld in self._felder:
            schreibt(feld)
        self._baue()
        ui.theme.geaendert.connect(self._faerbe)
        self._stadt.activated.connect(lambda _: self._geaendert())
        self._wir.activated.connect(lambda _: self._geaendert())
        self._notiz.editingFinished.connect(self._geaendert)
        self._wieder.geaendert.connect(lambda _: self._geaendert())

    def _baue(self) -> None:
        gitter = QGridLayout(self)
        gitter.setContentsMargins(16, 6, 16, 6)
        gitter.setHorizontalSpacing(8)
        gitter.setVerticalSpacing(6)
        links = QHBoxLayout()
        links.setSpacing(8)
        for teil in (self._punkt, label("Stadt", ton="leise"), self._stadt,
                     label("Wir", ton="leise"), self._wir):  # fmt: skip
            links.addWidget(teil)
        links.addStretch(1)
        rechts = QHBoxLayout()
        rechts.setSpacing(8)
        rechts.addWidget(self._notiz, 1)
        rechts.addWidget(label("Wiedervorlage", ton="leise"))
        rechts.addWidget(self._wieder)
        self._gitter, self._links, self._rechts, self._unten = gitter, links, rechts, False
        gitter.setColumnStretch(1, 1)
        gitter.addLayout(links, 0, 0)
        gitter.addLayout(rechts, 0, 1)

    def minimumSizeHint(self) -> QSize:
        """See Qt: as narrow as the two lines; one line alone would forbid the narrow form."""
        breite = max(r.minimumSize().width() for r in (self._links, self._rechts))
        rand = self._gitter.contentsMargins()
        hoehe = super().minimumSizeHint().height()
        return QSize(breite + rand.left() + rand.right(), hoehe)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: in a narrow window the note takes a line of its own."""
        super().resizeEvent(event)
        unten = self.width() < _SCHMAL
        if unten is not self._unten:
            self._unten = unten
            self._gitter.removeItem(self._rechts)
            self._gitter.addLayout(self._rechts, 1 if unten else 0, 0 if unten else 1)
            self._gitter.setColumnStretch(0, 1 if unten else 0)
            self._gitter.setColumnStretch(1, 0 if unten else 1)

    def _liste(self, name: str) -> QComboBox:
        liste = QComboBox()
        liste.setAccessibleName(name)
        liste.view().setAccessibleName(name)
        liste.setIconSize(QSize(16, 16))
        for stand in Umsetzungsstand:
            bild = umsetzung_bild(stand)
            icon = self._ui.icons.icon(bild.icon, 16, bild.farbe)
            liste.addItem(icon, bild.text, stand.value)
        return liste

    def _faerbe(self) -> None:
        for liste in (self._stadt, self._wir):
            for n, stand in enumerate(Umsetzungsstand):
                bild = umsetzung_bild(stand)
                liste.setItemIcon(n, self._ui.icons.icon(bild.icon, 16, bild.farbe))

    def zeige(self, row: PunktRow | None) -> None:
        """Shows the judgements on a point; None greys the line."""
        gleicher = self._row is not None and row is not None and self._row.kennung == row.kennung
        self._row = row
        for feld in self._felder:
            feld.setEnabled(row is not None)
        if row is None:
            self._punkt.setText("Kein Punkt gewählt")
            return
        self._punkt.setText(f"Punkt {row.nummer}" if row.nummer else "Punkt")
        urteil = row.urteil
        self._stadt.setCurrentIndex(self._stadt.findData(urteil.verwaltung.value))
        self._wir.setCurrentIndex(self._wir.findData(urteil.fraktion.value))
        if not (gleicher and self._notiz.hasFocus()):
            self._notiz.setText(urteil.notiz)
        if not (gleicher and self._wieder.hasFocus()):
            self._wieder.setze(urteil.wiedervorlage)

    def _geaendert(self) -> None:
        if self._row is None:
            return
        self._setze(
            Umsetzung(
                self._row.kennung,
                Umsetzungsstand(self._stadt.currentData()),
                Umsetzungsstand(self._wir.currentData()),
                self._notiz.text().strip(),
                self._wieder.tag,
            )
        )
