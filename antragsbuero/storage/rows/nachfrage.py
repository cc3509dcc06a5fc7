"""A query to the administration."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.tabellen.papiere import NACHFRAGE


class NachfrageRow(Geprueft, Basis):
    """A query on named points of a resolution."""

    __table__ = NACHFRAGE
    GEPRUEFT = (
        "vorgang_id", "position", "beschluss", "punkte", "fragen", "einleitung", "nummer",
        "erstellt", "eingereicht", "antwortfrist", "antwort", "zu_antwort", "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Nachfrage"

    id: Mapped[int]
    vorgang_id: Mapped[int]
    position: Mapped[int]
    kennung: Mapped[str]
    beschluss: Mapped[str]
    punkte: Mapped[tuple[str, ...]]
    fragen: Mapped[tuple[str, ...]]
    einleitung: Mapped[str]
    nummer: Mapped[str]
    erstellt: Mapped[date | None]
    eingereicht: Mapped[date | None]
    antwortfrist: Mapped[date | None]
    antwort: Mapped[str | None]
    zu_antwort: Mapped[str | None]
