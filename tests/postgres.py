"""A real PostgreSQL for the tests: found, started as an unprivileged user, thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

OHNE = "ANTRAGSBUERO_OHNE_POSTGRES"
"""Set to anything, it skips the tests on PostgreSQL instead of failing them."""

EINSTELLUNGEN = """
listen_addresses = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 40
shared_buffers = 32MB
log_min_messages = fatal
"""


class PostgresServer:
    """A running server with one template database in the newest form."""

    def __init__(self, socket: Path, benutzer: str) -> None:
        self.socket = socket
        self.benutzer = benutzer
        self._nummern = count(1)

    def url(self, datenbank: str) -> str:
        # The password is not asked for here; it must never turn up in a message or log.
        return f"postgresql://{self.benutzer}:geheim-4711@/{datenbank}?host={self.socket}"

    def neue_datenbank(self, vorlage: str = "template0") -> str:
        name = f"test_{next(self._nummern)}"
        self._verwalte("CREATE DATABASE {} TEMPLATE {}", name, vorlage)
        return name

    def entferne(self, datenbank: str) -> None:
        self._verwalte("DROP DATABASE {} WITH (FORCE)", datenbank)

    def _verwalte(self, befehl: str, *namen: str) -> None:
        with psycopg.connect(
            host=str(self.socket), user=self.benutzer, dbname="postgres", autocommit=True
        ) as verbindung:
            verbindung.execute(sql.SQL(befehl).format(*map(sql.Identifier, namen)))


def programm(name: str) -> str | None:
    """The program on PATH or where Debian keeps it, of the newest version."""
    weitere = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True
    )
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(map(str, weitere)))


@contextmanager
def gestartet() -> Iterator[PostgresServer]:
    """Starts a server for the `with` block, on a socket in a folder of its own."""
    initdb, postgres = programm("initdb"), programm("postgres")
    if initdb is None or postgres is None:
        raise FileNotFoundError(
            "PostgreSQL fehlt: Auf Debian und Ubuntu hilft „apt-get install postgresql“. "
            f"Mit gesetztem {OHNE} werden diese Tests übersprungen."
        )
    konto = _konto()
    als = {} if konto is None else {"user": konto.pw_uid, "group": konto.pw_gid, "extra_groups": []}
    ordner = Path(tempfile.mkdtemp(prefix="ab-pg-"))
    try:
        if konto is not None:
            os.chown(ordner, konto.pw_uid, konto.pw_gid)
        umgebung = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(ordner)}
        daten = ordner / "daten"
        einrichten = [initdb, "-D", daten, "-U", "buero", "-E", "UTF8", "--no-sync", "-A", "trust"]
        subprocess.run(einrichten, check=True, capture_output=True, cwd=ordner, env=umgebung, **als)
        with (daten / "postgresql.conf").open("a") as datei:
            datei.write(EINSTELLUNGEN)
        server = subprocess.Popen(
            [postgres, "-D", daten, "-k", ordner],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ordner,
            env=umgebung,
            **als,
        )
        try:
            _warte(ordner, server)
            yield PostgresServer(ordner, "buero")
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    finally:
        shutil.rmtree(ordner, ignore_errors=True)


def _konto() -> pwd.struct_passwd | None:
    """Whom the server runs as: ourselves, or somebody unprivileged in place of root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise LookupError("Weder „postgres“ noch „nobody“ ist ein Benutzer dieses Systems.")


def _warte(socket: Path, server: subprocess.Popen[bytes]) -> None:
    isready = programm("pg_isready")
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("PostgreSQL ließ sich nicht starten.")
        fertig = subprocess.run(
            [isready or "pg_isready", "-q", "-h", socket, "-U", "buero", "-d", "postgres"],
            check=False,
        )
        if fertig.returncode == 0:
            return
        try:
            server.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
    raise RuntimeError("PostgreSQL antwortet nicht.")
