"""Sizes, names and the glossary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WURZEL = Path(__file__).resolve().parents[2]
PAKET = WURZEL / "antragsbuero"
MODULE = sorted(PAKET.rglob("*.py"))
FUNKTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def _baum(pfad: Path) -> ast.Module:
    return ast.parse(pfad.read_text(encoding="utf-8"))


def _name(pfad: Path) -> str:
    return pfad.relative_to(WURZEL).as_posix()


def test_files_are_found() -> None:
    assert len(MODULE) > 30


@pytest.mark.parametrize("pfad", [*MODULE, WURZEL / "dev.py"], ids=_name)
def test_no_file_over_400_lines_no_function_over_60(pfad: Path) -> None:
    zeilen = pfad.read_text(encoding="utf-8").count("\n")
    assert zeilen <= 400, f"{zeilen} Zeilen"
    lang = {
        knoten.name: knoten.end_lineno - knoten.lineno + 1
        for knoten in ast.walk(_baum(pfad))
        if isinstance(knoten, FUNKTION) and knoten.end_lineno - knoten.lineno + 1 > 60
    }
    assert not lang


@pytest.mark.parametrize("pfad", [p for p in MODULE if p.name == "__init__.py"], ids=_name)
def test_package_init_holds_only_a_docstring(pfad: Path) -> None:
    rumpf = _baum(pfad).body
    assert len(rumpf) == 1
    assert ast.get_docstring(_baum(pfad))


def test_no_rooms_without_a_meaning() -> None:
    verboten = {"utils", "util", "misc", "common", "helpers", "helper", "tools"}
    assert not [_name(p) for p in PAKET.rglob("*") if p.stem in verboten]


def _oeffentliche_klassen() -> Iterator[tuple[str, str]]:
    for pfad in sorted((PAKET / "domain").glob("*.py")):
        for knoten in _baum(pfad).body:
            if isinstance(knoten, ast.ClassDef) and not knoten.name.startswith("_"):
                yield pfad.name, knoten.name


def test_each_public_class_of_the_domain_stands_in_the_glossary() -> None:
    text = (WURZEL / "GLOSSAR.md").read_text(encoding="utf-8")
    woerter = set(re.findall(r"^\| (\w+) \|", text, re.MULTILINE))
    klassen = list(_oeffentliche_klassen())
    assert len(klassen) > 15
    assert not [f"{datei}: {name}" for datei, name in klassen if name not in woerter]


def test_the_glossary_is_sorted_and_says_each_word_once() -> None:
    text = (WURZEL / "GLOSSAR.md").read_text(encoding="utf-8")
    woerter = re.findall(r"^\| (\w+) \|", text, re.MULTILINE)[1:]
    assert woerter == sorted(set(woerter), key=str.casefold)


def test_message_boxes_stand_in_one_place() -> None:
    fundorte = {_name(p) for p in MODULE if "QMessageBox" in p.read_text(encoding="utf-8")}
    assert fundorte <= {"antragsbuero/ui/shared/errors.py"}


def test_each_screen_has_view_and_presenter() -> None:
    schirme = [p for p in (PAKET / "ui").iterdir() if p.is_dir() and p.name != "shared"]
    schirme = [p for p in schirme if p.name != "__pycache__"]
    fehlend = [
        f"{schirm.name}/{name}"
        for schirm in schirme
        for name in ("view.py", "presenter.py")
        if not (schirm / name).exists()
    ]
    assert not fehlend


def test_the_lock_holds_hashes_and_no_addresses() -> None:
    text = (WURZEL / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert not re.search(r"--(index-url|find-links|extra-index-url)", text)
