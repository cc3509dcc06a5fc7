"""Proposals for the tests of the import, built by the real recognition."""

from __future__ import annotations

from dataclasses import replace

from antragsbuero.formats.text_reader import lies_text
from antragsbuero.services.einstellungen import Einstellungen
from antragsbuero.services.importe import Importe
from tests.ui.aufbau import HEUTE, TestBuero, buero

SEITE = """Antrag Mehr Schatten auf dem Marktplatz

Neufassung des Antrages vom 16. April 2024

1. Im 2. Quartal 2024 werden auf dem Marktplatz fünf Bäume gepflanzt.
2. Die Stadt stellt bis zum 30.09.2024 Bänke auf.

Begründung:

Der Platz heizt sich auf. 🌳 Viele meiden ihn im Sommer.

Ursprungsantrag vom 5. Dezember 2023

Die Stadt pflanzt Bäume auf dem Marktplatz.

Begründung:

Es gibt dort keinen Schatten.

Beschluss der Ratsversammlung am 20. Mai 2024

Der Antrag wurde vom Stadtrat mehrheitlich wie folgt beschlossen:

1. Schnellstmöglich werden auf dem Marktplatz fünf Bäume gepflanzt.
2. Die Stadt stellt Bänke auf.

Endbericht zum Stand der Umsetzung vom 03.08.2025

Zu BP 1:

Die Bäume stehen.
"""


def importbuero(*vorgaenge) -> TestBuero:
    """An office whose import reads plain text."""
    offen = buero(*vorgaenge)
    einstellungen = Einstellungen(offen.ablage, offen.services.ereignisse)
    importe = Importe(
        offen.ablage, offen.services.ereignisse, lies_text, einstellungen.ratsprofil, lambda: HEUTE
    )
    return replace(offen, services=replace(offen.services, importe=importe))


def vorschlag(text: str = SEITE):
    return importbuero().services.importe.lies_text(text)
