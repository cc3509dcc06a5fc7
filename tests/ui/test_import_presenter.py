"""The import without a window."""

from __future__ import annotations

from datetime import date

from antragsbuero.documents.erkennung import Zweifel
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.importkorrektur import Fassungskopf
from antragsbuero.ui.import_.details import BerichtDetail, FassungDetail, TextDetail, VorgangDetail
from antragsbuero.ui.import_.presenter import ImportPresenter, Ziele
from antragsbuero.ui.import_.rows import Teilart
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from tests.ui.aufbau import TestBuero, spielplatz
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.importbau import SEITE, importbuero
from tests.ui.sofort import SofortRunner, WartenderRunner


def _presenter(
    offen: TestBuero, runner: SofortRunner | None = None
) -> tuple[ImportPresenter, Aufzeichnung, Aufzeichnung]:
    view, ziele = Aufzeichnung(), Aufzeichnung()
    presenter = ImportPresenter(
        view, offen.services, runner or SofortRunner(),
        Ziele(ziele.oeffne, ziele.oeffne_liste, ziele.melde), str,
    )  # fmt: skip
    return presenter, view, ziele


def _rows(view: Aufzeichnung):
    return view.letzter("zeige_teile")[0]


def _schluessel(view: Aufzeichnung, titel: str, art: Teilart = Teilart.PUNKT) -> str:
    return next(r.schluessel for r in _rows(view) if (r.titel, r.art) == (titel, art))


def test_starts_with_the_place_to_paste() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.zeige(Ort(Bildschirm.IMPORT))
    assert view.rufe == [("zeige_eingabe", ())]


def test_shows_what_was_recognised_and_stores_nothing() -> None:
    offen = importbuero()
    presenter, view, _ = _presenter(offen)
    presenter.fuege_ein(SEITE)
    koepfe = [r.titel for r in _rows(view) if r.art in (Teilart.FASSUNG, Teilart.BERICHT)]
    assert koepfe == ["Ursprungsantrag", "Neufassung", "Beschluss", "Endbericht"]
    assert isinstance(view.letzter("zeige_detail")[0], VorgangDetail)
    assert offen.services.vorgaenge.rows() == []


def test_stores_all_of_it_and_opens_the_vorgang() -> None:
    offen = importbuero()
    presenter, view, ziele = _presenter(offen)
    presenter.fuege_ein(SEITE)
    presenter.uebernimm()
    (zeile,) = offen.services.vorgaenge.rows()
    assert ziele.letzter("oeffne") == (zeile.kennung,)
    vorgang = offen.services.vorgaenge.get(zeile.kennung)
    assert len(vorgang.fristverluste) == 2
    assert view.rufe[-1] == ("zeige_eingabe", ())


def test_a_double_click_stores_once() -> None:
    offen, runner = importbuero(), WartenderRunner()
    presenter, _, _ = _presenter(offen, runner)
    presenter.fuege_ein(SEITE)
    runner.laufe()
    runner.wartend.clear()
    presenter.uebernimm()
    presenter.uebernimm()
    assert len(runner.wartend) == 1


def test_drops_everything_without_asking() -> None:
    offen = importbuero()
    presenter, view, ziele = _presenter(offen)
    presenter.fuege_ein(SEITE)
    presenter.verwirf()
    presenter.uebernimm()
    assert offen.services.vorgaenge.rows() == []
    assert (view.rufe[-1][0], ziele.rufe) == ("zeige_verworfen", [])


def test_what_was_dropped_comes_back_with_its_corrections() -> None:
    offen = importbuero()
    presenter, view, _ = _presenter(offen)
    presenter.fuege_ein(SEITE)
    detail = view.letzter("zeige_detail")[0]
    presenter.korrekturen.setze_betreff(detail.kennung, "Bäume für alle")
    assert presenter.hat_berichtigt
    presenter.verwirf()
    assert not presenter.hat_berichtigt
    presenter.hole_zurueck()
    assert view.letzter("zeige_detail")[0].betreff == "Bäume für alle"
    presenter.fuege_ein("Antrag Licht im Park\n\nUrsprungsantrag vom 5. Mai 2024\n\n1. Licht an.")
    assert "beiseite" in view.letzter("zeige_verworfen")[0]
    assert view.letzter("zeige_detail")[0].betreff == "Licht im Park"
    presenter.hole_zurueck()
    assert view.letzter("zeige_detail")[0].betreff == "Bäume für alle"
    presenter.uebernimm()
    assert [z.betreff for z in offen.services.vorgaenge.rows()] == ["Bäume für alle"]


def test_after_joining_the_joined_point_is_selected() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein(SEITE)
    erster = _schluessel(view, "Punkt 1")
    presenter.waehle_teil(_schluessel(view, "Punkt 2"))
    presenter.korrekturen.verbinde_punkt(view.letzter("zeige_detail")[0].ort)
    schluessel, stelle, _rolle = view.letzter("zeige_auswahl")
    assert schluessel == erster
    assert stelle.bis > SEITE.index("Bänke auf.")


