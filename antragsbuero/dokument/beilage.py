"""A file that goes behind a paper into one PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beilage:
    """A file by its name; `lies` gives its bytes when they are needed.

    `titel` names it in the paper and in the outline: „Anlage 1: Lageplan.pdf“.
    """

    titel: str
    name: str
    lies: Callable[[], bytes]
