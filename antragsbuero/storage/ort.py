"""Places where a database file would come to harm: network drives and cloud-sync folders."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from antragsbuero.services.errors import Ablagefehler

NETZ_DATEISYSTEME = frozenset(
    (
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "ncpfs", "afs", "ceph", "glusterfs",
        "lustre", "davfs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone",
        "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.smbnetfs",
    )
)  # fmt: skip
"""Types of file systems that lie on another machine."""

CLOUD_ORDNER = re.compile(
    r"(onedrive|dropbox|nextcloud|owncloud|google ?drive|google-drive|my drive|meine ablage|"
    r"icloud ?drive|seafile|pcloud ?drive|magentacloud|sciebo|boxsync|box sync)\b.*",
    re.IGNORECASE,
)
"""Names that sync programs give their folders, also with a firm behind."""

SYNC_DATEIEN = (".nextcloudsync.log", ".owncloudsync.log", ".dropbox.cache")
"""Files by which sync programs mark the top of a folder."""

_DRIVE_REMOTE = 4
"""What GetDriveTypeW of Windows answers for a network drive."""

_AUSWEG = (
    "Legen Sie die Datenbank auf einen eigenen Datenträger dieses Rechners (mit „--daten“ oder "
    "in den Einstellungen) und nur die Sicherungen auf das Laufwerk; wenn mehrere Personen "
    "daran arbeiten, nehmen Sie eine PostgreSQL-Datenbank. Es wurde nichts angelegt und nichts "
    "geändert."
)


def pruefe_ort(
    pfad: Path,
    einhaengungen: Callable[[], Iterable[tuple[str, str]]] | None = None,
    ist_netzlaufwerk: Callable[[PurePath], bool] | None = None,
) -> None:
    """Refuses a database file where SQLite's locks or its journal cannot be relied upon.

    Args:
        pfad: absolute path of the file, which need not exist.
        einhaengungen: gives mount points with their types; by default those of this system.
        ist_netzlaufwerk: whether a path lies on a network drive by the system's word.

    Raises:
        Ablagefehler: the folder is synchronised or lies on a network drive.
    """
    echt = pfad.resolve()
    if (ordner := cloud_ordner(echt)) is not None:
        raise Ablagefehler(
            f"Die Datenbank „{pfad}“ läge im Ordner „{ordner}“, den ein Abgleichdienst mit "
            "anderen Rechnern abgleicht. Dort würde sie früher oder später beschädigt. " + _AUSWEG
        )
    im_netz = (ist_netzlaufwerk or windows_netzlaufwerk)(echt)
    if im_netz or dateisystem(echt, (einhaengungen or eingehaengt)()) in NETZ_DATEISYSTEME:
        raise Ablagefehler(
            f"Die Datenbank „{pfad}“ läge auf einem Netzlaufwerk. Dort sind Sperren und "
            "Schreibvorgänge nicht verlässlich, und sie würde früher oder später beschädigt. "
            + _AUSWEG
        )


def cloud_ordner(pfad: Path) -> Path | None:
    """The synchronised folder above the path, None without one."""
    for ordner in pfad.parents:
        if CLOUD_ORDNER.fullmatch(ordner.name):
            return ordner
        try:
            if any((ordner / name).exists() for name in SYNC_DATEIEN):
                return ordner
        except OSError:
            continue
    return None


def dateisystem(pfad: PurePath, einhaengungen: Iterable[tuple[str, str]]) -> str:
    """The type of the file system that holds the path, "" if unknown."""
    gefunden = [
        (len(PurePath(punkt).parts), art)
        for punkt, art in einhaengungen
        if pfad.is_relative_to(punkt)
    ]
    # A later mount on the same point hides the earlier one.
    laengste = max((laenge for laenge, _ in gefunden), default=0)
    return next((art for laenge, art in reversed(gefunden) if laenge == laengste), "")


def eingehaengt() -> list[tuple[str, str]]:
    """Mount points of this system with their types, in the order of mounting; empty elsewhere."""
    try:
        zeilen = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    felder = (zeile.split(" ") for zeile in zeilen.splitlines())
    return [(_entschluesselt(f[1]), f[2].lower()) for f in felder if len(f) > 2]


def windows_netzlaufwerk(pfad: PurePath) -> bool:
    """Whether Windows calls the drive of the path a remote one; False on other systems."""
    if sys.platform != "win32":
        return False
    return ist_fern(pfad.anchor, ctypes.windll.kernel32.GetDriveTypeW)


def ist_fern(wurzel: str, laufwerksart: Callable[[str], int]) -> bool:
    """Whether a drive or share is remote; `laufwerksart` is GetDriveTypeW of Windows."""
    return wurzel.startswith("\\\\") or laufwerksart(wurzel) == _DRIVE_REMOTE


def _entschluesselt(punkt: str) -> str:
    """A mount point with its octal escapes (blank, tab) put back."""
    return re.sub(r"\\([0-7]{3})", lambda fund: chr(int(fund[1], 8)), punkt)
