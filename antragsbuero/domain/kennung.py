"""Identities of things inside the program."""

from __future__ import annotations

import uuid


def neue_kennung() -> str:
    """A fresh identity of 32 hexadecimal digits."""
    return uuid.uuid4().hex
