"""The Beschlusskontrolle without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.events import VorgangGespeichert
from antragsbuero.services.exporte import Exporte
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.umsetzung.nachfragen import Nachfragen
from antragsbuero.ui.umsetzung.presenter import UmsetzungPresenter, Ziele
from antragsbuero.ui.umsetzung.rows import punkt_rows, strittig
from tests.ui.aufbau import HEUTE, TestBuero, buero, einfach, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner


@pytest.fixture
def spielplaetze():
    return spielplatz()


@pytest.fixture
def offen(spielplaetze) -> TestBuero:
    return buero(spielplaetze, einfach("Ohne Beschluss"))


@pytest.fixture
def view() -> Aufzeichnung:
    return Aufzeichnung()


@pytest.fixture
def presenter(offen, view) -> UmsetzungPresenter:
    ziele = Aufzeichnung()
    neu = UmsetzungPresenter(
        view, offen.services, SofortRunner(),
        Ziele(ziele.oeffne, ziele.importiere, ziele.zeige_ort), str, lambda: HEUTE,
    )  # fmt: skip
    offen.services.ereignisse.subscribe(neu.on_ereignis)
    return neu


def _ort(vorgang, **werte) -> Ort:
    return Ort(Bildschirm.UMSETZUNG, vorgang.kennung, **werte)


def _rows(view):
    return view.letzter("zeige_punkte")[0]


def _stand(offen, vorgang):
    return offen.services.vorgaenge.get(vorgang.kennung)


def test_one_row_a_point_with_the_lost_deadline_and_separate_judgements(
    presenter, view, spielplaetze
) -> None:
    presenter.zeige(_ort(spielplaetze))
    erster, zweiter, dritter = _rows(view)
    assert [z.text for z in erster.frist] == ["keine", "war 30.06.2024"]
    assert erster.frist[1].farbe == "gelb"
    assert [z.text for z in zweiter.frist] == ["„bis zum 31.03.2025“", "31.03.2025, überfällig"]
    assert (zweiter.stadt.text, zweiter.wir.text) == ("umgesetzt", "teilweise umgesetzt")
    assert strittig(zweiter.urteil)
    assert [z.text for z in erster.bericht] == ["Endbericht", "06.10.2025"]
    assert [z.text for z in dritter.bericht] == ["keiner"]
    assert view.letzter("zeige_beschluss")[0].bilanz == "3 Punkte: 1 strittig, 2 ohne Urteil"


def test_a_loss_stands_at_the_point_that_now_holds_the_words(spielplaetze) -> None:
    neu, beschluss = spielplaetze.fassungen[2], spielplaetze.fassungen[3]
    eins, zwei, _ = beschluss.punkte
    punkte = (replace(zwei, nummer="1."), replace(eins, nummer="2."))
    gedreht = replace(beschluss, punkte=punkte)
    vorgang = replace(spielplaetze, fassungen=(neu, gedreht))
    rows = punkt_rows(vorgang, gedreht, HEUTE)
    assert "war 30.06.2024" not in [z.text for z in rows[0].frist]
    assert "war 30.06.2024" in [z.text for z in rows[1].frist]


def test_judgements_are_stored_and_shown(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    punkt = _rows(view)[0].kennung
    urteil = Umsetzung(
        punkt, Umsetzungsstand.UMGESETZT, Umsetzungsstand.NICHT_UMGESETZT, "Liste fehlt",
        date(2026, 3, 1),
    )  # fmt: skip
    presenter.setze_urteil(urteil)
    assert urteil in _stand(offen, spielplaetze).umsetzungen
    row = _rows(view)[0]
    assert row.wir.text == "nicht umgesetzt"
    assert [z.text for z in row.wir_neben] == ["Liste fehlt", "Wiedervorlage 01.03.2026"]
    assert row.wir_neben[1].farbe == "rot"


def test_the_same_judgement_is_not_stored_again(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    vorher = _stand(offen, spielplaetze).aenderungszaehler
    presenter.setze_urteil(_rows(view)[1].urteil)
    assert _stand(offen, spielplaetze).aenderungszaehler == vorher


def test_writes_one_nachfrage_on_the_selected_points(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.waehle_punkte([r.kennung for r in _rows(view)[:2]])
    assert view.letzter("zeige_auswahl") == ("Punkt 1 und 2", 2)
    presenter.nachfragen.entwirf(je_punkt=False)
    (nachfrage,) = _stand(offen, spielplaetze).nachfragen
    assert len(nachfrage.punkte) == len(nachfrage.fragen) == 2
    detail = view.letzter("zeige_nachfrage")[0]
    assert (detail.titel, detail.stand, detail.entwurf) == (
        "Nachfrage zu Punkt 1 und 2", "Entwurf", True,
    )  # fmt: skip
    assert [w.text for w in detail.weitere] == ["Punkt 3"]
    assert [z.text for z in _rows(view)[0].nachfragen] == ["1 Entwurf"]


def test_writes_one_for_each_point(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.waehle_punkte([r.kennung for r in _rows(view)])
    presenter.nachfragen.entwirf(je_punkt=True)
    assert [len(n.punkte) for n in _stand(offen, spielplaetze).nachfragen] == [1, 1, 1]


def test_typed_words_survive_a_reload_and_are_stored(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    presenter.nachfragen.setze_frage(0, "Wann kommt die Liste?")
    presenter.on_ereignis(VorgangGespeichert(spielplaetze.kennung))
    assert view.letzter("zeige_nachfrage")[0].fragen[0].text == "Wann kommt die Liste?"
    presenter.nachfragen.sichere()
    assert _stand(offen, spielplaetze).nachfragen[0].fragen == ("Wann kommt die Liste?",)


def test_words_that_cannot_be_stored_stay_in_the_field(
    presenter, view, offen, spielplaetze
) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    echt = offen.ablage.write
    offen.ablage.write = _voll
    presenter.nachfragen.setze_frage(0, "Wann?")
    presenter.nachfragen.sichere()
    assert "voll" in view.letzter("zeige_fehler")[0]
    assert view.letzter("zeige_nachfrage")[0].fragen[0].text == "Wann?"
    assert len(view.alle("sichere_spaeter")) == 1
    assert presenter.nachfragen.sichere_jetzt() is False
    offen.ablage.write = echt
    presenter.nachfragen.sichere()
    assert _stand(offen, spielplaetze).nachfragen[0].fragen == ("Wann?",)
    assert view.letzter("zeige_fehler") == ("",)
    presenter.schliesse()
    assert _stand(offen, spielplaetze).nachfragen[0].fragen == ("Wann?",)


def _voll(arbeit):
    raise Ablagefehler("Der Datenträger ist voll.")


def test_questions_come_and_go(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    presenter.nachfragen.streiche_frage(0)
    assert len(_stand(offen, spielplaetze).nachfragen[0].fragen) == 1
    dritter = _rows(view)[2].kennung
    presenter.nachfragen.neue_frage(dritter)
    nachfrage = _stand(offen, spielplaetze).nachfragen[0]
    assert nachfrage.punkte[1] == dritter
    assert "Beschlusspunkt 3" in nachfrage.fragen[1]
    presenter.nachfragen.streiche_frage(0)
    assert _stand(offen, spielplaetze).nachfragen[0].punkte == (dritter,)
    _, (wort, zurueck) = view.letzter("zeige_verworfen")
    assert wort == "Zurückholen"
    zurueck()
    assert len(_stand(offen, spielplaetze).nachfragen[0].fragen) == 2
    presenter.nachfragen.verwirf()
    assert _stand(offen, spielplaetze).nachfragen == ()
    assert view.letzter("zeige_nachfrage") == (None,)


def test_a_dropped_draft_comes_back_with_its_words(presenter, view, offen, spielplaetze) -> None:
    jetzt = [0.0]
    presenter.nachfragen = Nachfragen(presenter, lambda: jetzt[0])
    presenter.zeige(_ort(spielplaetze))
    punkte = [row.kennung for row in _rows(view)]
    for punkt in punkte[:2]:
        presenter.waehle_punkte([punkt])
        presenter.nachfragen.entwirf(je_punkt=False)
    presenter.nachfragen.setze_frage(0, "Wann stehen die Bäume?")
    for _ in range(4):
        presenter.nachfragen.verwirf()
        jetzt[0] += 0.2
    assert len(_stand(offen, spielplaetze).nachfragen) == 1, "a double click drops one"
    zurueck = view.letzter("zeige_verworfen")[1][1]
    zurueck()
    zurueck()
    nachfragen = _stand(offen, spielplaetze).nachfragen
    assert [n.fragen[0] for n in nachfragen].count("Wann stehen die Bäume?") == 1
    assert len(nachfragen) == 2
    assert view.letzter("zeige_nachfragen")[1] == nachfragen[-1].kennung


def test_submitting_sets_the_day_of_the_answer_and_freezes(
    presenter, view, offen, spielplaetze
) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    presenter.nachfragen.setze_frage(0, "Letzte Worte?")
    presenter.nachfragen.reiche_ein(date(2026, 3, 2), " F 12 ")
    (nachfrage,) = _stand(offen, spielplaetze).nachfragen
    assert (nachfrage.nummer, nachfrage.antwortfrist) == ("F 12", date(2026, 3, 30))
    assert nachfrage.fragen == ("Letzte Worte?",)
    detail = view.letzter("zeige_nachfrage")[0]
    assert detail.hinweis == "Eingereicht am 02.03.2026, Antwort bis 30.03.2026"
    assert detail.entwurf is False
    presenter.nachfragen.setze_frage(0, "zu spät")
    presenter.nachfragen.sichere()
    assert _stand(offen, spielplaetze).nachfragen[0].fragen == ("Letzte Worte?",)


def test_a_double_click_submits_once_and_says_nothing_of_it(view, offen, spielplaetze) -> None:
    runner, stand = WartenderRunner(), Aufzeichnung()
    presenter = UmsetzungPresenter(
        view, offen.services, runner,
        Ziele(stand.oeffne, stand.importiere, stand.zeige_ort, stand.speichern_beginnt,
              stand.gespeichert), str, lambda: HEUTE,
    )  # fmt: skip
    presenter.zeige(_ort(spielplaetze))
    runner.laufe()
    presenter.nachfragen.entwirf(je_punkt=False)
    while runner.wartend:
        runner.laufe()
    assert stand.letzter("gespeichert") == (None,)
    for _ in range(3):
        presenter.nachfragen.reiche_ein(HEUTE, "")
    assert len(runner.wartend) == 1
    while runner.wartend:
        runner.laufe()
    presenter.lade(spielplaetze.kennung)
    runner.laufe()
    presenter.nachfragen.reiche_ein(HEUTE, "")
    assert not runner.wartend
    assert not [text for text, *_ in view.alle("zeige_fehler") if text]
    offen.ablage.write = _voll
    presenter.nachfragen.beantworte("gibt es nicht")
    runner.laufe()
    assert isinstance(stand.letzter("gespeichert")[0], Ablagefehler)


def test_an_answer_is_linked(presenter, view, offen, spielplaetze) -> None:
    antwort = Bericht(Berichtsart.ANTWORT, date(2026, 3, 20))
    offen.services.vorgaenge.aendere(
        spielplaetze.kennung, lambda v: replace(v, berichte=(*v.berichte, antwort))
    )
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    presenter.nachfragen.reiche_ein(date(2026, 3, 2), "")
    presenter.nachfragen.beantworte(antwort.kennung)
    assert view.letzter("zeige_nachfrage")[0].stand == "beantwortet"


def test_exports_what_is_in_the_fields(presenter, view, offen, spielplaetze, tmp_path) -> None:
    geschrieben: list[str] = []

    def schreibe(dokument, ziel: Path) -> list[str]:
        geschrieben.append(str(dokument))
        return ["Hinweis."]

    exporte = Exporte({".docx": schreibe}, offen.services.einstellungen.briefkopf, lambda: HEUTE)
    presenter._services = replace(offen.services, exporte=exporte)
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    presenter.nachfragen.setze_frage(0, "Steht das darin?")
    presenter.nachfragen.exportiere(str(tmp_path / "a.docx"))
    assert "Steht das darin?" in geschrieben[0]
    assert view.letzter("zeige_geschrieben") == (tmp_path / "a.docx", ("Hinweis.",))
    presenter.nachfragen.exportiere(str(tmp_path / "a.xyz"))
    assert "Format" in view.letzter("zeige_fehler")[0]


def test_statements_are_proposed_then_confirmed(presenter, view, offen, spielplaetze) -> None:
    bericht = Bericht(
        Berichtsart.ZWISCHENBERICHT, date(2026, 1, 5), zu=spielplaetze.fassungen[3].kennung,
        teile=(Berichtsteil("", absaetze([
            "Fünf Spielplätze haben ein Sonnensegel erhalten.",
            "Guten Tag.",
        ])),),
    )  # fmt: skip
    offen.services.vorgaenge.aendere(
        spielplaetze.kennung, lambda v: replace(v, berichte=(*v.berichte, bericht))
    )
    presenter.zeige(_ort(spielplaetze))
    presenter.berichte.schlage_vor()
    detail = view.letzter("zeige_berichte")[1]
    assert [(t.punkt, t.bestaetigt) for t in detail.teile] == [("2", False), ("", False)]
    presenter.berichte.bestaetige(0)
    presenter.berichte.ordne_zu(1, "3")
    teile = _stand(offen, spielplaetze).berichte[-1].teile
    assert [(t.punkt, t.bestaetigt) for t in teile] == [("2", True), ("3", True)]


def test_all_resolutions_the_overdue_first(presenter, view, spielplaetze) -> None:
    presenter.zeige(Ort(Bildschirm.UMSETZUNG))
    (row,), laedt = view.letzter("zeige_uebersicht")
    assert (row.vorgang, row.ueberfaellig, row.verloren, row.strittig, laedt) == (
        spielplaetze.kennung, 1, 1, 1, False,
    )  # fmt: skip
    assert row.stadt == "2 offen, 1 umgesetzt"


def test_points_and_nachfrage_of_the_place_are_chosen(presenter, view, offen, spielplaetze) -> None:
    presenter.zeige(_ort(spielplaetze))
    presenter.nachfragen.entwirf(je_punkt=False)
    presenter.zeige(Ort(Bildschirm.UMSETZUNG))
    punkt = spielplaetze.fassungen[3].punkte[2].kennung
    nachfrage = _stand(offen, spielplaetze).nachfragen[0].kennung
    presenter.zeige(_ort(spielplaetze, punkte=(punkt,), nachfrage=nachfrage))
    assert view.letzter("waehle_punkte") == ((punkt,),)
    assert view.letzter("zeige_nachfragen")[1] == nachfrage


def test_a_vorgang_without_resolution_says_so(view, spielplaetze) -> None:
    ohne = einfach("Ohne Beschluss")
    offen = buero(ohne)
    ziele = Aufzeichnung()
    presenter = UmsetzungPresenter(
        view, offen.services, SofortRunner(),
        Ziele(ziele.oeffne, ziele.importiere, ziele.zeige_ort), str, lambda: HEUTE,
    )  # fmt: skip
    presenter.zeige(_ort(ohne))
    assert _rows(view) == ()
    presenter.nachfragen.entwirf(je_punkt=False)
    assert offen.services.vorgaenge.get(ohne.kennung).nachfragen == ()
