"""Proposing which statement of a report belongs to which point."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.services.berichtszuordnung import schlage_zuordnung_vor
from antragsbuero.services.punktnummern import aufzaehlung, vergleichbar
from tests.services.bau import fassung, punkt

BESCHLUSS = fassung(
    Fassungsart.BESCHLUSS,
    date(2025, 4, 9),
    punkt("1.", "Der Marktplatz erhält Bänke."),
    punkt("2.", "Die Stadt pflanzt Linden.", punkt("a)", "Die Feuerwehr prüft die Zufahrt.")),
)


def _bericht(*teile: Berichtsteil) -> Bericht:
    return Bericht(Berichtsart.ENDBERICHT, date(2026, 1, 1), teile=teile)


def test_paragraphs_go_to_the_point_whose_words_they_share() -> None:
    texte = ["Auf dem Marktplatz stehen Bänke.", "Die Bänke am Marktplatz sind aus Holz.",
             "Die Zufahrt ist mit der Feuerwehr geklärt.", "Mit freundlichen Grüßen"]  # fmt: skip
    teile = schlage_zuordnung_vor(_bericht(Berichtsteil("", absaetze(texte))), BESCHLUSS).teile
    assert [(t.punkt, len(t.absaetze)) for t in teile] == [("1", 2), ("2a", 1), ("", 1)]
    assert not any(t.bestaetigt for t in teile)


@given(st.lists(st.text(alphabet="abc Linden", max_size=30), max_size=6))
def test_no_paragraph_is_lost_and_confirmed_ones_stay(texte: list[str]) -> None:
    fest = Berichtsteil("2", absaetze(["Linden."]))
    vorher = _bericht(fest, Berichtsteil("", absaetze(texte)))
    nachher = schlage_zuordnung_vor(vorher, BESCHLUSS)
    assert nachher.teile[0] == fest
    assert [a.text for t in nachher.teile for a in t.absaetze] == ["Linden.", *texte]


def test_names_of_points() -> None:
    assert aufzaehlung(["2"]) == "Punkt 2"
    assert aufzaehlung(["1", "2a", "3"]) == "Punkt 1, 2a und 3"
    assert aufzaehlung([""]) == "Beschluss"
    assert vergleichbar(" 1 a) ") == vergleichbar("(1a)") == "1a"
