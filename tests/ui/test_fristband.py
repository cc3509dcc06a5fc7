"""Hundreds of changed deadlines above the comparison."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.ui.vergleich.fristband import FristBand
from tests.ui.vergleichbau import fassung, punkt

ANZAHL = 60


def _antrag(art: Fassungsart, monat: int):
    punkte = (
        punkt(f"{n}.", f"Maßnahme {n} wird bis zum {n % 27 + 1}. {monat}. 2026 abgeschlossen.")
        for n in range(1, ANZAHL + 1)
    )
    return fassung(art, date(2025, monat, 1), *punkte)


def _zeilen(band: FristBand) -> int:
    return len([k for k in band.findChildren(QPushButton) if k.text() == "Zur Stelle"])


def test_lines_of_many_deadlines_are_built_while_one_scrolls(qtbot, ui):
    alt, neu = _antrag(Fassungsart.URSPRUNGSANTRAG, 3), _antrag(Fassungsart.NEUFASSUNG, 9)
    synopse = vergleiche([alt, neu])
    assert len(synopse.fristen) == ANZAHL
    band = FristBand(None)
    qtbot.addWidget(band)
    band.resize(900, 200)
    band.show()
    band.zeige(synopse, str, lambda _: "")
    (rolle,) = band.findChildren(QScrollArea)
    assert 4 < _zeilen(band) < ANZAHL

    leiste = rolle.verticalScrollBar()
    qtbot.waitUntil(lambda: leiste.maximum() > 0)
    for _ in range(ANZAHL):
        leiste.setValue(leiste.maximum())
        QApplication.processEvents()  # new lines make the range longer
        if _zeilen(band) == ANZAHL:
            break
    assert _zeilen(band) == ANZAHL
