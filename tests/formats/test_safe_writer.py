"""Files are written whole or not at all, and faults are told in German."""

from __future__ import annotations

import errno
import os
import stat
import sys

import pytest

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.safe_write import write_file


def test_replaces_the_old_file_and_leaves_nothing_beside_it(tmp_path):
    ziel = tmp_path / "papier.pdf"
    ziel.write_bytes(b"alt")
    write_file(ziel, b"neu")
    assert ziel.read_bytes() == b"neu"
    assert list(tmp_path.iterdir()) == [ziel]


@pytest.mark.skipif(sys.platform == "win32", reason="Rechte gibt es so nur unter POSIX")
def test_new_files_get_the_usual_rights(tmp_path):
    vergleich = tmp_path / "vergleich"
    vergleich.write_bytes(b"")
    write_file(tmp_path / "papier.pdf", b"neu")
    rechte = [stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()]
    assert len(set(rechte)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Verweise brauchen dort besondere Rechte")
def test_a_link_keeps_pointing_to_the_written_file(tmp_path):
    echt, verweis = tmp_path / "echt.pdf", tmp_path / "verweis.pdf"
    echt.write_bytes(b"alt")
    verweis.symlink_to(echt)
    write_file(verweis, b"neu")
    assert verweis.is_symlink()
    assert echt.read_bytes() == b"neu"


@pytest.mark.parametrize(
    ("nummer", "wort"),
    [
        (errno.ENOSPC, "kein Platz"),
        (errno.EACCES, "darf nicht geschrieben werden"),
        (errno.EROFS, "darf nicht geschrieben werden"),
        (errno.EIO, "konnte nicht geschrieben werden"),
    ],
)
@pytest.mark.parametrize("stelle", ["fsync", "replace"])
def test_old_file_stays_whole_when_something_fails(tmp_path, monkeypatch, stelle, nummer, wort):
    ziel = tmp_path / "papier.pdf"
    ziel.write_bytes(b"alt")

    def scheitere(*_):
        raise OSError(nummer, os.strerror(nummer))

    monkeypatch.setattr(f"antragsbuero.formats.safe_write.os.{stelle}", scheitere)
    with pytest.raises(Dateifehler, match=wort) as fehler:
        write_file(ziel, b"neu")
    monkeypatch.undo()
    assert "Die bisherige Datei ist unverändert." in str(fehler.value)
    assert ziel.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [ziel]


def test_a_file_open_elsewhere_on_windows_is_named(tmp_path, monkeypatch):
    ziel = tmp_path / "papier.docx"
    ziel.write_bytes(b"alt")

    def gesperrt(*_):
        fehler = PermissionError(errno.EACCES, "sharing violation")
        fehler.winerror = 32
        raise fehler

    monkeypatch.setattr("antragsbuero.formats.safe_write.os.replace", gesperrt)
    with pytest.raises(Dateifehler, match="in einem anderen Programm geöffnet"):
        write_file(ziel, b"neu")
    assert ziel.read_bytes() == b"alt"


def test_missing_folder_folder_as_target_and_long_names(tmp_path):
    with pytest.raises(Dateifehler, match=r"Den Ordner .* gibt es nicht"):
        write_file(tmp_path / "fehlt" / "papier.pdf", b"x")
    with pytest.raises(Dateifehler, match="ist ein Ordner"):
        write_file(tmp_path, b"x")
    (tmp_path / "datei").write_bytes(b"")
    with pytest.raises(Dateifehler, match="gibt es nicht"):
        write_file(tmp_path / "datei" / "papier.pdf", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["datei"]


def test_too_long_a_name_is_said_so(tmp_path, monkeypatch):
    def scheitere(*_):
        raise OSError(errno.ENAMETOOLONG, "zu lang")

    monkeypatch.setattr("antragsbuero.formats.safe_write.os.replace", scheitere)
    with pytest.raises(Dateifehler, match="zu lang"):
        write_file(tmp_path / "papier.pdf", b"x")
