"""The strip below the text of a draft: its Anlagen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from antragsbuero.ui.editor.anlagen_presenter import AnlagenPresenter
from antragsbuero.ui.editor.tasten import dateien
from antragsbuero.ui.shared.anlagenansicht import Anlagenansicht
from antragsbuero.ui.shared.anlagenleser import AnlageZeile
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.schreibrecht import nur_lesen, schreibt
from antragsbuero.ui.shared.widgets import flaeche, icon_knopf, knopf, label

_MINDESTENS = 360
"""Else the buttons would forbid a narrow window."""
_ZIEHEN = "keine. Dateien lassen sich hierher ziehen."


class Anlagenfeld(Anlagenansicht):
    """A text and, below it, its Anlagen; files dropped anywhere on both are added."""

    def __init__(self, ui: UiContext, presenter: AnlagenPresenter, text: QWidget) -> None:
        super().__init__(ui, presenter)
        self._presenter = presenter
        self._bearbeitbar = False
        self.frage_dateien: Callable[[], list[str]] = self._frage_dateien
        """Asks for files; tests put their own."""
        self.setAcceptDrops(True)
        self._leiste = self._baue_leiste()
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(text, 1)
        spalte.addWidget(self._leiste)
        presenter.verbinde(self)

    def _baue_leiste(self) -> QWidget:
        p, icons, liste = self._presenter, self._ui.icons, self.liste
        leiste = flaeche("inhalt")
        leiste.setMinimumWidth(_MINDESTENS)
        kopf = QHBoxLayout()
        kopf.setSpacing(4)
        self._leer = label(_ZIEHEN, punkte=9, ton="leise")
        # Gives way first, so that a narrow window stays possible.
        self._leer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        kopf.addWidget(self._titel)
        kopf.addSpacing(4)
        kopf.addWidget(self._leer, 1)
        self._lesend = [self._oeffnen, self._speichern]
        self._schreibend = [
            icon_knopf("Anlage umbenennen (F2)", self._benenne_um, icons=icons, icon="edit"),
            icon_knopf("Anlage nach oben (Alt+Auf)",
                       lambda: p.verschiebe(liste.gewaehlt(), -1), icons=icons, icon="arrow_up"),
            icon_knopf("Anlage nach unten (Alt+Ab)",
                       lambda: p.verschiebe(liste.gewaehlt(), 1), icons=icons, icon="arrow_down"),
            icon_knopf("Anlage entfernen (Entf)",
                       lambda: p.entferne(liste.gewaehlt()), icons=icons, icon="delete"),
        ]  # fmt: skip
        for button in self._schreibend:
            schreibt(button)
        for button in (*self._lesend, *self._schreibend):
            kopf.addWidget(button)
        self._neu = knopf("Anla&ge hinzufügen …", self._waehle, icons=icons, icon="add",
                          art="leise", schreibt=True)  # fmt: skip
        kopf.addWidget(self._neu)
        liste.entfernt.connect(p.entferne)
        liste.verschoben.connect(p.verschiebe)
        liste.gesetzt.connect(p.setze_an)
        liste.umbenannt.connect(p.benenne_um)
        self._ordne_an(leiste, kopf, 16, 12)
        return leiste

    # ---- View

    def zeige_anlagen(self, zeilen: Sequence[AnlageZeile], bearbeitbar: bool) -> None:
        """See LeserView."""
        bearbeitbar = bearbeitbar and not nur_lesen(self.liste)
        self._bearbeitbar = bearbeitbar
        super().zeige_anlagen(zeilen, bearbeitbar)
        self.liste.setVisible(bool(zeilen))
        leer = _ZIEHEN if bearbeitbar else "keine"
        self._leer.setText("" if zeilen else leer)
        self._neu.setVisible(bearbeitbar)
        for button in self._lesend:
            button.setVisible(bool(zeilen))
        for button in self._schreibend:
            button.setVisible(bool(zeilen) and bearbeitbar)

    # ---- events

    def _passe_knoepfe_an(self) -> None:
        super()._passe_knoepfe_an()
        platz, zahl = self.liste.currentRow(), self.liste.count()
        umbenennen, auf, ab, entfernen = self._schreibend
        umbenennen.setEnabled(platz >= 0)
        entfernen.setEnabled(platz >= 0)
        auf.setEnabled(platz > 0)
        ab.setEnabled(0 <= platz < zahl - 1)

    def _waehle(self) -> None:
        self._presenter.fuege_hinzu([Path(pfad) for pfad in self.frage_dateien()])

    def _benenne_um(self) -> None:
        self.liste.setFocus()
        self.liste.editItem(self.liste.currentItem())

    def _frage_dateien(self) -> list[str]:
        ordner = self._ui.merker.text("anlagen/ordner", str(Path.home()))
        pfade, _ = QFileDialog.getOpenFileNames(self, "Anlage hinzufügen", ordner)
        if pfade:
            self._ui.merker.setze("anlagen/ordner", str(Path(pfade[0]).parent))
        return pfade

    # ---- drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt; files, nothing else."""
        if self._bearbeitbar and dateien(event.mimeData()):
            self._leiste.setProperty("flaeche", "neben")
            self._male_neu()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """See Qt."""
        self._leiste.setProperty("flaeche", "inhalt")
        self._male_neu()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt; the files stay where they are."""
        self._leiste.setProperty("flaeche", "inhalt")
        self._male_neu()
        pfade = dateien(event.mimeData())
        if self._bearbeitbar and pfade:
            event.acceptProposedAction()
            self._presenter.fuege_hinzu(pfade)

    def _male_neu(self) -> None:
        self._leiste.style().unpolish(self._leiste)
        self._leiste.style().polish(self._leiste)
