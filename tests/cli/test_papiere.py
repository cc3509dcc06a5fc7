"""The commands that write papers."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from antragsbuero.bootstrap import buero
from antragsbuero.services.einstellungen import Bueroeinstellungen
from tests.cli.conftest import Lauf
from tests.formats.annehmen import absaetze
from tests.formats.briefkoepfe import DOKUMENT, lies, mit_teilen, wurzel, zeilen


@pytest.fixture
def kennung(lauf: Lauf) -> str:
    return lauf("--json", "beispiel").json["kennung"]


@pytest.mark.parametrize("stueck", ["register", "akte", "anschreiben"])
@pytest.mark.parametrize("endung", [".docx", ".pdf"])
def test_papers_of_a_vorgang(lauf, kennung, tmp_path, stueck, endung):
    ziel = tmp_path / f"papier{endung}"
    ergebnis = lauf("exportieren", kennung, "--stueck", stueck, "--ausgabe", ziel, "--json")
    assert ergebnis.code == 0, ergebnis.fehler
    assert ergebnis.json["datei"] == str(ziel)
    assert ziel.read_bytes()[:4] in (b"PK\x03\x04", b"%PDF")


def test_lines_are_numbered_when_asked_for(lauf, kennung, tmp_path):
    ohne, mit = tmp_path / "ohne.docx", tmp_path / "mit.docx"
    assert lauf("exportieren", kennung, "--ausgabe", ohne).code == 0
    assert lauf("exportieren", kennung, "--zeilennummern", "--ausgabe", mit).code == 0
    gezaehlt = [b"lnNumType" in ZipFile(datei).read("word/document.xml") for datei in (ohne, mit)]
    assert gezaehlt == [False, True]


def test_web_page_is_read_again(lauf, kennung, tmp_path):
    ziel = tmp_path / "seite.html"
    assert lauf("exportieren", kennung, "--stueck", "webseite", "--ausgabe", ziel).code == 0
    gelesen = lauf("importieren", ziel, "--trocken", "--json").json["vorgaenge"]
    vorher = lauf("zeigen", kennung, "--json").json
    assert [v["betreff"] for v in gelesen] == [vorher["betreff"]]

    def kern(vorgang):
        return sorted(
            (f["datum"], f["art"], [p["text"] for p in f["punkte"]], f["begruendung"])
            for f in vorgang["fassungen"]
        )

    assert kern(gelesen[0]) == kern(vorher)


def test_web_page_wants_its_ending(lauf, kennung, tmp_path):
    ziel = tmp_path / "seite.pdf"
    ergebnis = lauf("exportieren", kennung, "--stueck", "webseite", "--ausgabe", ziel)
    assert ergebnis.code == 1
    assert ".html" in ergebnis.fehler
    assert not ziel.exists()


def test_tracked_changes_and_web_page_of_a_comparison(lauf, kennung, tmp_path):
    rot, seite = tmp_path / "korrekturen.docx", tmp_path / "synopse.html"
    ergebnis = lauf(
        "vergleichen", f"{kennung}:Neufassung", f"{kennung}:Beschluss",
        "--korrekturen", rot, "--ausgabe", seite,
    )  # fmt: skip
    assert ergebnis.code == 0, ergebnis.fehler
    assert ergebnis.aus.splitlines()[:2] == [f"Geschrieben: {rot}", f"Geschrieben: {seite}"]
    neu = "\n".join(absaetze(rot.read_bytes(), angenommen=True))
    alt = "\n".join(absaetze(rot.read_bytes(), angenommen=False))
    assert "bis zum 31. März 2026" in alt
    assert "bis zum 31. März 2026" not in neu
    assert "<del>" in seite.read_text(encoding="utf-8")


def test_tracked_changes_of_bare_wordings(lauf, tmp_path):
    a, b, ziel = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "x.docx"
    a.write_text("1. Am Markt stehen Bänke.\n2. Es gibt Bäume.\n", encoding="utf-8")
    b.write_text("1. Es gibt Bäume.\n2. Am Markt stehen zwölf Bänke.\n", encoding="utf-8")
    ergebnis = lauf("vergleichen", a, b, "--korrekturen", ziel)
    assert ergebnis.code == 0, ergebnis.fehler
    neu = absaetze(ziel.read_bytes(), angenommen=True)
    assert "2.\tAm Markt stehen zwölf Bänke." in neu


@pytest.mark.parametrize(("zahl", "endung"), [(3, ".docx"), (2, ".pdf")])
def test_tracked_changes_need_two_columns_and_word(lauf, kennung, tmp_path, zahl, endung):
    ziel = tmp_path / f"x{endung}"
    namen = [f"{kennung}:{art}" for art in ("Ursprungsantrag", "Neufassung", "Beschluss")[:zahl]]
    ergebnis = lauf("vergleichen", *namen, "--korrekturen", ziel)
    assert ergebnis.code == 1
    assert "Es wurde nichts geschrieben." in ergebnis.fehler
    assert not Path(ziel).exists()


def test_a_briefkopf_and_signatures_by_command(lauf, kennung, tmp_path):
    kopf = tmp_path / "kopf.docx"
    kopf.write_bytes(mit_teilen(lies("antrag"), {DOKUMENT: lambda t: t.replace("Zu:", "Zur")}))
    ziel = tmp_path / "a.docx"
    args = ("exportieren", kennung, "--stueck", "antrag", "--ausgabe", ziel)
    ergebnis = lauf(*args, "--briefkopf", kopf, "--unterschriften")
    assert ergebnis.code == 0, ergebnis.fehler
    text = zeilen(wurzel(ziel.read_bytes()))
    assert "Unterschriften" in text
    assert not any("[" in zeile for zeile in text)
    kopf.write_bytes(b"kaputt")
    gescheitert = lauf(*args, "--briefkopf", kopf)
    assert gescheitert.code == 1
    assert "keine Word-Datei" in gescheitert.fehler
    assert zeilen(wurzel(ziel.read_bytes())) == text


def test_a_briefkopf_that_cannot_be_read_is_refused_in_german(lauf, kennung, tmp_path):
    for kopf, wort in (
        (tmp_path / "fehlt.docx", "der Ordner fehlt"),
        (tmp_path, "es ist ein Ordner"),
    ):
        args = ("--stueck", "antrag", "--ausgabe", tmp_path / "a.docx", "--briefkopf", kopf)
        ergebnis = lauf("exportieren", kennung, *args)
        assert ergebnis.code == 1
        assert f"{wort}." in ergebnis.fehler
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    ("stueck", "endung", "optionen"),
    [
        ("antrag", ".pdf", {"--briefkopf"}),
        ("antrag", ".docx", set()),
        ("register", ".pdf", {"--briefkopf", "--zeilennummern", "--unterschriften",
                              "--mit-anlagen"}),
        ("akte", ".docx", {"--zeilennummern", "--unterschriften", "--mit-anlagen"}),
    ],
)  # fmt: skip
def test_options_without_effect_are_told(lauf, kennung, tmp_path, stueck, endung, optionen):
    kopf = tmp_path / "kopf.docx"
    kopf.write_bytes(lies("antrag"))
    ergebnis = lauf(
        "exportieren", kennung, "--stueck", stueck, "--ausgabe", tmp_path / f"a{endung}",
        "--briefkopf", kopf, "--zeilennummern", "--unterschriften", "--mit-anlagen",
    )  # fmt: skip
    assert ergebnis.code == 0, ergebnis.fehler
    genannt = set(re.findall(r"„(--[a-z-]+)“ hat hier keine Wirkung", ergebnis.aus))
    assert genannt == optionen


def test_a_file_nobody_named_is_named_by_the_pattern_of_the_office(
    lauf, kennung, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    with buero(tmp_path / "daten", schreiben=True) as offen:
        offen.services.einstellungen.set(Bueroeinstellungen(namensmuster="{stueck} der Fraktion"))
    for stueck, name in (("akte", "Akte"), ("anschreiben", "Anschreiben")):
        ergebnis = lauf("exportieren", kennung, "--stueck", stueck, "--json")
        assert ergebnis.json["datei"] == f"{name} der Fraktion.docx"
        assert (tmp_path / f"{name} der Fraktion.docx").exists()
