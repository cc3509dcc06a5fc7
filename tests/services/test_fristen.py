"""What is due, and what a resolution lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from antragsbuero.domain.friststand import Friststand
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.services.fristen import Fristen, finde_fristverluste
from tests.services.bau import beschlossener_vorgang, buehne


def test_lost_deadlines_are_found_with_their_point() -> None:
    verluste = beschlossener_vorgang().fristverluste
    gefunden = [
        (v.punkt, v.art.value, v.vorher.datum, v.nachher and v.nachher.wortlaut) for v in verluste
    ]
    assert gefunden == [
        ("1", "GEAENDERT", date(2025, 6, 30), "Schnellstmöglich"),
        ("2", "ENTFALLEN", date(2025, 9, 30), None),
    ]


def test_without_the_voted_fassung_nothing_is_lost() -> None:
    vorgang = beschlossener_vorgang()
    ohne = replace(vorgang, fassungen=vorgang.fassungen[1:])
    assert finde_fristverluste(ohne) == ()


def test_the_list_tells_overdue_open_settled_and_lost() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    liste = Fristen(b.ablage).liste

    def staende(tag: date) -> dict[str, Friststand]:
        return {e.frist.wortlaut: e.stand for e in liste(tag)}

    vorher = staende(date(2025, 12, 31))
    assert vorher == {
        "Im 2. Quartal 2025": Friststand.GEAENDERT,
        "im 3. Quartal 2025": Friststand.ENTFALLEN,
        "Bis zum 31. Dezember 2025": Friststand.OFFEN,
        "Schnellstmöglich": Friststand.OHNE_DATUM,
    }
    assert staende(date(2026, 1, 1))["Bis zum 31. Dezember 2025"] is Friststand.UEBERFAELLIG
    dritter = vorgang.beschluesse()[0].punkte[2].kennung
    b.vorgaenge.setze_umsetzung(
        vorgang.kennung, Umsetzung(dritter, Umsetzungsstand.UMGESETZT, Umsetzungsstand.OFFEN)
    )
    # The administration's word alone does not settle it.
    assert staende(date(2026, 1, 1))["Bis zum 31. Dezember 2025"] is Friststand.UEBERFAELLIG
    b.vorgaenge.setze_umsetzung(
        vorgang.kennung, Umsetzung(dritter, Umsetzungsstand.UMGESETZT, Umsetzungsstand.UMGESETZT)
    )
    assert staende(date(2026, 1, 1))["Bis zum 31. Dezember 2025"] is Friststand.ERLEDIGT


def test_the_list_is_by_date_undated_last() -> None:
    b = buehne()
    b.lege_ab(beschlossener_vorgang())
    tage = [e.frist.datum or date.max for e in Fristen(b.ablage).liste(date(2026, 1, 1))]
    assert tage == sorted(tage)
    assert tage[-1] == date.max
