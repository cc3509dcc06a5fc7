"""What a council sets for itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratsprofil:
    """Limits, bodies and wordings of one council; every limit is a setting.

    `nummernmuster` is a regular expression for official numbers with the groups wp, art, nr
    and kette where they exist. `einreichfrist_tage` counts days before a session,
    `vsp_wochen` and `antwort_wochen` weeks after receipt; None where the council sets none.
    `land` is the German state ("SN", "BW"), for its public holidays (§ 193 BGB).
    """

    kennung: str
    name: str
    stadt: str
    rat: str
    verwaltung: str
    land: str
    nummernmuster: str
    gremien: tuple[str, ...]
    antwort_wochen: int = 4
    einreichfrist_tage: int | None = None
    vsp_wochen: int | None = None
    anrede: str = ""
    beschlussformel: str = ""
    frageformel: str = ""
    email_einreichung: str = ""
