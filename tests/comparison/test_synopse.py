"""Rows, arts and columns of the Synopse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from antragsbuero.comparison.abbruch import Abgebrochen
from antragsbuero.comparison.compare import vergleiche
from antragsbuero.comparison.korrektur import Korrektur, Korrekturart
from antragsbuero.comparison.synopse import Bereich, Synopse, Teilart, Zeilenart
from tests.comparison.bauen import fassung, punkt

RADWEG = "Der Radweg in der Georg-Schumann-Straße wird durchgehend markiert."
BAEUME = "Entlang der Strecke werden vierzig Bäume gepflanzt und drei Jahre gewässert."
BERICHT = "Der Oberbürgermeister berichtet dem Stadtrat über den Stand der Planung."
KITA = "Die Kindertagesstätte am Kirchplatz erhält eine neue Außenanlage."
BRUNNEN = "Der Brunnen auf dem Marktplatz wird im Frühjahr wieder in Betrieb genommen."


def punktzeilen(synopse: Synopse) -> list[tuple[str, tuple[tuple[int, ...], ...]]]:
    return [
        (zeile.art.value, tuple(zelle.punkte for zelle in zeile.zellen))
        for zeile in synopse.zeilen
        if zeile.bereich is Bereich.PUNKTE
    ]


def test_each_art_of_a_row():
    alt = fassung(RADWEG, BAEUME, BERICHT, KITA)
    neu = fassung(BERICHT, RADWEG.replace("durchgehend", "beidseitig"), BAEUME, BRUNNEN)
    assert punktzeilen(vergleiche([alt, neu])) == [
        ("GEAENDERT", ((0,), (1,))),
        ("UNVERAENDERT", ((1,), (2,))),
        ("VERSCHOBEN", ((2,), (0,))),
        ("GESTRICHEN", ((3,), ())),
        ("EINGEFUEGT", ((), (3,))),
    ]


def test_a_moved_point_says_where_it_was_and_what_changed():
    alt = fassung(RADWEG, BAEUME, BERICHT)
    neu = fassung(BERICHT.replace("Planung", "Umsetzung"), RADWEG, BAEUME)
    zelle = vergleiche([alt, neu]).zeilen[2].zellen[1]
    assert (zelle.art, zelle.war, zelle.punkte) == (Zeilenart.VERSCHOBEN, (2,), (0,))
    assert [t.neu for t in zelle.teile if t.art is Teilart.NEU] == ["Umsetzung"]


def test_split_and_merged_points():
    eins, zwei = f"{RADWEG} {BAEUME}", BERICHT
    synopse = vergleiche([fassung(eins, zwei), fassung(RADWEG, BAEUME, zwei)])
    assert punktzeilen(synopse)[0] == ("GETEILT", ((0,), (0, 1)))
    assert all(t.art is not Teilart.WEG for t in synopse.zeilen[0].zellen[1].teile)
    zurueck = vergleiche([fassung(RADWEG, BAEUME, zwei), fassung(eins, zwei)])
    assert punktzeilen(zurueck)[0] == ("ZUSAMMENGEFASST", ((0, 1), (0,)))


def test_halves_that_stand_apart_are_one_row():
    alt = fassung(f"{RADWEG} {BAEUME}", BERICHT, KITA)
    neu = fassung(RADWEG, BERICHT, KITA, BAEUME)
    assert ("GETEILT", ((0,), (0, 3))) in punktzeilen(vergleiche([alt, neu]))


def test_a_number_is_no_text():
    synopse = vergleiche([fassung(RADWEG, KITA), fassung(BRUNNEN, RADWEG, KITA)])
    arten = [(z.art, z.nummer_geaendert) for z in synopse.zeilen]
    assert arten == [
        (Zeilenart.EINGEFUEGT, False),
        (Zeilenart.UNVERAENDERT, True),
        (Zeilenart.UNVERAENDERT, True),
    ]
    anders = fassung(punkt(RADWEG, "1)"), punkt(KITA, "(2)"))
    assert not any(z.nummer_geaendert for z in vergleiche([fassung(RADWEG, KITA), anders]).zeilen)


def test_one_word_in_a_nested_list_changes_one_row():
    unter = [punkt(BAEUME, "a)"), punkt(BERICHT, "b)"), punkt(KITA, "c)")]
    alt = fassung(punkt(RADWEG, "1.", unter), BRUNNEN)
    unter[1] = punkt(BERICHT.replace("Planung", "Umsetzung"), "b)")
    neu = fassung(punkt(RADWEG, "1.", unter), BRUNNEN)
    assert [art for art, _ in punktzeilen(vergleiche([alt, neu]))] == [
        "UNVERAENDERT",
        "UNVERAENDERT",
        "GEAENDERT",
        "UNVERAENDERT",
        "UNVERAENDERT",
    ]


def test_a_moved_point_takes_its_sub_points_along():
    eins = punkt(RADWEG, "1.", [punkt(BAEUME, "a)"), punkt(BERICHT, "b)")])
    alt = fassung(eins, KITA, f"{BRUNNEN} {KITA} {BERICHT}")
    neu = fassung(KITA, f"{BRUNNEN} {KITA} {BERICHT}", eins)
    assert punktzeilen(vergleiche([alt, neu]))[:3] == [
        ("VERSCHOBEN", ((0,), (2,))),
        ("UNVERAENDERT", ((1,), (3,))),
        ("UNVERAENDERT", ((2,), (4,))),
    ]


def test_equal_sub_points_stay_below_their_points():
    satz = "Die Kosten sind darzustellen."
    alt = fassung(punkt(RADWEG, "1.", [punkt(satz, "a)")]), punkt(KITA, "2.", [punkt(satz, "a)")]))
    neu = fassung(punkt(KITA, "1.", [punkt(satz, "a)")]), punkt(RADWEG, "2.", [punkt(satz, "a)")]))
    paare = {stellen for _, stellen in punktzeilen(vergleiche([alt, neu]))}
    assert {((1,), (3,)), ((3,), (1,))} <= paare


def test_points_without_words_follow_their_sub_points():
    alt = fassung(BRUNNEN, punkt("", "2.", [punkt(RADWEG, "a)"), punkt(KITA, "b)")]))
    neu = fassung(punkt("", "1.", [punkt(RADWEG, "a)"), punkt(KITA, "b)")]))
    assert ("UNVERAENDERT", ((1,), (0,))) in punktzeilen(vergleiche([alt, neu]))


def test_identity_goes_before_likeness():
    gleich = punkt(RADWEG, "1.", herkunft="h1")
    alt = fassung(gleich, punkt(BAEUME, "2.", herkunft="h2"))
    neu = fassung(punkt(KITA, "1.", herkunft="h2"), punkt(RADWEG, "2.", herkunft="h3"))
    paare = [stellen for _, stellen in punktzeilen(vergleiche([alt, neu]))]
    assert ((1,), (0,)) in paare


def test_a_point_that_comes_back_stays_in_one_row():
    a = fassung(RADWEG, BAEUME, KITA)
    b = fassung(RADWEG, KITA)
    synopse = vergleiche([a, b, a])
    assert punktzeilen(synopse) == [
        ("UNVERAENDERT", ((0,), (0,), (0,))),
        ("EINGEFUEGT", ((1,), (), (1,))),
        ("UNVERAENDERT", ((2,), (1,), (2,))),
    ]
    assert synopse.zeilen[1].zellen[1].art is Zeilenart.GESTRICHEN


def test_split_and_merged_again_is_unchanged_against_the_first():
    ganz = fassung(f"{RADWEG} {BAEUME}", KITA)
    geteilt = fassung(RADWEG, BAEUME, KITA)
    synopse = vergleiche([ganz, geteilt, ganz], basen=[None, 0, 0])
    zeile = synopse.zeilen[0]
    assert [zelle.punkte for zelle in zeile.zellen] == [(0,), (0, 1), (0,)]
    assert zeile.zellen[2].art is Zeilenart.UNVERAENDERT


def test_deleted_points_stand_above_what_came_in_their_place():
    synopse = vergleiche([fassung(RADWEG, KITA, BERICHT), fassung(RADWEG, BRUNNEN, BERICHT)])
    assert [art for art, _ in punktzeilen(synopse)] == [
        "UNVERAENDERT",
        "GESTRICHEN",
        "EINGEFUEGT",
        "UNVERAENDERT",
    ]


def test_a_new_sub_point_stays_below_its_point():
    alt = fassung(punkt(RADWEG, "1.", [punkt(BAEUME, "a)")]), KITA, BERICHT)
    neu = fassung(punkt(RADWEG, "1.", [punkt(BAEUME, "a)"), punkt(BRUNNEN, "b)")]), BERICHT)
    assert [art for art, _ in punktzeilen(vergleiche([alt, neu]))] == [
        "UNVERAENDERT",
        "UNVERAENDERT",
        "EINGEFUEGT",
        "GESTRICHEN",
        "UNVERAENDERT",
    ]


def test_all_parts_of_a_fassung_in_their_order():
    alt = fassung(RADWEG, betreff="Radweg", vorspann=["Wir fordern:"], begruendung=[KITA, BERICHT])
    neu = fassung(RADWEG, betreff="Radwege", begruendung=[BERICHT])
    synopse = vergleiche([alt, neu])
    assert [(z.bereich, z.art) for z in synopse.zeilen] == [
        (Bereich.BETREFF, Zeilenart.GEAENDERT),
        (Bereich.VORSPANN, Zeilenart.GESTRICHEN),
        (Bereich.PUNKTE, Zeilenart.UNVERAENDERT),
        (Bereich.BEGRUENDUNG, Zeilenart.GESTRICHEN),
        (Bereich.BEGRUENDUNG, Zeilenart.UNVERAENDERT),
    ]


@pytest.mark.parametrize(
    ("betreffe", "zeilen"),
    [(["", ""], 0), (["A", ""], 0), (["A", "A"], 1), (["A", "", "B"], 1), (["A", "", "A"], 0)],
)
def test_the_betreff_is_shown_if_all_have_one_or_it_differs(betreffe, zeilen):
    synopse = vergleiche([fassung(betreff=betreff) for betreff in betreffe])
    assert len(synopse.zeilen) == zeilen


def test_a_sentence_that_wanders_is_linked_both_ways():
    satz = "Die Ergebnisse werden im Amtsblatt öffentlich bekannt gegeben."
    alt = fassung(f"{RADWEG} {satz}", BERICHT, f"{KITA}")
    neu = fassung(RADWEG, BERICHT, f"{KITA} {satz}")
    synopse = vergleiche([alt, neu])
    weg = [t for t in synopse.zeilen[0].zellen[1].teile if t.art is Teilart.WEG]
    neues = [t for t in synopse.zeilen[2].zellen[1].teile if t.art is Teilart.NEU]
    assert [(t.alt.strip(), t.wanderung) for t in weg] == [(satz, 2)]
    assert [(t.neu.strip(), t.wanderung) for t in neues] == [(satz, 0)]


def test_a_set_phrase_links_nothing():
    floskel = "Die Finanzierung erfolgt aus allgemeinen Haushaltsmitteln."
    alt = fassung(f"{RADWEG} {floskel}", f"{BERICHT} {floskel}", KITA)
    neu = fassung(RADWEG, f"{BERICHT} {floskel}", f"{KITA} {floskel}")
    synopse = vergleiche([alt, neu])
    assert all(
        t.wanderung is None for z in synopse.zeilen for t in z.zellen[1].teile if z.zellen[1].teile
    )


class TestKorrekturen:
    alt = fassung(RADWEG, BAEUME, KITA)
    neu = fassung(RADWEG.replace("durchgehend", "breit"), BRUNNEN, KITA)

    def _mit(self, *korrekturen, gedreht=False):
        a, b = self.alt, self.neu
        schluessel = (b.kennung, a.kennung) if gedreht else (a.kennung, b.kennung)
        return vergleiche([a, b], korrekturen={schluessel: korrekturen})

    def _korrektur(self, art, links, rechts):
        a = tuple(self.alt.punkte[k].kennung for k in links)
        return Korrektur(art, a, tuple(self.neu.punkte[k].kennung for k in rechts))

    def test_linked_points_share_a_row(self):
        synopse = self._mit(self._korrektur(Korrekturart.VERBUNDEN, [1], [1]))
        assert punktzeilen(synopse)[1] == ("GEAENDERT", ((1,), (1,)))

    def test_several_points_are_split_or_merged(self):
        synopse = self._mit(self._korrektur(Korrekturart.VERBUNDEN, [0], [0, 1]))
        assert punktzeilen(synopse)[0] == ("GETEILT", ((0,), (0, 1)))

    def test_unlinked_points_part(self):
        synopse = self._mit(self._korrektur(Korrekturart.GETRENNT, [0], [0]))
        stellen = [s for _, s in punktzeilen(synopse)]
        assert ((0,), ()) in stellen
        assert ((), (0,)) in stellen

    def test_equal_points_part_too(self):
        synopse = self._mit(self._korrektur(Korrekturart.GETRENNT, [2], [2]))
        assert ((2,), (2,)) not in [s for _, s in punktzeilen(synopse)]

    def test_the_last_word_counts(self):
        verbunden = self._korrektur(Korrekturart.VERBUNDEN, [1], [1])
        getrennt = self._korrektur(Korrekturart.GETRENNT, [1], [1])
        assert ((1,), (1,)) in [s for _, s in punktzeilen(self._mit(getrennt, verbunden))]
        assert ((1,), (1,)) not in [s for _, s in punktzeilen(self._mit(verbunden, getrennt))]

    def test_they_hold_with_the_columns_swapped(self):
        k = self._korrektur(Korrekturart.VERBUNDEN, [1], [1])
        gedreht = Korrektur(k.art, k.punkte_b, k.punkte_a)
        assert punktzeilen(self._mit(gedreht, gedreht=True))[1] == ("GEAENDERT", ((1,), (1,)))

    def test_a_point_linked_to_nothing_stands_alone(self):
        synopse = self._mit(self._korrektur(Korrekturart.VERBUNDEN, [0], []))
        assert ((0,), ()) in [s for _, s in punktzeilen(synopse)]

    def test_a_third_column_does_not_bring_parted_points_together(self):
        k = self._korrektur(Korrekturart.GETRENNT, [2], [2])
        mitte = replace(self.alt, kennung="mitte")
        synopse = vergleiche(
            [self.alt, mitte, self.neu],
            korrekturen={(self.alt.kennung, self.neu.kennung): [k]},
        )
        assert not [s for _, s in punktzeilen(synopse) if 2 in s[0] and 2 in s[2]]

    def test_unknown_kennungen_are_passed_over(self):
        synopse = self._mit(Korrektur(Korrekturart.VERBUNDEN, ("x",), ("y",)))
        assert punktzeilen(synopse) == punktzeilen(vergleiche([self.alt, self.neu]))


def test_titles_and_bases_stand_in_the_columns():
    f = fassung(RADWEG)
    synopse = vergleiche([f, f, f], titel=["A", "B", "C"], basen=[None, 0, 0])
    assert [(s.titel, s.fassung, s.basis) for s in synopse.spalten] == [
        ("A", f.kennung, None),
        ("B", f.kennung, 0),
        ("C", f.kennung, 0),
    ]


@pytest.mark.parametrize(
    "falsch",
    [
        {"fassungen": [fassung()]},
        {"fassungen": [fassung()] * 5},
        {"fassungen": [fassung()] * 2, "titel": ["A"]},
        {"fassungen": [fassung()] * 2, "basen": [None]},
        {"fassungen": [fassung()] * 2, "basen": [None, 2]},
    ],
)
def test_what_does_not_fit_is_refused(falsch):
    with pytest.raises(ValueError, match=r"vier Fassungen|Spalte|Spalten"):
        vergleiche(falsch.pop("fassungen"), **falsch)


def test_a_comparison_can_be_stopped():
    with pytest.raises(Abgebrochen):
        vergleiche([fassung(RADWEG), fassung(KITA)], abbruch=lambda: True)
    rufe = iter([False] * 3)
    with pytest.raises(Abgebrochen):
        vergleiche([fassung(RADWEG), fassung(KITA)], abbruch=lambda: next(rufe, True))
