"""A paper before it is printed: composing, pages, storing, printing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.dokument.seiten import Seitenmass
from antragsbuero.services.papier import Exportwahl, Papier
from antragsbuero.services.ports import Seiten
from antragsbuero.services.vorschau import Vorschau, Vorschauen
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Aufgabe, Lauf, TaskRunner, unterbrechbar
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.shared.vorschau.seitenlager import Seitenlager


class View(Protocol):
    """What the presenter asks of the window."""

    def zeige_arbeit(self) -> None:
        """The paper is being made."""
        ...

    def zeige_seiten(self, masse: Sequence[Seitenmass], lager: Seitenlager) -> None:
        """Shows the pages."""
        ...

    def zeige_anlagen(self, anzahl: int, *, an: bool) -> None:
        """How many Anlagen the paper has, and whether the pages shown hold them."""
        ...

    def zeige_bild(self, nummer: int) -> None:
        """The picture of a page is there."""
        ...

    def zeige_leer(self, titel: str, text: str) -> None:
        """There are no pages, and why."""
        ...

    def zeige_hinweis(self, text: str, art: str) -> None:
        """Shows a message; `art` is "info", "gelb" or "rot"."""
        ...

    def zeige_druck(self, anteil: float | None) -> None:
        """How much is printed, 0 to 1; None when nothing is being printed."""
        ...


class VorschauPresenter:
    """Holds one opened paper until the window closes and nothing of it is printed any more."""

    def __init__(
        self,
        view: View,
        vorschauen: Vorschauen,
        runner: TaskRunner,
        auftrag: Vorschauauftrag,
        fehlertext: Callable[[Exception], str],
        *,
        anlagen: bool = False,
    ) -> None:
        """`anlagen` puts the Anlagen of the paper behind it, where there are some."""
        self._view = view
        self._vorschauen = vorschauen
        self._runner = runner
        self._fehlertext = fehlertext
        self.auftrag = auftrag
        self._anlagen = anlagen
        self._ohne_weil = ""
        self._aufgabe: Aufgabe | None = None
        self._vorschau: Vorschau | None = None
        self._lager: Seitenlager | None = None
        self._druck: Aufgabe | None = None
        self._druckt = False
        self._zu = False

    def starte(self) -> None:
        """Makes the paper in the background."""
        self._view.zeige_arbeit()
        wahl = Exportwahl(anlagen=self._anlagen)

        def mache() -> tuple[Papier, Vorschau]:
            papier = self.auftrag.komponiere()
            return papier, self._vorschauen.oeffne(papier, wahl)

        def arbeit(lauf: Lauf) -> tuple[Papier, Vorschau]:
            papier, vorschau = unterbrechbar(lauf, mache)
            if lauf.abgebrochen():
                vorschau.seiten.schliesse()
            lauf.pruefe()
            return papier, vorschau

        self._aufgabe = self._runner.run(arbeit, on_done=self._geoeffnet, on_error=self._misslungen)

    def haenge_an(self, *, an: bool) -> None:
        """Makes the pages anew, with the Anlagen or without; what is printed stays as it is."""
        if an == self._anlagen or self._druckt or self._vorschau is None:
            return
        self._anlagen, self._ohne_weil = an, ""
        self._lass_los()
        self.starte()

    def brich_ab(self) -> None:
        """A person does not want to wait for the paper."""
        if self._aufgabe is not None:
            self._aufgabe.brich_ab()
            self._aufgabe = None

    def _geoeffnet(self, gemacht: tuple[Papier, Vorschau]) -> None:
        papier, vorschau = gemacht
        self._aufgabe = None
        if self._zu:
            vorschau.seiten.schliesse()
            return
        self._vorschau = vorschau
        self._lager = Seitenlager(vorschau.seiten, self._runner, self._bild_da)
        self._view.zeige_anlagen(len(papier.anlagen), an=self._anlagen)
        self._view.zeige_seiten(vorschau.seiten.masse, self._lager)
        hinweise = [self._ohne_weil, *vorschau.hinweise] if self._ohne_weil else vorschau.hinweise
        if hinweise:
            self._view.zeige_hinweis("\n".join(hinweise), "gelb")

    def _misslungen(self, fehler: Exception) -> None:
        self._aufgabe = None
        if self._anlagen and not self._zu:  # the paper itself can still be shown
            self._anlagen = False
            self._ohne_weil = f"{self._fehlertext(fehler)} Gezeigt wird das Papier ohne Anlagen."
            self.starte()
            return
        self._view.zeige_leer("Keine Vorschau", self._fehlertext(fehler))

    def _bild_da(self, nummer: int) -> None:
        self._view.zeige_bild(nummer)

    @property
    def seitenzahl(self) -> int:
        """How many pages there are, 0 while there are none."""
        return len(self._vorschau.seiten.masse) if self._vorschau is not None else 0

    def speichere(self, ziel: Path) -> None:
        """Writes the pages that are shown."""
        vorschau = self._vorschau
        if vorschau is None:
            return
        self._runner.run(
            lambda _: self._vorschauen.speichere(vorschau, ziel),
            on_done=lambda datei: self._view.zeige_hinweis(f"Gespeichert: {datei}", "info"),
            on_error=self._melde,
            titel=f"{ziel.name} wird geschrieben",
        )

    # ---- print

    @property
    def druckt(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._druckt

    def drucke(self, arbeit: Callable[[Seiten, Lauf], int]) -> None:
        """Runs `arbeit`, which returns the number of printed pages, in the background."""
        vorschau = self._vorschau
        if vorschau is None or self._druckt:
            return
        self._druckt = True
        self._view.zeige_druck(0.0)
        self._druck = self._runner.run(
            lambda lauf: arbeit(vorschau.seiten, lauf),
            on_done=self._gedruckt,
            on_error=self._nicht_gedruckt,
            on_progress=self._view_druck,
            titel=f"{self.auftrag.titel} wird gedruckt",
        )

    def _view_druck(self, anteil: float | None) -> None:
        if self._druckt:
            self._view.zeige_druck(anteil)

    def brich_druck_ab(self) -> None:
        """A person stops the print; what the printer has already, it may still print."""
        if self._druck is not None:
            self._druck.brich_ab()
            self._druck_zu_ende()
            self._view.zeige_hinweis(
                "Der Druck ist abgebrochen. Seiten, die der Drucker schon hat, druckt er noch.",
                "gelb",
            )

    def _gedruckt(self, anzahl: int) -> None:
        self._druck_zu_ende()
        seiten = "1 Seite ist" if anzahl == 1 else f"{anzahl} Seiten sind"
        self._view.zeige_hinweis(f"{seiten} an den Drucker gegeben.", "info")

    def _nicht_gedruckt(self, fehler: Exception) -> None:
        self._druck_zu_ende()
        self._melde(fehler)

    def _druck_zu_ende(self) -> None:
        self._druckt = False
        self._druck = None
        self._view.zeige_druck(None)
        if self._zu:
            self._raeume()

    def _melde(self, fehler: Exception) -> None:
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot")

    def schliesse(self) -> None:
        """The window closes; a print that runs goes on to its end."""
        if self._zu:
            return
        self._zu = True
        self._view = cast("View", NullView())
        self.brich_ab()
        if self._druckt:
            if self._lager is not None:
                self._lager.schliesse()
        else:
            self._lass_los()

    def _lass_los(self) -> None:
        """Closes the pages and their pictures."""
        if self._lager is not None:
            self._lager.schliesse()
        self._raeume()

    def _raeume(self) -> None:
        vorschau, self._vorschau = self._vorschau, None
        if vorschau is not None:  # closing waits for a page that is being drawn
            self._runner.run(
                lambda _: vorschau.seiten.schliesse(),
                on_done=lambda _: None,
                on_error=lambda _: None,
            )
