from __future__ import annotations

import os
import stat

import pytest

from antragsbuero.desktop.settings import (
    Einstellungen,
    lies_einstellungen,
    schreibe_einstellungen,
)
from antragsbuero.services.errors import Ablagefehler


def test_defaults_without_a_file(tmp_path):
    assert lies_einstellungen(tmp_path / "e.toml") == Einstellungen()


def test_kept(tmp_path):
    gewaehlt = Einstellungen("postgresql://amt/rat", "C:\\Sicherungen\\„Büro“")
    schreibe_einstellungen(tmp_path / "e.toml", gewaehlt)
    assert lies_einstellungen(tmp_path / "e.toml") == gewaehlt
    assert stat.S_IMODE((tmp_path / "e.toml").stat().st_mode) == 0o600
    assert len(list(tmp_path.iterdir())) == 1


def test_entries_of_a_newer_program_stay(tmp_path):
    pfad = tmp_path / "e.toml"
    pfad.write_text("datenbank = 7\n[farben]\nhell = true\n", encoding="utf-8")
    assert lies_einstellungen(pfad) == Einstellungen()
    schreibe_einstellungen(pfad, Einstellungen(datenbank="a.db"))
    assert "hell = true" in pfad.read_text(encoding="utf-8")


@pytest.mark.parametrize("inhalt", [b"= = =", b"\xff\xfe", b'datenbank = "'])
def test_damaged_file_is_left_as_it_is(tmp_path, inhalt):
    pfad = tmp_path / "e.toml"
    pfad.write_bytes(inhalt)
    with pytest.raises(Ablagefehler, match="bleibt, wie sie"):
        lies_einstellungen(pfad)
    with pytest.raises(Ablagefehler):
        schreibe_einstellungen(pfad, Einstellungen())
    assert pfad.read_bytes() == inhalt


def test_fault_while_writing_leaves_the_old_file(tmp_path, monkeypatch):
    pfad = tmp_path / "e.toml"
    schreibe_einstellungen(pfad, Einstellungen("alt.db"))

    def voll(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", voll)
    with pytest.raises(Ablagefehler, match="bisherigen gelten"):
        schreibe_einstellungen(pfad, Einstellungen("neu.db"))
    assert lies_einstellungen(pfad) == Einstellungen("alt.db")
    assert len(list(tmp_path.iterdir())) == 1
