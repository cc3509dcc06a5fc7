"""Engines: how connections to SQLite and PostgreSQL are opened and set up."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

GEDULD_MS = 5000
"""How long a connection waits for another one's lock, in milliseconds."""
VERBINDUNGSZEIT_S = 3
"""How long a server may take to answer, in seconds."""

T = TypeVar("T")

_SCHREIBT = "antragsbuero_schreibt"
_BLICKE = 25
"""How often reading looks again while a commit of another program seems left behind."""
_BLICKPAUSE_S = 0.01


def verbinde_sqlite(pfad: Path, *, nur_lesen: bool) -> sqlite3.Connection:
    """A plain connection to an existing file, in autocommit mode and set up as all are.

    Read-only ones open by `mode=ro`, so that they neither lock for writing nor make files.
    """
    verbindung = sqlite3.connect(
        f"{uri(pfad)}?mode={'ro' if nur_lesen else 'rw'}",
        uri=True,
        timeout=GEDULD_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    # DELETE: WAL can corrupt below SQLite 3.51.3 and cannot be read in a read-only folder.
    # EXTRA also syncs the folder after the journal is gone: no acknowledged commit is lost.
    pragmas = ["foreign_keys=ON", f"busy_timeout={GEDULD_MS}", "cache_size=-16000"]
    if not nur_lesen:
        pragmas += ["journal_mode=DELETE", "synchronous=EXTRA"]
    try:
        for pragma in pragmas:
            # Some of them read the file.
            _blicke_nochmals(lambda p=pragma: verbindung.execute(f"PRAGMA {p}"))  # type: ignore[misc]
    except BaseException:
        verbindung.close()
        raise
    return verbindung


def uri(pfad: PurePath) -> str:
    """The path as SQLite wants it; a share of Windows has no host there but four slashes."""
    adresse = pfad.as_uri()
    if adresse.startswith("file:///"):
        return adresse
    return f"file:////{adresse.removeprefix('file://')}"


def sqlite_engine(pfad: Path, *, nur_lesen: bool) -> Engine:
    """An engine over an existing file; transactions begin as `schreibend` says."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: verbinde_sqlite(pfad, nur_lesen=nur_lesen),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _beginne)
    return engine


def postgres_engine(url: URL, *, nur_lesen: bool) -> Engine:
    """An engine over a server; lost connections are noticed and opened anew."""
    return create_engine(
        url,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": VERBINDUNGSZEIT_S,
            "application_name": "Antragsbüro",
            "options": f"-c lock_timeout={GEDULD_MS}"
            + (" -c default_transaction_read_only=on" if nur_lesen else ""),
        },
    )


@contextmanager
def lesend(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the database and never writes."""
    optionen: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        optionen = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect() as verbindung:
        yield verbindung.execution_options(**optionen)


@contextmanager
def schreibend(engine: Engine) -> Iterator[Connection]:
    """A transaction that takes the write lock at once, commits at the end or rolls back."""
    with engine.connect() as roh:
        verbindung = roh.execution_options(**{_SCHREIBT: True})
        with verbindung.begin():
            yield verbindung


def _beginne(verbindung: Connection) -> None:
    if verbindung.get_execution_options().get(_SCHREIBT, False):
        verbindung.exec_driver_sql("BEGIN IMMEDIATE")
        return
    _blicke_nochmals(lambda: _beginne_lesend(verbindung))


def _beginne_lesend(verbindung: Connection) -> None:
    verbindung.exec_driver_sql("BEGIN")
    try:
        # Takes the lock for reading now, not at the first question.
        verbindung.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").close()
    except DBAPIError:
        verbindung.connection.rollback()  # SQLite may have ended it already
        raise


def _blicke_nochmals(versuch: Callable[[], T]) -> T:
    """Tries again while a commit of another program only seems left behind."""
    for _ in range(1, _BLICKE):
        try:
            return versuch()
        except (DBAPIError, sqlite3.Error) as fehler:
            if not liegengeblieben(fehler):
                raise
        time.sleep(_BLICKPAUSE_S)
    return versuch()


def liegengeblieben(fehler: DBAPIError | sqlite3.Error) -> bool:
    """Whether a journal seems to wait for its rollback, which reading alone cannot do.

    SQLite also says so when the journal goes away while it looks (its ticket 3883): then the
    next look finds all well.
    """
    ursache = fehler.orig if isinstance(fehler, DBAPIError) else fehler
    code = getattr(ursache, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_READONLY_ROLLBACK
