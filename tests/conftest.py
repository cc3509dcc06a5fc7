"""Fixtures of all rooms: PostgreSQL, and the watch over units of work."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from antragsbuero.storage.ablage import Ablage
from tests import postgres
from tests.postgres import PostgresServer

LAENGSTE_EINHEIT_S = 0.2
"""How long a unit of work may compute."""
LAENGSTE_WARTEZEIT_S = 5.0
"""How long it may be open at all: after that other connections give up."""


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server for this session; each worker of a parallel run has its own."""
    if os.environ.get(postgres.OHNE):
        pytest.skip(f"übersprungen: PostgreSQL ({postgres.OHNE} ist gesetzt)")
    with postgres.gestartet() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of an empty database of its own."""
    name = postgres_server.neue_datenbank()
    yield postgres_server.url(name)
    postgres_server.entferne(name)


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


@pytest.fixture(scope="session")
def muellabfuhr() -> Iterator[Muellabfuhr]:
    """Asked by `kurze_einheiten`."""
    zaehler = Muellabfuhr()
    gc.callbacks.append(zaehler)
    yield zaehler
    gc.callbacks.remove(zaehler)


@pytest.fixture(autouse=True)
def kurze_einheiten(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, muellabfuhr: Muellabfuhr
) -> Iterator[None]:
    """Fails a test that holds a unit of work for long.

    Computing counts by the processor time of the thread without garbage collection, so that
    neither a busy machine nor a great heap fails anybody. A module about great amounts says
    `LANGE_EINHEITEN = True`.
    """
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
    yield
    if zu_lang and not getattr(request.module, "LANGE_EINHEITEN", False):
        pytest.fail("Eine Arbeitseinheit war zu lange offen: " + "; ".join(zu_lang))
