"""Paragraphs and points as neutral text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.documents.compose_absaetze import (
    absatz_bloecke,
    punkt_bloecke,
    tabelle,
    textlaeufe,
)
from antragsbuero.dokument.dokument import Liste, Tabelle, Textabsatz, Textrolle
from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from tests.documents.schwimmhalle import punkt
from tests.formats.papiere import texte

TABELLE = Absatz("Tag\tBahnen\nMontag\t4\nDienstag", Absatzart.TABELLE)


@st.composite
def absatz(draw):
    text = draw(st.text(min_size=1, max_size=30))
    ort = st.integers(0, len(text))
    paare = draw(st.lists(st.tuples(ort, ort), max_size=4))
    arten = st.sampled_from(Auszeichnungsart)
    marken = tuple(
        Auszeichnung(min(paar), max(paar), draw(arten)) for paar in paare if paar[0] != paar[1]
    )
    return Absatz(text, auszeichnungen=marken)


@given(absatz())
def test_runs_rebuild_the_text_and_carry_every_emphasis(absatz):
    laeufe = textlaeufe(absatz)
    assert "".join(lauf.text for lauf in laeufe) == absatz.text
    ort = 0
    for lauf in laeufe:
        for stelle in range(ort, ort + len(lauf.text)):
            arten = {a.art for a in absatz.auszeichnungen if a.von <= stelle < a.bis}
            assert lauf.fett == (Auszeichnungsart.FETT in arten)
            assert lauf.kursiv == (Auszeichnungsart.KURSIV in arten)
            assert lauf.unterstrichen == (Auszeichnungsart.UNTERSTRICHEN in arten)
        ort += len(lauf.text)


def test_neighbouring_bullets_are_one_list_and_tables_are_tables():
    bloecke = absatz_bloecke(
        (
            Absatz("vorn"),
            Absatz("x", Absatzart.AUFZAEHLUNG),
            Absatz("y", Absatzart.AUFZAEHLUNG),
            TABELLE,
            Absatz("z", Absatzart.AUFZAEHLUNG),
            Absatz("Zitat", Absatzart.ZITAT),
        )
    )
    assert [type(block) for block in bloecke] == [Textabsatz, Liste, Tabelle, Liste, Textabsatz]
    assert [p.absaetze[0].text for p in bloecke[1].punkte] == ["x", "y"]
    assert bloecke[-1].rolle is Textrolle.ZITAT


def test_a_table_has_equal_rows_and_its_first_line_as_head():
    gebaut = tabelle(TABELLE)
    assert [z.absaetze[0].text for z in gebaut.kopf[0]] == ["Tag", "Bahnen"]
    assert [[z.absaetze[0].text for z in zeile] for zeile in gebaut.zeilen] == [
        ["Montag", "4"],
        ["Dienstag", ""],
    ]
    assert len(gebaut.breiten) == 2


def test_a_table_of_one_line_has_no_head():
    assert tabelle(Absatz("nur\teins", Absatzart.TABELLE)).kopf == ()


def test_points_without_numbers_are_paragraphs():
    bloecke = punkt_bloecke((punkt("", "eins", "zwei"), punkt("", "drei")))
    assert [block.text for block in bloecke] == ["eins", "zwei", "drei"]


def test_nested_points_keep_their_numbers():
    (liste,) = punkt_bloecke(
        (punkt("1.", "eins", punkte=(punkt("a)", "A"), punkt("b)", "B"))), punkt("4.", "vier"))
    )
    assert [p.zeichen for p in liste.punkte] == ["1.", "4."]
    assert [p.zeichen for p in liste.punkte[0].punkte] == ["a)", "b)"]


def test_a_table_in_a_point_belongs_to_its_entry_and_keeps_the_order():
    punkte = (
        Beschlusspunkt("1.", (Absatz("vor"), TABELLE, Absatz("nach")), (punkt("a)", "A"),)),
        Beschlusspunkt("2.", (), (Beschlusspunkt("a)", (TABELLE,)), punkt("b)", "ende"))),
    )
    bloecke = punkt_bloecke(punkte)
    (liste,) = bloecke
    assert isinstance(liste, Liste)
    assert [type(a) for a in liste.punkte[0].absaetze] == [Textabsatz, Tabelle, Textabsatz]
    assert [type(a) for a in liste.punkte[1].punkte[0].absaetze] == [Tabelle]
    worte = list(texte(type("D", (), {"bloecke": bloecke})))
    ohne_tabelle = [w for w in worte if w and w not in TABELLE.text]
    assert ohne_tabelle == ["1.", "vor", "nach", "a)", "A", "2.", "a)", "b)", "ende"]


@pytest.mark.parametrize("danach", [Absatzart.ABSATZ, Absatzart.ZITAT])
def test_text_after_bullets_in_a_point_stays_behind_them(danach):
    (liste,) = punkt_bloecke(
        (
            Beschlusspunkt(
                "1.",
                (Absatz("vor"), Absatz("Strich", Absatzart.AUFZAEHLUNG), Absatz("nach", danach)),
            ),
        )
    )
    assert [p.zeichen for p in liste.punkte] == ["1.", ""]
    assert liste.punkte[0].punkte[0].zeichen == "•"
    assert liste.punkte[1].absaetze[0].text == "nach"


def test_columns_have_room_for_their_longest_word():
    lang = "Ein langer Satz über die Maßnahme und ihre Folgen für die Stadt und alle in ihr. " * 3
    (text, *summen) = tabelle(
        Absatz("\t".join([lang, *["1.234.567 Euro"] * 5]), Absatzart.TABELLE)
    ).breiten
    zeichen = 90 / (text + sum(summen))
    assert all(summe * zeichen >= len("1.234.567") + 2 for summe in summen)
    assert text > max(summen)


def test_columns_of_short_texts_share_by_length():
    assert tabelle(Absatz("Jahr\tBetrag in Euro", Absatzart.TABELLE)).breiten == (9.0, 17.0)
