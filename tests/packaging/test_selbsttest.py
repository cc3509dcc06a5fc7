"""`--selbsttest` of the program from its source."""

import os
import subprocess
import sys

from antragsbuero import selbsttest
from bau.orte import WURZEL


def test_everything_is_found_in_order_from_any_folder(tmp_path):
    ende = subprocess.run(
        [sys.executable, WURZEL / "main.py", "--selbsttest"],
        cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True,
        encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    zeilen = ende.stdout.splitlines()
    assert ende.returncode == 0, ende.stdout + ende.stderr
    assert zeilen[-1].startswith("Selbsttest bestanden: 12 Prüfungen")
    assert all(zeile.startswith("in Ordnung") for zeile in zeilen[:-1])
    assert list(tmp_path.iterdir()) == []  # nothing of the user's is touched


def test_a_missing_part_is_named_and_the_other_checks_still_run(monkeypatch, capsys):
    def fehlt(_):
        raise FileNotFoundError("fonts")

    monkeypatch.setattr(selbsttest, "_pruefungen", lambda: (("Schriften", fehlt), ("Rest", str)))
    assert selbsttest.fuehre_aus() == 1
    ausgabe = capsys.readouterr().out
    assert "FEHLER      Schriften: FileNotFoundError: fonts" in ausgabe
    assert "in Ordnung  Rest" in ausgabe
    assert "nicht bestanden: 1 von 2" in ausgabe
