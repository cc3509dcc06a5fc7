"""Composition root: the only place that knows every adapter.

Adapters are imported inside the functions that need them, so that `--version`, help and the
first picture of the window do not wait for databases and writers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.services.registry import Services


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
    from antragsbuero.desktop.lock import Datenbanksperre  # noqa: PLC0415
    from antragsbuero.desktop.logbuch import richte_ein
    from antragsbuero.desktop.paths import Datenordner
    from antragsbuero.storage.ablage import oeffne

    ordner = Datenordner(daten, anlegen=schreiben)
    with ExitStack() as offen:
        if schreiben:
            richte_ein(ordner.log)
            if datenbank is None:
                offen.enter_context(Datenbanksperre(ordner.datenbank))
        ablage = oeffne(
            datenbank or ordner.datenbank,
            nur_lesen=not schreiben,
            sicherungsordner=ordner.sicherungen,
        )
        offen.callback(ablage.close)
        services = _verdrahte(ablage)
        schliesse = offen.pop_all().close
    return Buero(services, ablage.ort, ordner.pfad, not schreiben, schliesse)
