"""What goes wrong around a real window: no room, no right to write, impatient clicks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from antragsbuero.bootstrap import buero
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.ui.shared.merker import DATEI
from tests.ende_zu_ende.bedienung import WURZEL, Programm, Schirm, zeige_json

pytestmark = pytest.mark.gruendlich
LANGE_EINHEITEN = True  # one test stores thousands of points at once

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


def test_a_database_that_another_program_holds(programm: Programm) -> None:
    _oeffne_entwurf(programm)
    programm.taste("ctrl+End")
    programm.tippe("Vorher.")
    programm.taste("ctrl+s")
    assert _steht_in_den_daten(programm.daten, "Vorher.")
    anderes = sqlite3.connect(programm.daten / "antragsbuero.db", isolation_level=None)
    anderes.execute("BEGIN EXCLUSIVE")
    programm.tippe("Nachher.")
    programm.taste("ctrl+s")
    programm.sieh("Nicht gespeichert: Daten gerade von anderen benutzt", anfang=True)
    anderes.execute("ROLLBACK")
    anderes.close()
    assert _steht_in_den_daten(programm.daten, "Vorher.Nachher.")
    programm.warte_bis_weg("Nicht gespeichert")


def test_a_folder_that_can_only_be_read(schirm: Schirm, tmp_path: Path) -> None:
    daten = tmp_path / "daten"
    with buero(daten, schreiben=True) as offen:
        offen.services.vorgaenge.neuer_vorgang("Trinkbrunnen am Markt")
    for ort in (daten, *daten.rglob("*")):
        ort.chmod(0o555 if ort.is_dir() else 0o444)
    programm = Programm(schirm, daten, davor=_wie_andere())
    try:
        programm.klicke("Zum Lesen öffnen", "Button")
        programm.sieh("Die Datenbank ist nur zum Lesen geöffnet", anfang=True)
        programm.sieh("Trinkbrunnen am Markt", anfang=True)
        programm.taste("ctrl+2")
        neu = programm.sieh("Neuer Antrag", "Button")
        assert not neu.an
        programm.taste("ctrl+n")
        programm.sieh("Liste der Vorgänge", "Table")
        programm.taste("ctrl+q")
        assert programm.ende == 0
    finally:
        programm.schliesse()
        for ort in (daten, *daten.rglob("*")):
            ort.chmod(0o755)


def test_a_place_on_a_screen_that_is_gone(schirm: Schirm, tmp_path: Path) -> None:
    daten = tmp_path / "daten"
    programm = Programm(schirm, daten)
    programm.sieh("Übersicht – Antragsbüro", "Window")
    programm.taste("ctrl+q")
    assert programm.ende == 0
    programm.schliesse()
    _verschiebe_fenster(daten, 6000, 3000)
    programm = Programm(schirm, daten)
    try:
        fenster = programm.sieh("Übersicht – Antragsbüro", "Window")
        assert 0 < fenster.x < 1440
        assert 0 < fenster.y < 900
        assert fenster.breite <= 1440
    finally:
        programm.schliesse()


def test_an_import_of_two_megabytes_can_be_cancelled(programm: Programm, tmp_path: Path) -> None:
    programm.sieh("Übersicht – Antragsbüro", "Window")
    datei = tmp_path / "gross.txt"
    worte = BEISPIEL.read_text(encoding="utf-8")
    datei.write_text(worte * (2_000_000 // len(worte.encode()) + 1), encoding="utf-8")
    programm.taste("ctrl+5")
    programm.kopiere(datei)
    programm.klicke("Aus der Zwischenablage einfügen", "Button")
    programm.klicke("Abbrechen", "Button")
    programm.sieh("Aus der Zwischenablage einfügen", "Button")
    programm.taste("ctrl+2")
    programm.sieh("Noch keine Vorgänge", anfang=True)
    assert programm.zeigen("liste")["vorgaenge"] == []


@pytest.mark.parametrize("vorhanden", [False, True], ids=["neu", "vorhanden"])
def test_closing_while_a_large_file_is_written(
    schirm: Schirm, tmp_path: Path, vorhanden: bool
) -> None:
    daten, ziel = tmp_path / "daten", tmp_path / "gross.pdf"
    _lege_grossen_vorgang_an(daten)
    if vorhanden:
        ziel.write_bytes(b"alt")
    programm = Programm(schirm, daten)
    try:
        programm.sieh("Übersicht – Antragsbüro", "Window")
        programm.klicke("Ein sehr langer Antrag", anfang=True)
        programm.sieh("Ursprungsantrag, Entwurf, 2500 Punkte", anfang=True)
        programm.klicke("Exportieren …", "Button", letztes=True)
        programm.sieh("Dateiname:", "EditableText")
        programm.taste("ctrl+a")
        programm.tippe(str(ziel))
        programm.taste("Return")
        if vorhanden:
            programm.klicke("Ja", "Button")
        programm.sieh("gross.pdf schreiben", anfang=True)
        programm.taste("ctrl+q")
        programm.klicke("Abbrechen und schließen", "Button")
        assert programm.ende == 0
    finally:
        programm.schliesse()
    if not ziel.exists():
        assert not vorhanden
    elif not vorhanden or ziel.read_bytes() != b"alt":
        assert ziel.read_bytes().rstrip().endswith(b"%%EOF")
    assert [d.name for d in tmp_path.iterdir() if d.name.startswith("gross")] in ([], [ziel.name])
    assert zeige_json(daten, "pruefen")["ok"]


def _wie_andere() -> tuple[str, ...]:
    """A command that takes from root the right to write where nobody may."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv ist nicht installiert")
    return ("setpriv", "--bounding-set=-dac_override")


def _verschiebe_fenster(daten: Path, x: int, y: int) -> None:
    """As if the window had stood on a second screen: rewrites the remembered geometry."""
    ini = QSettings(str(daten / DATEI), QSettings.Format.IniFormat)
    roh = bytes(ini.value("fenster/geometrie").data())
    kopf, rest = roh[:8], roh[8 + 32 :]  # magic and versions; then two rectangles of 16 bytes
    ecken = b"".join(n.to_bytes(4, "big") for n in (x, y, x + 1300, y + 800)) * 2
    ini.setValue("fenster/geometrie", kopf + ecken + rest)
    ini.sync()


def _lege_grossen_vorgang_an(daten: Path) -> None:
    with buero(daten, schreiben=True) as offen:
        vorgaenge = offen.services.vorgaenge
        neu = vorgaenge.neuer_vorgang("Ein sehr langer Antrag")
        punkte = tuple(
            Beschlusspunkt(f"{n}.", absaetze(["Die Stadt prüft und berichtet. " * 12]))
            for n in range(1, 2501)
        )
        vorgaenge.speichere_entwurf(neu.kennung, replace(neu.fassungen[0], punkte=punkte))
