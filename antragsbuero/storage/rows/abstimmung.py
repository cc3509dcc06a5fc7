"""How the council decided."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from antragsbuero.domain.abstimmung import Abstimmungsergebnis, Mehrheit
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.tabellen.papiere import ABSTIMMUNG


class AbstimmungRow(Geprueft, Basis):
    """One outcome."""

    __table__ = ABSTIMMUNG
    GEPRUEFT = (
        "vorgang_id", "position", "ergebnis", "wortlaut", "mehrheit", "fassung", "beschluss",
        "punkte", "ja", "nein", "enthaltung", "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "eine Abstimmung"

    id: Mapped[int]
    vorgang_id: Mapped[int]
    position: Mapped[int]
    kennung: Mapped[str]
    ergebnis: Mapped[Abstimmungsergebnis]
    wortlaut: Mapped[str]
    mehrheit: Mapped[Mehrheit]
    fassung: Mapped[str | None]
    beschluss: Mapped[str | None]
    punkte: Mapped[tuple[str, ...]]
    ja: Mapped[int | None]
    nein: Mapped[int | None]
    enthaltung: Mapped[int | None]
