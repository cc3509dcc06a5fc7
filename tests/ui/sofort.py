"""A TaskRunner that runs everything at once, on the same thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from antragsbuero.ui.shared.tasks import Abgebrochen


class SofortLauf:
    def __init__(self, melde: Callable[[float | None], None] | None = None) -> None:
        self.halt = False
        self._melde = melde

    def abgebrochen(self) -> bool:
        return self.halt

    def pruefe(self) -> None:
        if self.halt:
            raise Abgebrochen

    def fortschritt(self, anteil: float | None) -> None:
        if self._melde is not None:
            self._melde(anteil)

    def brich_ab(self) -> None:
        self.halt = True


class SofortRunner:
    """Remembers the titles of visible work in `titel`."""

    def __init__(self) -> None:
        self.titel: list[str] = []

    def run(
        self,
        arbeit: Callable[[Any], Any],
        *,
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        on_progress: Callable[[float | None], None] | None = None,
        on_abbruch: Callable[[], None] | None = None,
        titel: str | None = None,
    ) -> SofortLauf:
        lauf = SofortLauf(on_progress)
        if titel is not None:
            self.titel.append(titel)
        try:
            ergebnis = arbeit(lauf)
        except Abgebrochen:
            return lauf
        except Exception as fehler:
            on_error(fehler)
        else:
            on_done(ergebnis)
        return lauf


class WartenderRunner(SofortRunner):
    """Holds work back until `laufe` is called: for results that come late or out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.wartend: list[Callable[[], Any]] = []

    def run(self, arbeit: Callable[[Any], Any], **werte: Any) -> SofortLauf:
        self.wartend.append(lambda: SofortRunner.run(self, arbeit, **werte))
        return SofortLauf()

    def laufe(self, nummer: int = 0) -> None:
        self.wartend.pop(nummer)()
