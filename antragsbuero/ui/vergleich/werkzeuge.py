"""The tool line of the comparison: base, filters, steps through changes, columns, export."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import icon_knopf, label, linie
from antragsbuero.ui.vergleich.aktionen import Vergleichsaktionen
from antragsbuero.ui.vergleich.auswahl import Wahl, titel
from antragsbuero.ui.vergleich.presenter import VergleichPresenter
from antragsbuero.ui.vergleich.rows import Anzeige

_WEIT = 1350
"""Below this width the buttons show icons only."""
_SCHMAL = 1100
"""Below this width the rarer filters move into the menu as well."""

_ENG = 720
"""Below this width printing and export are found in the menu „Vorgang“ alone."""
_KURZ, _LANG = 13, 18
"""Letters that the choice of the base has room for in a narrow and in a wide window."""
_MINDESTENS = 480


class Werkzeugleiste(QWidget):
    """Builds the controls and keeps them in step with what is shown."""

    def __init__(
        self,
        ui: UiContext,
        presenter: VergleichPresenter,
        aktionen: Vergleichsaktionen,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._presenter = presenter
        self._mit = label("Vergleichen mit", ton="leise")
        self.basis = QComboBox()
        self.basis.setAccessibleName("Vergleichen mit")
        self.basis.view().setAccessibleName("Vergleichen mit")
        self.basis.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.basis.setMinimumContentsLength(_KURZ)
        self.basis.activated.connect(lambda n: presenter.waehle_basis(n - 1 if n else None))
        self.nur = QCheckBox("&Nur Änderungen")
        self.nur.toggled.connect(lambda an: presenter.zeige_an(nur_aenderungen=an))
        self.gestrichenes = QCheckBox("&Gestrichenes zeigen")
        self.gestrichenes.toggled.connect(lambda an: presenter.zeige_an(gestrichenes=an))
        self.begruendung = QCheckBox("&Begründung")
        self.begruendung.toggled.connect(lambda an: presenter.zeige_an(begruendung=an))
        self._zurueck = icon_knopf("Vorige Änderung (Umschalt+F7)", aktionen.vorige.trigger,
                                   icons=ui.icons, icon="arrow_up")  # fmt: skip
        self._vor = icon_knopf("Nächste Änderung (F7)", aktionen.naechste.trigger,
                               icons=ui.icons, icon="arrow_down")  # fmt: skip
        self.stand = label("")
        self._f7 = label("F7", punkte=9, ton="leise")
        self.spalten = self._menueknopf("Spalten", "column_triple", 20)
        self.drucken = QToolButton()
        self.drucken.setProperty("rahmen", "true")
        self.drucken.setDefaultAction(aktionen.drucken)
        self.drucken.setAccessibleName("Drucken")
        self.drucken.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ui.icons.setze(aktionen.drucken, "print", 16)
        self.export = self._menueknopf("Exportieren", "arrow_export_ltr", 16)
        self.export.menu().addActions(aktionen.exporte)
        self.mehr = self._menueknopf("Weitere Befehle", "more_horizontal", 16)
        self.mehr.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.mehr.menu().addActions(aktionen.weitere)
        self._lege()

    def _menueknopf(self, text: str, icon: str, groesse: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("rahmen", "true")
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._ui.icons.setze(button, icon, groesse)
        button.setIconSize(QSize(16, 16))
        button.setMenu(QMenu(button))
        return button

    def _lege(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_MINDESTENS)  # else the wide form would forbid a narrow window
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(12, 6, 12, 6)
        reihe.setSpacing(8)
        strich = linie(senkrecht=True)
        strich.setFixedHeight(20)
        for widget in (
            self._mit, self.basis, self.nur, self.gestrichenes, self.begruendung, strich,
            self._zurueck, self.stand, self._vor, self._f7,
        ):  # fmt: skip
            reihe.addWidget(widget)
        reihe.addStretch(1)
        for button in (self.spalten, self.drucken, self.export, self.mehr):
            reihe.addWidget(button)

    def passe_an(self, breite: int) -> None:
        """Shows as much as the width allows."""
        weit = breite >= _SCHMAL
        for widget in (self._mit, self.gestrichenes, self.begruendung, self._f7):
            widget.setVisible(weit)
        stil = Qt.ToolButtonStyle
        art = stil.ToolButtonTextBesideIcon if breite >= _WEIT else stil.ToolButtonIconOnly
        for button in (self.spalten, self.drucken, self.export):
            button.setToolButtonStyle(art)
        for button in (self.drucken, self.export):
            button.setVisible(breite >= _ENG)
        self.basis.setMinimumContentsLength(_LANG if breite >= _ENG else _KURZ)

    def zeige(self, wahl: Wahl, anzeige: Anzeige) -> None:
        """Follows what was chosen."""
        nach_kennung = {f.kennung: f for f in wahl.fassungen}
        with QSignalBlocker(self.basis):
            self.basis.clear()
            self.basis.addItem("jeweils voriger Spalte")
            for kennung in wahl.spalten:
                self.basis.addItem(titel(nach_kennung[kennung]))
            self.basis.setCurrentIndex(0 if wahl.basis is None else wahl.basis + 1)
        self.basis.view().setMinimumWidth(220)
        for kaestchen, an in (
            (self.nur, anzeige.nur_aenderungen),
            (self.gestrichenes, anzeige.gestrichenes),
            (self.begruendung, anzeige.begruendung),
        ):
            with QSignalBlocker(kaestchen):
                kaestchen.setChecked(an)
        baue_spaltenmenue(self.spalten.menu(), wahl, self._presenter)

    def zeige_stand(self, nummer: int | None, anzahl: int) -> None:
        """„Änderung 3 von 7“."""
        if not anzahl:
            text = "Keine Änderungen"
        elif nummer is None:
            text = "1 Änderung" if anzahl == 1 else f"{anzahl} Änderungen"
        else:
            text = f"Änderung {nummer + 1} von {anzahl}"
        self.stand.setText(text)
        for button in (self._zurueck, self._vor):
            button.setEnabled(anzahl > 0)


def baue_spaltenmenue(menue: QMenu, wahl: Wahl, presenter: VergleichPresenter) -> None:
    """All Fassungen to tick, two to four of them."""
    menue.clear()
    menue.setToolTipsVisible(True)
    for fassung in wahl.fassungen:
        tag = f" vom {fassung.datum:%d.%m.%Y}" if fassung.datum else ""
        aktion = menue.addAction(f"{titel(fassung)}{tag}".replace("&", "&&"))
        aktion.setCheckable(True)
        drin = fassung.kennung in wahl.spalten
        aktion.setChecked(drin)
        aktion.setEnabled(len(wahl.spalten) > 2 if drin else len(wahl.spalten) < 4)
        aktion.triggered.connect(partial(_schalte, presenter, fassung.kennung))
    menue.addSeparator()
    for links in range(len(wahl.spalten) - 1):
        aktion = menue.addAction(f"Spalte {links + 1} und {links + 2} tauschen")
        aktion.triggered.connect(partial(_tausche, presenter, links))


def baue_kopfmenue(menue: QMenu, spalte: int, wahl: Wahl, presenter: VergleichPresenter) -> None:
    """The menu of one column: which Fassung, base for all, left, right, away."""
    for fassung in wahl.fassungen:
        tag = f" vom {fassung.datum:%d.%m.%Y}" if fassung.datum else ""
        aktion = menue.addAction(f"{titel(fassung)}{tag}".replace("&", "&&"))
        aktion.setCheckable(True)
        aktion.setChecked(fassung.kennung == wahl.spalten[spalte])
        aktion.triggered.connect(partial(_ersetze, presenter, spalte, fassung.kennung))
    menue.addSeparator()
    basis = menue.addAction("Alle mit dieser Spalte vergleichen")
    basis.triggered.connect(lambda: presenter.waehle_basis(spalte))
    links = menue.addAction("Nach links")
    links.setEnabled(spalte > 0)
    links.triggered.connect(lambda: presenter.tausche(spalte, spalte - 1))
    rechts = menue.addAction("Nach rechts")
    rechts.setEnabled(spalte + 1 < len(wahl.spalten))
    rechts.triggered.connect(lambda: presenter.tausche(spalte, spalte + 1))
    weg = menue.addAction("Spalte entfernen")
    weg.setEnabled(len(wahl.spalten) > 2)
    weg.triggered.connect(lambda: presenter.schalte_spalte(wahl.spalten[spalte]))


def _schalte(presenter: VergleichPresenter, kennung: str, _an: bool = False) -> None:
    presenter.schalte_spalte(kennung)


def _tausche(presenter: VergleichPresenter, links: int, _an: bool = False) -> None:
    presenter.tausche(links, links + 1)


def _ersetze(presenter: VergleichPresenter, spalte: int, kennung: str, _an: bool = False) -> None:
    presenter.ersetze_spalte(spalte, kennung)
