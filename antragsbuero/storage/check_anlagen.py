"""Finding damage in the bytes of Anlagen: each file is hashed anew, piece by piece."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, select

from antragsbuero.storage.tabellen.anlage import ANLAGENINHALT
from antragsbuero.storage.tabellen.fassung import FASSUNG, FASSUNGSANLAGE
from antragsbuero.storage.tabellen.vorgang import VORGANG, VORGANGSANLAGE

_AM_STUECK = 4
"""Pieces of 1 MiB held at a time."""


def pruefe_anlagen(verbindung: Connection) -> Iterator[str]:
    """German findings: Anlagen whose bytes are missing or do not give their hash."""
    heil, beschaedigt = _gehasht(verbindung)
    leer = hashlib.sha256().hexdigest()
    for sha256, name, vorgang in _genannte(verbindung):
        if sha256 in beschaedigt:
            yield f"Im Vorgang {vorgang} ist der Inhalt der Anlage „{name}“ beschädigt."
        elif sha256 not in heil and sha256 != leer:
            yield f"Im Vorgang {vorgang} fehlt der Inhalt der Anlage „{name}“."


def _gehasht(verbindung: Connection) -> tuple[set[str], set[str]]:
    """The hashes whose bytes give them, and those whose bytes do not."""
    heil: set[str] = set()
    beschaedigt: set[str] = set()
    frage = select(ANLAGENINHALT.c.sha256, ANLAGENINHALT.c.inhalt).order_by(
        ANLAGENINHALT.c.sha256, ANLAGENINHALT.c.nr
    )
    zeilen = verbindung.execution_options(yield_per=_AM_STUECK).execute(frage)
    for sha256, stuecke in groupby(zeilen, key=lambda zeile: str(zeile[0])):
        summe = hashlib.sha256()
        for _, inhalt in stuecke:
            summe.update(inhalt if isinstance(inhalt, bytes) else str(inhalt).encode())
        (heil if summe.hexdigest() == sha256 else beschaedigt).add(sha256)
    return heil, beschaedigt


def _genannte(verbindung: Connection) -> Iterator[tuple[str, str, str]]:
    """Hash, name and Vorgang of all Anlagen."""
    fassungen = (
        select(FASSUNGSANLAGE.c.sha256, FASSUNGSANLAGE.c.name, VORGANG.c.kennung)
        .join(FASSUNG, FASSUNG.c.id == FASSUNGSANLAGE.c.fassung_id)
        .join(VORGANG, VORGANG.c.id == FASSUNG.c.vorgang_id)
    )
    vorgaenge = select(VORGANGSANLAGE.c.sha256, VORGANGSANLAGE.c.name, VORGANG.c.kennung).join(
        VORGANG, VORGANG.c.id == VORGANGSANLAGE.c.vorgang_id
    )
    for frage in (fassungen, vorgaenge):
        yield from ((z[0], z[1], z[2]) for z in verbindung.execute(frage).all())
