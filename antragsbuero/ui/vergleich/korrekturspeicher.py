"""Stores corrections of pairings and takes them back; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from antragsbuero.comparison.korrektur import Korrektur
from antragsbuero.services.vergleiche import Vergleiche
from antragsbuero.ui.vergleich.korrekturen import Paarkorrektur

_Stand = dict[tuple[str, str], tuple[Korrektur, ...]]
"""All corrections of some pairs of Fassungen."""


class Korrekturspeicher:
    """Remembers for each step what stood before and after; its methods wait for the database."""

    def __init__(self, vergleiche: Vergleiche) -> None:
        self._vergleiche = vergleiche
        self._getan: list[tuple[_Stand, _Stand]] = []
        self._zurueckgenommen: list[tuple[_Stand, _Stand]] = []

    @property
    def kann_zurueck(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._getan)

    @property
    def kann_vor(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._zurueckgenommen)

    def ergaenze(self, korrekturen: Sequence[Paarkorrektur]) -> None:
        """One step of corrections."""
        vorher: _Stand = {(k.a, k.b): self._vergleiche.korrekturen(k.a, k.b) for k in korrekturen}
        nachher = dict(vorher)
        for k in korrekturen:
            nachher[k.a, k.b] = (*nachher[k.a, k.b], k.korrektur)
        self._setze(nachher)
        self._getan.append((vorher, nachher))
        self._zurueckgenommen.clear()

    def nimm_zurueck(self) -> None:
        """Undoes the last step."""
        vorher, _ = self._getan[-1]
        self._setze(vorher)
        self._zurueckgenommen.append(self._getan.pop())

    def stelle_wieder_her(self) -> None:
        """Does the last undone step again."""
        _, nachher = self._zurueckgenommen[-1]
        self._setze(nachher)
        self._getan.append(self._zurueckgenommen.pop())

    def vergiss(self) -> None:
        """Another Vorgang: what was done stays stored, but cannot be undone here."""
        self._getan.clear()
        self._zurueckgenommen.clear()

    def _setze(self, stand: _Stand) -> None:
        for (a, b), korrekturen in stand.items():
            self._vergleiche.korrigiere(a, b, korrekturen)
