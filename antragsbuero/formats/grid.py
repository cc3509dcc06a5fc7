"""Puts the cells of a table into its grid when some cover several columns or rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from antragsbuero.dokument.dokument import Zelle


@dataclass(frozen=True, slots=True)
class Place:
    """Columns of one row; `zelle` is None where a cell from above goes on.

    `rows` is how many rows from here on the cell covers.
    """

    column: int
    columns: int
    rows: int
    zelle: Zelle | None


def grid(zeilen: Sequence[Sequence[Zelle]], columns: int) -> Iterator[list[Place]]:
    """The places of each row, together as wide as the table.

    Cells that do not fit are narrowed or cut at the edge, missing ones are filled with empty
    cells: a wrong count must not cost the user a paper.
    """
    open_until: dict[int, Place] = {}
    for n, zeile in enumerate(zeilen):
        left = len(zeilen) - n
        row: list[Place] = []
        waiting = iter(zeile)
        column = 0
        while column < columns:
            above = open_until.pop(column, None)
            if above is not None:
                place = Place(column, above.columns, above.rows - 1, None)
            else:
                zelle = next(waiting, None) or Zelle(())
                free = _free(column, columns, open_until)
                wide = min(max(zelle.spalten, 1), free)
                place = Place(column, wide, min(max(zelle.zeilen, 1), left), zelle)
            if place.rows > 1:
                open_until[column] = place
            row.append(place)
            column += place.columns
        yield row


def _free(column: int, columns: int, taken: dict[int, Place]) -> int:
    """How many columns from this one on are not covered from above."""
    return min([at for at in taken if at > column] + [columns]) - column
