"""The German words for enums, as people of the office say them."""

from __future__ import annotations

from antragsbuero.documents.bezeichnungen import (
    ABSTIMMUNGSERGEBNISSE,
    BERICHTSARTEN,
    FASSUNGSARTEN,
    FRISTSTAENDE,
    NACHFRAGESTAENDE,
    STAENDE,
    UMSETZUNGSSTAENDE,
    VORGANGSARTEN,
    ZEILENARTEN,
    abstimmungstext,
    berichtstitel,
    deutsches_datum,
    fassungstitel,
    fristtext,
)

__all__ = [
    "ABSTIMMUNGSERGEBNISSE",
    "BERICHTSARTEN",
    "FASSUNGSARTEN",
    "FRISTSTAENDE",
    "NACHFRAGESTAENDE",
    "STAENDE",
    "UMSETZUNGSSTAENDE",
    "VORGANGSARTEN",
    "ZEILENARTEN",
    "abstimmungstext",
    "berichtstitel",
    "deutsches_datum",
    "fassungstitel",
    "fristtext",
]
