"""Finding damage: the structure of the file and the hash of every row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Text, cast, event, func, literal, select, type_coerce
from sqlalchemy.exc import DatabaseError

from antragsbuero.storage.check_anlagen import pruefe_anlagen
from antragsbuero.storage.rows.abstimmung import AbstimmungRow
from antragsbuero.storage.rows.basis import Geprueft, pruefsumme
from antragsbuero.storage.rows.bericht import BerichtRow, BerichtsteilRow
from antragsbuero.storage.rows.buero import EinstellungRow, KorrekturRow
from antragsbuero.storage.rows.fassung import (
    BeschlusspunktRow,
    FassungRow,
    FassungsanlageRow,
    FristRow,
)
from antragsbuero.storage.rows.nachfrage import NachfrageRow
from antragsbuero.storage.rows.vorgang import (
    BeratungRow,
    FristverlustRow,
    UmsetzungRow,
    VerlaufRow,
    VorgangRow,
    VorgangsanlageRow,
)
from antragsbuero.storage.tabellen.fassung import FASSUNG
from antragsbuero.storage.tabellen.papiere import BERICHT, NACHFRAGE
from antragsbuero.storage.tabellen.spaltentypen import roh
from antragsbuero.storage.tabellen.suche import SUCHTEXT
from antragsbuero.storage.tabellen.vorgang import VORGANG
from antragsbuero.storage.verbindung import sqlite_engine

MEISTE_BEFUNDE = 50
"""Findings of one kind that are listed."""
GEPRUEFTE: tuple[type[Geprueft], ...] = (
    VorgangRow, BeratungRow, VorgangsanlageRow, FassungRow, BeschlusspunktRow, FristRow,
    FassungsanlageRow, AbstimmungRow, BerichtRow, BerichtsteilRow, NachfrageRow, UmsetzungRow,
    FristverlustRow, VerlaufRow, EinstellungRow, KorrekturRow,
)  # fmt: skip
"""All rows that carry a hash, in the order of the findings."""


def pruefe_datei(pfad: Path, *, inhalt: bool = True) -> list[str]:
    """German findings about a SQLite file, empty when all is well.

    Args:
        pfad: the file.
        inhalt: whether to look at the hashes too; they need the newest form of the tables.
    """
    engine = sqlite_engine(pfad, nur_lesen=True)
    event.listen(engine, "connect", _liest_auch_beschaedigten_text)
    try:
        with engine.connect() as verbindung:
            try:
                befunde = _aufbau(verbindung)
            except DatabaseError:
                befunde = ["Die Datei ist so beschädigt, dass sie sich nicht untersuchen lässt."]
            verbindung.rollback()
            return befunde + (pruefe_inhalt(verbindung) if inhalt else [])
    except DatabaseError:
        return ["Die Datei lässt sich nicht als Datenbank öffnen."]
    finally:
        engine.dispose()


def _liest_auch_beschaedigten_text(verbindung: sqlite3.Connection, _: object) -> None:
    """A flipped bit may leave bytes that are no text: they count as damage, not as a crash."""
    verbindung.text_factory = lambda inhalt: inhalt.decode("utf-8", "replace")


def _aufbau(verbindung: Connection) -> list[str]:
    befunde = [
        f"Der Aufbau der Datenbankdatei ist beschädigt: {meldung}"
        for (meldung,) in verbindung.exec_driver_sql(f"PRAGMA integrity_check({MEISTE_BEFUNDE})")
        if meldung != "ok"
    ]
    waisen = verbindung.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MEISTE_BEFUNDE)
    befunde += [f"In der Tabelle „{tabelle}“ fehlt zu Zeile {nr} der Vorgang oder das Papier, zu "
                "dem sie gehört." for tabelle, nr, *_ in waisen]  # fmt: skip
    return befunde


def pruefe_inhalt(verbindung: Connection) -> list[str]:
    """German findings about the content: every hash, and whether the search index is complete.

    Each part sees one state of the database and then lets go of it, so that another program can
    store between two parts.
    """
    befunde: list[str] = []
    for klasse in GEPRUEFTE:
        befunde += _teil(
            verbindung,
            _falsche(verbindung, klasse),
            f"Die Tabelle „{klasse.__table__.name}“ lässt sich nicht vollständig lesen.",
        )
    befunde += _teil(
        verbindung,
        pruefe_anlagen(verbindung),
        "Die Inhalte der Anlagen lassen sich nicht vollständig lesen.",
    )
    return befunde + _teil(
        verbindung,
        _suchverzeichnis(verbindung),
        "Das Suchverzeichnis lässt sich nicht lesen.",
    )


def _teil(verbindung: Connection, befunde: Iterator[str], unlesbar: str) -> list[str]:
    """The first findings of one part, or that it cannot be read."""
    try:
        alle = list(befunde)
    except DatabaseError:
        return [unlesbar]
    finally:
        verbindung.rollback()
    if (weitere := len(alle) - MEISTE_BEFUNDE) > 0:
        return [*alle[:MEISTE_BEFUNDE], f"… und {weitere} weitere derselben Art."]
    return alle


def _falsche(verbindung: Connection, klasse: type[Geprueft]) -> Iterator[str]:
    """Rows whose content does not give their hash, each with its Vorgang."""
    tabelle = klasse.__table__
    spalten = [tabelle.c[name] for name in klasse.GEPRUEFT]
    # As they lie in the database: a damaged date or JSON text must not stop the search.
    rohwerte = [type_coerce(spalte, Text) for spalte in spalten]
    vorgang = _vorgang_von(tabelle)
    frage = select(tabelle.c.pruefsumme, *vorgang[1:], *rohwerte).select_from(vorgang[0])
    for summe, kennung, nummern, arbeitsnummer, *werte in verbindung.execution_options(
        yield_per=1000
    ).execute(frage):
        if pruefsumme(roh(s.type, w) for s, w in zip(spalten, werte, strict=True)) != summe:
            yield _befund(klasse, kennung, nummern, arbeitsnummer)


def _befund(klasse: type[Geprueft], kennung: object, nummern: str, arbeitsnummer: str) -> str:
    if kennung is None:
        return f"Beschädigt: {klasse.BEZEICHNUNG} stimmt nicht mit der Prüfsumme überein."
    anzeige = nummern.strip('[]"').split('","')[0] if nummern else ""
    name = f"{anzeige or arbeitsnummer} (Kennung {kennung})".strip()
    return f"Im Vorgang {name} stimmt {klasse.BEZEICHNUNG} nicht mit der Prüfsumme überein."


def _vorgang_von(tabelle: Any) -> tuple[Any, Any, Any, Any]:  # noqa: ANN401
    """The table joined with its owners up to the Vorgang, and three columns that name it."""
    vorgang = VORGANG
    quelle, stufe = tabelle, tabelle
    while stufe is not vorgang:
        fremd = next(iter(stufe.foreign_keys), None)
        if fremd is None:
            leer = literal(None)
            return quelle, leer.label("k"), leer.label("n"), leer.label("a")
        stufe = fremd.column.table
        quelle = quelle.outerjoin(stufe, fremd.parent == fremd.column)
    return (
        quelle,
        vorgang.c.kennung.label("k"),
        cast(vorgang.c.nummern, Text).label("n"),
        vorgang.c.arbeitsnummer.label("a"),
    )


def _suchverzeichnis(verbindung: Connection) -> Iterator[str]:
    gesucht, *papiere = verbindung.execute(
        select(
            *(
                select(func.count()).select_from(tabelle).scalar_subquery()
                for tabelle in (SUCHTEXT, VORGANG, FASSUNG, BERICHT, NACHFRAGE)
            )
        )
    ).one()
    if gesucht != sum(papiere):
        yield (
            "Das Suchverzeichnis ist unvollständig: Die Suche findet nicht alles. Die Texte "
            "selbst sind davon nicht betroffen."
        )
