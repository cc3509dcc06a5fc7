"""Where a database is: a file or a server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from antragsbuero.services.errors import Ablagefehler


@dataclass(frozen=True, slots=True)
class Adresse:
    """A file (`pfad`) or a PostgreSQL server (`url`); exactly one of them is set."""

    pfad: Path | None = None
    url: URL | None = None

    @property
    def ort(self) -> str:
        """The path, or the URL without its password and options."""
        if self.url is None:
            return str(self.pfad)
        url = self.url
        ohne_kennwort = URL.create(
            "postgresql", url.username, None, url.host, url.port, url.database
        )
        return ohne_kennwort.render_as_string()

    @property
    def name(self) -> str:
        """What messages call it: „Datenbank „…““."""
        return f"Datenbank „{self.ort}“"


def lies_adresse(url_or_path: str | Path) -> Adresse:
    """Reads a path or a URL of SQLite or PostgreSQL.

    Raises:
        Ablagefehler: the URL cannot be read or names another kind of database.
    """
    if isinstance(url_or_path, Path) or "://" not in url_or_path:
        return Adresse(pfad=Path(url_or_path).expanduser().absolute())
    try:
        url = make_url(url_or_path)
    except (ArgumentError, ValueError):
        raise Ablagefehler(
            "Die Adresse der Datenbank ist nicht lesbar. Erwartet wird ein Pfad oder eine Adresse "
            "wie „postgresql://benutzer@rechner/datenbank“."
        ) from None
    match url.get_backend_name():
        case "sqlite" if url.database and url.database != ":memory:":
            return Adresse(pfad=Path(url.database).expanduser().absolute())
        case "postgresql" | "postgres":
            return Adresse(url=url.set(drivername="postgresql+psycopg"))
    raise Ablagefehler(
        f"Datenbanken der Art „{url.drivername}“ kennt das Antragsbüro nicht. Möglich sind ein "
        "Pfad zu einer Datei oder eine Adresse wie „postgresql://benutzer@rechner/datenbank“."
    )
