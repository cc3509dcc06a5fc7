"""A draft made ready for the screen away from the thread of the window; no Qt.

Rows, numbers and what saving compares with take longer than the text field itself: a draft of
3,000 points would hold the window while they are made.
"""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.ui.editor.kopf import EditorKopf, editor_kopf, gemeinte
from antragsbuero.ui.editor.rows import Zeile, fassung_von, nummern, zeilen_von


@dataclass(frozen=True, slots=True)
class Bogen:
    """A Fassung as the screen shows it; `nummern` are those of its rows.

    `gesichert` is the Fassung that the rows give back while nothing is typed.
    """

    vorgang: Vorgang
    fassung: Fassung
    kopf: EditorKopf
    zeilen: tuple[Zeile, ...]
    nummern: tuple[str, ...]
    gesichert: Fassung


def bereite(vorgang: Vorgang, kennung: str | None) -> Bogen | None:
    """The Fassung of that kennung (None: the one that is meant), None where there is none."""
    fassung = gemeinte(vorgang, kennung)
    if fassung is None:
        return None
    zeilen = zeilen_von(fassung)
    return Bogen(
        vorgang, fassung, editor_kopf(vorgang, fassung), zeilen, nummern(zeilen),
        fassung_von(fassung, zeilen),
    )  # fmt: skip
