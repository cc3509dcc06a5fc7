"""The screen Editor with real widgets, keys and clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel

from antragsbuero.domain.absatz import Auszeichnung, Auszeichnungsart, absaetze
from antragsbuero.domain.bearbeitung import leite_ab
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.ui.editor.contract import Ziele
from antragsbuero.ui.editor.entwurf_edit import EntwurfEdit
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.editor.rows import (
    Abschnitt,
    Zeile,
    fassung_von,
    neuer_punkt,
    nummern,
    zeilen_von,
)
from antragsbuero.ui.editor.view import EditorView
from antragsbuero.ui.editor.wecker import QtWecker
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from tests.ui.aufbau import HEUTE, TestBuero, buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import pruefe
from tests.ui.conftest import tippe
from tests.ui.sofort import SofortRunner
from tests.ui.vergleichbau import schatten
from tests.ui.wecker import Uhr

UMSCHALT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
STRG = Qt.KeyboardModifier.ControlModifier


def _zeilen(*punkte: Zeile) -> tuple[Zeile, ...]:
    return (
        Zeile(Abschnitt.BETREFF, "Betreff"), Zeile(Abschnitt.VORSPANN, "Der Rat beschließt:"),
        *punkte, Zeile(Abschnitt.BEGRUENDUNG, "Weil es nötig ist."),
    )  # fmt: skip


@pytest.fixture
def edit(ui: UiContext, qtbot) -> EntwurfEdit:
    feld = EntwurfEdit(ui)
    qtbot.addWidget(feld)
    feld.resize(800, 500)
    feld.show()
    feld.zeige(_zeilen(neuer_punkt("Erster"), neuer_punkt("Zweiter"), neuer_punkt("Dritter")))
    return feld


def _punkte(edit: EntwurfEdit) -> list[tuple[str, int, str]]:
    return [
        (edit.nummer(k), z.ebene, z.text)
        for k, z in enumerate(edit.lies()) if z.abschnitt is Abschnitt.PUNKTE
    ]  # fmt: skip


def _herkunft(edit: EntwurfEdit) -> dict[str, str]:
    return {z.text: z.herkunft for z in edit.lies() if z.beginnt_punkt}


def test_what_is_shown_is_read_back(edit: EntwurfEdit) -> None:
    fassung = schatten().fassungen[1]
    fett = Auszeichnung(4, 14, Auszeichnungsart.FETT)
    zeilen = list(zeilen_von(fassung))
    zeilen[2] = replace(zeilen[2], text="😀 a Ergebnisse\nzweite 😀", auszeichnungen=(fett,))
    edit.zeige(zeilen)
    assert edit.lies() == tuple(zeilen)
    assert not edit.document().isUndoAvailable()


def test_enter_begins_a_point_with_an_identity_of_its_own(edit: EntwurfEdit, qtbot) -> None:
    vorher = _herkunft(edit)
    edit.setze_cursor(2, 99)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    tippe(edit, "Überörtlich")
    assert _punkte(edit) == [
        ("1.", 0, "Erster"), ("2.", 0, "Überörtlich"), ("3.", 0, "Zweiter"), ("4.", 0, "Dritter"),
    ]  # fmt: skip
    nachher = _herkunft(edit)
    assert nachher.pop("Überörtlich") not in vorher.values()
    assert nachher == vorher


def test_enter_before_the_words_leaves_them_their_identity(edit: EntwurfEdit, qtbot) -> None:
    vorher = _herkunft(edit)
    edit.setze_cursor(3, 0)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [p[2] for p in _punkte(edit)] == ["Erster", "", "Zweiter", "Dritter"]
    assert _herkunft(edit)["Zweiter"] == vorher["Zweiter"]
    edit.undo()
    assert _herkunft(edit) == vorher


def test_enter_numbers_the_rows_once(edit: EntwurfEdit, qtbot, monkeypatch) -> None:
    gezaehlt: list[int] = []

    def zaehle(zeilen):
        gezaehlt.append(len(zeilen))
        return nummern(zeilen)

    monkeypatch.setattr("antragsbuero.ui.editor.entwurf_text.nummern", zaehle)
    edit.setze_cursor(3, 0)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert gezaehlt == [7], "a draft of thousands of points feels a second time"
    assert [p[0] for p in _punkte(edit)] == ["1.", "2.", "3.", "4."]


def test_shift_enter_goes_on_in_the_same_point(edit: EntwurfEdit, qtbot) -> None:
    edit.setze_cursor(2, 99)
    qtbot.keyClick(edit, Qt.Key.Key_Return, UMSCHALT)
    tippe(edit, "Weiter")
    punkte = fassung_von(Fassung(Fassungsart.NEUFASSUNG), edit.lies()).punkte
    assert [a.text for a in punkte[0].absaetze] == ["Erster", "Weiter"]
    assert len(punkte) == 3


def test_tab_and_shift_tab_change_the_level(edit: EntwurfEdit, qtbot) -> None:
    edit.setze_cursor(3)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert [p[:2] for p in _punkte(edit)] == [("1.", 0), ("a)", 1), ("2.", 0)]
    assert edit.textCursor().blockNumber() == 3
    qtbot.keyClick(edit, Qt.Key.Key_Backtab, UMSCHALT)
    assert [p[:2] for p in _punkte(edit)] == [("1.", 0), ("2.", 0), ("3.", 0)]
    edit.undo()
    edit.undo()
    assert [p[1] for p in _punkte(edit)] == [0, 0, 0]
    edit.redo()
    assert [p[0] for p in _punkte(edit)] == ["1.", "a)", "2."]


def test_the_first_point_cannot_be_a_sub_point(edit: EntwurfEdit, qtbot) -> None:
    edit.setze_cursor(2)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert [p[1] for p in _punkte(edit)] == [0, 0, 0]


def test_alt_up_and_down_move_a_point_and_the_cursor(edit: EntwurfEdit, qtbot) -> None:
    vorher = _herkunft(edit)
    edit.setze_cursor(4, 3)
    qtbot.keyClick(edit, Qt.Key.Key_Up, ALT)
    assert [p[2] for p in _punkte(edit)] == ["Erster", "Dritter", "Zweiter"]
    cursor = edit.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (3, 3)
    qtbot.keyClick(edit, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(edit, Qt.Key.Key_Down, ALT)
    assert [p[2] for p in _punkte(edit)] == ["Erster", "Zweiter", "Dritter"]
    assert _herkunft(edit) == vorher


def test_the_first_point_keeps_the_title_above_it_after_a_move(edit: EntwurfEdit) -> None:
    edit.setze_cursor(3)
    edit.verschiebe(-1)
    raender = [edit.document().findBlockByNumber(k).blockFormat().topMargin() for k in (2, 3, 4)]
    assert raender[0] > 0
    assert raender[1:] == [0, 0]


def test_backspace_at_the_start_joins_with_the_point_above(edit: EntwurfEdit, qtbot) -> None:
    vorher = _herkunft(edit)
    edit.setze_cursor(3, 0)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert [p[2] for p in _punkte(edit)] == ["Erster Zweiter", "Dritter"]
    assert _herkunft(edit)["Erster Zweiter"] == vorher["Erster"]
    edit.undo()
    assert _herkunft(edit) == vorher


def test_an_empty_point_above_gives_way_to_the_words_below(edit: EntwurfEdit, qtbot) -> None:
    leer, voll = neuer_punkt(""), neuer_punkt("Bleibt")
    edit.zeige(_zeilen(leer, voll))
    edit.setze_cursor(3, 0)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert _herkunft(edit) == {"Bleibt": voll.herkunft}
    assert edit.document().findBlockByNumber(2).blockFormat().topMargin() > 0


@pytest.mark.parametrize(("zeile", "spalte", "taste"), [
    (0, 0, Qt.Key.Key_Backspace), (1, 0, Qt.Key.Key_Backspace), (2, 0, Qt.Key.Key_Backspace),
    (5, 0, Qt.Key.Key_Backspace), (0, 99, Qt.Key.Key_Delete), (1, 99, Qt.Key.Key_Delete),
    (4, 99, Qt.Key.Key_Delete), (5, 99, Qt.Key.Key_Delete),
])  # fmt: skip
def test_parts_are_never_joined(edit: EntwurfEdit, qtbot, zeile, spalte, taste) -> None:
    vorher = edit.lies()
    edit.setze_cursor(zeile, spalte)
    for halten in (Qt.KeyboardModifier.NoModifier, STRG):
        qtbot.keyClick(edit, taste, halten)
        assert edit.lies() == vorher


def _waehle(edit: EntwurfEdit, von: tuple[int, int], bis: tuple[int, int]) -> None:
    cursor = edit.textCursor()
    for (zeile, spalte), art in ((von, QTextCursor.MoveMode.MoveAnchor),
                                 (bis, QTextCursor.MoveMode.KeepAnchor)):  # fmt: skip
        cursor.setPosition(edit.document().findBlockByNumber(zeile).position() + spalte, art)
    edit.setTextCursor(cursor)


@pytest.mark.parametrize("tun", ["tippen", "loeschen", "ausschneiden", "einfuegen", "eingabe"])
def test_deleting_over_parts_leaves_each_part(edit: EntwurfEdit, qtbot, tun: str) -> None:
    _waehle(edit, (0, 3), (5, 4))
    match tun:
        case "tippen":
            tippe(edit, "Ä")
        case "loeschen":
            qtbot.keyClick(edit, Qt.Key.Key_Delete)
        case "ausschneiden":
            qtbot.keyClick(edit, Qt.Key.Key_X, STRG)
        case "einfuegen":
            daten = QMimeData()
            daten.setText("eins\nzwei")
            edit.insertFromMimeData(daten)
        case "eingabe":
            qtbot.keyClick(edit, Qt.Key.Key_Return)
    zeilen = edit.lies()
    assert [z.abschnitt for z in zeilen] == list(Abschnitt)
    assert zeilen[0].text.startswith("Bet")
    assert [z.text for z in zeilen[1:]] == ["", "", " es nötig ist."]


def test_enter_in_the_betreff_goes_on(edit: EntwurfEdit, qtbot) -> None:
    edit.setze_cursor(0, 99)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.textCursor().blockNumber() == 1
    assert edit.document().blockCount() == 6


def test_enter_in_an_empty_sub_point_steps_out_at_last_to_the_grounds(
    edit: EntwurfEdit, qtbot
) -> None:
    edit.setze_cursor(4, 99)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert _punkte(edit)[-1] == ("a)", 1, "")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert _punkte(edit)[-1] == ("4.", 0, "")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [p[2] for p in _punkte(edit)] == ["Erster", "Zweiter", "Dritter"]
    assert edit.lies()[edit.textCursor().blockNumber()].abschnitt is Abschnitt.BEGRUENDUNG


def test_pasted_html_becomes_points_with_emphasis_and_loads_nothing(edit: EntwurfEdit) -> None:
    daten = QMimeData()
    daten.setHtml("<ol><li>Der <b>Rat</b> tagt.<img src='file:///etc/passwd'><li>2. Ende</ol>")
    daten.setImageData("x")
    edit.setze_cursor(2, 99)
    edit.textCursor().insertText(" ")
    edit.insertFromMimeData(daten)
    assert [p[2] for p in _punkte(edit)] == [
        "Erster Der Rat tagt.", "Ende", "Zweiter", "Dritter"
    ]  # fmt: skip
    assert edit.lies()[2].auszeichnungen == (Auszeichnung(11, 14, Auszeichnungsart.FETT),)
    assert len({z.herkunft for z in edit.lies() if z.beginnt_punkt}) == 4
    edit.undo()
    assert len(_punkte(edit)) == 3


def test_pictures_and_files_are_refused(edit: EntwurfEdit) -> None:
    bild = QMimeData()
    bild.setImageData("x")
    assert not edit.canInsertFromMimeData(bild)
    art = QTextDocument.ResourceType.ImageResource.value
    assert edit.loadResource(art, QUrl("file:///etc/passwd")) is None


def test_two_megabytes_are_refused_in_words(edit: EntwurfEdit, qtbot) -> None:
    vorher = edit.lies()
    for text in ("Satz. " * 350_000, "kurz\n" * 20_000):
        daten = QMimeData()
        daten.setText(text)
        with qtbot.waitSignal(edit.abgelehnt) as signal:
            edit.insertFromMimeData(daten)
        assert "Importieren" in signal.args[0]
    assert edit.lies() == vorher


def test_emphasis_by_keys_is_stored(edit: EntwurfEdit, qtbot) -> None:
    _waehle(edit, (2, 0), (2, 6))
    qtbot.keyClick(edit, Qt.Key.Key_B, STRG)
    qtbot.keyClick(edit, Qt.Key.Key_U, STRG)
    arten = {a.art for a in edit.lies()[2].auszeichnungen}
    assert arten == {Auszeichnungsart.FETT, Auszeichnungsart.UNTERSTRICHEN}
    qtbot.keyClick(edit, Qt.Key.Key_B, STRG)
    assert {a.art for a in edit.lies()[2].auszeichnungen} == {Auszeichnungsart.UNTERSTRICHEN}


def test_replacing_rows_is_one_step_for_undo(edit: EntwurfEdit) -> None:
    vorher = edit.lies()
    neu = _zeilen(neuer_punkt("Ganz anders"))
    edit.ersetze(neu)
    assert edit.lies() == neu
    edit.undo()
    assert edit.lies() == vorher


# ---- the whole screen

Oeffne = Callable[..., EditorView]


@pytest.fixture
def oeffne(ui: UiContext, qtbot) -> Oeffne:
    def baue(fassung: Fassung | None = None, groesse: tuple[int, int] = (1200, 700)) -> EditorView:
        vorgang = schatten()
        entwurf = fassung or leite_ab(vorgang.fassungen[1], Fassungsart.NEUFASSUNG, ())
        vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
        view, ziele, uhr, offen = EditorView(ui), Aufzeichnung(), Uhr(), buero(vorgang)
        qtbot.addWidget(view)
        presenter = EditorPresenter(
            view, offen.services, SofortRunner(),
            Ziele(ziele.oeffne_vorgang, ziele.bearbeite, ziele.vergleiche,
                  ziele.speichern_beginnt, ziele.gespeichert),
            str, lambda: HEUTE, uhr.neu,
        )  # fmt: skip
        view.verbinde(presenter)
        view.resize(*groesse)
        with qtbot.waitExposed(view):
            view.show()
        view.zeige(Ort(Bildschirm.EDITOR, vorgang.kennung, (entwurf.kennung,)))
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.probe = (offen, uhr, vorgang.kennung, entwurf.kennung, ziele)
        return view

    return baue


def _gespeichert(view: EditorView) -> Fassung:
    offen, _, vorgang, entwurf, _ = view.probe
    return offen.services.vorgaenge.get(vorgang).fassung(entwurf)


def test_everything_has_a_name(oeffne: Oeffne) -> None:
    view = oeffne()
    pruefe(view)
    view._presenter.beginne_einreichen()
    pruefe(view)


def test_a_new_fassung_is_drafted_and_submitted_by_keyboard(oeffne: Oeffne, qtbot) -> None:
    view = oeffne()
    assert view._text.hasFocus()
    qtbot.keyClick(view._text, Qt.Key.Key_End)
    qtbot.keyClick(view._text, Qt.Key.Key_Return)
    tippe(view._text, "Über Bänke wird bis Ende 2. Quartal 2027 berichtet.")
    view.probe[1].vergeht(1000)
    assert _gespeichert(view).punkte[1].text.startswith("Über Bänke")
    texte = [feld.text() for feld in view._leiste.findChildren(QLabel)]
    assert "bis Ende 2. Quartal 2027 = 30.06.2027" in texte
    qtbot.keyClick(view._text, Qt.Key.Key_R, ALT)
    feld = view._einreichfeld
    qtbot.waitUntil(feld.isVisible)
    assert feld._nummer.hasFocus()
    tippe(feld._nummer, "A 18")
    qtbot.keyClick(feld._nummer, Qt.Key.Key_Return)
    assert (_gespeichert(view).eingereicht, _gespeichert(view).datum) == (True, HEUTE)
    assert view._text.isReadOnly()
    assert view._kopfleiste.neue.isVisible()
    qtbot.keyClick(view._text, Qt.Key.Key_A)
    assert view._text.lies() == zeilen_von(_gespeichert(view))


def test_esc_closes_the_panel_and_a_wrong_day_stays_there(oeffne: Oeffne, qtbot) -> None:
    view = oeffne()
    view._presenter.beginne_einreichen()
    feld = view._einreichfeld
    feld._datum.setText("irgendwann")
    qtbot.keyClick(feld._nummer, Qt.Key.Key_Return)
    assert not _gespeichert(view).eingereicht
    qtbot.keyClick(feld._nummer, Qt.Key.Key_Escape)
    assert not feld.isVisible()
    assert view._text.hasFocus()


def test_a_finding_leads_to_its_row(oeffne: Oeffne) -> None:
    view = oeffne(
        Fassung(Fassungsart.NEUFASSUNG, betreff="X", punkte=schatten().fassungen[0].punkte)
    )
    view._leiste.gewaehlt.emit(len(view._text.lies()) - 1)
    assert view._text.lies()[view._text.textCursor().blockNumber()].abschnitt is (
        Abschnitt.BEGRUENDUNG
    )


def test_deadlines_are_marked_in_the_text(oeffne: Oeffne) -> None:
    fassung = replace(
        leite_ab(schatten().fassungen[0], Fassungsart.NEUFASSUNG, ()), kennung="entwurf"
    )
    view = oeffne(fassung)
    markiert = {auswahl.cursor.selectedText() for auswahl in view._text.extraSelections()}
    assert "bis zum 30.06.2026" in markiert


def test_marks_stay_with_their_words_while_one_types(oeffne: Oeffne, qtbot) -> None:
    frist = "bis zum 30.06.2026"
    punkt = Beschlusspunkt("1.", absaetze([f"Es wird berichtet {frist}"]))
    view = oeffne(Fassung(Fassungsart.NEUFASSUNG, betreff="X", punkte=(punkt,)))

    def markiert() -> list[str]:
        return [auswahl.cursor.selectedText() for auswahl in view._text.extraSelections()]

    assert markiert() == [frist]
    tippe(view._text, " Ende")
    assert markiert() == [frist]
    view._text.setze_cursor(2, 0)
    tippe(view._text, "Auch ")
    assert markiert() == [frist]


def test_marks_never_lie_on_other_words_when_points_move(oeffne: Oeffne, qtbot) -> None:
    fristen = ("bis zum 30.06.2026", "bis zum 31.12.2027")
    punkte = (
        Beschlusspunkt("1.", absaetze([f"{fristen[0]} wird berichtet."])),
        Beschlusspunkt("2.", absaetze([f"Die Bänke an der Straße stehen {fristen[1]}."])),
    )
    view = oeffne(Fassung(Fassungsart.NEUFASSUNG, betreff="X", punkte=punkte))
    view._text.setze_cursor(2, 0)
    qtbot.keyClick(view._text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    markiert = {auswahl.cursor.selectedText() for auswahl in view._text.extraSelections()}
    assert markiert <= set(fristen)
    qtbot.keyClick(view._text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    markiert = {auswahl.cursor.selectedText() for auswahl in view._text.extraSelections()}
    assert markiert <= set(fristen)


def test_no_more_is_marked_than_can_be_seen_to(oeffne: Oeffne) -> None:
    punkte = tuple(
        Beschlusspunkt(f"{n}.", absaetze(["‹Ort› bis zum 30.06.2026"])) for n in range(1, 401)
    )
    view = oeffne(Fassung(Fassungsart.NEUFASSUNG, betreff="X", punkte=punkte))
    assert len(view._text.extraSelections()) == 500


def test_a_submitted_fassung_is_read_only_and_offers_a_new_one(oeffne: Oeffne, qtbot) -> None:
    fest = replace(schatten().fassungen[1], eingereicht=True, datum=date(2025, 11, 3))
    view = oeffne(replace(fest, kennung="fest"))
    assert view._text.isReadOnly()
    assert not view._werkzeuge.isVisible()
    woerter = [feld.text() for feld in view._leiste.findChildren(QLabel)]
    assert "Erkannte Fristen: 1" in woerter
    assert "Prüfung vor der Einreichung" not in woerter
    qtbot.mouseClick(view._kopfleiste.neue, Qt.MouseButton.LeftButton)
    offen, _, vorgang, _, ziele = view.probe
    neu = offen.services.vorgaenge.get(vorgang).fassungen[-1]
    assert ziele.letzter("bearbeite") == (vorgang, neu.kennung)
    assert neu.zu == "fest"


def test_narrow_and_low_windows_fold_the_checks(oeffne: Oeffne, qtbot) -> None:
    view = oeffne(groesse=(700, 420))
    assert view.width() == 700
    assert not view._leiste.isVisible()
    qtbot.mouseClick(view._werkzeuge.falten, Qt.MouseButton.LeftButton)
    assert view._leiste.isVisible()


def test_dark_and_contrast_repaint(oeffne: Oeffne, ui: UiContext) -> None:
    view = oeffne()
    bilder = set()
    for wahl in ("hell", "dunkel", "kontrast"):
        ui.theme.waehle(wahl)
        bilder.add(bytes(view.grab().toImage().constBits()))
    ui.theme.waehle("hell")
    assert len(bilder) == 3


def test_the_timer_rings_once_and_can_be_stopped(qtbot, ui: UiContext) -> None:
    wecker, geklingelt = QtWecker(ui.theme), []
    wecker.starte(5, lambda: geklingelt.append(1))
    assert wecker.laeuft
    qtbot.waitUntil(lambda: not wecker.laeuft)
    wecker.starte(60_000, lambda: geklingelt.append(2))
    wecker.halte_an()
    assert geklingelt == [1]
    assert not wecker.laeuft


def _buero_von(view: EditorView) -> TestBuero:
    return view.probe[0]


def test_looking_at_a_draft_writes_nothing(oeffne: Oeffne) -> None:
    view = oeffne()
    vorher = _buero_von(view).ablage.schreibvorgaenge
    view._text.setze_cursor(0)
    view.probe[1].vergeht(10_000)
    assert view.darf_gehen()
    assert _buero_von(view).ablage.schreibvorgaenge == vorher
