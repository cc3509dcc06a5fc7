"""Full-text search: the same hits in memory, SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.search import dokumente as suchdokumente
from antragsbuero.storage.search import faltung
from antragsbuero.storage.search import index as suchindex
from antragsbuero.storage.search.auszug import auszug
from antragsbuero.storage.search.dokumente import dokumente
from antragsbuero.storage.search.faltung import falte, suchteile
from tests.fakes.ablage import FakeAblage
from tests.storage.vorgaenge import TEXTE, schlichter_vorgang, voller_vorgang


def speichere(ablage, *vorgaenge):
    for vorgang in vorgaenge:
        ablage.write(lambda arbeit, v=vorgang: arbeit.vorgaenge.add(v))


def suche(ablage, ausdruck, grenze=50):
    with ablage.read() as arbeit:
        return arbeit.vorgaenge.search(ausdruck, grenze)


def kennungen(ablage, ausdruck):
    return [t.kennung for t in suche(ablage, ausdruck).treffer]


@pytest.mark.parametrize(
    ("geschrieben", "gesucht"),
    [
        ("Ausbau des Quartiersmanagements", "management"),
        ("Ausbau des Quartiersmanagements", "QUARTIERS"),
        ("Große Straße", "strasse"),
        ("Große Strasse", "straße"),
        ("Grünflächen", "gruenflaech"),
        ("Gruenflaechen", "grünfläch"),
        ("Gru\u0308nflächen", "grün"),
        ("Stadtbezirksbei\u00adrat", "beirat"),
        ("Café am Markt", "cafe"),
        ("Mieter*innen", "Mieter*innen"),
        ("die Nr. VII-A-00966-NF-02", "vii-a-00966"),
        ("Haushalt 2030/31", "2030/31"),
        ("in der Ratsversammlung", "ra"),
        ("Fläche von 12 m²", "m²"),
        ("Привет Лейпциг", "лейп"),
    ],
)
def test_found(ablage, geschrieben, gesucht):
    vorgang = schlichter_vorgang("Betreff", geschrieben)
    speichere(ablage, vorgang, schlichter_vorgang("Anderes", "ohne Bezug"))

    (treffer,) = suche(ablage, gesucht).treffer

    assert treffer.kennung == vorgang.kennung
    assert treffer.fassung == vorgang.fassungen[0].kennung
    assert treffer.betreff == "Betreff"


@pytest.mark.parametrize(
    "ausdruck",
    ["", " ", "a", "x y", '"', "'", "*", "zzzz", "%%", "__", "Bänke zzzz", "-", "::",
     "\0", "\ud800", "🙂"],
)  # fmt: skip
def test_not_found(ablage, ausdruck):
    speichere(ablage, voller_vorgang())
    ergebnis = suche(ablage, ausdruck)
    assert (ergebnis.treffer, ergebnis.gesamt) == ((), 0)


@pytest.mark.parametrize(
    "ausdruck",
    ['"Bänke', "'Bänke'", "Bänke*", "titel:Bänke", "Bänke)", "(Bänke", "^Bänke", "Bänke:*",
     "&Bänke|", "Bänke!", "-Bänke", "{Bänke}", "Bänke;", "\\Bänke", "Bänke + Schattige", "%Bänke%"],
)  # fmt: skip
def test_signs_in_a_search_mean_nothing(ablage, ausdruck):
    speichere(ablage, voller_vorgang())
    if ausdruck.startswith("titel"):
        assert suche(ablage, ausdruck).gesamt == 0  # "titel" is a word like any other
    else:
        assert suche(ablage, ausdruck).treffer[0].betreff == "Schattige Bänke"


@pytest.mark.parametrize("wort", ["and", "or", "not", "near"])
def test_operators_are_words(ablage, wort):
    speichere(ablage, schlichter_vorgang("x", f"bread {wort} butter"), schlichter_vorgang("y", "z"))
    assert suche(ablage, wort.upper()).gesamt == 1
    assert suche(ablage, f"bread {wort.upper()} butter").gesamt == 1


def test_several_words_must_all_occur(ablage):
    speichere(
        ablage,
        schlichter_vorgang("x", "Bäume am Spielplatz", kennung="beide"),
        schlichter_vorgang("y", "Bäume im Park", kennung="einer"),
    )
    assert kennungen(ablage, "bäume platz") == ["beide"]
    assert sorted(kennungen(ablage, "bäume")) == ["beide", "einer"]


def test_title_hits_on_top_then_newest_first(ablage):
    speichere(
        ablage,
        schlichter_vorgang("Radweg am Ring", "", kennung="alter Titel"),
        schlichter_vorgang("x", "ein Radweg", kennung="älter"),
        schlichter_vorgang("Radwege", "", kennung="neuer Titel"),
        schlichter_vorgang("y", "kein Radweg", kennung="neuer"),
    )
    assert kennungen(ablage, "radweg") == ["neuer Titel", "alter Titel", "neuer", "älter"]
    ergebnis = suche(ablage, "radweg", grenze=3)
    assert [t.kennung for t in ergebnis.treffer] == ["neuer Titel", "alter Titel", "neuer"]
    assert ergebnis.gesamt == 4
    assert [t.kennung for t in suche(ablage, "radweg", grenze=1).treffer] == ["neuer Titel"]


def test_every_paper_of_a_vorgang_is_found(ablage):
    speichere(ablage, voller_vorgang())

    def fund(ausdruck):
        ((fassung, text),) = {(t.fassung, t.auszug) for t in suche(ablage, ausdruck).treffer}
        return fassung, text

    assert fund("Haltestellen heiß")[0] == "antrag-1"
    assert fund("Schnellstmöglich")[0] == "beschluss-1"
    assert fund("Sitzgelegenheit") == (None, "IX-F-01-AW-01 Zwölf Sitzgelegenheiten stehen. Danke.")
    assert fund("wann stehen") == (None, "IX-F-01 Zum Beschluss: Wann stehen die Bänke?")
    assert fund("Straßenbahn")[1].endswith("Rückruf bei der Straßenbahn")
    assert fund("mehrheitlich")[0] is None
    assert fund("Stadträtin muster")[0] is None
    assert fund("Plan.pdf")[0] == "antrag-1"
    assert suche(ablage, "IX-A-01").treffer[0].fassung in {None, "antrag-1"}


def test_changed_and_removed_words(datenbank):
    alt, bleibt = Absatz("Altwort Gemeinsam"), Absatz("Bleibwort")
    eins = Fassung(Fassungsart.URSPRUNGSANTRAG, begruendung=(alt,))
    zwei = Fassung(Fassungsart.NEUFASSUNG, begruendung=(bleibt,))
    vorgang = Vorgang("Titelwort", fassungen=(eins, zwei))
    speichere(datenbank, vorgang, schlichter_vorgang("y", "Gemeinsam"))
    neu = replace(eins, begruendung=(Absatz("Neuwort"),))

    geaendert = datenbank.write(lambda a: a.vorgaenge.save(replace(vorgang, fassungen=(neu, zwei))))
    funde = {
        w: suche(datenbank, w).gesamt for w in ("Altwort", "Gemeinsam", "Neuwort", "Bleibwort")
    }
    assert funde == {"Altwort": 0, "Gemeinsam": 1, "Neuwort": 1, "Bleibwort": 1}
    assert vokabular(datenbank) >= {"neuwort", "gemeinsam", "bleibwort"}
    assert "altwort" not in vokabular(datenbank)

    datenbank.write(lambda a: a.vorgaenge.remove(geaendert.kennung))
    assert vokabular(datenbank) == {"y", "gemeinsam"}
    assert suche(datenbank, "Titelwort").gesamt == 0


def test_rolled_back_words_are_not_found(datenbank):
    def arbeit(work):
        work.vorgaenge.add(schlichter_vorgang("Verworfen"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        datenbank.write(arbeit)

    assert suche(datenbank, "Verworfen").gesamt == 0
    assert vokabular(datenbank) == set()


def vokabular(ablage):
    with ablage._engine.connect() as verbindung:
        return set(verbindung.exec_driver_sql("SELECT wort FROM suchwort").scalars())


def test_emptied_index_is_made_anew_at_the_next_start(sqlite, tmp_path):
    for marke in "12345":
        sqlite.write(lambda a, m=marke: a.vorgaenge.add(voller_vorgang(m)))
    vorher = suche(sqlite, "Haltestellen")
    with sqlite._engine.begin() as mit:
        mit.exec_driver_sql("DELETE FROM suchtext")
    assert suche(sqlite, "Haltestellen").gesamt == 0
    sqlite.close()

    ablage = oeffne(tmp_path / "a.db", nur_lesen=False, sicherungsordner=tmp_path)

    assert suche(ablage, "Haltestellen") == vorher
    assert ablage.check() == []
    ablage.close()


def test_damaged_vorgaenge_do_not_stop_a_new_index(sqlite, tmp_path):
    for marke in "12345":
        sqlite.write(lambda a, m=marke: a.vorgaenge.add(voller_vorgang(m)))
    with sqlite._engine.begin() as mit:
        mit.exec_driver_sql("DELETE FROM suchtext")
        mit.exec_driver_sql("UPDATE fassung SET datum = 'x' WHERE kennung = 'antrag-2'")
        mit.exec_driver_sql("UPDATE fassung SET begruendung = '[]' WHERE kennung = 'antrag-4'")
    sqlite.close()

    ablage = oeffne(tmp_path / "a.db", nur_lesen=False, sicherungsordner=tmp_path)

    with ablage._engine.connect() as mit:
        gefunden = mit.exec_driver_sql("SELECT DISTINCT vorgang_id FROM suchtext").scalars()
        assert sorted(gefunden) == [1, 3, 5]
    ablage.close()


def test_many_words_with_the_part_inside(datenbank, monkeypatch):
    monkeypatch.setattr(suchindex, "MEISTE_WORTE", 3)
    for wort in ("abc", "xabc", "yyabc", "zzzabc", "vvvvabc", "abcdef", "abcghi"):
        speichere(datenbank, schlichter_vorgang("t", wort))
    # All words that begin with the part, and the three shortest that hold it inside.
    assert suche(datenbank, "abc").gesamt == 6


def test_paper_with_more_words_than_an_index_holds(datenbank, monkeypatch):
    monkeypatch.setattr(suchdokumente, "MEISTE_ZEICHEN", 20)
    speichere(datenbank, schlichter_vorgang("t", "anfang mitte schluss ende"))
    assert suche(datenbank, "anfang").gesamt == 1
    assert suche(datenbank, "ende").gesamt == 0


def test_very_long_word(ablage):
    speichere(ablage, schlichter_vorgang("t", "w" * 5000 + " danach"))
    assert suche(ablage, "w" * 3000).gesamt == 1
    assert suche(ablage, "danach").gesamt == 1


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texte=st.lists(TEXTE, max_size=4), ausdruck=st.text(max_size=20), stelle=st.integers(0, 9))
def test_databases_find_what_memory_finds(datenbank, texte, ausdruck, stelle):
    fake = FakeAblage()
    with datenbank.read() as arbeit:
        alte = [z.kennung for z in arbeit.vorgaenge.rows()]
    for kennung in alte:
        datenbank.write(lambda a, k=kennung: a.vorgaenge.remove(k))
    for text in texte:
        vorgang = schlichter_vorgang(text[::-1], text)
        speichere(datenbank, vorgang)
        speichere(fake, vorgang)
    for gesucht in (ausdruck, *texte, *(text[stelle : stelle + 3] for text in texte)):
        assert suche(datenbank, gesucht) == suche(fake, gesucht)


class TestFaltung:
    @given(st.text())
    def test_folding_twice_changes_nothing(self, text):
        assert falte(falte(text)) == falte(text)

    @given(st.text())
    def test_words_are_letters_and_digits(self, text):
        assert all(wort.isalnum() and " " not in wort for wort in faltung.worte(text))

    def test_parts_of_one_letter_do_not_count(self):
        assert suchteile("VII-A-00966 a A") == ("vii", "00966")

    def test_most_parts(self):
        assert len(suchteile(" ".join(f"wort{n}" for n in range(40)))) == 16


class TestAuszug:
    def test_short_text_is_whole(self):
        assert auszug("Ein  kurzer\nText", ["kurz"]) == "Ein kurzer Text"

    def test_hit_in_the_middle(self):
        text = "davor " * 50 + "Quartiersmanagement " + "danach " * 50
        ergebnis = auszug(text, ["management"])
        assert ergebnis.startswith("… davor")
        assert ergebnis.endswith("danach …")
        assert "Quartiersmanagement" in ergebnis

    @given(st.text(max_size=400), st.text(min_size=1, max_size=5))
    def test_never_long_and_always_from_the_text(self, text, teil):
        ergebnis = auszug(text, [falte(teil)])
        kern = ergebnis.removeprefix("… ").removesuffix(" …")
        assert kern in " ".join(text.split()) or len(kern) <= 200
        assert len(kern) <= 200

    def test_what_stands_under_the_title_is_told_before_the_title(self):
        text = "Spielplatz am Park\n" + "davor " * 60 + "der Spielplatz wird saniert"
        assert "der Spielplatz wird saniert" in auszug(text, ["spielplatz"], "Spielplatz am Park")
        assert auszug(text, ["park"], "Spielplatz am Park").startswith("Spielplatz am Park")

    def test_the_place_with_most_of_the_words(self):
        text = "Mittel fehlen. " + "davor " * 80 + "Mittel für Bäume " + "danach " * 80
        assert "Mittel für Bäume" in auszug(text, ["mittel", "baeume"])

    def test_one_endless_word(self):
        ergebnis = auszug("x" * 1000, ["xx"])
        assert ergebnis == "x" * 200 + " …"


def test_betreff_of_a_fassung_counts_only_where_it_differs():
    fassung = Fassung(Fassungsart.NEUFASSUNG, betreff="Gleich")
    _, gleich = dokumente(Vorgang("Gleich", fassungen=(fassung,)))
    _, anders = dokumente(Vorgang("Anders", fassungen=(fassung,)))
    assert (gleich.titel, anders.titel) == ("", "gleich")
