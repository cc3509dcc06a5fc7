from __future__ import annotations

import getpass
import os
import socket
import subprocess
import sys

import pytest
from filelock import FileLock

from antragsbuero.desktop import lock
from antragsbuero.desktop.lock import Datenbanksperre
from antragsbuero.services.errors import Ablagefehler, Gesperrt, NurLesen

HALTER = """
import sys
from pathlib import Path
from antragsbuero.desktop.lock import Datenbanksperre
with Datenbanksperre(Path(sys.argv[1])):
    print("hält", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def fremder(tmp_path):
    """Another process that holds the lock."""
    prozess = subprocess.Popen(
        [sys.executable, "-c", HALTER, str(tmp_path / "a.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert prozess.stdout.readline() == "hält\n"
    yield prozess
    prozess.kill()
    prozess.communicate()


def test_second_process_is_refused_with_the_holders_name(fremder, tmp_path):
    with pytest.raises(Gesperrt) as gemeldet:
        Datenbanksperre(tmp_path / "a.db").__enter__()
    meldung = str(gemeldet.value)
    assert f"Prozess {fremder.pid}" in meldung
    assert socket.gethostname() in meldung
    assert getpass.getuser() in meldung
    assert "nichts geändert" in meldung


def test_refused_one_leaves_the_holders_name(fremder, tmp_path):
    for _ in range(2):
        with pytest.raises(Gesperrt, match=f"Prozess {fremder.pid}"):
            Datenbanksperre(tmp_path / "a.db").__enter__()


def test_free_after_the_holder_was_killed(fremder, tmp_path):
    fremder.kill()
    fremder.wait()
    with Datenbanksperre(tmp_path / "a.db"):
        text = (tmp_path / "a.db.halter").read_text(encoding="utf-8")
        assert f"Prozess {os.getpid()}" in text


def test_free_after_the_block(tmp_path):
    for _ in range(2):
        with Datenbanksperre(tmp_path / "a.db"), pytest.raises(Gesperrt):
            Datenbanksperre(tmp_path / "a.db").__enter__()
        assert not (tmp_path / "a.db.halter").exists()


def test_each_database_has_its_own(tmp_path):
    with Datenbanksperre(tmp_path / "a.db"), Datenbanksperre(tmp_path / "b.db"):
        pass


def test_holder_without_a_name(tmp_path):
    with (
        FileLock(tmp_path / "a.db.sperre"),
        pytest.raises(Gesperrt, match="nicht hinterlassen"),
    ):
        Datenbanksperre(tmp_path / "a.db").__enter__()


def test_user_without_a_name(tmp_path, monkeypatch):
    def namenlos():
        raise OSError("No username set in the environment")

    monkeypatch.setattr(lock.getpass, "getuser", namenlos)
    with Datenbanksperre(tmp_path / "a.db"):
        assert "unbekannt" in (tmp_path / "a.db.halter").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fehler", "art"),
    [
        (PermissionError(13, "x"), NurLesen),
        (OSError(30, "Read-only"), NurLesen),
        (OSError(28, "x"), Ablagefehler),
    ],
)
def test_folder_that_takes_no_lock(tmp_path, monkeypatch, fehler, art):
    def weigert_sich(*_, **__):
        raise fehler

    monkeypatch.setattr(FileLock, "acquire", weigert_sich)
    with pytest.raises(art, match="nichts"):
        Datenbanksperre(tmp_path / "a.db").__enter__()


def test_label_that_cannot_be_written_does_not_matter(tmp_path, monkeypatch):
    (tmp_path / "a.db.halter").write_text("Jemand anderes")

    def voll(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Datenbanksperre, "_schreibe_halter", voll)
    with Datenbanksperre(tmp_path / "a.db"):
        assert not (tmp_path / "a.db.halter").exists()
