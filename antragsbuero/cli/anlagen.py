"""The command „anlagen“: list, add and remove the files of a Fassung."""

from __future__ import annotations

from argparse import Namespace

from antragsbuero.cli import ausgabe_json as als_json
from antragsbuero.cli import ausgabe_text as als_text
from antragsbuero.cli.fassungswahl import waehle_fassung
from antragsbuero.documents.bezeichnungen import fassungstitel
from antragsbuero.services.anlagendatei import groesse_als_text
from antragsbuero.services.errors import NichtGefunden
from antragsbuero.services.exporte import neueste_eigene
from antragsbuero.services.registry import Buero


def aendert(aufruf: Namespace) -> bool:
    """Whether this call of the command writes."""
    return aufruf.befehl == "anlagen" and bool(aufruf.hinzufuegen or aufruf.entfernen)


def anlagen(offen: Buero, aufruf: Namespace) -> None:
    """Removes and adds what is asked, then lists; numbers are those before the change."""
    dienst = offen.services.anlagen
    vorgang = offen.services.vorgaenge.finde(aufruf.kennung)
    gewaehlt = waehle_fassung(vorgang, aufruf.fassung) if aufruf.fassung else None
    fassung = gewaehlt or neueste_eigene(vorgang, offen.services.einstellungen.get().fraktion)
    hinweise: tuple[str, ...] = ()
    fort = []
    for nr in sorted(set(aufruf.entfernen or ())):
        if not 1 <= nr <= len(fassung.anlagen):
            raise NichtGefunden(
                f"Diese Fassung hat keine Anlage {nr}, sondern {len(fassung.anlagen)} Anlagen. "
                "Es wurde nichts geändert."
            )
        fort.append(fassung.anlagen[nr - 1].kennung)
    for kennung in fort:
        vorgang = dienst.entferne(vorgang.kennung, fassung.kennung, kennung)
    if aufruf.hinzufuegen:
        zugang = dienst.fuege_hinzu(vorgang.kennung, fassung.kennung, aufruf.hinzufuegen)
        vorgang, hinweise = zugang.vorgang, zugang.hinweise
    fassung = vorgang.fassung(fassung.kennung)
    if aufruf.json:
        als_json.schreibe(als_json.anlagen(vorgang, fassung, hinweise))
        return
    als_text.zeile(f"{fassungstitel(fassung)}, Kennung {fassung.kennung}")
    for nr, anlage in enumerate(fassung.anlagen, 1):
        als_text.zeile(f"  Anlage {nr}: {anlage.name}, {groesse_als_text(anlage.groesse)}")
    if not fassung.anlagen:
        als_text.zeile("  keine Anlagen")
    for hinweis in hinweise:
        als_text.zeile(f"Hinweis: {hinweis}")
