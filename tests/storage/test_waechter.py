"""The watch itself."""

from __future__ import annotations

import gc
import time

from tests.waechter import LAENGSTE_EINHEIT_S, bewache

LANGE_EINHEITEN = True


def rechne(_arbeit=None):
    ende = time.thread_time() + LAENGSTE_EINHEIT_S * 1.5
    while time.thread_time() < ende:
        pass


def test_long_units_are_reported(sqlite, monkeypatch, muellabfuhr):
    zu_lang = bewache(monkeypatch, muellabfuhr)
    with sqlite.read() as arbeit:
        arbeit.vorgaenge.count()
    sqlite.write(lambda arbeit: arbeit.einstellungen.set("x", "1"))
    assert zu_lang == []

    with sqlite.read():
        rechne()
    sqlite.write(rechne)

    assert [eintrag.split(":")[0] for eintrag in zu_lang] == ["read", "write"]


def test_garbage_collection_does_not_count(sqlite, monkeypatch, muellabfuhr):
    zu_lang = bewache(monkeypatch, muellabfuhr)
    vorher = muellabfuhr.gesamt

    def raeume_auf(phase, _info):
        if phase == "start":
            rechne()

    gc.callbacks.append(raeume_auf)  # after the counter: its time counts as collection
    try:
        with sqlite.read():
            gc.collect()
    finally:
        gc.callbacks.remove(raeume_auf)
    assert muellabfuhr.gesamt - vorher > LAENGSTE_EINHEIT_S
    assert zu_lang == []
