"""Labels of list entries taken apart, and cells put into a grid."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import Zelle
from antragsbuero.formats.grid import grid
from antragsbuero.formats.labels import Counting, Label, read_label, roman


@pytest.mark.parametrize(
    ("zeichen", "erste"),
    [
        ("1.", Label(Counting.DECIMAL, 1, "", ".")),
        ("(12)", Label(Counting.DECIMAL, 12, "(", ")")),
        ("BP 7:", Label(Counting.DECIMAL, 7, "BP ", ":")),
        ("1.2.", Label(Counting.DECIMAL, 2, "1.", ".")),
        ("a)", Label(Counting.LOWER_LETTER, 1, "", ")")),
        ("B.", Label(Counting.UPPER_LETTER, 2, "", ".")),
        ("aa)", Label(Counting.LOWER_LETTER, 27, "", ")")),
        ("ii.", Label(Counting.LOWER_ROMAN, 2, "", ".")),
        ("IV.", Label(Counting.UPPER_ROMAN, 4, "", ".")),
        ("01.", Label(Counting.BULLET, 1, "01.")),
        ("•", Label(Counting.BULLET, 1, "•")),
        ("32767.", Label(Counting.DECIMAL, 32_767, "", ".")),
        ("32768.", Label(Counting.BULLET, 1, "32768.")),
        ("99999999999.", Label(Counting.BULLET, 1, "99999999999.")),
        ("ab)", Label(Counting.BULLET, 1, "ab)")),
        ("Neuer", Label(Counting.BULLET, 1, "Neuer")),
    ],
)
def test_likeliest_reading(zeichen, erste):
    assert read_label(zeichen)[0] == erste


def test_letters_that_are_roman_numerals_have_both_readings():
    assert [r.counting for r in read_label("v.")] == [Counting.LOWER_LETTER, Counting.LOWER_ROMAN]
    assert [r.number for r in read_label("i)")] == [1, 9]


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_back(zahl):
    numeral = roman(zahl)
    readings = {r.number for r in read_label(f"{numeral}.") if r.counting is Counting.LOWER_ROMAN}
    assert readings == ({zahl} if len(numeral) <= 100 else set())


ZELLE = st.builds(
    lambda s, z: Zelle((), spalten=s, zeilen=z), st.integers(-1, 4), st.integers(-1, 4)
)


@given(st.lists(st.lists(ZELLE, max_size=5), max_size=6), st.integers(1, 4))
def test_every_row_of_a_grid_is_as_wide_as_the_table(zeilen, spalten):
    reihen = list(grid(zeilen, spalten))
    assert len(reihen) == len(zeilen)
    for reihe in reihen:
        orte = [ort for platz in reihe for ort in range(platz.column, platz.column + platz.columns)]
        assert orte == list(range(spalten))
    for reihe, naechste in pairwise(reihen):
        offen = {(p.column, p.columns) for p in reihe if p.rows > 1}
        assert offen == {(p.column, p.columns) for p in naechste if p.zelle is None}
    assert not any(platz.rows > 1 for platz in reihen[-1:] for platz in platz)
