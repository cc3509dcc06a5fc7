"""Papers of several Vorgänge by one command."""

from __future__ import annotations

from pathlib import Path

import pytest

from antragsbuero.bootstrap import buero
from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.services.exporte import Exporte
from tests.cli.conftest import Lauf

BETREFFE = ("Bänke am Fluss", "Bänke am Fluss", "Linden")


@pytest.fixture
def kennungen(lauf: Lauf, tmp_path: Path) -> list[str]:
    """The sample and three new ones; two are called the same, the first of them is empty."""
    alle = [lauf("--json", "beispiel").json["kennung"]]
    with buero(tmp_path / "daten", schreiben=True) as offen:
        dienste = offen.services
        dienste.einstellungen.set(Bueroeinstellungen(namensmuster="{betreff} {stueck}"))
        neue = [dienste.vorgaenge.neuer_vorgang(betreff) for betreff in BETREFFE]
        dienste.vorgaenge.verwerfe_entwurf(neue[0].kennung, neue[0].fassungen[0].kennung)
    alle += [vorgang.kennung for vorgang in neue]
    return alle


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    ordner = tmp_path / "aus"
    ordner.mkdir()
    return ordner


def test_one_is_told_as_ever(lauf: Lauf, kennungen: list[str], ordner: Path) -> None:
    ergebnis = lauf("exportieren", kennungen[0], "--ausgabe", ordner / "a.pdf", "--json")
    assert ergebnis.json == {
        "datei": str(ordner / "a.pdf"),
        "dateien": [str(ordner / "a.pdf")],
        "hinweise": [],
    }
    in_ordner = lauf("exportieren", kennungen[0], "--ausgabe", ordner, "--json").json
    assert Path(in_ordner["datei"]).parent == ordner


def test_several_are_written_each_with_a_name_of_its_own(
    lauf: Lauf, kennungen: list[str], ordner: Path
) -> None:
    aufruf = ("exportieren", *kennungen, kennungen[0], "--stueck", "akte", "--ausgabe", ordner)
    ergebnis = lauf(*aufruf, "--format", "pdf", "--json")
    assert ergebnis.code == 0, ergebnis.fehler
    assert [e["kennung"] for e in ergebnis.json["exporte"]] == kennungen
    dateien = [Path(datei) for datei in ergebnis.json["dateien"]]
    assert set(dateien) == set(ordner.iterdir())
    assert len(dateien) == 4
    assert all(datei.read_bytes().startswith(b"%PDF") for datei in dateien)
    assert lauf(*aufruf, "--format", "pdf").aus.count("Geschrieben: ") == 4
    assert len(list(ordner.iterdir())) == 4  # the same files again


def test_one_fault_does_not_stop_the_others_and_the_code_tells(
    lauf: Lauf, kennungen: list[str], ordner: Path
) -> None:
    wahl = (kennungen[1], "VII-A-99999", kennungen[0])
    ergebnis = lauf("exportieren", *wahl, "--ausgabe", ordner, "--json")
    assert ergebnis.code == 1
    erster, zweiter, dritter = ergebnis.json["exporte"]
    assert "keine eigene Fassung" in erster["fehler"]
    assert "keinen Vorgang" in zweiter["fehler"]
    assert (dritter["fehler"], dritter["datei"]) == (None, ergebnis.json["datei"])
    assert Path(dritter["datei"]).exists()
    assert "2 von 3" in ergebnis.fehler
    in_worten = lauf("exportieren", *wahl, "--ausgabe", ordner)
    assert in_worten.code == 1
    assert f"{kennungen[1]}: Der Vorgang" in in_worten.fehler
    assert in_worten.aus.startswith("Geschrieben: ")
    nichts = lauf("exportieren", "x", "y", "--ausgabe", ordner, "--json")
    assert (nichts.code, nichts.json["datei"], nichts.json["dateien"]) == (1, None, [])


def test_an_unforeseen_fault_stops_nobody(
    lauf: Lauf, kennungen: list[str], ordner: Path, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    echt = Exporte.akte

    def mal_kaputt(self, vorgang, *rest):
        if vorgang.kennung == kennungen[1]:
            raise RuntimeError("nanu")
        return echt(self, vorgang, *rest)

    monkeypatch.setattr(Exporte, "akte", mal_kaputt)
    ergebnis = lauf("exportieren", *kennungen, "--stueck", "akte", "--ausgabe", ordner, "--json")
    assert ergebnis.code == 1
    assert [bool(e["fehler"]) for e in ergebnis.json["exporte"]] == [False, True, False, False]
    assert "nanu" in caplog.text


def test_the_register_over_several_is_one_file(
    lauf: Lauf, kennungen: list[str], ordner: Path
) -> None:
    ziel = ordner / "register.docx"
    aufruf = ("exportieren", *kennungen, "--stueck", "register", "--ausgabe")
    assert lauf(*aufruf, ziel, "--json").json["dateien"] == [str(ziel)]
    (eines,) = lauf(*aufruf, ordner, "--json").json["dateien"]
    assert Path(eines).name.startswith("Register 4 Vorgänge")
    mit_fehler = lauf(
        "exportieren", *kennungen, "fehlt", "--stueck", "register", "--ausgabe", ziel, "--json"
    )
    assert mit_fehler.code == 1
    assert [e["kennung"] for e in mit_fehler.json["exporte"]] == ["fehlt", None]


def test_several_need_a_folder(lauf: Lauf, kennungen: list[str], ordner: Path) -> None:
    ergebnis = lauf("exportieren", *kennungen, "--ausgabe", ordner / "a.pdf")
    assert ergebnis.code == 1
    assert "einen Ordner" in ergebnis.fehler
    assert not list(ordner.iterdir())


def test_a_format_that_the_file_names_already_is_told(
    lauf: Lauf, kennungen: list[str], ordner: Path
) -> None:
    ergebnis = lauf("exportieren", kennungen[0], "--format", "pdf", "--ausgabe", ordner / "a.docx")
    assert "„--format“ hat hier keine Wirkung" in ergebnis.aus
