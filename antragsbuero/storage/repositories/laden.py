"""Loading whole Vorgänge by the mapped classes, with their hashes looked at."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import NichtGefunden
from antragsbuero.storage.fehler import Beschaedigt
from antragsbuero.storage.mapping.vorgang import alle_zeilen, vorgang_aus
from antragsbuero.storage.rows.bericht import BerichtRow
from antragsbuero.storage.rows.fassung import BeschlusspunktRow, FassungRow
from antragsbuero.storage.rows.vorgang import VorgangRow

UNLESBAR = (ValueError, TypeError, LookupError)
"""What loading raises where a damaged row holds no date, no name of an enum or no JSON."""
MIT_ALLEM: tuple[ORMOption, ...] = (
    selectinload(VorgangRow.beratungen),
    selectinload(VorgangRow.anlagen),
    selectinload(VorgangRow.fassungen).options(
        selectinload(FassungRow.anlagen),
        selectinload(FassungRow.punkte).selectinload(BeschlusspunktRow.fristen),
    ),
    selectinload(VorgangRow.abstimmungen),
    selectinload(VorgangRow.berichte).selectinload(BerichtRow.teile),
    selectinload(VorgangRow.nachfragen),
    selectinload(VorgangRow.umsetzungen),
    selectinload(VorgangRow.fristverluste),
    selectinload(VorgangRow.verlauf),
)
"""How a whole Vorgang is loaded: one statement for each kind of part."""


def lade(sitzung: Session, kennung: str, *, mit_nummern: bool = False) -> VorgangRow:
    """The row of a Vorgang with all rows below it; `mit_nummern` says with its names too.

    Raises:
        NichtGefunden: nothing has that Kennung.
        Beschaedigt: something in it cannot be read.
    """
    optionen = [*MIT_ALLEM]
    if mit_nummern:
        optionen.append(selectinload(VorgangRow.suchnummern))
    frage = select(VorgangRow).where(VorgangRow.kennung == kennung).options(*optionen)
    try:
        zeile = sitzung.scalars(frage).one_or_none()
    except UNLESBAR as fehler:
        raise Beschaedigt(f"Der Vorgang {kennung} enthält unlesbare Angaben.") from fehler
    if zeile is None:
        raise NichtGefunden(f"Es gibt keinen Vorgang mit der Kennung „{kennung}“.")
    return zeile


def geprueft(zeile: VorgangRow) -> Vorgang:
    """The Vorgang of a row.

    Raises:
        Beschaedigt: a text does not agree with its hash.
    """
    for teil in alle_zeilen(zeile):
        if not teil.unversehrt:
            raise Beschaedigt(
                f"Im Vorgang {zeile.kennung} stimmt {teil.BEZEICHNUNG} nicht mit der "
                "Prüfsumme überein."
            )
    return vorgang_aus(zeile)
