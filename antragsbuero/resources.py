"""Finds the folder resources/ in the source tree and in the installed program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*teile: str) -> Path:
    """The path of a file below resources/. Raises FileNotFoundError if it is not there."""
    paket = Path(__file__).resolve().parent
    for wurzel in (
        paket.parent / "resources",
        paket / "_resources",
        Path(sys.prefix) / "resources",
    ):
        pfad = wurzel.joinpath(*teile)
        if pfad.exists():
            return pfad
    raise FileNotFoundError("/".join(teile))
