"""One Vorgang without a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.events import VorgangGespeichert
from antragsbuero.services.vorgaenge import Kopfdaten
from antragsbuero.ui.shared.wortlaut import Blockart
from antragsbuero.ui.vorgang.presenter import VorgangPresenter, Ziele
from antragsbuero.ui.vorgang.rows import teil_rows
from tests.ui.aufbau import HEUTE, TestBuero, buero, einfach, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner


class Aufbau:
    def __init__(self, *vorgaenge: Vorgang, runner: SofortRunner | None = None, **werte) -> None:
        self.buero: TestBuero = buero(*vorgaenge, **werte)
        self.view, self.ziele = Aufzeichnung(), Aufzeichnung()
        z = self.ziele
        self.presenter = VorgangPresenter(
            self.view, self.buero.services, runner or SofortRunner(),
            Ziele(z.bearbeite, z.vergleiche, z.umsetzung, z.nachfrage, z.gezeigt,
                  z.speichern_beginnt, z.gespeichert),
            str, lambda: HEUTE,
        )  # fmt: skip

    def vorgang(self, kennung: str) -> Vorgang:
        return self.buero.services.vorgaenge.get(kennung)


@pytest.fixture
def v() -> Vorgang:
    return spielplatz()


@pytest.fixture
def a(v: Vorgang) -> Aufbau:
    aufbau = Aufbau(v)
    aufbau.presenter.oeffne(v.kennung)
    return aufbau


def test_shows_the_head_and_the_newest_fassung(a: Aufbau, v: Vorgang) -> None:
    (bild,) = a.view.letzter("zeige_vorgang")
    assert bild.kopf.betreff == v.betreff
    assert bild.kopf.marken == (("In Umsetzung", "akzent"), ("Umsetzung strittig", "gelb"))
    (wortlaut,) = a.view.letzter("zeige_wortlaut")
    assert wortlaut.titel == "Beschluss vom 15.05.2024"
    assert not wortlaut.entwurf
    assert a.ziele.letzter("gezeigt") == (v.kennung, v.betreff)


def test_papers_form_a_tree_by_what_they_answer(v: Vorgang) -> None:
    assert [(r.titel, r.ebene) for r in teil_rows(v, HEUTE)] == [
        ("Ursprungsantrag", 0), ("Verwaltungsstandpunkt", 1), ("Neufassung", 2), ("Beschluss", 3),
        ("Endbericht", 0),
    ]  # fmt: skip


def test_papers_that_answer_in_a_circle_are_all_shown() -> None:
    a = Fassung(Fassungsart.NEUFASSUNG, kennung="a", zu="b")
    b = Fassung(Fassungsart.NEUFASSUNG, kennung="b", zu="a")
    c = Fassung(Fassungsart.NEUFASSUNG, kennung="c", zu="c")
    rows = teil_rows(Vorgang("Kreis", fassungen=(a, b, c)), HEUTE)
    assert sorted(r.kennung for r in rows) == ["a", "b", "c"]


def test_the_wording_holds_every_letter(a: Aufbau, v: Vorgang) -> None:
    neufassung = v.fassungen[2]
    a.presenter.waehle(neufassung.kennung)
    (bild,) = a.view.letzter("zeige_wortlaut")
    texte = [b.text for b in bild.bloecke if b.art is not Blockart.ABSCHNITT]
    assert texte == [*(p.text for p in neufassung.punkte), neufassung.begruendung[0].text]
    assert [b.zeichen for b in bild.bloecke][:2] == ["1.", "2."]


def test_a_report_stands_under_its_points(a: Aufbau, v: Vorgang) -> None:
    a.presenter.waehle(v.berichte[0].kennung)
    (bild,) = a.view.letzter("zeige_wortlaut")
    assert [b.text for b in bild.bloecke] == ["Zu Punkt 1", "Die Liste liegt vor."]
    assert not bild.ist_fassung


def test_a_new_fassung_comes_from_the_chosen_one_and_opens(a: Aufbau, v: Vorgang) -> None:
    a.presenter.waehle(v.fassungen[0].kennung)
    a.presenter.neue_fassung()
    neu = a.vorgang(v.kennung).fassungen[-1]
    assert (neu.zu, neu.ist_entwurf) == (v.fassungen[0].kennung, True)
    assert a.ziele.letzter("bearbeite") == (v.kennung, neu.kennung)


def test_the_alternative_takes_the_points_of_the_administration(a: Aufbau, v: Vorgang) -> None:
    a.presenter.uebernimm_alternativvorschlag()
    neu = a.vorgang(v.kennung).fassungen[-1]
    assert neu.zu == v.fassungen[1].kennung
    assert [p.text for p in neu.punkte] == [p.text for p in v.fassungen[1].punkte]


def test_a_storm_of_clicks_makes_one_draft(v: Vorgang) -> None:
    runner = WartenderRunner()
    a = Aufbau(v, runner=runner)
    a.presenter.oeffne(v.kennung)
    runner.laufe()
    for _ in range(20):
        a.presenter.neue_fassung()
    assert len(runner.wartend) == 1


def test_compares_with_the_fassung_it_answers(a: Aufbau, v: Vorgang) -> None:
    a.presenter.waehle(v.fassungen[3].kennung)
    a.presenter.vergleiche()
    assert a.ziele.letzter("vergleiche") == (
        v.kennung, (v.fassungen[2].kennung, v.fassungen[3].kennung),
    )  # fmt: skip


def test_the_tab_leaves_the_columns_to_the_comparison(a: Aufbau, v: Vorgang) -> None:
    a.presenter.waehle(v.fassungen[3].kennung)
    a.presenter.vergleiche_alle()
    assert a.ziele.letzter("vergleiche") == (v.kennung, ())


def test_without_a_resolution_there_is_nothing_to_ask() -> None:
    v = einfach("Neu")
    a = Aufbau(v)
    a.presenter.oeffne(v.kennung)
    a.presenter.schreibe_nachfrage()
    assert not a.ziele.alle("nachfrage")
    assert not a.view.letzter("zeige_vorgang")[0].kopf.hat_beschluss


def test_the_head_is_stored_and_the_form_closes(a: Aufbau, v: Vorgang) -> None:
    a.presenter.aendere_kopf(replace(Kopfdaten.von(v), stand=Stand.ERLEDIGT, zustaendig="Kim Roth"))
    assert a.vorgang(v.kennung).stand is Stand.ERLEDIGT
    assert a.view.letzter("zeige_kopfformular") == (False,)
    assert a.ziele.letzter("gespeichert") == (None,)


def test_read_only_keeps_the_form_open_with_a_message(v: Vorgang) -> None:
    a = Aufbau(v, nur_lesen=True)
    a.presenter.oeffne(v.kennung)
    a.presenter.aendere_kopf(replace(Kopfdaten.von(v), zustaendig="Kim Roth"))
    assert not a.view.alle("zeige_kopfformular")
    assert a.view.letzter("zeige_hinweis")[1] == "rot"
    assert a.ziele.letzter("gespeichert")[0] is not None


def test_notes_are_stored_once(a: Aufbau, v: Vorgang) -> None:
    vorher = a.buero.ablage.schreibvorgaenge
    for _ in range(2):
        a.presenter.notizen.sichere("Frau Beyer fragen, ß und ü")
    assert a.vorgang(v.kennung).notizen == "Frau Beyer fragen, ß und ü"
    assert a.buero.ablage.schreibvorgaenge == vorher + 1
    a.presenter.notizen.sichere("")
    assert a.vorgang(v.kennung).notizen == ""
    eintraege = [e.text for e in a.vorgang(v.kennung).verlauf]
    assert eintraege.count("Geändert: Notizen") == 1


def test_notes_leave_the_rest_of_the_head_alone(a: Aufbau, v: Vorgang) -> None:
    kopf = replace(Kopfdaten.von(v), zustaendig="Kim Roth")
    a.buero.services.vorgaenge.aendere_kopf(v.kennung, kopf)
    a.presenter.notizen.sichere("Frau Beyer fragen")
    assert a.vorgang(v.kennung).zustaendig == "Kim Roth"


def test_notes_that_were_not_stored_are_tried_again(a: Aufbau, v: Vorgang) -> None:
    schreibe = a.buero.ablage.write
    a.buero.ablage.write = _voll
    a.presenter.notizen.sichere("Frau Beyer fragen")
    assert a.ziele.letzter("gespeichert")[0] is not None
    assert a.view.alle("sichere_notizen_spaeter")
    assert not a.presenter.notizen.sichere_jetzt("Frau Beyer fragen")
    a.buero.ablage.write = schreibe
    assert a.presenter.notizen.sichere_jetzt("Frau Beyer fragen")
    assert a.vorgang(v.kennung).notizen == "Frau Beyer fragen"


def _voll(_arbeit):
    raise Ablagefehler("Der Datenträger ist voll.")


def test_a_click_while_the_submitted_draft_still_loads_is_not_forgotten(v: Vorgang) -> None:
    runner = WartenderRunner()
    a = Aufbau(v, runner=runner)
    a.presenter.oeffne(v.kennung)
    runner.laufe()
    entwurf = a.buero.services.vorgaenge.neue_fassung(v.kennung, v.fassungen[0].kennung)
    a.presenter.oeffne(v.kennung)
    runner.laufe()
    a.buero.services.vorgaenge.reiche_ein(v.kennung, entwurf.kennung, HEUTE)
    a.presenter.oeffne(v.kennung)
    a.presenter.waehle(v.fassungen[0].kennung)
    runner.laufe()
    assert a.presenter.gewaehlt == v.fassungen[0].kennung


def test_while_another_vorgang_loads_nothing_happens_to_it(v: Vorgang) -> None:
    runner = WartenderRunner()
    anderer = einfach("Anderes")
    a = Aufbau(v, anderer, runner=runner)
    a.presenter.oeffne(v.kennung)
    runner.laufe()
    a.presenter.oeffne(anderer.kennung)
    davor = len(runner.wartend)
    a.presenter.aendere_kopf(replace(Kopfdaten.von(v), betreff="Falsch"))
    a.presenter.neue_fassung()
    a.presenter.notizen.sichere("Falsch")
    a.presenter.waehle(v.fassungen[0].kennung)
    assert len(runner.wartend) == davor
    assert not [w for w in a.view.alle("zeige_wortlaut") if w[0] is None]


def test_a_draft_can_be_thrown_away_a_submitted_fassung_cannot(a: Aufbau, v: Vorgang) -> None:
    a.presenter.verwirf_entwurf()
    assert len(a.vorgang(v.kennung).fassungen) == 4
    a.presenter.neue_fassung()
    neu = a.vorgang(v.kennung).fassungen[-1]
    a.presenter.oeffne(v.kennung, neu.kennung)
    a.presenter.verwirf_entwurf()
    assert len(a.vorgang(v.kennung).fassungen) == 4


def test_an_unknown_vorgang_is_told() -> None:
    a = Aufbau()
    a.presenter.oeffne("gibt-es-nicht")
    assert "gibt-es-nicht" in a.view.letzter("zeige_fort")[0]


def test_a_change_elsewhere_is_shown_and_the_choice_stays(a: Aufbau, v: Vorgang) -> None:
    a.presenter.waehle(v.fassungen[1].kennung)
    a.buero.services.vorgaenge.aendere_kopf(v.kennung, replace(Kopfdaten.von(v), betreff="Anders"))
    a.presenter.on_ereignis(VorgangGespeichert(v.kennung))
    assert a.view.letzter("zeige_vorgang")[0].kopf.betreff == "Anders"
    assert a.view.letzter("zeige_wortlaut")[0].kennung == v.fassungen[1].kennung


def test_a_list_whose_rows_change_chooses_nothing(a: Aufbau, v: Vorgang) -> None:
    gewaehlt = v.fassungen[1].kennung
    a.presenter.waehle(gewaehlt)
    a.view.zeige_vorgang = lambda bild: a.presenter.waehle(bild.teile[0].kennung)
    a.presenter.on_ereignis(VorgangGespeichert(v.kennung, 2))
    assert a.presenter.gewaehlt == gewaehlt


def test_a_submitted_draft_is_shown_when_one_comes_back(a: Aufbau, v: Vorgang) -> None:
    a.presenter.waehle(v.fassungen[0].kennung)
    vorgaenge = a.buero.services.vorgaenge
    neu = vorgaenge.neue_fassung(v.kennung, v.fassungen[0].kennung)
    a.presenter.oeffne(v.kennung)
    assert a.presenter.gewaehlt == v.fassungen[0].kennung
    vorgaenge.reiche_ein(v.kennung, neu.kennung, HEUTE, "A-9")
    a.presenter.oeffne(v.kennung)
    assert a.presenter.gewaehlt == neu.kennung


def test_the_answer_for_a_vorgang_left_behind_is_dropped(v: Vorgang) -> None:
    runner = WartenderRunner()
    anderer = einfach("Anderer")
    a = Aufbau(v, anderer, runner=runner)
    a.presenter.oeffne(v.kennung)
    a.presenter.oeffne(anderer.kennung)
    runner.laufe(1)
    runner.laufe(0)
    assert [bild.kopf.betreff for (bild,) in a.view.alle("zeige_vorgang")] == ["Anderer"]


def test_a_file_name_is_proposed_but_not_for_a_report(a: Aufbau, v: Vorgang) -> None:
    assert (
        a.presenter.dateivorschlag()
        == "A 0114 Spielplätze an heißen Tagen beschatten Beschluss.docx"
    )
    a.presenter.waehle(v.berichte[0].kennung)
    assert a.presenter.dateivorschlag() is None


def test_the_office_names_the_files_and_asking_for_a_name_reads_nothing(
    a: Aufbau, v: Vorgang
) -> None:
    einstellungen = a.buero.services.einstellungen
    einstellungen.set(Bueroeinstellungen(namensmuster="{datum}_{stueck}"))
    a.presenter.oeffne(v.kennung)
    einstellungen.get = None  # whoever reads now fails
    beschluss = v.beschluesse()[-1]
    a.presenter.waehle(beschluss.kennung)
    assert a.presenter.dateivorschlag() == f"{beschluss.datum.isoformat()}_Beschluss.docx"
    vorschau = a.presenter.vorschau()
    assert vorschau is not None
    assert vorschau.dateiname == f"{beschluss.datum.isoformat()}_Beschluss.pdf"


def test_an_export_that_fails_says_so(a: Aufbau, tmp_path: Path) -> None:
    a.presenter.exportiere(tmp_path / "datei.xyz")
    assert a.view.letzter("zeige_hinweis")[1] == "rot"
    assert not list(tmp_path.iterdir())


def test_a_submitted_nachfrage_can_be_mailed_but_has_no_parts_to_copy(
    a: Aufbau, v: Vorgang
) -> None:
    nachfragen = a.buero.services.nachfragen
    beschluss = v.beschluesse()[-1]
    punkte = (beschluss.punkte[0].kennung,)
    (neu,) = nachfragen.entwirf_zu(v.kennung, beschluss.kennung, punkte)
    a.presenter.oeffne(v.kennung, neu.kennung)
    hilfe = a.presenter.einreichung
    assert (hilfe.einreichbar, hilfe.kopierbar) == (False, False)
    nachfragen.reiche_ein(v.kennung, neu.kennung, HEUTE, "F 12")
    a.presenter.oeffne(v.kennung, neu.kennung)
    assert (hilfe.einreichbar, hilfe.kopierbar) == (True, False)
    namen: list[str] = []
    hilfe.benenne(namen.append)
    assert namen == ["F 12 Spielplätze an heißen Tagen beschatten E-Mail-Entwurf.eml"]
