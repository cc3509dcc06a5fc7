"""What drivers and files report, turned into faults that a person understands."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from antragsbuero.services.errors import (
    Ablagefehler,
    Buerofehler,
    DatentraegerVoll,
    Gesperrt,
    Konflikt,
    NurLesen,
    Verschoben,
)

_KEINE_DATENBANK = re.compile(r"(database|Datenbank) .*(does not exist|existiert nicht)")
_KEINE_ANMELDUNG = re.compile(r"authenti|role |Rolle |pg_hba|passwor", re.IGNORECASE)


class Beschaedigt(Exception):
    """Something read does not agree with its hash; becomes an Ablagefehler with advice."""

    def __init__(self, was: str) -> None:
        super().__init__(was)
        self.was = was


@contextmanager
def uebersetzt(ort: str, rat: Callable[[], str]) -> Iterator[None]:
    """Turns faults of the database inside into Buerofehler.

    Args:
        ort: what the database is called in messages, never with a password.
        rat: gives the sentence on the newest backup; asked only when something is damaged.
    """
    try:
        yield
    except Beschaedigt as fehler:
        raise Ablagefehler(_beschaedigt(ort, fehler.was, rat())) from fehler
    except UnicodeEncodeError as fehler:
        raise Ablagefehler(
            "Der Text enthält ein Zeichen, das sich nicht speichern lässt. Es wurde nichts "
            "geändert. Bitte fügen Sie den Text noch einmal ohne Sonderzeichen ein."
        ) from fehler
    except DBAPIError as fehler:
        raise gedeutet(fehler.orig or fehler, ort, rat, fehler) from fehler
    except SQLAlchemyError as fehler:
        if not _ist_veraltet(fehler):
            raise
        raise konflikt() from fehler
    except sqlite3.Error as fehler:
        raise gedeutet(fehler, ort, rat, fehler) from fehler


def _ist_veraltet(fehler: SQLAlchemyError) -> bool:
    from sqlalchemy.orm.exc import StaleDataError  # only the mapped classes raise it

    return isinstance(fehler, StaleDataError)


def konflikt() -> Konflikt:
    """Somebody else was faster."""
    return Konflikt(
        "Dieser Vorgang wurde inzwischen an anderer Stelle geändert. Es wurde nichts "
        "überschrieben. Laden Sie den Vorgang neu und tragen Sie Ihre Änderung noch einmal ein."
    )


def gedeutet(
    fehler: BaseException, ort: str, rat: Callable[[], str], huelle: BaseException
) -> Buerofehler:
    """The Buerofehler for a driver's fault; `huelle` is SQLAlchemy's wrapping or the same."""
    if isinstance(fehler, sqlite3.Error):
        return _sqlite(fehler, ort, rat)
    if isinstance(huelle, IntegrityError):
        return Ablagefehler(
            f"Die {ort} hat eine Änderung abgelehnt, weil sie zu ihrem Bestand nicht passt. "
            "Es wurde nichts geändert."
        )
    return _postgres(fehler, ort)


def _sqlite(fehler: sqlite3.Error, ort: str, rat: Callable[[], str]) -> Buerofehler:
    code = getattr(fehler, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return verschoben(ort, rat())
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Gesperrt(
                f"Ein anderes Programm hält die {ort} gerade fest, zum Beispiel eine laufende "
                "Sicherung oder ein Virenscanner. Es wurde nichts geändert. Warten Sie einen "
                "Augenblick und versuchen Sie es noch einmal."
            )
        case sqlite3.SQLITE_FULL:
            return datentraeger_voll(ort)
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return Ablagefehler(_beschaedigt(ort, "", rat()))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return nur_lesen(ort)
        case sqlite3.SQLITE_CANTOPEN:
            return Verschoben(
                f"Die {ort} lässt sich nicht öffnen. Bitte prüfen Sie, ob der Ordner noch da "
                "ist und ob Sie ihn lesen und beschreiben dürfen."
            )
        case sqlite3.SQLITE_IOERR:
            return Ablagefehler(
                f"Beim Zugriff auf die {ort} hat der Datenträger einen Fehler gemeldet. Was "
                "vorher gespeichert war, ist noch da; die letzte Änderung ist nicht "
                "gespeichert. Prüfen Sie den Datenträger und versuchen Sie es noch einmal."
            )
    if isinstance(fehler, sqlite3.IntegrityError):
        return Ablagefehler(
            f"Die {ort} hat eine Änderung abgelehnt, weil sie zu ihrem Bestand nicht passt. "
            "Es wurde nichts geändert."
        )
    if "UTF-8" in str(fehler):
        return Ablagefehler(_beschaedigt(ort, "Ein Text ist nicht mehr lesbar.", rat()))
    return Ablagefehler(
        f"Die {ort} meldet einen unerwarteten Fehler ({type(fehler).__name__}). Es wurde nichts "
        "geändert. Der Befehl „pruefen“ untersucht die Datenbank."
    )


def _zustand(fehler: BaseException) -> str:
    """The SQLSTATE; while connecting libpq gives none, so the server's words tell it."""
    if zustand := getattr(fehler, "sqlstate", None):
        return str(zustand)
    worte = str(fehler).partition("FATAL:")[2]
    if _KEINE_DATENBANK.search(worte):
        return "3D000"
    return "28000" if _KEINE_ANMELDUNG.search(worte) else ""


