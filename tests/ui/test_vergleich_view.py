"""The screen Vergleich with real widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QPushButton

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.services.papier import Stueck
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.vergleich.fristband import wichtige
from antragsbuero.ui.vergleich.model import VergleichModel
from antragsbuero.ui.vergleich.presenter import VergleichPresenter, Ziele
from antragsbuero.ui.vergleich.rows import Rowart
from antragsbuero.ui.vergleich.streifen import Markenart, marken
from antragsbuero.ui.vergleich.view import VergleichView
from tests.ui.aufbau import buero
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.bedienbarkeit import pruefe
from tests.ui.conftest import tippe
from tests.ui.sofort import SofortRunner
from tests.ui.vergleichbau import fassung, punkt, schatten

Oeffne = Callable[..., VergleichView]


@pytest.fixture
def oeffne(ui: UiContext, qtbot) -> Oeffne:
    def baue(vorgang: Vorgang, *fassungen: str, groesse: tuple[int, int] = (1300, 760)):
        view = VergleichView(ui)
        qtbot.addWidget(view)
        offen = buero(vorgang)
        ziele = Aufzeichnung()
        presenter = VergleichPresenter(
            view, offen.services, SofortRunner(),
            Ziele(ziele.oeffne_vorgang, ziele.merke, ziele.zur_wiedervorlage), str,
        )  # fmt: skip
        view.verbinde(presenter)
        view.resize(*groesse)
        with qtbot.waitExposed(view):
            view.show()
        view.zeige(Ort(Bildschirm.VERGLEICH, vorgang.kennung, fassungen))
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.ziele = ziele
        return view

    return baue


@pytest.fixture
def view(oeffne: Oeffne) -> VergleichView:
    vorgang = schatten()
    return oeffne(vorgang, *(f.kennung for f in vorgang.fassungen[:2]))


def _lang(anzahl: int) -> Vorgang:
    """Two Fassungen of many points of which every tenth differs."""
    texte = [
        f"Punkt {n} betrifft die Straße {n} und den Platz {n * 7}. " * 3 for n in range(anzahl)
    ]
    andere = [t.replace("Straße", "Allee", 1) if n % 10 == 3 else t for n, t in enumerate(texte)]
    a, b = schatten().fassungen[:2]
    return Vorgang(
        betreff="Lang",
        fassungen=(
            replace(a, punkte=tuple(punkt(f"{n}.", t) for n, t in enumerate(texte, 1))),
            replace(b, punkte=tuple(punkt(f"{n}.", t) for n, t in enumerate(andere, 1))),
        ),
    )


def test_everything_has_a_name(view: VergleichView) -> None:
    pruefe(view)


def test_the_model_keeps_its_promises(view: VergleichView, qtmodeltester) -> None:
    qtmodeltester.check(view._tabelle.modell)
    leer = VergleichModel()
    qtmodeltester.check(leer)


def test_every_cell_can_be_read_aloud(view: VergleichView) -> None:
    modell = view._tabelle.modell
    for zeile in range(modell.rowCount()):
        for spalte in range(modell.columnCount()):
            text = modell.index(zeile, spalte).data(Qt.ItemDataRole.AccessibleTextRole)
            assert text.strip()
    name = QAccessible.queryAccessibleInterface(view._tabelle).text(QAccessible.Text.Name)
    assert name == "Vergleich der Fassungen"


def test_f7_goes_to_the_next_change_and_says_which(view: VergleichView, qtbot) -> None:
    view._tabelle.setFocus()
    anzahl = len(view._tabelle.modell.tafel.stellen)
    qtbot.keyClick(view._tabelle, Qt.Key.Key_F7)
    assert view._werkzeuge.stand.text() == f"Änderung 1 von {anzahl}"
    qtbot.keyClick(view._tabelle, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view._werkzeuge.stand.text() == f"Änderung {anzahl} von {anzahl}"


def test_each_change_is_on_screen_after_f7(oeffne: Oeffne, qtbot) -> None:
    vorgang = _lang(120)
    view = oeffne(vorgang)
    tabelle = view._tabelle
    for _ in range(len(tabelle.modell.tafel.stellen)):
        qtbot.keyClick(tabelle, Qt.Key.Key_F7)
        stelle = tabelle.delegate.hier
        row = tabelle.modell.row_der_zeile(stelle.zeile)
        bild = tabelle.delegate.bild(row, stelle.spalte, tabelle.columnWidth(stelle.spalte + 1))
        feld = bild.rahmen(tabelle.delegate.hier_nummer)
        assert not feld.isEmpty()
        oben = tabelle.rowViewportPosition(row) + feld.top()
        assert 0 <= oben <= tabelle.viewport().height() - feld.height()


def test_visible_rows_have_their_true_height_after_each_scroll(oeffne: Oeffne) -> None:
    view = oeffne(_lang(150), groesse=(700, 500))
    tabelle = view._tabelle
    leiste = tabelle.verticalScrollBar()
    for wert in (0, leiste.maximum() // 3, leiste.maximum(), leiste.maximum() // 2, 0):
        leiste.setValue(wert)
        nummer = tabelle.rowAt(0)
        while 0 <= nummer < tabelle.modell.rowCount():
            if tabelle.rowViewportPosition(nummer) > tabelle.viewport().height():
                break
            assert tabelle.rowHeight(nummer) == tabelle.delegate.hoehe(nummer, tabelle.breiten())
            nummer += 1


def test_scrolling_up_by_steps_never_jumps(oeffne: Oeffne) -> None:
    """The row in view moves by the step, though rows above get their true height."""
    view = oeffne(_lang(150), groesse=(700, 500))
    tabelle, leiste = view._tabelle, view._tabelle.verticalScrollBar()
    leiste.setValue(leiste.maximum())
    for _ in range(30):
        anker = tabelle.rowAt(tabelle.viewport().height() // 2)
        vorher = tabelle.rowViewportPosition(anker)
        leiste.setValue(leiste.value() - 40)
        assert abs(tabelle.rowViewportPosition(anker) - vorher - 40) <= 1


def test_the_band_names_the_lost_deadline_and_leads_there(view: VergleichView, qtbot) -> None:
    knoepfe = [k for k in view._band.findChildren(QPushButton) if k.text() == "Zur Stelle"]
    assert [k.accessibleName() for k in knoepfe] == ["Zur Stelle: Frist entfallen, Punkt 2"]
    qtbot.mouseClick(knoepfe[0], Qt.MouseButton.LeftButton)
    row = view._tabelle.modell.row(view._tabelle.currentIndex().row())
    assert row.name == "Punkt 2"


def test_a_lost_deadline_leads_to_the_wiedervorlage_of_its_point(oeffne: Oeffne, qtbot) -> None:
    vorgang = schatten()
    antrag, _, beschluss = vorgang.fassungen
    view = oeffne(vorgang, antrag.kennung, beschluss.kennung)
    (knopf,) = [k for k in view._band.findChildren(QPushButton) if k.text() == "Wiedervorlage"]
    qtbot.mouseClick(knopf, Qt.MouseButton.LeftButton)
    assert view.ziele.letzter("zur_wiedervorlage") == (
        vorgang.kennung, beschluss.punkte[1].kennung,
    )  # fmt: skip


def test_a_low_window_has_one_line_of_deadlines_until_asked(oeffne: Oeffne, qtbot) -> None:
    view = oeffne(schatten(), groesse=(976, 470))
    einzeln = [k for k in view._band.findChildren(QPushButton) if "Einzeln" in k.text()]
    assert view._band.height() < 50
    qtbot.mouseClick(einzeln[0], Qt.MouseButton.LeftButton)
    assert any(k.text() == "Zur Stelle" for k in view._band.findChildren(QPushButton))
    pruefe(view)


def test_the_find_line_counts_and_jumps(view: VergleichView, qtbot) -> None:
    view.suche()
    assert view._suchleiste.feld.hasFocus()
    tippe(view._suchleiste.feld, "Bezirken")
    assert view._tabelle.modell.row(view._tabelle.currentIndex().row()).name == "Punkt 6"
    assert view._suchleiste._stand.text() == "Zeile 1 von 1"
    qtbot.keyClick(view._suchleiste.feld, Qt.Key.Key_Escape)
    assert not view._suchleiste.isVisible()
    assert view._tabelle.delegate.fund == ""


def test_copies_rows_with_their_marks(view: VergleichView) -> None:
    tabelle = view._tabelle
    zeile = next(
        n for n in range(tabelle.modell.rowCount()) if tabelle.modell.row(n).name == "Punkt 2"
    )
    tabelle.selectRow(zeile)
    tabelle.copy()
    daten = QGuiApplication.clipboard().mimeData()
    assert "[-bis zum 30.06.2026" in daten.text()
    assert "<s>bis zum 30.06.2026" in daten.html()


def test_a_fold_opens_by_click(oeffne: Oeffne, qtbot) -> None:
    view = oeffne(schatten())
    tabelle = view._tabelle
    letzte = tabelle.modell.rowCount() - 1
    assert tabelle.modell.row(letzte).art is Rowart.LUECKE
    tabelle.scrollToBottom()
    ort = tabelle.visualRect(tabelle.modell.index(letzte, 1)).center()
    qtbot.mouseClick(tabelle.viewport(), Qt.MouseButton.LeftButton, pos=ort)
    assert view._werkzeuge.begruendung.isChecked()
    assert tabelle.modell.row(tabelle.modell.rowCount() - 1).art is Rowart.ZEILE


def test_corrections_by_keyboard_and_undo_through_edit(view: VergleichView, qtbot) -> None:
    tabelle = view._tabelle
    anzahl = tabelle.modell.rowCount()
    zeile = next(n for n in range(anzahl) if tabelle.modell.row(n).name == "Punkt 3")
    tabelle.setCurrentIndex(tabelle.modell.index(zeile, 2))
    tabelle.setFocus()
    strg_umschalt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(tabelle, Qt.Key.Key_L, strg_umschalt)
    assert tabelle.modell.rowCount() == anzahl + 1
    tabelle.undo()
    assert tabelle.modell.rowCount() == anzahl
    tabelle.redo()
    assert tabelle.modell.rowCount() == anzahl + 1


def test_the_strip_marks_jumps_and_walks(view: VergleichView, qtbot) -> None:
    tafel = view._tabelle.modell.tafel
    arten = {marke.art for marke in marken(tafel)}
    assert arten == set(Markenart)
    assert all(0 <= m.von <= m.bis <= 1 for m in marken(tafel))
    view.resize(900, 420)
    qtbot.mouseClick(
        view._streifen, Qt.MouseButton.LeftButton, pos=QPoint(10, view._streifen.height() - 2)
    )
    leiste = view._tabelle.verticalScrollBar()
    assert leiste.value() == leiste.maximum() > 0
    view._streifen.setFocus()
    qtbot.keyClick(view._streifen, Qt.Key.Key_Home)
    assert leiste.value() == 0
    qtbot.keyClick(view._streifen, Qt.Key.Key_Down)
    assert view._werkzeuge.stand.text().startswith("Änderung 1 von")
    assert "Änderungen in" in view._streifen.accessibleDescription()


def test_lost_deadlines_come_before_new_ones(view: VergleichView) -> None:
    fristen = wichtige(view._tabelle.modell.tafel.synopse)
    assert [f.art.value for f in fristen] == sorted(
        (f.art.value for f in fristen), key=["ENTFALLEN", "GEAENDERT", "NEU"].index
    )


def test_marks_stand_where_their_words_stand_also_after_an_emoji(oeffne: Oeffne) -> None:
    a, b = schatten().fassungen[:2]
    view = oeffne(
        Vorgang(betreff="x", fassungen=(
            replace(a, punkte=(punkt("", "😀😀 Der Plan gilt ein Jahr für alle Orte."),)),
            replace(b, punkte=(punkt("", "😀😀 Der Plan gilt zwei Jahre für alle Orte."),)),
        ))
    )  # fmt: skip
    tabelle = view._tabelle
    row = next(n for n in range(tabelle.modell.rowCount()) if tabelle.modell.row(n).kurz == "–")
    _, bild = tabelle.delegate.bild(row, 1, tabelle.columnWidth(2)).texte[0]
    text = bild._layout.text().encode("utf-16-le")
    markiert = {
        text[2 * lauf.von : 2 * lauf.bis].decode("utf-16-le")
        for lauf in bild.laeufe if lauf.grund
    }  # fmt: skip
    assert "".join(sorted(markiert)).replace(" ", "") in ("einJahrzweiJahre", "eineJahrzweiJahre")


def test_one_point_of_sixty_thousand_signs_and_many_odd_ones(oeffne: Oeffne) -> None:
    a, b = schatten().fassungen[:2]
    lang = "Der Rat beschließt viel. " * 2500
    seltsam = ("שלום עולם", "a\u0308", "\u200d", "𝔄" * 50, "wort" * 200)
    vorgang = Vorgang(betreff="B" * 500, fassungen=(
        replace(a, punkte=tuple(punkt("", t) for t in (lang, *seltsam))),
        replace(b, punkte=tuple(punkt("", t) for t in (lang + "Ende", *reversed(seltsam)))),
    ))  # fmt: skip
    view = oeffne(vorgang, groesse=(976, 500))
    view._tabelle.scrollToBottom()
    assert not view.grab().isNull()
    assert view.minimumSizeHint().width() < 976


def test_a_row_taller_than_the_window_is_read_by_keys(oeffne: Oeffne, qtbot) -> None:
    a, b = schatten().fassungen[:2]
    lang = "Der Rat beschließt viel. " * 400
    view = oeffne(
        Vorgang(betreff="x", fassungen=(
            replace(a, vorspann=(), punkte=(punkt("1.", lang), punkt("2.", "Ende."))),
            replace(b, vorspann=(), punkte=(punkt("1.", lang), punkt("2.", "Ende."))),
        )), groesse=(700, 420),
    )  # fmt: skip
    tabelle, leiste = view._tabelle, view._tabelle.verticalScrollBar()
    tabelle.setFocus()
    zeile, orte = tabelle.currentIndex().row(), [leiste.value()]
    while tabelle.currentIndex().row() == zeile:
        qtbot.keyClick(tabelle, Qt.Key.Key_PageDown)
        orte.append(leiste.value())
        assert orte[-1] - orte[-2] < tabelle.viewport().height() or (
            tabelle.currentIndex().row() != zeile
        )
        assert len(orte) < 100
    assert len(orte) > 4
    assert tabelle.modell.row(tabelle.currentIndex().row()).name == "Punkt 2"
    while leiste.value():
        qtbot.keyClick(tabelle, Qt.Key.Key_PageUp)
        assert len(orte) < 200
        orte.append(leiste.value())


def test_dark_and_contrast_repaint(view: VergleichView, ui: UiContext) -> None:
    bilder = set()
    for wahl in ("hell", "dunkel", "kontrast"):
        ui.theme.waehle(wahl)
        bilder.add(bytes(view.grab().toImage().constBits()))
    ui.theme.waehle("hell")
    assert len(bilder) == 3


def test_ctrl_p_prints_only_what_is_there(oeffne: Oeffne) -> None:
    view = oeffne(Vorgang(betreff="leer"))
    assert not view.drucke()
    pruefe(view)


def test_ctrl_p_asks_for_the_preview_of_the_table(view: VergleichView, qtbot) -> None:
    with qtbot.waitSignal(view.vorschau) as signal:
        assert view.drucke()
    (auftrag,) = signal.args
    assert auftrag.dateiname.endswith(".pdf")
    papier = auftrag.komponiere()
    assert papier.stueck is Stueck.SYNOPSE
    assert papier.dokument.querformat


def test_a_written_file_offers_its_folder(view: VergleichView, tmp_path) -> None:
    view.zeige_export(Exportergebnis(tmp_path / "Vergleich.pdf", ()))
    assert view._hinweis.text == "Gespeichert: Vergleich.pdf"
    assert view._hinweis._knopf.isVisible()


def test_four_columns_and_none_of_them_dated(oeffne: Oeffne) -> None:
    from antragsbuero.domain.fassung import Fassungsart

    entwuerfe = tuple(
        fassung(Fassungsart.NEUFASSUNG, None, punkt("1.", f"Text {n} für alle Schulen der Stadt."))
        for n in range(4)
    )
    view = oeffne(
        Vorgang(betreff="x", fassungen=entwuerfe), *(f.kennung for f in entwuerfe),
        groesse=(976, 500),
    )  # fmt: skip
    assert view._tabelle.modell.columnCount() == 5
    assert sum(view._tabelle.breiten()) + 60 <= view._tabelle.viewport().width() + 1
    pruefe(view)
