"""Create, derive, draft, submit, change the head, remove."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgangsart
from antragsbuero.services.errors import Abgelehnt, Mehrdeutig, NichtGefunden
from antragsbuero.services.events import VorgangEntfernt, VorgangGespeichert
from antragsbuero.services.vorgaenge import Kopfdaten, Vorgaenge
from tests.services.bau import HEUTE, beschlossener_vorgang, buehne, punkt


def test_a_new_matter_is_called_as_its_draft_until_one_renames_it() -> None:
    b = buehne()
    vorgang = b.vorgaenge.neuer_vorgang("")
    entwurf = vorgang.fassungen[0]
    for betreff in ("Bänke", "Bänke im Park"):
        b.vorgaenge.speichere_entwurf(vorgang.kennung, replace(entwurf, betreff=betreff))
        assert b.vorgaenge.get(vorgang.kennung).betreff == betreff
    b.vorgaenge.sichere_entwurf(vorgang.kennung, replace(entwurf, betreff="Licht")).result()
    stand = b.vorgaenge.get(vorgang.kennung)
    assert stand.betreff == "Licht"
    kopf = replace(Kopfdaten.von(stand), betreff="Parkpflege")
    b.vorgaenge.aendere_kopf(vorgang.kennung, kopf)
    b.vorgaenge.speichere_entwurf(vorgang.kennung, replace(entwurf, betreff="Bäume"))
    assert b.vorgaenge.get(vorgang.kennung).betreff == "Parkpflege"


def test_a_matter_that_was_submitted_keeps_its_name() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    neu = b.vorgaenge.neue_fassung(vorgang.kennung, vorgang.fassungen[0].kennung)
    b.vorgaenge.speichere_entwurf(vorgang.kennung, replace(neu, betreff="Ganz anders"))
    assert b.vorgaenge.get(vorgang.kennung).betreff == vorgang.betreff


def test_a_new_vorgang_has_a_working_number_and_one_empty_draft() -> None:
    b = buehne()
    erster = b.vorgaenge.neuer_vorgang("Bänke")
    zweiter = b.vorgaenge.neuer_vorgang("Fragen zur Brücke", Vorgangsart.ANFRAGE)
    assert (erster.arbeitsnummer, zweiter.arbeitsnummer) == ("Entwurf 2026-001", "Entwurf 2026-002")
    assert [f.art for f in erster.fassungen] == [Fassungsart.URSPRUNGSANTRAG]
    assert [f.art for f in zweiter.fassungen] == [Fassungsart.ANFRAGE]
    assert erster.fassungen[0].ist_entwurf
    assert b.gehoert == [
        VorgangGespeichert(erster.kennung, neu=True),
        VorgangGespeichert(zweiter.kennung, neu=True),
    ]


def test_a_derived_fassung_keeps_the_identity_of_its_points_and_is_a_draft() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    quelle = vorgang.fassungen[0]
    neu = b.vorgaenge.neue_fassung(vorgang.kennung, quelle.kennung)
    assert neu.zu == quelle.kennung
    assert neu.ist_entwurf
    alt, kopie = list(quelle.alle_punkte()), list(neu.alle_punkte())
    assert [p.herkunft for p in alt] == [p.herkunft for p in kopie]
    assert not {p.kennung for p in alt} & {p.kennung for p in kopie}
    assert b.vorgaenge.get(vorgang.kennung).fassung(neu.kennung) == neu


def test_deriving_from_an_unknown_fassung_is_refused() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    with pytest.raises(NichtGefunden, match="keine Fassung"):
        b.vorgaenge.neue_fassung(vorgang.kennung, "gibtesnicht")


def test_saving_a_draft_reads_its_deadlines() -> None:
    b = buehne()
    vorgang = b.vorgaenge.neuer_vorgang("Bänke")
    entwurf = replace(vorgang.fassungen[0], punkte=(punkt("", "Das geschieht bis Ende 2027."),))
    gespeichert = b.vorgaenge.speichere_entwurf(vorgang.kennung, entwurf)
    assert gespeichert.fassungen[0].punkte[0].fristen[0].datum == date(2027, 12, 31)


def test_the_autosave_tells_when_it_is_done() -> None:
    b = buehne()
    vorgang = b.vorgaenge.neuer_vorgang("Bänke")
    entwurf = replace(vorgang.fassungen[0], begruendung=absaetze(["Neu."]))
    b.gehoert.clear()
    b.vorgaenge.sichere_entwurf(vorgang.kennung, entwurf).result(timeout=5)
    assert b.gehoert == [VorgangGespeichert(vorgang.kennung)]
    assert b.vorgaenge.get(vorgang.kennung).fassungen[0].begruendung == absaetze(["Neu."])


def test_submitting_freezes_the_wording() -> None:
    b = buehne()
    vorgang = b.vorgaenge.neuer_vorgang("Bänke")
    entwurf = replace(vorgang.fassungen[0], punkte=(punkt("", "Es werden Bänke aufgestellt."),))
    b.vorgaenge.speichere_entwurf(vorgang.kennung, entwurf)
    vorgang = b.vorgaenge.reiche_ein(
        vorgang.kennung, entwurf.kennung, date(2026, 3, 5), "VIII-A-00001"
    )
    assert vorgang.stand is Stand.EINGEREICHT
    assert vorgang.nummern == ("VIII-A-00001",)
    assert vorgang.fassungen[0].datum == date(2026, 3, 5)
    assert "eingereicht" in vorgang.verlauf[-1].text
    for versuch in (
        lambda: b.vorgaenge.speichere_entwurf(vorgang.kennung, entwurf),
        lambda: b.vorgaenge.reiche_ein(vorgang.kennung, entwurf.kennung, date(2026, 3, 6)),
        lambda: b.vorgaenge.verwerfe_entwurf(vorgang.kennung, entwurf.kennung),
    ):
        with pytest.raises(Abgelehnt):
            versuch()
    assert b.vorgaenge.get(vorgang.kennung) == vorgang


def test_an_empty_draft_cannot_be_submitted() -> None:
    b = buehne()
    vorgang = b.vorgaenge.neuer_vorgang("Bänke")
    with pytest.raises(Abgelehnt, match="Beschlusspunkt"):
        b.vorgaenge.reiche_ein(vorgang.kennung, vorgang.fassungen[0].kennung, date(2026, 3, 5))
    assert b.vorgaenge.get(vorgang.kennung).fassungen[0].ist_entwurf


def test_a_draft_can_be_thrown_away() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    neu = b.vorgaenge.neue_fassung(vorgang.kennung, vorgang.fassungen[0].kennung)
    rest = b.vorgaenge.verwerfe_entwurf(vorgang.kennung, neu.kennung)
    assert rest.fassungen == vorgang.fassungen


def test_the_head_changes_after_submission_and_stands_in_the_verlauf() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    kopf = replace(Kopfdaten.von(vorgang), zustaendig="A. Winter", stand=Stand.IN_UMSETZUNG)
    neu = b.vorgaenge.aendere_kopf(vorgang.kennung, kopf)
    assert (neu.zustaendig, neu.stand) == ("A. Winter", Stand.IN_UMSETZUNG)
    assert neu.fassungen == vorgang.fassungen
    assert neu.verlauf[-1].text == "Geändert: Stand, zuständige Person"
    assert b.vorgaenge.aendere_kopf(vorgang.kennung, Kopfdaten.von(neu)) == neu


def test_finding_by_number_says_what_is_wrong() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    assert b.vorgaenge.finde("vii-a-01234").kennung == vorgang.kennung
    with pytest.raises(NichtGefunden, match="liste"):
        b.vorgaenge.finde("VII-A-09999")
    b.lege_ab(replace(beschlossener_vorgang(), betreff="Noch einer"))
    with pytest.raises(Mehrdeutig, match=vorgang.kennung):
        b.vorgaenge.finde("VII-A-01234")


def test_judgements_replace_each_other_by_point() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    nummer_eins = vorgang.beschluesse()[0].punkte[0].kennung
    for stand in (Umsetzungsstand.OFFEN, Umsetzungsstand.TEILWEISE):
        b.vorgaenge.setze_umsetzung(vorgang.kennung, Umsetzung(nummer_eins, fraktion=stand))
    umsetzungen = b.vorgaenge.get(vorgang.kennung).umsetzungen
    assert umsetzungen == (Umsetzung(nummer_eins, fraktion=Umsetzungsstand.TEILWEISE),)


def test_removing_tells_and_removes() -> None:
    b = buehne()
    vorgang = b.lege_ab(beschlossener_vorgang())
    b.vorgaenge.entferne(vorgang.kennung)
    assert b.gehoert[-1] == VorgangEntfernt(vorgang.kennung)
    with pytest.raises(NichtGefunden):
        b.vorgaenge.get(vorgang.kennung)


def test_an_amendment_to_the_motion_of_others_is_ours() -> None:
    b = buehne()
    vorgang = b.lege_ab(replace(beschlossener_vorgang(), einreicher=("Fraktion Mitte",)))
    vorgaenge = Vorgaenge(b.ablage, b.ereignisse, lambda: HEUTE, lambda: "Fraktion Ufer")
    aus = vorgang.fassungen[0].kennung
    aenderung = vorgaenge.neue_fassung(vorgang.kennung, aus, Fassungsart.AENDERUNGSANTRAG)
    assert aenderung.urheber == ("Fraktion Ufer",)
    assert vorgaenge.neue_fassung(vorgang.kennung, aus).urheber == ("Fraktion Mitte",)
    mit = Vorgaenge(b.ablage, b.ereignisse, lambda: HEUTE, lambda: "mitte")
    assert mit.neue_fassung(vorgang.kennung, aus, Fassungsart.AENDERUNGSANTRAG).urheber == (
        "Fraktion Mitte",
    )
