"""The comparison of plain lists, as the harness asks for it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antragsbuero.comparison.textlisten import nummer_und_text
from benchmarks.harness_adapter import compare, compare_columns
from benchmarks.ketten import Erzeuger, abgeschlossen, guete, zeilenpaare
from tests.comparison.strategien import reihen

LINKS, RECHTS = {"=", "~", "-", "m-", "#"}, {"=", "~", "+", "m+", "#"}


def _seiten(block):
    links = "".join(op[1] for op in block["ops"] if op[0] in LINKS)
    rechts = "".join(op[-1] for op in block["ops"] if op[0] in RECHTS)
    return links, rechts


def muss_aufgehen(a, b, ergebnis):
    bloecke = ergebnis["blocks"]
    assert sorted(i for block in bloecke for i in block["a"]) == list(range(len(a)))
    assert sorted(j for block in bloecke for j in block["b"]) == list(range(len(b)))
    for block in bloecke:
        links, rechts = _seiten(block)
        assert links == "\n".join(a[i] for i in block["a"])
        assert rechts == "\n".join(b[j] for j in block["b"])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reihen(), st.booleans())
def test_both_sides_are_rebuilt_numbers_included(paar, mit_nummern):
    a, b = paar
    if mit_nummern:
        a = [f"{n}. {text}" for n, text in enumerate(a, 1)]
        b = [f"{chr(97 + n % 26)}) {text}" for n, text in enumerate(b)]
    muss_aufgehen(a, b, compare(a, b))


def test_a_number_is_shown_apart():
    text = "Der Radweg wird saniert und beleuchtet."
    ergebnis = compare([f"1. {text}"], [f"2. {text}"])
    assert ergebnis == {
        "pairs": [[0, 0]],
        "blocks": [{"a": [0], "b": [0], "ops": [["#", "1. ", "2. "], ["=", text]]}],
    }


def test_numbers_inside_a_split_point():
    eins, zwei = "Der Radweg wird saniert.", "Vierzig Bäume werden gepflanzt."
    ergebnis = compare([f"1. {eins} {zwei}"], [f"1. {eins}", f"2. {zwei}"])
    assert ergebnis["blocks"][0]["ops"] == [
        ["#", "1. ", "1. "],
        ["=", eins],
        ["~", " ", "\n"],
        ["#", "", "2. "],
        ["=", zwei],
    ]


@pytest.mark.parametrize(
    ("text", "nummer"),
    [
        ("1. Der Rat", "1. "),
        ("1.2. Der Rat", "1.2. "),
        ("1.2 Der Rat", "1.2 "),
        ("a) der Rat", "a) "),
        ("(2) Der Rat", "(2) "),
        ("IV. Der Rat", "IV. "),
        ("– Der Rat", "– "),
        ("3. Quartal 2026", ""),
        ("1. Mai in Leipzig", ""),
        ("V. m. § 46", ""),
        ("20.000 Euro werden", ""),
        ("Der Rat", ""),
        ("1.", ""),
    ],
)
def test_what_is_a_number(text, nummer):
    assert nummer_und_text(text) == (nummer, text[len(nummer) :])


def test_numbers_in_the_text_change_no_pair():
    kette = Erzeuger("nummern").kette(30, 2)
    a, b = kette.spalten
    ohne = compare(a, b)
    mit = compare(
        [f"{n}. {t}" for n, t in enumerate(a, 1)], [f"{n}. {t}" for n, t in enumerate(b, 1)]
    )
    assert mit["pairs"] == ohne["pairs"]


def test_a_moved_sentence_has_its_own_tags():
    satz = "Die Ergebnisse werden im Amtsblatt öffentlich bekannt gegeben."
    anderer = "Entlang der Strecke werden vierzig Bäume gepflanzt und drei Jahre gewässert."
    a = [f"Der Radweg in der Georg-Schumann-Straße wird markiert. {satz}", anderer]
    b = [a[0].removesuffix(f" {satz}"), f"{anderer} {satz}"]
    tags = {op[0] for block in compare(a, b)["blocks"] for op in block["ops"]}
    assert {"m-", "m+"} <= tags


@pytest.mark.parametrize("schwer", [False, True])
def test_points_belong_together_across_four_columns(schwer):
    gut = []
    for saat in range(6):
        kette = Erzeuger(f"{saat}").kette(20, schwer=schwer)
        gut.append(guete(zeilenpaare(compare_columns(kette.spalten)), abgeschlossen(kette)))
    assert sum(gut) / len(gut) >= (0.95 if schwer else 0.99)


@pytest.mark.gruendlich
def test_pairs_of_long_lists_are_found():
    kette = Erzeuger("lang").kette(1_500, 2)
    paare = {(0, i, 1, j) for i, j in compare(*kette.spalten)["pairs"]}
    assert guete(paare, kette.paare) >= 0.997


BOESES = {
    "leer": ([], []),
    "nur links": (["x"], []),
    "leere Texte": (["", " ", "\n"], ["", "\t"]),
    "ein Punkt von 60.000 Zeichen": (["wort " * 12_000], ["wort " * 11_000 + "anders"]),
    "ein Wort von 60.000 Zeichen": (["a" * 60_000], ["a" * 59_999 + "b"]),
    "3.000 gleiche Punkte": (["Der Rat beschließt."] * 3_000, ["Der Rat beschließt."] * 2_900),
    "gleiche mit Neuem dazwischen": (
        ["Der Rat beschließt."] * 400,
        [t for n in range(200) for t in ("Der Rat beschließt.", f"Neu {n}")],
    ),
    "einzelne Buchstaben": (list("abcdefgh" * 50), list("badcfehg" * 50)),
    "von rechts nach links": (["שלום עולם זה מבחן"], ["שלום עולם זה ניסיון"]),
    "Emoji": (["👩‍👩‍👧 Test 😀😀", "🇩🇪"], ["👩‍👧 Test 😀", "🇩🇪🇫🇷"]),
    "zerlegtes Unicode": (["A\u0308nderung u\u0308ber Gro\u0308ße"], ["Änderung über Größe"]),
    "Steuerzeichen": (["a\x00b\x1f\u2028c"], ["a\x00b\u2028\x85c"]),
    "ein Punkt in dreihundert": (
        [" ".join(f"w{n}" for n in range(6_000))],
        [" ".join(f"w{n}" for n in range(k, k + 20)) for k in range(0, 6_000, 20)],
    ),
}


@pytest.mark.parametrize("fall", BOESES)
def test_bad_input_is_rebuilt_exactly(fall):
    a, b = BOESES[fall]
    muss_aufgehen(a, b, compare(a, b))


@pytest.mark.gruendlich
def test_twenty_thousand_points():
    texte = Erzeuger("viele").kette(2_500, 1).spalten[0]
    a = [f"{text} Nummer {n}." for n in range(8) for text in texte]
    b = [text.replace("der", "die") if n % 3 else text for n, text in enumerate(a)]
    ergebnis = compare(a, b)
    muss_aufgehen(a, b, ergebnis)
    assert (
        guete({(0, i, 1, j) for i, j in ergebnis["pairs"]}, {(0, n, 1, n) for n in range(len(a))})
        >= 0.99
    )
