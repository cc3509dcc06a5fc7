"""Three Ablagen that must behave alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from antragsbuero.storage.ablage import Ablage, oeffne
from tests.fakes.ablage import FakeAblage
from tests.postgres import PostgresServer

LEEREN = """
DELETE FROM vorgang; DELETE FROM einstellung; DELETE FROM korrektur; DELETE FROM suchwort;
DELETE FROM anlageninhalt;
UPDATE aenderungsstand SET wert = 0
"""


@pytest.fixture(scope="session")
def leere_datei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file in the newest form, to be copied."""
    ordner = tmp_path_factory.mktemp("vorlage")
    oeffne(ordner / "leer.db", nur_lesen=False, sicherungsordner=ordner).close()
    return ordner / "leer.db"


@pytest.fixture(scope="session")
def gemeinsame_url(postgres_server: PostgresServer, tmp_path_factory) -> str:
    """A database in the newest form that tests use one after the other."""
    url = postgres_server.url(postgres_server.neue_datenbank())
    oeffne(url, nur_lesen=False, sicherungsordner=tmp_path_factory.mktemp("s")).close()
    return url


@pytest.fixture(params=["gedaechtnis", "sqlite", "postgresql"])
def ablage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ablage | FakeAblage]:
    """Each of the three in turn."""
    if request.param == "gedaechtnis":
        yield FakeAblage()
    else:
        yield from _geoeffnet(request, request.param, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def datenbank(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ablage]:
    """Each of the two databases in turn."""
    yield from _geoeffnet(request, request.param, tmp_path)


@pytest.fixture
def sqlite(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ablage]:
    """A database file `a.db` in `tmp_path`."""
    yield from _geoeffnet(request, "sqlite", tmp_path)


def _geoeffnet(request: pytest.FixtureRequest, art: str, tmp_path: Path) -> Iterator[Ablage]:
    if art == "sqlite":
        adresse: str | Path = tmp_path / "a.db"
        shutil.copy(request.getfixturevalue("leere_datei"), adresse)
    else:
        adresse = request.getfixturevalue("gemeinsame_url")
        with psycopg.connect(adresse, autocommit=True) as verbindung:
            verbindung.execute(LEEREN)
    offen = oeffne(adresse, nur_lesen=False, sicherungsordner=tmp_path / "sicherungen")
    yield offen
    offen.close()
