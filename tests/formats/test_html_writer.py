"""Web pages: every word is there, nothing runs, marks and tables say what they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Listenpunkt,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    Zelle,
    textabsatz,
)
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.html_writer import html_text, schreibe_html
from antragsbuero.formats.reader import lies
from tests.formats.papiere import ALLES, FEINDLICH, dicht, punkt, texte


def baum(*bloecke, **mehr):
    return lxml_html.document_fromstring(
        html_text(Dokument("Titel", tuple(bloecke), **mehr), CharacterLog())
    )


def test_everything_is_there_in_order():
    seite = lxml_html.document_fromstring(html_text(ALLES, CharacterLog()))
    gelesen = dicht(seite.find("body").text_content())
    for text in FEINDLICH:
        assert dicht(text) in gelesen


def test_nothing_runs_and_nothing_is_fetched():
    seite = lxml_html.document_fromstring(html_text(ALLES, CharacterLog()))
    assert not seite.xpath("//script|//link|//iframe|//object|//@onclick")
    assert all(quelle.startswith("data:image/") for quelle in seite.xpath("//@src"))
    ziele = seite.xpath("//a/@href")
    assert all(z.startswith(("https://", "http://", "mailto:", "#")) for z in ziele)


def test_marks_are_real_insertions_and_deletions():
    seite = baum(
        Textabsatz(
            (Textlauf("neu", marke=Marke.EINGEFUEGT), Textlauf("alt", marke=Marke.GESTRICHEN))
        )
    )
    assert seite.xpath("//ins/text()") == ["neu"]
    assert seite.xpath("//del/text()") == ["alt"]


def test_tables_have_headers_with_scope_and_spans():
    kopf = (Zelle((textabsatz("A"),)), Zelle((textabsatz("B"),)))
    zeile = (Zelle((textabsatz("x"),), kopf=True, zeilen=2), Zelle((textabsatz("y"),)))
    seite = baum(Tabelle((kopf,), (zeile, (Zelle((textabsatz("z"),)),)), (1, 1), "Probe"))
    assert seite.xpath("//thead//th/@scope") == ["col", "col"]
    assert seite.xpath("//tbody//th/@scope") == ["row"]
    assert seite.xpath("//tbody//th/@rowspan") == ["2"]
    assert seite.xpath("//table/@aria-label") == ["Probe"]


def test_notes_stand_aside_and_language_is_german():
    seite = baum(textabsatz("Haupt"), textabsatz("Neben", Textrolle.HINWEIS))
    assert seite.xpath("//aside//p/text()") == ["Neben"]
    assert seite.xpath("//main/p/text()") == ["Haupt"]
    assert seite.get("lang") == "de"


def test_anchors_and_links_meet():
    seite = baum(
        Textabsatz(
            (Textlauf("hin", verweis="#teil1"), Textlauf("x", verweis="file:///etc/passwd"))
        ),
        Ueberschrift(2, "Teil", anker="teil1"),
    )
    assert seite.xpath("//a/@href") == ["#teil1"]
    assert seite.xpath("//h2/@id") == ["teil1"]


ZEICHEN = st.sampled_from(["1.", "2.", "7.", "a)", "(b)", "•", "BP 3:", "ii.", "1.1"])
WORT = st.text(st.sampled_from("abcäöü <>&\"'„“–\u00a0"), min_size=1, max_size=20).filter(str.strip)
EINTRAG = st.recursive(
    st.builds(punkt, ZEICHEN, WORT),
    lambda kinder: st.builds(
        lambda z, w, k: punkt(z, w, punkte=k), ZEICHEN, WORT, st.lists(kinder, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(EINTRAG, min_size=1, max_size=4))
def test_labels_and_words_are_read_again(punkte):
    dokument = Dokument("x", (Ueberschrift(1, "Titel"), Liste(tuple(punkte))))
    gelesen = lies(html_text(dokument, CharacterLog()).encode(), "x.html")
    soll = dicht("".join(texte(dokument))).replace("•", "")
    ist = dicht(gelesen.quelltext)
    for zeichen in "•◦▪":
        ist = ist.replace(zeichen, "")
    assert ist == soll


def test_blanks_in_words_are_kept():
    dokument = Dokument("x", (textabsatz("zwei  Leerzeichen"),))
    gelesen = lies(html_text(dokument, CharacterLog()).encode(), "x.html")
    assert "zwei  Leerzeichen" in gelesen.quelltext


def test_an_entry_without_words_keeps_its_label():
    seite = baum(Liste((Listenpunkt("a)", ()),)))
    assert seite.xpath("//li")[0].text_content().strip() == "a)"


def test_writes_the_file(tmp_path):
    ziel = tmp_path / "seite.html"
    assert schreibe_html(Dokument("x", (textabsatz("Grüße"),)), ziel) == []
    assert "Grüße" in ziel.read_text(encoding="utf-8")


def test_the_title_of_the_window_is_one_line_without_elements():
    seite = html_text(Dokument("a  b\tc\n<d> \x07&", ()), CharacterLog())
    assert "<title>a b c &lt;d&gt; &amp;</title>" in seite