def _postgres(fehler: BaseException, ort: str) -> Buerofehler:
    zustand = _zustand(fehler)
    if zustand.startswith("28"):
        return Ablagefehler(
            f"Die {ort} weist die Anmeldung zurück. Bitte prüfen Sie Benutzername und Kennwort."
        )
    match zustand:
        case "3D000":
            return Ablagefehler(
                f"Die {ort} gibt es auf dem Server nicht. Bitte lassen Sie die Datenbank anlegen "
                "oder prüfen Sie die Adresse."
            )
        case "55P03" | "40P01" | "40001":
            return Gesperrt(
                f"Jemand anderes ändert gerade die {ort}. Es wurde nichts geändert. Bitte "
                "versuchen Sie es noch einmal."
            )
        case "53100":
            return datentraeger_voll(ort)
        case "25006" | "42501":
            return nur_lesen(ort)
    if not zustand or zustand[:2] in {"08", "57", "53"}:
        return Ablagefehler(
            f"Die {ort} ist nicht erreichbar. Was gespeichert war, ist auf dem Server sicher; "
            "die letzte Änderung ist nicht gespeichert. Prüfen Sie die Netzverbindung oder "
            "fragen Sie die Person, die den Server betreut, und versuchen Sie es noch einmal."
        )
    return Ablagefehler(
        f"Die {ort} meldet den unerwarteten Fehler {zustand}. Es wurde nichts geändert."
    )


def datentraeger_voll(ort: str) -> DatentraegerVoll:
    """No room is left."""
    return DatentraegerVoll(
        f"Der Datenträger der {ort} ist voll. Alles bisher Gespeicherte ist sicher; die letzte "
        "Änderung ist nicht gespeichert. Schaffen Sie Platz und speichern Sie dann noch einmal."
    )


def nur_lesen(ort: str) -> NurLesen:
    """Reading is possible, writing is not."""
    return NurLesen(
        f"Die {ort} lässt sich nur lesen: Der Ordner oder die Datei ist schreibgeschützt. Es "
        "wurde nichts geändert. Bitte lassen Sie sich Schreibrechte auf den Ordner geben oder "
        "wählen Sie mit „--daten“ einen anderen."
    )


def verschoben(ort: str, rat: str) -> Verschoben:
    """The file is not where it was."""
    return Verschoben(
        f"Die Datei der {ort} ist während der Arbeit gelöscht, verschoben oder ersetzt worden. "
        "Die letzte Änderung ist nicht gespeichert. Legen Sie die Datei an ihren Platz zurück "
        f"oder schließen Sie den Datenträger wieder an; dann geht es weiter. {rat}"
    )


def sicherungsrat(neueste: Path | None) -> str:
    """What to do about damage."""
    if neueste is None:
        return (
            "Es gibt noch keine Sicherung. Kopieren Sie die Datenbankdatei, bevor Sie sonst "
            "etwas tun; der Befehl „pruefen“ nennt, was beschädigt ist."
        )
    return (
        f"Die neueste Sicherung ist „{neueste}“. Der Befehl „pruefen“ nennt, was beschädigt ist; "
        "heben Sie die beschädigte Datei auf, bevor Sie die Sicherung an ihre Stelle legen."
    )


def _beschaedigt(ort: str, was: str, rat: str) -> str:
    saetze = (f"Die {ort} ist beschädigt oder keine Datenbank des Antragsbüros.", was, rat)
    return " ".join(satz for satz in saetze if satz)
