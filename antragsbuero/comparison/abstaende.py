"""Blanks beside a change: they go with the words that came or went.

Words carry the blank behind them, so „Schulen und Kitas.“ against „Schulen.“ would leave the
blank before „und“ alone as a variant, and struck words would touch the word before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from antragsbuero.comparison.synopse import Teilart, Textteil


def mit_abstaenden(teile: Sequence[Textteil]) -> Iterator[Textteil]:
    """The same texts in pieces that no lone blank before a change parts."""
    k, davor = 0, ""
    while k < len(teile):
        teil = teile[k]
        k += 1
        if davor and teil.art is Teilart.GLEICH:
            teil = Textteil(Teilart.GLEICH, davor + teil.alt, davor + teil.neu)
        elif davor:
            yield Textteil(Teilart.GLEICH, davor, davor)
        davor = ""
        weg, neu, nach = _aenderung(teile, k)
        alt_rest, neu_rest = _abstand(teil.alt), _abstand(teil.neu)
        if teil.art is not Teilart.VARIANTE or bool(alt_rest) == bool(neu_rest) or nach == k:
            yield teil
            continue
        yield from _ohne_abstand(teil)
        weg, neu = alt_rest + weg, neu_rest + neu
        davor = _gemeinsam(_abstand(weg), _abstand(neu))
        weg, neu = weg[: len(weg) - len(davor)], neu[: len(neu) - len(davor)]
        if weg:
            yield Textteil(Teilart.WEG, weg, "")
        if neu:
            yield Textteil(Teilart.NEU, "", neu)
        k = nach
    if davor:
        yield Textteil(Teilart.GLEICH, davor, davor)


def _aenderung(teile: Sequence[Textteil], k: int) -> tuple[str, str, int]:
    """What went and came from piece k on, and the piece behind it."""
    weg = neu = ""
    if k < len(teile) and teile[k].art is Teilart.WEG:
        weg, k = teile[k].alt, k + 1
    if k < len(teile) and teile[k].art is Teilart.NEU:
        neu, k = teile[k].neu, k + 1
    return weg, neu, k


def _ohne_abstand(teil: Textteil) -> Iterator[Textteil]:
    alt, neu = teil.alt.rstrip(), teil.neu.rstrip()
    if alt or neu:
        yield Textteil(Teilart.GLEICH if alt == neu else Teilart.VARIANTE, alt, neu)


def _abstand(text: str) -> str:
    return text[len(text.rstrip()) :]


def _gemeinsam(a: str, b: str) -> str:
    """The longest common end."""
    laenge = 0
    while laenge < min(len(a), len(b)) and a[-1 - laenge] == b[-1 - laenge]:
        laenge += 1
    return a[len(a) - laenge :]
