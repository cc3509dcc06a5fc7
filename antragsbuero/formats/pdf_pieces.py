"""Runs of text with their look, and the measured pieces that lines are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from antragsbuero.formats.fonts import Face


class Stroke(StrEnum):
    """A line along the words."""

    UNDER = "UNDER"
    THROUGH = "THROUGH"
    DOTTED = "DOTTED"


@dataclass(frozen=True, slots=True, eq=False)
class TextStyle:
    """The look of a run; compared by identity.

    `tag` is the structure element ("Span", "Link") that a run of its own gets, else None.
    """

    face: Face
    size: float
    color: str
    ground: str | None = None
    stroke: Stroke | None = None
    tag: str | None = None
    target: str = ""


class Piece(NamedTuple):
    """Characters in one font and style from `x0` to `x1` points of the line's start."""

    x0: float
    x1: float
    text: str
    font: str
    style: TextStyle
    actual: str | None = None


Line = list[Piece]
Run = tuple[str, TextStyle]
