"""Taking away bytes of Anlagen that nobody names any more."""

from __future__ import annotations

import logging

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from antragsbuero.storage.repositories.anlagen import SqlAnlagen, verwaiste
from antragsbuero.storage.tabellen.anlage import ANLAGENINHALT
from antragsbuero.storage.verbindung import lesend, schreibend

LOG = logging.getLogger(__name__)


def raeume_anlagen_auf(engine: Engine) -> int:
    """Deletes what a kill or a removed Anlage left behind; says how many files that were.

    Between two openings such bytes stay: a removed Anlage can be brought back by undo.
    """
    with lesend(engine) as verbindung:
        if verbindung.execute(select(ANLAGENINHALT.c.sha256).limit(1)).first() is None:
            return 0
        if verbindung.execute(verwaiste().limit(1)).first() is None:
            return 0
    try:
        with schreibend(engine) as verbindung:
            return SqlAnlagen(verbindung).entferne_verwaiste()
    except DBAPIError as fehler:  # a full disk, say: no reason not to open
        LOG.warning("Reste von Anlagen bleiben vorerst: %s", type(fehler.orig).__name__)
        return 0
