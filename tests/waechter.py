"""The watch over units of work: none may be open for long."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from antragsbuero.storage.ablage import Ablage

LAENGSTE_EINHEIT_S = 0.2
"""How long a unit of work may compute."""
LAENGSTE_WARTEZEIT_S = 5.0
"""How long it may be open at all: after that other connections give up."""


class Muellabfuhr:
    """Counts the time that Python's garbage collector takes from each thread."""

    def __init__(self) -> None:
        self._seit = 0.0
        self._faden = threading.local()

    @property
    def gesamt(self) -> float:
        return getattr(self._faden, "gesamt", 0.0)

    def __call__(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self._seit = time.thread_time()
        else:
            self._faden.gesamt = self.gesamt + time.thread_time() - self._seit


def bewache(monkeypatch: pytest.MonkeyPatch, muellabfuhr: Muellabfuhr) -> list[str]:
    """Measures every unit of work from now on; the list fills with those that took too long."""
    zu_lang: list[str] = []

    @contextmanager
    def gemessen(name: str) -> Iterator[None]:
        rechnen, uhr = time.thread_time() - muellabfuhr.gesamt, time.monotonic()
        yield
        rechnen = time.thread_time() - muellabfuhr.gesamt - rechnen
        uhr = time.monotonic() - uhr
        if rechnen > LAENGSTE_EINHEIT_S or uhr > LAENGSTE_WARTEZEIT_S:
            zu_lang.append(f"{name}: {rechnen:.2f} s gerechnet, {uhr:.2f} s offen")

    lesen, schreiben = Ablage.read, Ablage._schreibe

    @contextmanager
    def read(self):
        with gemessen("read"), lesen(self) as arbeit:
            yield arbeit

    def schreibe(self, arbeit):
        with gemessen("write"):
            return schreiben(self, arbeit)

    monkeypatch.setattr(Ablage, "read", read)
    monkeypatch.setattr(Ablage, "_schreibe", schreibe)
    return zu_lang
