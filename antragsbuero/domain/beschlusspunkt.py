"""The numbered points that a council votes on, or the questions of an Anfrage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.kennung import neue_kennung


@dataclass(frozen=True, slots=True)
class Beschlusspunkt:
    """One point: its number as written, its paragraphs, its sub-points.

    `nummer` is "" for an implicit point without a number.
    `herkunft` is the identity that survives into Fassungen derived inside the program:
    two points with one `herkunft` are the same point in two wordings. `kennung` names
    this point of this Fassung alone.
    """

    nummer: str
    absaetze: tuple[Absatz, ...]
    punkte: tuple[Beschlusspunkt, ...] = ()
    fristen: tuple[Frist, ...] = ()
    kennung: str = field(default_factory=neue_kennung)
    herkunft: str = field(default_factory=neue_kennung)

    @property
    def text(self) -> str:
        """The plain text, paragraphs joined by line breaks, without number and sub-points."""
        return "\n".join(absatz.text for absatz in self.absaetze)

    @property
    def bezeichnung(self) -> str:
        """The number in bare form as people name it: "2" for "2.", "a" for "a)"; "" if none."""
        return self.nummer.strip().strip("().:").removesuffix(".)").strip()


def vorordnung(punkte: Iterable[Beschlusspunkt]) -> Iterator[Beschlusspunkt]:
    """All points with their sub-points, each before its own sub-points."""
    for punkt in punkte:
        yield punkt
        yield from vorordnung(punkt.punkte)


def mit_tiefe(
    punkte: Iterable[Beschlusspunkt], pfad: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Beschlusspunkt]]:
    """All points in preorder with the bare numbers on the way to them, their own included."""
    for punkt in punkte:
        weg = (*pfad, punkt.bezeichnung)
        yield weg, punkt
        yield from mit_tiefe(punkt.punkte, weg)
