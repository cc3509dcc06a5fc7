"""Places on the timeline: nothing overlaps, nothing leaves the picture."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.ui.shared.stationen import (
    Fristmarke,
    Spanne,
    Station,
    Stationsart,
    Zeitstrahl,
    zeitstrahl,
)
from antragsbuero.ui.vorgang.timeline_layout import Schriftart, lege_aus
from tests.ui.aufbau import HEUTE, einfach, spielplatz

_TAGE = st.dates(date(2010, 1, 1), date(2030, 12, 31))
_STATIONEN = st.lists(
    st.builds(
        Station, st.sampled_from(Stationsart), st.text("k", min_size=1, max_size=3), _TAGE,
        st.sampled_from(["Antrag", "Verwaltungsstandpunkt", "Beschluss, mehrheitlich"]),
        st.sampled_from(["", "nach 3 Tagen · 2 Punkte"]),
    ),
    min_size=1, max_size=9,
).map(lambda liste: tuple(sorted(liste, key=lambda s: s.datum)))  # fmt: skip
_FRISTEN = st.lists(
    st.builds(Fristmarke, _TAGE, st.just("Frist zu Punkt 1"), st.sampled_from(["", "entfallen"]),
              st.booleans(), st.booleans()),
    max_size=12,
).map(tuple)  # fmt: skip
_SPANNEN = st.lists(
    st.builds(lambda a, t: Spanne(a, a + timedelta(t), "26 Monate (805 Tage) ohne Bericht", False),
              _TAGE, st.integers(1, 900)),
    max_size=2,
).map(tuple)  # fmt: skip
_STRAHLEN = st.builds(Zeitstrahl, _STATIONEN, _FRISTEN, _SPANNEN)


def _masse(text: str, art: Schriftart) -> float:
    return len(text) * (7.5 if art is Schriftart.TITEL else 6.2)


@given(_STRAHLEN, st.floats(300, 2000), st.booleans())
def test_labels_stand_in_order_and_never_over_one_another(
    strahl: Zeitstrahl, breite: float, massstab: bool
) -> None:
    layout = lege_aus(strahl, breite, _masse, massstab=massstab)
    assert layout.breite >= breite
    for knoten in layout.knoten:
        assert 0 <= knoten.x <= layout.breite
        assert knoten.label_x >= 0
        assert knoten.label_x + knoten.breite <= layout.breite + 0.01
    for a, b in pairwise(layout.knoten):
        assert a.x <= b.x
        assert a.label_x + a.breite < b.label_x


@given(_STRAHLEN, st.floats(300, 2000), st.booleans())
def test_deadlines_of_one_row_never_touch_and_all_are_counted(
    strahl: Zeitstrahl, breite: float, massstab: bool
) -> None:
    layout = lege_aus(strahl, breite, _masse, massstab=massstab)
    assert len(layout.fristen) + layout.verborgen == len(strahl.fristen)
    for i, a in enumerate(layout.fristen):
        assert a.text_x >= 0
        assert a.text_x + a.breite <= layout.breite + 0.01
        for b in layout.fristen[i + 1 :]:
            if a.reihe == b.reihe:
                assert a.text_x + a.breite < b.text_x or b.text_x + b.breite < a.text_x
            oben, unten = sorted((a, b), key=lambda lage: lage.reihe)
            if oben.reihe < unten.reihe:
                assert not oben.text_x <= unten.x <= oben.text_x + oben.breite
        assert layout.fristen_y + a.reihe * 20 + 18 <= layout.achse_y


@given(_STRAHLEN, st.floats(300, 2000), st.booleans())
def test_red_stretches_run_forward_and_their_words_lie_within(
    strahl: Zeitstrahl, breite: float, massstab: bool
) -> None:
    for spanne in lege_aus(strahl, breite, _masse, massstab=massstab).spannen:
        assert -0.01 <= spanne.von <= spanne.bis
        if spanne.text:
            assert spanne.von < spanne.text_x
            assert spanne.text_x + spanne.breite < spanne.bis


@given(_STRAHLEN, st.floats(300, 2000))
def test_ticks_of_the_axis_stand_apart(strahl: Zeitstrahl, breite: float) -> None:
    achse = lege_aus(strahl, breite, _masse, massstab=True).achse
    for a, b in pairwise(achse):
        assert b.x - a.x >= 36


def test_equal_distances_are_equal() -> None:
    strahl = zeitstrahl(spielplatz(), HEUTE)
    xs = [k.x for k in lege_aus(strahl, 900, _masse, massstab=False).knoten]
    assert len({round(b - a, 3) for a, b in pairwise(xs)}) == 1


def test_days_have_equal_widths() -> None:
    strahl = zeitstrahl(spielplatz(), HEUTE)
    knoten = lege_aus(strahl, 900, _masse, massstab=True).knoten
    je_tag = {
        round((b.x - a.x) / (b.station.datum - a.station.datum).days, 6)
        for a, b in pairwise(knoten)
    }
    assert len(je_tag) == 1


def test_nothing_dated_gives_an_empty_line() -> None:
    layout = lege_aus(zeitstrahl(einfach("Entwurf"), HEUTE), 600, _masse, massstab=True)
    assert not layout.knoten
    assert not layout.fristen


def test_on_low_screens_deadlines_get_one_row_and_the_rest_is_counted() -> None:
    strahl = zeitstrahl(spielplatz(), HEUTE)
    layout = lege_aus(strahl, 500, _masse, massstab=True, reihen=1)
    assert {f.reihe for f in layout.fristen} <= {0}
    assert len(layout.fristen) + layout.verborgen == 2


def test_two_deadlines_close_together_are_both_shown() -> None:
    """A long line with its deadlines near the start: words on the left would cross a line."""
    stationen = tuple(
        Station(Stationsart.FASSUNG, str(n), tag, "Antrag", "")
        for n, tag in enumerate((date(2019, 12, 5), date(2020, 5, 20), date(2022, 8, 3)))
    )
    fristen = tuple(
        Fristmarke(tag, "Frist zu Punkt 1", "im Beschluss entfallen", True, False)
        for tag in (date(2020, 6, 30), date(2020, 9, 30))
    )
    layout = lege_aus(Zeitstrahl(stationen, fristen, ()), 1150, _masse, massstab=True)
    assert layout.verborgen == 0
