"""Three Ablagen that must behave alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from antragsbuero.storage.ablage import Ablage, oeffne
from tests.fakes.ablage import FakeAblage


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
def sqlite(tmp_path: Path) -> Iterator[Ablage]:
    """A database file."""
    offen = oeffne(tmp_path / "a.db", nur_lesen=False, sicherungsordner=tmp_path / "sicherungen")
    yield offen
    offen.close()


def _geoeffnet(request: pytest.FixtureRequest, art: str, tmp_path: Path) -> Iterator[Ablage]:
    adresse = tmp_path / "a.db" if art == "sqlite" else request.getfixturevalue("postgres_url")
    offen = oeffne(adresse, nur_lesen=False, sicherungsordner=tmp_path / "sicherungen")
    yield offen
    offen.close()
