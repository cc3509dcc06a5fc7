"""Compiles the launchers of the program with icon, version and manifest.

Two builds of the same source give the same bytes: the linker writes no time stamp.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from bau.befehle import fuehre_aus, verlange
from bau.orte import WURZEL

COMPILER = "x86_64-w64-mingw32-gcc"
RESSOURCEN = "x86_64-w64-mingw32-windres"
HIER = Path(__file__).resolve().parent
SYMBOL = WURZEL / "resources" / "app" / "antragsbuero.ico"
STARTER = (
    ("Antragsbuero.exe", "Antragsbüro", ("-mwindows",)),
    ("Antragsbuero-Konsole.exe", "Antragsbüro – Befehle", ("-DKONSOLE", "-mconsole")),
)
"""File name, description in the properties, options of the compiler."""


def baue_starter(ordner: Path, version: str, python_dll: str) -> list[Path]:
    """Compiles both launchers into `ordner`.

    Args:
        ordner: made anew.
        version: "1.2.3" or shorter.
        python_dll: the library of the runtime, such as "python312.dll".

    Raises:
        Baufehler: a tool is missing or reports an error.
    """
    verlange(COMPILER, RESSOURCEN)
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)
    for quelle in (HIER / "starter.c", HIER / "starter.manifest", SYMBOL):
        shutil.copy2(quelle, ordner)
    return [_baue(ordner, version, python_dll, *art) for art in STARTER]


def _baue(
    ordner: Path,
    version: str,
    python_dll: str,
    name: str,
    beschreibung: str,
    schalter: tuple[str, ...],
) -> Path:
    stamm = Path(name).stem
    text = (HIER / "starter.rc.in").read_text(encoding="utf-8")
    werte = {"KOMMAVERSION": vierteilig(version).replace(".", ","), "VERSION": version,
             "BESCHREIBUNG": beschreibung, "DATEINAME": name}  # fmt: skip
    for schluessel, wert in werte.items():
        text = text.replace(f"@{schluessel}@", wert)
    (ordner / f"{stamm}.rc").write_text(text, encoding="utf-8")
    # Relative names only, so that the folder of the build leaves no trace in the file.
    fuehre_aus([RESSOURCEN, f"{stamm}.rc", "-O", "coff", "-o", f"{stamm}.res"], ordner=ordner)
    fuehre_aus(
        [COMPILER, "-municode", *schalter, "-O2", "-s", "-Wall", "-Wextra", "-Werror",
         f'-DPYTHON_DLL=L"{python_dll}"', "starter.c", f"{stamm}.res", "-o", name,
         "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"],
        ordner=ordner,
    )  # fmt: skip
    return ordner / name


def vierteilig(version: str) -> str:
    """The version as four numbers, as Windows wants it: "1.2" becomes "1.2.0.0"."""
    teile = [teil for teil in version.split(".") if teil.isdigit()][:4]
    return ".".join((*teile, *["0"] * (4 - len(teile))))
