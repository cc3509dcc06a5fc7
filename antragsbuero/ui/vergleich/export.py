"""Writes what is compared as a file; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.domain.fassung import Fassung
from antragsbuero.services.exporte import Exporte, Exportergebnis
from antragsbuero.services.papier import Exportwahl, Papier
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag


@dataclass(frozen=True, slots=True)
class Auftrag:
    """What is written where; the ending of `ziel` chooses the format."""

    betreff: str
    synopse: Synopse
    fassungen: Sequence[Fassung]
    ziel: Path
    nur_aenderungen: bool

    @property
    def titel(self) -> str:
        """What the status bar says meanwhile."""
        endung = self.ziel.suffix.lower()
        art = "Word" if endung == ".docx" else endung.lstrip(".").upper()
        return f"Vergleich wird als {art}-Datei geschrieben"


def schreibe(exporte: Exporte, auftrag: Auftrag, wahl: Exportwahl) -> Exportergebnis:
    """Writes the file; runs on a background thread."""
    return exporte.synopse(
        auftrag.synopse,
        auftrag.betreff,
        auftrag.ziel,
        nur_aenderungen=auftrag.nur_aenderungen,
        kopfzeilen=[_kopfzeile(f) for f in auftrag.fassungen],
        wahl=wahl,
    )


def vorschau(exporte: Exporte, auftrag: Auftrag) -> Vorschauauftrag:
    """The same paper to be seen before it is printed; its `ziel` is a mere name."""

    def komponiere() -> Papier:
        return exporte.papiere.synopse(
            auftrag.synopse,
            auftrag.betreff,
            nur_aenderungen=auftrag.nur_aenderungen,
            kopfzeilen=[_kopfzeile(f) for f in auftrag.fassungen],
        )

    return Vorschauauftrag(f"Vergleich „{auftrag.betreff}“", auftrag.ziel.name, komponiere)


def _kopfzeile(fassung: Fassung) -> str:
    """The second line of a printed column's head: day and number."""
    return ", ".join(t for t in (deutsches_datum(fassung.datum), fassung.nummer) if t)
