"""What services tell after a commit."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VorgangGespeichert:
    """A Vorgang is new or has changed."""

    kennung: str
    neu: bool = False


@dataclass(frozen=True, slots=True)
class VorgangEntfernt:
    """A Vorgang is gone."""

    kennung: str


@dataclass(frozen=True, slots=True)
class EinstellungenGeaendert:
    """Settings of the office have changed."""


Ereignis = VorgangGespeichert | VorgangEntfernt | EinstellungenGeaendert
Empfaenger = Callable[[Ereignis], None]


class Ereignisse:
    """Hands each event to everybody who asked; called on the thread that committed."""

    def __init__(self) -> None:
        self._empfaenger: list[Empfaenger] = []

    def subscribe(self, empfaenger: Empfaenger) -> Callable[[], None]:
        """Adds a receiver; the returned function takes it out again."""
        self._empfaenger.append(empfaenger)
        return lambda: self._empfaenger.remove(empfaenger)

    def publish(self, ereignis: Ereignis) -> None:
        """Tells everybody; a receiver that fails is logged and does not stop the others."""
        for empfaenger in tuple(self._empfaenger):
            try:
                empfaenger(ereignis)
            except Exception:
                log.exception("Empfänger von %s ist gescheitert", type(ereignis).__name__)
