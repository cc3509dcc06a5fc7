"""Pairings that a person corrected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Korrekturart(StrEnum):
    """What a person said about points of two Fassungen."""

    VERBUNDEN = "VERBUNDEN"
    """These points belong together (several on one side: split or merged)."""
    GETRENNT = "GETRENNT"
    """These points do not belong together."""


@dataclass(frozen=True, slots=True)
class Korrektur:
    """One correction between two Fassungen, by the kennungen of their points."""

    art: Korrekturart
    punkte_a: tuple[str, ...]
    punkte_b: tuple[str, ...]
