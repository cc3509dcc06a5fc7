"""The draft as rows, its checks and what may be pasted, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart, absaetze
from antragsbuero.domain.bearbeitung import leite_ab, nummeriere
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, vorordnung
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.fristlesung import lies_fristen
from antragsbuero.ui.editor.einfuegen import aus_html, aus_text, ohne_nummer
from antragsbuero.ui.editor.kopf import editor_kopf, gemeinte
from antragsbuero.ui.editor.pruefung import Gewicht, bedeutung, pruefe
from antragsbuero.ui.editor.rows import (
    TIEFSTE,
    Abschnitt,
    Zeile,
    fassung_von,
    geordnet,
    neuer_punkt,
    nummern,
    punktzeilen,
    ruecke,
    uebernimm,
    verschiebe,
    zeilen_von,
)
from tests.ui.vergleichbau import schatten

vielfach = settings(max_examples=60, deadline=None)
text = st.text("abc äöß„“ 1.😀", min_size=1, max_size=12).filter(lambda t: t.strip() == t)
absatz = st.builds(Absatz, text, st.sampled_from([Absatzart.ABSATZ, Absatzart.ZITAT]))
punkte = st.recursive(
    st.builds(Beschlusspunkt, st.just(""), st.lists(absatz, min_size=1, max_size=2).map(tuple)),
    lambda kinder: st.builds(
        Beschlusspunkt, st.just(""), st.lists(absatz, min_size=1, max_size=2).map(tuple),
        st.lists(kinder, max_size=3).map(tuple),
    ),
    max_leaves=8,
)  # fmt: skip
drafts = st.builds(
    Fassung, st.just(Fassungsart.NEUFASSUNG), betreff=text,
    vorspann=st.lists(absatz, max_size=2).map(tuple),
    punkte=st.lists(punkte, min_size=1, max_size=4).map(lambda p: nummeriere(tuple(p))),
    begruendung=st.lists(absatz, max_size=2).map(tuple),
)  # fmt: skip
ebenen = st.lists(st.integers(0, TIEFSTE), min_size=1, max_size=9).map(
    lambda tiefen: geordnet([neuer_punkt(f"P{n}", e) for n, e in enumerate(tiefen)])
)


def _tiefe(punkt: Beschlusspunkt) -> int:
    return 1 + max(map(_tiefe, punkt.punkte), default=0)


@vielfach
@given(drafts)
def test_rows_and_back_give_the_same_fassung(fassung: Fassung) -> None:
    if max(map(_tiefe, fassung.punkte)) > TIEFSTE:
        return
    fassung = replace(fassung, betreff=" ".join(fassung.betreff.split()))
    assert fassung_von(fassung, zeilen_von(fassung)) == fassung


@vielfach
@given(drafts)
def test_every_part_has_a_row_to_write_into(fassung: Fassung) -> None:
    leer = replace(fassung, vorspann=(), punkte=(), begruendung=(), betreff="")
    for f in (fassung, leer):
        zeilen = zeilen_von(f)
        assert {z.abschnitt for z in zeilen} == set(Abschnitt)
        assert list(zeilen) == sorted(zeilen, key=lambda z: z.abschnitt)


@vielfach
@given(ebenen, st.integers(0, 8), st.sampled_from([1, -1]))
def test_moving_a_level_keeps_all_points_in_order_and_no_gap(zeilen, ort, schritt) -> None:
    ort = min(ort, len(zeilen) - 1)
    neu = ruecke(zeilen, ort, ort, schritt)
    assert [z.kennung for z in neu] == [z.kennung for z in zeilen]
    assert geordnet(neu) == neu
    assert sum(a.ebene != b.ebene for a, b in zip(zeilen, neu, strict=True)) in range(
        len(zeilen) + 1
    )


@vielfach
@given(ebenen, st.integers(0, 8), st.sampled_from([1, -1]))
def test_moving_a_point_loses_none_and_the_way_back_restores_all(zeilen, ort, schritt) -> None:
    ort = min(ort, len(zeilen) - 1)
    ergebnis = verschiebe(zeilen, ort, schritt)
    if ergebnis is None:
        return
    neu, wo = ergebnis
    assert neu[wo] == zeilen[ort]
    assert sorted(z.kennung for z in neu) == sorted(z.kennung for z in zeilen)
    assert geordnet(neu) == neu
    zurueck = verschiebe(neu, wo, -schritt)
    assert zurueck == (tuple(zeilen), ort)


@vielfach
@given(ebenen)
def test_numbers_are_those_of_the_stored_points(zeilen) -> None:
    fassung = fassung_von(Fassung(Fassungsart.NEUFASSUNG), zeilen)
    assert list(nummern(zeilen)) == [p.nummer for p in vorordnung(fassung.punkte)]


def test_levels_are_numbered_as_councils_do() -> None:
    zeilen = [neuer_punkt("a"), neuer_punkt("b", 1), neuer_punkt("c", 2), neuer_punkt("d")]
    assert nummern(zeilen) == ("1.", "a)", "i.", "2.")


def test_a_single_point_has_no_number() -> None:
    assert nummern([neuer_punkt("allein")]) == ("",)


def test_a_doubled_row_gets_an_identity_of_its_own() -> None:
    zeile = neuer_punkt("zweimal")
    punkte = fassung_von(Fassung(Fassungsart.NEUFASSUNG), [zeile, zeile]).punkte
    assert punkte[0].kennung == zeile.kennung
    assert punkte[1].kennung != zeile.kennung
    assert punkte[1].herkunft != zeile.herkunft


def test_the_alternative_keeps_the_identity_of_its_points() -> None:
    alt, neu = schatten().fassungen[:2]
    zeilen = uebernimm(zeilen_von(leite_ab(neu, Fassungsart.NEUFASSUNG, ())), alt)
    fassung = fassung_von(neu, zeilen)
    assert [p.herkunft for p in fassung.punkte] == [p.herkunft for p in alt.punkte]
    assert {p.kennung for p in fassung.punkte}.isdisjoint(p.kennung for p in alt.punkte)
    assert fassung.begruendung == neu.begruendung


# ---- checks


def _pruefe(*punkte: Zeile, begruendung: str = "", betreff: str = "B"):
    zeilen = (
        Zeile(Abschnitt.BETREFF, betreff), Zeile(Abschnitt.VORSPANN), *punkte,
        Zeile(Abschnitt.BEGRUENDUNG, begruendung),
    )  # fmt: skip
    return pruefe(zeilen, Fassungsart.NEUFASSUNG, lies_fristen)


def test_an_empty_draft_cannot_be_submitted() -> None:
    pruefung = _pruefe(neuer_punkt(""), neuer_punkt("  "))
    assert not pruefung.einreichbar
    assert pruefung.befunde[0].titel == "Kein Beschlusspunkt"


def test_tells_empty_points_missing_grounds_and_open_placeholders() -> None:
    pruefung = _pruefe(neuer_punkt("Der Antrag ‹Nummer einsetzen› gilt."), neuer_punkt(""))
    assert pruefung.einreichbar
    assert {b.titel: b.zeile for b in pruefung.befunde if b.gewicht is Gewicht.WARNUNG} == {
        "1 Punkt ist leer": 3, "Begründung fehlt": 4, "1 Platzhalter ist offen": 2,
    }  # fmt: skip


def test_a_point_that_only_continues_is_not_empty() -> None:
    folge = Zeile(Abschnitt.PUNKTE, "Weiter im Text.", folge=True)
    titel = [b.titel for b in _pruefe(neuer_punkt("x"), neuer_punkt(""), folge).befunde]
    assert "Kein leerer Punkt" in titel


def test_a_deadline_is_told_with_its_day_and_place() -> None:
    text = "Das Konzept liegt bis Ende 2. Quartal 2027 vor."
    (frist,) = _pruefe(neuer_punkt(text)).fristen
    assert frist.text == "bis Ende 2. Quartal 2027 = 30.06.2027"
    assert (frist.zeile, text[frist.von : frist.bis]) == (2, "bis Ende 2. Quartal 2027")


def test_a_deadline_in_a_further_paragraph_stands_there() -> None:
    folge = Zeile(Abschnitt.PUNKTE, "Bericht bis zum 01.03.2028.", folge=True)
    (frist,) = _pruefe(neuer_punkt("Es wird berichtet."), folge).fristen
    assert (frist.zeile, folge.text[frist.von : frist.bis]) == (3, frist.wortlaut)


def test_words_without_a_day_say_why() -> None:
    assert bedeutung(Frist("zeitnah", None, Genauigkeit.DRINGLICH)) == "– dringlich, kein Datum"
    assert bedeutung(Frist("im Herbst", date(2027, 11, 30), Genauigkeit.UNSCHARF)) == (
        "= 30.11.2027 (unscharf)"
    )


# ---- head


def test_without_a_choice_the_newest_draft_is_meant() -> None:
    vorgang = schatten()
    entwurf = leite_ab(vorgang.fassungen[1], Fassungsart.NEUFASSUNG, ())
    vorgang = replace(vorgang, fassungen=(entwurf, *vorgang.fassungen))
    assert gemeinte(vorgang, None) is entwurf
    assert gemeinte(schatten(), None).art is Fassungsart.NEUFASSUNG
    assert gemeinte(vorgang, "unbekannt") is None


def test_the_head_offers_the_alternative_only_for_a_draft() -> None:
    vorgang = schatten()
    standpunkt = replace(vorgang.fassungen[0], art=Fassungsart.VERWALTUNGSSTANDPUNKT)
    entwurf = leite_ab(standpunkt, Fassungsart.NEUFASSUNG, ())
    vorgang = replace(vorgang, fassungen=(standpunkt, entwurf))
    assert editor_kopf(vorgang, entwurf).alternative == "Verwaltungsstandpunkt vom 01.09.2025"
    assert "abgeleitet aus: Verwaltungsstandpunkt" in editor_kopf(vorgang, entwurf).zeile
    fest = replace(entwurf, eingereicht=True, datum=date(2026, 1, 2))
    assert editor_kopf(vorgang, fest).alternative == ""


# ---- paste


def test_html_keeps_only_bold_italic_underline() -> None:
    gelesen = aus_html(
        "<html><head><title>weg</title><style>p{}</style></head><body><!-- weg -->"
        "<p style='color:red'>Der <b>Rat</b> <i>be<u>schl</u>ießt</i>&nbsp;es.<img src='file:///x'>"
        "</p><ul><li><span style='font-weight:700'>eins</span><li>zwei</ul>"
        "<script>alert(1)</script><a href='javascript:x'>Link</a></body></html>"
    )
    assert [a.text for a in gelesen] == ["Der Rat beschließt\u00a0es.", "eins", "zwei", "Link"]
    fett, kursiv, unter = Auszeichnungsart
    assert gelesen[0].auszeichnungen == (
        Auszeichnung(4, 7, fett), Auszeichnung(8, 10, kursiv), Auszeichnung(10, 14, kursiv),
        Auszeichnung(10, 14, unter), Auszeichnung(14, 18, kursiv),
    )  # fmt: skip
    assert gelesen[1].auszeichnungen == (Auszeichnung(0, 4, fett),)


@vielfach
@given(st.text("<>/ab&;= \n\"'!-pbius", max_size=60))
def test_any_html_is_read_without_a_fault(html: str) -> None:
    for gelesen in aus_html(html):
        assert gelesen.text.strip()
        assert "\n" not in gelesen.text


@vielfach
@given(st.text(max_size=60))
def test_plain_paste_gives_clean_paragraphs(roh: str) -> None:
    for gelesen in aus_text(roh):
        assert gelesen.text == gelesen.text.strip()
        assert "\n" not in gelesen.text
        assert "\x0b" not in gelesen.text


def test_a_pasted_number_falls_away_but_a_date_stays() -> None:
    fett = Auszeichnung(3, 6, Auszeichnungsart.FETT)
    assert ohne_nummer(Absatz("1. Der Rat", auszeichnungen=(fett,))) == Absatz(
        "Der Rat", auszeichnungen=(Auszeichnung(0, 3, Auszeichnungsart.FETT),)
    )
    assert ohne_nummer(Absatz("a) Punkt")).text == "Punkt"
    for bleibt in ("1.3.2027 tagt der Rat", "Im Mai", "1.", "25 Bäume"):
        assert ohne_nummer(Absatz(bleibt)).text == bleibt


def test_rows_of_points_keep_paragraphs_together() -> None:
    unter = Beschlusspunkt("a)", absaetze(["x"]))
    punkt = Beschlusspunkt("1.", absaetze(["eins", "zwei"]), (unter,))
    zeilen = punktzeilen((punkt,))
    assert [(z.text, z.ebene, z.folge) for z in zeilen] == [
        ("eins", 0, False), ("zwei", 0, True), ("x", 1, False),
    ]  # fmt: skip
