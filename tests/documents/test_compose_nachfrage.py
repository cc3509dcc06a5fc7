"""The paper of a Nachfrage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from antragsbuero.documents.compose_nachfrage import nachfrage_dokument
from antragsbuero.dokument.dokument import Liste, Textrolle
from antragsbuero.domain.bericht import Bericht, Berichtsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from tests.documents.schwimmhalle import BESCHLUSS, KOPF, NACHFRAGE, STICHTAG, VORGANG
from tests.documents.test_compose_fassung import angaben, ueberschriften


def papier(nachfrage=NACHFRAGE, vorgang=VORGANG, tag=STICHTAG):
    return nachfrage_dokument(vorgang, nachfrage, KOPF, tag)


def absaetze(dokument):
    return [b.text for b in dokument.bloecke if hasattr(b, "rolle")]


def test_each_point_has_its_block_with_wording_deadline_and_questions():
    dokument = papier()
    assert ueberschriften(dokument)[1:] == ["Beschlusspunkt 2", "Beschlusspunkt 3"]
    zitate = [b.text for b in dokument.bloecke if getattr(b, "rolle", None) is Textrolle.ZITAT]
    assert zitate[0].startswith("2. Die Zahl der Kurse")
    assert zitate[1] == "a) Die Kurse finden auch in den Ferien statt."
    assert (
        "Die Frist „bis zum 31. Dezember 2024“ (31.12.2024) ist seit 73 Tagen abgelaufen."
        in absaetze(dokument)
    )
    listen = [b for b in dokument.bloecke if isinstance(b, Liste)]
    assert [p.zeichen for liste in listen for p in liste.punkte] == ["1.", "2."]


def test_head_names_number_and_day_of_the_resolution():
    kopf = angaben(papier())
    assert kopf["Zu"] == "Beschluss B-0077/24 vom 28.02.2024 (Stadtrat)"
    assert kopf["Nummer"] == "III-F-0530"
    assert kopf["Datum"] == "14.03.2025"


def test_salutation_and_closing():
    texte = absaetze(papier())
    assert "Sehr geehrte Frau Oberbürgermeisterin," in texte
    assert texte[-3:] == [
        "Wir bitten um schriftliche Antwort bis zum 11.04.2025, einzeln zu jeder Frage.",
        "Mit freundlichen Grüßen",
        KOPF.fraktion,
    ]


def test_draft_of_one_point_without_questions():
    entwurf = replace(
        NACHFRAGE, punkte=NACHFRAGE.punkte[:1], fragen=(), eingereicht=None, nummer="",
        antwortfrist=None, erstellt=None, einleitung="Guten Tag,\nes geht um die Kurse.",
    )  # fmt: skip
    dokument = papier(entwurf, replace(VORGANG, nichtoeffentlich=True))
    assert dokument.entwurf
    assert angaben(dokument)["Nummer"] == "Nummer wird vergeben"
    assert angaben(dokument)["Status"] == "nichtöffentlich"
    assert dokument.kopfzeile[1] == "nichtöffentlich"
    assert "es geht um die Kurse." in absaetze(dokument)
    assert not [b for b in dokument.bloecke if isinstance(b, Liste)]


def test_questions_that_do_not_go_up_evenly_stand_together():
    dokument = papier(replace(NACHFRAGE, fragen=("eins?", "zwei?", "drei?\nnoch etwas")))
    assert ueberschriften(dokument)[-1] == "Fragen"
    (liste,) = [b for b in dokument.bloecke if isinstance(b, Liste)]
    assert [p.zeichen for p in liste.punkte] == ["1.", "2.", "3."]


def test_four_questions_on_two_points_are_two_for_each():
    dokument = papier(replace(NACHFRAGE, fragen=("1a?", "1b?", "2a?", "2b?")))
    listen = [b for b in dokument.bloecke if isinstance(b, Liste)]
    assert [[p.zeichen for p in liste.punkte] for liste in listen] == [["1.", "2."], ["3.", "4."]]


@pytest.mark.parametrize(
    ("tag", "satz"),
    [(date(2025, 1, 1), "seit gestern"), (date(2024, 12, 31), None), (date(2024, 1, 1), None)],
)
def test_only_passed_deadlines_are_named(tag, satz):
    saetze = [t for t in absaetze(papier(tag=tag)) if t.startswith("Die Frist")]
    assert bool(saetze) == bool(satz)
    assert not satz or satz in saetze[0]


def test_a_day_in_the_words_of_a_deadline_is_not_repeated():
    frist = Frist("bis 31.12.2024", date(2024, 12, 31), Genauigkeit.GENAU)
    punkt = replace(BESCHLUSS.punkte[1], fristen=(frist,))
    beschluss = replace(BESCHLUSS, punkte=(punkt,), nummer="", datum=None)
    vorgang = replace(VORGANG, fassungen=(beschluss,))
    dokument = papier(replace(NACHFRAGE, punkte=(punkt.kennung,)), vorgang)
    assert "Die Frist „bis 31.12.2024“ ist seit 73 Tagen abgelaufen." in absaetze(dokument)
    assert angaben(dokument)["Zu"] == "Beschluss III-A-0412 (Stadtrat)"


def test_a_sub_point_is_named_with_the_point_above_it():
    unter = BESCHLUSS.punkte[1].punkte[0]
    dokument = papier(replace(NACHFRAGE, punkte=(unter.kennung,)))
    assert ueberschriften(dokument)[1] == "Beschlusspunkt 2 a"


def test_a_second_nachfrage_refers_to_the_answer():
    antwort = Bericht(Berichtsart.ANTWORT, date(2025, 2, 1), "III-F-0501-AW-01")
    vorgang = replace(VORGANG, berichte=(antwort,))
    dokument = papier(replace(NACHFRAGE, zu_antwort=antwort.kennung), vorgang)
    assert "Ihre Antwort III-F-0501-AW-01 vom 01.02.2025 lässt folgende Fragen offen." in absaetze(
        dokument
    )


def test_an_unknown_resolution_is_an_error():
    with pytest.raises(KeyError):
        papier(replace(NACHFRAGE, beschluss="unbekannt"))


def test_without_a_faction_in_the_settings_no_empty_line_is_left():
    ohne = nachfrage_dokument(VORGANG, NACHFRAGE, replace(KOPF, fraktion=""), STICHTAG)
    assert "Eingereicht von" in angaben(papier())
    assert "Eingereicht von" not in angaben(ohne)
