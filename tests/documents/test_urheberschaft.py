"""Our own name among the Einreicher, in the forms in which offices and councils write it."""

from __future__ import annotations

import unicodedata

import pytest

from antragsbuero.documents.urheberschaft import unser

GRUENE = "Fraktion BÜNDNIS 90/DIE GRÜNEN im Stadtrat"


@pytest.mark.parametrize(
    ("name", "fraktion"),
    [
        ("SPD", "SPD-Fraktion"),
        ("Fraktion SPD", "SPD"),
        ("spd-fraktion im Stadtrat", "SPD-Stadtratsfraktion"),
        ("Grüne", GRUENE),
        ("Fraktion Bündnis 90/Die Grünen", GRUENE),
        ("B90/GRÜNE", GRUENE),
        ("GRUENE", GRUENE),
        (unicodedata.normalize("NFD", "Die Grünen"), GRUENE),
        ("Die Linke", "Fraktion DIE LINKE."),
        ("Linksfraktion", "Fraktion Die Linke im Stadtrat Leipzig"),
        ("Strassenbündnis", "Fraktion Straßenbündnis"),
        ("Mitte", "Fraktion Mitte für Neustadt"),
        ("Freie Wähler", "FW"),
        ("FW", "Fraktion Freie Wähler"),
        ("FDP", "Fraktion Freie Demokraten"),
        ("FDP/FW", "Freie Wähler"),
        ("FÜR", "Fraktion für"),
        ("AfD", "Alternative für Deutschland"),
        ("BSW", "Fraktion Bündnis Sahra Wagenknecht"),
        ("Stadträtin Ahrens (SPD)", "SPD-Fraktion"),
        ("CDU und SPD", "SPD"),
        ("Fraktion", "SPD"),
        ("Die Fraktion", "die fraktion"),
    ],
)
def test_one_faction_in_two_forms(name: str, fraktion: str) -> None:
    assert unser((name,), fraktion)
    assert unser(("Fraktion Zebra", name), fraktion)


@pytest.mark.parametrize(
    ("name", "fraktion"),
    [
        ("CDU", "SPD-Fraktion"),
        ("Fraktion CDU", "Fraktion CSU"),
        ("Die Linke", GRUENE),
        ("Freie Wähler", "Freie Demokraten"),
        ("Freie", "Fraktion Freie Wähler"),
        ("FDP", "Freie Wähler"),
        ("BSW", GRUENE),
        ("Bündnis Sahra Wagenknecht", GRUENE),
        ("Bürgerforum", "Bürger für Auenstadt"),
        ("Mitte für Neustadt", "Neustadt gemeinsam"),
        ("Stadtrat Ahrens", "SPD-Fraktion"),
        ("FÜR", "SPD-Fraktion"),
        ("Die PARTEI", "Freie Wähler"),
    ],
)
def test_two_factions_stay_two(name: str, fraktion: str) -> None:
    assert not unser((name,), fraktion)


def test_where_nobody_is_named_or_known_the_paper_is_our_own() -> None:
    assert unser((), "SPD")
    assert unser(("", " "), "SPD")
    assert unser(("CDU",), "")
