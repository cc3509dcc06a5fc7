"""What an export would take from the place where a person is."""

from __future__ import annotations

from collections.abc import Collection

from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.ui.shared.navigation import Bildschirm, Ort

Exportwunsch = tuple[Auswahl, Collection[Ausgabe]]
"""From what, and which kinds are ticked at first."""
_VORWAHL = {
    Bildschirm.VORGANG: Ausgabe.FASSUNG,
    Bildschirm.EDITOR: Ausgabe.FASSUNG,
    Bildschirm.VERGLEICH: Ausgabe.SYNOPSE,
    Bildschirm.UMSETZUNG: Ausgabe.REGISTER,
}


def exportwunsch(ort: Ort | None) -> Exportwunsch | None:
    """The Vorgang of the place with the Fassungen it shows; None where it shows none."""
    if ort is None or ort.vorgang is None or ort.bildschirm not in _VORWAHL:
        return None
    vorwahl = Ausgabe.NACHFRAGE if ort.nachfrage else _VORWAHL[ort.bildschirm]
    vergleich = ort.bildschirm is Bildschirm.VERGLEICH
    einzeln = ort.fassungen[0] if ort.fassungen and not vergleich else None
    auswahl = Auswahl(
        (ort.vorgang,),
        fassung=einzeln,
        spalten=ort.fassungen if vergleich else (),
        nachfrage=ort.nachfrage,
    )
    return auswahl, (vorwahl,)
