"""The numbers of Beschlusspunkte as people write them."""

from __future__ import annotations

from collections.abc import Sequence


def anzeige(pfad: Sequence[str]) -> str:
    """„2“, „1a“, „1.2“ for the numbers on the way to a point."""
    text = pfad[0]
    for teil in pfad[1:]:
        text += teil if teil[:1].isalpha() else f".{teil.rpartition('.')[2]}"
    return text


def vergleichbar(nummer: str) -> str:
    """One form for „1 a)“, „1a“ and „(1a)“."""
    return nummer.casefold().strip().strip("().").replace(" ", "").replace(")", "")


def aufzaehlung(nummern: Sequence[str]) -> str:
    """„Punkt 2“, „Punkt 1, 2 und 3a“; points without a number are „der Beschluss“."""
    namen = [nummer for nummer in nummern if nummer]
    if not namen:
        return "Beschluss"
    if len(namen) == 1:
        return f"Punkt {namen[0]}"
    return f"Punkt {', '.join(namen[:-1])} und {namen[-1]}"
