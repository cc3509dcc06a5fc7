"""What a screen hands over to see a paper before it is printed; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antragsbuero.services.papier import Papier


@dataclass(frozen=True, slots=True, eq=False)
class Vorschauauftrag:
    """`komponiere` runs on a background thread; `dateiname` ends on .pdf."""

    titel: str
    dateiname: str
    komponiere: Callable[[], Papier]
