"""What the panes below the table need of the presenter, and what they ask of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.papier import Exportwahl
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.umsetzung.details import BerichtDetail, NachfrageDetail, Wahl


class Teilansicht(Protocol):
    """The panes of the screen below the table."""

    def zeige_berichte(self, berichte: Sequence[Wahl], detail: BerichtDetail | None) -> None:
        """Offers the reports and shows one."""
        ...

    def zeige_nachfragen(self, nachfragen: Sequence[Wahl], gewaehlt: str) -> None:
        """Offers the Nachfragen of the Vorgang."""
        ...

    def zeige_nachfrage(self, detail: NachfrageDetail | None) -> None:
        """Shows a Nachfrage, or that there is none."""
        ...

    def zeige_fehler(self, text: str, aktion: Aktion | None = None) -> None:
        """Shows a message at its place; "" takes it away."""
        ...

    def zeige_verworfen(self, text: str, zurueck: Aktion) -> None:
        """Says what was dropped and offers to bring it back."""
        ...

    def sichere_spaeter(self) -> None:
        """Asks for the typed words to be stored again after a while."""
        ...

    def fokussiere_frage(self) -> None:
        """Puts the cursor into the first question of the draft shown."""
        ...


class Mitte(Protocol):
    """The presenter as its parts see it."""

    @property
    def view(self) -> Teilansicht:
        """The screen."""
        ...

    @property
    def services(self) -> Services:
        """The use cases."""
        ...

    @property
    def vorgang(self) -> Vorgang | None:
        """The Vorgang shown, None in the overview."""
        ...

    @property
    def beschluss(self) -> Fassung | None:
        """The resolution shown."""
        ...

    @property
    def punkte(self) -> tuple[str, ...]:
        """Kennungen of the selected points."""
        ...

    def heute(self) -> date:
        """The day of today."""
        ...

    def lade(self, kennung: str) -> None:
        """Loads one Vorgang."""
        ...

    def speichere(
        self,
        arbeit: Callable[[], object],
        danach: Callable[[], None] | None = None,
        sonst: Callable[[], None] | None = None,
    ) -> None:
        """Stores in the background; a fault is shown and the stored state again."""
        ...

    def exportiere(
        self, arbeit: Callable[[Exportwahl], tuple[Path, Sequence[str]]], titel: str
    ) -> None:
        """Writes a file in the background."""
        ...

    def melde(self, fehler: Exception) -> None:
        """Shows the message of a fault."""
        ...
