"""The actions of the comparison, as they stand in menus and on keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.vergleich.rows import Anzeige

_FORMATE = (
    ("Als &PDF …", ".pdf", "PDF-Datei (*.pdf)"),
    ("Als &Word …", ".docx", "Word-Datei (*.docx)"),
)


@dataclass(frozen=True, slots=True)
class Befehle:
    """What the actions do; `schalte` is told which part is to be shown and whether."""

    schritt: Callable[[int], None]
    verbinde: Callable[[], None]
    trenne: Callable[[], None]
    nimm_zurueck: Callable[[], None]
    stelle_wieder_her: Callable[[], None]
    kopiere: Callable[[], None]
    waehle_alles: Callable[[], None]
    suche: Callable[[], None]
    schalte: Callable[[str, bool], None]
    drucke: Callable[[], object]
    exportiere: Callable[[str, str], None]


class Vergleichsaktionen:
    """Belong to the screen: what is in its `actions()` stands in the menu „Vorgang“."""

    def __init__(self, screen: QWidget, befehle: Befehle) -> None:
        self._screen = screen
        self.naechste = self._aktion("&Nächste Änderung", partial(befehle.schritt, 1), "F7")
        self.vorige = self._aktion("&Vorige Änderung", partial(befehle.schritt, -1), "Shift+F7")
        self.verbinden = self._aktion("Zeilen ver&binden", befehle.verbinde, "Ctrl+Shift+V")
        self.trennen = self._aktion("Zelle aus der Zeile &lösen", befehle.trenne, "Ctrl+Shift+L")
        self._rueckgaengig = self._aktion("Zuordnung &rückgängig", befehle.nimm_zurueck)
        self._wieder = self._aktion("Zuordnung &wiederholen", befehle.stelle_wieder_her)
        for aktion in (self.verbinden, self.trennen, self._rueckgaengig, self._wieder):
            schreibt(aktion)
        kopieren = self._aktion("Zeilen mit Zeichen &kopieren", befehle.kopiere)
        alles = QAction("Alle Zeilen aus&wählen", screen)
        alles.triggered.connect(befehle.waehle_alles)
        suchen = QAction("Im Vergleich &suchen", screen)
        suchen.triggered.connect(befehle.suche)
        self._zeigen = [
            self._schalter("&Gestrichenes zeigen", partial(befehle.schalte, "gestrichenes")),
            self._schalter("Be&gründung zeigen", partial(befehle.schalte, "begruendung")),
        ]
        trenner = QAction(screen)
        trenner.setSeparator(True)
        self.an_zeilen = [suchen, kopieren, alles, trenner, self.verbinden, self.trennen,
                          self._rueckgaengig, self._wieder]  # fmt: skip
        """What the context menu of the table offers."""
        self.weitere = [*self._zeigen, *self.an_zeilen]
        self.drucken = self._aktion("Drucken …", befehle.drucke)
        self.exporte = [
            self._aktion(text, partial(befehle.exportiere, endung, filter_))
            for text, endung, filter_ in _FORMATE
        ]
        self.zeige_ruecknahme(zurueck=False, vor=False)

    def _aktion(self, text: str, tun: Callable[[], object], kuerzel: str = "") -> QAction:
        aktion = QAction(text, self._screen)
        if kuerzel:
            aktion.setShortcut(QKeySequence(kuerzel))
            aktion.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        aktion.triggered.connect(lambda: tun())
        self._screen.addAction(aktion)
        return aktion

    def _schalter(self, text: str, tun: Callable[[bool], None]) -> QAction:
        aktion = QAction(text, self._screen)
        aktion.setCheckable(True)
        aktion.triggered.connect(lambda an: tun(an))
        return aktion

    def zeige_anzeige(self, anzeige: Anzeige) -> None:
        """Checks what is shown."""
        schalter = zip(self._zeigen, (anzeige.gestrichenes, anzeige.begruendung), strict=True)
        for aktion, an in schalter:
            aktion.setChecked(an)

    def zeige_ruecknahme(self, *, zurueck: bool, vor: bool) -> None:
        """Whether corrections by hand can be undone and done again."""
        self._rueckgaengig.setEnabled(zurueck)
        self._wieder.setEnabled(vor)

    def schalte(self, *, an: bool) -> None:
        """Greys what needs a comparison while there is none."""
        for aktion in (self.drucken, *self.exporte, self.naechste, self.vorige, self.verbinden,
                       self.trennen):  # fmt: skip
            aktion.setEnabled(an)
