"""One run of the export: its files are written one after another, none stopping the others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from antragsbuero.comparison.abbruch import Abgebrochen as VergleichAbgebrochen
from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.compose_korrekturfassung import Korrekturseite
from antragsbuero.dokument.abbruch import Abgebrochen, abbruch_gewollt
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import (
    PDF,
    Ausgabe,
    Dateiergebnis,
    Exportauftrag,
    gemeinte_fassung,
    gemeinte_nachfrage,
    grund,
    korrekturpaar,
    spalten,
)
from antragsbuero.services.ausgangsnamen import einzelne, namen_fuer, registernamen
from antragsbuero.services.briefkoepfe import BriefkopfUnbrauchbar
from antragsbuero.services.dateinamen import Namensvergabe, Namenswahl
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import Exporte, Exportergebnis
from antragsbuero.services.papier import Exportwahl, Papier
from antragsbuero.services.vergleiche import Vergleiche

log = logging.getLogger(__name__)


class Ausgangslauf:
    """One run: composes each paper once and writes it in each format."""

    def __init__(
        self, exporte: Exporte, vergleiche: Vergleiche, auftrag: Exportauftrag, wahl: Namenswahl
    ) -> None:
        self._exporte = exporte
        self._vergleiche = vergleiche
        self._auftrag = auftrag
        self._wahl = wahl
        self._vergabe = Namensvergabe(lambda pfad: pfad.exists(), ersetzen=auftrag.ersetzen)

    def vorgang(self, vorgang: Vorgang, abbruch: Callable[[], bool]) -> Iterator[Dateiergebnis]:
        """Writes the files of one Vorgang."""
        for ausgabe in einzelne(self._auftrag):
            if self._auftrag.nur and (vorgang.kennung, ausgabe) not in self._auftrag.nur:
                continue
            namen = namen_fuer(vorgang, ausgabe, self._auftrag, self._wahl)
            if weshalb := grund(vorgang, ausgabe, self._auftrag.auswahl):
                if namen:
                    titel = f"{vorgang.anzeigenummer} {ausgabe}".strip()
                    yield Dateiergebnis(titel, ausgelassen=weshalb)
                continue
            werk = self._werk(vorgang, ausgabe)
            yield from self._schreibe(namen, werk, abbruch, (vorgang.kennung, ausgabe))

    def register(
        self, vorgaenge: Sequence[Vorgang], abbruch: Callable[[], bool]
    ) -> Iterator[Dateiergebnis]:
        """Writes the register over all."""
        if not vorgaenge:
            yield Dateiergebnis("Register", ausgelassen="noch nichts beschlossen")
            return
        namen = registernamen(vorgaenge, self._auftrag, self._wahl)
        papier = _einmal(lambda: self._exporte.papiere.register(vorgaenge))
        yield from self._schreibe(
            namen,
            lambda ziel: self._exporte.schreibe(papier(), ziel, self._auftrag.wahl),
            abbruch,
            ("", Ausgabe.REGISTER),
        )

    def _schreibe(
        self,
        namen: Sequence[str],
        werk: Callable[[Path], Exportergebnis],
        abbruch: Callable[[], bool],
        stueck: tuple[str, Ausgabe],
    ) -> Iterator[Dateiergebnis]:
        for name in namen:
            if abbruch():
                return
            ziel = self._vergabe.frei(self._auftrag.ordner / name)
            try:
                ergebnis = werk(ziel)
            except (Abgebrochen, VergleichAbgebrochen):
                return
            except BriefkopfUnbrauchbar as fehler:
                yield Dateiergebnis(ziel.name, fehler=str(fehler), briefkopf=stueck)
            except Buerofehler as fehler:
                yield Dateiergebnis(ziel.name, fehler=str(fehler))
            except Exception:
                log.exception("Eine Datei des Exports ist gescheitert")
                yield Dateiergebnis(
                    ziel.name,
                    fehler="Das Papier ließ sich nicht schreiben; mehr steht im Protokoll. "
                    "Die anderen Dateien sind davon nicht betroffen.",
                )
            else:
                yield Dateiergebnis(ziel.name, ergebnis.datei, ergebnis.hinweise)

    def _werk(self, vorgang: Vorgang, ausgabe: Ausgabe) -> Callable[[Path], Exportergebnis]:
        if ausgabe is Ausgabe.KORREKTURFASSUNG:
            return lambda ziel: self._korrekturen(vorgang, ziel)
        papier = _einmal(lambda: self._papier(vorgang, ausgabe))
        return lambda ziel: self._exporte.schreibe(
            papier(), ziel, self._wahl_fuer(ausgabe, ziel.suffix)
        )

    def _wahl_fuer(self, ausgabe: Ausgabe, endung: str) -> Exportwahl:
        """Anlagen go behind the Fassung and nothing else, into its PDF where there is one."""
        wahl = self._auftrag.wahl
        im_pdf = endung == PDF or PDF not in self._auftrag.formate
        return wahl if ausgabe is Ausgabe.FASSUNG and im_pdf else replace(wahl, anlagen=False)

    def _papier(self, vorgang: Vorgang, ausgabe: Ausgabe) -> Papier:
        papiere, auswahl, wahl = self._exporte.papiere, self._auftrag.auswahl, self._auftrag.wahl
        if ausgabe is Ausgabe.AKTE:
            return papiere.akte(vorgang)
        if ausgabe is Ausgabe.WEBSEITE:
            return papiere.webseite(vorgang)
        if ausgabe is Ausgabe.SYNOPSE:
            folge = spalten(vorgang, auswahl)
            return papiere.synopse(
                self._vergleiche.synopse(folge, abbruch=abbruch_gewollt),
                vorgang.betreff,
                nur_aenderungen=auswahl.nur_aenderungen,
                kopfzeilen=[
                    ", ".join(t for t in (deutsches_datum(f.datum), f.nummer) if t) for f in folge
                ],
            )
        if ausgabe is Ausgabe.NACHFRAGE:
            nachfrage = gemeinte_nachfrage(vorgang, auswahl)
            if nachfrage is not None:
                return papiere.nachfrage(vorgang, nachfrage, wahl)
        fassung = gemeinte_fassung(vorgang, auswahl)
        if fassung is None:
            raise Abgelehnt(f"Der Vorgang „{vorgang.betreff}“ hat dieses Papier nicht mehr.")
        if ausgabe is Ausgabe.ANSCHREIBEN:
            return papiere.anschreiben(vorgang, fassung)
        return papiere.fassung(vorgang, fassung, wahl)

    def _korrekturen(self, vorgang: Vorgang, ziel: Path) -> Exportergebnis:
        paar = korrekturpaar(vorgang, self._auftrag.auswahl)
        seiten = [Korrekturseite(vorgang, fassung) for fassung in paar]
        synopse = self._vergleiche.synopse(paar, abbruch=abbruch_gewollt)
        return self._exporte.korrekturen(synopse, seiten, ziel)


def _einmal(baue: Callable[[], Papier]) -> Callable[[], Papier]:
    fertig: list[Papier] = []

    def papier() -> Papier:
        if not fertig:
            fertig.append(baue())
        return fertig[0]

    return papier
