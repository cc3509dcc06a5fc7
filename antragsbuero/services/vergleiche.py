"""Comparing two to four Fassungen, stored ones or such from files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

from antragsbuero.comparison.korrektur import Korrektur
from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.bezeichnungen import fassungstitel
from antragsbuero.domain.fassung import Fassung
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.ports import UnitOfWork


class Vergleiche:
    """Use cases of the comparison."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def synopse(
        self,
        fassungen: Sequence[Fassung],
        *,
        titel: Sequence[str] | None = None,
        basen: Sequence[int | None] | None = None,
        abbruch: Callable[[], bool] | None = None,
    ) -> Synopse:
        """The Synopse of two to four Fassungen, corrections by hand included.

        Raises:
            Abgelehnt: there are fewer than two or more than four columns.
        """
        if not 2 <= len(fassungen) <= 4:
            raise Abgelehnt("Ein Vergleich braucht zwei bis vier Fassungen.")
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.comparison.compare import vergleiche

        return vergleiche(
            fassungen,
            titel=titel or [fassungstitel(f) for f in fassungen],
            basen=basen,
            korrekturen=self._korrekturen(fassungen),
            abbruch=abbruch,
        )

    def _korrekturen(
        self, fassungen: Sequence[Fassung]
    ) -> dict[tuple[str, str], tuple[Korrektur, ...]]:
        with self._uow.read() as arbeit:
            return {
                (a.kennung, b.kennung): korrekturen
                for a, b in permutations(fassungen, 2)
                if (korrekturen := arbeit.korrekturen.get(a.kennung, b.kennung))
            }

    def korrekturen(self, a: str, b: str) -> tuple[Korrektur, ...]:
        """The corrections of a pair of Fassungen, in the order they were made."""
        with self._uow.read() as arbeit:
            return arbeit.korrekturen.get(a, b)

    def korrigiere(self, a: str, b: str, korrekturen: Sequence[Korrektur]) -> None:
        """Stores the corrections of a pair of Fassungen for every later comparison."""
        self._uow.write(lambda work: work.korrekturen.set(a, b, korrekturen))
