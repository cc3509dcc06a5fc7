"""The one thread that writes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from antragsbuero.services.errors import Ablagefehler

T = TypeVar("T")


class Schreiber:
    """Runs one piece of work after the other, in the order they were given.

    Work that was given before `close` or before the program ends is still done.
    """

    def __init__(self) -> None:
        self._faden: int | None = None
        self._arbeiter = ThreadPoolExecutor(
            max_workers=1, thread_name_prefix="Schreiber", initializer=self._merke_faden
        )

    @property
    def ist_hier(self) -> bool:
        """Whether the caller runs on the writer thread."""
        return threading.get_ident() == self._faden

    def submit(self, arbeit: Callable[[], T]) -> Future[T]:
        """Queues the work.

        Raises:
            RuntimeError: called from the writer thread, where waiting would never end.
            Ablagefehler: the Ablage is closed already.
        """
        if self.ist_hier:
            raise RuntimeError(
                "A unit of work was opened inside write(): use the work that was handed in."
            )
        try:
            return self._arbeiter.submit(arbeit)
        except RuntimeError as fehler:
            raise Ablagefehler(
                "Die Datenbank ist schon geschlossen; die Änderung ist nicht gespeichert."
            ) from fehler

    def close(self) -> None:
        """Finishes what is queued and ends the thread."""
        self._arbeiter.shutdown()
        self._faden = None  # the system gives the number of an ended thread to another

    def _merke_faden(self) -> None:
        self._faden = threading.get_ident()
