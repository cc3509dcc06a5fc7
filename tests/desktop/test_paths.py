from __future__ import annotations

import stat
from pathlib import Path

import appdirs
import pytest

from antragsbuero.desktop.paths import Datenordner
from antragsbuero.services.errors import Ablagefehler, NurLesen


def test_fixed_names_inside(tmp_path):
    ordner = Datenordner(tmp_path / "daten")
    assert ordner.pfad == tmp_path / "daten"
    assert ordner.datenbank == tmp_path / "daten" / "antragsbuero.db"
    assert ordner.sicherungen == tmp_path / "daten" / "sicherungen"
    assert ordner.log.parent == ordner.einstellungen.parent == ordner.pfad


def test_made_for_this_user_alone(tmp_path):
    Datenordner(tmp_path / "a" / "b")
    for ordner in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(ordner.stat().st_mode) == 0o700


def test_only_when_asked_for(tmp_path):
    Datenordner(tmp_path / "a", anlegen=False)
    assert not (tmp_path / "a").exists()


def test_an_existing_folder_is_left_as_it_is(tmp_path):
    tmp_path.chmod(0o755)
    Datenordner(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_default_is_where_the_system_keeps_data():
    pfad = Datenordner(anlegen=False).pfad
    assert pfad == Path(appdirs.user_data_dir("Antragsbuero", appauthor=False))
    assert pfad.name == "Antragsbuero"


def test_relative_folder_stays_the_same_after_a_change_of_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ordner = Datenordner(Path("daten"))
    monkeypatch.chdir("/")
    assert ordner.pfad == tmp_path / "daten"


def test_file_in_its_place(tmp_path):
    (tmp_path / "datei").touch()
    for pfad in (tmp_path / "datei", tmp_path / "datei" / "darunter"):
        with pytest.raises(Ablagefehler, match="--daten"):
            Datenordner(pfad)


def test_locked_folder(tmp_path, monkeypatch):
    def verweigert(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", verweigert)
    with pytest.raises(NurLesen, match="schreibgeschützt"):
        Datenordner(tmp_path / "neu")
