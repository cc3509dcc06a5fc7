"""Two builds of the same source must give the same bytes: launchers and wheel."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from bau.orte import version
from bau.wheel import baue_wheel
from pruefung.bericht import Bericht, verlange
from windows.starter import baue_starter


def pruefe() -> None:
    """Builds everything twice, in folders of different names. Raises Baufehler."""
    bericht = Bericht("Gleiche Bauten")
    bericht.pruefe("Startprogramme", _starter)
    bericht.pruefe("Wheel", _wheel)
    bericht.ende()


def _starter() -> str:
    with tempfile.TemporaryDirectory() as ordner:
        bauten = [
            baue_starter(Path(ordner) / name, version(), "python312.dll")
            for name in ("eins", "zwei und noch einer")
        ]
        return _vergleiche(*bauten)


def _wheel() -> str:
    with tempfile.TemporaryDirectory() as ordner:
        bauten = [[baue_wheel(Path(ordner) / name)] for name in ("eins", "zwei")]
        return _vergleiche(*bauten)


def _vergleiche(erste: list[Path], zweite: list[Path]) -> str:
    hashes = []
    for eine, andere in zip(erste, zweite, strict=True):
        a, b = (hashlib.sha256(datei.read_bytes()).hexdigest() for datei in (eine, andere))
        verlange(a == b, f"{eine.name} ist beim zweiten Bau anders")
        hashes.append(f"{eine.name} {a[:12]}")
    return ", ".join(hashes)
