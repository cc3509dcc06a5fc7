"""The band of the timeline: its title, the choice of scale, the line itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.stationen import Zeitstrahl
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, label, linie
from antragsbuero.ui.vorgang.timeline import TimelineWidget

_RAND = 20
_NIEDRIGE_HOEHE = 84
"""Of the line in a low window, where it scrolls."""
_MERKER = "vorgang/zeitstrahl"
_FALTE = "vorgang/zeitstrahlfalte"


class TimelinePane(QWidget):
    """Hides itself when there is nothing dated; scrolls sideways when labels need more room."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self.strahl = TimelineWidget(ui)
        self._rolle = QScrollArea()
        self._rolle.setFrameShape(QFrame.Shape.NoFrame)
        self._rolle.setProperty("flaeche", "neben")
        self._rolle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rolle.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rolle.setWidget(self.strahl)
        self.strahl.setAutoFillBackground(False)
        self._rolle.viewport().installEventFilter(self)
        self._rolle.setAccessibleName("Zeitstrahl")
        rahmen = flaeche("neben")
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(_RAND, 6, _RAND, 4)
        spalte.setSpacing(4)
        kopf = QHBoxLayout()
        kopf.setSpacing(0)
        self._falter = icon_knopf(
            "Zeitstrahl ein- oder ausklappen", self._falte_um, icons=ui.icons, icon="chevron_down"
        )
        kopf.addWidget(self._falter)
        kopf.addSpacing(4)
        kopf.addWidget(label("Zeitstrahl", fett=True))
        kopf.addSpacing(12)
        self._rest = label(punkte=9, ton="leise")
        kopf.addWidget(self._rest)
        kopf.addStretch(1)
        self._gruppe = QButtonGroup(self)
        gleich = ui.merker.text(_MERKER) == "gleich"
        for nummer, text in enumerate(("Maßstäblich", "Gleiche Abstände")):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(bool(nummer) == gleich)
            self._gruppe.addButton(button, nummer)
            kopf.addWidget(button)
        self._gruppe.idClicked.connect(self._schalte)
        spalte.addLayout(kopf)
        spalte.addWidget(self._rolle)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.setSpacing(0)
        aussen.addWidget(linie())
        aussen.addWidget(rahmen)
        self.strahl.setze_massstab(not gleich)
        self._niedrig = False
        self._falte(ui.merker.text(_FALTE) == "zu")

    def zeige(self, strahl: Zeitstrahl) -> None:
        """Shows a line, or nothing when it is empty."""
        self.setVisible(bool(strahl.stationen))
        self.strahl.zeige(strahl)
        self._passe_an()

    def markiere(self, kennung: str | None) -> None:
        """Marks the station of the paper that is shown and scrolls to it."""
        station = self.strahl.markiere(kennung)
        if station is not None:
            self._rolle.ensureWidgetVisible(station, 120, 0)

    def _falte_um(self) -> None:
        zu = not self._rolle.isHidden()
        if not self._niedrig:  # what is opened in a low window is no wish for all others
            self._ui.merker.setze(_FALTE, "zu" if zu else "offen")
        self._falte(zu)

    def _falte(self, zu: bool) -> None:
        self._rolle.setVisible(not zu)
        self._rest.setVisible(not zu)
        for button in self._gruppe.buttons():
            button.setVisible(not zu)
        icon = "chevron_right" if zu else "chevron_down"
        self._ui.icons.setze(self._falter, icon)

    def beschraenke(self, reihen: int, *, niedrig: bool) -> None:
        """At most so many rows of deadlines; in a low window the band folds and scrolls."""
        self.strahl.beschraenke(reihen)
        if niedrig is not self._niedrig:
            self._niedrig = niedrig
            self._falte(niedrig or self._ui.merker.text(_FALTE) == "zu")
        self._passe_an()

    def _schalte(self, nummer: int) -> None:
        self._ui.merker.setze(_MERKER, "gleich" if nummer else "tage")
        self.strahl.setze_massstab(not nummer)
        self._passe_an()

    def _passe_an(self) -> None:
        self.strahl.biete_breite(self._rolle.viewport().width())
        anzahl = self.strahl.verborgen
        wort = "1 weitere Frist" if anzahl == 1 else f"{anzahl} weitere Fristen"
        self._rest.setText(f"{wort}: siehe Umsetzung" if anzahl else "")
        leiste = self._rolle.horizontalScrollBar()
        mehr = leiste.sizeHint().height() if self._rollt() else 0
        hoehe = self.strahl.height() + mehr
        self._rolle.setFixedHeight(min(hoehe, _NIEDRIGE_HOEHE) if self._niedrig else hoehe)
        an, aus = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._rolle.setVerticalScrollBarPolicy(an if self._niedrig else aus)

    def _rollt(self) -> bool:
        return self.strahl.width() > self._rolle.viewport().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() == QEvent.Type.Resize:
            self._passe_an()
        return super().eventFilter(watched, event)
