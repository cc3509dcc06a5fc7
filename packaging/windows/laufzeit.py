"""The Python runtime for Windows: any embeddable zip whose sha256 is known."""

from __future__ import annotations

import hashlib
import re
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bau.befehle import Baufehler
from bau.werkzeuge import lade_laufzeit
from windows.auswahl import LAUFZEIT_OHNE

SHA256 = "dca41a0ee560fcb7674b05118278615605f29c41bb65aa4b3b3f0db1600b9ec4"
"""Of the zip inside the package that CI loads: CPython 3.12.9, 64 bit."""
_DLL = re.compile(r"python(3)(\d\d)\.dll")


@dataclass(frozen=True, slots=True)
class Laufzeit:
    """A checked zip; `dll` such as "python312.dll", `version` such as "3.12"."""

    zip: Path
    dll: str
    version: str
    ordner: str
    """The folder inside the zip in which everything lies, "" or ending in "/"."""


def vorgegebene(ordner: Path) -> Laufzeit:
    """The runtime of the lock, taken out of its package into `ordner`."""
    paket = lade_laufzeit(ordner)
    ziel = ordner / "laufzeit.zip"
    with tarfile.open(paket) as archiv:
        for teil in archiv:
            inhalt = archiv.extractfile(teil) if teil.name.endswith("/data.zip") else None
            if inhalt is not None:
                ziel.write_bytes(inhalt.read())
                return pruefe(ziel, SHA256)
    raise Baufehler(f"In {paket.name} liegt keine Laufzeit.")


def pruefe(datei: Path, sha256: str) -> Laufzeit:
    """Checks a runtime zip before anything is unpacked.

    Raises:
        Baufehler: the hash differs, or the file is no embeddable Python.
    """
    try:
        ist = hashlib.sha256(datei.read_bytes()).hexdigest()
    except OSError as fehler:
        raise Baufehler(f"Die Laufzeit {datei} lässt sich nicht lesen: {fehler}") from fehler
    if ist != sha256.lower():
        raise Baufehler(
            f"Die Laufzeit {datei.name} ist beschädigt oder eine andere: ihr sha256 ist {ist}, "
            f"erwartet wird {sha256}. Es wurde nichts ausgepackt."
        )
    try:
        with zipfile.ZipFile(datei) as archiv:
            namen = archiv.namelist()
    except zipfile.BadZipFile as fehler:
        raise Baufehler(f"{datei.name} ist kein ZIP-Archiv.") from fehler
    for name in namen:
        pfad = PurePosixPath(name)
        if treffer := _DLL.fullmatch(pfad.name):
            version = f"{treffer[1]}.{int(treffer[2])}"
            return Laufzeit(datei, pfad.name, version, name.removesuffix(pfad.name))
    raise Baufehler(f"In {datei.name} liegt kein Python für Windows.")


def packe_aus(laufzeit: Laufzeit, ziel: Path, *, alles: bool = False) -> None:
    """Unpacks the runtime; without `alles` only what the installed program needs."""
    ziel.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(laufzeit.zip) as archiv:
        for teil in archiv.infolist():
            name = teil.filename.removeprefix(laufzeit.ordner)
            if teil.is_dir() or "/" in name or (name in LAUFZEIT_OHNE and not alles):
                continue
            (ziel / name).write_bytes(archiv.read(teil))
