"""Making the search index anew where it is missing."""

from __future__ import annotations

from sqlalchemy import Engine, exists, not_, select
from sqlalchemy.orm import Session

from antragsbuero.storage.repositories.bestand import unversehrte_vorgaenge
from antragsbuero.storage.rows.suche import SuchtextRow
from antragsbuero.storage.rows.vorgang import VorgangRow
from antragsbuero.storage.unit_of_work import suchindex
from antragsbuero.storage.verbindung import lesend, schreibend


def stelle_suche_her(engine: Engine) -> bool:
    """Fills an empty search index: after a copy from a server or a change of folding.

    Returns:
        Whether there was anything to do.
    """
    # The tables: at the start the mapped classes need not be configured for this.
    vorgang, suchtext = VorgangRow.__table__, SuchtextRow.__table__
    fehlt = select(exists(select(vorgang.c.id)), not_(exists(select(suchtext.c.id))))
    with lesend(engine) as verbindung:
        gibt_es, leer = verbindung.execute(fehlt).one()
    if not (gibt_es and leer):
        return False
    with schreibend(engine) as verbindung, Session(verbindung) as sitzung:
        suchindex(verbindung).baue_neu(unversehrte_vorgaenge(sitzung))
    return True
