"""Draws pages in the background, one at a time, and keeps the last ones; no Qt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from antragsbuero.dokument.seiten import Seitenbild
from antragsbuero.services.ports import Seiten
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner

VORRAT = 96_000_000
"""Bytes of pictures that are kept: about a dozen pages on a usual screen."""
HOECHSTENS = 24_000_000
"""Pixels of one picture; larger ones are drawn smaller and stretched."""


@dataclass(frozen=True, slots=True)
class Wunsch:
    """A page at a scale (pixels a point)."""

    nummer: int
    massstab: float
    grau: bool


class Seitenlager:
    """The pictures of one opened PDF; `gekommen` is called for each page that is ready."""

    def __init__(self, seiten: Seiten, runner: TaskRunner, gekommen: Callable[[int], None]) -> None:
        self._seiten = seiten
        self._runner = runner
        self._gekommen = gekommen
        self._bilder: OrderedDict[int, tuple[Wunsch, Seitenbild]] = OrderedDict()
        self._bytes = 0
        self._wuensche: tuple[Wunsch, ...] = ()
        self._laeuft = False
        self.defekt: dict[int, Exception] = {}

    def bild(self, nummer: int) -> Seitenbild | None:
        """The newest picture of a page, maybe of an older scale."""
        stueck = self._bilder.get(nummer)
        if stueck is None:
            return None
        self._bilder.move_to_end(nummer)
        return stueck[1]

    def wuensche(self, wuensche: Sequence[Wunsch]) -> None:
        """What is needed now, the most urgent first; older wishes are forgotten."""
        self._wuensche = tuple(self._begrenzt(w) for w in wuensche)
        self._weiter()

    def schliesse(self) -> None:
        """Draws no more."""
        self._wuensche = ()
        self._bilder.clear()
        self._bytes = 0

    def _begrenzt(self, wunsch: Wunsch) -> Wunsch:
        mass = self._seiten.masse[wunsch.nummer]
        pixel = mass.breite * mass.hoehe * wunsch.massstab**2
        if pixel <= HOECHSTENS:
            return wunsch
        massstab = wunsch.massstab * (HOECHSTENS / pixel) ** 0.5
        return Wunsch(wunsch.nummer, massstab, wunsch.grau)

    def _weiter(self) -> None:
        if self._laeuft:
            return
        wunsch = next((w for w in self._wuensche if self._fehlt(w)), None)
        if wunsch is None:
            return
        self._laeuft = True

        def arbeit(_: Lauf) -> Seitenbild:
            return self._seiten.zeichne(wunsch.nummer, wunsch.massstab, grau=wunsch.grau)

        def fertig(bild: Seitenbild) -> None:
            self._laeuft = False
            if self._wuensche:
                self._lege_ab(wunsch, bild)
                self._gekommen(wunsch.nummer)
            self._weiter()

        def gescheitert(fehler: Exception) -> None:
            self._laeuft = False
            self.defekt[wunsch.nummer] = fehler
            if self._wuensche:
                self._gekommen(wunsch.nummer)
            self._weiter()

        self._runner.run(arbeit, on_done=fertig, on_error=gescheitert)

    def _fehlt(self, wunsch: Wunsch) -> bool:
        vorhanden = self._bilder.get(wunsch.nummer)
        return wunsch.nummer not in self.defekt and (vorhanden is None or vorhanden[0] != wunsch)

    def _lege_ab(self, wunsch: Wunsch, bild: Seitenbild) -> None:
        alt = self._bilder.pop(wunsch.nummer, None)
        self._bytes += len(bild.daten) - (len(alt[1].daten) if alt else 0)
        self._bilder[wunsch.nummer] = (wunsch, bild)
        gebraucht = {w.nummer for w in self._wuensche}
        for nummer in list(self._bilder):
            if self._bytes <= VORRAT:
                break
            if nummer not in gebraucht:
                self._bytes -= len(self._bilder.pop(nummer)[1].daten)
