"""One paper written at once; offers to leave out what stands in the way; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from antragsbuero.services.briefkoepfe import BriefkopfUnbrauchbar
from antragsbuero.services.exporte import AnlagenUnbrauchbar, Exportergebnis
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl
from antragsbuero.ui.shared.tasks import TaskRunner, unterbrechbar

T = TypeVar("T")
Aktion = tuple[str, Callable[[], None]]
"""What a notice offers: its word and its deed."""
OHNE_BRIEFKOPF = "Ohne Briefkopf exportieren"
OHNE_ANLAGEN = "Ohne Anlagen exportieren"


def schnellwahl(ziel: Path, *, anlagen: bool) -> Exportwahl:
    """What goes without asking: Anlagen into a PDF, as the office wanted them last."""
    return Exportwahl(anlagen=anlagen and ziel.suffix.lower() == ".pdf")


def gespeichert(ergebnis: Exportergebnis) -> tuple[str, str]:
    """What was written, in words, and the art of the notice."""
    anlagen = " (mit Anlagen)" if ergebnis.mit_anlagen else ""
    text = "\n".join((f"Gespeichert: {ergebnis.datei}{anlagen}", *ergebnis.hinweise))
    return text, "gelb" if ergebnis.hinweise else "info"


def schreibe_schnell(
    runner: TaskRunner,
    arbeit: Callable[[Exportwahl], T],
    titel: str,
    fertig: Callable[[T], None],
    gescheitert: Callable[[Exception, Aktion | None], None],
    wahl: Exportwahl = OHNE_WAHL,
) -> None:
    """Runs `arbeit`; `gescheitert` gets the fault and the way on where there is one."""

    def noch_einmal(ohne: Exportwahl) -> None:
        schreibe_schnell(runner, arbeit, titel, fertig, gescheitert, ohne)

    def misslungen(fehler: Exception) -> None:
        weg: Aktion | None = None
        if isinstance(fehler, BriefkopfUnbrauchbar) and not wahl.ohne_briefkopf:
            ohne_kopf = replace(wahl, ohne_briefkopf=True)
            weg = (OHNE_BRIEFKOPF, lambda: noch_einmal(ohne_kopf))
        elif isinstance(fehler, AnlagenUnbrauchbar) and wahl.anlagen:
            ohne_anlagen = replace(wahl, anlagen=False)
            weg = (OHNE_ANLAGEN, lambda: noch_einmal(ohne_anlagen))
        gescheitert(fehler, weg)

    runner.run(
        lambda lauf: unterbrechbar(lauf, lambda: arbeit(wahl)),
        on_done=fertig,
        on_error=misslungen,
        titel=titel,
    )
