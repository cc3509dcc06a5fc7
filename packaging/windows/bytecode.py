"""Compiles the modules of the assembled program with the Python that will run them."""

from __future__ import annotations

import shutil
from pathlib import Path

from bau.befehle import Baufehler, fuehre_aus, leise, starte
from bau.orte import BAU
from windows.laufzeit import Laufzeit, packe_aus
from windows.wine import Wine

SKRIPT = Path(__file__).with_name("uebersetzen.py")


def uebersetze(bibliotheken: Path, laufzeit: Laufzeit) -> str:
    """Compiles with a Python of the same version, else with the runtime itself in Wine.

    Returns:
        How it was done, for the log of the build; without either the sources stay as they are
        and the program compiles them at its first start.

    Raises:
        Baufehler: a module cannot be compiled.
    """
    eigenes = shutil.which(f"python{laufzeit.version}")
    if eigenes and starte([eigenes, "-c", ""]).code == 0:  # a stand-in may lie in the path
        fuehre_aus([*leise(), eigenes, "-X", "no_debug_ranges", SKRIPT, bibliotheken])
        return eigenes
    if not shutil.which("wine"):
        return "nicht übersetzt (weder Python dieser Version noch Wine)"
    ganz = BAU / "windows" / "python" / "ganz"
    shutil.rmtree(ganz, ignore_errors=True)
    packe_aus(laufzeit, ganz, alles=True)
    with Wine(BAU / "wine", "") as wine:
        ausgang = wine.starte(
            ganz / "python.exe", "-X", "no_debug_ranges", SKRIPT, bibliotheken, frist=300
        )
    if ausgang.code:
        raise Baufehler(f"Übersetzen misslang: {ausgang.fehler.strip()[-2000:]}")
    return "Wine"
