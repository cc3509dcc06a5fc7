"""A screen and the program on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ende_zu_ende.bedienung import Programm, Schirm


@pytest.fixture(scope="session")
def schirm() -> Iterator[Schirm]:
    fehlt = [name for name in ("Xvfb", "openbox", "setxkbmap") if shutil.which(name) is None]
    if fehlt:
        pytest.skip(f"nicht installiert: {', '.join(fehlt)}")
    schirm = Schirm()
    yield schirm
    schirm.schliesse()


@pytest.fixture
def programm(schirm: Schirm, tmp_path: Path) -> Iterator[Programm]:
    programm = Programm(schirm, tmp_path / "daten")
    yield programm
    programm.schliesse()
