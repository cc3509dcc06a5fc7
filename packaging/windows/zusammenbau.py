"""Puts the program for Windows together: runtime, libraries, our modules, launchers.

    Antragsbuero.exe, Antragsbuero-Konsole.exe
    programm/   pythonXY.dll and its modules, start.py, pythonXY._pth
    programm/lib/   the libraries, and the program as it stands in the wheel

One folder `programm`, so that an upgrade is a rename and nothing of an older version stays.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from bau.befehle import Baufehler
from windows.auswahl import gebraucht
from windows.laufzeit import Laufzeit, packe_aus

HIER = Path(__file__).resolve().parent


def baue_zusammen(
    ziel: Path, laufzeit: Laufzeit, wheels: Sequence[Path], starter: Sequence[Path]
) -> Path:
    """Fills `ziel`, which is made anew, and returns it.

    Raises:
        Baufehler: a wheel holds a path outside its folder, or two wheels the same file.
    """
    shutil.rmtree(ziel, ignore_errors=True)
    programm = ziel / "programm"
    packe_aus(laufzeit, programm)
    for wheel in wheels:
        entpacke(wheel, programm / "lib")
    shutil.copy2(HIER / "start.py", programm)
    pth = Path(laufzeit.dll).with_suffix("._pth").name
    suchpfad = (Path(laufzeit.dll).with_suffix(".zip").name, ".", "lib")
    (programm / pth).write_text("\r\n".join((*suchpfad, "")), encoding="ascii", newline="")
    for datei in starter:
        shutil.copy2(datei, ziel)
    return ziel


def entpacke(wheel: Path, ziel: Path) -> None:
    """Unpacks what is needed of one wheel. Raises Baufehler."""
    with zipfile.ZipFile(wheel) as archiv:
        for teil in archiv.infolist():
            name = teil.filename
            if teil.is_dir() or not gebraucht(name):
                continue
            datei = ziel / name
            if not datei.resolve().is_relative_to(ziel.resolve()):
                raise Baufehler(f"{wheel.name} enthält einen Pfad nach außen: {name}")
            if datei.exists():
                raise Baufehler(f"{wheel.name} bringt {name} ein zweites Mal.")
            datei.parent.mkdir(parents=True, exist_ok=True)
            datei.write_bytes(archiv.read(teil))


def groesse(ordner: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(datei.stat().st_size for datei in ordner.rglob("*") if datei.is_file())
