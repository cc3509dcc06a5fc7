"""Faults of files, told in the words of an office."""

from __future__ import annotations


class Dateifehler(Exception):
    """A file cannot be read or written; the message is a whole German text for the user.

    It says what happened, what is safe and what to do.
    """
