"""Builds the program as a wheel, the one source of every delivery.

The same commit gives the same bytes: times come from the commit, not from the clock.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from bau.befehle import fuehre_aus
from bau.orte import BAU, WURZEL
from bau.werkzeuge import pip, umgebung

TEILE = ("antragsbuero", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE")
FESTE_ZEIT = 1_767_225_600
"""2026-01-01, where there is no commit to ask (a source archive)."""


def commitzeit() -> int:
    """The time of the commit in seconds since 1970."""
    git = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=WURZEL,
        capture_output=True,
        text=True,
        check=False,
    )
    return int(git.stdout) if git.returncode == 0 and git.stdout.strip() else FESTE_ZEIT


def baue_wheel(ordner: Path) -> Path:
    """Builds from a copy of the source in `ordner` and returns the wheel."""
    quelle = ordner / "quelle"
    shutil.rmtree(ordner, ignore_errors=True)
    quelle.mkdir(parents=True)
    for teil in TEILE:
        von = WURZEL / teil
        if von.is_dir():
            shutil.copytree(von, quelle / teil, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(von, quelle / teil)
    for pfad in quelle.rglob("*"):  # the file modes of the checkout vary by machine
        pfad.chmod(0o755 if pfad.is_dir() else 0o644)
    fest = {**os.environ, "SOURCE_DATE_EPOCH": str(commitzeit()), "PYTHONHASHSEED": "0"}
    fuehre_aus(
        [*pip(umgebung()), "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--wheel-dir", ordner, quelle],
        umgebung=fest,
    )  # fmt: skip
    return next(ordner.glob("antragsbuero-*.whl"))


def programm_wheel() -> Path:
    """The wheel of the current source in build/wheel."""
    return baue_wheel(BAU / "wheel")
