"""Taking in papers: read, recognise, let a person look, store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antragsbuero.documents.erkennung import Ausgelassen, Erkennung, Zweifel
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.systemfehler import grund
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.ratsprofil import Ratsprofil
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.events import Ereignisse, VorgangGespeichert
from antragsbuero.services.fristen import finde_fristverluste
from antragsbuero.services.ports import DokumentReader, UnitOfWork, WriteWork
from antragsbuero.services.vorgaenge import mit_arbeitsnummer, mit_verlauf

HOECHSTGROESSE = 50 * 1024 * 1024
"""Bytes; a larger file is no council paper (reliability.md, „Archives“)."""


@dataclass(frozen=True, slots=True)
class Importvorschlag:
    """What was recognised in one source, before anybody stored it."""

    name: str
    quelltext: str
    vorgaenge: tuple[Vorgang, ...]
    zweifel: tuple[Zweifel, ...]
    ausgelassen: tuple[Ausgelassen, ...]


class Importe:
    """Use cases of the import."""

    def __init__(
        self,
        uow: UnitOfWork,
        ereignisse: Ereignisse,
        reader: DokumentReader,
        ratsprofil: Callable[[], Ratsprofil],
        heute: Callable[[], date],
    ) -> None:
        self._uow = uow
        self._ereignisse = ereignisse
        self._reader = reader
        self._ratsprofil = ratsprofil
        self._heute = heute

    def lies_datei(self, pfad: Path) -> Importvorschlag:
        """Reads and recognises a file. Raises Buerofehler with a German message."""
        return self.lies(self._inhalt(pfad), pfad.name)

    @staticmethod
    def _inhalt(pfad: Path) -> bytes:
        try:
            if pfad.is_dir():
                raise Buerofehler(f"„{pfad}“ ist ein Ordner. Bitte eine Datei angeben.")
            if pfad.stat().st_size > HOECHSTGROESSE:
                raise Buerofehler(
                    f"„{pfad.name}“ ist größer als {HOECHSTGROESSE // 1024**2} MB. "
                    "Es wurde nichts übernommen. Bitte nur den Teil speichern, der den "
                    "Vorgang enthält, und diesen importieren."
                )
            return pfad.read_bytes()
        except FileNotFoundError:
            raise Buerofehler(f"Die Datei „{pfad}“ gibt es nicht.") from None
        except OSError as fehler:
            raise Buerofehler(
                f"Die Datei „{pfad}“ kann nicht gelesen werden ({grund(fehler)}). "
                "Es wurde nichts übernommen."
            ) from fehler

    def lies_text(self, text: str, name: str = "Zwischenablage.txt") -> Importvorschlag:
        """Recognises pasted text."""
        return self.lies(text.encode("utf-8", "replace"), name)

    def lies_zwischenablage(self, text: str, html: str = "") -> Importvorschlag:
        """Recognises what was copied; the HTML where it says more than the plain text.

        HTML keeps headings and the numbers of lists. It is only read, never rendered.
        """
        if html.strip():
            try:
                vorschlag = self.lies(html.encode("utf-8", "replace"), "Zwischenablage.html")
            except Buerofehler:
                if not text.strip():
                    raise
            else:
                if vorschlag.vorgaenge or not text.strip():
                    return vorschlag
        return self.lies_text(text)

    def lies(self, inhalt: bytes, name: str) -> Importvorschlag:
        """Recognises the bytes of a file. Raises Buerofehler with a German message."""
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.recognise import erkenne

        dokument = self._lies_dokument(inhalt, name)
        erkennung = erkenne(dokument, self._ratsprofil())
        vorgaenge = tuple(
            replace(v, fristverluste=finde_fristverluste(v)) for v in erkennung.vorgaenge
        )
        erkennung = replace(erkennung, vorgaenge=vorgaenge)
        return self._mit_doppelten(name, dokument.quelltext, erkennung)

    def lies_wortlaut(self, pfad: Path) -> Fassung:
        """A file without headings as one Fassung of points. Raises Buerofehler."""
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.wortlaut import lies_wortlaut

        return lies_wortlaut(self._lies_dokument(self._inhalt(pfad), pfad.name))

    def _lies_dokument(self, inhalt: bytes, name: str) -> Dokument:
        try:
            return self._reader(inhalt, name)
        except Dateifehler as fehler:
            raise Buerofehler(str(fehler)) from fehler

    def _mit_doppelten(self, name: str, quelltext: str, erkennung: Erkennung) -> Importvorschlag:
        with self._uow.read() as arbeit:
            vorhanden = {zeile.betreff: zeile for zeile in arbeit.vorgaenge.rows()}
        doppelt = tuple(
            Zweifel(
                grund="Es gibt schon einen Vorgang mit diesem Betreff "
                f"({vorhanden[vorgang.betreff].anzeigenummer or 'ohne Nummer'}).",
                text=vorgang.betreff,
                von=0,
                bis=0,
            )
            for vorgang in erkennung.vorgaenge
            if vorgang.betreff in vorhanden
        )
        return Importvorschlag(
            name, quelltext, erkennung.vorgaenge, doppelt + erkennung.zweifel, erkennung.ausgelassen
        )

    def uebernehme(self, vorschlag: Importvorschlag, zu: str | None = None) -> tuple[Vorgang, ...]:
        """Stores what was recognised in one source; see `uebernehme_alle`."""
        return self.uebernehme_alle([vorschlag], zu)

    def uebernehme_alle(
        self, vorschlaege: Sequence[Importvorschlag], zu: str | None = None
    ) -> tuple[Vorgang, ...]:
        """Stores what was recognised, all of it or nothing.

        Args:
            vorschlaege: what to store, one a source.
            zu: kennung of a Vorgang that takes the Fassungen and Berichte; None makes new ones.

        Raises:
            Abgelehnt: in a source nothing was recognised, so there is nothing to store.
        """
        for vorschlag in vorschlaege:
            if not vorschlag.vorgaenge:
                raise Abgelehnt(
                    f"In „{vorschlag.name}“ wurde kein Antrag und keine Anfrage erkannt. "
                    "Es wurde nichts gespeichert; die Datei ist unverändert."
                )
        ergaenzt = None
        if zu is not None:
            with self._uow.read() as lesen:
                stand = lesen.vorgaenge.get(zu)
            ergaenzt = ergaenze(stand, vorschlaege)

        def arbeit(work: WriteWork) -> tuple[Vorgang, ...]:
            if ergaenzt is not None:
                return (work.vorgaenge.save(ergaenzt),)
            return tuple(
                self._lege_an(work, vorgang, vorschlag.name)
                for vorschlag in vorschlaege
                for vorgang in vorschlag.vorgaenge
            )

        gespeichert = self._uow.write(arbeit)
        for vorgang in gespeichert:
            self._ereignisse.publish(VorgangGespeichert(vorgang.kennung, neu=zu is None))
        return gespeichert

    def _lege_an(self, work: WriteWork, vorgang: Vorgang, name: str) -> Vorgang:
        neu = mit_verlauf(vorgang, f"Übernommen aus „{name}“")
        if not neu.nummern:
            neu = mit_arbeitsnummer(neu, work, self._heute())
        work.vorgaenge.add(neu)
        return work.vorgaenge.get(neu.kennung)


def ergaenze(vorgang: Vorgang, vorschlaege: Sequence[Importvorschlag]) -> Vorgang:
    """The Vorgang with everything recognised added; its own head stays as it is.

    Lost deadlines are found anew: a resolution may come in later than the Fassung it is on.
    """
    for vorschlag in vorschlaege:
        for neu in vorschlag.vorgaenge:
            nummern = tuple(n for n in neu.nummern if n not in vorgang.nummern)
            vorgang = replace(
                vorgang,
                nummern=vorgang.nummern + nummern,
                fassungen=vorgang.fassungen + neu.fassungen,
                abstimmungen=vorgang.abstimmungen + neu.abstimmungen,
                berichte=vorgang.berichte + neu.berichte,
                beratungen=vorgang.beratungen + neu.beratungen,
            )
        vorgang = mit_verlauf(vorgang, f"Ergänzt aus „{vorschlag.name}“")
    return replace(vorgang, fristverluste=finde_fristverluste(vorgang))
