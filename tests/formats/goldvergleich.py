"""Compares a text with the file kept of it; GOLD_NEU=1 writes the files anew, to be read."""

from __future__ import annotations

import os
from pathlib import Path

_ORDNER = Path(__file__).parent / "golden"


def vergleiche_mit_gold(name, text):
    datei = _ORDNER / name
    if os.environ.get("GOLD_NEU"):
        datei.write_text(text, encoding="utf-8", newline="\n")
    assert text == datei.read_text(encoding="utf-8")
