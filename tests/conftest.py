"""Fixtures of all rooms: PostgreSQL, and the watch over units of work."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest

from tests import postgres
from tests.postgres import PostgresServer
from tests.waechter import Muellabfuhr, bewache


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
    zu_lang = bewache(monkeypatch, muellabfuhr)
    yield
    if zu_lang and not getattr(request.module, "LANGE_EINHEITEN", False):
        pytest.fail("Eine Arbeitseinheit war zu lange offen: " + "; ".join(zu_lang))
