"""Invented Vorgänge and the services over a unit of work in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.beratung import Beratung, Beratungsrolle
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Fristverlust, Genauigkeit, Verlustart
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgang, Vorgangsart
from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.formats.eml_writer import schreibe_eml
from antragsbuero.formats.html_fragment import fragment
from antragsbuero.formats.safe_write import write_file
from antragsbuero.services.anlagen import Anlagen
from antragsbuero.services.ausgang import Ausgang
from antragsbuero.services.beispiel import Beispiele
from antragsbuero.services.briefkoepfe import Briefkoepfe
from antragsbuero.services.einreichung import Einreichung
from antragsbuero.services.einstellungen import Einstellungen
from antragsbuero.services.events import Ereignisse
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.fristen import Fristen
from antragsbuero.services.importe import Importe
from antragsbuero.services.nachfragen import Nachfragen
from antragsbuero.services.registry import Services
from antragsbuero.services.suche import Suche
from antragsbuero.services.vergleiche import Vergleiche
from antragsbuero.services.vorgaenge import Vorgaenge
from antragsbuero.services.vorschau import Vorschauen
from tests.fakes.ablage import FakeAblage
from tests.fakes.seiten import FakeSeiten

HEUTE = date(2026, 3, 2)


def punkt(nummer: str, text: str, *fristen: Frist) -> Beschlusspunkt:
    return Beschlusspunkt(nummer, absaetze([text]), fristen=fristen)


def frist(wortlaut: str, tag: date) -> Frist:
    return Frist(wortlaut, tag, Genauigkeit.GENAU)


def spielplatz() -> Vorgang:
    """A matter with its whole life: four Fassungen, a lost deadline, a late report."""
    antrag = Fassung(
        Fassungsart.URSPRUNGSANTRAG, date(2024, 1, 15), "A 0114", ("Fraktion Muster",),
        eingereicht=True, betreff="Spielplätze an heißen Tagen beschatten",
        punkte=(punkt("", "Die Stadt beschattet ihre Spielplätze."),),
        begruendung=absaetze(["An heißen Tagen sind viele Spielplätze nicht zu nutzen."]),
    )  # fmt: skip
    standpunkt = Fassung(
        Fassungsart.VERWALTUNGSSTANDPUNKT, date(2024, 3, 18), "A 0114-VSP", ("Dezernat Umwelt",),
        zu=antrag.kennung, eingereicht=True,
        punkte=(punkt("1.", "Das Amt für Stadtgrün legt eine Liste vor."),
                punkt("2.", "Drei Spielplätze erhalten ein Sonnensegel.")),
    )  # fmt: skip
    neu = Fassung(
        Fassungsart.NEUFASSUNG, date(2024, 4, 22), "A 0114-NF-01", ("Fraktion Muster",),
        zu=standpunkt.kennung, eingereicht=True,
        betreff="Spielplätze an heißen Tagen beschatten",
        punkte=(punkt("1.", "Bis zum 30.06.2024 legt die Stadt eine Liste vor.",
                      frist("bis zum 30.06.2024", date(2024, 6, 30))),
                punkt("2.", "Bis zum 31.03.2025 erhalten fünf Spielplätze ein Sonnensegel.",
                      frist("bis zum 31.03.2025", date(2025, 3, 31)))),
        begruendung=absaetze(["Wir übernehmen den Vorschlag und nennen Termine."]),
    )  # fmt: skip
    beschluss = Fassung(
        Fassungsart.BESCHLUSS, date(2024, 5, 15), "A 0114", zu=neu.kennung, eingereicht=True,
        punkte=(punkt("1.", "Schnellstmöglich legt die Stadt eine Liste vor."),
                punkt("2.", "Bis zum 31.03.2025 erhalten fünf Spielplätze ein Sonnensegel.",
                      frist("bis zum 31.03.2025", date(2025, 3, 31))),
                punkt("3.", "Der Rat wird jährlich unterrichtet.")),
    )  # fmt: skip
    verlust = Fristverlust(
        Verlustart.GEAENDERT, beschluss.kennung, neu.kennung, "1",
        frist("bis zum 30.06.2024", date(2024, 6, 30)),
        Frist("schnellstmöglich", None, Genauigkeit.DRINGLICH),
    )  # fmt: skip
    return Vorgang(
        betreff="Spielplätze an heißen Tagen beschatten", stand=Stand.IN_UMSETZUNG,
        nummern=("VIII-A-0114",), einreicher=("Fraktion Muster",), zustaendig="Anke Beyer",
        schlagworte=("Klima", "Kinder"), ortsteile=("Südstadt",), notizen="Vor Ort nachsehen.",
        fassungen=(antrag, standpunkt, neu, beschluss),
        abstimmungen=(Abstimmung(Abstimmungsergebnis.BESCHLOSSEN, "mehrheitlich beschlossen",
                                 Mehrheit.MEHRHEITLICH, neu.kennung, beschluss.kennung,
                                 ja=38, nein=21),),
        beratungen=(Beratung("Rat", date(2024, 5, 15), "12.3", Beratungsrolle.BESCHLUSSFASSUNG,
                             "Beschlussfassung", "mehrheitlich beschlossen"),),
        berichte=(Bericht(Berichtsart.ENDBERICHT, date(2025, 10, 6), "A 0114-EB",
                          ("Dezernat Umwelt",), beschluss.kennung,
                          (Berichtsteil("1", absaetze(["Die Liste liegt vor."])),)),),
        umsetzungen=(Umsetzung(beschluss.punkte[1].kennung, Umsetzungsstand.UMGESETZT,
                               Umsetzungsstand.TEILWEISE),),
        fristverluste=(verlust,),
    )  # fmt: skip


def einfach(betreff: str, stand: Stand = Stand.ENTWURF, nummer: str = "") -> Vorgang:
    """A matter with one Fassung, a draft unless it has a number."""
    fassung = Fassung(
        Fassungsart.URSPRUNGSANTRAG, date(2026, 1, 12) if nummer else None, nummer,
        eingereicht=bool(nummer), betreff=betreff,
        punkte=(punkt("", f"Die Stadt befasst sich mit: {betreff}."),),
    )  # fmt: skip
    return Vorgang(
        betreff=betreff, stand=stand, nummern=(nummer,) if nummer else (),
        arbeitsnummer="" if nummer else "Entwurf 2026-001", fassungen=(fassung,),
    )  # fmt: skip


def bestand() -> tuple[Vorgang, ...]:
    """Some Vorgänge of every Stand, the last is the newest."""
    return (
        einfach("Trinkwasser am Marktplatz", Stand.ABGELEHNT, "VIII-A-0031"),
        einfach("Bänke mit Lehne am Uferweg", Stand.IN_BERATUNG, "VIII-A-0207"),
        Vorgang(
            betreff="Baustellenmanagement in der Innenstadt", art=Vorgangsart.ANFRAGE,
            stand=Stand.EINGEREICHT, nummern=("VIII-F-0311",),
        ),
        spielplatz(),
        einfach("Fahrradbügel vor jeder Schule"),
    )  # fmt: skip


class _Faeden(FakeAblage):
    """Lets several threads share the unit of work in memory, one after the other."""

    def __init__(self, *vorgaenge: Vorgang, **werte: Any) -> None:
        self._schloss = threading.RLock()
        super().__init__(*vorgaenge, **werte)

    @contextmanager
    def read(self):
        with self._schloss, super().read() as arbeit:
            yield arbeit

    def write(self, arbeit):
        with self._schloss:
            return super().write(arbeit)


@dataclass
class TestBuero:
    """An opened office as the window gets it."""

    __test__ = False

    ablage: FakeAblage
    services: Services
    ort: str = "Lokale Datenbank"
    ordner: Path = Path("/nirgends")
    nur_lesen: bool = False
    schliesse: Callable[[], None] = field(default=lambda: None)


def buero(*vorgaenge: Vorgang, nur_lesen: bool = False) -> TestBuero:
    ablage = _Faeden(*vorgaenge, nur_lesen=nur_lesen)
    return TestBuero(ablage, dienste(ablage), nur_lesen=nur_lesen)


def dienste(ablage: FakeAblage) -> Services:
    ereignisse = Ereignisse()
    einstellungen = Einstellungen(ablage, ereignisse)
    vorgaenge = Vorgaenge(ablage, ereignisse, lambda: HEUTE)

    def lies(inhalt: bytes, name: str):
        raise AssertionError(f"kein Leser für {name}")

    exporte = Exporte({}, einstellungen.briefkopf, lambda: HEUTE, None, _pdf)
    anlagen = Anlagen(ablage, ereignisse, lambda ziel, inhalt: ziel.write_bytes(inhalt))
    vergleiche = Vergleiche(ablage)
    return Services(
        vorgaenge=vorgaenge,
        anlagen=anlagen,
        importe=Importe(ablage, ereignisse, lies, einstellungen.ratsprofil, lambda: HEUTE),
        vergleiche=vergleiche,
        exporte=exporte,
        briefkoepfe=Briefkoepfe(
            Path("gibt-es-nicht"), pruefe_briefkopf, schreibe_mit_briefkopf, write_file
        ),
        ausgang=Ausgang(
            vorgaenge.get, exporte, vergleiche, einstellungen.namenswahl, lambda: HEUTE
        ),
        einreichung=Einreichung(
            exporte, anlagen.inhalt, einstellungen, schreibe_eml, fragment, lambda: HEUTE
        ),
        vorschauen=Vorschauen(
            exporte, lambda inhalt: FakeSeiten(), lambda ziel, inhalt: ziel.write_bytes(inhalt)
        ),
        fristen=Fristen(ablage),
        nachfragen=Nachfragen(
            vorgaenge, einstellungen.ratsprofil, lambda land, jahr: frozenset(), lambda: HEUTE
        ),
        suche=Suche(ablage),
        einstellungen=einstellungen,
        beispiele=Beispiele(ablage, ereignisse, lies, einstellungen.ratsprofil),
        pflege=ablage,
        ereignisse=ereignisse,
    )


def _pdf(dokument: Dokument) -> tuple[bytes, list[str]]:
    return f"PDF {dokument.titel}".encode(), []
