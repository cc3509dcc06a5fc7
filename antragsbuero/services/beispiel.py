"""The sample Vorgang: an invented matter with every stage of a motion's life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from antragsbuero.domain.beratung import Beratung, Beratungsrolle
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.ratsprofil import Ratsprofil
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.resources import resource
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.events import Ereignisse, VorgangEntfernt, VorgangGespeichert
from antragsbuero.services.fristen import finde_fristverluste
from antragsbuero.services.nachfragen import frage_zu
from antragsbuero.services.ports import DokumentReader, UnitOfWork, WriteWork

_DATEI = "schulstrassen.txt"


class Beispiele:
    """Loads the sample once and removes it in one step."""

    def __init__(
        self,
        uow: UnitOfWork,
        ereignisse: Ereignisse,
        reader: DokumentReader,
        ratsprofil: Callable[[], Ratsprofil],
    ) -> None:
        self._uow = uow
        self._ereignisse = ereignisse
        self._reader = reader
        self._ratsprofil = ratsprofil

    def lade(self) -> Vorgang:
        """Stores the sample. Raises Abgelehnt if it is stored already."""
        beispiel = self._stelle_zusammen()

        def arbeit(work: WriteWork) -> Vorgang:
            vorhanden = work.vorgaenge.beispiele()
            if vorhanden:
                raise Abgelehnt(
                    f"Das Beispiel ist schon geladen (Kennung {vorhanden[0]}). "
                    "Es wurde nichts verändert."
                )
            work.vorgaenge.add(beispiel)
            return work.vorgaenge.get(beispiel.kennung)

        vorgang = self._uow.write(arbeit)
        self._ereignisse.publish(VorgangGespeichert(vorgang.kennung, neu=True))
        return vorgang

    def entferne(self) -> int:
        """Deletes the sample and returns how many Vorgänge that were (0 or 1)."""

        def arbeit(work: WriteWork) -> tuple[str, ...]:
            kennungen = work.vorgaenge.beispiele()
            for kennung in kennungen:
                work.vorgaenge.remove(kennung)
            return kennungen

        entfernt = self._uow.write(arbeit)
        for kennung in entfernt:
            self._ereignisse.publish(VorgangEntfernt(kennung))
        return len(entfernt)

    def geladen(self) -> str | None:
        """The kennung of the stored sample, None without one."""
        with self._uow.read() as arbeit:
            return next(iter(arbeit.vorgaenge.beispiele()), None)

    def _stelle_zusammen(self) -> Vorgang:
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.recognise import erkenne

        inhalt = resource("beispiel", _DATEI).read_bytes()
        erkannt = erkenne(self._reader(inhalt, _DATEI), self._ratsprofil()).vorgaenge
        if not erkannt:
            raise Buerofehler("Das mitgelieferte Beispiel kann nicht gelesen werden.")
        vorgang = replace(
            erkannt[0], beispiel=True, arbeitsnummer="BEISPIEL", stand=Stand.IN_UMSETZUNG
        )
        vorgang = replace(vorgang, fristverluste=finde_fristverluste(vorgang))
        return _mit_nachfrage(_mit_umsetzung(_mit_beratungen(vorgang)))


def _mit_beratungen(vorgang: Vorgang) -> Vorgang:
    folge = (
        Beratung("Ratsversammlung", date(2025, 3, 19), "17.1", Beratungsrolle.VERWEISUNG,
                 "Verweisung in die Gremien"),
        Beratung("FA Stadtentwicklung und Bau", date(2025, 4, 1), "5", Beratungsrolle.ERSTE_LESUNG,
                 "1. Lesung"),
        Beratung("FA Jugend, Schule und Demokratie", date(2025, 6, 12), "4",
                 Beratungsrolle.ZWEITE_LESUNG, "2. Lesung", "mehrheitlich zugestimmt"),
        Beratung("Ratsversammlung", date(2025, 7, 2), "18.4", Beratungsrolle.BESCHLUSSFASSUNG,
                 "Beschlussfassung", "mehrheitlich beschlossen"),
    )  # fmt: skip
    return replace(
        vorgang,
        beratungen=folge,
        schlagworte=("Schulweg", "Verkehrssicherheit"),
        ortsteile=("Lindenau", "Plagwitz"),
    )


def _mit_umsetzung(vorgang: Vorgang) -> Vorgang:
    """Judgements that differ, as they do in real disputes."""
    punkte = vorgang.beschluesse()[-1].punkte
    urteile = (
        (Umsetzungsstand.UMGESETZT, Umsetzungsstand.UMGESETZT),
        (Umsetzungsstand.UMGESETZT, Umsetzungsstand.TEILWEISE),
        (Umsetzungsstand.VERZOEGERT, Umsetzungsstand.NICHT_UMGESETZT),
    )
    return replace(
        vorgang,
        umsetzungen=tuple(
            Umsetzung(punkt.kennung, verwaltung, fraktion)
            for punkt, (verwaltung, fraktion) in zip(punkte, urteile, strict=False)
        ),
    )


def _mit_nachfrage(vorgang: Vorgang) -> Vorgang:
    beschluss = vorgang.beschluesse()[-1]
    punkt = beschluss.punkte[1]
    erstellt = date(2026, 9, 14)
    frage = frage_zu(vorgang, beschluss, punkt.bezeichnung, punkt, erstellt)
    nachfrage = Nachfrage(beschluss.kennung, (punkt.kennung,), (frage,), erstellt=erstellt)
    return replace(vorgang, nachfragen=(nachfrage,))
