"""A fresh Debian in a folder, with nothing of this machine in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bau.befehle import Ausgang, Baufehler, fuehre_aus, leise, starte, verlange

NIEMAND = "65534:65534"


@dataclass(frozen=True, slots=True)
class Reinraum:
    """A root folder in which programs run as if it were a machine of their own."""

    wurzel: Path

    def befehl(self, *teile: str, als_root: bool = False) -> list[str]:
        """The command line of a program inside."""
        wer = [] if als_root else [f"--userspec={NIEMAND}"]
        return [*leise(), "chroot", *wer, str(self.wurzel), *teile]

    def starte(self, *teile: str, umgebung: Mapping[str, str] | None = None) -> Ausgang:
        """Runs a program inside as a user without rights."""
        return starte(self.befehl(*teile), umgebung=innen(umgebung), frist=300)

    def als_root(self, *teile: str) -> str:
        """Runs a program inside as root and returns its output. Raises Baufehler."""
        return fuehre_aus(
            self.befehl(*teile, als_root=True),
            umgebung=innen({"DEBIAN_FRONTEND": "noninteractive"}), frist=600,
        )  # fmt: skip


def innen(weitere: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment inside: nothing of this session but what is named."""
    pfad = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return {"PATH": pfad, "HOME": "/heim", "LANG": "C.UTF-8", **(weitere or {})}


@contextmanager
def reinraum(ordner: Path) -> Iterator[Reinraum]:
    """Makes a minimal Debian like this machine's in `ordner`; removes it afterwards.

    Raises:
        Baufehler: not root, or the packages cannot be had.
    """
    verlange("mmdebstrap", "chroot")
    if os.geteuid() != 0:
        raise Baufehler("Der Reinraum braucht Administratorrechte (root).")
    quellen = [
        *Path("/etc/apt/sources.list.d").glob("debian.sources"),
        Path("/etc/apt/sources.list"),
    ]
    quelle = next((datei for datei in quellen if datei.is_file()), None)
    if quelle is None:
        raise Baufehler("Die Paketquellen dieser Maschine sind nicht zu finden.")
    shutil.rmtree(ordner, ignore_errors=True)
    fuehre_aus(
        [*leise(), "mmdebstrap", "--variant=apt", "--format=dir", _ausgabe(), ordner, quelle]
    )
    raum = Reinraum(ordner)
    for datei in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc") / datei, ordner / "etc" / datei)
    (ordner / "heim").mkdir(mode=0o777)
    (ordner / "heim").chmod(0o777)
    fuehre_aus(["mount", "-t", "proc", "proc", ordner / "proc"])
    try:
        yield raum
    finally:
        fuehre_aus(["umount", "--lazy", ordner / "proc"])
        shutil.rmtree(ordner, ignore_errors=True)


def _ausgabe() -> str:
    for zeile in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        if zeile.startswith("VERSION_CODENAME="):
            return zeile.split("=", 1)[1].strip('"')
    raise Baufehler("Diese Maschine nennt ihre Debian-Ausgabe nicht.")
