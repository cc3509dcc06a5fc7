"""Rows, changes and cells of the comparison without a window."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.comparison.synopse import Bereich, Synopse, Teilart
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.ui.vergleich.kopie import als_html, als_text
from antragsbuero.ui.vergleich.namen import Namen
from antragsbuero.ui.vergleich.rows import (
    Anzeige,
    Rowart,
    rows,
    stellen,
    verglichen,
    zahlen,
    zeigt,
)
from antragsbuero.ui.vergleich.zellen import Stueckart, Zellenbau, ZellenRow, vorlesetext
from tests.comparison.strategien import fassungen as erfunden
from tests.ui.vergleichbau import schatten

vielfach = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ALLES = Anzeige(begruendung=True)
anzeigen = st.builds(
    Anzeige, nur_aenderungen=st.booleans(), gestrichenes=st.booleans(), begruendung=st.booleans()
)


def _bau(alle: list[Fassung], synopse: Synopse, anzeige: Anzeige = ALLES) -> Zellenbau:
    return Zellenbau(synopse, Namen(synopse, alle), anzeige)


def _schatten() -> tuple[list[Fassung], Synopse]:
    alle = list(schatten().fassungen[:2])
    return alle, vergleiche(alle)


def _zelle(name: str, spalte: int, anzeige: Anzeige = ALLES) -> ZellenRow:
    alle, synopse = _schatten()
    row = next(r for r in rows(synopse, Namen(synopse, alle), anzeige) if r.name == name)
    return _bau(alle, synopse, anzeige).zelle(row.von, spalte)


@vielfach
@given(erfunden(), anzeigen)
def test_every_row_of_the_synopse_is_shown_or_folded_exactly_once(
    alle: list[Fassung], anzeige: Anzeige
) -> None:
    synopse = vergleiche(alle)
    gezeigt = rows(synopse, Namen(synopse, alle), anzeige)
    nummern = [n for r in gezeigt for n in range(r.von, r.bis)]
    erwartet = [
        n for n, z in enumerate(synopse.zeilen)
        if zeigt(z, anzeige) or z.bereich is Bereich.BEGRUENDUNG
    ]  # fmt: skip
    assert nummern == erwartet


@vielfach
@given(erfunden())
def test_no_change_is_ever_folded_away(alle: list[Fassung]) -> None:
    synopse = vergleiche(alle)
    anzeige = Anzeige(nur_aenderungen=True, begruendung=True)
    for row in rows(synopse, Namen(synopse, alle), anzeige):
        if row.art is Rowart.LUECKE:
            for n in range(row.von, row.bis):
                assert not any(verglichen(z) for z in synopse.zeilen[n].zellen)


@vielfach
@given(erfunden())
def test_every_differing_piece_belongs_to_exactly_one_change(alle: list[Fassung]) -> None:
    synopse = vergleiche(alle)
    gezaehlt = [
        (s.zeile, s.spalte, teil)
        for s in stellen(synopse, ALLES)
        for teil in range(s.von, s.bis)
        if synopse.zeilen[s.zeile].zellen[s.spalte].teile[teil].art in (Teilart.WEG, Teilart.NEU)
    ]
    erwartet = [
        (n, k, t)
        for n, zeile in enumerate(synopse.zeilen) if zeigt(zeile, ALLES)
        for k, zelle in enumerate(zeile.zellen) if verglichen(zelle)
        for t, teil in enumerate(zelle.teile or ()) if teil.art in (Teilart.WEG, Teilart.NEU)
    ]  # fmt: skip
    assert gezaehlt == erwartet


@vielfach
@given(erfunden())
def test_a_cell_rebuilds_its_text_and_its_base(alle: list[Fassung]) -> None:
    synopse = vergleiche(alle)
    bau = _bau(alle, synopse)
    for n, zeile in enumerate(synopse.zeilen):
        for k, zelle in enumerate(zeile.zellen):
            row = bau.zelle(n, k)
            if row.leer:
                assert not zelle.punkte
                continue
            neu = "\n".join(
                "".join(s.text for s in punkt if s.art is not Stueckart.WEG and s.text != "\u200a")
                for punkt in row.punkte
            )
            assert neu == zelle.text
            assert len(row.nummern) == len(row.punkte)
            weg = "".join(s.text for p in row.punkte for s in p if s.art is Stueckart.WEG)
            assert weg == "".join(t.alt for t in zelle.teile or () if t.art is Teilart.WEG)


@vielfach
@given(erfunden(2))
def test_the_clipboard_holds_every_cell(alle: list[Fassung]) -> None:
    synopse = vergleiche(alle)
    bau = _bau(alle, synopse)
    zeilen = [
        (f"Zeile {n}", [bau.zelle(n, 0), bau.zelle(n, 1)]) for n in range(len(synopse.zeilen))
    ]
    html = als_html(["A", "B"], zeilen)
    assert html.count("<tr") == len(zeilen) + 1
    assert html.count("<td>") == 3 * len(zeilen)
    assert "<script" not in html
    assert als_text(["A", "B"], zeilen).count("A") >= len(zeilen)


def test_html_of_a_text_is_escaped() -> None:
    alle, _ = _schatten()
    boese = replace(alle[0], betreff="<img src='file:///etc/passwd'>")
    synopse = vergleiche([boese, alle[1]])
    bau = _bau([boese, alle[1]], synopse)
    assert "<img" not in als_html(["A", "B"], [("Betreff", [bau.zelle(0, 0), bau.zelle(0, 1)])])


def test_a_lost_deadline_is_a_notice_in_the_cell() -> None:
    zelle = _zelle("Punkt 2", 1)
    assert [(h.kopf, h.text) for h in zelle.hinweise] == [
        ("Frist entfallen", "bis zum 30.06.2026 (30.06.2026)")
    ]
    assert zelle.nummer_vorher == "1 → 2"


def test_a_changed_sum_is_a_notice_in_the_cell() -> None:
    assert [(h.kopf, h.text) for h in _zelle("Punkt 3", 1).hinweise] == [
        ("Betrag geändert", "100.000 Euro → 50.000 Euro")
    ]


def test_a_moved_point_says_where_it_was_and_where_it_is() -> None:
    assert [v.text for v in _zelle("Punkt 1", 1).verweise] == ["war Punkt 3, Wortlaut gleich"]
    assert [v.text for v in _zelle("Punkt 1", 0).verweise] == ["steht jetzt in Punkt 1"]


def test_a_split_point_is_stacked_with_its_numbers() -> None:
    zelle = _zelle("Punkt 4", 1)
    assert zelle.nummern == ("4.", "5.")
    assert [p[0].text[:10] for p in zelle.punkte] == ["Die Verwal", "Außerdem b"]
    assert [v.text for v in _zelle("Punkt 4", 0).verweise] == ["geteilt in Punkt 4 und 5"]


def test_a_deletion_shows_the_old_words_in_the_new_column() -> None:
    alle, synopse = _schatten()
    bau = _bau(alle, synopse)
    nummer = next(n for n, z in enumerate(synopse.zeilen) if "Förderprogramm" in z.zellen[0].text)
    zelle = bau.zelle(nummer, 1)
    assert (zelle.wort, zelle.nummern, zelle.leer) == ("gestrichen", ("6.",), False)
    assert all(s.art is Stueckart.WEG for s in zelle.punkte[0])
    ohne = _bau(alle, synopse, Anzeige(gestrichenes=False)).zelle(nummer, 1)
    assert ohne.leer


def test_reads_the_kind_of_change_before_the_words() -> None:
    text = vorlesetext(_zelle("Punkt 3", 1), "Punkt 3", "Neufassung")
    assert text.startswith("Punkt 3, Neufassung, geändert, Nummer 2 → 3: Für die Umsetzung")
    assert "[gestrichen: 100" in text
    assert "Betrag geändert" in text


def test_the_begruendung_is_folded_and_says_how_long_it_is() -> None:
    alle, synopse = _schatten()
    letzte = rows(synopse, Namen(synopse, alle), Anzeige())[-1]
    assert (letzte.art, letzte.name) == (Rowart.LUECKE, "Begründung (2 | 2 Absätze) zeigen")


def test_an_opened_fold_stays_open() -> None:
    alle = list(schatten().fassungen[1:])
    synopse = vergleiche(alle)
    anzeige = Anzeige(nur_aenderungen=True)
    luecke = next(r for r in rows(synopse, Namen(synopse, alle), anzeige) if r.art is Rowart.LUECKE)
    auf = replace(anzeige, offen=frozenset({luecke.von}))
    offen = [r.von for r in rows(synopse, Namen(synopse, alle), auf) if r.art is Rowart.ZEILE]
    assert set(range(luecke.von, luecke.bis)) <= set(offen)


def test_words_are_counted_per_column() -> None:
    _, synopse = _schatten()
    zahl = zahlen(synopse, stellen(synopse, Anzeige()))[1]
    assert zahl.weg > zahl.neu > 0


def test_a_moved_paragraph_of_the_reasons_names_paragraphs() -> None:
    texte = ["Der Brunnen steht am Markt.", "Die Linden werden alt.", "Das Geld ist bewilligt."]
    alle = [
        Fassung(Fassungsart.NEUFASSUNG, begruendung=absaetze(folge))
        for folge in (texte, [texte[2], *texte[:2]])
    ]
    synopse = vergleiche(alle)
    bau = _bau(alle, synopse)
    verweise = {
        v.text
        for n, zeile in enumerate(synopse.zeilen)
        for k in range(len(zeile.zellen))
        for v in bau.zelle(n, k).verweise
    }
    assert verweise == {"steht jetzt in Absatz 1", "war Absatz 3, Wortlaut gleich"}
