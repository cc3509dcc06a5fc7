"""Builds Vorgänge and services for tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.bearbeitung import mit_fristen
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.services.einstellungen import lade_ratsprofil
from antragsbuero.services.events import Ereignis, Ereignisse
from antragsbuero.services.fristen import finde_fristverluste
from antragsbuero.services.nachfragen import Nachfragen
from antragsbuero.services.vorgaenge import Vorgaenge
from tests.fakes.ablage import FakeAblage

HEUTE = date(2026, 3, 2)


def punkt(nummer: str, text: str, *unter: Beschlusspunkt) -> Beschlusspunkt:
    return Beschlusspunkt(nummer, absaetze([text]), unter)


def fassung(art: Fassungsart, tag: date | None, *punkte: Beschlusspunkt, zu: str | None = None):
    return Fassung(
        art=art,
        datum=tag,
        zu=zu,
        eingereicht=tag is not None,
        punkte=mit_fristen(punkte),
        begruendung=absaetze(["Weil es nötig ist."]),
    )


def beschlossener_vorgang() -> Vorgang:
    """A motion whose resolution changed one deadline, lost another and kept a third."""
    antrag = fassung(
        Fassungsart.NEUFASSUNG,
        date(2025, 3, 1),
        punkt("1.", "Im 2. Quartal 2025 wird der Marktplatz mit Bänken ausgestattet."),
        punkt("2.", "Die Stadt pflanzt im 3. Quartal 2025 zwanzig Linden an der Uferstraße."),
        punkt(
            "3.",
            "Bis zum 31. Dezember 2025 wird ein Trinkbrunnen gebaut.",
            punkt("a)", "Der Brunnen ist barrierefrei."),
        ),
    )
    beschluss = fassung(
        Fassungsart.BESCHLUSS,
        date(2025, 4, 9),
        punkt("1.", "Schnellstmöglich wird der Marktplatz mit Bänken ausgestattet."),
        punkt("2.", "Die Stadt pflanzt zwanzig Linden an der Uferstraße."),
        punkt(
            "3.",
            "Bis zum 31. Dezember 2025 wird ein Trinkbrunnen gebaut.",
            punkt("a)", "Der Brunnen ist barrierefrei."),
        ),
        zu=antrag.kennung,
    )
    vorgang = Vorgang(
        betreff="Mehr Aufenthalt am Fluss",
        stand=Stand.BESCHLOSSEN,
        nummern=("VII-A-01234",),
        fassungen=(antrag, beschluss),
    )
    return replace(vorgang, fristverluste=finde_fristverluste(vorgang))


@dataclass
class Buehne:
    """Services over a database in memory, and every event they told."""

    ablage: FakeAblage
    ereignisse: Ereignisse
    gehoert: list[Ereignis]
    vorgaenge: Vorgaenge
    nachfragen: Nachfragen

    def lege_ab(self, vorgang: Vorgang) -> Vorgang:
        self.ablage.write(lambda work: work.vorgaenge.add(vorgang))
        return self.vorgaenge.get(vorgang.kennung)


def buehne(heute: date = HEUTE) -> Buehne:
    ablage, ereignisse = FakeAblage(), Ereignisse()
    gehoert: list[Ereignis] = []
    ereignisse.subscribe(gehoert.append)
    vorgaenge = Vorgaenge(ablage, ereignisse, lambda: heute)
    nachfragen = Nachfragen(
        vorgaenge,
        lambda: lade_ratsprofil("leipzig"),
        lambda land, jahr: frozenset({date(jahr, 4, 3), date(jahr, 4, 6)}),
        lambda: heute,
    )
    return Buehne(ablage, ereignisse, gehoert, vorgaenge, nachfragen)
