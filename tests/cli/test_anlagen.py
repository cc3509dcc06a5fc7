"""The command „anlagen“ and the export with them, over a real database."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from antragsbuero.bootstrap import buero
from tests.cli.conftest import Lauf
from tests.formats.test_pdf_merge import plan


@pytest.fixture
def kennung(tmp_path: Path) -> str:
    """A draft of one's own."""
    with buero(tmp_path / "daten", schreiben=True) as offen:
        return offen.services.vorgaenge.neuer_vorgang("Bänke am Fluss").kennung


@pytest.fixture
def dateien(tmp_path: Path) -> tuple[Path, Path]:
    eins, zwei = tmp_path / "Lageplan.pdf", tmp_path / "Liste.xlsx"
    eins.write_bytes(plan(2))
    zwei.write_bytes(b"PK" + bytes(2_500_000))
    return eins, zwei


def namen(ergebnis) -> list[str]:
    return [anlage["name"] for anlage in ergebnis.json["anlagen"]]


def test_list_add_remove(lauf: Lauf, kennung, dateien):
    assert "keine Anlagen" in lauf("anlagen", kennung).aus
    neu = lauf("anlagen", kennung, "--hinzufuegen", *dateien, "--json")
    assert neu.code == 0, neu.fehler
    assert namen(neu) == ["Lageplan.pdf", "Liste.xlsx"]
    text = lauf("anlagen", kennung, "--fassung", neu.json["fassung"]).aus
    assert "Anlage 2: Liste.xlsx, 2,5 MB" in text
    assert lauf("pruefen").code == 0
    fort = lauf("anlagen", kennung, "--entfernen", "1", "--json")
    assert namen(fort) == ["Liste.xlsx"]
    assert namen(lauf("anlagen", kennung, "--json")) == ["Liste.xlsx"]
    assert lauf("pruefen").code == 0


def test_bad_calls_are_refused(lauf: Lauf, kennung, dateien, tmp_path):
    lauf("anlagen", kennung, "--hinzufuegen", dateien[0])
    for angaben, grund in (
        (("--entfernen", "2"), "keine Anlage 2, sondern 1 Anlagen"),
        (("--hinzufuegen", tmp_path / "fort.pdf"), "gibt es dort nicht mehr"),
        (("--hinzufuegen", dateien[0]), "ist schon Anlage 1"),
        (("--hinzufuegen", tmp_path), "ist ein Ordner"),
    ):
        ergebnis = lauf("anlagen", kennung, *angaben)
        assert ergebnis.code == 1
        assert grund in ergebnis.fehler
    assert namen(lauf("anlagen", kennung, "--json")) == ["Lageplan.pdf"]


def test_submitted_fassung_is_refused(lauf: Lauf, dateien):
    beispiel = lauf("--json", "beispiel").json["kennung"]
    ergebnis = lauf("anlagen", beispiel, "--hinzufuegen", dateien[0])
    assert ergebnis.code == 1
    assert "eingereicht" in ergebnis.fehler


def test_export_with_and_without(lauf: Lauf, kennung, dateien, tmp_path):
    lauf("anlagen", kennung, "--hinzufuegen", *dateien)
    ohne, mit = tmp_path / "ohne.pdf", tmp_path / "mit.pdf"
    assert lauf("exportieren", kennung, "--ausgabe", ohne).code == 0
    ergebnis = lauf("exportieren", kennung, "--mit-anlagen", "--ausgabe", mit, "--json")
    assert ergebnis.code == 0, ergebnis.fehler
    with pikepdf.open(ohne) as a, pikepdf.open(mit) as b:
        assert len(b.pages) == len(a.pages) + 2
    assert "Anlage 2: Liste.xlsx" in ergebnis.json["hinweise"][0]
    word = lauf("exportieren", kennung, "--mit-anlagen", "--ausgabe", tmp_path / "a.docx", "--json")
    assert "Nur eine PDF-Datei" in word.json["hinweise"][0]


def test_damaged_one_stops_the_export(lauf: Lauf, kennung, tmp_path):
    kaputt = tmp_path / "kaputt.pdf"
    kaputt.write_bytes(b"kein PDF")
    lauf("anlagen", kennung, "--hinzufuegen", kaputt)
    ergebnis = lauf("exportieren", kennung, "--mit-anlagen", "--ausgabe", tmp_path / "mit.pdf")
    assert ergebnis.code == 1
    assert "Anlage 1: kaputt.pdf ist beschädigt" in ergebnis.fehler
    assert not (tmp_path / "mit.pdf").exists()
