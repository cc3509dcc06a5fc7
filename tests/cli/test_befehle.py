"""The whole job without a window, on an invented page."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antragsbuero.app import main
from antragsbuero.version import VERSION
from tests.cli.conftest import Lauf

WURZEL = Path(__file__).resolve().parents[2]


def woerter(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def texte(objekt: Any) -> Iterator[str]:
    """Every text that stands anywhere in a JSON value."""
    if isinstance(objekt, str):
        yield objekt
    elif isinstance(objekt, dict):
        for wert in objekt.values():
            yield from texte(wert)
    elif isinstance(objekt, list):
        for wert in objekt:
            yield from texte(wert)


def fassung(vorgang: dict[str, Any], art: str) -> dict[str, Any]:
    (gefunden,) = [f for f in vorgang["fassungen"] if f["art"] == art]
    return gefunden


def test_import_tells_what_it_recognised_and_stores_it(lauf: Lauf, seite: Path) -> None:
    erkannt = lauf("importieren", seite, "--json").json
    (vorgang,) = erkannt["vorgaenge"]
    assert vorgang["betreff"].startswith("Sichere Schulwege")
    assert fassung(vorgang, "NEUFASSUNG")["datum"] == "2025-05-22"
    assert [len(fassung(vorgang, art)["punkte"]) for art in (
        "URSPRUNGSANTRAG", "VERWALTUNGSSTANDPUNKT", "NEUFASSUNG", "BESCHLUSS",
    )] == [1, 3, 4, 4]  # fmt: skip
    gezeigt = lauf("zeigen", vorgang["kennung"], "--json").json
    assert gezeigt["fassungen"] == vorgang["fassungen"]
    seitenwoerter = woerter(seite.read_text(encoding="utf-8"))
    assert seitenwoerter <= woerter(" ".join([*texte(gezeigt), *texte(erkannt["ausgelassen"])]))


def test_nothing_is_stored_by_a_dry_run(lauf: Lauf, seite: Path) -> None:
    assert lauf("importieren", seite, "--trocken", "--json").json["vorgaenge"]
    assert lauf("liste", "--json").json["vorgaenge"] == []


def test_importing_twice_raises_a_doubt(lauf: Lauf, seite: Path) -> None:
    lauf("importieren", seite)
    zweifel = lauf("importieren", seite, "--json").json["zweifel"]
    assert any("schon einen Vorgang" in z["grund"] for z in zweifel)


def test_a_page_can_be_added_to_a_vorgang(lauf: Lauf, seite: Path) -> None:
    (vorgang,) = lauf("importieren", seite, "--json").json["vorgaenge"]
    (ergaenzt,) = lauf("importieren", seite, "--vorgang", vorgang["kennung"], "--json").json[
        "vorgaenge"
    ]
    assert ergaenzt["kennung"] == vorgang["kennung"]
    assert len(ergaenzt["fassungen"]) == 2 * len(vorgang["fassungen"])
    assert len(lauf("liste", "--json").json["vorgaenge"]) == 1


def test_the_comparison_names_the_lost_deadline(lauf: Lauf) -> None:
    lauf("beispiel")
    synopse = lauf("vergleichen", "BEISPIEL:Neufassung", "BEISPIEL:beschluss", "--json").json
    (frist,) = [f for f in synopse["fristen"] if f["art"] == "ENTFALLEN"]
    assert frist["vorher"]["datum"] == "2026-03-31"
    punkte = [z for z in synopse["zeilen"] if z["bereich"] == "PUNKTE"]
    assert [z["punkte"] for z in punkte] == [
        [[0], [0]], [[2], [1]], [[1], [2]], [[3], [3]],
    ] or sorted(z["punkte"][0] for z in punkte) == [[0], [1], [2], [3]]  # fmt: skip
    assert "VERSCHOBEN" in {z["art"] for z in punkte}


def test_both_sides_can_be_rebuilt_from_the_json(lauf: Lauf) -> None:
    vorgang = lauf("beispiel", "--json").json
    synopse = lauf("vergleichen", "BEISPIEL:Neufassung", "BEISPIEL:Beschluss", "--json").json
    for zeile in synopse["zeilen"]:
        if zeile["bereich"] != "PUNKTE" or zeile["teile"][1] is None:
            continue
        for spalte, art, stelle in ((0, "NEUFASSUNG", 1), (1, "BESCHLUSS", -1)):
            punkte = fassung(vorgang, art)["punkte"]
            soll = "\n".join(punkte[i]["text"] for i in zeile["punkte"][spalte])
            zeichen = ("=", "~", "-" if spalte == 0 else "+")
            ist = "".join(teil[stelle] for teil in zeile["teile"][1] if teil[0] in zeichen)
            assert ist == soll


def test_files_that_hold_only_points_can_be_compared(lauf: Lauf, tmp_path: Path) -> None:
    alt, neu = tmp_path / "alt.txt", tmp_path / "neu.txt"
    alt.write_text(
        "1. Die Brücke wird bis Ende 2022 gebaut.\n2. Der Park wird gepflegt.\n", "utf-8"
    )
    neu.write_text("1. Die Brücke wird gebaut.\n2. Der Park wird gepflegt.\n3. Neu.\n", "utf-8")
    synopse = lauf("vergleichen", alt, neu, "--json").json
    assert [s["titel"] for s in synopse["spalten"]] == ["alt.txt", "neu.txt"]
    punkte = [z for z in synopse["zeilen"] if z["bereich"] == "PUNKTE"]
    assert [z["punkte"] for z in punkte] == [[[0], [0]], [[1], [1]], [[], [2]]]
    assert [f["art"] for f in synopse["fristen"]] == ["ENTFALLEN"]


@pytest.mark.parametrize("endung", [".pdf", ".docx"])
def test_papers_are_written(lauf: Lauf, tmp_path: Path, endung: str) -> None:
    lauf("beispiel")
    lauf("nachfrage", "BEISPIEL", "--punkt", "4")
    ziele = {
        "synopse": ("vergleichen", "BEISPIEL:Neufassung", "BEISPIEL:Beschluss"),
        "antrag": ("exportieren", "BEISPIEL", "--stueck", "antrag"),
        "beschluss": ("exportieren", "BEISPIEL", "--fassung", "BESCHLUSS"),
        "nachfrage": ("exportieren", "BEISPIEL", "--stueck", "nachfrage"),
    }
    for name, aufruf in ziele.items():
        ziel = tmp_path / f"Straße {name}{endung}"
        ergebnis = lauf(*aufruf, "--ausgabe", ziel)
        assert ergebnis.code == 0, ergebnis.fehler
        anfang = b"%PDF-" if endung == ".pdf" else b"PK"
        assert ziel.read_bytes().startswith(anfang)
        if endung == ".docx":
            assert "Schul" in zipfile.ZipFile(ziel).read("word/document.xml").decode()


def test_without_a_target_the_paper_gets_a_name_of_its_own(
    lauf: Lauf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lauf("beispiel")
    ergebnis = lauf("exportieren", "BEISPIEL", "--stueck", "antrag", "--json")
    assert (tmp_path / ergebnis.json["datei"]).exists()


def test_deadlines_and_the_query_on_a_point(lauf: Lauf) -> None:
    lauf("beispiel")
    fristen = lauf("fristen", "--stichtag", "2026-04-01", "--json").json["fristen"]
    assert {"ENTFALLEN", "ERLEDIGT"} <= {f["stand"] for f in fristen}
    nachfrage = lauf("nachfrage", "BEISPIEL", "--punkt", "1", "4", "--json").json
    assert nachfrage["punkte"] == ["1", "4"]
    gezeigt = lauf("zeigen", nachfrage["vorgang"], "--json").json
    assert gezeigt["nachfragen"][-1]["kennung"] == nachfrage["kennung"]
    assert lauf("nachfrage", "BEISPIEL", "--punkt", "9").code == 1


def test_search_finds_parts_of_compounds(lauf: Lauf) -> None:
    lauf("beispiel")
    treffer = lauf("suchen", "zählung", "--json").json
    assert treffer["gesamt"] > 0
    assert "zählung" in treffer["treffer"][0]["auszug"].casefold()
    assert lauf("suchen", "Quastenflosser", "--json").json["gesamt"] == 0


def test_backup_and_check(lauf: Lauf, tmp_path: Path) -> None:
    lauf("beispiel")
    datei = Path(lauf("sichern", tmp_path / "kopie.db", "--json").json["datei"])
    assert datei.stat().st_size > 0
    assert lauf("pruefen", "--json").json == {"ok": True, "befunde": []}


def test_the_sample_is_loaded_once_and_leaves_nothing(lauf: Lauf) -> None:
    assert lauf("beispiel").code == 0
    zweites = lauf("beispiel")
    assert (zweites.code, zweites.aus) == (1, "")
    assert "schon geladen" in zweites.fehler
    assert lauf("beispiel", "--entfernen").code == 0
    assert lauf("liste", "--json").json["vorgaenge"] == []
    assert lauf("suchen", "Schulstraßen", "--json").json["gesamt"] == 0


def test_texts_for_people(lauf: Lauf) -> None:
    lauf("beispiel")
    assert "Frist im Beschluss verloren" in lauf("zeigen", "BEISPIEL").aus
    assert "in Umsetzung" in lauf("liste").aus
    assert "im Beschluss entfallen" in lauf("fristen").aus
    text = lauf("vergleichen", "BEISPIEL:Neufassung", "BEISPIEL:Beschluss").aus
    assert "[-" in text
    assert "verschoben" in text
    assert "Treffer" in lauf("suchen", "Elternräten").aus


@pytest.mark.parametrize(
    ("argumente", "worte"),
    [
        (("zeigen", "VII-A-99999"), "keinen Vorgang"),
        (("vergleichen", "gibtesnicht.txt", "auchnicht.txt"), "weder eine Datei"),
        (("importieren", "gibtesnicht.txt"), "gibt es nicht"),
        (("exportieren", "VII-A-99999"), "keinen Vorgang"),
    ],
)
def test_foreseeable_faults_end_with_one_and_a_message(
    lauf: Lauf, argumente: tuple[str, ...], worte: str
) -> None:
    ergebnis = lauf(*argumente)
    assert ergebnis.code == 1
    assert worte in ergebnis.fehler
    assert ergebnis.aus == ""


@pytest.mark.parametrize(
    "argumente", [("zeigen",), ("unsinn",), ("fristen", "--stichtag", "31.02.2020"), ("liste", "x")]
)
def test_wrong_usage_ends_with_two_in_german(lauf: Lauf, argumente: tuple[str, ...]) -> None:
    ergebnis = lauf(*argumente)
    assert ergebnis.code == 2
    assert "Aufruf:" in ergebnis.fehler
    assert not re.search(r"\b(usage|error|argument|invalid|required|choose)\b", ergebnis.fehler)


def test_help_is_german_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    befehle = re.findall(r"^    (\w+)  ", _hilfe(capsys), re.MULTILINE)
    assert len(befehle) == 12
    for befehl in ["", *befehle]:
        hilfe = _hilfe(capsys, befehl)
        assert not re.search(r"\b(usage|options|show|positional|exit)\b", hilfe), befehl


def _hilfe(capsys: pytest.CaptureFixture[str], befehl: str = "") -> str:
    with pytest.raises(SystemExit) as ende:
        main([*([befehl] if befehl else []), "--help"])
    assert ende.value.code == 0
    return capsys.readouterr().out


def test_the_version_loads_nothing_heavy() -> None:
    code = (
        "import sys; from antragsbuero.app import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "schwer = {'sqlalchemy', 'alembic', 'reportlab', 'docx', 'lxml', 'PySide6', 'rapidfuzz'}\n"
        "print(sorted(schwer & set(sys.modules)))"
    )
    aus = subprocess.run(
        [sys.executable, "-c", code], cwd=WURZEL, capture_output=True, text=True, check=True
    ).stdout
    assert aus.splitlines() == [f"Antragsbüro {VERSION}", "[]"]


def test_options_stand_before_or_after_the_command(lauf: Lauf, tmp_path: Path) -> None:
    anderer = tmp_path / "anderer"
    lauf("beispiel", "--daten", anderer)
    assert lauf("liste", "--json").json["vorgaenge"] == []
    assert len(lauf("liste", "--json", daten=anderer).json["vorgaenge"]) == 1
