"""Pages of a finished paper as pictures: what preview and print show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seitenmass:
    """Width and height of a page in points (1/72 inch)."""

    breite: float
    hoehe: float

    @property
    def quer(self) -> bool:
        """Whether it is wider than high."""
        return self.breite > self.hoehe


@dataclass(frozen=True, slots=True, repr=False)
class Seitenbild:
    """One drawn page, in pixels.

    `daten` holds `hoehe` lines of `zeilenlaenge` bytes: a pixel is one byte of grey if `grau`,
    else blue, green, red and an unused byte.
    """

    breite: int
    hoehe: int
    zeilenlaenge: int
    grau: bool
    daten: bytes
