"""What holds for every Synopse."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.comparison.spalten import spalte
from antragsbuero.comparison.synopse import Bereich, Synopse, Teilart, Zeilenart
from antragsbuero.domain.fassung import Fassung
from tests.comparison.strategien import fassungen

vielfach = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BEREICHE = [b for b in Bereich if b is not Bereich.BETREFF]


def _text(f: Fassung, bereich: Bereich, stellen: tuple[int, ...]) -> str:
    punkte = spalte(f, bereich)
    return "\n".join(punkte[k].text for k in stellen)


def _muss_aufgehen(synopse: Synopse, alle: list[Fassung]) -> None:
    for nummer, f in enumerate(alle):
        basis = synopse.spalten[nummer].basis
        for bereich in BEREICHE:
            zeilen = [z for z in synopse.zeilen if z.bereich is bereich]
            stellen = sorted(k for z in zeilen for k in z.zellen[nummer].punkte)
            assert stellen == list(range(len(spalte(f, bereich))))
        for zeile in synopse.zeilen:
            zelle = zeile.zellen[nummer]
            assert zelle.text == _text(f, zeile.bereich, zelle.punkte)
            if basis is None:
                assert zelle.teile is None
                assert zelle.art is None
                continue
            assert zelle.teile is not None
            assert "".join(t.neu for t in zelle.teile) == zelle.text
            assert "".join(t.alt for t in zelle.teile) == zeile.zellen[basis].text
            for teil in zelle.teile:
                assert (teil.art is Teilart.GLEICH) == (teil.alt == teil.neu != "")
                assert teil.art is not Teilart.WEG or not teil.neu
                assert teil.art is not Teilart.NEU or not teil.alt
                if teil.wanderung is not None:
                    assert 0 <= teil.wanderung < len(synopse.zeilen)


@vielfach
@given(fassungen(), st.data())
def test_both_sides_are_rebuilt_to_the_letter(alle, data):
    _muss_aufgehen(vergleiche(alle), alle)
    basen = [None] + [data.draw(st.integers(0, len(alle) - 1)) for _ in alle[1:]]
    _muss_aufgehen(vergleiche(alle, basen=basen), alle)


@vielfach
@given(fassungen(2))
def test_swapping_the_sides_swaps_insertions_and_deletions(alle):
    hin, her = vergleiche(alle), vergleiche(alle[::-1])
    paare = {tuple(c.punkte for c in z.zellen) for z in hin.zeilen if z.bereich in BEREICHE}
    gegen = {tuple(c.punkte for c in z.zellen)[::-1] for z in her.zeilen if z.bereich in BEREICHE}
    assert paare == gegen
    for bereich in BEREICHE:
        weg = sum(
            len(t.alt)
            for z in hin.zeilen
            if z.bereich is bereich
            for t in z.zellen[1].teile
            if t.art is Teilart.WEG
        )
        neu = sum(
            len(t.neu)
            for z in her.zeilen
            if z.bereich is bereich
            for t in z.zellen[1].teile
            if t.art is Teilart.NEU
        )
        assert weg == neu


@vielfach
@given(fassungen())
def test_a_column_that_equals_its_base_is_unchanged(alle):
    f = alle[0]
    synopse = vergleiche([f, replace(f, kennung="andere")])
    assert all(z.art is Zeilenart.UNVERAENDERT for z in synopse.zeilen)
    assert not synopse.fristen
    assert not synopse.betraege
    mitten = vergleiche([*alle[:2], replace(alle[1], kennung="andere")])
    assert all(z.zellen[2].art is Zeilenart.UNVERAENDERT for z in mitten.zeilen)


@vielfach
@given(fassungen())
def test_the_same_input_gives_the_same_synopse(alle):
    assert vergleiche(alle) == vergleiche(alle)
