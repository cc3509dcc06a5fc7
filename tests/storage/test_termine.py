"""Days of Nachfragen and Wiedervorlagen: alike in memory, SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.services.ports import Terminart, TerminZeile
from tests.services.bau import beschlossener_vorgang


def test_missing_answers_and_wiedervorlagen_by_date(ablage):
    vorgang = beschlossener_vorgang()
    beschluss = vorgang.beschluesse()[0]
    eins, zwei, drei = beschluss.punkte
    unter = drei.punkte[0]

    def nachfrage(nummer, punkt, frist, antwort=None):
        return Nachfrage(
            beschluss.kennung, (punkt.kennung,), ("Wann?",), nummer=nummer,
            eingereicht=date(2026, 1, 2) if frist else None, antwortfrist=frist, antwort=antwort,
        )  # fmt: skip

    offen = nachfrage("F 1", eins, date(2026, 2, 2))
    vorgang = replace(
        vorgang,
        nachfragen=(
            offen, nachfrage("F 2", zwei, date(2026, 2, 1), "antwort"), nachfrage("", zwei, None),
        ),
        umsetzungen=(
            Umsetzung(unter.kennung, notiz="Anrufen", wiedervorlage=date(2026, 1, 5)),
            Umsetzung(zwei.kennung),
        ),
    )  # fmt: skip
    ablage.write(lambda arbeit: arbeit.vorgaenge.add(vorgang))

    with ablage.read() as arbeit:
        zeilen = list(arbeit.vorgaenge.termine())

    assert zeilen == [
        TerminZeile(
            vorgang.kennung, vorgang.betreff, Terminart.WIEDERVORLAGE, date(2026, 1, 5),
            (unter.kennung,), "a", "Anrufen", None,
        ),
        TerminZeile(
            vorgang.kennung, vorgang.betreff, Terminart.ANTWORT, date(2026, 2, 2),
            (eins.kennung,), "", "F 1", offen.kennung,
        ),
    ]  # fmt: skip
