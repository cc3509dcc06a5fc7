"""What the comparison asks of its screen."""

from __future__ import annotations

from typing import Protocol

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.vergleich.auswahl import Wahl
from antragsbuero.ui.vergleich.rows import Stelle
from antragsbuero.ui.vergleich.tafel import Tafel


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_kopf(self, vorgang: Vorgang, wahl: Wahl) -> None:
        """Shows title, Stand and what can be chosen."""
        ...

    def zeige_tafel(self, tafel: Tafel) -> None:
        """Shows a comparison."""
        ...

    def zeige_rechnet(self) -> None:
        """A comparison is being made."""
        ...

    def zeige_leer(self, titel: str, text: str) -> None:
        """There is nothing to compare, and why."""
        ...

    def zeige_stelle(self, nummer: int | None, stelle: Stelle | None) -> None:
        """Marks the current change and scrolls to it; None marks none."""
        ...

    def zeige_ruecknahme(self, *, zurueck: bool, vor: bool) -> None:
        """Whether corrections by hand can be undone and done again."""
        ...

    def zeige_hinweis(self, text: str, art: str, aktion: Aktion | None = None) -> None:
        """Shows a message; `art` is "info", "gelb" or "rot"."""
        ...

    def zeige_export(self, ergebnis: Exportergebnis) -> None:
        """Tells of a written file and offers its folder."""
        ...
