"""The structure of every kind of paper as kept: tree of the PDF, outline of the Word file."""

from __future__ import annotations

import pytest

from tests.formats.beweispapiere import ARTEN, exporte
from tests.formats.beweistexte import beispiel
from tests.formats.gliederung import pdf_gliederung, word_gliederung
from tests.formats.goldvergleich import vergleiche_mit_gold
from tests.formats.papiere import pdf, word

GEHALTEN = (
    *("fassung0", "fassung2", "nichtoeffentlich", "anschreiben", "nachfrage"),
    *("synopse2", "synopse3", "synopse4nur", "register", "akte"),
)


@pytest.mark.parametrize("name", GEHALTEN)
def test_structure_is_as_kept(name):
    (art,) = [art for art in ARTEN if art.name == name]
    papier = art.baue(exporte(), beispiel())
    zeilen = [
        *("PDF", *pdf_gliederung(pdf(papier.dokument))),
        *("", "Word", *word_gliederung(word(papier.dokument))),
    ]
    vergleiche_mit_gold(f"struktur_{name}.txt", "\n".join(zeilen) + "\n")
