"""A timer whose time the test lets pass."""

from __future__ import annotations

from collections.abc import Callable


class Uhr:
    """Hands out timers and rings them in order when time passes."""

    def __init__(self) -> None:
        self.jetzt = 0
        self.wecker: list[TestWecker] = []

    def neu(self) -> TestWecker:
        self.wecker.append(TestWecker(self))
        return self.wecker[-1]

    def vergeht(self, millisekunden: int) -> None:
        ende = self.jetzt + millisekunden
        while faellig := [w for w in self.wecker if w.zeit is not None and w.zeit <= ende]:
            naechster = min(faellig, key=lambda w: w.zeit)
            self.jetzt = naechster.zeit
            tun, naechster.zeit = naechster.tun, None
            tun()
        self.jetzt = ende


class TestWecker:
    __test__ = False

    def __init__(self, uhr: Uhr) -> None:
        self._uhr = uhr
        self.zeit: int | None = None
        self.tun: Callable[[], None] = lambda: None

    @property
    def laeuft(self) -> bool:
        return self.zeit is not None

    def starte(self, millisekunden: int, tun: Callable[[], None]) -> None:
        self.zeit, self.tun = self._uhr.jetzt + millisekunden, tun

    def halte_an(self) -> None:
        self.zeit = None
