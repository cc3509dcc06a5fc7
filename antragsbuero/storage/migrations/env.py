"""Alembic's entry: runs the revisions over the connection that `migrate` hands in."""

from __future__ import annotations

from alembic import context

from antragsbuero.storage.migrate import AUSGENOMMEN
from antragsbuero.storage.tabellen import anlage, buero, fassung, papiere, suche, vorgang
from antragsbuero.storage.tabellen.basis import METADATA

ALLE = (anlage, buero, fassung, papiere, suche, vorgang)
"""Loaded, so that METADATA knows their tables."""

context.configure(
    connection=context.config.attributes["verbindung"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
    include_name=lambda name, art, _: not (art == "table" and AUSGENOMMEN.match(name or "")),
)
context.run_migrations()
