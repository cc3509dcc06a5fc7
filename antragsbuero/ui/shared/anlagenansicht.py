"""The strip of Anlagen below a text: list, opening, saving; screens add what they allow more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from antragsbuero.ui.shared.anlagenleser import AnlagenLeser, AnlageZeile
from antragsbuero.ui.shared.anlagenliste import AnlagenListe
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.oeffnen import kein_programm, wird_geoeffnet
from antragsbuero.ui.shared.widgets import icon_knopf, label, linie


class Anlagenansicht(QFrame):
    """The View of an AnlagenLeser; whoever derives from it lays it out and connects it."""

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

    def _ordne_an(self, feld: QWidget, kopf: QHBoxLayout, links: int, rechts: int) -> None:
        """A line, the message, the head, the list; indented as the text above them."""
        kopf.setContentsMargins(links, 4, rechts, 4)
        innen = QHBoxLayout()
        innen.setContentsMargins(links, 0, rechts, 5)
        innen.addWidget(self.liste)
        spalte = QVBoxLayout(feld)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(linie())
        spalte.addWidget(self._hinweis)
        spalte.addLayout(kopf)
        spalte.addLayout(innen)

    # ---- View

    def zeige_anlagen(self, zeilen: Sequence[AnlageZeile], bearbeitbar: bool) -> None:
        """See LeserView."""
        self.liste.zeige(zeilen, bearbeitbar)
        self._titel.setText(f"Anlagen  {len(zeilen)}" if zeilen else "Anlagen")
        self._passe_knoepfe_an()

    def zeige_datei(self, pfad: Path) -> None:
        """See LeserView."""
        if not wird_geoeffnet(pfad):
            self.zeige_meldung(kein_programm(pfad), "gelb")

    def zeige_meldung(
        self, text: str, art: str, aktion: str = "", bei_aktion: Callable[[], None] | None = None
    ) -> None:
        """See LeserView."""
        if text:
            self._hinweis.zeige(text, art, aktion=aktion, bei_aktion=bei_aktion)
        else:
            self._hinweis.verbirg()

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
