"""Addresses in wording: which become links, where they end, that hostile text costs nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.documents.adressen import adressen
from antragsbuero.documents.compose_absaetze import textlaeufe
from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart
from antragsbuero.formats.links import is_address


def gefunden(text):
    return [(text[a.von : a.bis], a.verweis) for a in adressen(text)]


@pytest.mark.parametrize(
    ("text", "worte", "verweis"),
    [
        ("Siehe https://stadt.de/a?b=1&c=2#d.", "https://stadt.de/a?b=1&c=2#d", None),
        ("(http://stadt.de/x)", "http://stadt.de/x", None),
        ("https://stadt.de/Platz_(Mitte)!", "https://stadt.de/Platz_(Mitte)", None),
        ("„https://stadt.de“", "https://stadt.de", None),
        ("www.stadt.de/rat, dort", "www.stadt.de/rat", "https://www.stadt.de/rat"),
        ("HTTPS://Stadt.de", "HTTPS://Stadt.de", "https://Stadt.de"),
        ("mailto:rat@stadt.de;", "mailto:rat@stadt.de", None),
        (
            "https://www.köln.de/straße",
            "https://www.köln.de/straße",
            "https://www.xn--kln-sna.de/stra%C3%9Fe",
        ),
        ("https://stadt.de:8080/%20x", "https://stadt.de:8080/%20x", None),
    ],
)
def test_an_address_is_found_without_the_signs_around_it(text, worte, verweis):
    assert gefunden(text) == [(worte, verweis or worte)]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://stadt.de",
        "https://",
        "https://rechner",
        "https://bank.de@boese.de/x",
        "mailto:kein",
        "mailto:rät@stadt.de",
        "dasistwww.stadt.de",
        "https://" + "ä" * 300 + ".de",
        "https://stadt.de/" + "x" * 5_000,
        "www.",
    ],
)
def test_everything_else_stays_plain(text):
    assert gefunden(text) == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["https://", "www.", "mailto:", "a.de", "ö", "(", ")", "@", " ", "/", "."]),
        max_size=60,
    )
)
def test_whatever_is_found_may_be_linked_and_the_text_stays(teile):
    text = "".join(teile) or "x"
    ende = 0
    for adresse in adressen(text):
        assert ende <= adresse.von < adresse.bis <= len(text)
        assert is_address(adresse.verweis)
        ende = adresse.bis
    assert "".join(lauf.text for lauf in textlaeufe(Absatz(text))) == text


@pytest.mark.parametrize("stueck", ["https://", "www.a.", "https://a.de/(", ")" * 9, "https://a "])
def test_endless_text_is_read_in_one_pass(stueck):
    text = "https://a.de/" + stueck * 200_000
    assert all(is_address(adresse.verweis) for adresse in adressen(text))


def test_emphasis_and_links_may_overlap():
    text = "Auf https://stadt.de steht es."
    fett = Auszeichnung(0, 15, Auszeichnungsart.FETT)
    laeufe = textlaeufe(Absatz(text, auszeichnungen=(fett,)))
    assert [(lauf.text, lauf.fett, lauf.verweis) for lauf in laeufe] == [
        ("Auf ", True, ""),
        ("https://sta", True, "https://stadt.de"),
        ("dt.de", False, "https://stadt.de"),
        (" steht es.", False, ""),
    ]


@pytest.mark.parametrize("boese", ["\ud83d", "\ufffe", "\x07"])
def test_what_no_file_carries_ends_an_address(boese):
    gefunden = list(adressen(f"Siehe https://example.org/a{boese}b dort."))
    assert [a.verweis for a in gefunden] == ["https://example.org/a"]
