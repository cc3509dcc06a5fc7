"""Why something is not saved, in the few words of the status bar."""

from __future__ import annotations

from antragsbuero.services.errors import Ablagefehler
from antragsbuero.storage.fehler import datentraeger_voll, nur_lesen
from antragsbuero.ui.shared.speicherstand import nicht_gespeichert


def test_faults_one_can_mend_are_named_in_two_words() -> None:
    voll = datentraeger_voll("Datenbank „/daten/antragsbuero.sqlite“")
    assert nicht_gespeichert(voll, str(voll)).text == "Nicht gespeichert: Datenträger voll"
    schutz = nur_lesen("Datenbank")
    assert nicht_gespeichert(schutz, str(schutz)).text == (
        "Nicht gespeichert: Ordner schreibgeschützt"
    )


def test_other_faults_say_their_first_sentence() -> None:
    fehler = Ablagefehler("Der Server antwortet nicht. Prüfen Sie die Verbindung.")
    assert nicht_gespeichert(fehler, str(fehler)).text == (
        "Nicht gespeichert: Der Server antwortet nicht"
    )
