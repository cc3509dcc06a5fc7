"""Kinds of papers that the search knows."""

from __future__ import annotations

from enum import StrEnum


class Suchart(StrEnum):
    """What kind of paper a Suchdokument stands for."""

    KOPF = "KOPF"
    FASSUNG = "FASSUNG"
    BERICHT = "BERICHT"
    NACHFRAGE = "NACHFRAGE"
