"""A report with its statements."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, relationship

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.storage.rows.basis import Basis, Geprueft
from antragsbuero.storage.tabellen.papiere import BERICHT, BERICHTSTEIL


class BerichtRow(Geprueft, Basis):
    """A report of the administration."""

    __table__ = BERICHT
    GEPRUEFT = (
        "vorgang_id", "position", "art", "datum", "nummer", "urheber", "zu", "quelltext",
        "kennung",
    )  # fmt: skip
    BEZEICHNUNG = "ein Bericht"

    id: Mapped[int]
    vorgang_id: Mapped[int]
    position: Mapped[int]
    kennung: Mapped[str]
    art: Mapped[Berichtsart]
    datum: Mapped[date | None]
    nummer: Mapped[str]
    urheber: Mapped[tuple[str, ...]]
    zu: Mapped[str | None]
    quelltext: Mapped[str]

    teile: Mapped[list[BerichtsteilRow]] = relationship(
        order_by="BerichtsteilRow.position", cascade="all, delete-orphan", lazy="raise"
    )


class BerichtsteilRow(Geprueft, Basis):
    """The statement on one point."""

    __table__ = BERICHTSTEIL
    GEPRUEFT = ("bericht_id", "position", "punkt", "absaetze", "bestaetigt")
    BEZEICHNUNG = "ein Teil eines Berichts"

    id: Mapped[int]
    bericht_id: Mapped[int]
    position: Mapped[int]
    punkt: Mapped[str]
    absaetze: Mapped[tuple[Absatz, ...]]
    bestaetigt: Mapped[bool]
