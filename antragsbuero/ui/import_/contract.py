"""What the import asks of its screen, and where the screen leads; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from antragsbuero.ui.import_.details import Detail
from antragsbuero.ui.import_.fundort import Stelle
from antragsbuero.ui.import_.quellzeilen import Quellzeile
from antragsbuero.ui.import_.rows import TeilRow, Wahl, ZweifelRow


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_eingabe(self) -> None:
        """Shows where to paste, drop or choose."""
        ...

    def zeige_erkennung(self, was: str) -> None:
        """Shows that recognition runs and can be cancelled."""
        ...

    def zeige_pruefung(self, titel: str, quellen: Sequence[str], aktuell: int) -> None:
        """Shows the two sides; `quellen` are the names of all sources under review."""
        ...

    def zeige_quelltext(self, quelltext: str, zeilen: Sequence[Quellzeile]) -> None:
        """Shows another source text."""
        ...

    def zeige_zeilen(self, zeilen: Sequence[Quellzeile]) -> None:
        """Shows what was recognised on the lines of the source shown."""
        ...

    def zeige_teile(self, rows: Sequence[TeilRow]) -> None:
        """Shows the recognised parts."""
        ...

    def zeige_zweifel(self, rows: Sequence[ZweifelRow], am_anfang: int) -> None:
        """Shows the open doubts; `am_anfang` counts all that there were."""
        ...

    def zeige_auswahl(self, schluessel: str, stelle: Stelle | None, *, rolle: bool) -> None:
        """Marks a part in the list and its place in the source; `rolle` brings it into sight."""
        ...

    def zeige_stelle(self, stelle: Stelle) -> None:
        """Brings a place of the source into sight and marks it."""
        ...

    def zeige_detail(self, detail: Detail | None) -> None:
        """Shows what can be put right about the selected part."""
        ...

    def zeige_ziele(self, ziele: Sequence[Wahl], gewaehlt: str) -> None:
        """Offers the Vorgänge that may take what was recognised."""
        ...

    def zeige_zuruecknehmbar(self, moeglich: bool) -> None:
        """Whether the last correction can be taken back."""
        ...

    def zeige_ablage(self, laeuft: bool, moeglich: bool) -> None:
        """Whether storing is under way, and whether there is anything to store."""
        ...

    def zeige_fehler(self, text: str) -> None:
        """Shows a message at its place; "" takes it away."""
        ...

    def zeige_verworfen(self, text: str) -> None:
        """Says that a review was laid aside and offers to bring it back."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads."""

    oeffne: Callable[[str], None]
    oeffne_liste: Callable[[], None]
    melde: Callable[[str], None]
    speichern_beginnt: Callable[[], None] = lambda: None
    gespeichert: Callable[[Exception | None], None] = lambda _: None
