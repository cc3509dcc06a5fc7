"""A view that writes down what its presenter asks of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Aufzeichnung:
    """Takes every call; `rufe` holds (name, arguments), `letzter(name)` the newest arguments."""

    def __init__(self) -> None:
        self.rufe: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("_"):
            raise AttributeError(name)

        def nimm(*args: Any, **werte: Any) -> None:
            self.rufe.append((name, (*args, *werte.values())))

        return nimm

    def alle(self, name: str) -> list[tuple[Any, ...]]:
        return [args for ruf, args in self.rufe if ruf == name]

    def letzter(self, name: str) -> tuple[Any, ...]:
        return self.alle(name)[-1]
