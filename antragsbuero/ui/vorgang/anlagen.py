"""The strip below the wording of a Fassung: its Anlagen, to be opened or saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from antragsbuero.ui.shared.anlagenleser import AnlagenLeser, AnlageZeile
from antragsbuero.ui.shared.anlagenliste import AnlagenListe
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.oeffnen import kein_programm, wird_geoeffnet
from antragsbuero.ui.shared.widgets import icon_knopf, label, linie


class Anlagenstreifen(QFrame):
    """Hidden where there are none."""

    def __init__(self, ui: UiContext, leser: AnlagenLeser) -> None:
        super().__init__()
        self._ui = ui
        self._leser = leser
        self.frage_ziel: Callable[[str], str] = self._frage_ziel
        """Asks for the path of a copy, "" for none; tests put their own."""
        self._hinweis = NoticeBar(ui.icons)
        self._titel = label("Anlagen", fett=True)
        self._oeffnen = icon_knopf("Anlage öffnen (Eingabetaste)", self._oeffne, icons=ui.icons,
                                   icon="document_text")  # fmt: skip
        self._speichern = icon_knopf("Anlage speichern unter …", self._speichere, icons=ui.icons,
                                     icon="arrow_export_ltr")  # fmt: skip
        self.liste = AnlagenListe(ui)
        self.liste.geoeffnet.connect(leser.oeffne)
        self.liste.currentRowChanged.connect(lambda _: self._passe_knoepfe_an())
        kopf = QHBoxLayout()
        kopf.setContentsMargins(24, 4, 16, 4)
        kopf.addWidget(self._titel, 1)
        kopf.addWidget(self._oeffnen)
        kopf.addWidget(self._speichern)
        innen = QHBoxLayout()
        innen.setContentsMargins(24, 0, 16, 6)
        innen.addWidget(self.liste)
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(linie())
        spalte.addWidget(self._hinweis)
        spalte.addLayout(kopf)
        spalte.addLayout(innen)
        self.hide()
        leser.verbinde(self)

    # ---- View

    def zeige_anlagen(self, zeilen: Sequence[AnlageZeile], bearbeitbar: bool) -> None:
        """See LeserView."""
        self._hinweis.verbirg()
        self.liste.zeige(zeilen, bearbeitbar)
        self._titel.setText(f"Anlagen  {len(zeilen)}")
        self.setVisible(bool(zeilen))
        self._passe_knoepfe_an()

    def zeige_datei(self, pfad: Path) -> None:
        """See LeserView."""
        if not wird_geoeffnet(pfad):
            self.zeige_meldung(kein_programm(pfad), "gelb")

    def zeige_meldung(
        self, text: str, art: str, aktion: str = "", bei_aktion: Callable[[], None] | None = None
    ) -> None:
        """See LeserView."""
        self._hinweis.zeige(text, art, aktion=aktion, bei_aktion=bei_aktion)

    # ---- events

    def _passe_knoepfe_an(self) -> None:
        self._oeffnen.setEnabled(self.liste.laesst_sich_oeffnen())
        self._speichern.setEnabled(bool(self.liste.gewaehlt()))

    def _oeffne(self) -> None:
        self._leser.oeffne(self.liste.gewaehlt())

    def _speichere(self) -> None:
        ziel = self.frage_ziel(self.liste.name())
        if ziel:
            self._leser.speichere(self.liste.gewaehlt(), Path(ziel))

    def _frage_ziel(self, name: str) -> str:
        ordner = Path(self._ui.merker.text("export/ordner", str(Path.home())))
        pfad, _ = QFileDialog.getSaveFileName(self, "Anlage speichern", str(ordner / name))
        return pfad
