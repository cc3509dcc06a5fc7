"""Runs commands in this process and checks their JSON against the schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from antragsbuero.app import main
from antragsbuero.resources import resource

DATEN = Path(__file__).resolve().parents[1] / "data"
SCHEMA = json.loads((DATEN / "schema" / "befehle.json").read_text(encoding="utf-8"))


@dataclass
class Ergebnis:
    code: int
    aus: str
    fehler: str

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.aus)


Lauf = Callable[..., Ergebnis]


@pytest.fixture
def lauf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Lauf:
    """Runs one command on a fresh data folder; `--json` output must fit the schema."""

    def fuehre_aus(*argumente: str | Path, daten: Path | None = None) -> Ergebnis:
        texte = [str(a) for a in argumente]
        capsys.readouterr()
        try:
            code = main(["--daten", str(daten or tmp_path / "daten"), *texte])
        except SystemExit as ende:
            code = int(ende.code or 0)
        ausgabe = capsys.readouterr()
        ergebnis = Ergebnis(code, ausgabe.out, ausgabe.err)
        assert "Traceback" not in ergebnis.fehler
        if "--json" in texte and ergebnis.aus and texte[0] in SCHEMA["$defs"]:
            schema = {"$ref": f"#/$defs/{texte[0]}", "$defs": SCHEMA["$defs"]}
            jsonschema.validate(ergebnis.json, schema)
        return ergebnis

    return fuehre_aus


@pytest.fixture
def seite() -> Path:
    """The invented page that holds a whole life of a motion."""
    return resource("beispiel", "schulstrassen.txt")
