"""Stands in for a view that is closed, so that late results fall to the ground."""

from __future__ import annotations

from typing import Any


class NullView:
    """Takes every call and does nothing."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - it stands in for any view
        return _nichts


def _nichts(*_args: object, **_werte: object) -> None:
    return None
