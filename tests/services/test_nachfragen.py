"""Drafting, submitting and answering a Nachfrage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from antragsbuero.domain.bericht import Bericht, Berichtsart
from antragsbuero.domain.nachfrage import Nachfragestand
from antragsbuero.services.errors import Abgelehnt, NichtGefunden
from tests.services.bau import beschlossener_vorgang, buehne


def test_a_passed_deadline_is_asked_for() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    nachfrage = b.nachfragen.entwirf(vorgang.kennung, ["3"])
    (frage,) = nachfrage.fragen
    assert "Beschlusspunkt 3" in frage
    assert "09.04.2025" in frage
    assert "31.12.2025" in frage
    assert "Gründen" in frage
    assert nachfrage.punkte == (vorgang.beschluesse()[0].punkte[2].kennung,)
    assert b.vorgaenge.get(vorgang.kennung).nachfragen == (nachfrage,)


def test_a_deadline_that_is_not_over_is_no_reproach() -> None:
    b = buehne(heute=date(2025, 5, 1))
    vorgang = b.lege_ab(beschlossener_vorgang())
    (frage,) = b.nachfragen.entwirf(vorgang.kennung, ["3"]).fragen
    assert "vorüber" not in frage


def test_a_lost_deadline_is_named() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    fragen = b.nachfragen.entwirf(vorgang.kennung, ["1", "2"]).fragen
    assert "„Im 2. Quartal 2025“" in fragen[0]
    assert "30.06.2025" in fragen[0]
    assert "30.09.2025" in fragen[1]
    assert all("nennt keinen Tag mehr" in frage for frage in fragen)


@pytest.mark.parametrize("name", ["3a", "3 a)", "3.a", "3A"])
def test_sub_points_have_the_names_people_use(name: str) -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    nachfrage = b.nachfragen.entwirf(vorgang.kennung, [name])
    assert b.nachfragen.nummern(vorgang, nachfrage) == ("3a",)
    assert "Beschlusspunkt 3a" in nachfrage.fragen[0]


def test_a_point_that_is_not_there_is_named_with_those_that_are() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    with pytest.raises(NichtGefunden, match="1, 2, 3, 3a"):
        b.nachfragen.entwirf(vorgang.kennung, ["9"])
    with pytest.raises(Abgelehnt, match="mindestens einen"):
        b.nachfragen.entwirf(vorgang.kennung, [])


def test_without_a_resolution_there_is_nothing_to_ask() -> None:
    b = buehne()
    vorgang = b.vorgaenge.neuer_vorgang("Bänke")
    with pytest.raises(NichtGefunden, match="keinen Beschluss"):
        b.nachfragen.entwirf(vorgang.kennung, ["1"])


def test_a_double_click_makes_one_draft() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    (beschluss,) = vorgang.beschluesse()
    punkte = [p.kennung for p in beschluss.punkte[:2]]

    def entwirf(**werte):
        return b.nachfragen.entwirf_zu(vorgang.kennung, beschluss.kennung, punkte, **werte)

    erste = entwirf()
    assert entwirf() == erste
    assert len(entwirf(je_punkt=True)) == 2
    assert len(b.vorgaenge.get(vorgang.kennung).nachfragen) == 3
    b.nachfragen.speichere(vorgang.kennung, replace(erste[0], einleitung="Wir bitten um Eile."))
    (neue,) = entwirf()
    assert neue.kennung != erste[0].kennung, "what was worked on is no second click"
    b.nachfragen.reiche_ein(vorgang.kennung, neue.kennung, date(2026, 3, 2))
    assert entwirf()[0].kennung != neue.kennung


def test_the_answer_is_due_after_four_weeks_on_a_working_day() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    kennung = b.nachfragen.entwirf(vorgang.kennung, ["1"]).kennung
    # 6 March 2026 plus four weeks is 3 April, Good Friday; then a weekend and Easter Monday.
    vorgang = b.nachfragen.reiche_ein(vorgang.kennung, kennung, date(2026, 3, 6), "VIII-F-00001")
    (nachfrage,) = vorgang.nachfragen
    assert nachfrage.antwortfrist == date(2026, 4, 7)
    assert nachfrage.stand(date(2026, 4, 7)) is Nachfragestand.EINGEREICHT
    assert nachfrage.stand(date(2026, 4, 8)) is Nachfragestand.UEBERFAELLIG
    with pytest.raises(Abgelehnt):
        b.nachfragen.reiche_ein(vorgang.kennung, kennung, date(2026, 3, 7))
    with pytest.raises(Abgelehnt):
        b.nachfragen.speichere(vorgang.kennung, replace(nachfrage, fragen=("Anders?",)))


def test_an_answer_settles_it() -> None:
    b = buehne()
    antwort = Bericht(Berichtsart.ANTWORT, date(2026, 4, 1))
    vorgang = b.lege_ab(replace(beschlossener_vorgang(), berichte=(antwort,)))
    kennung = b.nachfragen.entwirf(vorgang.kennung, ["1"]).kennung
    b.nachfragen.reiche_ein(vorgang.kennung, kennung, date(2026, 3, 6))
    vorgang = b.nachfragen.beantworte(vorgang.kennung, kennung, antwort.kennung)
    assert vorgang.nachfragen[0].stand(date(2027, 1, 1)) is Nachfragestand.BEANTWORTET
    with pytest.raises(NichtGefunden):
        b.nachfragen.beantworte(vorgang.kennung, "gibtesnicht", antwort.kennung)


def test_a_draft_can_be_rewritten() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    nachfrage = replace(b.nachfragen.entwirf(vorgang.kennung, ["1"]), fragen=("Wann?",))
    vorgang = b.nachfragen.speichere(vorgang.kennung, nachfrage)
    assert vorgang.nachfragen[0].fragen == ("Wann?",)
