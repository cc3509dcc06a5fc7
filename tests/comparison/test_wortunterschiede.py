"""How the differences inside a row read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.comparison.synopse import Teilart
from antragsbuero.comparison.textteile import textteile
from antragsbuero.comparison.zeichen import Wortschatz, wortstuecke
from tests.comparison.strategien import geaendert, text

ZEICHEN = {Teilart.GLEICH: "=", Teilart.VARIANTE: "~", Teilart.WEG: "-", Teilart.NEU: "+"}


def lesbar(alt: str, neu: str) -> str:
    """The difference in one line: [-weg-] and {+neu+}, variants as their new form."""
    ergebnis = []
    for teil in textteile(alt, neu, Wortschatz()):
        if teil.art is Teilart.WEG:
            ergebnis.append(f"[-{teil.alt}-]")
        elif teil.art is Teilart.NEU:
            ergebnis.append(f"{{+{teil.neu}+}}")
        else:
            ergebnis.append(teil.neu)
    return "".join(ergebnis)


@pytest.mark.parametrize(
    ("alt", "neu", "erwartet"),
    [
        ("", "", ""),
        ("Der Rat prüft.", "Der Rat prüft.", "Der Rat prüft."),
        ("", "Neu.", "{+Neu.+}"),
        ("Alt.", "", "[-Alt.-]"),
        (
            "Die Stadt prüft bis Juni 2026 den Ausbau.",
            "Die Stadt prüft den Ausbau.",
            "Die Stadt prüft [-bis Juni 2026 -]den Ausbau.",
        ),
        # The blank before a change goes with it, so that words do not touch.
        ("Für Schulen und Kitas.", "Für Schulen.", "Für Schulen[- und Kitas-]."),
        ("Für Schulen.", "Für Schulen und Kitas.", "Für Schulen{+ und Kitas+}."),
        (
            "Vor der Schule und der Kita am Auwald.",
            "Vor der Schule, der Kita am Auwald.",
            "Vor der Schule[- und-]{+,+} der Kita am Auwald.",
        ),
        (
            "Die Schule, die neue, wird gebaut.",
            "Die Schule wird gebaut.",
            "Die Schule[-, die neue,-] wird gebaut.",
        ),
        # A common word between two changes is swallowed.
        (
            "Das Amt legt bis zum 30. Juni einen Bericht vor.",
            "Das Amt legt bis zum 31. Juli einen Bericht vor.",
            "Das Amt legt bis zum [-30. Juni -]{+31. Juli +}einen Bericht vor.",
        ),
        # A sum and a date change as a whole.
        (
            "Es werden 20.000 Euro bereitgestellt.",
            "Es werden 25.000 Euro bereitgestellt.",
            "Es werden [-20.000 -]{+25.000 +}Euro bereitgestellt.",
        ),
        (
            "Der Bericht folgt am 30.06.2026 im Rat.",
            "Der Bericht folgt am 30.09.2026 im Rat.",
            "Der Bericht folgt am [-30.06.2026 -]{+30.09.2026 +}im Rat.",
        ),
        # An inserted sentence is marked from its start to its end.
        (
            "Der Rat tagt heute. Der Ausschuss tagt morgen.",
            "Der Rat tagt heute. Der Beirat tagt nie wieder. Der Ausschuss tagt morgen.",
            "Der Rat tagt heute. {+Der Beirat tagt nie wieder. +}Der Ausschuss tagt morgen.",
        ),
        # Written anew: one deletion and one insertion, in spite of common fillers.
        (
            "Der Oberbürgermeister wird beauftragt, den Radweg in Gohlis zu sanieren.",
            "Die Fraktion begrüßt, dass der Haushalt im Frühjahr endlich beschlossen ist.",
            "[-Der Oberbürgermeister wird beauftragt, den Radweg in Gohlis zu sanieren.-]"
            "{+Die Fraktion begrüßt, dass der Haushalt im Frühjahr endlich beschlossen ist.+}",
        ),
    ],
)
def test_differences_read_like_edits(alt, neu, erwartet):
    assert lesbar(alt, neu) == erwartet


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("Das „Quartier“ – neu", 'Das "Quartier" - neu'),
        ("über Größe", "u\u0308ber Gro\u0308ße"),
        ("Stadt\u00adentwicklung", "Stadtentwicklung"),
        ("in\u00a0der Stadt", "in der  Stadt"),
        ("S1.\nS2.", "S1. S2."),
        ("\u00ad", ""),
        ("  ", "\t"),
        ("eﬃzient", "effizient"),
    ],
)
def test_typography_is_no_change(alt, neu):
    teile = textteile(alt, neu, Wortschatz())
    assert {teil.art for teil in teile} <= {Teilart.GLEICH, Teilart.VARIANTE}
    assert "".join(teil.alt for teil in teile) == alt
    assert "".join(teil.neu for teil in teile) == neu


def test_a_variant_covers_only_what_varies():
    teile = textteile("Wort und Satz", "Wort\u00a0und Satz", Wortschatz())
    assert [(t.art, t.alt, t.neu) for t in teile] == [
        (Teilart.GLEICH, "Wort", "Wort"),
        (Teilart.VARIANTE, " ", "\u00a0"),
        (Teilart.GLEICH, "und Satz", "und Satz"),
    ]


@given(st.data())
def test_both_texts_are_rebuilt_and_pieces_alternate(data):
    alt = data.draw(text)
    neu = data.draw(geaendert(alt))
    teile = textteile(alt, neu, Wortschatz())
    assert "".join(teil.alt for teil in teile) == alt
    assert "".join(teil.neu for teil in teile) == neu
    for eines, naechstes in pairwise(teile):
        assert eines.art is not naechstes.art
        assert (eines.art, naechstes.art) != (Teilart.NEU, Teilart.WEG)


@given(st.data())
def test_the_other_way_round_it_is_the_same_difference(data):
    alt = data.draw(text)
    neu = data.draw(geaendert(alt))
    hin, her = textteile(alt, neu, Wortschatz()), textteile(neu, alt, Wortschatz())
    weg = [teil.alt for teil in hin if teil.art is Teilart.WEG]
    assert weg == [teil.neu for teil in her if teil.art is Teilart.NEU]


@given(text)
def test_each_word_has_its_piece(inhalt):
    wortschatz = Wortschatz()
    stuecke = wortstuecke(inhalt)
    assert "".join(stuecke) == inhalt
    if len(wortschatz.folge(inhalt)) > 0:
        folgen = [wortschatz.folge(stueck) for stueck in stuecke]
        assert tuple(w for folge in folgen for w in folge) == wortschatz.folge(inhalt)
        assert all(len(folge) == 1 for folge in folgen)


def test_long_texts_without_common_words_are_bounded():
    alt = " ".join(f"a{n}" for n in range(20_000))
    neu = " ".join(f"b{n}" for n in range(20_000))
    assert [t.art for t in textteile(alt, neu, Wortschatz())] == [Teilart.WEG, Teilart.NEU]


def test_long_texts_are_cut_at_words_that_occur_once():
    worte = [f"w{n}" for n in range(12_000)]
    neu = [w if n % 10 else f"x{n}" for n, w in enumerate(worte)]
    teile = textteile(" ".join(worte), " ".join(neu), Wortschatz())
    assert sum(t.art is Teilart.GLEICH for t in teile) == 1_200


@given(st.data())
def test_no_lone_blank_stands_before_a_change(data):
    alt = data.draw(text)
    teile = textteile(alt, data.draw(geaendert(alt)), Wortschatz())
    for teil, danach in pairwise(teile):
        if teil.art is Teilart.VARIANTE and danach.art in (Teilart.WEG, Teilart.NEU):
            assert teil.alt.strip() or teil.neu.strip() or (teil.alt and teil.neu)
