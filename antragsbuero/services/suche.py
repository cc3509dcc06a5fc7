"""Full-text search over everything stored."""

from __future__ import annotations

from antragsbuero.services.ports import Suchergebnis, UnitOfWork


class Suche:
    """Finds Vorgänge by the words in them."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def suche(self, ausdruck: str, grenze: int = 50) -> Suchergebnis:
        """The newest hits, title hits first; words of fewer than two letters find nothing."""
        with self._uow.read() as arbeit:
            return arbeit.vorgaenge.search(ausdruck, grenze)
