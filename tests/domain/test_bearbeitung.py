"""Derive, number and submit a Fassung."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart, absaetze
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.bearbeitung import (
    leite_ab,
    mit_eigener_begruendung,
    mit_fristen,
    nummeriere,
    reiche_ein,
)
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, mit_tiefe, vorordnung
from antragsbuero.domain.fassung import Fassung, Fassungsart, Fassungsfehler

texte = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30)


def _punkt(text: str, unter: list[Beschlusspunkt]) -> Beschlusspunkt:
    return Beschlusspunkt("", absaetze([text]), tuple(unter))


punkte = st.recursive(
    st.builds(_punkt, texte, st.just([])),
    lambda kinder: st.builds(_punkt, texte, st.lists(kinder, max_size=3)),
    max_leaves=12,
)
listen = st.lists(punkte, max_size=6)


@given(listen)
def test_deriving_keeps_words_and_identity_and_shares_no_kennung(liste: list) -> None:
    quelle = Fassung(Fassungsart.NEUFASSUNG, eingereicht=True, punkte=tuple(liste))
    neu = leite_ab(quelle, Fassungsart.NEUFASSUNG, ["Fraktion"])
    alt, kopie = list(quelle.alle_punkte()), list(neu.alle_punkte())
    assert [(p.text, p.herkunft, p.nummer) for p in alt] == [
        (p.text, p.herkunft, p.nummer) for p in kopie
    ]
    kennungen = {p.kennung for p in alt} | {p.kennung for p in kopie}
    assert len(kennungen) == 2 * len(alt)
    assert (neu.zu, neu.eingereicht, neu.quelltext) == (quelle.kennung, False, "")


def test_the_reasons_of_the_administration_do_not_become_ours() -> None:
    def papier(art: Fassungsart, tag: int, *urheber: str) -> Fassung:
        grund = absaetze([f"{art} {tag}"])
        return Fassung(art, date(2025, 1, tag), eingereicht=True, urheber=urheber,
                       punkte=(_punkt("Bänke", []),), begruendung=grund)  # fmt: skip

    alt = papier(Fassungsart.URSPRUNGSANTRAG, 1, "Wir")
    neuer = papier(Fassungsart.NEUFASSUNG, 2, "Wir")
    fremd = papier(Fassungsart.NEUFASSUNG, 4, "Andere")
    stadt = papier(Fassungsart.VERWALTUNGSSTANDPUNKT, 3)
    davor = (alt, stadt, neuer, fremd)
    neu = mit_eigener_begruendung(leite_ab(stadt, Fassungsart.NEUFASSUNG, ["Wir"]), davor)
    assert [p.text for p in neu.punkte] == ["Bänke"]
    assert neu.begruendung == neuer.begruendung
    aenderung = leite_ab(stadt, Fassungsart.AENDERUNGSANTRAG, ["Wir"])
    assert mit_eigener_begruendung(aenderung, davor).begruendung == ()
    allein = leite_ab(stadt, Fassungsart.NEUFASSUNG, ["Wir"])
    assert mit_eigener_begruendung(allein, (stadt,)).begruendung == ()
    eigene = leite_ab(neuer, Fassungsart.NEUFASSUNG, ["Wir"])
    assert mit_eigener_begruendung(eigene, davor) == eigene


PLAN = Anlage("Plan.pdf", "ab" * 32, 1)


@pytest.mark.parametrize(
    ("quelle", "urheber", "art", "behalten"),
    [
        (Fassungsart.URSPRUNGSANTRAG, ("Fraktion",), Fassungsart.NEUFASSUNG, True),
        (Fassungsart.URSPRUNGSANTRAG, (), Fassungsart.NEUFASSUNG, True),
        (Fassungsart.NEUFASSUNG, ("Andere", "Fraktion"), Fassungsart.NEUFASSUNG, True),
        (Fassungsart.NEUFASSUNG, ("Andere",), Fassungsart.NEUFASSUNG, False),
        (Fassungsart.VERWALTUNGSSTANDPUNKT, (), Fassungsart.NEUFASSUNG, False),
        (Fassungsart.URSPRUNGSANTRAG, ("Fraktion",), Fassungsart.AENDERUNGSANTRAG, False),
    ],
)
def test_a_neufassung_keeps_the_own_anlagen(quelle, urheber, art, behalten) -> None:
    alt = Fassung(quelle, urheber=urheber, eingereicht=True, anlagen=(PLAN,))
    neu = leite_ab(alt, art, ["Fraktion"]).anlagen
    assert [(a.name, a.sha256) for a in neu] == [("Plan.pdf", PLAN.sha256)] * behalten
    assert PLAN.kennung not in {a.kennung for a in neu}


@given(listen)
def test_numbers_change_nothing_but_the_number_and_are_unique(liste: list) -> None:
    nummeriert = nummeriere(liste)
    assert [p.text for p in vorordnung(nummeriert)] == [p.text for p in vorordnung(liste)]
    wege = [weg for weg, _ in mit_tiefe(nummeriert)]
    assert len(set(wege)) == len(wege)
    assert nummeriere(nummeriert) == nummeriert


def test_levels_have_their_own_signs() -> None:
    unten = _punkt("x", [])
    liste = [_punkt("x", [_punkt("x", [unten, unten]), unten]) for _ in range(2)]
    erster = nummeriere(liste)[0]
    assert erster.nummer == "1."
    assert [p.nummer for p in erster.punkte] == ["a)", "b)"]
    assert [p.nummer for p in erster.punkte[0].punkte] == ["i.", "ii."]


def test_a_single_point_stays_without_a_number() -> None:
    assert nummeriere([_punkt("Nur einer", [])])[0].nummer == ""


def test_many_sub_points_run_past_z() -> None:
    (oben, _) = nummeriere([_punkt("x", [_punkt("y", []) for _ in range(28)]), _punkt("z", [])])
    assert [p.nummer for p in oben.punkte[25:]] == ["z)", "aa)", "ab)"]


def test_deadlines_are_read_at_every_level() -> None:
    punkt = _punkt("Oben bis Ende 2027.", [_punkt("Unten bis zum 1. März 2028.", [])])
    gelesen = list(vorordnung(mit_fristen([punkt])))
    assert [p.fristen[0].datum for p in gelesen] == [date(2027, 12, 31), date(2028, 3, 1)]


def test_submission_needs_words_and_happens_once() -> None:
    leer = Fassung(Fassungsart.URSPRUNGSANTRAG, punkte=(_punkt("  ", []),))
    with pytest.raises(Fassungsfehler, match="Beschlusspunkt"):
        reiche_ein(leer, date(2026, 1, 5))
    voll = replace(leer, punkte=(_punkt("Es wird gebaut.", []),), nummer="A 1")
    fertig = reiche_ein(voll, date(2026, 1, 5))
    assert (fertig.eingereicht, fertig.datum, fertig.nummer) == (True, date(2026, 1, 5), "A 1")
    assert fertig.wortlaut() == voll.wortlaut()
    with pytest.raises(Fassungsfehler, match="schon eingereicht"):
        reiche_ein(fertig, date(2026, 1, 6))


def test_emphasis_lies_inside_its_paragraph() -> None:
    with pytest.raises(ValueError, match="über den Absatz"):
        Absatz("kurz", auszeichnungen=(Auszeichnung(0, 5, Auszeichnungsart.FETT),))
    with pytest.raises(ValueError, match="ohne Länge"):
        Auszeichnung(3, 3, Auszeichnungsart.KURSIV)


@pytest.mark.parametrize(
    ("geschrieben", "bar"),
    [("2.", "2"), ("a)", "a"), ("(1)", "1"), ("1.1.", "1.1"), ("BP 2:", "BP 2"), ("", "")],
)
def test_the_bare_number(geschrieben: str, bar: str) -> None:
    assert Beschlusspunkt(geschrieben, ()).bezeichnung == bar
