"""Putting a recognised source right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.documents.erkennung import Ausgelassen, Zweifel
from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart, absaetze
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Genauigkeit, Verlustart
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.services import importkorrektur as korrektur
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.importkorrektur import Fassungskopf
from antragsbuero.services.importteile import Textbereich, Textort
from tests.services.bau import beschlossener_vorgang, fassung, punkt


def _vorschlag(*fassungen: Fassung, ausgelassen=(), zweifel=()) -> Importvorschlag:
    vorgang = Vorgang(betreff="Bänke", fassungen=fassungen)
    return Importvorschlag("x", "", (vorgang,), tuple(zweifel), tuple(ausgelassen))


def _punkte(vorschlag: Importvorschlag, nummer: int = 0) -> tuple[Beschlusspunkt, ...]:
    return vorschlag.vorgaenge[0].fassungen[nummer].punkte


def _antrag(*punkte: Beschlusspunkt) -> Fassung:
    return fassung(Fassungsart.URSPRUNGSANTRAG, date(2025, 3, 1), *punkte)


@given(st.text(alphabet="ab cä\n", min_size=1, max_size=40), st.data())
def test_splitting_loses_no_letter(text: str, data: st.DataObject) -> None:
    stelle = data.draw(st.integers(0, len(text)))
    eins = Beschlusspunkt("1.", (Absatz(text),))
    vorher = _vorschlag(_antrag(eins))
    try:
        nachher = korrektur.teile_punkt(vorher, eins.kennung, 0, stelle)
    except Abgelehnt:
        assert not text[:stelle].strip() or not text[stelle:].strip()
        return
    erster, zweiter = _punkte(nachher)
    assert erster.text == text[:stelle].strip()
    assert zweiter.text == text[stelle:].strip()
    assert (erster.kennung, erster.nummer, zweiter.nummer) == (eins.kennung, "1.", "")


def test_joining_undoes_splitting() -> None:
    eins = punkt("1.", "Bänke aufstellen. Bäume pflanzen bis zum 30.06.2025.")
    geteilt = korrektur.teile_punkt(_vorschlag(_antrag(eins)), eins.kennung, 0, 17)
    assert next(p.text for p in _punkte(geteilt)) == "Bänke aufstellen."
    assert [len(p.fristen) for p in _punkte(geteilt)] == [0, 1]
    verbunden = korrektur.verbinde_punkt(geteilt, _punkte(geteilt)[1].kennung)
    (ganzer,) = _punkte(verbunden)
    assert ganzer.text == "Bänke aufstellen.\nBäume pflanzen bis zum 30.06.2025."
    assert [f.datum for f in ganzer.fristen] == [date(2025, 6, 30)]


def test_splitting_and_joining_keep_deadlines_that_were_put_right() -> None:
    eins = punkt("1.", "Bis zum 30.06.2025 kommen Bänke. Bäume bis zum 30.09.2025 und Licht.")
    vorher = _vorschlag(_antrag(eins))
    berichtigt = korrektur.setze_frist(vorher, eins.kennung, 1, date(2025, 10, 1))
    berichtigt = korrektur.setze_frist(berichtigt, eins.kennung, 0, None)
    stelle = eins.text.index("Bäume")
    geteilt = korrektur.teile_punkt(berichtigt, eins.kennung, 0, stelle)
    links, rechts = _punkte(geteilt)
    assert links.fristen == ()
    (frist,) = rechts.fristen
    assert frist.datum == date(2025, 10, 1)
    assert rechts.text[frist.von : frist.bis] == frist.wortlaut
    (ganzer,) = _punkte(korrektur.verbinde_punkt(geteilt, rechts.kennung))
    (frist,) = ganzer.fristen
    assert (frist.datum, ganzer.text[frist.von : frist.bis]) == (date(2025, 10, 1), frist.wortlaut)


def test_a_deadline_cut_in_two_is_read_afresh() -> None:
    eins = punkt("1.", "Bänke bis zum 30.06.2025 und Licht bis 31.12.2025.")
    berichtigt = korrektur.setze_frist(_vorschlag(_antrag(eins)), eins.kennung, 1, date(2026, 1, 2))
    geteilt = korrektur.teile_punkt(berichtigt, eins.kennung, 0, eins.text.index("zum 30"))
    links, rechts = _punkte(geteilt)
    assert links.fristen == ()
    assert sorted(f.datum for f in rechts.fristen) == [date(2025, 6, 30), date(2026, 1, 2)]


def test_the_first_point_joins_with_nothing() -> None:
    eins = punkt("1.", "Bänke.", punkt("a)", "Grün."), punkt("b)", "Rot."))
    vorschlag = _vorschlag(_antrag(eins))
    with pytest.raises(Abgelehnt, match="Vor diesem Punkt"):
        korrektur.verbinde_punkt(vorschlag, eins.kennung)
    unter = korrektur.verbinde_punkt(vorschlag, eins.punkte[1].kennung)
    assert [p.text for p in _punkte(unter)[0].punkte] == ["Grün.\nRot."]


def test_sub_points_stay_with_the_second_half() -> None:
    eins = punkt("1.", "Erst. Dann:", punkt("a)", "Grün."))
    links, rechts = _punkte(korrektur.teile_punkt(_vorschlag(_antrag(eins)), eins.kennung, 0, 5))
    assert (len(links.punkte), len(rechts.punkte)) == (0, 1)


def test_paragraphs_split_and_join_with_their_emphasis() -> None:
    fett = (Auszeichnung(6, 10, Auszeichnungsart.FETT),)
    antrag = replace(
        _antrag(punkt("", "Bänke.")), begruendung=(Absatz("Weil. Sehr gut.", auszeichnungen=fett),)
    )
    ort = Textort(Textbereich.BEGRUENDUNG, antrag.kennung)
    geteilt = korrektur.teile_absatz(_vorschlag(antrag), ort, 0, 5)
    erster, zweiter = korrektur.absaetze_an(geteilt, ort)
    assert (erster.text, zweiter.text) == ("Weil.", "Sehr gut.")
    assert zweiter.auszeichnungen == (Auszeichnung(0, 4, Auszeichnungsart.FETT),)
    assert (
        korrektur.absaetze_an(korrektur.verbinde_absatz(geteilt, ort, 1), ort) == antrag.begruendung
    )
    with pytest.raises(Abgelehnt):
        korrektur.verbinde_absatz(geteilt, ort, 0)


def test_a_passage_goes_into_a_part_and_is_no_longer_left_out() -> None:
    passage = Ausgelassen("Bis zum 30.06.2025\nBericht geben.", 3, 9)
    eins = punkt("1.", "Bänke aufstellen.")
    antrag = _antrag(eins)
    vorschlag = _vorschlag(antrag, ausgelassen=(passage,))
    ort = Textort(Textbereich.PUNKT, eins.kennung)
    aufgenommen = korrektur.nimm_auf(vorschlag, passage, ort)
    assert aufgenommen.ausgelassen == ()
    (neu,) = _punkte(aufgenommen)
    assert [a.text for a in neu.absaetze] == [
        "Bänke aufstellen.",
        "Bis zum 30.06.2025",
        "Bericht geben.",
    ]
    assert [f.datum for f in neu.fristen] == [date(2025, 6, 30)]
    als_punkt = korrektur.neuer_punkt(vorschlag, passage, antrag.kennung)
    assert [p.nummer for p in _punkte(als_punkt)] == ["1.", ""]


def test_a_deadline_gets_another_day_or_goes() -> None:
    eins = punkt("1.", "Bänke im 2. Quartal 2025 aufstellen.")
    vorschlag = _vorschlag(_antrag(eins))
    geaendert = korrektur.setze_frist(vorschlag, eins.kennung, 0, date(2025, 4, 1))
    (frist,) = _punkte(geaendert)[0].fristen
    assert (frist.datum, frist.genauigkeit) == (date(2025, 4, 1), Genauigkeit.GENAU)
    assert _punkte(korrektur.setze_frist(vorschlag, eins.kennung, 0, None))[0].fristen == ()
    neu = korrektur.neue_frist(vorschlag, eins.kennung, 0, 5, date(2026, 1, 1))
    assert _punkte(neu)[0].fristen[1].wortlaut == "Bänke"


def test_head_and_betreff() -> None:
    antrag = replace(_antrag(punkt("", "Bänke.")), betreff="Bänke")
    vorschlag = _vorschlag(antrag)
    kopf = Fassungskopf(Fassungsart.NEUFASSUNG, date(2025, 5, 5), " A 12 ", antrag.kennung)
    neu = korrektur.setze_kopf(vorschlag, antrag.kennung, kopf).vorgaenge[0].fassungen[0]
    assert (neu.art, neu.datum, neu.nummer, neu.zu) == (
        Fassungsart.NEUFASSUNG, date(2025, 5, 5), "A 12", None,
    )  # fmt: skip
    betitelt = korrektur.setze_betreff(vorschlag, vorschlag.vorgaenge[0].kennung, " Mehr  Bänke ")
    assert (
        betitelt.vorgaenge[0].betreff == betitelt.vorgaenge[0].fassungen[0].betreff == "Mehr Bänke"
    )


def test_lost_deadlines_and_stand_follow_the_corrections() -> None:
    vorgang = replace(beschlossener_vorgang(), fristverluste=(), stand=Stand.ENTWURF)
    vorschlag = Importvorschlag("x", "", (vorgang,), (), ())
    fertig = korrektur.fuer_ablage(vorschlag).vorgaenge[0]
    assert [v.art for v in fertig.fristverluste] == [Verlustart.GEAENDERT, Verlustart.ENTFALLEN]
    assert fertig.stand is Stand.BESCHLOSSEN


def test_a_doubt_looked_at_is_gone() -> None:
    zweifel = Zweifel("Wirklich?", "Bänke", 0, 5)
    vorschlag = _vorschlag(_antrag(Beschlusspunkt("", absaetze(["x"]))), zweifel=(zweifel,))
    assert korrektur.geprueft(vorschlag, zweifel).zweifel == ()
