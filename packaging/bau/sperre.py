"""Reads lock files: what is shipped is exactly what was tested, by the same hashes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bau.befehle import Baufehler
from bau.orte import VERPACKUNG, WURZEL

SPERRDATEI = WURZEL / "requirements.lock"
WERKZEUGE = VERPACKUNG / "requirements.lock"
NUR_WINDOWS = frozenset({"tzdata"})
"""Packages that only Windows needs; they stand in the lock with a marker."""


def laufzeitnamen() -> frozenset[str]:
    """The names of the packages that the program needs at run time."""
    return frozenset((VERPACKUNG / "laufzeit.txt").read_text(encoding="utf-8").split())


def auszug(sperre: str, namen: Collection[str]) -> str:
    """The entries of these packages, without markers: the platform is chosen by the caller.

    Raises:
        Baufehler: a package is missing, or an entry has no hash.
    """
    gefunden: dict[str, str] = {}
    for eintrag in _eintraege(sperre):
        name = eintrag.split("==", 1)[0].strip()
        if name not in namen:
            continue
        kopf, *hashes = eintrag.splitlines()
        if not any("--hash=sha256:" in zeile for zeile in hashes):
            raise Baufehler(f"Die Sperrdatei nennt keinen Hash für {name}.")
        bindung = kopf.split(";", 1)[0].rstrip(" \\")
        gefunden[name] = "\n".join((f"{bindung} \\", *hashes))
    if fehlend := sorted(set(namen) - set(gefunden)):
        raise Baufehler(f"In der Sperrdatei fehlt: {', '.join(fehlend)}")
    return "\n".join(gefunden[name] for name in sorted(gefunden)) + "\n"


def _eintraege(sperre: str) -> list[str]:
    eintraege: list[list[str]] = []
    for zeile in sperre.splitlines():
        if not zeile.strip() or zeile.lstrip().startswith("#"):
            continue
        if not zeile.startswith(" "):
            eintraege.append([])
        eintraege[-1].append(zeile)
    return ["\n".join(zeilen) for zeilen in eintraege]


def laufzeitsperre(*, windows: bool) -> str:
    """The lock of the shipped set: for Windows, or for this machine."""
    namen = laufzeitnamen()
    return auszug(SPERRDATEI.read_text(encoding="utf-8"), namen if windows else namen - NUR_WINDOWS)


def schreibe(sperre: str, ziel: Path) -> Path:
    """Stores a lock as a file for pip; returns its path."""
    ziel.parent.mkdir(parents=True, exist_ok=True)
    ziel.write_text(sperre, encoding="utf-8", newline="\n")
    return ziel
