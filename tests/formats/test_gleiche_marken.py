"""Screen, PDF, Word and web page of a Synopse carry the same words with the same marks."""

from __future__ import annotations

from itertools import chain

import pytest

from antragsbuero.comparison.synopse import Bereich
from antragsbuero.documents.compose_synopse_nummern import ohne_begruendung
from antragsbuero.dokument.dokument import Marke, Tabelle, Textrolle
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import docx_bytes
from antragsbuero.formats.html_writer import html_text
from antragsbuero.ui.vergleich.namen import Namen
from antragsbuero.ui.vergleich.rows import Anzeige
from antragsbuero.ui.vergleich.zellen import Stueckart, Zellenbau
from tests.formats.beweispapiere import exporte, synopse
from tests.formats.beweistexte import beispiel
from tests.formats.fassungspaare import Paarbau
from tests.formats.marken import aus_absaetzen, aus_dokument, aus_html, aus_pdf, aus_word
from tests.formats.papiere import pdf
from tests.ui.vergleichbau import schatten

FAELLE = {
    "beispiel2": (beispiel, 2),
    "beispiel4": (beispiel, 4),
    "schatten": (schatten, 3),
    "paar1": (lambda: Paarbau(1).vorgang(), 2),
    "paar2": (lambda: Paarbau(2).vorgang(), 2),
    "paar3": (lambda: Paarbau(3).vorgang(), 2),
}


@pytest.fixture(params=FAELLE)
def fall(request):
    baue, spalten = FAELLE[request.param]
    vorgang = baue()
    vergleich = synopse(vorgang, spalten)
    papier = exporte().papiere.synopse(vergleich, vorgang.betreff)
    return vorgang, vergleich, papier.dokument


def test_files_carry_the_marks_of_the_paper(fall):
    _, _, dokument = fall
    soll = aus_dokument(dokument)
    assert {marke for zelle in soll for _, marke in zelle} >= {None, Marke.EINGEFUEGT}
    assert aus_pdf(pdf(dokument)) == soll
    assert aus_word(docx_bytes(dokument, CharacterLog())) == soll
    assert aus_html(html_text(dokument, CharacterLog())) == soll


def test_the_screen_shows_the_words_and_marks_of_the_paper(fall):
    vorgang, vergleich, dokument = fall
    gedruckt = list(_gedruckt(dokument))
    bau = Zellenbau(
        vergleich,
        Namen(vergleich, vorgang.fassungen[: len(vergleich.spalten)]),
        Anzeige(begruendung=True),
    )
    zeilen = [n for n, z in enumerate(vergleich.zeilen) if z.bereich is not Bereich.BETREFF]
    assert len(zeilen) == len(gedruckt)
    # where a paper has no reasons at all, print says so once, the screen in each row
    ohne = ohne_begruendung(vergleich)
    for nummer, zellen in zip(zeilen, gedruckt, strict=True):
        for spalte, papier in enumerate(zellen):
            if spalte in ohne and vergleich.zeilen[nummer].bereich is Bereich.BEGRUENDUNG:
                continue
            assert _gezeigt(bau.zelle(nummer, spalte)) == papier, (nummer, spalte)


def _gedruckt(dokument):
    """The cells of each row with the words of the Fassungen alone, without notices."""
    for block in dokument.bloecke:
        if not isinstance(block, Tabelle) or not block.beschreibung.startswith("Synopse"):
            continue
        for _, *zellen in block.zeilen:
            yield [
                []
                if zelle.marke is Marke.LEISE
                else [
                    # the screen tells moved words from new ones by a line of its own
                    (zeichen, Marke.EINGEFUEGT if marke is Marke.VERSCHOBEN else marke)
                    for zeichen, marke in aus_absaetzen(
                        a
                        for a in zelle.absaetze
                        if a.rolle is not Textrolle.HINWEIS and a.marke is not Marke.FRIST
                    )
                ]
                for zelle in zellen
            ]


def _gezeigt(zelle):
    marken = {Stueckart.WEG: Marke.GESTRICHEN, Stueckart.NEU: Marke.EINGEFUEGT}
    return [
        (zeichen, marken.get(stueck.art))
        for stueck in chain.from_iterable(zelle.punkte)
        for zeichen in stueck.text
        if not zeichen.isspace()
    ]
