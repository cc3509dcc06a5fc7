"""Comparing plain lists of texts, whose numbers stand inside the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from antragsbuero.comparison.synopse import Textteil
from antragsbuero.comparison.textteile import textteile
from antragsbuero.comparison.wanderung import mit_wanderungen
from antragsbuero.comparison.zeichen import Wortschatz
from antragsbuero.comparison.zeilen import Stellen, zeilen
from antragsbuero.comparison.zuordnung import Punkttext

_NUMMER = re.compile(
    r"\s*(?:"
    r"\d+(?:\.\d+)*[.)]|\((?:\d+|[a-zA-Z]|[ivx]+)\)|[a-zA-Z]\)|[-–•▪●➢*]"
    r"|(?:\d{1,2}(?:\.\d{1,2})+|[IVX]+\.)(?=\s+[A-ZÄÖÜ„\"])"
    r")\s+(?=\S)"
    r"(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Quartal|Halbjahr|Jahrhundert)\b)"
)


class Textzeile(NamedTuple):
    """The points of two lists that belong together and the pieces of their difference.

    `teile` are those of the texts without their numbers, joined by line breaks. `nummern_a`
    and `nummern_b` are the numbers as written, each with the place where it is left out.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    nummern_a: tuple[tuple[int, str], ...]
    nummern_b: tuple[tuple[int, str], ...]
    teile: tuple[Textteil, ...]


def nummer_und_text(text: str) -> tuple[str, str]:
    """The number that a point begins with ("" for none) and the rest.

    Days and quarters ("1. Januar", "2. Quartal") are no numbers of points.
    """
    treffer = _NUMMER.match(text)
    return (text[: treffer.end()], text[treffer.end() :]) if treffer else ("", text)


def vergleiche_listen(a: Sequence[str], b: Sequence[str]) -> list[Textzeile]:
    """The rows of two lists of points."""
    wortschatz = Wortschatz()
    spalten = [[nummer_und_text(text) for text in liste] for liste in (a, b)]
    punkte = [[Punkttext(text, nummer) for nummer, text in spalte] for spalte in spalten]
    reihen = zeilen(punkte, wortschatz)
    teile = [
        textteile(_text(punkte[0], links), _text(punkte[1], rechts), wortschatz)
        for links, rechts in reihen
    ]
    texte = (punkt.text for spalte in punkte for punkt in spalte)
    return [
        Textzeile(
            stellen[0],
            stellen[1],
            _nummern(punkte[0], stellen[0]),
            _nummern(punkte[1], stellen[1]),
            teil,
        )
        for stellen, teil in zip(reihen, mit_wanderungen(teile, texte, 0, wortschatz), strict=True)
    ]


def _text(punkte: Sequence[Punkttext], stellen: Sequence[int]) -> str:
    return "\n".join(punkte[k].text for k in stellen)


def _nummern(punkte: Sequence[Punkttext], stellen: Sequence[int]) -> tuple[tuple[int, str], ...]:
    """The numbers of these points with their places in the joined text."""
    orte = []
    anfang = 0
    for k in stellen:
        if punkte[k].nummer:
            orte.append((anfang, punkte[k].nummer))
        anfang += len(punkte[k].text) + 1
    return tuple(orte)


def reihen_von_listen(spalten: Sequence[Sequence[str]]) -> list[Stellen]:
    """The rows of several lists of points: for each list the indexes of its points."""
    punkte = [[Punkttext(nummer_und_text(text)[1]) for text in spalte] for spalte in spalten]
    return zeilen(punkte, Wortschatz())
