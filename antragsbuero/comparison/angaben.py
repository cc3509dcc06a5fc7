"""Following single statements (Fristen, sums) from one wording into the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz.distance import Indel

from antragsbuero.comparison.saetze import satz_um
from antragsbuero.comparison.synopse import Textteil
from antragsbuero.comparison.zeichen import Wortschatz

T = TypeVar("T")

_GROESSTE_TAFEL = 10_000
_HOECHSTENS = 50
"""How many equal statements of other rows are looked at; keeps the whole linear."""
_SATZ_GLEICH = 0.6
"""From this likeness of their sentences on equal statements of two rows are the same one."""


class Angabe(NamedTuple, Generic[T]):
    """A statement in a text; equal ones share a key in `gleich`, tried in order, None: no key.

    `von` and `bis` are its place in `text`.
    """

    wert: T
    gleich: tuple[Hashable, ...]
    von: int
    bis: int
    text: str


class Wandel(NamedTuple, Generic[T]):
    """What became of a statement in a row; None on the side where it is missing."""

    vorher: Angabe[T] | None
    nachher: Angabe[T] | None


class Zeilenangaben(NamedTuple, Generic[T]):
    """The statements of one row in the base column and in this one, and the difference."""

    alt: list[Angabe[T]]
    neu: list[Angabe[T]]
    teile: tuple[Textteil, ...]


def wandel(
    zeilen: Sequence[Zeilenangaben[T]], wortschatz: Wortschatz
) -> Iterator[tuple[int, Wandel[T]]]:
    """What changed in each row, as (row, Wandel); statements that only moved are left out."""
    reste = [_verfolgt(zeile) for zeile in zeilen]
    weg = [(n, w.vorher) for n, rest in enumerate(reste) for w in rest if w.nachher is None]
    neu = [(n, w.nachher) for n, rest in enumerate(reste) for w in rest if w.vorher is None]
    gewandert = _gewandert(weg, neu, wortschatz)
    for nummer, rest in enumerate(reste):
        for eintrag in rest:
            if id(eintrag.vorher) not in gewandert and id(eintrag.nachher) not in gewandert:
                yield nummer, eintrag


def _verfolgt(zeile: Zeilenangaben[T]) -> list[Wandel[T]]:
    """The statements of one row that changed, came or went."""
    alt, neu = zeile.alt, zeile.neu
    if not alt and not neu:
        return []
    for stufe in range(max((len(angabe.gleich) for angabe in (*alt, *neu)), default=0)):
        alt, neu = _ohne_gleiche(alt, neu, stufe)
    paare = _naechste(alt, neu, zeile.teile)
    ergebnis = [Wandel(a, neu[paare[i]] if i in paare else None) for i, a in enumerate(alt)]
    belegt = set(paare.values())
    return ergebnis + [Wandel(None, a) for j, a in enumerate(neu) if j not in belegt]


def _ohne_gleiche(
    alt: list[Angabe[T]], neu: list[Angabe[T]], stufe: int
) -> tuple[list[Angabe[T]], list[Angabe[T]]]:
    """Both lists without statements that are equal by their key number `stufe`."""
    offen: dict[Hashable, list[int]] = defaultdict(list)
    for j in range(len(neu) - 1, -1, -1):
        if neu[j].gleich[stufe] is not None:
            offen[neu[j].gleich[stufe]].append(j)
    bleibt, weg = [], set()
    for angabe in alt:
        gegen = offen.get(angabe.gleich[stufe])
        if gegen:
            weg.add(gegen.pop())
        else:
            bleibt.append(angabe)
    return bleibt, [angabe for j, angabe in enumerate(neu) if j not in weg]


def _naechste(
    alt: list[Angabe[T]], neu: list[Angabe[T]], teile: Sequence[Textteil]
) -> dict[int, int]:
    """Pairs the statements whose places lie nearest; very many simply in their order."""
    if len(alt) * len(neu) > _GROESSTE_TAFEL:
        return {k: k for k in range(min(len(alt), len(neu)))}
    orte = [_ort(angabe.von, teile) for angabe in alt]
    abstaende = sorted(
        (abs(ort - gegen.von), i, j) for i, ort in enumerate(orte) for j, gegen in enumerate(neu)
    )
    paare: dict[int, int] = {}
    belegt: set[int] = set()
    for _, i, j in abstaende:
        if i not in paare and j not in belegt:
            paare[i] = j
            belegt.add(j)
    return paare


def _ort(stelle: int, teile: Sequence[Textteil]) -> int:
    """Where a place of the old text lies in the new one."""
    alt = neu = 0
    for teil in teile:
        if stelle < alt + len(teil.alt):
            return neu + min(stelle - alt, len(teil.neu))
        alt += len(teil.alt)
        neu += len(teil.neu)
    return neu


def _gewandert(
    weg: Sequence[tuple[int, Angabe[T] | None]],
    neu: Sequence[tuple[int, Angabe[T] | None]],
    wortschatz: Wortschatz,
) -> set[int]:
    """The ids of statements that stand in another row in much the same sentence."""
    nach_wort: dict[Hashable, list[Angabe[T]]] = {}
    for _, angabe in neu:
        if angabe is not None:
            nach_wort.setdefault(angabe.gleich[0], []).append(angabe)
    gewandert: set[int] = set()
    for _, angabe in weg:
        if angabe is None:
            continue
        satz = wortschatz.folge(satz_um(angabe.text, angabe.von))
        for gegen in nach_wort.get(angabe.gleich[0], ())[:_HOECHSTENS]:
            anderer = wortschatz.folge(satz_um(gegen.text, gegen.von))
            if (
                id(gegen) not in gewandert
                and Indel.normalized_similarity(satz, anderer) >= _SATZ_GLEICH
            ):
                gewandert |= {id(angabe), id(gegen)}
                break
    return gewandert
