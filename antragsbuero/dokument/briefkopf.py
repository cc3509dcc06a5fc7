"""What a check of a Briefkopf found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Briefkopfbefund:
    """German sentences: `fehler` keep the file from being used, `hinweise` do not."""

    fehler: tuple[str, ...] = ()
    hinweise: tuple[str, ...] = ()
