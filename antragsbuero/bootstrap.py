"""Composition root: the only place that knows every adapter.

Services and adapters are imported inside the functions that need them, so that `--version`,
help and the first picture of the window do not wait for databases and writers.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

_ANLAUF = 100
"""How often reading looks whether the window beside it has made its database."""
_ANLAUFPAUSE_S = 0.05

if TYPE_CHECKING:
    from antragsbuero.dokument.beilage import Beilage
    from antragsbuero.dokument.briefkopf import Briefkopfbefund
    from antragsbuero.dokument.dokument import Bild, Block, Dokument
    from antragsbuero.dokument.korrektur import Korrekturdokument
    from antragsbuero.dokument.nachricht import Nachricht
    from antragsbuero.services.ports import Ablage, Seiten
    from antragsbuero.services.registry import Buero, Services


@contextmanager
def buero(
    daten: Path | None = None, datenbank: str | None = None, *, schreiben: bool
) -> Iterator[Buero]:
    """Opens the office for a `with` block; see `oeffne_buero`."""
    offen = oeffne_buero(daten, datenbank, schreiben=schreiben)
    try:
        yield offen
    finally:
        offen.schliesse()


def oeffne_buero(
    daten: Path | None = None, datenbank: str | None = None, *, schreiben: bool
) -> Buero:
    """Opens the database and wires the services.

    Args:
        daten: data folder; None takes the user's own.
        datenbank: URL of a database; None takes the file in the data folder.
        schreiben: takes the lock of the database; without it everything opens for reading.

    Raises:
        Gesperrt: another process writes on this database; the message names it.
        NurLesen, Ablagefehler: folder or database cannot be opened so.
    """
    from antragsbuero.desktop.lock import Datenbanksperre
    from antragsbuero.desktop.logbuch import richte_ein
    from antragsbuero.desktop.logbuch import schliesse as schliesse_log
    from antragsbuero.desktop.paths import Datenordner
    from antragsbuero.services.registry import Buero
    from antragsbuero.storage.ablage import oeffne
    from antragsbuero.storage.adresse import lies_adresse

    ordner = Datenordner(daten, anlegen=schreiben)
    if not schreiben and datenbank is None:
        _warte_auf_ersten_start(daten, ordner.datenbank)
    with ExitStack() as offen:
        if schreiben:
            if (protokoll := richte_ein(ordner.log)) is not None:
                offen.callback(schliesse_log, protokoll)
            datei = lies_adresse(datenbank).pfad if datenbank else ordner.datenbank
            if datei is not None:  # a server keeps its own locks
                offen.enter_context(Datenbanksperre(datei))
        ablage = oeffne(
            datenbank or ordner.datenbank,
            nur_lesen=not schreiben,
            sicherungsordner=ordner.sicherungen,
        )
        offen.callback(ablage.close)
        services = _verdrahte(ablage, ordner.briefkoepfe)
        offen.callback(services.anlagen.raeume_auf)
        schliesse = offen.pop_all().close
    return Buero(services, ablage.ort, ordner.pfad, not schreiben, schliesse)


def _warte_auf_ersten_start(daten: Path | None, datei: Path) -> None:
    """Makes an empty database where there is none, or waits for a window that does so just now."""
    from antragsbuero.desktop.lock import wird_beschrieben
    from antragsbuero.services.errors import Gesperrt

    if not datei.exists():
        try:
            oeffne_buero(daten, schreiben=True).schliesse()
            return
        except Gesperrt:
            pass  # the window was faster
    for _ in range(_ANLAUF):
        # The tables come in one transaction: until then the file is missing or empty.
        if (datei.exists() and datei.stat().st_size) or not wird_beschrieben(datei):
            return
        time.sleep(_ANLAUFPAUSE_S)


def standardordner() -> Path:
    """The data folder of the user who is logged in."""
    from antragsbuero.desktop.paths import Datenordner

    return Datenordner(None, anlegen=False).pfad


def _verdrahte(ablage: Ablage, ordner: Path) -> Services:
    """Builds the services over one opened database; `ordner` holds the Briefköpfe."""
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

    ereignisse = Ereignisse()
    einstellungen = Einstellungen(ablage, ereignisse, _pruefe_bild)
    vorgaenge = Vorgaenge(ablage, ereignisse, date.today, lambda: einstellungen.get().fraktion)
    anlagen = Anlagen(ablage, ereignisse, _schreibe_datei)
    briefkoepfe = Briefkoepfe(ordner, _pruefe_briefkopf, _fuelle_briefkopf, _schreibe_datei)
    ratsprofil = einstellungen.ratsprofil
    exporte = Exporte(
        {".pdf": _schreibe_pdf, ".docx": _schreibe_docx, ".html": _schreibe_html},
        einstellungen.briefkopf,
        date.today,
        _schreibe_korrekturen,
        _erzeuge_pdf,
        (_schreibe_mit_beilagen, anlagen.inhalt),
        briefkoepfe,
    )
    vergleiche = Vergleiche(ablage)
    return Services(
        vorgaenge=vorgaenge,
        anlagen=anlagen,
        importe=Importe(ablage, ereignisse, _lies, ratsprofil, date.today),
        vergleiche=vergleiche,
        exporte=exporte,
        briefkoepfe=briefkoepfe,
        ausgang=Ausgang(vorgaenge.get, exporte, vergleiche, einstellungen.namenswahl, date.today),
        einreichung=Einreichung(
            exporte, anlagen.inhalt, einstellungen, _schreibe_eml, _forme, date.today
        ),
        vorschauen=Vorschauen(exporte, _oeffne_seiten, _schreibe_datei),
        fristen=Fristen(ablage),
        nachfragen=Nachfragen(vorgaenge, ratsprofil, _feiertage, date.today),
        suche=Suche(ablage),
        einstellungen=einstellungen,
        beispiele=Beispiele(ablage, ereignisse, _lies, ratsprofil),
        pflege=ablage,
        ereignisse=ereignisse,
    )


# Each of these loads its library at the first use: start-up must not wait for them.


def _lies(inhalt: bytes, name: str) -> Dokument:
    from antragsbuero.formats.reader import lies

    return lies(inhalt, name)


def _schreibe_datei(ziel: Path, inhalt: bytes) -> None:
    from antragsbuero.formats.safe_write import write_file

    write_file(ziel, inhalt)


def _schreibe_eml(nachricht: Nachricht, ziel: Path) -> list[str]:
    from antragsbuero.formats.eml_writer import schreibe_eml

    return schreibe_eml(nachricht, ziel)


def _forme(bloecke: Sequence[Block]) -> tuple[str, str]:
    from antragsbuero.formats.html_fragment import fragment

    return fragment(bloecke)


def _schreibe_pdf(dokument: Dokument, ziel: Path) -> list[str]:
    from antragsbuero.formats.pdf_writer import schreibe_pdf

    return schreibe_pdf(dokument, ziel)


def _erzeuge_pdf(dokument: Dokument) -> tuple[bytes, list[str]]:
    from antragsbuero.formats.characters import CharacterLog
    from antragsbuero.formats.pdf_writer import pdf_bytes

    log = CharacterLog()
    return pdf_bytes(dokument, log), log.hints()


def _oeffne_seiten(inhalt: bytes) -> Seiten:
    from antragsbuero.formats.pdf_seiten import oeffne_seiten

    return oeffne_seiten(inhalt)


def _schreibe_mit_beilagen(
    dokument: Dokument, beilagen: Sequence[Beilage], ziel: Path
) -> list[str]:
    from antragsbuero.formats.pdf_merge import schreibe_mit_beilagen

    return schreibe_mit_beilagen(dokument, beilagen, ziel)


def _schreibe_docx(dokument: Dokument, ziel: Path) -> list[str]:
    from antragsbuero.formats.docx_writer import schreibe_docx

    return schreibe_docx(dokument, ziel)


def _pruefe_briefkopf(
    inhalt: bytes, pflicht: Sequence[str], bekannt: Sequence[str]
) -> Briefkopfbefund:
    from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf

    return pruefe_briefkopf(inhalt, pflicht, bekannt)


def _fuelle_briefkopf(dokument: Dokument, briefkopf: bytes, ziel: Path) -> list[str]:
    from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf

    return schreibe_mit_briefkopf(dokument, briefkopf, ziel)


def _pruefe_bild(bild: Bild) -> None:
    from antragsbuero.formats.pictures import read_picture

    read_picture(bild)


def _schreibe_html(dokument: Dokument, ziel: Path) -> list[str]:
    from antragsbuero.formats.html_writer import schreibe_html

    return schreibe_html(dokument, ziel)


def _schreibe_korrekturen(dokument: Korrekturdokument, ziel: Path) -> list[str]:
    from antragsbuero.formats.redline_writer import schreibe_korrekturen

    return schreibe_korrekturen(dokument, ziel)


def _feiertage(land: str, jahr: int) -> frozenset[date]:
    from antragsbuero.desktop.feiertage import feiertage

    return feiertage(land, jahr)


def diene_als_kindprozess(argumente: list[str]) -> int:
    """Reads one file for the process that started this one; returns the exit code."""
    from antragsbuero.formats.child import diene

    return diene(argumente)
