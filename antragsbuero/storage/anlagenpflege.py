"""Taking away bytes of Anlagen that nobody names any more."""

from __future__ import annotations

import logging

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from antragsbuero.storage.rows.anlage import AnlageninhaltRow
from antragsbuero.storage.verbindung import lesend, schreibend

LOG = logging.getLogger(__name__)


def raeume_anlagen_auf(engine: Engine) -> int:
    """Deletes what a kill or a removed Anlage left behind; says how many files that were.

    Between two openings such bytes stay: a removed Anlage can be brought back by undo.
    """
    inhalt = AnlageninhaltRow.__table__
    with lesend(engine) as verbindung:
        if verbindung.execute(select(inhalt.c.sha256).limit(1)).first() is None:
            return 0
        # Loaded only where there are Anlagen: it brings in the dialects of all databases.
        from antragsbuero.storage.repositories.anlagen import SqlAnlagen, verwaiste

        if verbindung.execute(verwaiste().limit(1)).first() is None:
            return 0
    try:
        with schreibend(engine) as verbindung, Session(verbindung) as sitzung:
            return SqlAnlagen(sitzung).entferne_verwaiste()
    except DBAPIError as fehler:  # a full disk, say: no reason not to open
        LOG.warning("Reste von Anlagen bleiben vorerst: %s", type(fehler.orig).__name__)
        return 0
