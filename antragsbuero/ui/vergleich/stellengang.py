"""Walks through the changes of a comparison and stays at one when it is shown anew; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from antragsbuero.ui.vergleich.rows import Stelle


class Stellengang:
    """The changes in their order; `hier` is the number of the current one, None for none."""

    def __init__(self) -> None:
        self._stellen: tuple[Stelle, ...] = ()
        self.hier: int | None = None

    def ersetze(self, stellen: Sequence[Stelle], *, gleiche_fassungen: bool) -> None:
        """Takes other changes; the current one stays where it is among them."""
        alte = self.stelle if gleiche_fassungen else None
        self._stellen = tuple(stellen)
        self.hier = self._stellen.index(alte) if alte in self._stellen else None

    @property
    def stelle(self) -> Stelle | None:
        """The current change."""
        return None if self.hier is None else self._stellen[self.hier]

    def naechste(self, schritt: int, zeile: int) -> int | None:
        """The number of the next (1) or previous (-1) change, around the end; None without any.

        Starts from `zeile` of the Synopse if none is chosen.
        """
        if not self._stellen:
            return None
        if self.hier is not None:
            return (self.hier + schritt) % len(self._stellen)
        nach = next((k for k, s in enumerate(self._stellen) if s.zeile >= zeile), None)
        if schritt > 0:
            return nach if nach is not None else 0
        return ((nach if nach is not None else len(self._stellen)) - 1) % len(self._stellen)
