"""All services of one opened database, handed to window and commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
from antragsbuero.services.ports import Pflege
from antragsbuero.services.suche import Suche
from antragsbuero.services.vergleiche import Vergleiche
from antragsbuero.services.vorgaenge import Vorgaenge
from antragsbuero.services.vorschau import Vorschauen


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases by noun."""

    vorgaenge: Vorgaenge
    anlagen: Anlagen
    importe: Importe
    vergleiche: Vergleiche
    exporte: Exporte
    briefkoepfe: Briefkoepfe
    ausgang: Ausgang
    einreichung: Einreichung
    vorschauen: Vorschauen
    fristen: Fristen
    nachfragen: Nachfragen
    suche: Suche
    einstellungen: Einstellungen
    beispiele: Beispiele
    pflege: Pflege
    ereignisse: Ereignisse


@dataclass(frozen=True, slots=True)
class Buero:
    """An opened database with its services.

    `ort` is a text for people: the folder, or the URL without its password.
    """

    services: Services
    ort: str
    ordner: Path
    nur_lesen: bool
    schliesse: Callable[[], None]
