"""Parts of a paper for the clipboard."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import Liste, Listenpunkt, Textabsatz, Textlauf, textabsatz
from antragsbuero.formats.html_fragment import fragment


def p(zeichen: str, text: str, *unter: Listenpunkt) -> Listenpunkt:
    return Listenpunkt(zeichen, (textabsatz(text),), unter)


def test_numbers_letters_and_roman_are_real_lists() -> None:
    liste = Liste(
        (
            p(
                "1.", "Eins",
                p("a)", "aa", p("i.", "x"), p("ii.", "y"), p("iv.", "z")),
                p("b)", "bb"),
            ),
            p("3.", "Drei", p("•", "Strich")),
        )
    )  # fmt: skip
    html, text = fragment([liste])
    assert html.replace("\n", "") == (
        '<ol><li value="1">Eins<ol type="a"><li value="1">aa<ol type="i"><li value="1">x</li>'
        '<li value="2">y</li><li value="4">z</li></ol></li><li value="2">bb</li></ol></li>'
        '<li value="3">Drei<ul><li>Strich</li></ul></li></ol>'
    )
    assert text.split("\n") == [
        "1. Eins", "   a) aa", "      i. x", "      ii. y", "      iv. z", "   b) bb", "3. Drei",
        "   • Strich",
    ]  # fmt: skip


def test_the_ninth_letter_is_no_roman_one() -> None:
    buchstaben = Liste(tuple(p(f"{z})", z) for z in "abcdefghij"))
    html, _ = fragment([buchstaben])
    assert html.count('<ol type="a">') == 1
    assert '<li value="9">i</li>' in html


def test_labels_that_no_list_shows_stay_words() -> None:
    html, _ = fragment([Liste((p("BP 1", "Text"), p("1.2", "Text")))])
    assert html == "<p>BP 1 Text</p>\n<p>1.2 Text</p>\n"


def test_emphasis_stays_and_nothing_else_is_set() -> None:
    laeufe = (Textlauf("a", fett=True), Textlauf("b", kursiv=True, unterstrichen=True))
    html, text = fragment([Textabsatz(laeufe)])
    assert html == "<p><b>a</b><i><u>b</u></i></p>\n"
    assert text == "ab"


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_is_no_markup_and_every_tag_is_closed(text: str, zeichen: str) -> None:
    html, _ = fragment([textabsatz(text), Liste((Listenpunkt(zeichen, (textabsatz(text),)),))])
    offen: list[str] = []

    class Leser(HTMLParser):
        def handle_starttag(self, tag, attrs) -> None:
            assert tag in {"p", "ol", "ul", "li", "br", "b", "i", "u"}
            assert {name for name, _ in attrs} <= {"value", "type"}
            if tag != "br":
                offen.append(tag)

        def handle_endtag(self, tag) -> None:
            assert offen.pop() == tag

    leser = Leser()
    leser.feed(html)
    leser.close()
    assert offen == []
