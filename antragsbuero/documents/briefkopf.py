"""What stands at the head of the papers that a faction sends out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Briefkopfdaten:
    """Names of the faction and its council; `anschrift` are the lines of the address.

    `anrede` opens letters to the mayor, as the Ratsprofil words it.
    """

    fraktion: str
    anschrift: tuple[str, ...] = ()
    stadt: str = ""
    rat: str = ""
    anrede: str = "Sehr geehrte Damen und Herren,"

    @property
    def kopfzeile(self) -> str:
        """The left side of the head of every page: the faction, below it the address."""
        return "\n".join(zeile for zeile in (self.fraktion, " · ".join(self.anschrift)) if zeile)
