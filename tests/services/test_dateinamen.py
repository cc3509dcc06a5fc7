"""File names that every system takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.dateinamen import (
    Namensvergabe,
    Namenswahl,
    dateiname,
    pruefe_muster,
    saeubere,
)
from antragsbuero.services.errors import Abgelehnt


@given(st.text())
def test_any_text_becomes_a_name_that_windows_takes(text: str) -> None:
    name = saeubere(text)
    assert name
    assert len(name) <= 121
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
    assert name == name.strip(" .")


def test_names_of_devices_are_avoided() -> None:
    assert saeubere("aux") == "_aux"
    assert saeubere("COM3.Antrag") == "_COM3.Antrag"
    assert saeubere("Auxiliar") == "Auxiliar"


def test_the_pattern_is_number_matter_kind() -> None:
    vorgang = Vorgang(betreff="Bänke / Brunnen?", nummern=("VII-A-01234",))
    fassung = Fassung(Fassungsart.NEUFASSUNG, nummer="VII-A-01234-NF-02")
    assert dateiname(vorgang, fassung, ".pdf") == "VII-A-01234-NF-02 Bänke - Brunnen Neufassung.pdf"
    assert dateiname(vorgang, "Synopse", ".pdf").startswith("VII-A-01234 Bänke")


def test_a_long_betreff_ends_at_a_word() -> None:
    vorgang = Vorgang(betreff="Stadtteilgespräche " * 20, arbeitsnummer="Entwurf 2026-001")
    name = dateiname(vorgang, "Synopse", ".docx")
    assert len(name) < 110
    assert name.endswith("Stadtteilgespräche Synopse.docx")


def test_the_pattern_of_the_office_is_filled() -> None:
    vorgang = Vorgang("Bänke", nummern=("VII-A-01234",), arbeitsnummer="Entwurf 2026-004")
    wahl = Namenswahl("{datum}_{Fraktion} {stueck} {arbeitsnummer}", "SPD", date(2026, 3, 1))
    assert dateiname(vorgang, "Akte", ".pdf", wahl) == "2026-03-01_SPD Akte Entwurf 2026-004.pdf"
    fassung = Fassung(Fassungsart.ANFRAGE, datum=date(2025, 1, 2))
    assert dateiname(vorgang, fassung, ".pdf", wahl).startswith("2025-01-02_SPD Anfrage")


@pytest.mark.parametrize("muster", ["{nr} {betreff}", "{betreff", "betreff}", "{}", "{a}{b}"])
def test_a_pattern_with_faults_is_told_and_never_used(muster: str) -> None:
    with pytest.raises(Abgelehnt, match=r"\{nummer\}"):
        pruefe_muster(muster)
    name = dateiname(Vorgang("Bänke"), "Akte", ".pdf", Namenswahl(muster))
    assert name == "Bänke Akte.pdf"


def test_the_unknown_words_are_named() -> None:
    with pytest.raises(Abgelehnt, match=r"Die Platzhalter \{a\}, \{b\} gibt es nicht"):
        pruefe_muster("{a} {betreff} {b}")


@given(st.text(max_size=40), st.text(max_size=400), st.text(max_size=40))
def test_no_pattern_and_no_betreff_make_an_empty_or_long_name(
    muster: str, betreff: str, fraktion: str
) -> None:
    name = dateiname(Vorgang(betreff), "Akte", ".pdf", Namenswahl(muster, fraktion))
    assert name.removesuffix(".pdf").strip(" .")
    assert len(name.encode("utf-8", "ignore")) <= 210
    assert "/" not in name


def test_marks_that_turn_the_direction_of_reading_are_dropped() -> None:
    assert saeubere("Antrag\u202efdp.exe") == "Antragfdp.exe"


def test_names_of_one_run_never_meet() -> None:
    vergabe = Namensvergabe(lambda pfad: pfad.name == "a.pdf")
    namen = [vergabe.frei(Path("/o") / n).name for n in ("A.pdf", "a.pdf", "a.pdf", "b.pdf")]
    assert namen == ["A.pdf", "a (2).pdf", "a (3).pdf", "b.pdf"]


def test_replacing_takes_the_name_of_an_old_file_but_never_twice() -> None:
    vergabe = Namensvergabe(lambda _: True, ersetzen=True)
    assert [vergabe.frei(Path("/o/a.pdf")).name for _ in range(2)] == ["a.pdf", "a (2).pdf"]
