"""Which addresses a document may point to."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|mailto:)[!-~]+", re.ASCII)


def is_address(verweis: str) -> bool:
    """Whether it is a web or mail address; anything else (files, scripts) is never linked."""
    return _ADDRESS.fullmatch(verweis) is not None