def test_a_cancelled_recognition_comes_to_nothing() -> None:
    runner = WartenderRunner()
    presenter, view, _ = _presenter(importbuero(), runner)
    presenter.fuege_ein(SEITE)
    assert view.letzter("zeige_erkennung") == ("Der eingefügte Text wird gelesen …",)
    presenter.brich_erkennung_ab()
    assert view.rufe[-1] == ("zeige_eingabe", ())


def test_a_failed_store_keeps_the_review() -> None:
    offen = importbuero()
    presenter, view, ziele = _presenter(offen)
    presenter.fuege_ein(SEITE)
    offen.ablage.write = _voll
    presenter.uebernimm()
    assert "voll" in view.letzter("zeige_fehler")[0]
    assert view.letzter("zeige_ablage") == (False, True)
    assert ziele.rufe == []


def _voll(arbeit):
    raise Ablagefehler("Der Datenträger ist voll.")


def test_adds_to_the_vorgang_that_was_chosen() -> None:
    da = spielplatz()
    offen = importbuero(da)
    presenter, view, _ = _presenter(offen)
    presenter.zeige(Ort(Bildschirm.IMPORT, da.kennung))
    presenter.fuege_ein(SEITE)
    ziele, gewaehlt = view.letzter("zeige_ziele")
    assert (gewaehlt, ziele[0].text) == (da.kennung, "Neuer Vorgang")
    presenter.uebernimm()
    assert len(offen.services.vorgaenge.get(da.kennung).fassungen) == 4 + 3


def test_a_target_once_wished_does_not_stay() -> None:
    da = spielplatz()
    offen = importbuero(da)
    presenter, view, _ = _presenter(offen)
    presenter.zeige(Ort(Bildschirm.IMPORT, da.kennung))
    presenter.zeige(Ort(Bildschirm.IMPORT))
    presenter.fuege_ein(SEITE)
    assert view.letzter("zeige_ziele")[1] == ""
    presenter.zeige(Ort(Bildschirm.IMPORT, da.kennung))
    assert view.letzter("zeige_ziele")[1] == da.kennung


def test_source_and_parts_show_each_other() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein(SEITE)
    presenter.waehle_ort(SEITE.index("Die Stadt stellt bis zum"))
    schluessel, stelle, rolle = view.letzter("zeige_auswahl")
    assert stelle.von == SEITE.index("Die Stadt stellt bis zum")
    assert rolle is False
    detail = view.letzter("zeige_detail")[0]
    assert isinstance(detail, TextDetail)
    assert (detail.nummer, len(detail.fristen)) == ("2.", 1)
    presenter.waehle_teil(schluessel)
    assert view.letzter("zeige_auswahl") == (schluessel, stelle, True)


def test_corrections_are_stored_and_can_be_taken_back() -> None:
    offen = importbuero()
    presenter, view, _ = _presenter(offen)
    presenter.fuege_ein(SEITE)
    schluessel = _schluessel(view, "Ursprungsantrag", Teilart.FASSUNG)
    presenter.waehle_teil(schluessel)
    detail = view.letzter("zeige_detail")[0]
    assert isinstance(detail, FassungDetail)
    kopf = Fassungskopf(Fassungsart.ERGAENZUNGSANTRAG, date(2023, 12, 6), "A 7", None)
    presenter.korrekturen.setze_kopf(detail.kennung, kopf)
    assert _schluessel(view, "Ergänzungsantrag", Teilart.FASSUNG) == schluessel
    presenter.nimm_zurueck()
    assert _schluessel(view, "Ursprungsantrag", Teilart.FASSUNG) == schluessel
    presenter.korrekturen.setze_kopf(detail.kennung, kopf)
    presenter.uebernimm()
    vorgang = offen.services.vorgaenge.get(offen.services.vorgaenge.rows()[0].kennung)
    assert Fassungsart.ERGAENZUNGSANTRAG in {f.art for f in vorgang.fassungen}


def test_a_report_can_be_put_right() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein(SEITE)
    presenter.waehle_teil(_schluessel(view, "Endbericht", Teilart.BERICHT))
    detail = view.letzter("zeige_detail")[0]
    assert isinstance(detail, BerichtDetail)
    presenter.korrekturen.setze_bericht(detail.kennung, Berichtsart.ZWISCHENBERICHT, detail.datum)
    assert _schluessel(view, "Zwischenbericht", Teilart.BERICHT)


def test_what_cannot_be_done_is_said_and_changes_nothing() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein(SEITE)
    presenter.waehle_teil(_schluessel(view, "Punkt 1"))
    ort = view.letzter("zeige_detail")[0].ort
    presenter.korrekturen.verbinde_punkt(ort)
    assert "Vor diesem Punkt" in view.letzter("zeige_fehler")[0]
    assert view.letzter("zeige_zuruecknehmbar") == (False,)


