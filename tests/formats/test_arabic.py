"""Letters that run from right to left: joined, in their place, and read as they are said."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import Dokument, textabsatz
from antragsbuero.formats.arabic import joined, plain_letter
from antragsbuero.formats.bidi import levels, runs_from_right, seen_order
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.pdf_writer import pdf_bytes
from tests.formats.papiere import baum, dicht, pdf, pdf_text
from tests.formats.test_pdf_writer import verletzungen

HEBRAEISCH = "אבגד"


@pytest.mark.parametrize(
    ("wort", "formen"),
    [
        ("مرحبا", ("INITIAL", "FINAL", "INITIAL", "MEDIAL", "FINAL")),
        ("دار", ("ISOLATED", "ISOLATED", "ISOLATED")),
        ("بيت", ("INITIAL", "MEDIAL", "FINAL")),
        ("گچ", ("INITIAL", "FINAL")),
    ],
)
def test_letters_take_the_form_of_their_place(wort, formen):
    namen = [unicodedata.name(form) for form in joined(wort)]
    for name, form, buchstabe in zip(namen, formen, wort, strict=True):
        assert name.endswith(f"{form} FORM")
        assert unicodedata.name(buchstabe).rpartition(" ")[2] in name


def test_lam_and_alef_are_one_sign_and_still_two_letters():
    zeichen = joined("سلام")
    assert unicodedata.name(zeichen[1]) == "ARABIC LIGATURE LAM WITH ALEF FINAL FORM"
    assert "".join(map(plain_letter, zeichen)) == "سلام"


def test_marks_above_letters_do_not_part_them():
    ohne, mit = joined("بسم"), joined("ب\u0650س\u0652م")
    assert [z for z in mit if not unicodedata.combining(z)] == list(ohne)


@given(st.text(st.characters(min_codepoint=0x620, max_codepoint=0x6FF) | st.just("a")))
def test_every_word_keeps_its_letters(wort):
    assert "".join(map(plain_letter, joined(wort))) == wort


def gesehen(text: str, grund: int = 0) -> str:
    return "".join(seen_order(text, levels(text, grund)))


@pytest.mark.parametrize(
    ("text", "grund", "erwartet"),
    [
        ("ab אבג cd", 0, "ab גבא cd"),
        ("ab אב גד cd", 0, "ab דג בא cd"),
        ("אב 12 גד", 0, "דג 12 בא"),
        ("אב 1.500,50 גד", 1, "דג 1.500,50 בא"),
        ("a אב 12", 0, "a 12 בא"),
        ("a אב. b", 0, "a בא. b"),
        ("אב.", 1, ".בא"),
        ("a 12 אב", 0, "a 12 בא"),
        ("אב 5% גד", 0, "דג 5% בא"),
        ("אב ", 0, "בא "),
        ("ab 12", 0, "ab 12"),
    ],
)
def test_lines_are_ordered_as_unicode_says(text, grund, erwartet):
    assert gesehen(text, grund) == erwartet


def test_one_german_word_makes_a_german_paragraph():
    assert runs_from_right(HEBRAEISCH + " 12.")
    assert not runs_from_right(HEBRAEISCH + " und")
    assert not runs_from_right("12.")


SAETZE = (
    "Der Ort heißt مرحبا oder שלום und bleibt stehen.",
    "Sie sagt لا und dann السلام und الأحد mit „Gruß“.",
    "قررت المدينة إنشاء ٣ مقاعد في الحديقة.",
    "Er sagt שלום oder geht um 12 Uhr.",
)


@pytest.mark.parametrize("satz", SAETZE)
def test_content_is_read_to_the_letter_in_the_order_of_speech(satz):
    zeilen = baum(pdf(Dokument("x", (textabsatz(satz),))))
    assert satz in "".join(eval(z.strip()) for z in zeilen if z.strip()[0] in "'\"")


@pytest.mark.parametrize("satz", SAETZE)
def test_readers_that_go_by_places_find_the_words(satz):
    assert dicht(satz) in dicht(pdf_text(pdf(Dokument("x", (textabsatz(satz),))))[0])


def test_words_stand_where_the_eye_looks_for_them():
    inhalt = pdf(Dokument("x", (textabsatz("Wir sagen אב 34 גד dazu."),)))
    with pypdfium2.PdfDocument(inhalt) as offen:
        seite = offen[0].get_textpage()
        x = {
            seite.get_text_range(n, 1): seite.get_charbox(n)[0] for n in range(seite.count_chars())
        }
    assert x["W"] < x["ד"] < x["ג"] < x["3"] < x["4"] < x["ב"] < x["א"] < x["z"]


def test_they_are_accessible_and_archivable_and_need_no_hint(tmp_path):
    log = CharacterLog()
    inhalt = pdf_bytes(
        Dokument("x", tuple(textabsatz(s) for s in SAETZE), kopfzeile=SAETZE[:2]), log
    )
    assert log.hints() == []
    assert verletzungen(inhalt, "ua1", tmp_path) == []
    assert verletzungen(inhalt, "2a", tmp_path) == []


def test_scripts_that_stay_unjoined_are_named():
    log = CharacterLog()
    pdf_bytes(Dokument("x", (textabsatz("\u0710\u0712\u0713"),)), log)
    assert any("unverbunden" in hinweis for hinweis in log.hints())
