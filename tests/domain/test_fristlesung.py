"""Every family of deadlines, and the words that look like one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.domain.frist import Genauigkeit
from antragsbuero.domain.fristlesung import lies_fristen

BESCHLUSS = date(2020, 5, 20)

DATIERT = [
    ("Im 2. Quartal 2020 wird geprüft", "Im 2. Quartal 2020", "2020-06-30", "GENAU"),
    ("organisiert im 3. Quartal 2020 eine", "im 3. Quartal 2020", "2020-09-30", "GENAU"),
    ("schreibt sie zum II. Quartal 2020 aus", "zum II. Quartal 2020", "2020-06-30", "UNSCHARF"),
    ("bis zum I. Quartal 2020", "bis zum I. Quartal 2020", "2020-03-31", "UNSCHARF"),
    ("bis Ende 1. Quartal 2020", "bis Ende 1. Quartal 2020", "2020-03-31", "GENAU"),
    ("bis Ende des 2. Quartals 2020", "bis Ende des 2. Quartals 2020", "2020-06-30", "GENAU"),
    ("im ersten Quartal 2026", "im ersten Quartal 2026", "2026-03-31", "GENAU"),
    ("im 4.Quartal 2021", "im 4.Quartal 2021", "2021-12-31", "GENAU"),
    ("wird bis Ende im 2 Quartal ein", "bis Ende im 2 Quartal", "2020-06-30", "GENAU"),
    ("Liste bis zum 2. 4. Quartal 2023", "bis zum 2. 4. Quartal 2023", "2023-12-31", "UNSCHARF"),
    ("in Q2/2026", "in Q2/2026", "2026-06-30", "GENAU"),
    ("im Quartal 3 2021", "im Quartal 3 2021", "2021-09-30", "GENAU"),
    ("im ersten Halbjahr 2024", "im ersten Halbjahr 2024", "2024-06-30", "GENAU"),
    ("bis zum 2. Halbjahr 2024", "bis zum 2. Halbjahr 2024", "2024-12-31", "UNSCHARF"),
    ("bis spätestens 31.10.2022", "bis spätestens 31.10.2022", "2022-10-31", "GENAU"),
    ("bis (spätestens) zum 31. März 2023", None, "2023-03-31", "GENAU"),
    ("Vorlage bis zum 30.06.2024.", "bis zum 30.06.2024", "2024-06-30", "GENAU"),
    ("bis 15.10. zu melden", "bis 15.10.", "2020-10-15", "GENAU"),
    ("bis 1.3. zu melden", "bis 1.3.", "2021-03-01", "GENAU"),
    ("vor dem 1. März 2024", "vor dem 1. März 2024", "2024-02-29", "GENAU"),
    ("bis Ende 2021", "bis Ende 2021", "2021-12-31", "GENAU"),
    ("bis Ende des Jahres 2024", "bis Ende des Jahres 2024", "2024-12-31", "GENAU"),
    ("bis Jahresende 2024", "bis Jahresende 2024", "2024-12-31", "GENAU"),
    ("bis Jahresende", "bis Jahresende", "2020-12-31", "GENAU"),
    ("bis Ende des nächsten Jahres", None, "2021-12-31", "GENAU"),
    ("bis Mitte des kommenden Jahres", None, "2021-06-30", "UNSCHARF"),
    ("bis Mitte 2024", "bis Mitte 2024", "2024-06-30", "UNSCHARF"),
    ("bis Anfang 2025", "bis Anfang 2025", "2025-01-31", "UNSCHARF"),
    ("bis Ende August 2021", "bis Ende August 2021", "2021-08-31", "GENAU"),
    ("Anfang Mai 2021", "Anfang Mai 2021", "2021-05-10", "UNSCHARF"),
    ("Mitte Mai 2021", "Mitte Mai 2021", "2021-05-15", "UNSCHARF"),
    ("Mitte des 2. Quartals 2021", "Mitte des 2. Quartals 2021", "2021-05-15", "UNSCHARF"),
    ("Anfang des 2. Halbjahres 2021", None, "2021-07-31", "UNSCHARF"),
    ("im März 2023", "im März 2023", "2023-03-31", "GENAU"),
    ("bis März 2023", "bis März 2023", "2023-03-31", "UNSCHARF"),
    ("bis 05/2021", "bis 05/2021", "2021-05-31", "UNSCHARF"),
    ("im Herbst 2026", "im Herbst 2026", "2026-11-30", "UNSCHARF"),
    ("im Frühjahr 2024", "im Frühjahr 2024", "2024-05-31", "UNSCHARF"),
    ("im Sommer 2024", "im Sommer 2024", "2024-08-31", "UNSCHARF"),
    ("im Winter 2023/24", "im Winter 2023/24", "2024-02-29", "UNSCHARF"),
    ("im Winter 2020", "im Winter 2020", "2021-02-28", "UNSCHARF"),
    ("in KW 10/2024", "in KW 10/2024", "2024-03-10", "GENAU"),
    ("bis zur 43. Kalenderwoche 2025", None, "2025-10-26", "GENAU"),
    ("ab dem 1. Januar 2021", "ab dem 1. Januar 2021", "2021-01-01", "BEGINN"),
    ("ab 2025", "ab 2025", "2025-01-01", "BEGINN"),
    ("beginnend ab dem 3. Quartal 2021", None, "2021-07-01", "BEGINN"),
    ("ab Mitte 2021", "ab Mitte 2021", "2021-06-30", "BEGINN"),
    ("nach dem 31.12.2021", "nach dem 31.12.2021", "2022-01-01", "BEGINN"),
    ("vom 1. Mai 2021 bis zum 30. Juni 2021", None, "2021-06-30", "GENAU"),
    ("von März bis Juni 2021", None, "2021-06-30", "GENAU"),
    ("bis 2030", "bis 2030", "2030-12-31", "UNSCHARF"),
    ("im Jahr 2025", "im Jahr 2025", "2025-12-31", "UNSCHARF"),
    ("bis zum Jahreswechsel 2024", "bis zum Jahreswechsel 2024", "2024-12-31", "UNSCHARF"),
    ("innerhalb von drei Monaten", "innerhalb von drei Monaten", "2020-08-20", "RELATIV"),
    ("binnen zwei Wochen", "binnen zwei Wochen", "2020-06-03", "RELATIV"),
    ("innerhalb von 10 Tagen", "innerhalb von 10 Tagen", "2020-05-30", "RELATIV"),
    ("innerhalb eines Jahres", "innerhalb eines Jahres", "2021-05-20", "RELATIV"),
    ("innerhalb eines halben Jahres", None, "2020-11-20", "RELATIV"),
    ("innerhalb eines Quartals", None, "2020-08-20", "RELATIV"),
    ("spätestens sechs Monate nach Beschluss", None, "2020-11-20", "RELATIV"),
    ("innerhalb von vier Wochen nach Beschlussfassung", None, "2020-06-17", "RELATIV"),
]

OHNE_DATUM = [
    ("Schnellstmöglich wird ein", "Schnellstmöglich", "DRINGLICH"),
    ("zeitnah zu klären", "zeitnah", "DRINGLICH"),
    ("ab sofort", "ab sofort", "DRINGLICH"),
    ("langfristig sichern", "langfristig", "DRINGLICH"),
    ("Vor Durchführung des Gesprächs im Saal", "Vor Durchführung des Gesprächs", "EREIGNIS"),
    ("vor der Sommerpause", "vor der Sommerpause", "EREIGNIS"),
    ("nach der Sommerpause 2023", "nach der Sommerpause 2023", "EREIGNIS"),
    ("bis zum Beginn des Schuljahres", "bis zum Beginn des Schuljahres", "EREIGNIS"),
    ("zum Ende des Schuljahres 2026/27", "zum Ende des Schuljahres 2026/27", "EREIGNIS"),
    ("ab dem Schuljahr 2027/28", "ab dem Schuljahr 2027/28", "EREIGNIS"),
    ("zum Doppelhaushalt 2026/27", "zum Doppelhaushalt 2026/27", "EREIGNIS"),
    ("im Rahmen der Haushaltsberatungen", "im Rahmen der Haushaltsberatungen", "EREIGNIS"),
    ("nach Abschluss ihrer Prüfung", "nach Abschluss ihrer Prüfung", "EREIGNIS"),
    ("ab Silvester 2025", "ab Silvester 2025", "EREIGNIS"),
    ("in der nächsten Sitzung des Beirats", "in der nächsten Sitzung", "EREIGNIS"),
    ("drei Monate nach Fertigstellung", "drei Monate nach Fertigstellung", "RELATIV"),
    ("innerhalb von 6 Monaten nach Inkrafttreten", None, "RELATIV"),
    ("bis zum 31. Februar 2023", "bis zum 31. Februar 2023", "UNSCHARF"),
    ("in KW 60/2024", "in KW 60/2024", "UNSCHARF"),
]

KEINE = [
    "Beschluss vom 18. Februar 2020",
    "der Antrag vom 5. Dezember 2019",
    "die Satzung in der Fassung vom 01.01.2019",
    "am 18. Februar 2020 beschlossen",
    "laufende Kosten",
    "regelmäßig zu berichten",
    "bis 10 Uhr",
    "bis 15.30 Uhr",
    "im Haushaltsjahr 2025",
    "im Haushalt 2025/2026 einzustellen",
    "jährlich 50.000 Euro",
    "Kosten von 50.000 Euro jährlich",
    "5.000 Euro pro Jahr",
    "eine rund 20-jährige Tradition",
    "der langfristigen Gestaltung und kurzfristigen Pflege",
    "nicht zeitnah selbst gebaut",
    "seit dem 1. Januar 2019",
    "die im Jahr 2018 beschlossenen Maßnahmen",
    "INSEK Leipzig 2030",
    "zur Umsetzung des Konzepts",
    "",
]


@pytest.mark.parametrize(("text", "wortlaut", "datum", "genau"), DATIERT)
def test_deadlines_with_a_day(text: str, wortlaut: str | None, datum: str, genau: str) -> None:
    (frist,) = lies_fristen(text, bezug=BESCHLUSS)
    assert frist.wortlaut == (wortlaut or text)
    assert frist.datum == date.fromisoformat(datum)
    assert frist.genauigkeit is Genauigkeit(genau)
    assert text[frist.von : frist.bis] == frist.wortlaut


@pytest.mark.parametrize(("text", "wortlaut", "genau"), OHNE_DATUM)
def test_deadlines_without_a_day(text: str, wortlaut: str | None, genau: str) -> None:
    (frist,) = lies_fristen(text, bezug=BESCHLUSS)
    assert (frist.wortlaut, frist.datum) == (wortlaut or text, None)
    assert frist.genauigkeit is Genauigkeit(genau)


@pytest.mark.parametrize("text", KEINE)
def test_words_that_set_no_deadline(text: str) -> None:
    assert lies_fristen(text, bezug=BESCHLUSS) == ()


@pytest.mark.parametrize(
    ("text", "wortlaut", "naechste"),
    [
        ("wird jährlich berichtet", "jährlich", "2021-05-20"),
        ("in halbjährlichen Abständen", "in halbjährlichen Abständen", "2020-11-20"),
        ("zweimal jährlich", "zweimal jährlich", "2020-11-20"),
        ("alle zwei Jahre", "alle zwei Jahre", "2022-05-20"),
        ("alle 3 Monate", "alle 3 Monate", "2020-08-20"),
        ("einmal im Jahr", "einmal im Jahr", "2021-05-20"),
        ("monatlich", "monatlich", "2020-06-20"),
        ("vierteljährlich", "vierteljährlich", "2020-08-20"),
        ("wöchentlich", "wöchentlich", None),
        ("jährlich zum 31.03.", "jährlich zum 31.03.", "2021-03-31"),
        (
            "halbjährlich, beginnend im 2. Halbjahr 2021",
            "halbjährlich, beginnend im 2. Halbjahr 2021",
            "2021-07-01",
        ),
    ],
)
def test_series_tell_the_next_day(text: str, wortlaut: str, naechste: str | None) -> None:
    (frist,) = lies_fristen(text, bezug=BESCHLUSS)
    assert (frist.wortlaut, frist.datum) == (wortlaut, None)
    assert frist.genauigkeit is Genauigkeit.SERIE
    assert frist.naechste == (date.fromisoformat(naechste) if naechste else None)


def test_one_point_may_set_several() -> None:
    text = "im 1. Quartal 2021 A, im 2. Quartal 2021 B, bis Ende 2021 C sowie jährlich D"
    fristen = lies_fristen(text)
    assert [f.wortlaut for f in fristen] == [
        "im 1. Quartal 2021",
        "im 2. Quartal 2021",
        "bis Ende 2021",
        "jährlich",
    ]


def test_without_a_resolution_periods_and_years_stay_open() -> None:
    assert lies_fristen("innerhalb von drei Monaten")[0].datum is None
    assert lies_fristen("bis Ende im 2 Quartal")[0].datum is None
    assert lies_fristen("jährlich")[0].naechste is None
    assert lies_fristen("bis Jahresende")[0].datum is None


def test_the_day_of_the_paper_gives_a_year_but_starts_no_period() -> None:
    (frist,) = lies_fristen("bis 15.10.", papier=date(2021, 11, 2))
    assert frist.datum == date(2022, 10, 15)
    assert lies_fristen("innerhalb von drei Monaten", papier=BESCHLUSS)[0].datum is None


BRUCHSTUECKE = (
    *("bis", "zum", "Ende", "2. Quartal", "Quartals", "2021", "31. Februar", "30.02.2021", "März"),
    *("im Jahr", "jährlich", "des", "innerhalb von", "sechs Monaten", "nach", "vor dem", "KW 99"),
    *("Sommerpause", "Winter 9999", "ab", "Mitte", "I.", "1.1.", "spätestens", "Anfang", "Uhr"),
    *("00.00.0000", "Haushalt", "Schuljahr 2026/27", "Q3", "alle zwei Jahre", "31.12.9999"),
    *("Jahresende", "nächsten Jahres", "999 Jahren", "von", "in"),
)
WORTE = st.lists(st.sampled_from(BRUCHSTUECKE), max_size=25).map(" ".join)
TAGE = st.none() | st.sampled_from((date.min, date.max, date(2020, 2, 29))) | st.dates()


@given(st.one_of(WORTE, st.text(max_size=60)), TAGE)
@settings(max_examples=400, deadline=None)
def test_any_words_are_read_without_a_fault(text: str, bezug: date | None) -> None:
    fristen = lies_fristen(text, bezug=bezug)
    for frist in fristen:
        assert text[frist.von : frist.bis] == frist.wortlaut != ""
    for links, rechts in pairwise(fristen):
        assert links.bis <= rechts.von
