"""Finding the recognised texts in the source again."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.ui.import_.fundort import Quellindex, Stelle, buchstaben, finde_alle
from antragsbuero.ui.import_.quellzeilen import BREITE, schneide, zeile_an, zeilennummer
from antragsbuero.ui.import_.rows import teil_rows
from antragsbuero.ui.import_.sitzung import baue_quelle
from tests.ui.importbau import SEITE, vorschlag

worte = st.lists(st.text(alphabet="abcäöüß", min_size=1, max_size=8), min_size=1, max_size=12)


@given(worte, worte, worte, st.sampled_from([" ", "\n", "\u00a0 ", "\r\n   "]))
def test_a_text_is_found_whatever_the_white_space(davor, text, danach, leer) -> None:
    gesucht = " ".join(text)
    quelle = unicodedata.normalize("NFD", leer.join([*davor, *text, *danach]))
    stelle = Quellindex(quelle).finde(gesucht, Stelle(0, len(quelle)), 0)
    assert stelle is not None
    assert buchstaben(quelle[stelle.von : stelle.bis]) == buchstaben(gesucht)


@pytest.mark.parametrize("umbruch", ["\n", "\r\n", "\u2028"])
def test_all_texts_of_a_page_are_found_in_order(umbruch: str) -> None:
    seite = vorschlag(SEITE.replace("\n", umbruch))
    index = Quellindex(seite.quelltext)
    funde = finde_alle(index, seite)
    rows = [r for r in teil_rows(seite, funde, {}) if r.schluessel.startswith("T:")]
    assert len(rows) == len(funde)
    assert all(row.stelle is not None for row in rows)
    for fund, naechster in itertools.pairwise(funde):
        assert fund.stelle.bis <= naechster.stelle.von


@given(st.text(alphabet="ab \n\r\u2028😀", max_size=300), st.integers(0, 299))
def test_lines_cover_the_source(text: str, ort: int) -> None:
    zeilen = schneide(text)
    assert [z.nummer for z in zeilen] == list(range(1, len(zeilen) + 1))
    assert all(a.bis <= b.von for a, b in itertools.pairwise(zeilen))
    if ort < len(text):
        n = zeile_an(zeilen, ort)
        assert zeilen[n].von <= ort
        assert n + 1 == len(zeilen) or ort < zeilen[n + 1].von


def test_a_very_long_line_goes_on_without_a_number() -> None:
    text = "wort " * 2000 + "\nEnde"
    zeilen = schneide(text)
    assert max(z.bis - z.von for z in zeilen) <= BREITE
    assert "".join(text[z.von : z.bis] for z in zeilen) == text.replace("\n", "")
    assert [z.nummer for z in zeilen if z.nummer] == [1, 2]
    assert zeilennummer(zeilen, 9000) == 1


def test_lines_carry_the_names_of_the_parts() -> None:
    zeilen = baue_quelle(vorschlag()).zeilen
    namen = {z.nummer: z.name for z in zeilen if z.name}
    assert namen[1] == "Betreff"
    assert namen[3] == "Neufassung"
    assert (namen[5], namen[6]) == ("Punkt 1", "Punkt 2")
    assert "Zu Punkt 1" in namen.values()
