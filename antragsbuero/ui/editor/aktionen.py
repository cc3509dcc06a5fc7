"""The commands of the editor; they stand in the menu „Vorgang“ while it is in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from antragsbuero.ui.editor.entwurf_edit import EntwurfEdit
from antragsbuero.ui.editor.kopf import EditorKopf
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.shared.schreibrecht import schreibt
from antragsbuero.ui.shared.screen import Screen


class Aktionen:
    """Made once for a screen; follow the Fassung shown and the place of the cursor."""

    def __init__(self, screen: Screen, text: EntwurfEdit, presenter: EditorPresenter) -> None:
        self._screen = screen
        self._text = text
        self._schreibend = [
            self._neu(name, tun, taste)
            for name, tun, taste in (
                ("Neuer &Punkt", text.neuer_punkt, "Ctrl+Return"),
                ("&Einrücken (Tabulator)", lambda: text.ruecke(1), ""),
                ("&Ausrücken (Umschalt+Tabulator)", lambda: text.ruecke(-1), ""),
                ("Punkt nach &oben (Alt+Auf)", lambda: text.verschiebe(-1), ""),
                ("Punkt nach &unten (Alt+Ab)", lambda: text.verschiebe(1), ""),
                ("&Fett", lambda: text.zeichne_aus("fett"), ""),
                ("&Kursiv", lambda: text.zeichne_aus("kursiv"), ""),
                ("&Unterstrichen", lambda: text.zeichne_aus("unter"), ""),
            )
        ]
        self._am_punkt = self._schreibend[1:5]
        self.alternative = self._neu(
            "Alternativvorschlag &übernehmen", presenter.uebernimm_alternative
        )
        self.einreichen = self._neu("Ein&reichen …", presenter.beginne_einreichen)
        self.neue = self._neu("&Neue Fassung daraus", presenter.neue_fassung)
        for aktion in (*self._schreibend, self.alternative, self.einreichen, self.neue):
            schreibt(aktion)
        self.vergleichen = self._neu("&Vergleichen", presenter.vergleiche)

    def folge(self, kopf: EditorKopf) -> None:
        """Another Fassung, or the same in another state."""
        for aktion in (*self._schreibend, self.einreichen):
            aktion.setEnabled(not kopf.eingereicht)
        self.neue.setEnabled(kopf.eingereicht)
        self.alternative.setEnabled(bool(kopf.alternative))
        self.vergleichen.setEnabled(kopf.hat_vorlage)

    def folge_cursor(self, *, im_punkt: bool) -> None:
        """What moves a point is offered where the cursor stands in one."""
        for aktion in self._am_punkt:
            aktion.setEnabled(im_punkt and not self._text.isReadOnly())

    def _neu(self, text: str, tun: Callable[[], None], taste: str = "") -> QAction:
        aktion = QAction(text, self._screen)
        if taste:
            aktion.setShortcut(QKeySequence(taste))
            aktion.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        aktion.triggered.connect(lambda: tun())
        self._screen.addAction(aktion)
        return aktion
