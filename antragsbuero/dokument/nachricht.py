"""An e-mail that a person will send: address, subject, plain words, files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anhang:
    """A file of an e-mail; `name` may hold umlauts."""

    name: str
    inhalt: bytes


@dataclass(frozen=True, slots=True)
class Nachricht:
    """A draft of an e-mail; `an` are bare addresses, () where nobody knows one yet."""

    an: tuple[str, ...]
    betreff: str
    text: str
    anhaenge: tuple[Anhang, ...] = ()
