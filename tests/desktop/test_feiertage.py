from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from antragsbuero.desktop.feiertage import feiertage
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.ports import Feiertage


def test_saxony_and_baden_wuerttemberg_differ():
    quelle: Feiertage = feiertage
    sachsen, baden = quelle("SN", 2026), quelle("BW", 2026)
    assert date(2026, 11, 18) in sachsen - baden  # Buß- und Bettag
    assert date(2026, 6, 4) in baden - sachsen  # Fronleichnam
    assert {date(2026, 10, 3), date(2026, 12, 26)} <= sachsen & baden
    assert all(tag.year == 2026 for tag in sachsen)


def test_unknown_state():
    with pytest.raises(Abgelehnt, match="kein Bundesland"):
        feiertage("XX", 2026)


def test_library_is_loaded_late():
    programm = "import sys, antragsbuero.desktop.feiertage; sys.exit('holidays' in sys.modules)"
    subprocess.run([sys.executable, "-c", programm], check=True)
