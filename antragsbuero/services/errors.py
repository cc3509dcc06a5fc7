"""Foreseeable faults; each message is a whole German text for the user.

It says what happened, what is safe and what to do.
"""

from __future__ import annotations


class Buerofehler(Exception):
    """Base of every foreseeable fault."""


class NichtGefunden(Buerofehler):
    """Nothing has that Kennung or number."""


class Mehrdeutig(Buerofehler):
    """A number or wording fits several things."""


class Abgelehnt(Buerofehler):
    """The state of a thing forbids what was asked."""


class Gesperrt(Buerofehler):
    """Another process writes on this database; the message names its holder."""


class NurLesen(Buerofehler):
    """The data folder or database can be read but not written."""


class Konflikt(Buerofehler):
    """Somebody else changed the Vorgang since it was loaded; nothing was overwritten."""


class Ablagefehler(Buerofehler):
    """The database cannot be opened, read or written: damage, full disk, server away."""


class Verschoben(Ablagefehler):
    """The file of the database was deleted, moved or replaced while it was open."""


class DatentraegerVoll(Ablagefehler):
    """No room is left for the database; what was stored is safe."""
