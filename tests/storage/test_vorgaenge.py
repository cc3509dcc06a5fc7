"""Storing, loading, listing and finding: alike in memory, SQLite and PostgreSQL."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand, Verlaufseintrag, Vorgang, Vorgangsart
from antragsbuero.services.errors import Abgelehnt, Konflikt, NichtGefunden
from tests.storage.vorgaenge import (
    BALD,
    JAEHRLICH,
    QUARTAL,
    VORGAENGE,
    schlichter_vorgang,
    voller_vorgang,
)


def speichere(ablage, *vorgaenge):
    for vorgang in vorgaenge:
        ablage.write(lambda arbeit, v=vorgang: arbeit.vorgaenge.add(v))


def lade(ablage, kennung):
    with ablage.read() as arbeit:
        return arbeit.vorgaenge.get(kennung)


def aendere(ablage, vorgang):
    return ablage.write(lambda arbeit: arbeit.vorgaenge.save(vorgang))


def test_every_field_comes_back(ablage):
    vorgang = voller_vorgang()
    leer = {f.name for f in fields(vorgang) if not getattr(vorgang, f.name)}
    assert not leer, "the full Vorgang has to fill every field"

    speichere(ablage, vorgang)

    assert lade(ablage, vorgang.kennung) == vorgang


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(vorgang=VORGAENGE, danach=VORGAENGE)
def test_arbitrary_vorgaenge_come_back_and_change_into_each_other(sqlite, vorgang, danach):
    speichere(sqlite, vorgang)
    assert lade(sqlite, vorgang.kennung) == vorgang

    geaendert = aendere(sqlite, replace(danach, kennung=vorgang.kennung))

    assert lade(sqlite, vorgang.kennung) == geaendert
    assert replace(geaendert, aenderungszaehler=0) == replace(danach, kennung=vorgang.kennung)
    with sqlite.read() as arbeit:
        assert arbeit.vorgaenge.search(" ".join(danach.nummern)).gesamt >= 0


def test_unknown_kennung(ablage):
    with ablage.read() as arbeit, pytest.raises(NichtGefunden, match="fehlt"):
        arbeit.vorgaenge.get("fehlt")
    with pytest.raises(NichtGefunden):
        aendere(ablage, schlichter_vorgang("Nie gespeichert"))
    with pytest.raises(NichtGefunden):
        ablage.write(lambda arbeit: arbeit.vorgaenge.remove("fehlt"))


def test_no_kennung_is_stored_twice(ablage):
    vorgang = schlichter_vorgang("Einmal")
    speichere(ablage, vorgang)

    with pytest.raises(Abgelehnt):
        speichere(ablage, replace(vorgang, betreff="Zweimal"))

    assert lade(ablage, vorgang.kennung).betreff == "Einmal"


def test_moments_come_back_in_utc(datenbank):
    berlin = datetime(2030, 7, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    vorgang = Vorgang("Zeit", verlauf=(Verlaufseintrag(berlin, "a"),))
    speichere(datenbank, vorgang)

    (eintrag,) = lade(datenbank, vorgang.kennung).verlauf

    assert eintrag.zeitpunkt == berlin
    assert eintrag.zeitpunkt.utcoffset() == timedelta(0)
    assert eintrag.zeitpunkt == datetime(2030, 7, 1, 12, tzinfo=UTC)


class TestSave:
    def test_counts_and_stores(self, ablage):
        vorgang = voller_vorgang()
        speichere(ablage, vorgang)

        geaendert = aendere(ablage, replace(vorgang, betreff="Neue Bänke", notizen=""))

        assert geaendert.aenderungszaehler == vorgang.aenderungszaehler + 1
        assert lade(ablage, vorgang.kennung) == geaendert

    def test_equal_one_is_left_alone(self, ablage):
        vorgang = voller_vorgang()
        speichere(ablage, vorgang)
        with ablage.read() as arbeit:
            vorher = arbeit.vorgaenge.rows()

        assert aendere(ablage, vorgang) == vorgang

        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.rows() == vorher

    def test_stale_one_overwrites_nothing(self, ablage):
        vorgang = schlichter_vorgang("Alt")
        speichere(ablage, vorgang)
        aendere(ablage, replace(vorgang, betreff="Von A"))

        with pytest.raises(Konflikt, match="inzwischen"):
            aendere(ablage, replace(vorgang, betreff="Von B"))

        assert lade(ablage, vorgang.kennung).betreff == "Von A"

    @pytest.mark.parametrize(
        "aenderung",
        [
            {"betreff": "Anders"},
            {"vorspann": (Absatz("Anders"),)},
            {"punkte": ()},
            {"begruendung": ()},
            {"anlagen": ()},
            {"eingereicht": False},
        ],
        ids=lambda a: next(iter(a)),
    )
    def test_submitted_wording_stays(self, ablage, aenderung):
        vorgang = voller_vorgang()
        speichere(ablage, vorgang)
        antrag, beschluss = vorgang.fassungen

        neu = replace(vorgang, fassungen=(replace(antrag, **aenderung), beschluss))

        with pytest.raises(Abgelehnt, match="eingereicht"):
            aendere(ablage, neu)

        assert lade(ablage, vorgang.kennung) == vorgang

    def test_number_and_date_of_a_submitted_fassung_may_follow(self, ablage):
        vorgang = voller_vorgang()
        speichere(ablage, vorgang)
        antrag, beschluss = vorgang.fassungen
        neu = (replace(antrag, nummer="IX-A-9", datum=date(2030, 3, 9)), beschluss)

        aendere(ablage, replace(vorgang, fassungen=neu))

        assert lade(ablage, vorgang.kennung).fassungen == neu

    def test_parts_are_moved_added_and_taken_out(self, ablage):
        vorgang = voller_vorgang()
        entwurf = Fassung(
            Fassungsart.NEUFASSUNG,
            punkte=tuple(Beschlusspunkt(f"{n}.", (Absatz(f"Punkt {n}"),)) for n in (1, 2, 3)),
        )
        vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
        speichere(ablage, vorgang)
        eins, zwei, drei = entwurf.punkte
        neuer = Beschlusspunkt("4.", (Absatz("Punkt 4"),), fristen=(BALD,))
        umgestellt = replace(
            entwurf, punkte=(drei, replace(eins, punkte=(zwei,), fristen=(QUARTAL,)), neuer)
        )

        geaendert = aendere(
            ablage,
            replace(
                vorgang,
                fassungen=(umgestellt, *vorgang.fassungen[1::-1]),
                beratungen=vorgang.beratungen[::-1],
                berichte=(),
                verlauf=(*vorgang.verlauf, Verlaufseintrag(datetime(2031, 1, 1, tzinfo=UTC), "b")),
                umsetzungen=(),
                fristverluste=vorgang.fristverluste[:1],
            ),
        )

        assert lade(ablage, vorgang.kennung) == geaendert

    def test_equal_points_may_stand_twice(self, ablage):
        punkt = Beschlusspunkt("1.", (Absatz("Doppelt"),))
        vorgang = Vorgang(
            "Doppelt", fassungen=(Fassung(Fassungsart.NEUFASSUNG, punkte=(punkt, punkt)),)
        )
        speichere(ablage, vorgang)

        geaendert = aendere(ablage, replace(vorgang, betreff="Zwei gleiche"))

        assert lade(ablage, vorgang.kennung) == geaendert


class TestLists:
    def test_rows_tell_what_the_list_shows(self, ablage):
        vorgang = voller_vorgang()
        entwurf = Fassung(Fassungsart.NEUFASSUNG)
        speichere(ablage, replace(vorgang, fassungen=(*vorgang.fassungen, entwurf)))

        with ablage.read() as arbeit:
            (zeile,) = arbeit.vorgaenge.rows()

        assert zeile.kennung == vorgang.kennung
        assert zeile.betreff == "Schattige Bänke"
        assert (zeile.art, zeile.stand) == (Vorgangsart.ANTRAG, Stand.IN_UMSETZUNG)
        assert zeile.anzeigenummer == "IX-A-01"
        assert zeile.einreicher == ("Fraktion Gelb", "Stadträtin Muster")
        assert zeile.zustaendig == "M. Beispiel"
        assert zeile.letztes_datum == date(2031, 9, 1)
        assert (zeile.fassungen, zeile.entwuerfe) == (3, 1)
        assert zeile.beispiel

    def test_last_changed_first(self, ablage):
        erster, zweiter = schlichter_vorgang("Erster"), schlichter_vorgang("Zweiter")
        speichere(ablage, erster, zweiter)
        with ablage.read() as arbeit:
            assert [z.betreff for z in arbeit.vorgaenge.rows()] == ["Zweiter", "Erster"]

        aendere(ablage, replace(erster, notizen="angefasst"))

        with ablage.read() as arbeit:
            zeilen = arbeit.vorgaenge.rows()
        assert [z.betreff for z in zeilen] == ["Erster", "Zweiter"]
        assert zeilen[0].geaendert > zeilen[1].geaendert

    def test_empty_vorgang_has_no_date(self, ablage):
        speichere(ablage, Vorgang("Leer"))
        with ablage.read() as arbeit:
            (zeile,) = arbeit.vorgaenge.rows()
        assert (zeile.letztes_datum, zeile.fassungen, zeile.anzeigenummer) == (None, 0, "")

    def test_counts_at_each_stand_agree_with_the_list(self, ablage):
        with ablage.read() as arbeit:
            assert list(arbeit.vorgaenge.staende()) == []
        schlicht = schlichter_vorgang("Schlicht")
        zwilling = replace(schlichter_vorgang("Zwilling"), stand=schlicht.stand)
        speichere(ablage, voller_vorgang(), schlicht, zwilling)
        with ablage.read() as arbeit:
            zeilen, zahlen = arbeit.vorgaenge.rows(), arbeit.vorgaenge.staende()
        assert {z.stand for z in zahlen} == {z.stand for z in zeilen}
        for zahl in zahlen:
            dort = [z for z in zeilen if z.stand is zahl.stand]
            assert (zahl.vorgaenge, zahl.entwuerfe) == (len(dort), sum(z.entwuerfe for z in dort))

    def test_count_and_samples(self, ablage):
        speichere(ablage, voller_vorgang(), schlichter_vorgang("Kein Beispiel"))
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.count() == 2
            assert arbeit.vorgaenge.beispiele() == ("vorgang-1",)

    def test_working_numbers(self, ablage):
        for nummer in (
            "Entwurf 2030-007",
            "Entwurf 2030-12",
            "Entwurf 2029-99",
            "Sonstiges 2030-5",
        ):
            speichere(ablage, Vorgang("x", arbeitsnummer=nummer))
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.arbeitsnummern(2030) == 12
            assert arbeit.vorgaenge.arbeitsnummern(2031) == 0

    def test_find_by_any_number(self, ablage):
        speichere(ablage, voller_vorgang("1"), voller_vorgang("2"))
        with ablage.read() as arbeit:
            find = arbeit.vorgaenge.find
            assert find("vorgang-2") == ("vorgang-2",)
            assert find("IX-A-01") == ("vorgang-1",)
            assert find("  ix-a-01 ") == ("vorgang-1",)
            assert find("entwurf  2030-2") == ("vorgang-2",)
            assert find("IX-F-02-aw-01") == ("vorgang-2",)
            assert find("ix-f-01") == ("vorgang-1",)
            assert find("A 77") == ("vorgang-1", "vorgang-2")
            assert find("A 7") == find("") == find("  ") == find("%") == ()

    def test_find_does_not_mind_the_unicode_form(self, ablage):
        speichere(ablage, Vorgang("x", nummern=("VII-ÄA-01",), kennung="k"))
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.find(unicodedata.normalize("NFD", "vii-äa-01")) == ("k",)

    def test_changed_numbers_are_found(self, ablage):
        vorgang = Vorgang("x", nummern=("Alt-1", "Bleibt-1"), kennung="k")
        speichere(ablage, vorgang)
        aendere(ablage, replace(vorgang, nummern=("Bleibt-1", "Neu-1")))
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.find("alt-1") == ()
            assert arbeit.vorgaenge.find("bleibt-1") == arbeit.vorgaenge.find("neu-1") == ("k",)


class TestFristen:
    def test_of_resolutions_by_date(self, ablage):
        speichere(ablage, voller_vorgang())
        with ablage.read() as arbeit:
            zeilen = arbeit.vorgaenge.fristen()

        assert [z.frist for z in zeilen] == [JAEHRLICH, QUARTAL, BALD]
        erste = zeilen[0]
        assert (erste.vorgang, erste.betreff) == ("vorgang-1", "Schattige Bänke")
        assert (erste.fassung, erste.fassungsart) == ("beschluss-1", Fassungsart.BESCHLUSS)
        assert (erste.punkt, erste.punkt_kennung) == ("1", "b1-1")
        assert erste.umsetzung == voller_vorgang().umsetzungen[0]

    def test_judgements_belong_to_their_own_vorgang(self, ablage):
        mit = voller_vorgang("1")
        ohne = replace(voller_vorgang("2"), umsetzungen=())
        speichere(ablage, mit, ohne)
        with ablage.read() as arbeit:
            je_vorgang = {z.vorgang: z.umsetzung for z in arbeit.vorgaenge.fristen()}
        assert je_vorgang == {"vorgang-1": mit.umsetzungen[0], "vorgang-2": None}

    def test_lost_ones(self, ablage):
        vorgang = voller_vorgang()
        speichere(ablage, vorgang)
        with ablage.read() as arbeit:
            zeilen = arbeit.vorgaenge.fristverluste()
        assert [(z.vorgang, z.betreff) for z in zeilen] == [("vorgang-1", "Schattige Bänke")] * 2
        assert tuple(z.verlust for z in zeilen) == vorgang.fristverluste


def test_removed_one_leaves_nothing(ablage):
    speichere(ablage, voller_vorgang("1"), voller_vorgang("2"))

    ablage.write(lambda arbeit: arbeit.vorgaenge.remove("vorgang-1"))

    with ablage.read() as arbeit:
        assert [z.kennung for z in arbeit.vorgaenge.rows()] == ["vorgang-2"]
        assert {z.vorgang for z in arbeit.vorgaenge.fristen()} == {"vorgang-2"}
        assert arbeit.vorgaenge.find("ix-a-01") == ()
        assert {t.kennung for t in arbeit.vorgaenge.search("Bänke").treffer} == {"vorgang-2"}
    assert ablage.check() == []
