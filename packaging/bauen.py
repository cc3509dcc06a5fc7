#!/usr/bin/env python3
"""Builds the deliveries: `bauen.py windows`, `bauen.py linux`, `bauen.py wheel`."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from bau.befehle import Baufehler
from bau.orte import BAU, version
from bau.werkzeuge import lade_wheels
from bau.wheel import programm_wheel
from windows import bytecode, laufzeit, starter, zusammenbau
from windows.installer import baue_installer
from windows.laufzeit import Laufzeit

FERTIG = BAU / "fertig"
WINDOWS = BAU / "windows"


def main() -> int:
    """Builds what the command line asks for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="bauen.py", description=__doc__)
    ziele = parser.add_subparsers(dest="ziel", required=True)
    windows = ziele.add_parser("windows", help="Installer für Windows")
    windows.add_argument("--kompression", choices=("zlib", "lzma"), default="lzma")
    windows.add_argument("--laufzeit", type=Path, help="anderes „embeddable“-ZIP von Python")
    windows.add_argument("--laufzeit-sha256", help="dessen sha256")
    ziele.add_parser("linux", help="Paket für Debian und Ubuntu")
    ziele.add_parser("wheel", help="nur das Wheel")
    wahl = parser.parse_args()
    if bool(getattr(wahl, "laufzeit", None)) != bool(getattr(wahl, "laufzeit_sha256", None)):
        parser.error("--laufzeit und --laufzeit-sha256 gehören zusammen")
    anfang = time.monotonic()
    try:
        datei = _baue(wahl)
    except Baufehler as fehler:
        sys.stderr.write(f"Nicht gebaut: {fehler}\n")
        return 1
    groesse = datei.stat().st_size / 1_000_000
    print(f"{datei}  ({groesse:.1f} MB, {time.monotonic() - anfang:.0f} s)")
    return 0


def _baue(wahl: argparse.Namespace) -> Path:
    if wahl.ziel == "wheel":
        wheel = programm_wheel()
        FERTIG.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(wheel, FERTIG))
    if wahl.ziel == "linux":
        from linux.deb import baue_deb
        from linux.programm import baue_programm

        return baue_deb(baue_programm(), FERTIG)
    python = (
        laufzeit.pruefe(wahl.laufzeit, wahl.laufzeit_sha256)
        if wahl.laufzeit
        else laufzeit.vorgegebene(WINDOWS / "python")
    )
    programm = baue_windows(python)
    return baue_installer(programm, FERTIG, version(), wahl.kompression)


def baue_windows(python: Laufzeit) -> Path:
    """The folder as it will be installed."""
    wheels = [*lade_wheels(WINDOWS / "wheels", python.version), programm_wheel()]
    exes = starter.baue_starter(WINDOWS / "starter", version(), python.dll)
    programm = zusammenbau.baue_zusammen(WINDOWS / "programm", python, wheels, exes)
    wie = bytecode.uebersetze(programm / "programm" / "lib", python)
    print(f"Module übersetzt: {wie}; {zusammenbau.groesse(programm) / 1_000_000:.1f} MB")
    return programm


if __name__ == "__main__":
    raise SystemExit(main())
