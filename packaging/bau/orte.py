"""Folders and names of a build."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[2]
VERPACKUNG = WURZEL / "packaging"
BAU = WURZEL / "build"
"""Everything that a build makes; ignored by git and safe to delete."""


def zwischenspeicher() -> Path:
    """The folder of downloads, outside the repository: it outlives a fresh clone."""
    eltern = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    ordner = Path(eltern) / "antragsbuero-bau"
    ordner.mkdir(parents=True, exist_ok=True)
    return ordner


def version() -> str:
    """The version number of the program, from its one place."""
    werte = runpy.run_path(str(WURZEL / "antragsbuero" / "version.py"))
    return str(werte["VERSION"])
