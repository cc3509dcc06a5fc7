"""The strip below the wording of a Fassung: its Anlagen, to be opened or saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from antragsbuero.ui.shared.anlagenansicht import Anlagenansicht
from antragsbuero.ui.shared.anlagenleser import AnlagenLeser, AnlageZeile
from antragsbuero.ui.shared.context import UiContext


class Anlagenstreifen(Anlagenansicht):
    """Hidden where there are none."""

    def __init__(self, ui: UiContext, leser: AnlagenLeser) -> None:
        super().__init__(ui, leser)
        kopf = QHBoxLayout()
        kopf.addWidget(self._titel, 1)
        kopf.addWidget(self._oeffnen)
        kopf.addWidget(self._speichern)
        self._ordne_an(self, kopf, 24, 16)
        self.hide()
        leser.verbinde(self)

    def zeige_anlagen(self, zeilen: Sequence[AnlageZeile], bearbeitbar: bool) -> None:
        """See LeserView."""
        self._hinweis.verbirg()
        super().zeige_anlagen(zeilen, bearbeitbar)
        self.setVisible(bool(zeilen))
