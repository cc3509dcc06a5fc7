"""File names that every system takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.dateinamen import dateiname, saeubere


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
    assert (
        dateiname(vorgang, fassung, ".pdf") == "VII-A-01234-NF-02 Bänke - Brunnen- Neufassung.pdf"
    )
    assert dateiname(vorgang, "Synopse", ".pdf").startswith("VII-A-01234 Bänke")


def test_a_long_betreff_ends_at_a_word() -> None:
    vorgang = Vorgang(betreff="Stadtteilgespräche " * 20, arbeitsnummer="Entwurf 2026-001")
    name = dateiname(vorgang, "Synopse", ".docx")
    assert len(name) < 110
    assert name.endswith("Stadtteilgespräche Synopse.docx")
