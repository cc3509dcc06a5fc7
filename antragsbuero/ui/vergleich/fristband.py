"""The band above the table: every deadline that a column changed, lost or added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.comparison.synopse import Aenderungsart, Fristaenderung, Synopse
from antragsbuero.documents.bezeichnungen import fristtext
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.widgets import flaeche, knopf, linie, marke

_ZEILE = 30
_ZEILEN = 4
"""Lines shown at once; more scroll."""
_VORRAT = 24
"""Lines built ahead: hundreds of them at once would hold the window."""
_WORTE = {
    Aenderungsart.ENTFALLEN: "Frist entfallen",
    Aenderungsart.GEAENDERT: "Frist geändert",
    Aenderungsart.NEU: "Neue Frist",
}

_EINZAHL = {**_WORTE, Aenderungsart.NEU: "neue Frist"}
_MEHRZAHL = {
    Aenderungsart.ENTFALLEN: "Fristen entfallen",
    Aenderungsart.GEAENDERT: "Fristen geändert",
    Aenderungsart.NEU: "neue Fristen",
}


class FristBand(QWidget):
    """One line a deadline, or one line for all where room is short; hidden without any.

    `gewaehlt` hands out row and column of the Synopse to go to.
    """

    gewaehlt = Signal(int, int)

    def __init__(
        self, lege_an: Callable[[str], None] | None, parent: QWidget | None = None
    ) -> None:
        """`lege_an` leads to the Wiedervorlage of a point, by its kennung; None without one."""
        super().__init__(parent)
        self._lege_an = lege_an
        self._knapp = False
        self._offen = False
        self._synopse: Synopse | None = None
        self._ort_von: Callable[[int], str] = str
        self._punkt_von: Callable[[Fristaenderung], str] = lambda _: ""
        self._spalte = QVBoxLayout(self)
        self._spalte.setContentsMargins(0, 0, 0, 0)
        self._spalte.setSpacing(0)
        self._inhalt: QWidget | None = None

    def zeige(
        self,
        synopse: Synopse,
        ort_von: Callable[[int], str],
        punkt_von: Callable[[Fristaenderung], str],
    ) -> None:
        """Shows the deadlines of a comparison.

        `ort_von` names a row ("Punkt 2"); `punkt_von` gives the kennung of the point of a
        resolution that can have a Wiedervorlage, "" without one.
        """
        self._synopse, self._ort_von, self._punkt_von = synopse, ort_von, punkt_von
        self._offen = False
        self._baue()

    def setze_knapp(self, knapp: bool) -> None:
        """One line for all where the window is low."""
        if knapp != self._knapp:
            self._knapp = knapp
            self._baue()

    def _baue(self) -> None:
        if self._inhalt is not None:
            self._inhalt.hide()
            self._inhalt.deleteLater()
            self._inhalt = None
        synopse = self._synopse
        fristen = wichtige(synopse) if synopse is not None else ()
        self.setVisible(bool(fristen))
        if synopse is None or not fristen:
            return
        inhalt = flaeche("neben")
        spalte = QVBoxLayout(inhalt)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(
            self._eine(fristen) if self._knapp and not self._offen else self._alle(fristen, synopse)
        )
        spalte.addWidget(linie())
        self._spalte.addWidget(inhalt)
        self._inhalt = inhalt

    def _eine(self, fristen: Sequence[Fristaenderung]) -> QWidget:
        zeile = QWidget()
        reihe = QHBoxLayout(zeile)
        reihe.setContentsMargins(12, 2, 8, 2)
        reihe.setSpacing(10)
        anzahl = Counter(frist.art for frist in fristen)
        for art in _WORTE:
            if n := anzahl[art]:
                reihe.addWidget(marke(f"{n} {_MEHRZAHL[art] if n > 1 else _EINZAHL[art]}", "gelb"))
        orte = dict.fromkeys(self._ort_von(f.zeile) for f in fristen)
        wo = GekuerzterText(1, ton="leise")
        wo.setze(", ".join(orte))
        reihe.addWidget(wo, 1)
        reihe.addWidget(verweis("&Einzeln zeigen", self._oeffne))
        return zeile

    def _oeffne(self) -> None:
        self._offen = True
        self._baue()

    def _alle(self, fristen: Sequence[Fristaenderung], synopse: Synopse) -> QWidget:
        liste = QFrame()
        liste.setProperty("flaeche", "neben")
        gitter = QGridLayout(liste)
        gitter.setContentsMargins(12, 3, 8, 3)
        gitter.setHorizontalSpacing(12)
        gitter.setVerticalSpacing(0)
        gitter.setColumnStretch(1, 1)
        gebaut = 0

        def baue_weitere() -> None:
            nonlocal gebaut
            for nummer, frist in enumerate(fristen[gebaut : gebaut + _VORRAT], gebaut):
                self._zeile(gitter, nummer, frist, synopse)
            gebaut = min(gebaut + _VORRAT, len(fristen))

        baue_weitere()
        if len(fristen) <= _ZEILEN:
            return liste
        rolle = QScrollArea()
        rolle.setProperty("flaeche", "neben")
        rolle.setAccessibleName("Geänderte Fristen")
        rolle.setFrameShape(QFrame.Shape.NoFrame)
        rolle.setWidgetResizable(True)
        rolle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rolle.setWidget(liste)
        rolle.setFixedHeight(_ZEILE * _ZEILEN + 12)
        leiste = rolle.verticalScrollBar()

        def am_ende(wert: int) -> None:
            if gebaut < len(fristen) and wert > leiste.maximum() - _ZEILE * _ZEILEN:
                baue_weitere()

        leiste.valueChanged.connect(am_ende)
        return rolle

    def _zeile(
        self, gitter: QGridLayout, nummer: int, frist: Fristaenderung, synopse: Synopse
    ) -> None:
        wo = self._ort_von(frist.zeile)
        worte = f"{_WORTE[frist.art]}, {wo}"
        art = marke(_WORTE[frist.art], "gelb")
        art.setMinimumWidth(112)
        art.setAlignment(Qt.AlignmentFlag.AlignCenter)
        gitter.addWidget(art, nummer, 0)
        text = GekuerzterText(1)
        text.setze(f"{wo}: {bandtext(frist, synopse.spalten[frist.spalte].titel)}")
        text.setMinimumHeight(_ZEILE)
        gitter.addWidget(text, nummer, 1)
        stelle = verweis("Zur Stelle", partial(self.gewaehlt.emit, frist.zeile, frist.spalte))
        stelle.setAccessibleName(f"Zur Stelle: {worte}")
        gitter.addWidget(stelle, nummer, 2)
        punkt = self._punkt_von(frist)
        if self._lege_an is not None and punkt:
            neu = verweis("Wiedervorlage", partial(self._lege_an, punkt))
            neu.setAccessibleName(f"Wiedervorlage: {worte}")
            gitter.addWidget(neu, nummer, 3)


def wichtige(synopse: Synopse) -> tuple[Fristaenderung, ...]:
    """Lost deadlines first, then changed ones, then new ones that name a day."""
    folge = list(_WORTE)
    return tuple(
        sorted(
            (
                f for f in synopse.fristen
                if f.art is not Aenderungsart.NEU or (f.nachher and f.nachher.datum)
            ),
            key=lambda f: (folge.index(f.art), f.zeile),
        )
    )  # fmt: skip


def punkt_der_frist(synopse: Synopse, fassungen: Sequence[Fassung], frist: Fristaenderung) -> str:
    """The kennung of the point of a resolution that the deadline was changed in, else ""."""
    fassung = fassungen[frist.spalte]
    orte = synopse.zeilen[frist.zeile].zellen[frist.spalte].punkte
    if fassung.art is not Fassungsart.BESCHLUSS or not orte:
        return ""
    return list(fassung.alle_punkte())[orte[0]].kennung


def bandtext(frist: Fristaenderung, spalte: str) -> str:
    """„im 3. Quartal 2020“ (30.09.2020) → in „Beschluss vom 20.05.2020“ keine Frist."""
    vorher = fristtext(frist.vorher) if frist.vorher else ""
    nachher = fristtext(frist.nachher) if frist.nachher else ""
    match frist.art:
        case Aenderungsart.GEAENDERT:
            return f"{vorher} → {nachher} ({spalte})"
        case Aenderungsart.ENTFALLEN:
            return f"{vorher} → keine Frist ({spalte})"
        case _:
            return f"{nachher} ({spalte})"


def verweis(text: str, bei_klick: Callable[[], None]) -> QPushButton:
    """A button that looks like a link."""
    button = knopf(text, bei_klick, art="leise")
    font = button.font()
    font.setUnderline(True)
    button.setFont(font)
    return button
