"""Numbers of lines: every fifth of the text, each page from 1, alike in PDF and Word."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from docx.oxml.ns import qn

from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    textabsatz,
)
from tests.formats.papiere import ALLES, baum, pdf, punkt, word, zelle
from tests.formats.test_pdf_writer import LANG, verletzungen

ZEILEN = "\n".join(f"Zeile {n}" for n in range(1, 8))
PAPIER = Dokument(
    "x",
    (
        Ueberschrift(1, "Titel"),
        Textabsatz((Textlauf("Nummer:\t"), Textlauf("X-1")), Textrolle.KOPFZEILE),
        textabsatz(ZEILEN),
        Tabelle((), ((zelle("a\nb"), zelle("c")),) * 3, (1, 1), "Tabelle"),
        textabsatz("Kleingedrucktes", Textrolle.HINWEIS),
        Liste(tuple(punkt(f"{n}.", f"Punkt {n}") for n in range(1, 80))),
    ),
    fusszeile="Fuß",
    zeilennummern=True,
)


def am_rand(inhalt):
    """What stands in the left margin of each page, as (upper edge, text)."""
    for seite in pypdfium2.PdfDocument(inhalt):
        text = seite.get_textpage()
        yield text.get_text_bounded(left=0, right=65).split()


def test_every_fifth_line_of_the_text_is_numbered_and_each_page_begins_anew():
    erste, zweite, *_ = am_rand(pdf(PAPIER))
    assert erste[:3] == ["5", "10", "15"]
    assert zweite[:3] == ["5", "10", "15"]
    assert all(int(b) - int(a) == 5 for a, b in pairwise(erste))


def test_heads_tables_and_notes_do_not_count():
    (seite, *_) = pypdfium2.PdfDocument(pdf(PAPIER))
    text = seite.get_textpage()
    for zahl, zeile in (("5", "Zeile 5"), ("10", "Punkt 3")):
        orte = []
        for gesucht in (zahl, zeile):
            suche = text.search(gesucht, match_whole_word=True)
            while fund := suche.get_next():
                links, unten, *_ = text.get_charbox(fund[0])
                if (links < 65) == (gesucht == zahl):
                    orte.append(unten)
                    break
        assert orte[0] == pytest.approx(orte[1], abs=4), zahl


def test_nothing_is_numbered_unless_it_is_asked_for():
    assert not any(am_rand(pdf(replace(PAPIER, zeilennummern=False))))
    assert not list(word(ALLES).element.body.iter(qn("w:lnNumType")))


def test_numbers_are_no_content():
    assert baum(pdf(PAPIER)) == baum(pdf(replace(PAPIER, zeilennummern=False)))


@pytest.mark.parametrize("profil", ["ua1", "2a"])
@pytest.mark.parametrize("papier", [PAPIER, ALLES, LANG])
def test_numbered_papers_are_accessible_and_archivable(papier, profil, tmp_path):
    assert verletzungen(pdf(replace(papier, zeilennummern=True)), profil, tmp_path) == []


def test_word_counts_by_the_same_rule():
    paket = word(PAPIER)
    (angabe,) = paket.element.body.iter(qn("w:lnNumType"))
    assert angabe.get(qn("w:countBy")) == "5"
    assert angabe.get(qn("w:restart")) == "newPage"
    ungezaehlt = {
        stil.get(qn("w:styleId"))
        for stil in paket.styles.element
        if stil.find(f"{qn('w:pPr')}/{qn('w:suppressLineNumbers')}") is not None
    }
    assert {"Heading1", "Heading6", "Kopfangabe", "Hinweis", "Tabellentext"} <= ungezaehlt
    assert not {"Normal", "Listenpunkt", "Quote"} & ungezaehlt
