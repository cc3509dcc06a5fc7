"""The screen Einstellungen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.ui.einstellungen.ausgang import AusgangTeil
from antragsbuero.ui.einstellungen.briefkopf import BriefkopfTeil
from antragsbuero.ui.einstellungen.formular import EINZUG, FELDBREITE, formular, reihe
from antragsbuero.ui.einstellungen.presenter import EinstellungenPresenter
from antragsbuero.ui.einstellungen.rows import EinstellungenBild, ProfilRow, zeilen
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.rollbereich import Rollbereich
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import flaeche, knopf, kopfzeile, label, linie, nenne

_PAUSE = 800
"""Milliseconds of quiet after which a changed field is stored."""
_THEMEN = (
    ("&Wie im System", "system"),
    ("&Hell", "hell"),
    ("&Dunkel", "dunkel"),
    ("Hoher &Kontrast", "kontrast"),
)


class EinstellungenView(Screen):
    """One page; every change is stored by itself."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._buero = Bueroeinstellungen()
        self._profile: tuple[ProfilRow, ...] = ()
        self._fuellt = False

    def verbinde(self, presenter: EinstellungenPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        self._uhr = QTimer(self)
        self._uhr.setSingleShot(True)
        self._uhr.setInterval(_PAUSE)
        self._uhr.timeout.connect(self._speichere)
        self._hinweis = NoticeBar(self._ui.icons)
        inhalt = flaeche("inhalt")
        spalte = QVBoxLayout(inhalt)
        spalte.setContentsMargins(20, 12, 12, 20)
        spalte.setSpacing(12)
        for titel, teil in (
            ("Fraktion", self._fraktion()),
            ("Briefkopf", self._briefkopf()),
            ("Rat", self._rat()),
            ("Export und Einreichung", self._baue_ausgang()),
            ("Erscheinungsbild", self._erscheinung()),
            ("Daten", self._daten()),
        ):
            spalte.addWidget(label(titel, punkte=11, fett=True))
            spalte.addWidget(teil)
            spalte.addWidget(linie())
        spalte.addStretch(1)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.setSpacing(0)
        kopf = label("Einstellungen", punkte=13.5, fett=True)
        aussen.addWidget(
            kopfzeile(kopf, label("Änderungen werden von selbst gespeichert.", ton="leise"))
        )
        aussen.addWidget(linie())
        aussen.addWidget(self._hinweis)
        aussen.addWidget(Rollbereich(inhalt), 1)

    # ---- parts

    def _fraktion(self) -> QWidget:
        self._name = QLineEdit()
        self._name.setPlaceholderText("so, wie sie auf jedem Papier stehen soll")
        self._anschrift = _mehrzeilig("je Zeile des Briefkopfs eine Zeile")
        self._personen = _mehrzeilig("je Zeile ein Name")
        self._name.textEdited.connect(self._geaendert)
        for feld in (self._anschrift, self._personen):
            feld.textChanged.connect(self._geaendert)
        return _formular(
            ("&Name", self._name), ("&Anschrift", self._anschrift), ("&Personen", self._personen)
        )

    def _briefkopf(self) -> QWidget:
        self._fusszeile = _mehrzeilig("zum Beispiel Telefon, Internetseite, Bankverbindung")
        self._fusszeile.textChanged.connect(self._geaendert)
        teil = BriefkopfTeil(self._ui, nur_lesen=self._presenter.ziele.nur_lesen)
        teil.verbinde(self._presenter.fuer_briefkopf(teil))
        widget = QWidget()
        spalte = QVBoxLayout(widget)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(8)
        spalte.addWidget(_formular(("F&ußzeile", self._fusszeile)))
        spalte.addWidget(teil)
        return widget

    def _baue_ausgang(self) -> QWidget:
        self._ausgang = AusgangTeil()
        self._ausgang.geaendert.connect(self._geaendert)
        return self._ausgang

    def _rat(self) -> QWidget:
        self._profil = QComboBox()
        self._profil.currentIndexChanged.connect(self._profil_gewaehlt)
        self._angaben = label(ton="leise", umbruch=True)
        self._angaben.setMaximumWidth(FELDBREITE)
        # Not in the form: it would give long words the height of a wider field.
        unten = QHBoxLayout()
        unten.addSpacing(EINZUG)
        unten.addWidget(self._angaben, 100)
        unten.addStretch(1)
        widget = QWidget()
        spalte = QVBoxLayout(widget)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(8)
        spalte.addWidget(_formular(("&Ratsprofil", self._profil)))
        spalte.addLayout(unten)
        return widget

    def _erscheinung(self) -> QWidget:
        widget = QWidget()
        reihe = QHBoxLayout(widget)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(16)
        self._themen = QButtonGroup(self)
        for nummer, (text, wahl) in enumerate(_THEMEN):
            button = QRadioButton(text)
            button.setChecked(self._ui.theme.wahl == wahl)
            self._themen.addButton(button, nummer)
            reihe.addWidget(button)
        reihe.addStretch(1)
        self._themen.idClicked.connect(
            lambda nummer: self._presenter.ziele.waehle_theme(_THEMEN[nummer][1])
        )
        self._ui.theme.geaendert.connect(self._zeige_theme)
        return widget

    def _zeige_theme(self) -> None:
        for nummer, (_, wahl) in enumerate(_THEMEN):
            self._themen.button(nummer).setChecked(self._ui.theme.wahl == wahl)

    def _daten(self) -> QWidget:
        ziele = self._presenter.ziele
        widget = QWidget()
        spalte = QVBoxLayout(widget)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(8)
        ort = label(ziele.ort, umbruch=True)
        ort.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        spalte.addWidget(ort)
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        reihe.addWidget(
            knopf("Daten&ordner öffnen", ziele.oeffne_datenordner, icons=self._ui.icons,
                  icon="folder_open")
        )  # fmt: skip
        reihe.addWidget(
            knopf("&Sicherung anlegen", ziele.sichere, icons=self._ui.icons, icon="database")
        )
        reihe.addStretch(1)
        spalte.addLayout(reihe)
        return widget

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit("Einstellungen")
        if not self._uhr.isActive():
            self._presenter.lade()

    def darf_gehen(self) -> bool:
        """Stores what was typed last; False if it is not safe."""
        self._uhr.stop()
        return self._presenter.sichere_jetzt(self._felder())

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    # ---- View

    def zeige_bild(self, bild: EinstellungenBild) -> None:
        """See presenter.View."""
        if self._uhr.isActive():
            return  # what is being typed is newer
        self._fuellt = True
        self._buero, self._profile = bild.buero, bild.profile
        self._setze(self._name, bild.buero.fraktion)
        self._setze(self._anschrift, "\n".join(bild.buero.anschrift))
        self._setze(self._fusszeile, "\n".join(bild.buero.fusszeile))
        self._setze(self._personen, "\n".join(bild.buero.personen))
        if self._profil.count() != len(bild.profile):
            self._profil.clear()
            self._profil.addItems([profil.name for profil in bild.profile])
        for nummer, profil in enumerate(bild.profile):
            if profil.kennung == bild.buero.ratsprofil:
                self._profil.setCurrentIndex(nummer)
        self._zeige_angaben()
        gesperrt = self._presenter.ziele.nur_lesen
        self._ausgang.fuelle(bild.buero, gesperrt=gesperrt)
        self._profil.setEnabled(not gesperrt)
        for feld in (self._name, self._anschrift, self._personen, self._fusszeile):
            feld.setReadOnly(gesperrt)
        self._fuellt = False

    def zeige_hinweis(self, text: str, art: str) -> None:
        """See presenter.View."""
        if text:
            self._hinweis.zeige(text, art)
        else:
            self._hinweis.verbirg()

    # ---- events

    @staticmethod
    def _setze(feld: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Changes a field only where it says something else, so that the cursor stays."""
        if isinstance(feld, QLineEdit):
            if feld.text() != text:
                feld.setText(text)
        elif "\n".join(zeilen(feld.toPlainText())) != text:
            feld.setPlainText(text)

    def _geaendert(self) -> None:
        if not self._fuellt:
            self._uhr.start()

    def _profil_gewaehlt(self) -> None:
        if not self._fuellt:
            self._zeige_angaben()
            self._speichere()

    def _zeige_angaben(self) -> None:
        nummer = self._profil.currentIndex()
        angaben = self._profile[nummer].angaben if 0 <= nummer < len(self._profile) else ()
        self._angaben.setText("\n".join(f"{name}: {wert}" for name, wert in angaben))

    def _speichere(self) -> None:
        self._uhr.stop()
        self._presenter.speichere(self._felder())

    def _felder(self) -> Bueroeinstellungen:
        """What the fields say now."""
        nummer = self._profil.currentIndex()
        profil = self._profile[nummer].kennung if nummer >= 0 else self._buero.ratsprofil
        self._buero = replace(
            self._buero,
            fraktion=" ".join(self._name.text().split()),
            anschrift=zeilen(self._anschrift.toPlainText()),
            fusszeile=zeilen(self._fusszeile.toPlainText()),
            personen=zeilen(self._personen.toPlainText()),
            ratsprofil=profil,
        )
        self._buero = self._ausgang.trage_ein(self._buero)
        return self._buero


def _mehrzeilig(hinweis: str) -> QPlainTextEdit:
    feld = QPlainTextEdit()
    feld.setProperty("feld", "true")
    feld.setPlaceholderText(hinweis)
    feld.setTabChangesFocus(True)
    feld.setFixedHeight(84)
    return feld


def _formular(*felder: tuple[str, QWidget]) -> QWidget:
    widget = QWidget()
    form = formular(widget)
    for name, feld in felder:
        if name:
            nenne(feld, name.replace("&", ""))
        reihe(form, name, feld)
    return widget
