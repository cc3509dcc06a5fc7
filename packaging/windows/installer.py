"""Makes the installer, one file for a double click or for the software distribution."""

from __future__ import annotations

from pathlib import Path

from bau.befehle import fuehre_aus, leise, verlange
from windows.starter import SYMBOL, vierteilig
from windows.zusammenbau import groesse

SKRIPT = Path(__file__).with_name("installer.nsi")
RESERVE_MB = 40
"""Space beyond the program itself that an installation asks for."""


def dateiname(version: str) -> str:
    """The name of the installer's file."""
    return f"Antragsbuero-{version}-Setup.exe"


def baue_installer(programm: Path, ziel: Path, version: str, kompression: str) -> Path:
    """Packs the assembled folder `programm` into an installer in the folder `ziel`.

    Args:
        programm: what `baue_zusammen` made.
        ziel: folder for the installer.
        version: version number that the installer carries and compares.
        kompression: "zlib" (fast, for tests) or "lzma" (small, for a release).

    Raises:
        Baufehler: makensis is missing or refuses.
    """
    verlange("makensis")
    ziel.mkdir(parents=True, exist_ok=True)
    datei = ziel / dateiname(version)
    datei.unlink(missing_ok=True)
    werte = {
        "VERSION": version, "VIERTEILIG": vierteilig(version), "QUELLE": programm,
        "SYMBOL": SYMBOL, "AUSGABE": datei, "KOMPRESSION": kompression,
        "MEGABYTE": groesse(programm) // 1_000_000 + RESERVE_MB,
    }  # fmt: skip
    angaben = [f"-D{name}={wert}" for name, wert in werte.items()]
    fuehre_aus([*leise(), "makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *angaben, SKRIPT])
    return datei
