"""Making the search index anew where it is missing."""

from __future__ import annotations

from sqlalchemy import Engine, exists, not_, select

from antragsbuero.storage.tabellen.suche import SUCHTEXT
from antragsbuero.storage.tabellen.vorgang import VORGANG
from antragsbuero.storage.unit_of_work import suchindex
from antragsbuero.storage.verbindung import lesend, schreibend


def stelle_suche_her(engine: Engine) -> bool:
    """Fills an empty search index: after a copy from a server or a change of folding.

    Returns:
        Whether there was anything to do.
    """
    fehlt = select(exists(select(VORGANG.c.id)), not_(exists(select(SUCHTEXT.c.id))))
    with lesend(engine) as verbindung:
        gibt_es, leer = verbindung.execute(fehlt).one()
    if not (gibt_es and leer):
        return False
    # Loaded only when it is needed: the start waits.
    from sqlalchemy.orm import Session

    from antragsbuero.storage.repositories.bestand import unversehrte_vorgaenge

    with schreibend(engine) as verbindung, Session(verbindung) as sitzung:
        suchindex(verbindung).baue_neu(unversehrte_vorgaenge(sitzung))
    return True
