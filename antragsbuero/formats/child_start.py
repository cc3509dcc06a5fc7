"""How the program starts itself a second time, for reading foreign files only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from antragsbuero.formats.child_grenzen import Grenzen

SCHALTER = "--als-kindprozess"
"""First argument of the program when it runs as such a child."""
LIES, VERBINDE = "lies", "verbinde"
"""What a child is for: reads one text, or puts files behind a paper into one PDF."""
OHNE_FENSTER: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def befehl(aufgabe: str, grenzen: Grenzen) -> list[str]:
    """The command line of a child."""
    return [*programm(), SCHALTER, aufgabe, str(grenzen.sekunden), str(grenzen.speicher)]


def programm() -> list[str]:
    """The installed program calls itself; from the source the interpreter calls the package."""
    if Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, "-m", "antragsbuero"]
    return [sys.executable]


def umgebung() -> dict[str, str]:
    """The environment with the folder of this very package in front."""
    quelle = str(Path(__file__).resolve().parents[2])
    weitere = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in (quelle, weitere) if p)}
