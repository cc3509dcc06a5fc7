"""The editor without a window: saving by itself, submitting, deriving."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from antragsbuero.domain.bearbeitung import leite_ab
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.events import VorgangEntfernt, VorgangGespeichert
from antragsbuero.ui.editor.bogen import Bogen
from antragsbuero.ui.editor.contract import Ziele
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.editor.rows import Abschnitt, Zeile
from antragsbuero.ui.editor.sicherung import NOCHMAL, RUHE
from tests.ui.aufbau import HEUTE, TestBuero, buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner
from tests.ui.vergleichbau import schatten
from tests.ui.wecker import Uhr


class TextView(Aufzeichnung):
    """Writes down every call and holds the rows as a text field would."""

    zeilen: tuple[Zeile, ...] = ()

    def zeige_entwurf(self, bogen: Bogen) -> None:
        self.zeilen = bogen.zeilen
        self.rufe.append(("zeige_entwurf", (bogen.kopf, bogen.zeilen)))

    def ersetze(self, zeilen: Any) -> None:
        self.zeilen = tuple(zeilen)

    def lies(self) -> tuple[Zeile, ...]:
        return self.zeilen


@dataclass
class Buehne:
    presenter: EditorPresenter
    view: TextView
    ziele: Aufzeichnung
    offen: TestBuero
    uhr: Uhr
    vorgang: Vorgang
    entwurf: Fassung
    schreibt: int = field(default=0)

    def tippe(self, text: str, abschnitt: Abschnitt = Abschnitt.PUNKTE) -> None:
        """Adds words to the first row of a part."""
        ort = next(k for k, z in enumerate(self.view.zeilen) if z.abschnitt is abschnitt)
        zeilen = list(self.view.zeilen)
        zeilen[ort] = replace(zeilen[ort], text=zeilen[ort].text + text)
        self.view.zeilen = tuple(zeilen)
        self.presenter.getippt()

    def gespeichert(self) -> Fassung:
        return self.offen.services.vorgaenge.get(self.vorgang.kennung).fassung(self.entwurf.kennung)


def _buehne(runner: SofortRunner | None = None, *, standpunkt: bool = False) -> Buehne:
    vorgang = schatten()
    if standpunkt:
        erste = replace(vorgang.fassungen[0], art=Fassungsart.VERWALTUNGSSTANDPUNKT)
        vorgang = replace(vorgang, fassungen=(erste, *vorgang.fassungen[1:]))
    entwurf = leite_ab(vorgang.fassungen[1], Fassungsart.NEUFASSUNG, ("Fraktion",))
    vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
    view, ziele, uhr, offen = TextView(), Aufzeichnung(), Uhr(), buero(vorgang)
    presenter = EditorPresenter(
        view, offen.services, runner or SofortRunner(),
        Ziele(ziele.oeffne_vorgang, ziele.bearbeite, ziele.vergleiche, ziele.speichern_beginnt,
              ziele.gespeichert),
        str, lambda: HEUTE, uhr.neu,
    )  # fmt: skip
    presenter.oeffne(vorgang.kennung, entwurf.kennung)
    return Buehne(presenter, view, ziele, offen, uhr, vorgang, entwurf)


def _brich(offen: TestBuero, fehler: Exception) -> None:
    """From now on the database refuses every change."""

    def submit(arbeit: Any) -> Future[Any]:
        zukunft: Future[Any] = Future()
        zukunft.set_exception(fehler)
        return zukunft

    offen.ablage.submit = submit


def test_saves_one_second_after_the_last_key() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    b.uhr.vergeht(RUHE - 1)
    assert "Neu." not in b.gespeichert().punkte[0].text
    b.uhr.vergeht(1)
    assert b.gespeichert().punkte[0].text.endswith("Neu.")
    assert b.ziele.letzter("gespeichert") == (None,)


def test_who_types_without_a_pause_is_saved_within_three_seconds() -> None:
    b = _buehne()
    for n in range(60):
        b.tippe(f" {n}")
        b.uhr.vergeht(200)
        getippt = b.view.zeilen[2].text
        vorher = n - 3000 // 200
        if vorher >= 0:
            assert f" {vorher} " in b.gespeichert().punkte[0].text + " "
            assert f" {vorher}" in getippt


def test_opening_and_looking_writes_nothing() -> None:
    b = _buehne()
    vorher = b.offen.ablage.schreibvorgaenge
    b.presenter.getippt()  # typed and taken back
    b.uhr.vergeht(10_000)
    assert b.offen.ablage.schreibvorgaenge == vorher


def test_identity_survives_saving() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    b.uhr.vergeht(RUHE)
    assert [p.herkunft for p in b.gespeichert().alle_punkte()] == [
        p.herkunft for p in b.entwurf.alle_punkte()
    ]


def test_recognised_deadlines_are_stored_and_shown() -> None:
    b = _buehne()
    b.tippe(" Bis zum 31.12.2027.")
    b.uhr.vergeht(RUHE)
    assert [f.datum for f in b.gespeichert().punkte[0].fristen] == [date(2027, 12, 31)]
    assert b.view.letzter("zeige_pruefung")[0].fristen[0].bedeutung == "= 31.12.2027"


def test_a_failed_saving_is_told_tried_again_and_forgotten_once_it_works() -> None:
    b = _buehne()
    _brich(b.offen, Ablagefehler("Der Datenträger ist voll."))
    b.tippe(" Neu.")
    b.uhr.vergeht(RUHE)
    assert isinstance(b.ziele.letzter("gespeichert")[0], Ablagefehler)
    text, art = b.view.letzter("zeige_hinweis")
    assert "Der Datenträger ist voll." in text
    assert art == "rot"
    del b.offen.ablage.submit
    b.uhr.vergeht(NOCHMAL)
    assert b.gespeichert().punkte[0].text.endswith("Neu.")
    assert b.view.letzter("zeige_hinweis")[0] == ""


def test_closing_saves_what_is_open_and_refuses_while_it_cannot() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    assert b.presenter.schliesse_ab()
    assert b.gespeichert().punkte[0].text.endswith("Neu.")
    _brich(b.offen, Ablagefehler("Der Datenträger ist voll."))
    b.tippe(" Noch.")
    assert not b.presenter.schliesse_ab()
    b.presenter.schliesse()


def test_another_draft_is_opened_after_this_one_is_saved() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    b.presenter.oeffne(b.vorgang.kennung, b.vorgang.fassungen[0].kennung)
    assert b.gespeichert().punkte[0].text.endswith("Neu.")
    assert b.view.letzter("zeige_entwurf")[0].eingereicht


def test_coming_back_to_the_same_draft_keeps_the_text() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    b.presenter.oeffne(b.vorgang.kennung, b.entwurf.kennung)
    assert len(b.view.alle("zeige_entwurf")) == 1


def test_submitting_saves_freezes_and_shows_it_read_only() -> None:
    b = _buehne()
    b.tippe(" Letztes Wort.")
    b.presenter.beginne_einreichen()
    pruefung, tag, nummer = b.view.letzter("zeige_einreichen")
    assert (pruefung.einreichbar, tag, nummer) == (True, HEUTE, "")
    b.presenter.reiche_ein(date(2026, 3, 1), " A 18 ")
    fest = b.gespeichert()
    assert (fest.eingereicht, fest.datum, fest.nummer) == (True, date(2026, 3, 1), "A 18")
    assert fest.punkte[0].text.endswith("Letztes Wort.")
    assert b.view.letzter("zeige_entwurf")[0].eingereicht
    vorher = b.offen.ablage.schreibvorgaenge
    b.presenter.getippt()
    b.uhr.vergeht(10_000)
    assert b.offen.ablage.schreibvorgaenge == vorher


def test_an_empty_draft_is_refused_in_words_and_stays_a_draft() -> None:
    b = _buehne()
    b.view.zeilen = tuple(
        replace(z, text="") if z.abschnitt is Abschnitt.PUNKTE else z for z in b.view.zeilen
    )
    b.presenter.reiche_ein(HEUTE, "")
    assert "keinen Beschlusspunkt" in b.view.letzter("zeige_hinweis")[0]
    assert not b.gespeichert().eingereicht


def test_two_quick_clicks_make_one_new_fassung() -> None:
    runner = WartenderRunner()
    b = _buehne(runner)
    while runner.wartend:
        runner.laufe()
    b.presenter.neue_fassung()
    b.presenter.neue_fassung()
    runner.laufe()
    assert not runner.wartend
    kennung, neu = b.ziele.letzter("bearbeite")
    assert kennung == b.vorgang.kennung
    fassungen = b.offen.services.vorgaenge.get(kennung).fassungen
    assert len(fassungen) == len(b.vorgang.fassungen) + 1
    assert fassungen[-1].kennung == neu
    b.presenter.neue_fassung()
    assert not runner.wartend, "the button stays under the mouse until the draft is shown"
    b.presenter.oeffne(kennung, neu)
    runner.laufe()
    b.presenter.neue_fassung()
    assert runner.wartend


def test_a_late_submission_does_not_cover_the_draft_opened_meanwhile() -> None:
    runner = WartenderRunner()
    b = _buehne(runner)
    while runner.wartend:
        runner.laufe()
    b.presenter.reiche_ein(HEUTE, "")
    andere = b.vorgang.fassungen[0].kennung
    b.presenter.oeffne(b.vorgang.kennung, andere)
    runner.laufe(1)
    gezeigt = len(b.view.alle("zeige_entwurf"))
    runner.laufe(0)
    assert len(b.view.alle("zeige_entwurf")) == gezeigt
    assert b.gespeichert().eingereicht


def test_takes_over_the_alternative_of_the_administration() -> None:
    b = _buehne(standpunkt=True)
    b.presenter.uebernimm_alternative()
    b.uhr.vergeht(RUHE)
    vorschlag = b.vorgang.fassungen[0]
    assert [p.text for p in b.gespeichert().punkte] == [p.text for p in vorschlag.punkte]
    assert [p.herkunft for p in b.gespeichert().punkte] == [p.herkunft for p in vorschlag.punkte]


def test_compares_with_the_fassung_it_comes_from() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    b.presenter.vergleiche()
    assert b.gespeichert().punkte[0].text.endswith("Neu.")
    assert b.ziele.letzter("vergleiche") == (b.vorgang.kennung, [b.entwurf.zu, b.entwurf.kennung])


def test_a_change_elsewhere_never_touches_the_text() -> None:
    b = _buehne()
    b.tippe(" Neu.")
    b.presenter.on_ereignis(VorgangGespeichert(b.vorgang.kennung))
    assert b.view.zeilen[2].text.endswith("Neu.")
    assert len(b.view.alle("zeige_entwurf")) == 1
    assert b.view.alle("zeige_kopf")


def test_a_draft_submitted_or_discarded_elsewhere_is_no_longer_edited() -> None:
    b = _buehne()
    b.offen.services.vorgaenge.reiche_ein(b.vorgang.kennung, b.entwurf.kennung, HEUTE)
    b.presenter.on_ereignis(VorgangGespeichert(b.vorgang.kennung))
    assert b.view.letzter("zeige_entwurf")[0].eingereicht
    b.presenter.on_ereignis(VorgangEntfernt(b.vorgang.kennung))
    assert "gelöscht" in b.view.letzter("zeige_leer")[0]


def test_a_discarded_draft_says_so() -> None:
    b = _buehne()
    b.offen.services.vorgaenge.verwerfe_entwurf(b.vorgang.kennung, b.entwurf.kennung)
    b.presenter.on_ereignis(VorgangGespeichert(b.vorgang.kennung))
    assert "verworfen" in b.view.letzter("zeige_leer")[0]


def test_without_a_vorgang_says_what_to_do() -> None:
    b = _buehne()
    b.presenter.oeffne(None)
    assert "Strg+N" in b.view.letzter("zeige_leer")[1]
    b.presenter.oeffne(b.vorgang.kennung, "gibt es nicht")
    assert "nicht mehr" in b.view.letzter("zeige_leer")[0]
