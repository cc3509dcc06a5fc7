"""Stopping long work from outside: who starts it says how to ask, who does it asks often.

Composers and writers are many small functions; the question goes beside their arguments, so
that none of them has to hand it on. It belongs to the thread that does the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_frage: ContextVar[Callable[[], bool] | None] = ContextVar("abbruch", default=None)


class Abgebrochen(Exception):
    """Nobody waits for the result any more; there is none, and no file was changed."""


@contextmanager
def unterbrechbar(frage: Callable[[], bool]) -> Iterator[None]:
    """Inside, `pruefe_abbruch` raises Abgebrochen as soon as `frage` says True."""
    vorher = _frage.set(frage)
    try:
        yield
    finally:
        _frage.reset(vorher)


def abbruch_gewollt() -> bool:
    """Whether somebody wants the work of this thread to stop."""
    frage = _frage.get()
    return frage is not None and frage()


def pruefe_abbruch() -> None:
    """Raises Abgebrochen where the work should stop; cheap enough for every row and page."""
    if abbruch_gewollt():
        raise Abgebrochen
