"""The part of the settings about names of files and the address of submission."""

from __future__ import annotations

from antragsbuero.services.dateinamen import MUSTER
from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.ui.einstellungen.ausgang import AusgangTeil
from tests.ui.bedienbarkeit import pruefe
from tests.ui.conftest import tippe


def _teil(qtbot, **werte) -> tuple[AusgangTeil, list[bool]]:
    teil, rufe = AusgangTeil(), []
    qtbot.addWidget(teil)
    teil.geaendert.connect(lambda: rufe.append(True))
    teil.fuelle(Bueroeinstellungen(fraktion="Fraktion Muster", **werte), gesperrt=False)
    teil.show()
    return teil, rufe


def test_the_example_follows_the_pattern(ui, qtbot) -> None:
    teil, rufe = _teil(qtbot)
    pruefe(teil)
    assert teil._beispiel.text() == (
        "Zum Beispiel: VII-A-00829-NF-03 Quartiersmanagement Synopse.pdf"
    )
    teil._muster.clear()
    tippe(teil._muster, "x {betreff}")
    assert teil._beispiel.text() == "Zum Beispiel: x Quartiersmanagement.pdf"
    assert teil.trage_ein(Bueroeinstellungen()).namensmuster == "x {betreff}"
    assert rufe


def test_a_pattern_with_faults_is_told_and_not_stored(ui, qtbot) -> None:
    teil, rufe = _teil(qtbot)
    teil._muster.clear()
    rufe.clear()
    tippe(teil._muster, "{nr}")
    assert "{nr}" in teil._beispiel.text()
    assert teil._beispiel.property("ton") == "rot"
    assert teil.trage_ein(Bueroeinstellungen()).namensmuster == MUSTER
    assert not rufe


def test_an_empty_pattern_is_the_usual_one_and_the_address_is_kept(ui, qtbot) -> None:
    teil, rufe = _teil(qtbot, namensmuster="{stueck}", email_einreichung="a@b.example")
    teil._muster.clear()
    tippe(teil._adresse, ", c@d.example ")
    neu = teil.trage_ein(Bueroeinstellungen(namensmuster="{stueck}"))
    assert neu.namensmuster == MUSTER
    assert neu.email_einreichung == "a@b.example, c@d.example"
    assert rufe
