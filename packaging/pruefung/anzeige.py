"""A virtual screen for windows, and pictures of it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bau.befehle import Baufehler, daneben, fuehre_aus, starte, verlange

GROESSE = "1366x900x24"


@contextmanager
def bildschirm() -> Iterator[str]:
    """A screen of its own with a window manager; gives its display, such as ":93"."""
    verlange("Xvfb", "openbox")
    lesen, schreiben = os.pipe()
    prozess = subprocess.Popen(
        ["Xvfb", "-displayfd", str(schreiben), "-screen", "0", GROESSE, "-nolisten", "tcp",
         "-noreset"],
        pass_fds=[schreiben], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(schreiben)
    try:
        with os.fdopen(lesen) as kanal:
            nummer = kanal.readline().strip()
        if not nummer:
            raise Baufehler("Der virtuelle Bildschirm (Xvfb) startet nicht.")
        # Without a window manager Wine keeps room for a frame that nobody draws.
        with daneben(["openbox", "--sm-disable"], umgebung={**os.environ, "DISPLAY": f":{nummer}"}):
            yield f":{nummer}"
    finally:
        prozess.terminate()
        prozess.wait(timeout=20)


def warte_auf_fenster(titel: str, umgebung: Mapping[str, str], *, frist: float) -> str:
    """Waits until a visible window's title matches; returns its number. Raises Baufehler."""
    ende = time.monotonic() + frist
    while time.monotonic() < ende:
        suche = ["xdotool", "search", "--onlyvisible", "--name", titel]
        if nummern := starte(suche, umgebung=umgebung, frist=20).ausgabe.split():
            return nummern[-1]
        time.sleep(0.1)
    raise Baufehler(f"Nach {frist:.0f} s ist kein Fenster „{titel}“ zu sehen.")


def bild(ziel: Path, umgebung: Mapping[str, str]) -> int:
    """Stores a picture of the whole screen as PNG and returns the number of its colours."""
    ziel.parent.mkdir(parents=True, exist_ok=True)
    fuehre_aus(["import", "-window", "root", ziel], umgebung=umgebung, frist=60)
    return int(fuehre_aus(["identify", "-format", "%k", ziel], frist=60).strip())
