"""Settings, sample, export choices and events."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.formats.reader import lies
from antragsbuero.services.beispiel import Beispiele
from antragsbuero.services.einstellungen import (
    Bueroeinstellungen,
    Einstellungen,
    lade_ratsprofil,
    ratsprofile,
)
from antragsbuero.services.errors import Abgelehnt, Buerofehler, NichtGefunden
from antragsbuero.services.events import EinstellungenGeaendert, Ereignisse, VorgangEntfernt
from antragsbuero.services.exporte import Exporte, neueste_eigene, waehle_nachfrage
from antragsbuero.services.suche import Suche
from antragsbuero.services.vergleiche import Vergleiche
from tests.services.bau import HEUTE, beschlossener_vorgang, buehne


def test_settings_have_defaults_and_survive() -> None:
    b = buehne()
    einstellungen = Einstellungen(b.ablage, b.ereignisse)
    assert einstellungen.get() == Bueroeinstellungen()
    neu = Bueroeinstellungen("Fraktion Uferstadt", ("Rathaus", "04109 Uferstadt"), ("A. Winter",))
    einstellungen.set(neu)
    assert einstellungen.get() == neu
    assert b.gehoert == [EinstellungenGeaendert()]
    assert einstellungen.briefkopf().fraktion == "Fraktion Uferstadt"


def test_a_setting_of_a_later_program_is_passed_over() -> None:
    b = buehne()
    b.ablage.write(lambda w: w.einstellungen.set("buero", '{"fraktion": "F", "neu": 1}'))
    assert Einstellungen(b.ablage, b.ereignisse).get() == Bueroeinstellungen("F")


def test_leipzig_ships_with_every_limit_as_a_setting() -> None:
    profil = lade_ratsprofil("leipzig")
    assert (profil.land, profil.antwort_wochen) == ("SN", 4)
    assert profil in ratsprofile()
    with pytest.raises(NichtGefunden):
        lade_ratsprofil("atlantis")


def test_the_sample_is_stored_once_and_goes_in_one_step() -> None:
    b = buehne()
    beispiele = Beispiele(b.ablage, b.ereignisse, lies, lambda: lade_ratsprofil("leipzig"))
    vorgang = beispiele.lade()
    assert vorgang.beispiel
    assert beispiele.geladen() == vorgang.kennung
    with pytest.raises(Abgelehnt, match="schon geladen"):
        beispiele.lade()
    arten = {f.art for f in vorgang.fassungen}
    assert {
        Fassungsart.URSPRUNGSANTRAG,
        Fassungsart.VERWALTUNGSSTANDPUNKT,
        Fassungsart.NEUFASSUNG,
        Fassungsart.AENDERUNGSANTRAG,
        Fassungsart.BESCHLUSS,
    } <= arten
    assert vorgang.berichte
    assert vorgang.nachfragen
    assert vorgang.fristverluste
    assert beispiele.entferne() == 1
    assert b.gehoert[-1] == VorgangEntfernt(vorgang.kennung)
    assert beispiele.geladen() is None
    assert beispiele.entferne() == 0


def _exporte(writers) -> Exporte:
    return Exporte(writers, lambda: Briefkopfdaten("F", (), "Stadt", "Rat"), lambda: HEUTE)


def test_the_ending_chooses_the_writer(tmp_path: Path) -> None:
    geschrieben: list[tuple[str, Path]] = []

    def writer(dokument: Dokument, ziel: Path) -> list[str]:
        geschrieben.append((dokument.titel, ziel))
        return ["Ein Hinweis."]

    exporte = _exporte({".pdf": writer})
    vorgang = beschlossener_vorgang()
    ergebnis = exporte.fassung(vorgang, vorgang.fassungen[0], tmp_path / "a.PDF")
    assert (ergebnis.datei, ergebnis.hinweise) == (tmp_path / "a.PDF", ("Ein Hinweis.",))
    synopse = Vergleiche(buehne().ablage).synopse(vorgang.fassungen)
    exporte.synopse(synopse, vorgang.betreff, tmp_path / "b.pdf")
    assert [ziel for _, ziel in geschrieben] == [tmp_path / "a.PDF", tmp_path / "b.pdf"]
    with pytest.raises(Abgelehnt, match=r"\.odt"):
        exporte.fassung(vorgang, vorgang.fassungen[0], tmp_path / "a.odt")
    assert exporte.endungen() == (".pdf",)


def test_a_fault_of_the_writer_comes_in_words(tmp_path: Path) -> None:
    def voll(dokument: Dokument, ziel: Path) -> list[str]:
        raise Dateifehler("Der Datenträger ist voll.")

    vorgang = beschlossener_vorgang()
    with pytest.raises(Buerofehler, match="voll"):
        _exporte({".pdf": voll}).fassung(vorgang, vorgang.fassungen[0], tmp_path / "a.pdf")


def test_the_newest_own_fassung_is_the_draft() -> None:
    vorgang = beschlossener_vorgang()
    assert neueste_eigene(vorgang) is vorgang.fassungen[0]
    entwurf = Fassung(Fassungsart.NEUFASSUNG)
    assert neueste_eigene(replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))) is entwurf
    with pytest.raises(NichtGefunden, match="--fassung"):
        neueste_eigene(replace(vorgang, fassungen=vorgang.fassungen[1:]))


def test_an_amendment_of_others_is_not_our_own() -> None:
    vorgang = beschlossener_vorgang()
    antrag = replace(vorgang.fassungen[0], urheber=("Fraktion Ufer",))
    fremd = Fassung(
        Fassungsart.AENDERUNGSANTRAG,
        date(2025, 4, 1),
        urheber=("Fraktion Mitte",),
        eingereicht=True,
    )
    ohne = replace(vorgang, fassungen=(antrag, fremd))
    assert neueste_eigene(ohne) is antrag
    gemeinsam = replace(ohne, einreicher=("Fraktion Mitte", "Fraktion Ufer"))
    assert neueste_eigene(gemeinsam) is fremd


def test_the_own_amendment_to_the_motion_of_others_is_our_own() -> None:
    vorgang = replace(beschlossener_vorgang(), einreicher=("Fraktion Mitte",))
    unser = Fassung(Fassungsart.AENDERUNGSANTRAG, urheber=("Fraktion Ufer",))
    beide = replace(vorgang, fassungen=(vorgang.fassungen[0], unser))
    assert neueste_eigene(beide) is vorgang.fassungen[0]
    assert neueste_eigene(beide, "Ufer") is unser
    assert neueste_eigene(beide, "Heide") is vorgang.fassungen[0]


def test_the_newest_nachfrage_unless_named() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    with pytest.raises(NichtGefunden, match="noch keine"):
        waehle_nachfrage(vorgang, None)
    erste, zweite = (b.nachfragen.entwirf(vorgang.kennung, [nr]) for nr in "12")
    vorgang = b.vorgaenge.get(vorgang.kennung)
    assert waehle_nachfrage(vorgang, None) == zweite
    assert waehle_nachfrage(vorgang, erste.kennung) == erste
    with pytest.raises(NichtGefunden):
        waehle_nachfrage(vorgang, "gibtesnicht")


@pytest.mark.parametrize("anzahl", [0, 1, 5])
def test_a_comparison_has_two_to_four_columns(anzahl: int) -> None:
    b = buehne()
    with pytest.raises(Abgelehnt, match="zwei bis vier"):
        Vergleiche(b.ablage).synopse([beschlossener_vorgang().fassungen[0]] * anzahl)


def test_search_reaches_the_repository() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    ergebnis = Suche(b.ablage).suche("Trinkbrunnen")
    assert {t.kennung for t in ergebnis.treffer} == {vorgang.kennung}


def test_a_receiver_that_fails_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    ereignisse = Ereignisse()
    gehoert: list[object] = []

    def scheitert(ereignis: object) -> None:
        raise RuntimeError("kaputt")

    ereignisse.subscribe(scheitert)
    ab = ereignisse.subscribe(gehoert.append)
    with caplog.at_level(logging.ERROR):
        ereignisse.publish(VorgangEntfernt("x"))
    ab()
    ereignisse.publish(VorgangEntfernt("y"))
    assert gehoert == [VorgangEntfernt("x")]
    assert "gescheitert" in caplog.text
