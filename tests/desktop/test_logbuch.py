from __future__ import annotations

import logging
import stat
from logging.handlers import RotatingFileHandler

import pytest

from antragsbuero.desktop import logbuch

LOG = logging.getLogger("antragsbuero.probe")


@pytest.fixture
def datei(tmp_path):
    handler = logbuch.richte_ein(tmp_path / "log")
    yield tmp_path / "log" / "antragsbuero.log"
    logbuch.schliesse(handler)


def test_lines_with_ids(datei):
    LOG.info("Vorgang %s gespeichert", "4711")
    (zeile,) = datei.read_text(encoding="utf-8").splitlines()
    assert zeile.endswith("INFO antragsbuero.probe: Vorgang 4711 gespeichert")


def test_for_this_user_alone(datei):
    LOG.info("x")
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600
    assert stat.S_IMODE(datei.parent.stat().st_mode) == 0o700


def test_exceptions_without_their_words(datei):
    def innen():
        raise ValueError("Der Rat möge beschließen: geheimer Antragstext")

    try:
        try:
            innen()
        except ValueError as fehler:
            raise LookupError("noch ein Antragstext") from fehler
    except LookupError:
        LOG.exception("Vorgang 4711")
    text = datei.read_text(encoding="utf-8")
    assert "Antragstext" not in text
    assert "builtins.ValueError" in text
    assert "builtins.LookupError" in text
    assert "innen" in text
    assert __file__ in text


def test_passwords_are_masked(datei):
    LOG.warning("öffne postgresql://maria:geh:eim@rechner/rat und http://a:b@c")
    text = datei.read_text(encoding="utf-8")
    assert "postgresql://maria:***@rechner/rat" in text
    assert "http://a:***@c" in text
    assert "eim" not in text


def test_rotates(datei, monkeypatch):
    monkeypatch.setattr(_handler(), "maxBytes", 500)
    for nr in range(200):
        LOG.info("Zeile %s", nr)
    assert len(list(datei.parent.iterdir())) == 1 + logbuch.FRUEHERE
    assert all(stat.S_IMODE(d.stat().st_mode) == 0o600 for d in datei.parent.iterdir())


def test_started_twice_logs_once(datei, tmp_path):
    handler = logbuch.richte_ein(tmp_path / "log")
    LOG.info("einmal")
    assert datei.read_text(encoding="utf-8").count("einmal") == 1
    logbuch.schliesse(handler)


def test_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "datei").touch()
    assert logbuch.richte_ein(tmp_path / "datei") is None


def test_full_disk_disturbs_nobody(datei, monkeypatch):
    def voll(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_handler(), "shouldRollover", voll)
    LOG.info("geht verloren")


def _handler():
    return next(h for h in logging.getLogger().handlers if isinstance(h, RotatingFileHandler))
