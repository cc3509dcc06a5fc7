"""The look that all tables share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def richte_tabelle(
    tabelle: QTableView, breiten: Mapping[int, int], breit: int | None, zeilenhoehe: int = 0
) -> QHeaderView:
    """No grid, whole rows, left headers; column `breit` takes the rest.

    `zeilenhoehe` fixes the height of all rows in pixels, 0 leaves it. Returns the head.
    """
    tabelle.setShowGrid(False)
    tabelle.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tabelle.setTabKeyNavigation(False)
    tabelle.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tabelle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    zeilen = tabelle.verticalHeader()
    zeilen.hide()
    if zeilenhoehe:
        zeilen.setDefaultSectionSize(zeilenhoehe)
        zeilen.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    kopf = tabelle.horizontalHeader()
    kopf.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    kopf.setHighlightSections(False)
    kopf.setSectionsClickable(False)
    kopf.setMinimumSectionSize(40)
    for spalte, breite in breiten.items():
        kopf.resizeSection(spalte, breite)
    if breit is not None:
        kopf.setSectionResizeMode(breit, QHeaderView.ResizeMode.Stretch)
    return kopf
