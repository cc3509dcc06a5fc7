"""Public holidays of the German states."""

from __future__ import annotations

from datetime import date
from functools import cache

from antragsbuero.services.errors import Abgelehnt


@cache
def feiertage(land: str, jahr: int) -> frozenset[date]:
    """Holidays of the whole state ("SN") in that year, for § 193 BGB.

    Raises:
        Abgelehnt: there is no such state.
    """
    # The library takes a tenth of a second to load; commands without deadlines do without.
    from holidays.countries.germany import Germany

    if land not in Germany.subdivisions:
        raise Abgelehnt(
            f"Das Kürzel „{land}“ steht für kein Bundesland. Möglich sind "
            f"{', '.join(sorted(Germany.subdivisions))}. Bitte berichtigen Sie das Ratsprofil."
        )
    return frozenset(Germany(subdiv=land, years=jahr))
