"""The small parts of the pairing against slow and simple ones."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.comparison.kette import kette
from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.saetze import saetze, satz_um
from antragsbuero.comparison.wortvergleich import gleiche_laeufe
from antragsbuero.comparison.zeichen import Wortart, Wortschatz
from tests.comparison.strategien import text

paare = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=8)


@given(paare, st.data())
def test_no_chain_is_heavier(liste, data):
    gewichte = [float(data.draw(st.integers(1, 9))) for _ in liste]
    gefunden = kette(liste, gewichte)
    folge = [liste[k] for k in gefunden]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(folge))
    bestes = max(
        (
            sum(gewichte[k] for k in auswahl)
            for n in range(len(liste) + 1)
            for auswahl in combinations(sorted(range(len(liste)), key=liste.__getitem__), n)
            if all(
                liste[p][0] < liste[q][0] and liste[p][1] < liste[q][1]
                for p, q in pairwise(auswahl)
            )
        ),
        default=0.0,
    )
    assert sum(gewichte[k] for k in gefunden) == bestes


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_runs_are_equal_and_rise(x, y):
    laeufe = gleiche_laeufe(tuple(x), tuple(y))
    ende_i = ende_j = 0
    for lauf in laeufe:
        assert lauf.i >= ende_i
        assert lauf.j >= ende_j
        assert lauf.laenge > 0
        assert x[lauf.i : lauf.i + lauf.laenge] == y[lauf.j : lauf.j + lauf.laenge]
        ende_i, ende_j = lauf.i + lauf.laenge, lauf.j + lauf.laenge


@given(text)
def test_sentences_are_the_text(inhalt):
    stuecke = saetze(inhalt)
    assert "".join(stuecke) == inhalt
    assert all(stuecke)


def test_sentences_end_at_their_marks():
    assert saetze("Eins. Zwei? Nach § 3 Abs. 2 gilt drei.\nVier") == [
        "Eins. ",
        "Zwei? ",
        "Nach § 3 Abs. ",
        "2 gilt drei.\n",
        "Vier",
    ]
    assert satz_um("Eins. Zwei ist da.", 8) == "Zwei ist da."
    assert satz_um("Eins", 9) == "Eins"


def test_typography_shares_a_number():
    schatz = Wortschatz()
    assert schatz.folge("„Größe“ – 1") == schatz.folge('"Gro\u0308ße" - 1')
    assert schatz.folge("Stadt\u00adrat\u200b") == schatz.folge("Stadtrat")
    assert [schatz.arten[n] for n in schatz.folge("Der Rat.")] == [
        Wortart.FUELLWORT,
        Wortart.WORT,
        Wortart.SATZZEICHEN,
    ]


def test_identifiers_weigh_and_contradict():
    schatz = Wortschatz()
    texte = [
        "Produkt 11.1.1.01 wird am 31.12.2026 um 20.000 Euro erhöht.",
        "Produkt 12.1.1.02 wird am 31.12.2026 um 20.000 Euro erhöht.",
        "Beschluss VII-A-08079-NF-02 und Haushaltsstelle 46400.7180 gelten.",
        "Der Rat beschließt.",
    ]
    gewichtung = Gewichtung(schatz, texte)
    eins, zwei, drei, vier = (gewichtung.merkmale(t) for t in texte)
    assert len(eins.kennzeichen) == 1
    assert len(drei.kennzeichen) == 2
    assert eins.widerspricht(zwei)
    assert not eins.widerspricht(vier)
    assert not eins.widerspricht(eins)
