"""Places where a database file is refused."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from antragsbuero.services.errors import Ablagefehler
from antragsbuero.storage import ort
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.ort import cloud_ordner, dateisystem, pruefe_ort


def pruefe(pfad, art="ext4"):
    pruefe_ort(Path(pfad), lambda: [("/", "ext4"), ("/netz", art)], lambda _: False)


@pytest.mark.parametrize("art", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs"])
def test_network_drives(art):
    with pytest.raises(Ablagefehler, match="Netzlaufwerk") as gemeldet:
        pruefe("/netz/fraktion/a.db", art)
    assert "PostgreSQL" in str(gemeldet.value)
    assert "Sicherungen auf das Laufwerk" in str(gemeldet.value)
    pruefe("/netzwerk/a.db", art)
    pruefe("/home/maria/a.db", art)


@pytest.mark.parametrize("art", ["ext4", "btrfs", "tmpfs", "overlay", "fuseblk", "9p", "virtiofs"])
def test_own_disks(art):
    pruefe("/netz/a.db", art)


@pytest.mark.parametrize(
    "ordner",
    ["OneDrive", "OneDrive - Stadt Beispiel", "Dropbox", "Dropbox (Fraktion)", "Nextcloud",
     "nextcloud", "ownCloud", "Google Drive", "GoogleDrive", "iCloudDrive"],
)  # fmt: skip
def test_synchronised_folders(ordner):
    with pytest.raises(Ablagefehler, match="Abgleichdienst"):
        pruefe(f"/home/maria/{ordner}/Fraktion/a.db")


@pytest.mark.parametrize("ordner", ["Dropboxer", "Meine Daten", "Oneway", "nextclouds-Kopie"])
def test_folders_with_like_names(ordner):
    pruefe(f"/home/maria/{ordner}/a.db")


def test_marks_of_sync_programs(tmp_path):
    (tmp_path / "tief").mkdir()
    (tmp_path / ".nextcloudsync.log").touch()
    assert cloud_ordner(tmp_path / "tief" / "a.db") == tmp_path


def test_link_into_a_synchronised_folder(tmp_path):
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "daten").symlink_to(tmp_path / "Nextcloud")
    for nur_lesen in (True, False):
        with pytest.raises(Ablagefehler, match="Nextcloud"):
            oeffne(tmp_path / "daten" / "a.db", nur_lesen=nur_lesen, sicherungsordner=tmp_path)
    assert list((tmp_path / "Nextcloud").iterdir()) == []


def test_remote_drive_of_windows():
    with pytest.raises(Ablagefehler, match="Netzlaufwerk"):
        pruefe_ort(Path("/x/a.db"), list, lambda _: True)


def test_the_nearest_and_last_mount_counts():
    punkte = [("/", "ext4"), ("/a", "nfs"), ("/a", "ext4"), ("/a/b", "cifs"), ("/a/bc", "xfs")]
    arten = {p: dateisystem(PurePosixPath(p), punkte) for p in ("/x", "/a/x", "/a/b/x", "/a/bc/x")}
    assert arten == {"/x": "ext4", "/a/x": "ext4", "/a/b/x": "cifs", "/a/bc/x": "xfs"}
    assert dateisystem(PurePosixPath("/x"), []) == ""


def test_mounts_of_this_system():
    assert any(punkt == "/" for punkt, _ in ort.eingehaengt()) or not Path("/proc").exists()
    assert ort._entschluesselt(r"/mnt/Mein\040Laufwerk") == "/mnt/Mein Laufwerk"
    assert not ort.windows_netzlaufwerk(Path("/home/maria/a.db"))


def test_without_a_list_of_mounts(monkeypatch):
    def fehlt(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", fehlt)
    assert ort.eingehaengt() == []


def test_folder_that_cannot_be_looked_into(monkeypatch):
    def verweigert(_):
        raise PermissionError

    monkeypatch.setattr(Path, "exists", verweigert)
    assert cloud_ordner(Path("/home/maria/a.db")) is None


@pytest.mark.parametrize(
    ("pfad", "art", "fern"),
    [(r"C:\Daten\a.db", 3, False), (r"Z:\Daten\a.db", 4, True), (r"\\amt\rat\a.db", 0, True)],
)
def test_drives_of_windows(pfad, art, fern):
    assert ort.ist_fern(PureWindowsPath(pfad).anchor, lambda _: art) is fern
