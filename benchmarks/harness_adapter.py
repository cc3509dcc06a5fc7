"""The comparison in the form of the harness: lists of texts in, lists and tags out.

Tags: "=" equal, "-" only left, "+" only right, "~" typographic variant (left, right), "#"
number of a point (left, right), "m-" and "m+" a sentence that moved to or from another row.
"""

from __future__ import annotations

import sys
from pathlib import Path

# The harness imports this file by itself, from any folder.
sys.path.append(str(Path(__file__).resolve().parents[1]))

from antragsbuero.comparison.synopse import Teilart, Textteil
from antragsbuero.comparison.textlisten import Textzeile, reihen_von_listen, vergleiche_listen


def compare(a: list[str], b: list[str]) -> dict:
    """Pairs and blocks of two versions; numbers at the start of a text are shown apart."""
    zeilen = vergleiche_listen(a, b)
    return {
        "pairs": [[i, j] for zeile in zeilen for i in zeile.a for j in zeile.b],
        "blocks": [
            {"a": list(zeile.a), "b": list(zeile.b), "ops": _ops(zeile, nummer)}
            for nummer, zeile in enumerate(zeilen)
        ],
    }


def compare_columns(columns: list[list[str]]) -> list[list[list[int]]]:
    """Rows over all columns, each with the indexes of the points of every column."""
    return [[list(stellen) for stellen in reihe] for reihe in reihen_von_listen(columns)]


def _ops(zeile: Textzeile, nummer: int) -> list[list[str]]:
    """The pieces with the numbers put back where each point begins."""
    ops: list[list[str]] = []
    marken_alt, marken_neu = dict(zeile.nummern_a), dict(zeile.nummern_b)
    if 0 in marken_alt or 0 in marken_neu:
        ops.append(["#", marken_alt.pop(0, ""), marken_neu.pop(0, "")])
    if not marken_alt and not marken_neu:
        for teil in zeile.teile:
            ops += _op(teil, nummer, teil.alt, teil.neu)
        return ops
    alt = neu = 0
    for teil in zeile.teile:
        schnitte_alt = {ort - alt for ort in marken_alt if alt <= ort < alt + len(teil.alt)}
        schnitte_neu = {ort - neu for ort in marken_neu if neu <= ort < neu + len(teil.neu)}
        von_alt = von_neu = 0
        for ort in sorted(schnitte_alt | schnitte_neu):
            ops += _op(teil, nummer, teil.alt[von_alt:ort], teil.neu[von_neu:ort])
            nummer_alt = marken_alt[alt + ort] if ort in schnitte_alt else ""
            ops.append(["#", nummer_alt, marken_neu[neu + ort] if ort in schnitte_neu else ""])
            von_alt = von_neu = ort
        ops += _op(teil, nummer, teil.alt[von_alt:], teil.neu[von_neu:])
        alt += len(teil.alt)
        neu += len(teil.neu)
    return ops


def _op(teil: Textteil, zeile: int, alt: str, neu: str) -> list[list[str]]:
    if not alt and not neu:
        return []
    if teil.art is Teilart.GLEICH:
        return [["=", alt]]
    if teil.art is Teilart.VARIANTE:
        return [["~", alt, neu]]
    zeichen = "-" if teil.art is Teilart.WEG else "+"
    return [["m" + zeichen if teil.wanderung not in (None, zeile) else zeichen, alt or neu]]
