"""What stayed in its order: the heaviest chain of pairs that do not cross."""

from __future__ import annotations

from collections.abc import Sequence


def kette(paare: Sequence[tuple[int, int]], gewichte: Sequence[float]) -> list[int]:
    """Indexes of the pairs that keep their order, chosen for the largest sum of weights.

    Both members grow strictly along the chain. Takes n log n steps.
    """
    if not paare:
        return []
    # Same left member: the larger right one first, so that no two of them join one chain.
    folge = sorted(range(len(paare)), key=lambda k: (paare[k][0], -paare[k][1]))
    groesse = max(rechts for _, rechts in paare) + 2
    baum: list[tuple[float, int]] = [(0.0, -1)] * (groesse + 1)
    vorgaenger = [-1] * len(paare)
    bestes, ende = -1.0, -1
    for k in folge:
        rechts = paare[k][1]
        summe, vorher = _bestes_bis(baum, rechts)
        summe += gewichte[k]
        vorgaenger[k] = vorher
        if summe > bestes:
            bestes, ende = summe, k
        stelle = rechts + 1
        while stelle <= groesse:
            if baum[stelle][0] < summe:
                baum[stelle] = (summe, k)
            stelle += stelle & -stelle
    ergebnis = []
    while ende >= 0:
        ergebnis.append(ende)
        ende = vorgaenger[ende]
    return ergebnis[::-1]


def _bestes_bis(baum: list[tuple[float, int]], stelle: int) -> tuple[float, int]:
    """The heaviest chain whose right members lie before `stelle`."""
    bestes = (0.0, -1)
    while stelle > 0:
        if baum[stelle][0] > bestes[0]:
            bestes = baum[stelle]
        stelle -= stelle & -stelle
    return bestes
