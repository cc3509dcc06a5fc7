"""One paper written at once; offers to leave out a Briefkopf that cannot be used; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from antragsbuero.services.briefkoepfe import BriefkopfUnbrauchbar
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl
from antragsbuero.ui.shared.tasks import TaskRunner, unterbrechbar

T = TypeVar("T")
Aktion = tuple[str, Callable[[], None]]
"""What a notice offers: its word and its deed."""
OHNE_BRIEFKOPF = "Ohne Briefkopf exportieren"


def schreibe_schnell(
    runner: TaskRunner,
    arbeit: Callable[[Exportwahl], T],
    titel: str,
    fertig: Callable[[T], None],
    gescheitert: Callable[[Exception, Aktion | None], None],
    wahl: Exportwahl = OHNE_WAHL,
) -> None:
    """Runs `arbeit`; `gescheitert` gets the fault and the way on where there is one."""

    def ohne_briefkopf() -> None:
        ohne = replace(wahl, ohne_briefkopf=True)
        schreibe_schnell(runner, arbeit, titel, fertig, gescheitert, ohne)

    def misslungen(fehler: Exception) -> None:
        hilft = isinstance(fehler, BriefkopfUnbrauchbar) and not wahl.ohne_briefkopf
        gescheitert(fehler, (OHNE_BRIEFKOPF, ohne_briefkopf) if hilft else None)

    runner.run(
        lambda lauf: unterbrechbar(lauf, lambda: arbeit(wahl)),
        on_done=fertig,
        on_error=misslungen,
        titel=titel,
    )
