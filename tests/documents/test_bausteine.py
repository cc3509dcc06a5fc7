"""The small parts of the recognition."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.documents.aehnlichkeit import gleichheit, punktgleichheit, woerter
from antragsbuero.documents.einreicher import finde_urheber, ist_einreicher, lies_urheber
from antragsbuero.documents.nummern import art_nach_nummer, finde_nummern, stamm, wurzel
from antragsbuero.documents.ueberschriften import Papierart, lies_papierkopf
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.dokument.reinigung import reinige, reinige_mit_orten
from antragsbuero.domain.datumslesung import finde_daten, lies_datum, unmoegliche_daten
from antragsbuero.domain.fassung import Fassungsart
from tests.documents.woerter import KARLSRUHE, LEIPZIG


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric_and_whole_for_equal_texts(a: str, b: str) -> None:
    x, y = woerter(a), woerter(b)
    assert gleichheit(x, y) == gleichheit(y, x)
    assert 0.0 <= gleichheit(x, y) <= 1.0
    assert gleichheit(x, x) == (1.0 if x else 0.0)


def test_long_lists_are_compared_as_a_whole() -> None:
    viele = [woerter(f"Punkt {n}") for n in range(200)]
    assert punktgleichheit(viele, viele) == 1.0
    assert punktgleichheit(viele, []) == 0.0
    assert gleichheit(woerter("eins"), woerter("eins zwei drei vier fünf"), 0.9) == 0.0


@pytest.mark.parametrize(
    ("nummer", "eltern", "oben", "art"),
    [
        ("VII-A-08079-NF-02", "VII-A-08079", "VII-A-08079", Fassungsart.NEUFASSUNG),
        (
            "VII-A-07080-NF-02-VSP-01",
            "VII-A-07080-NF-02",
            "VII-A-07080",
            Fassungsart.VERWALTUNGSSTANDPUNKT,
        ),
        ("VI-00768/14-ÄA-01", "VI-00768/14", "VI-00768/14", Fassungsart.AENDERUNGSANTRAG),
        ("VII-F-08507-AW-01", "VII-F-08507", "VII-F-08507", None),
        ("2022/0508/1", "2022/0508", "2022/0508", None),
        ("2022/0508", "", "2022/0508", None),
        ("RBV-396/10", "", "RBV-396/10", None),
    ],
)
def test_chains_of_numbers(nummer: str, eltern: str, oben: str, art: Fassungsart | None) -> None:
    assert stamm(nummer) == eltern
    assert wurzel(nummer) == oben
    assert art_nach_nummer(nummer) is art


@pytest.mark.parametrize(
    ("text", "muster", "nummern"),
    [
        ("Antrag-Nr. VII-A-08607", LEIPZIG.nummernmuster, ["VII-A-08607"]),
        ("Neufassung Antrag-Nr. VII-A-08079-NF-02", LEIPZIG.nummernmuster, ["VII-A-08079-NF-02"]),
        ("Vorlage Nr.:   2022/0508", LEIPZIG.nummernmuster, ["2022/0508"]),
        ("Vorlage 2026/0158/1", KARLSRUHE.nummernmuster, ["2026/0158/1"]),
        ("Schuljahr 2026/27 und 2026", KARLSRUHE.nummernmuster, []),
        ("Beschluss Nr. RBV-396/10", LEIPZIG.nummernmuster, ["RBV-396/10"]),
        ("VII-DS-00357-DS-04-NF-01", "", ["VII-DS-00357-DS-04-NF-01"]),
    ],
)
def test_numbers_in_lines(text: str, muster: str, nummern: list[str]) -> None:
    assert [text[von:bis] for von, bis in finde_nummern(text, muster)] == nummern


@pytest.mark.parametrize(
    ("text", "urheber"),
    [
        ("CDU, SPD und FDP/FW", ("CDU", "SPD", "FDP/FW")),
        ("der Fraktion Bündnis 90/Die Grünen", ("Fraktion Bündnis 90/Die Grünen",)),
        ("FDP-Gemeinderatsfraktion", ("FDP-Gemeinderatsfraktion",)),
        ("mit den Fraktionen SPD und Die Linke", ("SPD", "Die Linke")),
        ("Mehr Bänke am Fluss", ()),
        ("Grüne Dächer für alle", ()),
        ("", ()),
    ],
)
def test_submitters(text: str, urheber: tuple[str, ...]) -> None:
    assert lies_urheber(text) == urheber


def test_submitters_inside_a_heading() -> None:
    kopf = "Änderungsantrag zum Antrag der Fraktion Die Linke vom 3. Mai 2021"
    assert finde_urheber(kopf) == ("Fraktion Die Linke",)
    assert finde_urheber("der Fraktion Mitte für Neustadt vom 18. Juni 2025") == (
        "Fraktion Mitte für Neustadt",
    )
    assert finde_urheber("1 (mit CDU, SPD)") == ("CDU", "SPD")
    assert ist_einreicher("Dezernat Stadtentwicklung und Bau")
    assert not ist_einreicher("Bänke am Fluss")


@pytest.mark.parametrize(
    ("text", "art"),
    [
        ("Ursprungsantrag vom 5. Dezember 2019", Papierart.URSPRUNGSANTRAG),
        ("gemeinsamer Antrag mit den Fraktionen SPD und Die Linke", Papierart.URSPRUNGSANTRAG),
        ("Interfraktioneller Antrag", Papierart.URSPRUNGSANTRAG),
        ("Antrag (Kurzfassung):", Papierart.URSPRUNGSANTRAG),
        ("NF1", Papierart.NEUFASSUNG),
        (
            "Neufassung des Antrags vom 31. März 2021 (ins Verfahren verwiesen)",
            Papierart.NEUFASSUNG,
        ),
        ("Neue Fassung vom 3. Mai 2021", Papierart.NEUFASSUNG),
        ("Änderungs-/Ergänzungsantrag", Papierart.AENDERUNGSANTRAG),
        ("Änderungsantrag 2 zur Vorlage 2026/0400", Papierart.AENDERUNGSANTRAG),
        ("Interfraktioneller Ergänzungsantrag", Papierart.ERGAENZUNGSANTRAG),
        ("VSP", Papierart.VERWALTUNGSSTANDPUNKT),
        ("Stellungnahme zum Antrag", Papierart.VERWALTUNGSSTANDPUNKT),
        ("Stellungnahme des Bürgermeisteramtes:", Papierart.VERWALTUNGSSTANDPUNKT),
        ("Stellungnahme zur Anfrage", Papierart.ANTWORT),
        ("schriftliche Antwort zur Anfrage-Nr. VII-F-08507-AW-01", Papierart.ANTWORT),
        ("Beschluss Nr. RBV-396/10", Papierart.BESCHLUSS),
        ("Endbericht zum Stand der Umsetzung vom 03.08.2022", Papierart.ENDBERICHT),
        ("Endbericht des Amtes für Stadtgrün vom 3.8.2022", Papierart.ENDBERICHT),
        ("Zwischenbericht (Zwb.)", Papierart.ZWISCHENBERICHT),
        ("Zum Stand der Umsetzung vom 03.08.2022", Papierart.SACHSTAND),
        ("Dringliche Anfrage", Papierart.ANFRAGE),
        ("Niederschrift 40. Plenarsitzung des Gemeinderates", Papierart.NIEDERSCHRIFT),
        ("Beschlussvorlage", Papierart.BESCHLUSSVORLAGE),
        ("Antrag Mehr Bänke am Fluss", None),
        ("Der Verwaltungsstandpunkt vom 12. Februar 2020 liegt vor.", None),
        ("Verwaltungsstandpunkt vom 12. Februar 2020 wurde beraten", None),
        ("Auszug aus dem Protokoll zu Hinweisen:", None),
        ("antrag und beschluss", None),
        ("Antrag " * 60, None),
    ],
)
def test_headings_of_papers(text: str, art: Papierart | None) -> None:
    kopf = lies_papierkopf(Zeile(text, 0, len(text), luecke=1), LEIPZIG.nummernmuster)
    assert (kopf.art if kopf is not None else None) is art


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("am 5. Dezember 2019", date(2019, 12, 5)),
        ("03.08.2022", date(2022, 8, 3)),
        ("6.7.2022", date(2022, 7, 6)),
        ("20.05.20", date(2020, 5, 20)),
        ("1.1.98", date(1998, 1, 1)),
        ("30. 07. 2014", date(2014, 7, 30)),
        ("Mi, 30.10.2019", date(2019, 10, 30)),
        ("16.-18.12.2025", date(2025, 12, 18)),
        ("3. Sept. 2020", date(2020, 9, 3)),
        ("2022-05-05", date(2022, 5, 5)),
        ("2022-15-05", None),
        ("31. Februar 2020", None),
        ("5. Dezember", None),
        ("12.30 Uhr", None),
    ],
)
def test_dates(text: str, tag: date | None) -> None:
    assert lies_datum(text) == tag


def test_a_day_without_a_year_takes_the_one_it_is_given() -> None:
    (fund,) = finde_daten("bis 15.10. melden")
    assert (fund.datum(), fund.datum(2021)) == (None, date(2021, 10, 15))


@given(st.text(max_size=60))
def test_places_of_cleaned_text_rise_and_lie_in_the_source(text: str) -> None:
    sauber, orte = reinige_mit_orten(text)
    assert sauber == reinige(sauber)
    if orte is None:
        assert sauber == text
        return
    assert len(orte) == len(sauber) + 1
    assert list(orte) == sorted(orte)
    assert orte[-1] == len(text)


def test_a_line_can_be_cut_where_its_source_differs() -> None:
    roh = "Be\u00adgru\u0308nd\u00adung: Text"
    sauber, orte = reinige_mit_orten(roh)
    zeile = Zeile(sauber, 10, 10 + len(roh), orte)
    rest = zeile.ausschnitt(sauber.index(":") + 1)
    assert (rest.text, roh[rest.von - 10 : rest.bis - 10]) == ("Text", "Text")


@pytest.mark.parametrize(
    ("text", "genannt"),
    [
        ("vom 31. Februar 2021", ["31. Februar 2021"]),
        ("vom 29.02.2023 und 29.2.2024", ["29.02.2023"]),
        ("am 31. April und 29. Februar", ["31. April"]),
        ("am 31.06.21", ["31.06.21"]),
        ("am 05.13.2021", ["05.13.2021"]),
        ("Punkt 2.15. und Nummer 10.45.20", []),
        ("vom 30. Juni 2021, 3. 4. 2021", []),
    ],
)
def test_days_in_no_calendar_are_told_from_numbers(text, genannt):
    assert list(unmoegliche_daten(text)) == genannt
