"""The pane below the recognised parts: what can be put right about the selected one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.documents.bezeichnungen import BERICHTSARTEN, FASSUNGSARTEN
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.services.importkorrektur import Fassungskopf
from antragsbuero.ui.import_.details import (
    BerichtDetail,
    Detail,
    FassungDetail,
    PassageDetail,
    TextDetail,
    VorgangDetail,
)
from antragsbuero.ui.import_.korrekturen import Korrekturen
from antragsbuero.ui.import_.rows import Wahl
from antragsbuero.ui.import_.tasten import Tastenweiche
from antragsbuero.ui.import_.text_page import TextPage
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.date_field import DateField
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.widgets import flaeche, knopf, label

E = TypeVar("E", bound=Enum)
_HOECHSTENS = 10_000
"""Characters of a passage shown in the pane: one longer line would hold the window up."""


class CorrectionPane(QScrollArea):
    """Shows one page for each kind of part."""

    def __init__(self, ui: UiContext, korrekturen: Korrekturen) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("art", "seite")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stapel = QStackedWidget()
        self._leer = flaeche("inhalt")
        self._vorgang = _VorgangPage(korrekturen)
        self._fassung = _FassungPage(korrekturen)
        self._bericht = _BerichtPage(korrekturen)
        self._text = TextPage(ui, korrekturen)
        self._passage = _PassagePage(korrekturen)
        for seite in (self._leer, self._vorgang, self._fassung, self._bericht, self._text,
                      self._passage):  # fmt: skip
            seite.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._stapel.addWidget(seite)
        self.setWidget(self._stapel)
        for seite in (self._vorgang, self._fassung, self._bericht):
            Tastenweiche(seite).haenge_an(*seite.findChildren(QLineEdit))

    def zeige(self, detail: Detail | None) -> None:
        """Shows what can be put right."""
        seite: QWidget = self._leer
        match detail:
            case VorgangDetail():
                self._vorgang.zeige(detail)
                seite = self._vorgang
            case FassungDetail():
                self._fassung.zeige(detail)
                seite = self._fassung
            case BerichtDetail():
                self._bericht.zeige(detail)
                seite = self._bericht
            case TextDetail():
                self._text.zeige(detail)
                seite = self._text
            case PassageDetail():
                self._passage.zeige(detail)
                seite = self._passage
        alt = self._stapel.currentWidget()
        if alt is not None and alt is not seite:
            alt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._stapel.setCurrentWidget(seite)
        seite.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


def _formular(seite: QWidget) -> QFormLayout:
    formular = QFormLayout(seite)
    formular.setContentsMargins(16, 10, 16, 10)
    formular.setHorizontalSpacing(12)
    formular.setVerticalSpacing(6)
    formular.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return formular


def _liste(name: str) -> QComboBox:
    liste = QComboBox()
    liste.setAccessibleName(name)
    liste.view().setAccessibleName(name)
    liste.setMinimumContentsLength(18)
    liste.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return liste


def _fuelle(liste: QComboBox, eintraege: Sequence[Wahl], gewaehlt: str) -> None:
    """Shows other entries without telling of a choice."""
    liste.blockSignals(True)
    liste.clear()
    for eintrag in eintraege:
        liste.addItem(eintrag.text, eintrag.schluessel)
    liste.setCurrentIndex(max(0, liste.findData(gewaehlt)))
    liste.blockSignals(False)


def _arten(arten: dict[E, str]) -> list[Wahl]:
    return [Wahl(str(art.value), name) for art, name in arten.items()]


class _VorgangPage(QFrame):
    def __init__(self, korrekturen: Korrekturen) -> None:
        super().__init__()
        self.setProperty("flaeche", "inhalt")
        self._korrekturen = korrekturen
        self._detail: VorgangDetail | None = None
        self._betreff = QLineEdit()
        self._betreff.setAccessibleName("Betreff")
        self._betreff.editingFinished.connect(self._geaendert)
        _formular(self).addRow(label("Betreff"), self._betreff)

    def zeige(self, detail: VorgangDetail) -> None:
        if detail != self._detail:
            self._detail = detail
            self._betreff.setText(detail.betreff)
            self._betreff.setCursorPosition(0)

    def _geaendert(self) -> None:
        detail = self._detail
        if detail is not None and self._betreff.text().strip() not in ("", detail.betreff):
            self._korrekturen.setze_betreff(detail.kennung, self._betreff.text())


class _FassungPage(QFrame):
    def __init__(self, korrekturen: Korrekturen) -> None:
        super().__init__()
        self.setProperty("flaeche", "inhalt")
        self._korrekturen = korrekturen
        self._detail: FassungDetail | None = None
        self._art = _liste("Art der Fassung")
        self._datum = DateField("Datum der Fassung")
        self._nummer = QLineEdit()
        self._nummer.setAccessibleName("Nummer der Fassung")
        self._nummer.setPlaceholderText("noch ohne Nummer")
        self._zu = _liste("Bezieht sich auf")
        reihe = QHBoxLayout()
        reihe.setSpacing(12)
        reihe.addWidget(self._datum)
        reihe.addWidget(label("Nummer"))
        reihe.addWidget(self._nummer, 1)
        formular = _formular(self)
        formular.addRow(label("Art"), self._art)
        formular.addRow(label("Datum"), reihe)
        formular.addRow(label("Bezieht sich auf"), self._zu)
        self._art.currentIndexChanged.connect(lambda _: self._geaendert())
        self._zu.currentIndexChanged.connect(lambda _: self._geaendert())
        self._datum.geaendert.connect(lambda _: self._geaendert())
        self._nummer.editingFinished.connect(self._geaendert)

    def zeige(self, detail: FassungDetail) -> None:
        self._detail = detail
        _fuelle(self._art, _arten(FASSUNGSARTEN), detail.art)
        _fuelle(self._zu, [Wahl("", "nichts"), *detail.bezuege], detail.zu or "")
        self._datum.setze(detail.datum)
        if self._nummer.text() != detail.nummer:
            self._nummer.setText(detail.nummer)

    def _geaendert(self) -> None:
        if self._detail is None:
            return
        kopf = Fassungskopf(
            Fassungsart(self._art.currentData()),
            self._datum.tag,
            self._nummer.text(),
            self._zu.currentData() or None,
        )
        self._korrekturen.setze_kopf(self._detail.kennung, kopf)


class _BerichtPage(QFrame):
    def __init__(self, korrekturen: Korrekturen) -> None:
        super().__init__()
        self.setProperty("flaeche", "inhalt")
        self._korrekturen = korrekturen
        self._detail: BerichtDetail | None = None
        self._art = _liste("Art des Berichts")
        self._datum = DateField("Datum des Berichts")
        formular = _formular(self)
        formular.addRow(label("Art"), self._art)
        formular.addRow(label("Datum"), self._datum)
        self._art.currentIndexChanged.connect(lambda _: self._geaendert())
        self._datum.geaendert.connect(lambda _: self._geaendert())

    def zeige(self, detail: BerichtDetail) -> None:
        self._detail = detail
        _fuelle(self._art, _arten(BERICHTSARTEN), detail.art)
        self._datum.setze(detail.datum)

    def _geaendert(self) -> None:
        if self._detail is not None:
            art = Berichtsart(self._art.currentData())
            self._korrekturen.setze_bericht(self._detail.kennung, art, self._datum.tag)


class _PassagePage(QFrame):
    def __init__(self, korrekturen: Korrekturen) -> None:
        super().__init__()
        self.setProperty("flaeche", "inhalt")
        self._korrekturen = korrekturen
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(16, 10, 16, 10)
        spalte.setSpacing(6)
        self._titel = GekuerzterText(1, fett=True)
        self._text = QPlainTextEdit()
        self._text.setProperty("feld", "true")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName("Nicht übernommene Stelle")
        self._text.setMinimumHeight(48)
        self._ziele = _liste("Gehört zu")
        self._knopf = knopf("Dort au&fnehmen", self._nimm_auf)
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        reihe.addWidget(label("Gehört zu"))
        reihe.addWidget(self._ziele, 1)
        reihe.addWidget(self._knopf)
        spalte.addWidget(self._titel)
        spalte.addWidget(self._text, 1)
        spalte.addLayout(reihe)

    def zeige(self, detail: PassageDetail) -> None:
        grund = f"Nicht übernommen: {detail.grund}" if detail.grund else "Nicht übernommen"
        self._titel.setze(grund)
        lang = len(detail.text) > _HOECHSTENS
        rest = "\n… (weiter links in der Quelle)" if lang else ""
        self._text.setPlainText(detail.text[:_HOECHSTENS] + rest)
        _fuelle(self._ziele, detail.ziele, "")
        self._knopf.setEnabled(bool(detail.ziele))

    def _nimm_auf(self) -> None:
        ziel = self._ziele.currentData()
        if isinstance(ziel, str):
            self._korrekturen.nimm_auf(ziel)
