"""The thread that writes."""

from __future__ import annotations

import threading

import pytest

from antragsbuero.services.errors import Ablagefehler
from antragsbuero.storage.schreiber import Schreiber


def test_the_number_of_an_ended_thread_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system gives it to the next thread, which may well read."""
    schreiber = Schreiber()
    nummer = schreiber.submit(threading.get_ident).result()
    assert schreiber.submit(lambda: schreiber.ist_hier).result()
    schreiber.close()
    monkeypatch.setattr("antragsbuero.storage.schreiber.threading.get_ident", lambda: nummer)
    assert not schreiber.ist_hier
    with pytest.raises(Ablagefehler):
        schreiber.submit(lambda: None)
