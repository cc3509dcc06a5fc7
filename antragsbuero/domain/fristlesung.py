"""x"""

from __future__ import annotations
from datetime import date
from antragsbuero.domain.frist import Frist


def lies_fristen(
    text: str, *, bezug: date | None = None, papier: date | None = None
) -> tuple[Frist, ...]:
    return ()
