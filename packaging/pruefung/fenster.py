"""Measures how long a program takes to its first window."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bau.befehle import Baufehler, daneben, starte
from pruefung.anzeige import bild, warte_auf_fenster
from pruefung.bericht import warte_bis

TITEL = "Antragsbüro"
FRIST = 60
FARBEN = 100
"""A picture with fewer colours shows no window full of text."""
GRENZE = 1.25
"""How much longer than from the source the packaged program may take."""


def bis_zum_fenster(befehl: Sequence[str | Path], umgebung: Mapping[str, str]) -> float:
    """Seconds from the start until the window is visible; ends the program. Raises Baufehler."""
    anfang = time.monotonic()
    suche = ["xdotool", "search", "--onlyvisible", "--name", TITEL]
    with daneben(befehl, umgebung=umgebung):
        while time.monotonic() - anfang < FRIST:
            if starte(suche, umgebung=umgebung, frist=20).ausgabe.strip():
                return time.monotonic() - anfang
            time.sleep(0.01)
    raise Baufehler(f"nach {FRIST} s kein Fenster: {befehl[0]}")


def vergleiche_start(
    quelltext: Sequence[str | Path],
    gebaut: Sequence[str | Path],
    umgebung: Mapping[str, str],
    laeufe: int = 5,
) -> str:
    """Starts both by turns and compares the fastest runs.

    The fastest run is the one that other programs on this machine disturbed least.

    Raises:
        Baufehler: the built program takes more than `GRENZE` times as long.
    """
    zeiten: tuple[list[float], list[float]] = ([], [])
    for _ in range(laeufe):
        for befehl, liste in zip((quelltext, gebaut), zeiten, strict=True):
            liste.append(bis_zum_fenster(befehl, umgebung))
    quelle, paket = (min(liste) for liste in zeiten)
    ergebnis = f"{paket:.2f} s gegen {quelle:.2f} s aus dem Quelltext ({paket / quelle:.2f}-fach)"
    if paket > GRENZE * quelle:
        raise Baufehler(f"Das Fenster kommt zu spät: {ergebnis}")
    return ergebnis


@contextmanager
def zeige(befehl: Sequence[str | Path], umgebung: Mapping[str, str], ziel: Path) -> Iterator[str]:
    """Opens the window, waits until it shows data, takes a picture; gives a line about it.

    Args:
        befehl: the program, which is ended after the block.
        umgebung: its environment; DISPLAY names the screen.
        ziel: the picture.

    Raises:
        Baufehler: no window, no data in it, or a picture of almost nothing.
    """
    bildschirm = {**os.environ, "DISPLAY": umgebung["DISPLAY"]}
    anfang = time.monotonic()
    with daneben(befehl, umgebung={**umgebung, "ANTRAGSBUERO_BEREIT": "1"}) as lauf:
        warte_auf_fenster(TITEL, bildschirm, frist=2 * FRIST)
        dauer = time.monotonic() - anfang
        warte_bis(lambda: "bereit" in lauf.bisher(), "das Fenster zeigt keine Daten")
        time.sleep(1)  # for the last strokes on the screen
        farben = bild(ziel, bildschirm)
        if farben < FARBEN:
            raise Baufehler(f"das Bild hat nur {farben} Farben: {ziel}")
        yield f"nach {dauer:.1f} s, Bild {ziel.name}"
