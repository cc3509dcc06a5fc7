"""Which points moved between two columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from antragsbuero.comparison.kette import kette
from antragsbuero.comparison.zuordnung import Punkttext


def verschobene(
    reihen: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    alt: Sequence[Punkttext],
    neu: Sequence[Punkttext],
) -> set[int]:
    """The rows whose point left its place; as little text as possible counts as moved.

    `reihen` hold the points of each row in the base column and in the other one. A point
    below another moved only if it changed its place among its siblings or came below
    another point; it did not where the point above took it along.
    """
    zeile_alt = {k: nummer for nummer, (stellen, _) in enumerate(reihen) for k in stellen}
    zeile_neu = {k: nummer for nummer, (_, stellen) in enumerate(reihen) for k in stellen}
    geschwister: dict[int, list[int]] = defaultdict(list)
    for nummer, (vorher, nachher) in enumerate(reihen):
        if not vorher or not nachher:
            continue
        oben_alt, oben_neu = alt[vorher[0]].eltern, neu[nachher[0]].eltern
        gleich = oben_alt >= 0 and oben_neu >= 0 and zeile_alt[oben_alt] == zeile_neu[oben_neu]
        geschwister[zeile_alt[oben_alt] if gleich else -1].append(nummer)
    ergebnis: set[int] = set()
    for gruppe in geschwister.values():
        paare = [(reihen[n][0][0], reihen[n][1][0]) for n in gruppe]
        bleibt = {gruppe[k] for k in kette(paare, [1.0 + len(alt[i].text) for i, _ in paare])}
        ergebnis.update(set(gruppe) - bleibt)
    return ergebnis
