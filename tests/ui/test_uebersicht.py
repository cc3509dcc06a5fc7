"""Übersicht: groups of what is due, counts, the first start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.friststand import Friststand
from antragsbuero.domain.vorgang import Stand
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.fristen import Fristeintrag
from antragsbuero.services.ports import Terminart, TerminZeile, VorgangZeile
from antragsbuero.ui.uebersicht.presenter import UebersichtPresenter, Ziele
from antragsbuero.ui.uebersicht.rows import faellig_rows, stufen_rows
from antragsbuero.ui.uebersicht.stages import HOECHSTENS, quadrate
from antragsbuero.ui.uebersicht.view import UebersichtView
from antragsbuero.ui.uebersicht.work_item import passend
from tests.ui.aufbau import HEUTE, bestand, buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import pruefe
from tests.ui.sofort import SofortRunner


def _presenter(view, *vorgaenge):
    offen, z = buero(*vorgaenge), Aufzeichnung()
    ziele = Ziele(z.oeffne, z.nachfrage, z.alle_fristen, z.neuer_antrag, z.importiere,
                  z.lade_beispiel, z.einstellungen)  # fmt: skip
    presenter = UebersichtPresenter(view, offen.services, SofortRunner(), ziele, str, lambda: HEUTE)
    return presenter, z, offen


def _eintrag(tag: date, stand: Friststand) -> Fristeintrag:
    return Fristeintrag("v", "Betreff", "f", "1", Frist("bis dann", tag, Genauigkeit.GENAU), stand)


def test_due_things_stand_in_their_groups() -> None:
    montag = date(2026, 3, 2)
    rows = faellig_rows(
        [
            _eintrag(montag - timedelta(1), Friststand.UEBERFAELLIG),
            _eintrag(montag, Friststand.OFFEN),
            _eintrag(montag + timedelta(6), Friststand.OFFEN),
            _eintrag(montag + timedelta(7), Friststand.OFFEN),
            _eintrag(montag + timedelta(56), Friststand.OFFEN),
            _eintrag(montag + timedelta(57), Friststand.OFFEN),
            _eintrag(montag - timedelta(9), Friststand.ERLEDIGT),
            _eintrag(montag, Friststand.ENTFALLEN),
        ],
        (),
        montag,
    )
    assert [row.titel for row in rows if row.ist_gruppe] == [
        "Überfällig (1)", "Diese Woche (2)", "In den nächsten acht Wochen (2)",
        "Im Beschluss verlorene Fristen (1)",
    ]  # fmt: skip
    assert [row.relativ for row in rows if not row.ist_gruppe][:3] == [
        "seit 1 Tag", "heute", "in 6 Tagen",
    ]  # fmt: skip
    assert len({row.kennung for row in rows}) == len(rows)


def test_missing_answers_and_wiedervorlagen_are_due_too() -> None:
    montag = date(2026, 3, 2)
    antwort = TerminZeile("v", "Betreff", Terminart.ANTWORT, montag - timedelta(3), ("p",), "",
                          "A-1", "n")  # fmt: skip
    wieder = TerminZeile("v", "Betreff", Terminart.WIEDERVORLAGE, montag + timedelta(1), ("p",),
                         "2", "Stand erfragen", None)  # fmt: skip
    spaeter = replace(wieder, datum=montag + timedelta(90))
    fristen = [_eintrag(montag - timedelta(1), Friststand.UEBERFAELLIG)]
    rows = faellig_rows(fristen, (antwort, wieder, spaeter), montag)
    assert [(r.titel, r.art, r.punkt, r.ton) for r in rows] == [
        ("Überfällig (2)", "", "", "rot"),
        ("Betreff", "Antwort der Stadt", "Nachfrage A-1", "rot"),
        ("Betreff", "Beschlussfrist", "Punkt 1 „bis dann“", "rot"),
        ("Diese Woche (1)", "", "", ""),
        ("Betreff", "Wiedervorlage", "Punkt 2 Stand erfragen", ""),
    ]


@given(st.lists(st.sampled_from(Stand), max_size=60))
def test_every_vorgang_is_counted_once(staende: list[Stand]) -> None:
    zeilen = [
        VorgangZeile(str(i), "", "ANTRAG", s, "", (), "", None, 1, 0, False, i)
        for i, s in enumerate(staende)
    ]
    assert sum(row.anzahl for row in stufen_rows(zeilen, ())) == len(staende)


@given(st.integers(0, 10_000), st.data())
def test_red_squares_never_vanish_and_never_outnumber(anzahl: int, data) -> None:
    from antragsbuero.ui.uebersicht.rows import StufeRow

    spaet = data.draw(st.integers(0, anzahl))
    alle, rot = quadrate(StufeRow("x", anzahl, spaet, False, False))
    assert alle == min(anzahl, HOECHSTENS)
    assert rot <= alle
    assert (rot > 0) == (spaet > 0)


def test_a_fault_is_told_with_a_way_out() -> None:
    view = Aufzeichnung()
    presenter, _, offen = _presenter(view, *bestand())

    def kaputt():
        raise Ablagefehler("Der Server antwortet nicht.")

    offen.ablage.read = kaputt
    presenter.lade()
    assert view.letzter("zeige_fehler") == ("Der Server antwortet nicht.",)


def test_the_screen_names_everything_and_leads_on(ui, qtbot) -> None:
    view = UebersichtView(ui)
    qtbot.addWidget(view)
    presenter, ziele, _ = _presenter(view, *bestand())
    view.verbinde(presenter)
    view.resize(1200, 800)
    view.show()
    presenter.lade()
    pruefe(view)
    qtbot.keyClick(view._liste, "\r")
    view._nachfrage()
    assert ziele.letzter("oeffne") == ziele.letzter("nachfrage")


def test_the_first_start_offers_the_sample(ui, qtbot) -> None:
    view = UebersichtView(ui)
    qtbot.addWidget(view)
    presenter, _, _ = _presenter(view)
    view.verbinde(presenter)
    view.resize(1024, 600)
    view.show()
    presenter.lade()
    assert view._stapel.currentIndex() == 2
    pruefe(view)


def test_a_narrow_item_keeps_what_is_to_be_done() -> None:
    zusatz = "Antrag · VIII-A-0114 · In Umsetzung · 1 Entwurf"
    assert passend(zusatz, lambda t: True) == zusatz
    assert passend(zusatz, lambda t: len(t) < 42) == "VIII-A-0114 · In Umsetzung · 1 Entwurf"
    assert passend(zusatz, lambda t: False) == "1 Entwurf"
