"""The wording of a paper in its field."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextCursor

from antragsbuero.domain.absatz import Absatz, Auszeichnung, Auszeichnungsart
from antragsbuero.domain.bearbeitung import mit_fristen
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.ui.shared.wortlaut import fassung_bloecke
from antragsbuero.ui.shared.wortlaut_view import WortlautView


@pytest.mark.parametrize("davor", ["", "🌳🌳 ", "العربية 😀 "])
def test_marks_lie_on_their_words_behind_any_sign(ui, qtbot, davor) -> None:
    text = f"{davor}Die Stadt pflanzt bis zum 31.12.2027 Bäume."
    fett = Auszeichnung(text.index("Stadt"), text.index("Stadt") + 5, Auszeichnungsart.FETT)
    punkt = Beschlusspunkt("1.", (Absatz(text, auszeichnungen=(fett,)),))
    fassung = Fassung(Fassungsart.URSPRUNGSANTRAG, punkte=mit_fristen((punkt,)))
    view = WortlautView(ui, "Wortlaut")
    qtbot.addWidget(view)
    view.zeige(fassung_bloecke(fassung))
    frist = _worte(view, lambda form: bool(form.toolTip()))
    assert frist == "bis zum 31.12.2027"
    assert "Stadt" in _worte(view, lambda form: form.fontWeight() == QFont.Weight.DemiBold)


def test_words_of_sub_points_stand_right_behind_their_numbers(ui, qtbot) -> None:
    lang = "Die Stadt pflanzt Bäume. " * 12
    innen = Beschlusspunkt("a)", (Absatz(lang),), (Beschlusspunkt("i.", (Absatz(lang),)),))
    fassung = Fassung(
        Fassungsart.URSPRUNGSANTRAG, punkte=(Beschlusspunkt("1.", (Absatz(lang),), (innen,)),)
    )
    view = WortlautView(ui, "Wortlaut")
    qtbot.addWidget(view)
    view.resize(500, 800)
    view.show()
    view.zeige(fassung_bloecke(fassung))
    raender = []
    block = view.document().begin()
    while block.isValid():
        zeilen = block.layout()
        assert zeilen.lineCount() > 1
        worte = block.text().index("\t") + 1
        erste = zeilen.lineAt(0).cursorToX(worte)
        erste = erste[0] if isinstance(erste, tuple) else erste
        assert abs(erste - zeilen.lineAt(1).x()) < 1, "words of a point share one left edge"
        raender.append(erste)
        block = block.next()
    assert raender == sorted(set(raender))


def _worte(view: WortlautView, gemeint) -> str:
    """All words whose format is meant."""
    teile = []
    block = view.document().begin()
    while block.isValid():
        stueck = block.begin()
        while not stueck.atEnd():
            lauf = stueck.fragment()
            if gemeint(lauf.charFormat()):
                cursor = QTextCursor(view.document())
                cursor.setPosition(lauf.position())
                cursor.setPosition(lauf.position() + lauf.length(), QTextCursor.MoveMode.KeepAnchor)
                teile.append(cursor.selectedText())
            stueck += 1
        block = block.next()
    return "".join(teile)
