"""What only a web page has: tables, emphasis, real lists, headings of any depth."""

from __future__ import annotations

from datetime import date

from antragsbuero.documents.recognise import erkenne
from antragsbuero.domain.absatz import Absatzart, Auszeichnungsart
from antragsbuero.domain.beratung import Beratungsrolle
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.html_reader import lies_html
from tests.documents.woerter import LEIPZIG, fehlende


def einer(rumpf: str) -> Vorgang:
    dokument = lies_html(f"<html><body>{rumpf}</body></html>".encode(), "seite.html")
    erkennung = erkenne(dokument, LEIPZIG)
    assert not fehlende(dokument.quelltext, erkennung)
    (vorgang,) = erkennung.vorgaenge
    return vorgang


def test_emphasis_comes_with_its_words() -> None:
    vorgang = einer(
        "<h1>Bänke</h1><h2>Antrag vom 1. Mai 2021</h2>"
        "<p>Die Stadt <b>stellt</b> Bänke auf.<br>Und <u>Tische</u>.</p>"
    )
    assert vorgang.betreff == "Bänke"
    (absatz,) = vorgang.fassungen[0].punkte[0].absaetze
    assert absatz.text == "Die Stadt stellt Bänke auf.\nUnd Tische."
    assert [(absatz.text[a.von : a.bis], a.art) for a in absatz.auszeichnungen] == [
        ("stellt", Auszeichnungsart.FETT),
        ("Tische", Auszeichnungsart.UNTERSTRICHEN),
    ]


def test_a_table_stays_one_paragraph_with_rows_and_tabs() -> None:
    vorgang = einer(
        "<h2>Antrag vom 1. Mai 2021</h2>"
        "<ol><li>Bänke nach dieser Liste:<p>siehe unten</p></li></ol>"
        "<p>Begründung:</p><table><tr><th>Ort</th><th>Zahl</th></tr><tr><td>Ufer</td><td>4</td></tr>"
        "</table><ol><li>Grund</li></ol><ul><li>Punkt</li></ul>"
    )
    (antrag,) = vorgang.fassungen
    assert [a.text for a in antrag.punkte[0].absaetze] == [
        "Bänke nach dieser Liste:",
        "siehe unten",
    ]
    assert [(a.art, a.text) for a in antrag.begruendung] == [
        (Absatzart.TABELLE, "Ort\tZahl\nUfer\t4"),
        (Absatzart.ABSATZ, "1. Grund"),
        (Absatzart.AUFZAEHLUNG, "Punkt"),
    ]


def test_a_beratungsfolge_in_a_table() -> None:
    vorgang = einer(
        "<h2>Antrag-Nr. VII-A-01234</h2><p>Betreff:</p><p>Bänke</p><p>Beratungsfolge</p>"
        "<table><tr><th>Gremium</th><th>Termin</th><th>Zuständigkeit</th></tr>"
        "<tr><td>Ratsversammlung</td><td>17.05.2023</td><td>Beschlussfassung</td></tr></table>"
        "<p>Beschlussvorschlag</p><p>Bänke aufstellen.</p>"
    )
    beratung = vorgang.beratungen[-1]
    assert (beratung.gremium, beratung.datum) == ("Ratsversammlung", date(2023, 5, 17))
    assert beratung.rolle is Beratungsrolle.BESCHLUSSFASSUNG
    assert vorgang.fassungen[0].punkte[0].text == "Bänke aufstellen."


def test_a_heading_may_carry_a_title_behind_its_art() -> None:
    vorgang = einer(
        "<h1>Antrag Bänke am Fluss</h1><h3>Verwaltungsstandpunkt</h3><h4>Alternativvorschlag:</h4>"
        "<ol><li>Eine Bank.</li></ol><h4>Beschluss</h4><p>Mehrheitlich beschlossen:</p>"
        "<ol><li>Eine Bank.</li></ol>"
    )
    assert vorgang.betreff == "Bänke am Fluss"
    arten = [f.art for f in vorgang.fassungen]
    assert Fassungsart.VERWALTUNGSSTANDPUNKT in arten


def test_a_number_inside_a_bulleted_entry_does_not_break_the_list() -> None:
    vorgang = einer(
        "<h2>Neufassung vom 1. Mai 2021</h2><ol><li>Eins<ol type='a'><li>A</li><li>B</li></ol></li>"
        "<li>Zwei<ul><li>Strich</li></ul></li></ol>"
    )
    (fassung,) = vorgang.fassungen
    assert [p.nummer for p in fassung.alle_punkte()] == ["1.", "a.", "b.", "2."]
    assert [a.art for a in fassung.punkte[1].absaetze] == [
        Absatzart.ABSATZ,
        Absatzart.AUFZAEHLUNG,
    ]
