"""What the recognition of a text found, doubted and left out."""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.domain.vorgang import Vorgang


@dataclass(frozen=True, slots=True)
class Zweifel:
    """Something a person has to look at: why, and the words at `von` to `bis` of the source."""

    grund: str
    text: str
    von: int
    bis: int


@dataclass(frozen=True, slots=True)
class Ausgelassen:
    """Words of the source that no text of a Vorgang holds.

    `grund` tells why: "Überschrift" and "Kopfangabe" were understood and became data,
    "Seitenrahmen" is furniture of the page; "" was not understood.
    """

    text: str
    von: int
    bis: int
    grund: str = ""


@dataclass(frozen=True, slots=True)
class Erkennung:
    """The result: every word of the source stands in a Vorgang or in `ausgelassen`."""

    vorgaenge: tuple[Vorgang, ...]
    zweifel: tuple[Zweifel, ...]
    ausgelassen: tuple[Ausgelassen, ...]
