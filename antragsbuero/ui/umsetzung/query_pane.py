"""The Nachfrage beside the points: written here, exported, marked as submitted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, knopf, label, linie, marke
from antragsbuero.ui.umsetzung.details import NachfrageDetail, Wahl
from antragsbuero.ui.umsetzung.nachfragen import Nachfragen
from antragsbuero.ui.umsetzung.query_foot import QueryFoot
from antragsbuero.ui.umsetzung.text_field import GrowingText

_RUHE = 1000
"""Milliseconds without a key after which the words are stored."""
_SPAETESTENS = 2500
"""Milliseconds after the first key at which they are stored anyway: at most 3 s are at risk."""
_NOCHMAL = 5000
"""Milliseconds after which storing that failed is tried again."""
_HOCH = 320
"""Height in pixels from which the advice on the law is shown."""
_RECHT = (
    "Jede Frage nennt genau einen Beschlusspunkt. Eine Anfrage ohne benannten Punkt blieb vor "
    "Gericht ohne Erfolg (OVG Bautzen, 06.07.2021, 4 A 691/21)."
)


class QueryPane(QWidget):
    """`export_gewuenscht` tells the ending of a file to be written."""

    export_gewuenscht = Signal(str)

    def __init__(self, ui: UiContext, nachfragen: Nachfragen, heute: date) -> None:
        super().__init__()
        self._ui = ui
        self._nachfragen = nachfragen
        self._detail: NachfrageDetail | None = None
        self._felder: list[GrowingText] = []
        self._recht: QFrame | None = None
        """A draft was asked for: the cursor goes into it once it is there."""
        self._uhr = QTimer(self)
        self._uhr.setSingleShot(True)
        self._uhr.timeout.connect(self._sichere)
        self._seit = QElapsedTimer()
        self._rolle = QScrollArea()
        self._rolle.setWidgetResizable(True)
        self._rolle.setFrameShape(QFrame.Shape.NoFrame)
        self._rolle.setProperty("art", "seite")
        self._rolle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rolle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fuss = QueryFoot(ui, nachfragen, heute, self.export_gewuenscht.emit)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(self._kopf())
        spalte.addWidget(linie())
        spalte.addWidget(self._rolle, 1)
        spalte.addWidget(self._fuss)

    def _kopf(self) -> QWidget:
        self._wahl = QComboBox()
        self._wahl.setAccessibleName("Nachfrage")
        self._wahl.view().setAccessibleName("Nachfragen")
        self._wahl.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._wahl.setMinimumContentsLength(12)
        self._wahl.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._wahl.activated.connect(self._beim_waehlen)
        self._je_punkt = QCheckBox("&Je Punkt eine")
        self._je_punkt.setToolTip("Legt für jeden gewählten Punkt ein eigenes Schreiben an")
        self._schreiben = knopf(
            "Nachfrage sch&reiben",
            self._beim_schreiben,
            icons=self._ui.icons,
            icon="edit",
            schreibt=True,
        )
        kopf = flaeche("neben")
        kopf.setMinimumHeight(40)
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(16, 4, 12, 4)
        reihe.setSpacing(8)
        reihe.addWidget(self._wahl, 100)
        reihe.addStretch(1)
        reihe.addWidget(self._je_punkt)
        reihe.addWidget(self._schreiben)
        return kopf

    def _beim_waehlen(self, _: int) -> None:
        self._nachfragen.waehle(self._wahl.currentData())

    # ---- content

    def zeige_auswahl(self, worte: str, anzahl: int) -> None:
        """Names the points that a new Nachfrage would ask about."""
        self._schreiben.setText(f"Nachfrage zu {worte} sch&reiben" if anzahl else "Nachfrage")
        self._schreiben.setEnabled(anzahl > 0)
        self._je_punkt.setVisible(anzahl > 1)
        if anzahl < 2:
            self._je_punkt.setChecked(False)

    def zeige_nachfragen(self, nachfragen: Sequence[Wahl], gewaehlt: str) -> None:
        """Offers the Nachfragen."""
        self._wahl.clear()
        for eintrag in nachfragen:
            self._wahl.addItem(eintrag.text, eintrag.schluessel)
        self._wahl.setCurrentIndex(max(0, self._wahl.findData(gewaehlt)))
        self._wahl.setVisible(len(nachfragen) > 1)

    def zeige(self, detail: NachfrageDetail | None) -> None:
        """Shows a Nachfrage; fields with the cursor keep it when only words changed."""
        alt, self._detail = self._detail, detail
        self._fuss.zeige(detail)
        if alt is not None and detail is not None and _gleich_gebaut(alt, detail):
            for feld, text in zip(self._felder, _texte(detail), strict=True):
                feld.setze(text)
            return
        ort = self._rolle.verticalScrollBar().value() if alt and detail else 0
        self._rolle.setWidget(self._inhalt(detail))
        self._rolle.verticalScrollBar().setValue(ort)

    def fokussiere(self) -> None:
        """Puts the cursor into the first question."""
        if self._detail is not None and self._detail.entwurf and len(self._felder) > 1:
            self._felder[1].setFocus()

    def _inhalt(self, detail: NachfrageDetail | None) -> QWidget:
        self._felder = []
        self._recht = None
        inhalt = flaeche("inhalt")
        spalte = QVBoxLayout(inhalt)
        spalte.setContentsMargins(16, 10, 16, 10)
        spalte.setSpacing(8)
        if detail is None:
            text = (
                "Noch keine Nachfrage. Wählen Sie oben die Punkte aus, nach denen gefragt "
                "werden soll, und dann „Nachfrage schreiben“."
            )
            spalte.addWidget(label(text, ton="leise", umbruch=True))
            spalte.addStretch(1)
            return inhalt
        titel = QHBoxLayout()
        name = label(detail.titel, punkte=11, fett=True, umbruch=True)
        titel.addWidget(name, 1)
        titel.addWidget(marke(detail.stand, detail.marke), 0, Qt.AlignmentFlag.AlignTop)
        spalte.addLayout(titel)
        if detail.entwurf:
            self._recht = _hinweis()
            self._recht.setVisible(self.height() >= _HOCH)
            spalte.addWidget(self._recht)
        einleitung = GrowingText("Einleitung", "Einleitung (freiwillig)", detail.entwurf)
        einleitung.setze(detail.einleitung)
        einleitung.getippt.connect(self._einleitung_getippt)
        einleitung.setVisible(detail.entwurf or bool(detail.einleitung))
        self._felder.append(einleitung)
        spalte.addWidget(einleitung)
        for n in range(len(detail.fragen)):
            spalte.addWidget(self._frage(detail, n))
        if detail.weitere:
            spalte.addLayout(self._weitere(detail))
        spalte.addStretch(1)
        return inhalt

    def _frage(self, detail: NachfrageDetail, nummer: int) -> QWidget:
        frage = detail.fragen[nummer]
        block = QWidget()
        spalte = QVBoxLayout(block)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(4)
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        reihe.addWidget(label(f"Frage {nummer + 1}", fett=True))
        reihe.addWidget(label(f"zu {frage.name}", ton="leise"))
        reihe.addStretch(1)
        if detail.entwurf and len(detail.fragen) > 1:
            reihe.addWidget(
                icon_knopf(f"Frage {nummer + 1} streichen",
                           partial(self._nachfragen.streiche_frage, nummer),
                           icons=self._ui.icons, icon="dismiss", schreibt=True)
            )  # fmt: skip
        feld = schreibt(GrowingText(f"Frage {nummer + 1} zu {frage.name}", "", detail.entwurf))
        feld.setze(frage.text)
        feld.getippt.connect(partial(self._frage_getippt, nummer))
        self._felder.append(feld)
        spalte.addLayout(reihe)
        spalte.addWidget(feld)
        return block

    def _weitere(self, detail: NachfrageDetail) -> QHBoxLayout:
        wahl = QComboBox()
        wahl.setAccessibleName("Weiterer Punkt")
        wahl.view().setAccessibleName("Weitere Punkte")
        for punkt in detail.weitere:
            wahl.addItem(punkt.text, punkt.schluessel)
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        reihe.addWidget(label("Auch fragen zu", ton="leise"))
        reihe.addWidget(wahl)
        reihe.addWidget(
            knopf("&Frage hinzufügen", lambda: self._nachfragen.neue_frage(wahl.currentData()),
                  icons=self._ui.icons, icon="add", art="leise", schreibt=True)
        )  # fmt: skip
        reihe.addStretch(1)
        return reihe

    def _beim_schreiben(self) -> None:
        self._nachfragen.entwirf(je_punkt=self._je_punkt.isChecked())

    # ---- typing

    def _frage_getippt(self, nummer: int, text: str) -> None:
        self._nachfragen.setze_frage(nummer, text)
        self._stelle_uhr()

    def _einleitung_getippt(self, text: str) -> None:
        self._nachfragen.setze_einleitung(text)
        self._stelle_uhr()

    def _stelle_uhr(self) -> None:
        if not self._uhr.isActive():
            self._seit.start()
        rest = max(0, _SPAETESTENS - self._seit.elapsed())
        self._uhr.start(min(_RUHE, rest))

    def _sichere(self) -> None:
        self._nachfragen.sichere()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt: in a low pane the questions need the room."""
        super().resizeEvent(event)
        if self._recht is not None:
            self._recht.setVisible(self.height() >= _HOCH)

    def spaeter(self) -> None:
        """Storing failed: it is tried again."""
        self._seit.start()
        self._uhr.start(_NOCHMAL)

    def halt(self) -> None:
        """Stops the clock: the words are stored otherwise."""
        self._uhr.stop()


def _texte(detail: NachfrageDetail) -> list[str]:
    return [detail.einleitung, *(frage.text for frage in detail.fragen)]


def _gleich_gebaut(alt: NachfrageDetail, neu: NachfrageDetail) -> bool:
    """Whether the same fields show both."""

    def bau(detail: NachfrageDetail) -> tuple[object, ...]:
        punkte = tuple(frage.punkt for frage in detail.fragen)
        return detail.kennung, detail.stand, detail.entwurf, punkte, detail.weitere

    return bau(alt) == bau(neu)


def _hinweis() -> QFrame:
    rahmen = QFrame()
    rahmen.setProperty("hinweis", "info")
    reihe = QHBoxLayout(rahmen)
    reihe.setContentsMargins(10, 6, 10, 6)
    reihe.addWidget(label(_RECHT, punkte=9, umbruch=True))
    return rahmen
