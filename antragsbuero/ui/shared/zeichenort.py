"""Places in a text: Python counts characters, Qt counts units of UTF-16."""

from __future__ import annotations


def qt_ort(text: str, ort: int) -> int:
    """From a place in Python to the place in Qt: signs like 🌳 count twice there."""
    return ort + sum(zeichen > "\uffff" for zeichen in text[:ort])
