"""The cells of one column: what became of each row against the base column."""

from __future__ import annotations

from collections.abc import Sequence

from antragsbuero.comparison.abbruch import Abbruch, pruefen
from antragsbuero.comparison.bewegung import verschobene
from antragsbuero.comparison.synopse import SynopsenZelle, Zeilenart
from antragsbuero.comparison.textteile import textteile
from antragsbuero.comparison.wanderung import Teile, mit_wanderungen
from antragsbuero.comparison.zeichen import Wortschatz
from antragsbuero.comparison.zeilen import Stellen
from antragsbuero.comparison.zuordnung import Punkttext


def zellen(
    punkte: Sequence[Punkttext],
    reihen: Sequence[tuple[int, ...]],
) -> list[SynopsenZelle]:
    """The cells of a column that is compared with nothing."""
    return [_zelle(punkte, stellen, None, None) for stellen in reihen]


def verglichene_zellen(
    reihen: Sequence[Stellen],
    punkte: Sequence[Sequence[Punkttext]],
    spalte: int,
    basis: int,
    wortschatz: Wortschatz,
    erste_zeile: int,
    abbruch: Abbruch | None,
) -> list[SynopsenZelle]:
    """The cells of a column against its base column.

    `punkte` are the points of all columns; `erste_zeile` is the index that the first of
    these rows has in the whole Synopse.
    """
    alt, neu = punkte[basis], punkte[spalte]
    bewegt = verschobene([(stellen[basis], stellen[spalte]) for stellen in reihen], alt, neu)
    teile: list[Teile] = []
    for nummer, stellen in enumerate(reihen):
        if nummer % 64 == 0:
            pruefen(abbruch)
        teile.append(textteile(_text(alt, stellen[basis]), _text(neu, stellen[spalte]), wortschatz))
    texte = (punkt.text for spalte in (alt, neu) for punkt in spalte)
    teile = mit_wanderungen(teile, texte, erste_zeile, wortschatz)
    ergebnis = []
    for nummer, stellen in enumerate(reihen):
        vorher, nachher = stellen[basis], stellen[spalte]
        gleich = [wortschatz.folge(alt[i].text) for i in vorher] == [
            wortschatz.folge(neu[j].text) for j in nachher
        ]
        art = _art(vorher, nachher, gleich, nummer in bewegt)
        ergebnis.append(
            _zelle(
                neu,
                nachher,
                art,
                teile[nummer],
                nummer_geaendert=len(vorher) == len(nachher)
                and any(
                    alt[i].bezeichnung != neu[j].bezeichnung
                    for i, j in zip(vorher, nachher, strict=True)
                ),
                war=vorher if nummer in bewegt else (),
            )
        )
    return ergebnis


def _art(
    vorher: tuple[int, ...], nachher: tuple[int, ...], gleich: bool, bewegt: bool
) -> Zeilenart:
    if not vorher or not nachher:
        if vorher:
            return Zeilenart.GESTRICHEN
        return Zeilenart.EINGEFUEGT if nachher else Zeilenart.UNVERAENDERT
    if len(nachher) > len(vorher):
        return Zeilenart.GETEILT
    if len(nachher) < len(vorher):
        return Zeilenart.ZUSAMMENGEFASST
    if bewegt:
        return Zeilenart.VERSCHOBEN
    return Zeilenart.UNVERAENDERT if gleich else Zeilenart.GEAENDERT


def _zelle(
    punkte: Sequence[Punkttext],
    stellen: tuple[int, ...],
    art: Zeilenart | None,
    teile: Teile | None,
    *,
    nummer_geaendert: bool = False,
    war: tuple[int, ...] = (),
) -> SynopsenZelle:
    return SynopsenZelle(
        stellen,
        tuple(punkte[k].nummer for k in stellen),
        _text(punkte, stellen),
        art,
        teile,
        nummer_geaendert,
        war,
    )


def _text(punkte: Sequence[Punkttext], stellen: Sequence[int]) -> str:
    return "\n".join(punkte[k].text for k in stellen)
