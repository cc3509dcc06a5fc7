"""What goes wrong around a real window: no room, no right to write, impatient clicks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ende_zu_ende.bedienung import WURZEL, Programm, Schirm, zeige_json

pytestmark = pytest.mark.gruendlich

BEISPIEL = WURZEL / "resources" / "beispiel" / "schulstrassen.txt"


@pytest.fixture
def enger_ordner(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of a few megabytes."""
    if os.geteuid() != 0:
        pytest.skip("ein kleiner Datenträger lässt sich nur als root einhängen")
    ordner = tmp_path / "eng"
    ordner.mkdir()
    befehl = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(ordner)]
    if subprocess.run(befehl, capture_output=True, check=False).returncode != 0:
        pytest.skip("ein kleiner Datenträger lässt sich hier nicht einhängen")
    yield ordner
    subprocess.run(["umount", "-l", str(ordner)], check=True)


def _fuelle(ordner: Path) -> Path:
    """A file that takes all the room there is."""
    fuellung = ordner / "fuellung"
    datei = os.open(fuellung, os.O_WRONLY | os.O_CREAT)
    for groesse in (65536, 4096, 512):
        try:
            while os.write(datei, b"x" * groesse):
                pass
        except OSError:
            continue
    os.close(datei)
    return fuellung


def _oeffne_entwurf(programm: Programm) -> None:
    programm.sieh("Übersicht – Antragsbüro", "Window")
    programm.taste("ctrl+n")
    programm.sieh("Entwurf", "EditableText")
    programm.klicke("Entwurf", "EditableText")


def _steht_in_den_daten(daten: Path, worte: str) -> bool:
    """Looks until the words are stored; each look starts a program and takes its time."""
    return any(worte in str(zeige_json(daten, "liste")["vorgaenge"]) for _ in range(20))


def test_a_full_disk_is_told_and_nothing_is_lost(schirm: Schirm, enger_ordner: Path) -> None:
    daten = enger_ordner / "daten"
    programm = Programm(schirm, daten)
    try:
        _oeffne_entwurf(programm)
        programm.taste("ctrl+End")
        programm.tippe("Vorher.")
        programm.taste("ctrl+s")
        assert _steht_in_den_daten(daten, "Vorher.")
        fuellung = _fuelle(enger_ordner)
        lang = "Wort " * 60
        programm.tippe(lang)
        programm.taste("ctrl+s")
        programm.sieh("Nicht gespeichert: Datenträger voll", anfang=True)
        assert not _steht_in_den_daten(daten, "Wort Wort")
        programm.sieh("Nicht gespeichert: Datenträger voll", anfang=True)  # it stays
        fuellung.unlink()
        assert _steht_in_den_daten(daten, f"Vorher.{lang.strip()}")
        programm.warte_bis_weg("Nicht gespeichert")
        assert zeige_json(daten, "pruefen")["ok"]
    finally:
        programm.schliesse()


def test_a_storm_of_double_clicks_makes_one_vorgang(programm: Programm) -> None:
    programm.sieh("Übersicht – Antragsbüro", "Window")
    programm.taste("ctrl+2")
    programm.sieh("Neuer Antrag", "Button")
    programm.klicke("Neuer Antrag", "Button", mal=12)
    programm.sieh("Entwurf", "EditableText")
    assert len(programm.zeigen("liste")["vorgaenge"]) == 1


def test_a_betreff_of_500_characters(programm: Programm) -> None:
    _oeffne_entwurf(programm)
    betreff = ("Sichere Schulwege " * 28)[:500].strip()
    programm.taste("ctrl+Home")
    programm.tippe(betreff, pause=0.0)
    assert _steht_in_den_daten(programm.daten, betreff)
    programm.taste("ctrl+2")
    programm.sieh("Liste der Vorgänge", "Table")
