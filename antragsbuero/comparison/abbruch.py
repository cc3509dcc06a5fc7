"""Stopping a comparison from outside."""

from __future__ import annotations

from collections.abc import Callable

Abbruch = Callable[[], bool]
"""Asked now and then; True means that nobody waits for the result any more."""


class Abgebrochen(Exception):
    """The comparison was stopped on request; there is no result."""


def pruefen(abbruch: Abbruch | None) -> None:
    """Raises Abgebrochen when `abbruch` says so."""
    if abbruch is not None and abbruch():
        raise Abgebrochen
