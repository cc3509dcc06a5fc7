"""Where the comparison leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads; `merke` corrects the place without a new step."""

    oeffne_vorgang: Callable[[str], None]
    merke: Callable[[str, tuple[str, ...]], None]
    zur_wiedervorlage: Callable[[str, str], None] | None = None
    """Vorgang and point of its resolution; None where there is no such thing."""
