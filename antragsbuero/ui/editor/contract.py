"""What the presenter asks of the screen, and where the screen leads; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from antragsbuero.ui.editor.bogen import Bogen
from antragsbuero.ui.editor.kopf import EditorKopf
from antragsbuero.ui.editor.pruefung import Pruefung
from antragsbuero.ui.editor.rows import Zeile
from antragsbuero.ui.shared.schnellexport import Aktion


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_entwurf(self, bogen: Bogen) -> None:
        """Shows another draft from its beginning; undo starts here."""
        ...

    def zeige_kopf(self, kopf: EditorKopf) -> None:
        """Shows what else has changed, the text stays."""
        ...

    def lies(self) -> tuple[Zeile, ...]:
        """What stands in the text now."""
        ...

    def ersetze(self, zeilen: Sequence[Zeile]) -> None:
        """Replaces the text so that undo brings the old one back."""
        ...

    def zeige_pruefung(self, pruefung: Pruefung) -> None:
        """Shows findings and deadlines."""
        ...

    def zeige_einreichen(self, pruefung: Pruefung | None, datum: date, nummer: str) -> None:
        """Opens the panel of submission; None closes it."""
        ...

    def zeige_hinweis(
        self, text: str, art: str, aktion: Aktion | None = None, zweite: Aktion | None = None
    ) -> None:
        """Shows a message, "" takes it away; `art` is "info", "gelb" or "rot"."""
        ...

    def zeige_leer(self, titel: str, text: str) -> None:
        """There is nothing to edit, and why."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads; kennungen of the Vorgang and of a Fassung."""

    oeffne_vorgang: Callable[[str], None]
    bearbeite: Callable[[str, str], None]
    vergleiche: Callable[[str, Sequence[str]], None]
    speichern_beginnt: Callable[[], None]
    gespeichert: Callable[[Exception | None], None]
    """A change was stored, or why not."""
