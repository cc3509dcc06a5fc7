"""The program for Linux as one folder with everything that it needs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bau.befehle import fuehre_aus, leise
from bau.orte import BAU
from bau.werkzeuge import pip, umgebung
from bau.wheel import programm_wheel

BESCHREIBUNG = Path(__file__).with_name("antragsbuero.spec")


def baue_programm() -> Path:
    """Builds build/linux/programm/antragsbuero from the wheel and returns that folder.

    Raises:
        Baufehler: PyInstaller reports an error.
    """
    python = umgebung()
    ordner = BAU / "linux"
    quelle = ordner / "quelle"
    shutil.rmtree(quelle, ignore_errors=True)
    fuehre_aus([*pip(python), "install", "--quiet", "--no-deps", "--no-compile",
                "--target", quelle, programm_wheel()])  # fmt: skip
    fuehre_aus(
        [*leise(), python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
         "--distpath", ordner / "programm", "--workpath", ordner / "arbeit", BESCHREIBUNG],
        umgebung={**os.environ, "QUELLE": str(quelle)}, frist=900,
    )  # fmt: skip
    return ordner / "programm" / "antragsbuero"
