"""Corrects pairings by hand, and takes that back; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.domain.fassung import Fassung
from antragsbuero.services.vergleiche import Vergleiche
from antragsbuero.ui.shared.tasks import TaskRunner
from antragsbuero.ui.vergleich.korrekturen import (
    LOESEN_GEHT_NICHT,
    VERBINDEN_GEHT_NICHT,
    Paarkorrektur,
    trenne,
    verbinde,
)
from antragsbuero.ui.vergleich.korrekturspeicher import Korrekturspeicher


class Korrekturgang:
    """Writes in the background; `rechne` compares anew, `melde` gets a text and its art."""

    def __init__(
        self,
        vergleiche: Vergleiche,
        runner: TaskRunner,
        rechne: Callable[[], None],
        melde: Callable[[str, str], None],
        fehlertext: Callable[[Exception], str],
    ) -> None:
        self._runner = runner
        self._rechne = rechne
        self._melde = melde
        self._fehlertext = fehlertext
        self.speicher = Korrekturspeicher(vergleiche)

    def verbinde(
        self, synopse: Synopse, fassungen: Sequence[Fassung], zeilen: Sequence[int]
    ) -> None:
        """The points of these rows belong together."""
        self._ergaenze(verbinde(synopse, fassungen, sorted(set(zeilen))), VERBINDEN_GEHT_NICHT)

    def trenne(
        self, synopse: Synopse, fassungen: Sequence[Fassung], zeile: int, spalte: int
    ) -> None:
        """The point in this cell does not belong to the others of its row."""
        self._ergaenze(trenne(synopse, fassungen, zeile, spalte), LOESEN_GEHT_NICHT)

    def _ergaenze(self, korrekturen: tuple[Paarkorrektur, ...], sonst: str) -> None:
        if not korrekturen:
            self._melde(sonst, "gelb")
            return
        self._schreibe(lambda: self.speicher.ergaenze(korrekturen))

    def nimm_zurueck(self) -> None:
        """Undoes the last correction."""
        if self.speicher.kann_zurueck:
            self._schreibe(self.speicher.nimm_zurueck)

    def stelle_wieder_her(self) -> None:
        """Does an undone correction again."""
        if self.speicher.kann_vor:
            self._schreibe(self.speicher.stelle_wieder_her)

    def _schreibe(self, tun: Callable[[], None]) -> None:
        self._runner.run(
            lambda _: tun(),
            on_done=lambda _: self._rechne(),
            on_error=lambda fehler: self._melde(self._fehlertext(fehler), "rot"),
        )
