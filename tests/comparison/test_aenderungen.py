"""Fristen and sums of money as facts of their own."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from antragsbuero.comparison.betraege import betraege
from antragsbuero.comparison.compare import vergleiche
from antragsbuero.comparison.synopse import Aenderungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from tests.comparison.bauen import fassung, punkt

JUNI = Frist("bis zum 30. Juni 2026", date(2026, 6, 30), Genauigkeit.GENAU)
JUNI_KURZ = Frist("bis 30.06.2026", date(2026, 6, 30), Genauigkeit.GENAU)
HERBST = Frist("im Herbst 2026", date(2026, 11, 30), Genauigkeit.UNSCHARF)
BALD = Frist("zeitnah", None, Genauigkeit.DRINGLICH)
JAEHRLICH = Frist("jährlich", None, Genauigkeit.SERIE, naechste=date(2026, 12, 31))
KONZEPT = "Die Verwaltung legt {} ein Konzept für den Radverkehr in Gohlis vor."
BERICHT = "Der Rat wird {} über die Umsetzung der Baumpflanzungen unterrichtet."


def _punkt(vorlage: str, frist: Frist | None, nummer: str = "1."):
    if frist is None:
        return punkt(vorlage.replace("{} ", ""), nummer)
    return punkt(vorlage.format(frist.wortlaut), nummer, fristen=[frist])


def _fristen(alt, neu):
    synopse = vergleiche([fassung(*alt), fassung(*neu)])
    return [(f.art, f.vorher, f.nachher, f.zeile, f.datum_verloren) for f in synopse.fristen]


def _worte(zeilen):
    return [
        (art, vorher and vorher.wortlaut, nachher and nachher.wortlaut, zeile, verloren)
        for art, vorher, nachher, zeile, verloren in zeilen
    ]


@pytest.mark.parametrize(
    ("vorher", "nachher", "art", "verloren"),
    [
        (JUNI, HERBST, Aenderungsart.GEAENDERT, False),
        (JUNI, BALD, Aenderungsart.GEAENDERT, True),
        (JUNI, None, Aenderungsart.ENTFALLEN, True),
        (None, JUNI, Aenderungsart.NEU, False),
        (BALD, None, Aenderungsart.ENTFALLEN, False),
    ],
)
def test_a_frist_that_changes(vorher, nachher, art, verloren):
    gefunden = _worte(_fristen([_punkt(KONZEPT, vorher)], [_punkt(KONZEPT, nachher)]))
    erwartet = (art, vorher and vorher.wortlaut, nachher and nachher.wortlaut, 0, verloren)
    assert gefunden == [erwartet]


def test_a_lost_point_loses_its_fristen_and_a_new_one_brings_them():
    alt = [_punkt(KONZEPT, JUNI), _punkt(BERICHT, JAEHRLICH, "2.")]
    assert [f[:1] + f[3:4] for f in _fristen(alt, alt[:1])] == [(Aenderungsart.ENTFALLEN, 1)]
    assert [f[:1] + f[3:4] for f in _fristen(alt[:1], alt)] == [(Aenderungsart.NEU, 1)]


def test_other_words_for_the_same_day_are_no_change():
    assert _fristen([_punkt(KONZEPT, JUNI)], [_punkt(KONZEPT, JUNI_KURZ)]) == []


def test_words_that_moved_in_the_text_are_no_change():
    anders = punkt(
        f"Ein Konzept für den Radverkehr in Gohlis legt die Verwaltung {JUNI.wortlaut} vor.",
        "1.",
        fristen=[JUNI],
    )
    assert _fristen([_punkt(KONZEPT, JUNI)], [anders]) == []


def test_a_frist_that_moved_with_its_sentence_is_not_lost():
    satz = f" Das Ergebnis wird {HERBST.wortlaut} öffentlich in Gohlis vorgestellt."
    alt = [
        punkt(KONZEPT.format("gern") + satz, "1.", fristen=[HERBST]),
        _punkt(BERICHT, None, "2."),
    ]
    neu = [
        punkt(KONZEPT.format("gern"), "1."),
        punkt(BERICHT.replace("{} ", "") + satz, "2.", fristen=[HERBST]),
    ]
    assert _fristen(alt, neu) == []
    geaendert = satz.replace("öffentlich", "allen")
    neu[1] = punkt(BERICHT.replace("{} ", "") + geaendert, "2.", fristen=[HERBST])
    assert _fristen(alt, neu) == []


def test_a_frist_in_another_sentence_does_not_hide_a_lost_one():
    alt = [_punkt(KONZEPT, JUNI), _punkt(BERICHT, None, "2.")]
    neu = [_punkt(KONZEPT, None), _punkt(BERICHT, JUNI, "2.")]
    assert [f[0] for f in _fristen(alt, neu)] == [Aenderungsart.ENTFALLEN, Aenderungsart.NEU]


def test_of_several_fristen_the_nearest_belong_together():
    text = "Der Entwurf folgt {}, die Beteiligung {} und der Beschluss im Rat {}."

    def mit(*fristen):
        return punkt(text.format(*(f.wortlaut for f in fristen)), "1.", fristen=fristen)

    mai = Frist("im Mai 2026", date(2026, 5, 31), Genauigkeit.GENAU)
    gefunden = _worte(_fristen([mit(mai, JUNI, HERBST)], [mit(JUNI_KURZ, BALD, HERBST)]))
    assert gefunden == [(Aenderungsart.GEAENDERT, "im Mai 2026", "zeitnah", 0, True)]


def test_a_split_point_keeps_its_frist():
    rest = "Die Beteiligung der Bürgerinnen und Bürger wird dabei gesichert."
    alt = [punkt(f"{KONZEPT.format(JUNI.wortlaut)} {rest}", "1.", fristen=[JUNI])]
    neu = [punkt(rest, "1."), _punkt(KONZEPT, JUNI, "2.")]
    assert _fristen(alt, neu) == []


def test_a_frist_without_a_place_is_found_by_its_words():
    ohne_ort = punkt(KONZEPT.format(JUNI.wortlaut), "1.")
    from dataclasses import replace

    ohne_ort = replace(ohne_ort, fristen=(JUNI,))
    assert [f[0] for f in _fristen([ohne_ort], [_punkt(KONZEPT, BALD)])] == [
        Aenderungsart.GEAENDERT
    ]


def test_each_column_is_held_against_its_base():
    alle = [fassung(_punkt(KONZEPT, f)) for f in (JUNI, BALD, JUNI)]
    nachbarn = vergleiche(alle)
    assert [(f.art, f.spalte) for f in nachbarn.fristen] == [
        (Aenderungsart.GEAENDERT, 1),
        (Aenderungsart.GEAENDERT, 2),
    ]
    erste = vergleiche(alle, basen=[None, 0, 0])
    assert [f.spalte for f in erste.fristen] == [1]


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("1,5 Mio. Euro", [1_500_000]),
        ("20.000 € und EUR 3.000", [20_000, 3_000]),
        ("5 TEUR, 7 T€ sowie 3 Tsd. Euro", [5_000, 7_000, 3_000]),
        ("2 Millionen Euro, 1 Mrd. EUR", [2_000_000, 1_000_000_000]),
        ("1.234.567,89 Euro", [Fraction(123456789, 100)]),
        ("50 Cent je Essen", [Fraction(1, 2)]),
        ("20 000 Euro; 3.000,- €", [20_000, 3_000]),
        ("€ 12 und Euro 13", [12, 13]),
        ("Produkt 11.1.1.01, 20 Prozent, § 28, Europa 2026", []),
        ("im Jahr 2026 Euroraum", []),
    ],
)
def test_sums_are_read(text, erwartet):
    gefunden = betraege(text)
    assert [b.euro for b in gefunden] == erwartet
    assert all(text[b.von : b.bis] == b.wortlaut for b in gefunden)


def _geld(alt, neu):
    synopse = vergleiche([fassung(alt), fassung(neu)])
    return [(b.art, b.vorher, b.nachher, b.zeile, b.spalte) for b in synopse.betraege]


def test_sums_that_change():
    text = "Für die Sanierung der Turnhalle in Mockau werden {} eingestellt."
    assert _geld(text.format("20.000 Euro"), text.format("25.000 Euro")) == [
        (Aenderungsart.GEAENDERT, "20.000 Euro", "25.000 Euro", 0, 1)
    ]
    assert _geld(text.format("20.000 Euro"), text.format("20.000 €")) == []
    assert _geld(text.format("20.000 Euro"), text.format("Mittel")) == [
        (Aenderungsart.ENTFALLEN, "20.000 Euro", "", 0, 1)
    ]
    assert _geld(text.format("Mittel"), text.format("5 TEUR")) == [
        (Aenderungsart.NEU, "", "5 TEUR", 0, 1)
    ]


def test_very_many_sums_are_paired_in_their_order():
    alt = " ".join(f"{n} Euro" for n in range(1, 200))
    neu = " ".join(f"{n} Euro" for n in range(1001, 1200))
    gefunden = _geld(alt, neu)
    assert len(gefunden) == 199
    assert gefunden[0][1:3] == ("1 Euro", "1001 Euro")
