"""Background work as presenters see it; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Abgebrochen(Exception):
    """A person cancelled the work."""


class Lauf(Protocol):
    """Handed to the work itself, on its own thread."""

    def abgebrochen(self) -> bool:
        """Whether the work should stop; ask between steps."""
        ...

    def pruefe(self) -> None:
        """Raises Abgebrochen when the work should stop."""
        ...

    def fortschritt(self, anteil: float | None) -> None:
        """Tells how much is done, 0 to 1; None while nobody can know."""
        ...


def unterbrechbar(lauf: Lauf, arbeit: Callable[[], T]) -> T:
    """Does work that composes or writes papers; cancelled, it stops within a row or a page.

    Raises:
        Abgebrochen: a person cancelled it.
    """
    # Loaded at its first use: start-up must not wait for it.
    from antragsbuero.dokument import abbruch

    try:
        with abbruch.unterbrechbar(lauf.abgebrochen):
            return arbeit()
    except abbruch.Abgebrochen:
        raise Abgebrochen from None


class Aufgabe(Protocol):
    """Running work as its owner sees it."""

    def brich_ab(self) -> None:
        """Asks the work to stop; its result is thrown away, `on_done` is not called."""
        ...


class TaskRunner(Protocol):
    """Runs work off the thread of the window and brings the result back to it."""

    def run(
        self,
        arbeit: Callable[[Lauf], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Callable[[float | None], None] | None = None,
        on_abbruch: Callable[[], None] | None = None,
        titel: str | None = None,
    ) -> Aufgabe:
        """Starts `arbeit`; each callback is called on the thread of the window.

        Args:
            arbeit: must touch no widget and return frozen things.
            on_done: takes the result; not called when cancelled.
            on_error: takes any exception; not called when cancelled.
            on_progress: takes the share done.
            on_abbruch: called when cancelled work has come to its end.
            titel: shown in the status bar with progress and a button to cancel ("Word-Datei
                wird geschrieben"); None for short silent work.
        """
        ...
