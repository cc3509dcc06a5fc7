"""Saved web pages: what a browser shows, nothing fetched, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textrolle,
    Ueberschrift,
)
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.html_reader import lies_html
from antragsbuero.formats.listenzeichen import nummer, stil_aus
from antragsbuero.formats.reader import lies


def seite(rumpf: str) -> Dokument:
    return lies_html(f"<html><body>{rumpf}</body></html>".encode(), "seite.html")


def texte(block: Block) -> list[str]:
    assert isinstance(block, Textabsatz | Ueberschrift)
    return [block.text]


def zeichen(punkte: tuple[Listenpunkt, ...]) -> list[object]:
    return [
        (p.zeichen, p.absaetze[0].text if p.absaetze else "", zeichen(p.punkte)) for p in punkte
    ]


def test_headings_paragraphs_and_emphasis() -> None:
    dokument = seite("<h2>Antrag</h2><p>Mehr <b>Bänke <i>am</i></b>\n  <u>Fluss</u>.</p>")
    titel, absatz = dokument.bloecke
    assert isinstance(titel, Ueberschrift)
    assert (titel.stufe, titel.text) == (2, "Antrag")
    assert isinstance(absatz, Textabsatz)
    assert absatz.text == "Mehr Bänke am Fluss."
    fett = "".join(lauf.text for lauf in absatz.laeufe if lauf.fett)
    kursiv = "".join(lauf.text for lauf in absatz.laeufe if lauf.kursiv)
    assert (fett, kursiv) == ("Bänke am", "am")
    assert [lauf.text for lauf in absatz.laeufe if lauf.unterstrichen] == ["Fluss"]


def test_places_point_into_the_text_of_the_page() -> None:
    dokument = seite("<h1>Titel</h1><ol><li>Eins<ul><li>Unter</li></ul></li></ol><p>Ende</p>")
    assert dokument.quelltext == "Titel\n\n  1. Eins\n    ◦ Unter\n\nEnde"
    for block in dokument.bloecke:
        if isinstance(block, Textabsatz | Ueberschrift):
            assert block.stelle is not None
            assert dokument.quelltext[block.stelle.von : block.stelle.bis] == block.text


def test_lists_have_the_labels_of_a_browser() -> None:
    dokument = seite(
        '<ol start="3"><li>Drei<ol type="a"><li>A</li><li value="5">E</li></ol></li>'
        "<li>Vier</li></ol>"
        '<ol type="I" reversed><li>Zwei</li><li>Eins</li></ol>'
        '<ul style="list-style: none"><li>Ohne</li></ul><ul><li></li></ul>'
    )
    listen = [b for b in dokument.bloecke if isinstance(b, Liste)]
    assert [zeichen(liste.punkte) for liste in listen] == [
        [("3.", "Drei", [("a.", "A", []), ("e.", "E", [])]), ("4.", "Vier", [])],
        [("II.", "Zwei", []), ("I.", "Eins", [])],
        [("", "Ohne", [])],
        [("•", "", [])],
    ]
    assert [liste.nummeriert for liste in listen] == [True, True, False, False]


@pytest.mark.parametrize(
    ("wert", "stil", "zeigt"),
    [
        (1, "1", "1."),
        (27, "a", "aa."),
        (4, "I", "IV."),
        (0, "a", "0."),
        (-2, "1", "-2."),
        (2, "none", ""),
    ],
)
def test_numbers_of_lists(wert: int, stil: str, zeigt: str) -> None:
    assert nummer(wert, stil) == zeigt


def test_the_style_of_a_list_wins_over_its_type() -> None:
    assert stil_aus("1", "list-style-type: lower-roman") == "i"
    assert stil_aus("A", "color: red") == "A"
    assert stil_aus("quadrat", None) == "1"


def test_tables_of_data_stay_tables_and_layout_dissolves() -> None:
    dokument = seite(
        "<table><caption>Folge</caption><tr><th>Gremium</th><th>Tag</th></tr>"
        "<tr><td>Rat<br>der Stadt</td><td>1.1.2020</td></tr><tr><td></td></tr></table>"
        "<table><tr><td><h2>Neufassung</h2><p>Text</p></td><td>Rand</td></tr></table>"
        "<table><tr><td>Eine Spalte</td></tr></table>"
    )
    tabellen = [b for b in dokument.bloecke if isinstance(b, Tabelle)]
    assert len(tabellen) == 1
    assert len(tabellen[0].kopf) == 1
    assert [[z.absaetze[0].text for z in zeile] for zeile in tabellen[0].zeilen] == [
        ["Rat der Stadt", "1.1.2020"]
    ]
    assert "Gremium\tTag\nRat der Stadt\t1.1.2020" in dokument.quelltext
    lose = [b.text for b in dokument.bloecke if isinstance(b, Textabsatz | Ueberschrift)]
    assert lose == ["Folge", "Neufassung", "Text", "Rand", "Eine Spalte"]


def test_line_breaks_stay_and_two_of_them_end_a_paragraph() -> None:
    dokument = seite("<p>Eins<br>Zwei<br><br>Drei</p><pre>a  b\nc</pre>")
    assert [t for b in dokument.bloecke for t in texte(b)] == ["Eins\nZwei", "Drei", "a  b\nc"]


def test_lists_of_menus_with_headings_are_no_lists() -> None:
    dokument = seite("<ul><li><h3>Antrag</h3><p>Text</p></li></ul>")
    assert [type(b) for b in dokument.bloecke] == [Ueberschrift, Textabsatz]


def test_what_stands_outside_the_main_part_is_small_print_but_kept() -> None:
    dokument = seite(
        "<nav><a>Start</a></nav><main><h1>Antrag</h1><p>Der Text ist hier und lang genug.</p>"
        "<blockquote>Zitat</blockquote></main><footer><p>Impressum</p></footer>"
    )
    rollen = {b.text: b.rolle for b in dokument.bloecke if isinstance(b, Textabsatz)}
    assert rollen["Start"] is rollen["Impressum"] is Textrolle.HINWEIS
    assert rollen["Der Text ist hier und lang genug."] is Textrolle.TEXT
    assert rollen["Zitat"] is Textrolle.ZITAT


def test_scripts_styles_and_comments_are_no_text() -> None:
    dokument = seite(
        "<style>p{}</style><script>weg()</script><!-- weg --><p>Da<svg><text>weg</text></svg></p>"
    )
    assert dokument.quelltext == "Da"


def test_nothing_is_resolved_or_fetched() -> None:
    quelle = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<p>A&x;B &lt;b&gt; <img src="/etc/hostname">&#0;&#xD800;</p>'
    )
    text = lies_html(quelle.encode(), "x.html").quelltext
    assert "&x;" in text
    assert "<b>" in text


def test_soft_hyphens_go_and_hard_blanks_stay() -> None:
    assert seite("<p>Be&shy;schluss&nbsp;5</p><p>&nbsp;</p>").quelltext == "Beschluss\u00a05"


@pytest.mark.parametrize("kodierung", ["utf-8", "cp1252", "utf-16"])
def test_encodings_of_pages(kodierung: str) -> None:
    angabe = "" if kodierung == "utf-16" else f'<meta charset="{kodierung}">'
    inhalt = f"<!doctype html><html><head>{angabe}<title>Größe | X</title></head><p>Bänke</p>"
    dokument = lies(inhalt.encode(kodierung), "gespeichert")
    assert (dokument.quelltext, dokument.titel) == ("Bänke", "Größe | X")


@pytest.mark.parametrize(
    ("rumpf", "wort"),
    [
        ("<script>x</script>", "keinen lesbaren Text"),
        ("<div>" * 5000 + "tief", "zu tief verschachtelt"),
        ("<p>" + "wort " * 1_100_000, "zu viel Text"),
    ],
)
def test_pages_that_cannot_be_read_are_refused(rumpf: str, wort: str) -> None:
    with pytest.raises(Dateifehler, match=wort):
        seite(rumpf)


ROH = st.text(alphabet="<>/&;= abcdpliou\"'1#\n", max_size=120)
MARKEN = (
    *("<p>", "</p>", "<ol>", "</ol>", "<li>", "</li>", "<ul>", "</ul>", "<table>", "</table>"),
    *("<tr>", "<td>", "</td>", "<h1>", "</h1>", "<b>", "</b>", "<br>", "<blockquote>", "<pre>"),
    *("</pre>", "<nav>", "</nav>", "<article>", "</article>", "<main>", "</main>"),
    *("wort", "wort", "wort", "ä"),
)
TEILE = st.lists(st.sampled_from(MARKEN), max_size=40).map(" ".join)


@given(TEILE)
@settings(max_examples=300, deadline=None)
def test_broken_markup_loses_no_word(rumpf: str) -> None:
    text = seite(f"<p>Anfang</p>{rumpf}").quelltext
    assert text.count("wort") == rumpf.count("wort")
    assert text.count("\u00e4") == rumpf.count("\u00e4")


@given(ROH)
@settings(max_examples=200, deadline=None)
def test_any_characters_are_read_without_a_fault(rumpf: str) -> None:
    dokument = seite(f"<p>Anfang</p>{rumpf}")
    assert dokument.quelltext.startswith("Anfang")
