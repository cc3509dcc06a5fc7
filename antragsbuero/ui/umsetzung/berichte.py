"""The reports beside the points: which statement belongs to which."""

from __future__ import annotations

from dataclasses import replace

from antragsbuero.documents.bezeichnungen import berichtstitel
from antragsbuero.domain.bericht import Bericht, Berichtsteil
from antragsbuero.services.berichtszuordnung import schlage_zuordnung_vor
from antragsbuero.ui.umsetzung.details import Wahl, bericht_detail
from antragsbuero.ui.umsetzung.mitte import Mitte
from antragsbuero.ui.umsetzung.rows import neuester_bericht


class Berichte:
    """Shows one report of the Vorgang and stores its mapping."""

    def __init__(self, presenter: Mitte) -> None:
        self._presenter = presenter
        self._gewaehlt = ""

    def vergiss(self) -> None:
        """Another Vorgang is shown."""
        self._gewaehlt = ""

    def waehle(self, kennung: str) -> None:
        """Shows another report."""
        if kennung != self._gewaehlt:
            self._gewaehlt = kennung
            self.zeige()

    def zeige(self) -> None:
        """Shows the reports of the Vorgang and the chosen one, else the newest."""
        vorgang, beschluss = self._presenter.vorgang, self._presenter.beschluss
        if vorgang is None:
            return
        wahl = [Wahl(b.kennung, berichtstitel(b)) for b in vorgang.berichte]
        bericht = self._bericht()
        detail = None
        if bericht is not None and beschluss is not None:
            detail = bericht_detail(vorgang, bericht, beschluss)
        self._presenter.view.zeige_berichte(wahl, detail)

    def _bericht(self) -> Bericht | None:
        vorgang = self._presenter.vorgang
        if vorgang is None:
            return None
        gewaehlt = next((b for b in vorgang.berichte if b.kennung == self._gewaehlt), None)
        return gewaehlt or neuester_bericht(vorgang)

    def ordne_zu(self, nummer: int, punkt: str) -> None:
        """A person said to which point a statement belongs: that confirms it."""
        bericht = self._bericht()
        if bericht is None or nummer >= len(bericht.teile):
            return
        teil = bericht.teile[nummer]
        if (teil.punkt, teil.bestaetigt) != (punkt, True):
            neu = replace(teil, punkt=punkt, bestaetigt=True)
            self._speichere(bericht, (*bericht.teile[:nummer], neu, *bericht.teile[nummer + 1 :]))

    def bestaetige(self, nummer: int) -> None:
        """A person agrees with one proposal."""
        bericht = self._bericht()
        if bericht is not None and nummer < len(bericht.teile):
            self.ordne_zu(nummer, bericht.teile[nummer].punkt)

    def bestaetige_alle(self) -> None:
        """A person agrees with all proposals."""
        bericht = self._bericht()
        if bericht is not None:
            teile = tuple(replace(teil, bestaetigt=True) for teil in bericht.teile)
            self._speichere(bericht, teile)

    def schlage_vor(self) -> None:
        """Proposes points for the words that have none, by likeness."""
        bericht, beschluss = self._bericht(), self._presenter.beschluss
        if bericht is not None and beschluss is not None:
            self._speichere(bericht, schlage_zuordnung_vor(bericht, beschluss).teile)

    def _speichere(self, bericht: Bericht, teile: tuple[Berichtsteil, ...]) -> None:
        presenter, vorgang = self._presenter, self._presenter.vorgang
        if vorgang is None or teile == bericht.teile:
            return
        self._gewaehlt = bericht.kennung
        presenter.speichere(
            lambda: presenter.services.nachfragen.ordne_zu(vorgang.kennung, bericht.kennung, teile)
        )
