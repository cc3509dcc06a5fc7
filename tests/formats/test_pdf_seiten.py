"""Pages drawn as pictures: size, colour and grey, many threads, files that are none."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.pdf_seiten import oeffne_seiten
from tests.formats.papiere import ALLES, pdf


@pytest.mark.parametrize("quer", [False, True])
def test_a_page_has_the_size_of_the_paper_and_words_on_it(quer: bool) -> None:
    seiten = oeffne_seiten(pdf(replace(ALLES, querformat=quer)))
    mass = seiten.masse[0]
    assert mass.quer is quer
    assert sorted((round(mass.breite), round(mass.hoehe))) == [595, 842]
    bild = seiten.zeichne(0, 2.0)
    assert (bild.breite, bild.hoehe) == (round(mass.breite * 2), round(mass.hoehe * 2))
    assert len(bild.daten) == bild.zeilenlaenge * bild.hoehe
    assert bild.zeilenlaenge == bild.breite * 4
    assert bild.daten[:3] == b"\xff\xff\xff"
    assert min(bild.daten[0::4]) < 64
    seiten.schliesse()


def test_grey_has_one_byte_a_pixel() -> None:
    seiten = oeffne_seiten(pdf(ALLES))
    bild = seiten.zeichne(0, 1.0, grau=True)
    assert bild.grau
    assert bild.zeilenlaenge >= bild.breite
    assert len(bild.daten) == bild.zeilenlaenge * bild.hoehe
    assert min(bild.daten) < 128
    assert max(bild.daten) == 255
    seiten.schliesse()


def test_many_threads_draw_the_same_as_one() -> None:
    seiten, zweite = oeffne_seiten(pdf(ALLES)), oeffne_seiten(pdf(ALLES))
    nummern = [n % len(seiten.masse) for n in range(12)]
    einzeln = [seiten.zeichne(n, 0.5).daten for n in nummern]
    with ThreadPoolExecutor(4) as faeden:
        zugleich = list(
            faeden.map(lambda n: (seiten, zweite)[n % 2].zeichne(n, 0.5).daten, nummern)
        )
    assert zugleich == einzeln
    seiten.schliesse()
    zweite.schliesse()


@pytest.mark.parametrize("inhalt", [b"", b"kein PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_told_in_german(inhalt: bytes) -> None:
    with pytest.raises(Dateifehler, match="nicht darstellen"):
        oeffne_seiten(inhalt)


def test_a_closed_file_draws_nothing() -> None:
    seiten = oeffne_seiten(pdf(ALLES))
    seiten.schliesse()
    seiten.schliesse()
    with pytest.raises(Dateifehler, match="geschlossen"):
        seiten.zeichne(0, 1.0)