def test_passages_left_out_are_listed_and_taken_in() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein(f"Mein Rat Suche Kontakt\n\n{SEITE}")
    passage = next(r for r in _rows(view) if r.art is Teilart.AUSGELASSEN)
    presenter.waehle_teil(passage.schluessel)
    ziele = view.letzter("zeige_detail")[0].ziele
    ziel = next(z for z in ziele if "Neufassung" in z.text and "Begründung" in z.text)
    presenter.korrekturen.nimm_auf(ziel.schluessel)
    assert not [r for r in _rows(view) if r.schluessel == passage.schluessel]


def test_doubts_come_first_and_are_ticked_off() -> None:
    offen = importbuero()
    presenter, view, _ = _presenter(offen)
    importe = offen.services.importe
    echt = importe.lies_text
    ort = SEITE.index("Die Stadt pflanzt")

    class MitZweifel:
        def lies_zwischenablage(self, text, html=""):
            from dataclasses import replace

            zweifel = Zweifel("Ein Punkt oder mehrere?", "Die Stadt", ort, ort + 9)
            return replace(echt(text), zweifel=(zweifel,))

    from dataclasses import replace

    presenter._services = replace(offen.services, importe=MitZweifel())
    presenter.fuege_ein(SEITE)
    ((zweifel,), am_anfang) = view.letzter("zeige_zweifel")
    assert (zweifel.ort, am_anfang) == (f"Zeile {SEITE[:ort].count(chr(10)) + 1}", 1)
    presenter.zur_stelle(zweifel.schluessel)
    assert view.letzter("zeige_stelle")[0].von == ort
    presenter.geprueft(zweifel.schluessel)
    assert view.letzter("zeige_zweifel") == ((), 1)


def test_an_empty_clipboard_is_told() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein("  \n", "")
    assert "kein Text" in view.letzter("zeige_fehler")[0]


def test_text_without_a_known_heading_cannot_be_stored() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein("Liebe Grüße aus dem Urlaub, das Wetter ist schön.")
    assert view.letzter("zeige_ablage") == (False, False)


def test_several_files_are_one_review(tmp_path) -> None:
    offen = importbuero()
    presenter, view, ziele = _presenter(offen)
    pfade = []
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SEITE.replace("Marktplatz", f"Platz {name}"), encoding="utf-8")
        pfade.append(str(tmp_path / name))
    presenter.zeige(Ort(Bildschirm.IMPORT, dateien=tuple(pfade)))
    assert view.letzter("zeige_pruefung")[1:] == (["a.txt", "b.txt"], 0)
    presenter.waehle_quelle(1)
    assert "Platz b.txt" in view.letzter("zeige_quelltext")[0]
    presenter.uebernimm()
    assert len(offen.services.vorgaenge.rows()) == 2
    assert ziele.letzter("oeffne_liste") == ()


def test_a_folder_stands_for_its_files(tmp_path) -> None:
    presenter, view, _ = _presenter(importbuero())
    ordner = tmp_path / "Anträge"
    ordner.mkdir()
    presenter.lies_dateien([str(ordner)])
    assert "ist ein Ordner" in view.letzter("zeige_fehler")[0]
    for n in range(50):
        (ordner / f"a{n:02d}.txt").write_text(SEITE.replace("Marktplatz", f"Platz {n}"), "utf-8")
    (ordner / ".versteckt").write_text(SEITE, "utf-8")
    presenter.lies_dateien([str(ordner)])
    namen = view.letzter("zeige_pruefung")[1]
    assert namen == [f"a{n:02d}.txt" for n in range(50)]
    assert view.letzter("zeige_ablage") == (False, True)


def test_an_address_alone_is_no_page() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.fuege_ein(" https://ratsinformation.example/vo?id=7\n", "<a href='x'>x</a>")
    assert "nur die Adresse" in view.letzter("zeige_fehler")[0]
    assert not view.alle("zeige_erkennung")


def test_one_bad_file_does_not_hold_up_the_others(tmp_path) -> None:
    presenter, view, _ = _presenter(importbuero())
    pfade = []
    for name, text in (("a.txt", SEITE), ("leer.txt", ""), ("gruss.txt", "Liebe Grüße!"),
                       ("b.txt", SEITE), ("fort.txt", None), ("x.bin", "\0\1")):  # fmt: skip
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
        pfade.append(str(tmp_path / name))
    presenter.lies_dateien(pfade)
    assert view.letzter("zeige_pruefung")[1:] == (["a.txt", "b.txt"], 0)
    assert view.letzter("zeige_ablage") == (False, True)
    meldung = view.letzter("zeige_fehler")[0]
    assert meldung.startswith("4 von 6 Dateien sind nicht dabei: „leer.txt“")
    assert "und 1 weitere" in meldung
    presenter.lies_dateien(pfade[1:3])
    assert "2 von 2 Dateien" in view.letzter("zeige_fehler")[0]
    assert view.letzter("zeige_pruefung")[1] == ["a.txt", "b.txt"], "the review stays"


def test_a_file_that_cannot_be_read_is_told() -> None:
    presenter, view, _ = _presenter(importbuero())
    presenter.lies_dateien(["/gibt/es/nicht.txt"])
    assert "gibt es nicht" in view.letzter("zeige_fehler")[0]
    assert view.alle("zeige_eingabe")
