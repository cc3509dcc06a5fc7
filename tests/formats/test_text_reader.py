"""Plain text in every encoding an office meets; foreign files are refused in German."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import Textabsatz
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.dekodierung import TEXTGRENZE, dekodiere
from antragsbuero.formats.reader import lies
from antragsbuero.formats.text_reader import dokument_aus_text, lies_text

TEXT = "Änderungsantrag „Bänke“ – größer\r\n\r\n  1. Maße prüfen\r\n"


@pytest.mark.parametrize(
    "inhalt",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf8", "utf8-bom", "16le-bom", "16be-bom", "32le-bom", "16le", "16be", "cp1252"],
)
def test_every_encoding_gives_the_same_text(inhalt: bytes) -> None:
    assert lies_text(inhalt, "seite.txt").quelltext == TEXT


def test_bytes_outside_cp1252_are_read_as_latin_1() -> None:
    assert dekodiere("Größe\x81".encode("latin-1"), "x.txt") == "Größe\x81"
    assert dekodiere("Größe".encode("cp850"), "x.txt", angabe="cp850") == "Größe"
    assert dekodiere("Größe".encode("cp1252"), "x.txt", angabe="unbekannt") == "Größe"


def test_each_line_is_a_block_with_its_place() -> None:
    dokument = lies_text(TEXT.encode(), "seite.txt")
    absaetze = [b for b in dokument.bloecke if isinstance(b, Textabsatz)]
    assert [a.text for a in absaetze] == ["Änderungsantrag „Bänke“ – größer", "1. Maße prüfen"]
    for absatz in absaetze:
        assert absatz.stelle is not None
        assert dokument.quelltext[absatz.stelle.von : absatz.stelle.bis] == absatz.text


@given(st.text(max_size=200))
def test_no_visible_letter_is_outside_a_block(text: str) -> None:
    dokument = dokument_aus_text(text)
    drin = "".join(
        text[b.stelle.von : b.stelle.bis]
        for b in dokument.bloecke
        if isinstance(b, Textabsatz) and b.stelle
    )
    assert "".join(drin.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("inhalt", "wort"),
    [
        (b"", "leer"),
        (b" \r\n\t", "leer"),
        (codecs.BOM_UTF8 + b"  ", "keinen Text"),
        (b"\x00\x01\x02\x03" * 40, "keine Textdatei"),
        (b"Text\x00Text", "keine Textdatei"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "keine Textdatei"),
        (b"%PDF-1.7\n", "eine PDF-Datei"),
        (b"PK\x03\x04\x14\x00", "Word-"),
        (b"\x89PNG\r\n", "ein Bild"),
        (b"x" * (TEXTGRENZE + 1), "6 MB zu groß"),
        (b"wort " * 10_000_000, "50 MB zu groß"),
    ],
)
def test_foreign_files_are_refused_with_a_whole_sentence(inhalt: bytes, wort: str) -> None:
    with pytest.raises(Dateifehler) as fehler:
        lies(inhalt, "datei.txt")
    text = str(fehler.value)
    assert wort in text
    assert "datei.txt" in text
    assert "Es wurde nichts" in text


def test_a_pdf_by_another_name_is_not_text_either() -> None:
    with pytest.raises(Dateifehler, match="keine Textdatei"):
        lies_text(b"%PDF-1.7 Bericht", "bericht.txt")
