"""Finds paragraphs that went at one place and came at another, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from antragsbuero.documents.korrekturtext import Ergebnis
from antragsbuero.dokument.dokument import Marke
from antragsbuero.dokument.korrektur import Korrekturabsatz

_KUERZESTER = 20
"""Characters from which the same words at two places are no accident."""


def mit_umzuegen(bloecke: Sequence[Ergebnis]) -> tuple[Ergebnis, ...]:
    """The same blocks, moved paragraphs numbered alike at their old and their new place.

    Only paragraphs whose words are the same to the letter: a change inside one that moved
    would go unseen. Its label may differ, for the label belongs to the place.
    """
    alt = _ganze(bloecke, Marke.GESTRICHEN)
    neu = _ganze(bloecke, Marke.EINGEFUEGT)
    ziele = {text: ort for ort, text in neu.items()}
    links, rechts = Counter(alt.values()), Counter(neu.values())
    einmal = {text for text in links if links[text] == rechts[text] == 1}
    ergebnis = list(bloecke)
    nummer, davor = 0, (-2, -2)
    for ort, text in alt.items():
        if text not in einmal:
            continue
        ziel = ziele[text]
        if (ort, ziel) != (davor[0] + 1, davor[1] + 1):
            nummer += 1  # neighbours that stay neighbours move together
        davor = (ort, ziel)
        for stelle in davor:
            block = ergebnis[stelle]
            if isinstance(block, Korrekturabsatz):
                ergebnis[stelle] = replace(block, umzug=nummer)
    return tuple(ergebnis)


def _ganze(bloecke: Sequence[Ergebnis], marke: Marke) -> dict[int, str]:
    """The words of the paragraphs that went or came whole, without labels, by their place."""
    gefunden: dict[int, str] = {}
    for ort, block in enumerate(bloecke):
        if not isinstance(block, Korrekturabsatz) or block.ende is not marke or block.form.stufe:
            continue
        if any(lauf.marke is not marke for lauf in block.laeufe):
            continue
        text = "".join(lauf.text for lauf in block.laeufe)
        if block.form.mit_zeichen:
            text = text.partition("\t")[2]
        if len(text) >= _KUERZESTER:
            gefunden[ort] = text
    return gefunden
