"""A table and a quote inside a point: real ones, below its words, in every format."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from antragsbuero.documents.compose_absaetze import punkt_bloecke
from antragsbuero.dokument.dokument import Dokument, Liste, Listenpunkt, textabsatz
from antragsbuero.domain.absatz import Absatz, Absatzart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import docx_bytes
from tests.formats.papiere import baum, dicht, pdf, pdf_text, punkt, texte, word, word_texte
from tests.formats.test_pdf_writer import verletzungen

PUNKTE = (
    Beschlusspunkt(
        "1.",
        (
            Absatz("Die Mittel werden so verteilt:"),
            Absatz("Jahr\tBetrag\n2026\t20.000 Euro\n2027\t30.000 Euro", Absatzart.TABELLE),
            Absatz("Danach wird neu beraten."),
            Absatz("Es gilt das gesprochene Wort.", Absatzart.ZITAT),
        ),
        (
            Beschlusspunkt("a)", (Absatz("Links\tRechts\n1\t2", Absatzart.TABELLE),)),
            Beschlusspunkt("b)", (Absatz("Der Rest folgt."),)),
        ),
    ),
    Beschlusspunkt("2.", (Absatz("Der Rat berät 2028."),)),
)
PAPIER = Dokument("x", tuple(punkt_bloecke(PUNKTE)))


def test_pdf_tags_them_below_the_words_of_their_point():
    zeilen = [zeile.strip() for zeile in baum(pdf(PAPIER))]
    ort = zeilen.index("'Die Mittel werden so verteilt:'")
    assert zeilen[ort + 1].startswith("Table Summary=Tabelle mit 2 Spalten: Jahr, Betrag")
    assert zeilen.count("TH Scope=/Column") == 4
    assert zeilen[zeilen.index("BlockQuote") + 2] == "'Es gilt das gesprochene Wort.'"


def test_word_holds_real_tables_and_counts_on_behind_them():
    paket = docx.Document(io.BytesIO(docx_bytes(PAPIER, CharacterLog())))
    assert [[z.text for z in reihe.cells] for reihe in paket.tables[0].rows] == [
        ["Jahr", "Betrag"],
        ["2026", "20.000 Euro"],
        ["2027", "30.000 Euro"],
    ]
    zitat = next(p for p in paket.paragraphs if p.text.startswith("Es gilt"))
    assert zitat.style.style_id == "Quote"
    assert dicht("".join(word_texte(paket))) == dicht("".join(texte(PAPIER)))
    echte = [p for p in paket.paragraphs if p._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None]
    assert len(echte) == 4


@pytest.mark.parametrize("profil", ["ua1", "2a"])
def test_points_with_tables_are_accessible_and_archivable(profil, tmp_path):
    assert verletzungen(pdf(PAPIER), profil, tmp_path) == []


def test_lists_of_fifteen_levels_with_several_paragraphs_keep_every_number(tmp_path):
    tief = punkt("1.", "unten", "noch ein Absatz")
    for n in range(2, 16):
        absaetze = (textabsatz(f"Ebene {n}"), textabsatz(f"weiter {n}"))
        tief = Listenpunkt(f"{n}.", absaetze, (tief, punkt(f"{n}a.", "daneben")))
    dokument = Dokument("x", (Liste((tief,)),))
    soll = dicht("".join(texte(dokument)))
    assert dicht("".join(word_texte(word(dokument)))) == soll
    gelesen = [dicht(seite) for seite in pdf_text(pdf(dokument))]
    ohne_rand = "".join(
        seite.removesuffix(f"Seite{n}von{len(gelesen)}") for n, seite in enumerate(gelesen, 1)
    )
    assert ohne_rand == soll
    assert verletzungen(pdf(dokument), "ua1", tmp_path) == []
