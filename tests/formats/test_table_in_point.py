"""A table and a quote inside a point: real ones, below its words, in every format."""

from __future__ import annotations

import io
from itertools import pairwise

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from antragsbuero.documents.compose_absaetze import punkt_bloecke
from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    textabsatz,
)
from antragsbuero.domain.absatz import Absatz, Absatzart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import docx_bytes
from antragsbuero.formats.html_reader import lies_html
from antragsbuero.formats.html_writer import html_text
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


def test_pdf_tags_them_inside_their_point():
    aeste = baum(pdf(PAPIER))
    zeilen = [zeile.strip() for zeile in aeste]
    ort = zeilen.index("'Die Mittel werden so verteilt:'")
    assert zeilen[ort + 1].startswith("Table Summary=Tabelle mit 2 Spalten: Jahr, Betrag")
    tief = [len(zeile) - len(zeile.lstrip()) for zeile in aeste]
    koerper = max(n for n in range(ort) if zeilen[n] == "LBody")
    assert tief[ort + 1] == tief[ort - 1] == tief[koerper] + 2
    assert sum(zeile.startswith("L ") for zeile in zeilen) == 2
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
    assert [int(e.get(qn("w:w"))) for e in paket.element.body.iter(qn("w:tblInd"))] == [425, 850]
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


def test_tables_in_points_begin_where_the_words_of_their_point_do():
    with pypdfium2.PdfDocument(pdf(PAPIER)) as offen:
        stellen = offen[0].get_textpage()

        def links(wort: str) -> float:
            nummer, anzahl = stellen.search(wort).get_next()
            assert anzahl
            return stellen.get_charbox(nummer)[0]

        einzug = links("Die Mittel") - links("1.")
        assert einzug > 10
        assert 0 < links("Jahr") - links("Die Mittel") < 8
        assert links("Links") - links("Jahr") == pytest.approx(einzug, abs=3)


def test_wide_tables_deep_in_lists_keep_room_for_their_columns():
    viele = "\t".join(f"K{n}" for n in range(1, 13))
    tief = Beschlusspunkt("z)", (Absatz(f"{viele}\n{viele}", Absatzart.TABELLE),))
    for n in range(12):
        tief = Beschlusspunkt(f"{n}.", (Absatz(f"Ebene {n}"),), (tief,))
    dokument = Dokument("x", tuple(punkt_bloecke((tief,))))
    (breiten,) = [
        [int(spalte.get(qn("w:w"))) for spalte in gitter]
        for gitter in word(dokument).element.body.iter(qn("w:tblGrid"))
    ]
    assert min(breiten) > 700
    with pypdfium2.PdfDocument(pdf(dokument)) as offen:
        seite = offen[len(offen) - 1].get_textpage()
        orte = [seite.search(f"K{n}").get_next()[0] for n in range(1, 13)]
        x = [seite.get_charbox(ort)[0] for ort in orte]
    assert all(b - a > 30 for a, b in pairwise(x))


def test_tables_in_points_come_back_from_the_web_page():
    seite = html_text(PAPIER, CharacterLog())
    (liste,) = lies_html(seite.encode(), "a.html").bloecke
    arten = [type(teil) for teil in liste.punkte[0].absaetze]
    assert arten == [Textabsatz, Tabelle, Textabsatz, Textabsatz]
    (unter, _) = liste.punkte[0].punkte
    assert isinstance(unter.absaetze[-1], Tabelle)
    assert [absatz.text for zelle in unter.absaetze[-1].zeilen[0] for absatz in zelle.absaetze] == [
        "1",
        "2",
    ]
