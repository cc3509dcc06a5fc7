"""The form of a section: all sections line their fields up below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

LABELBREITE = 150
"""Pixels that the names of the fields take: enough for the longest of them."""
FELDBREITE = 640
_ABSTAND = 16
EINZUG = LABELBREITE + _ABSTAND
"""Where the fields begin."""


def formular(widget: QWidget) -> QFormLayout:
    """An empty form on that widget."""
    form = QFormLayout(widget)
    form.setContentsMargins(0, 0, 0, 0)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setHorizontalSpacing(_ABSTAND)
    form.setVerticalSpacing(8)
    return form


def reihe(form: QFormLayout, name: str, feld: QWidget) -> None:
    """One more field; `name` with its mnemonic, "" for words below the field above."""
    feld.setMaximumWidth(FELDBREITE)
    form.addRow(name or " ", feld)
    form.labelForField(feld).setMinimumWidth(LABELBREITE)
