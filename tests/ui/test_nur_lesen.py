"""A window that only reads: what would change something is greyed and says why."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from antragsbuero.ui.main_window import MainWindow
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.schreibrecht import WARUM, ist_markiert, schreibt, sperre
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import knopf
from tests.ui.aufbau import bestand, buero, einfach, spielplatz
from tests.ui.test_main_window import programm  # noqa: F401 - the fixture

LESEND = frozenset({
    # ways, views and what is typed but not stored
    "Abbrechen", "Aktion", "Alle Beschlüsse", "Alle Fristen", "Alle Texte und Nummern durchsuchen",
    "Doch nicht", "Eingabe löschen", "Erledigte zeigen", "Fristen durchsuchen",
    "Gleiche Abstände", "Heute", "Hinweis schließen", "Maßstäblich", "Nach links scrollen",
    "Nach rechts scrollen", "Nächster Monat", "Prüfung ein- oder ausblenden", "Quelltext",
    "Umsetzung", "Vergleich", "Vergleichen", "Voriger Monat", "Weitere Aktion",
    "Weitere Aktionen", "Zeitstrahl ein- oder ausklappen", "Zum Vorgang", "zur Stelle", "Öffnen",
    "Dunkel", "Hell", "Hoher Kontrast", "Wie im System", "Je Punkt eine", "Nichtöffentlich",
    # the text of the editor is read-only itself
    "Rückgängig (Strg+Z)", "Wiederholen (Strg+Y)",
    # comparison
    "Alle Zeilen auswählen", "Begründung", "Begründung zeigen", "Gestrichenes zeigen",
    "Im Vergleich suchen", "Nur Änderungen", "Nächste Fundstelle (Eingabetaste)",
    "Nächste Änderung", "Nächste Änderung (F7)", "Spalte 1 und 2 tauschen",
    "Spalte 2 und 3 tauschen", "Spalten", "Suche schließen (Esc)", "Vorige Fundstelle",
    "Vorige Änderung", "Vorige Änderung (Umschalt+F7)", "Weitere Befehle", "Wiedervorlage",
    "Zeilen mit Zeichen kopieren", "Zur Stelle",
    # import: all but taking over stays in memory
    "Absatz teilen", "Absatz verbinden", "Aus der Zwischenablage einfügen", "Datei wählen …",
    "Dort aufnehmen", "Geprüft", "Hinzufügen", "Importieren …",
    "Letzte Berichtigung zurücknehmen", "Punkt teilen", "Punkt verbinden", "Rückgängig",
    # files elsewhere
    "Als PDF …", "Als Word …", "Anlage speichern unter …", "Anlage öffnen (Eingabetaste)",
    "Einreichen", "Begründung kopieren", "Beschlussvorschlag kopieren", "Betreff kopieren",
    "E-Mail-Entwurf …",
    "Datenordner öffnen", "Drucken", "Drucken …", "Exportieren", "Exportieren …",
    "Gewählte Vorgänge exportieren …", "Nachfrage als PDF-Datei …", "Nachfrage als Word-Datei …",
    "PDF …", "Sicherung anlegen", "Word …",
})  # fmt: skip
"""Reviewed by hand: these show, lead elsewhere, copy or write another file.

A new control belongs here, or is made with `schreibt`.
"""


def orte() -> tuple[tuple[Ort, ...], tuple]:
    v = spielplatz()
    entwurf = einfach("Bänke am Fluss")
    return (
        Ort(Bildschirm.UEBERSICHT), Ort(Bildschirm.VORGAENGE), Ort(Bildschirm.VORGANG, v.kennung),
        Ort(Bildschirm.VORGANG, entwurf.kennung), Ort(Bildschirm.EDITOR, entwurf.kennung),
        Ort(Bildschirm.EDITOR, v.kennung, (v.fassungen[0].kennung,)),
        Ort(Bildschirm.VERGLEICH, v.kennung), Ort(Bildschirm.UMSETZUNG),
        Ort(Bildschirm.UMSETZUNG, v.kennung), Ort(Bildschirm.FRISTEN), Ort(Bildschirm.IMPORT),
        Ort(Bildschirm.EINSTELLUNGEN),
    ), (*bestand(), v, entwurf)  # fmt: skip


def dinge(screen: Screen) -> list[QAbstractButton | QAction]:
    knoepfe = [k for k in screen.findChildren(QAbstractButton)
               if not k.objectName().startswith("qt_") and _name(k)]  # fmt: skip
    return [*knoepfe, *(a for a in screen.findChildren(QAction) if _name(a))]


def _name(ding: QAbstractButton | QAction) -> str:
    name = ding.text() or (ding.accessibleName() if isinstance(ding, QAbstractButton) else "")
    return name.replace("&", "")


@pytest.mark.parametrize("nr", range(len(orte()[0])))
def test_each_screen_greys_what_changes_something(programm, nr) -> None:  # noqa: F811
    stellen, vorgaenge = orte()
    fenster: MainWindow = programm.starte(lambda: buero(*vorgaenge, nur_lesen=True))
    fenster.geh_zu(stellen[nr])
    programm.warte()
    screen = fenster.aktueller()
    assert screen is not None
    betreffe = {v.betreff for v in vorgaenge}
    unbedacht = {
        _name(d) for d in dinge(screen)
        if not ist_markiert(d) and _name(d) not in LESEND | set(_markierte_aktionen(screen))
        and _name(d)[:2] not in ("06", "15", "18", "22")  # stations of the timeline
        and not any(b in _name(d) for b in betreffe)  # rows that open a Vorgang
        and " vom " not in _name(d)  # Fassungen to be shown
    }  # fmt: skip
    assert not unbedacht
    schreibend = [d for d in dinge(screen) if ist_markiert(d) and _zu_sehen(d, screen)]
    assert [_name(d) for d in schreibend if d.isEnabled()] == []
    assert {d.toolTip() for d in schreibend} <= {WARUM}


def _markierte_aktionen(screen: Screen) -> list[str]:
    """Names of buttons that show an action which is marked itself."""
    return [_name(a) for a in screen.findChildren(QAction) if ist_markiert(a)]


def _zu_sehen(ding: QAbstractButton | QAction, screen: Screen) -> bool:
    return isinstance(ding, QAction) or ding.isVisibleTo(screen)


def test_a_window_that_writes_greys_nothing_for_that(programm) -> None:  # noqa: F811
    fenster = programm.starte(lambda: buero(*bestand()))
    screen = fenster.aktueller()
    assert screen is not None
    neu = next(d for d in dinge(screen) if _name(d) == "Neuer Antrag")
    assert ist_markiert(neu)
    assert neu.isEnabled()
    assert neu.toolTip() != WARUM


def test_a_screen_that_enables_it_later_is_overruled(qtbot) -> None:
    fenster = QWidget()
    qtbot.addWidget(fenster)
    spalte = QVBoxLayout(fenster)
    button, feld = knopf("Tu es", lambda: None, schreibt=True), schreibt(QLineEdit("Worte"))
    aktion = schreibt(QAction("Tu es", fenster))
    for teil in (button, feld):
        spalte.addWidget(teil)
    sperre(fenster)
    fenster.show()
    button.setEnabled(True)
    button.setToolTip("Tut es")
    feld.setReadOnly(False)
    aktion.setEnabled(True)
    assert not button.isEnabled()
    assert button.toolTip() == WARUM
    assert not aktion.isEnabled()
    assert feld.isReadOnly()
    assert feld.isEnabled()
