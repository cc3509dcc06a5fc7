"""Prints what was tried, one line for each check, with the time it took."""

from __future__ import annotations

import time
from collections.abc import Callable

from bau.befehle import Baufehler


class Bericht:
    """Runs checks one after another; the first that fails ends the stage."""

    def __init__(self, titel: str) -> None:
        self._titel = titel
        self._anfang = time.monotonic()
        self._anzahl = 0

    def pruefe(self, name: str, pruefung: Callable[[], str | None]) -> None:
        """Runs one check, which returns a detail or raises Baufehler."""
        anfang = time.monotonic()
        try:
            angabe = pruefung()
        except Baufehler as fehler:
            raise Baufehler(f"{name}: {fehler}") from fehler
        self._anzahl += 1
        dauer = time.monotonic() - anfang
        print(f"  {name}{f': {angabe}' if angabe else ''} ({dauer:.0f} s)", flush=True)

    def ende(self) -> None:
        """The last line."""
        dauer = time.monotonic() - self._anfang
        print(f"{self._titel}: {self._anzahl} Prüfungen bestanden ({dauer:.0f} s)", flush=True)


def verlange(bedingung: object, sonst: str) -> None:
    """Raises Baufehler with this text unless the condition holds."""
    if not bedingung:
        raise Baufehler(sonst)


def warte_bis(bedingung: Callable[[], object], sonst: str, *, frist: float = 60) -> None:
    """Looks again and again until the condition holds; after `frist` seconds Baufehler."""
    ende = time.monotonic() + frist
    while not bedingung():
        verlange(time.monotonic() < ende, sonst)
        time.sleep(0.2)
