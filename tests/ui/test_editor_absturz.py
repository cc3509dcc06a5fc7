"""kill -9 while somebody types: at most three seconds of typing are lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from antragsbuero.bootstrap import buero

_STUERZE = 12
_HOECHSTENS = 3.0


@pytest.mark.gruendlich
@pytest.mark.parametrize("sturz", range(_STUERZE))
def test_at_most_three_seconds_of_typing_are_lost(sturz: int, tmp_path: Path) -> None:
    opfer = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.tippt", str(tmp_path)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert opfer.stdout is not None
    vorgang, entwurf = opfer.stdout.readline().split()
    ende = time.monotonic() + random.Random(sturz).uniform(3.5, 9)
    getippt: list[tuple[int, float]] = []
    while time.monotonic() < ende:
        nummer, zeit = opfer.stdout.readline().split()
        getippt.append((int(nummer), float(zeit)))
    opfer.kill()
    tod = time.monotonic()
    opfer.wait()
    opfer.stdout.close()
    with buero(tmp_path, schreiben=False) as offen:
        text = offen.services.vorgaenge.get(vorgang).fassung(entwurf).punkte[0].text
        assert not offen.services.pflege.check()
        assert vorgang in [z.kennung for z in offen.services.vorgaenge.rows() if z.entwuerfe]
    sicher = [nummer for nummer, zeit in getippt if zeit <= tod - _HOECHSTENS]
    assert f"w{sicher[-1]}ä" in text.split()
