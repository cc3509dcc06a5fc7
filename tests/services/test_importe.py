"""Reading, storing, adding: all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.reader import lies
from antragsbuero.resources import resource
from antragsbuero.services.einstellungen import lade_ratsprofil
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.importe import Importe
from tests.services.bau import HEUTE, Buehne, beschlossener_vorgang, buehne

SEITE = resource("beispiel", "schulstrassen.txt").read_text(encoding="utf-8")


def _importe(b: Buehne, reader=lies) -> Importe:
    return Importe(
        b.ablage, b.ereignisse, reader, lambda: lade_ratsprofil("leipzig"), lambda: HEUTE
    )


def test_a_proposal_stores_nothing_until_it_is_accepted() -> None:
    b = buehne()
    vorschlag = _importe(b).lies_text(SEITE)
    assert b.vorgaenge.rows() == []
    (vorgang,) = _importe(b).uebernehme(vorschlag)
    assert vorgang.arbeitsnummer == "Entwurf 2026-001"
    assert [z.kennung for z in b.vorgaenge.rows()] == [vorgang.kennung]
    assert [v.punkt for v in vorgang.fristverluste] == ["4"]
    assert "Übernommen" in vorgang.verlauf[0].text


def test_several_sources_are_stored_together_or_not_at_all() -> None:
    b = buehne()
    importe = _importe(b)
    gut = importe.lies_text(SEITE)
    schlecht = replace(gut, vorgaenge=(), name="leer.txt")
    with pytest.raises(Abgelehnt, match="leer"):
        importe.uebernehme_alle([gut, schlecht])
    assert b.vorgaenge.rows() == []


def test_a_resolution_that_comes_later_finds_its_lost_deadlines() -> None:
    b = buehne()
    ganz = beschlossener_vorgang()
    b.lege_ab(replace(ganz, fassungen=ganz.fassungen[:1], fristverluste=()))
    importe = _importe(b)
    nachtrag = replace(
        importe.lies_text(SEITE), vorgaenge=(replace(ganz, fassungen=ganz.fassungen[1:]),)
    )
    (ergaenzt,) = importe.uebernehme(nachtrag, ganz.kennung)
    assert [v.punkt for v in ergaenzt.fristverluste] == ["1", "2"]
    assert ergaenzt.nummern == ganz.nummern


def test_faults_of_files_come_in_words(tmp_path: Path) -> None:
    b = buehne()
    importe = _importe(b)
    with pytest.raises(Buerofehler, match="gibt es nicht"):
        importe.lies_datei(tmp_path / "fehlt.txt")
    with pytest.raises(Buerofehler, match="Ordner"):
        importe.lies_datei(tmp_path)
    gross = tmp_path / "gross.txt"
    with gross.open("wb") as datei:
        datei.truncate(51 * 1024 * 1024)
    with pytest.raises(Buerofehler, match="größer als 50 MB"):
        importe.lies_datei(gross)

    def scheitert(inhalt: bytes, name: str) -> Dokument:
        raise Dateifehler("So geht es nicht.")

    with pytest.raises(Buerofehler, match="So geht es nicht"):
        _importe(b, scheitert).lies(b"x", "x.txt")


def test_official_numbers_are_kept_and_need_no_working_number() -> None:
    b = buehne()
    importe = _importe(b)
    vorschlag = replace(importe.lies_text(SEITE), vorgaenge=(beschlossener_vorgang(),))
    (vorgang,) = importe.uebernehme(vorschlag)
    assert (vorgang.arbeitsnummer, vorgang.nummern) == ("", ("VII-A-01234",))
    assert vorgang.fassungen[1].datum == date(2025, 4, 9)
