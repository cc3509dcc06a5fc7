"""Where the pages lie below each other; no Qt. Lengths are logical pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from antragsbuero.dokument.seiten import Seitenmass

ABSTAND = 14
"""Between two pages and around them."""
PIXEL_JE_PUNKT = 96 / 72
"""At 100 %."""
KLEINSTER, GROESSTER = 0.1, 4.0
BREITE, GANZE = "breite", "ganze"
"""Zooms that follow the window; all others are factors, 1.0 for 100 %."""
STUFEN = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)

Zoom = str | float


def faktor(zoom: Zoom, masse: Sequence[Seitenmass], breite: int, hoehe: int) -> float:
    """The factor of a zoom in a view of that size."""
    if not isinstance(zoom, str):
        return max(KLEINSTER, min(GROESSTER, zoom))
    weit = max(m.breite for m in masse) * PIXEL_JE_PUNKT
    hoch = max(m.hoehe for m in masse) * PIXEL_JE_PUNKT
    passend = (breite - 2 * ABSTAND) / weit
    if zoom == GANZE:
        passend = min(passend, (hoehe - 2 * ABSTAND) / hoch)
    return max(KLEINSTER, min(GROESSTER, passend))


def naechste_stufe(jetzt: float, richtung: int) -> float:
    """The next larger (1) or smaller (-1) step."""
    if richtung > 0:
        return next((s for s in STUFEN if s > jetzt * 1.01), STUFEN[-1])
    return next((s for s in reversed(STUFEN) if s < jetzt * 0.99), STUFEN[0])


class Anordnung:
    """The pages below each other at one factor."""

    def __init__(self, masse: Sequence[Seitenmass], zum: float) -> None:
        einheit = zum * PIXEL_JE_PUNKT
        self.faktor = zum
        self.groessen = [(round(m.breite * einheit), round(m.hoehe * einheit)) for m in masse]
        schritte = (hoehe + ABSTAND for _, hoehe in self.groessen)
        *self.oben, self.hoehe = accumulate(schritte, initial=ABSTAND)
        self.breite = max((b for b, _ in self.groessen), default=0) + 2 * ABSTAND

    def sichtbar(self, von: int, hoehe: int) -> range:
        """The pages of which something lies in that strip."""
        erste = max(0, bisect_right(self.oben, von) - 1)
        return range(erste, bisect_right(self.oben, von + hoehe - 1))

    def seite_bei(self, von: int, hoehe: int) -> int:
        """The page a person reads: the one in the middle of the strip."""
        return max(0, bisect_right(self.oben, von + hoehe // 2) - 1)

    def stelle(self, von: int) -> tuple[int, float]:
        """A place that stays the same at another factor: page and part of its height."""
        nummer = max(0, bisect_right(self.oben, von) - 1)
        return nummer, (von - self.oben[nummer]) / max(1, self.groessen[nummer][1])

    def hoehe_von(self, stelle: tuple[int, float]) -> int:
        """Where that place lies here; behind the last page for one that there is not."""
        nummer, anteil = stelle
        if nummer >= len(self.oben):
            return self.hoehe
        return round(self.oben[nummer] + anteil * self.groessen[nummer][1])
